// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/theme/colours.h"
#include "app/theme/style.h"
#include "app/window/main_window.h"
#include "tests/app/support/find_control.h"

#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

namespace n3x {

// A window with data and projects of its own, used as a person would: keys and clicks, controls found by their names.
class WindowStage {
public:
    // Once for a program, after there is an application.
    static void dress()
    {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setPalette(qEnvironmentVariable("N3X_THEME") == QLatin1String("dark") ? darkPalette()
                                                                                            : lightPalette());
        QApplication::setStyle(new Style);
    }

    // What is seen, for people to look at: into $N3X_PICTURES, where that is set.
    void picture(const QString& name) const
    {
        const QString folder = qEnvironmentVariable("N3X_PICTURES");
        if (folder.isEmpty()) return;
        QTest::qWait(400); // what moves has arrived
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(window_->grab().save(folder + u'/' + name + QStringLiteral(".png")));
    }

    WindowStage()
    {
        QSettings().clear();
        openAnew();
    }

    // A window of its own, as the next start of the program would give; the folders stay.
    void openAnew()
    {
        window_ = std::make_unique<MainWindow>(place_.filePath(QStringLiteral("data")));
        window_->resize(1440, 900);
        window_->show();
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    }

    // The program ends; the folders stay.
    void end() { window_.reset(); }

    [[nodiscard]] MainWindow& window() { return *window_; }
    [[nodiscard]] Session& session() { return window_->session(); }
    [[nodiscard]] Document& document() { return session().document(); }
    [[nodiscard]] QString pathOf(const QString& name) const { return place_.filePath(name); }

    [[nodiscard]] bool settled()
    {
        return QTest::qWaitFor(
            [&] { return session().isOpen() && !document().isGenerating() && document().changes().has_value(); },
            15'000);
    }

    // From the start page: a project of the sample template in a new folder, `lab`.
    void makeSample()
    {
        auto* name = control<QLineEdit>(QStringLiteral("Project name"));
        QVERIFY(name != nullptr);
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("lab"));
        auto* folder = control<QLineEdit>(QStringLiteral("Project folder"));
        folder->selectAll();
        QTest::keyClicks(folder, pathOf(QStringLiteral("lab")));
        clickOn(control(QStringLiteral("Create project")));
        QVERIFY(settled());
    }

    [[nodiscard]] QString read(const QString& path) const
    {
        QFile file(pathOf(QStringLiteral("lab/")) + path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    void write(const QString& path, const QByteArray& text) const
    {
        QFile file(pathOf(QStringLiteral("lab/")) + path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    void chooseProfile(const QString& profile)
    {
        auto* tabs = control<QTabBar>(QStringLiteral("Profiles"));
        for (int at = 0; at < tabs->count(); ++at)
            if (tabs->tabText(at) == profile) QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(at).center());
        QCOMPARE(document().currentProfile(), profile);
    }

    void search(const QString& text)
    {
        press(Qt::Key_K, Qt::ControlModifier);
        auto* field = control<QLineEdit>(QStringLiteral("Search"));
        N3X_EVENTUALLY(field->hasFocus());
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(window_.get(), key, modifiers); }

    template <class Control = QWidget> Control* control(const QString& name)
    {
        return findControl<Control>(*window_, name);
    }

    // The one of the tool bar, which says how much there is.
    [[nodiscard]] QToolButton* exportTool() const
    {
        for (auto* button : window_->findChildren<QToolButton*>())
            if (button->isVisible() && button->accessibleName().startsWith(QStringLiteral("Export"))) return button;
        return nullptr;
    }

    // The one of the list of changes; null while it is out of sight.
    [[nodiscard]] QPushButton* exportButton() const
    {
        for (auto* button : window_->findChildren<QPushButton*>())
            if (button->isVisible() && button->accessibleName().startsWith(QStringLiteral("Export"))) return button;
        return nullptr;
    }

private:
    QTemporaryDir place_;
    std::unique_ptr<MainWindow> window_;
};

} // namespace n3x
