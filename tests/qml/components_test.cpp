// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/canvas_panel.h"
#include "app/canvas/canvas_view.h"
#include "app/canvas/session.h"
#include "app/canvas/target_model.h"
#include "app/document/document.h"
#include "core/files/templates.h"

#include <QAbstractItemModelTester>
#include <QDirIterator>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QtTest>

#include <cmath>
#include <functional>

using namespace n3x;

// Every component of the module loads by itself, without a word of warning.
class ComponentsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        panel_ = std::make_unique<CanvasPanel>(document_); // registers the types
        QVERIFY(panel_->view());
        view_ = panel_->view();
    }

    void loads_data()
    {
        QTest::addColumn<QString>("file");
        QDirIterator files(QStringLiteral(":/qt/qml/N3x/Canvas"), {QStringLiteral("*.qml")}, QDir::Files);
        while (files.hasNext()) {
            const QString file = files.next();
            QTest::addRow("%s", qPrintable(QFileInfo(file).baseName())) << file;
        }
    }

    void loads()
    {
        QFETCH(QString, file);
        const QString name = QFileInfo(file).baseName();
        QVariantMap properties{{QStringLiteral("view"), QVariant::fromValue(view_)}};
        if (name == QLatin1String("Canvas"))
            properties = {{QStringLiteral("session"), QVariant::fromValue(panel_->session())},
                          {QStringLiteral("targets"), QVariant::fromValue(&targets_)}};
        if (name == QLatin1String("ObjectHandle"))
            properties = {{QStringLiteral("key"), QStringLiteral("k")}, {QStringLiteral("name"), QStringLiteral("n")},
                          {QStringLiteral("description"), QString()},   {QStringLiteral("shape"), QRectF(1, 2, 3, 4)},
                          {QStringLiteral("selected"), false},          {QStringLiteral("focused"), false}};
        if (name == QLatin1String("CanvasButton"))
            properties.insert(QStringLiteral("text"), QStringLiteral("Add agent"));
        if (name == QLatin1String("NodePalette"))
            properties.insert(QStringLiteral("targets"), QVariant::fromValue(&targets_));
        if (name == QLatin1String("PaletteEntry")) {
            properties.insert(QStringLiteral("icon"), QStringLiteral("agent"));
            properties.insert(QStringLiteral("hint"), QStringLiteral("Add agent"));
            properties.insert(QStringLiteral("home"), QVariant::fromValue<QQuickItem*>(view_));
        }
        QTest::failOnWarning();
        QQmlEngine engine;
        QQmlComponent component(&engine, QUrl(QStringLiteral("qrc") + file));
        const std::unique_ptr<QObject> object(component.createWithInitialProperties(properties));
        QVERIFY2(object, qPrintable(component.errorString()));
    }

    void titlesOfThePaletteAreNotCut()
    {
        QQmlEngine engine;
        QQmlComponent component(&engine, QUrl(QStringLiteral("qrc:/qt/qml/N3x/Canvas/NodePalette.qml")));
        const std::unique_ptr<QObject> palette(
            component.createWithInitialProperties({{QStringLiteral("view"), QVariant::fromValue(view_)},
                                                   {QStringLiteral("targets"), QVariant::fromValue(&targets_)},
                                                   {QStringLiteral("isOpen"), true}}));
        QVERIFY2(palette, qPrintable(component.errorString()));
        int titles = 0;
        const std::function<void(const QQuickItem&)> look = [&](const QQuickItem& item) {
            if (item.objectName() == QLatin1String("title")) {
                ++titles;
                QVERIFY2(!item.property("truncated").toBool(), qPrintable(item.property("text").toString()));
            }
            for (const QQuickItem* child : item.childItems()) look(*child);
        };
        look(*qobject_cast<QQuickItem*>(palette.get()));
        QCOMPARE(titles, targets_.rowCount());
    }

    void aClosedPaletteEndsOnAPixel()
    {
        QQmlEngine engine;
        QQmlComponent component(&engine, QUrl(QStringLiteral("qrc:/qt/qml/N3x/Canvas/NodePalette.qml")));
        const std::unique_ptr<QObject> palette(
            component.createWithInitialProperties({{QStringLiteral("view"), QVariant::fromValue(view_)},
                                                   {QStringLiteral("targets"), QVariant::fromValue(&targets_)},
                                                   {QStringLiteral("isOpen"), false}}));
        QVERIFY2(palette, qPrintable(component.errorString()));
        const auto* item = qobject_cast<QQuickItem*>(palette.get());
        QCOMPARE(item->width(), std::round(item->width()));
        QCOMPARE(item->height(), std::round(item->height()));
    }

    void targetsAreThoseOfTheCatalogue()
    {
        const QAbstractItemModelTester tester(&targets_, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(targets_.rowCount(), static_cast<int>(builtInHardware().size()));
    }

private:
    Document document_{templateProject("sample")};
    TargetModel targets_{document_};
    std::unique_ptr<CanvasPanel> panel_;
    CanvasView* view_ = nullptr;
};

QTEST_MAIN(ComponentsTest)
#include "components_test.moc"
