// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/theme/icons.h"

#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QTest>
#include <QXmlStreamReader>

using namespace n3x;

// Every picture of ours is one: a file that is not well-formed paints nothing and says nothing.
class IconsTest : public QObject {
    Q_OBJECT

private slots:
    void everyIconPaintsSomething_data();
    void everyIconPaintsSomething();
};

void IconsTest::everyIconPaintsSomething_data()
{
    QTest::addColumn<QString>("file");
    QDirIterator files(QStringLiteral(":/icons"), {QStringLiteral("*.svg")}, QDir::Files);
    while (files.hasNext()) {
        const QString file = files.next();
        QTest::newRow(qPrintable(QFileInfo(file).baseName())) << file;
    }
}

void IconsTest::everyIconPaintsSomething()
{
    QFETCH(QString, file);
    QFile text(file);
    QVERIFY(text.open(QIODevice::ReadOnly));
    QXmlStreamReader reader(&text);
    while (!reader.atEnd()) reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));

    const QImage image = icon(QFileInfo(file).baseName(), Qt::black).pixmap(16, 16).toImage();
    bool isPainted = false;
    for (int row = 0; row < image.height(); ++row)
        for (int column = 0; column < image.width(); ++column)
            isPainted = isPainted || image.pixelColor(column, row).alpha() > 100;
    QVERIFY(isPainted);
}

QTEST_MAIN(IconsTest)
#include "icons_test.moc"
