// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/document/document.h"
#include "app/preview/code_view.h"
#include "app/preview/preview_panel.h"
#include "app/preview/what_changed.h"
#include "core/files/templates.h"

#include <QScrollBar>
#include <QTest>

namespace n3x {

// Of the nodes of the profile vlans.
inline const std::string units = "backends/debian/meta-n3x/recipes-support/systemd-networkd-config/files/vlans/";

// A preview of the sample, in a window of its own.
struct PreviewStage {
    Document document{templateProject("sample")};
    WhatChanged whatChanged{document};
    PreviewPanel panel{document, whatChanged};

    PreviewStage()
    {
        document.setCurrentProfile(QStringLiteral("vlans"));
        panel.show();
        panel.activateWindow(); // shortcuts reach the active window only
        if (!QTest::qWaitForWindowActive(&panel)) qFatal("the window does not become active");
        settle();
    }
    void settle()
    {
        QVERIFY(QTest::qWaitFor([&] { return !document.isGenerating(); }, 10000));
    }
    void apply(const Edit& edit)
    {
        document.apply(edit);
        settle();
    }
    CodeView& code(const QString& name)
    {
        for (CodeView* view : panel.findChildren<CodeView*>())
            if (view->accessibleName() == name) return *view;
        qFatal("no view of that name");
    }
    CodeView& shown() { return code(QStringLiteral("Generated file")); }
    CodeView& other() { return code(QStringLiteral("The same link in the other backend")); }
    void showBoth()
    {
        QTest::keyClick(&panel, Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(QTest::qWaitFor([&] { return other().isVisible(); })); // a button's shortcut shows it pressed first
        QTest::qWait(10); // with half of the room each
    }
};

inline ObjectPath inVlans(std::string_view kind, std::string_view name)
{
    return ObjectPath::of({"profiles", "vlans", kind, name});
}

inline QString lineAt(const CodeView& view, int line)
{
    return view.toPlainText().split(QLatin1Char('\n')).value(line);
}

inline bool inSight(const CodeView& view, const QString& words)
{
    const int first = view.verticalScrollBar()->value();
    const int count = view.viewport()->height() / view.fontMetrics().lineSpacing();
    for (int line = first; line < first + count; ++line)
        if (lineAt(view, line).contains(words)) return true;
    return false;
}

} // namespace n3x
