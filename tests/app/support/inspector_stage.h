// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/document/document.h"
#include "app/inspector/inspector_panel.h"
#include "core/files/fields.h"
#include "core/files/templates.h"
#include "tests/app/support/find_control.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QPushButton>
#include <QTabBar>

namespace n3x {

// An inspector in a window that has the shortcuts of the real one.
struct InspectorStage {
    explicit InspectorStage(const Project& project = templateProject("sample")) : document(project)
    {
        document.setCurrentProfile(QStringLiteral("vlans"));
        panel = new InspectorPanel(document);
        window.setCentralWidget(panel);
        auto* undo = new QAction(&window);
        undo->setShortcut(QKeySequence::Undo);
        QObject::connect(undo, &QAction::triggered, &document, &Document::undo);
        auto* redo = new QAction(&window);
        redo->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
        QObject::connect(redo, &QAction::triggered, &document, &Document::redo);
        window.addActions({undo, redo});
        window.resize(420, 700);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window)) qFatal("the window does not become active");
    }

    template <class Control> Control& control(const QString& name)
    {
        for (Control* found : panel->findChildren<Control*>())
            if (found->accessibleName() == name && found->isVisibleTo(&window)) return *found;
        qFatal("no control %s", qPrintable(name));
    }
    void showPageOf(const QString& name)
    {
        auto* pages = panel->findChild<QTabBar*>();
        for (int index = 0; index < pages->count() && findControl(*panel, name) == nullptr; ++index)
            pages->setCurrentIndex(index);
    }
    void showPage(const QString& title)
    {
        auto* pages = panel->findChild<QTabBar*>();
        for (int index = 0; index < pages->count(); ++index)
            if (pages->tabText(index) == title) return pages->setCurrentIndex(index);
        qFatal("no page %s", qPrintable(title));
    }
    void expectNothingCut() const
    {
        for (const QWidget* part : panel->findChildren<QWidget*>())
            if (part->isVisible())
                QVERIFY2(part->mapTo(panel, QPoint(part->width(), 0)).x() <= panel->width(),
                         qPrintable(part->accessibleName() + part->metaObject()->className()));
    }
    [[nodiscard]] std::string said(const ObjectPath& path) const
    {
        return valueText(document.project(), path).value_or("(nothing)");
    }

    Document document;
    QMainWindow window;
    InspectorPanel* panel;
};

// Keys go to where the keyboard is, as they do for a person.
inline void type(const InspectorStage& stage, const QString& text)
{
    for (const QChar key : text) {
        QVERIFY(stage.window.focusWidget() != nullptr);
        QTest::keyClicks(stage.window.focusWidget(), QString(key));
    }
}

// In place of what stands in a field.
template <class Control> void typeOver(const InspectorStage& stage, Control& field, const QString& text)
{
    field.setFocus();
    field.selectAll();
    type(stage, text);
}

inline void press(const InspectorStage& stage, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QVERIFY(stage.window.focusWidget() != nullptr);
    QTest::keyClick(stage.window.focusWidget(), key, modifiers);
}

// From the list of a button.
inline void choose(InspectorStage& stage, const QString& button, const QString& choice)
{
    for (QAction* action : stage.control<QPushButton>(button).menu()->actions())
        if (action->text() == choice) return action->trigger();
    QFAIL(qPrintable(choice));
}

} // namespace n3x
