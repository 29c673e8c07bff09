// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QApplication>
#include <QTest>
#include <QWidget>

// Finds controls the way a screen reader does. A control without a name cannot be found, and so not be tested.
// Fails when the condition does not come true in time. (QTRY_VERIFY narrows its own numbers, which is an error here.)
#define N3X_EVENTUALLY(condition) QVERIFY(QTest::qWaitFor([&] { return (condition); }, 10'000))

namespace n3x {

// The visible control of that type and accessible name; null when there is none.
template <class Control = QWidget> Control* findControl(const QWidget& within, const QString& name)
{
    for (Control* control : within.findChildren<Control*>())
        if (control->isVisible() && control->accessibleName() == name) return control;
    return nullptr;
}

// The same, also in the dialogs that are open; waits for it to appear.
template <class Control = QWidget> Control* waitForControl(const QString& name, int milliseconds = 10'000)
{
    Control* found = nullptr;
    const auto look = [&] {
        for (const QWidget* window : QApplication::topLevelWidgets())
            if (window->isVisible() && (found = findControl<Control>(*window, name)) != nullptr) return true;
        return false;
    };
    return QTest::qWaitFor(look, milliseconds) ? found : nullptr;
}

inline void clickOn(QWidget* control)
{
    QVERIFY(control != nullptr);
    QTest::mouseClick(control, Qt::LeftButton);
}

} // namespace n3x
