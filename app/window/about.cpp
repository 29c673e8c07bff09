// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/about.h"

#include <QAction>
#include <QBoxLayout>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeWidget>

namespace n3x {

void showAbout(QWidget& window)
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, QObject::tr("About n3x Studio"),
                                QObject::tr("n3x Studio %1").arg(QCoreApplication::applicationVersion()),
                                QMessageBox::Close, &window);
    box->setInformativeText(
        QObject::tr("Draw a K3s cluster, watch every configuration file follow, export the whole repository.\n\n"
                    "© 2026 The n3x Studio authors. Apache License 2.0."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

namespace {

QTreeWidgetItem* addGroup(QTreeWidget& list, const QString& name)
{
    auto* group = new QTreeWidgetItem(&list, {name});
    QFont font = list.font();
    font.setBold(true);
    group->setFont(0, font);
    group->setFlags(Qt::ItemIsEnabled);
    group->setExpanded(true);
    return group;
}

void addActions(QTreeWidget& list, const QList<QAction*>& actions)
{
    QTreeWidgetItem* group = addGroup(list, QObject::tr("Everywhere"));
    for (const QAction* action : actions) {
        if (action->shortcut().isEmpty()) continue;
        QStringList keys;
        for (const QKeySequence& key : action->shortcuts()) keys << key.toString(QKeySequence::NativeText);
        auto* row = new QTreeWidgetItem(group, {action->iconText(), keys.join(QStringLiteral(", "))});
        row->setIcon(0, action->icon());
        row->setToolTip(0, action->statusTip());
    }
}

// What the canvas and the preview do by themselves: CanvasView::keyPressEvent, PreviewPanel::buildHeader.
void addOwnKeys(QTreeWidget& list)
{
    using Rows = QList<std::pair<QString, QString>>;
    const Rows canvas{
        {QObject::tr("Go from object to object"), QObject::tr("Arrows")},
        {QObject::tr("Go without selecting"), QObject::tr("Ctrl+Arrows")},
        {QObject::tr("Select one more on the way"), QObject::tr("Shift+Arrows")},
        {QObject::tr("Select or let go of what has the focus"), QObject::tr("Space")},
        {QObject::tr("Into the bonds of a node"), QStringLiteral("B")},
        {QObject::tr("Move the selected cards"), QObject::tr("Alt+Arrows")},
        {QObject::tr("Rename in place"), QObject::tr("Enter, F2")},
        {QObject::tr("Show what can be done: attach, detach, target…"), QObject::tr("Menu, Shift+F10")},
        {QObject::tr("Take back a gesture, select nothing"), QObject::tr("Escape")},
        {QObject::tr("Fit the profile into the view"), QStringLiteral("F")},
        {QObject::tr("Zoom to 100 %"), QStringLiteral("0")},
        {QObject::tr("Zoom in and out"), QObject::tr("+ and −, Ctrl+Wheel")},
        {QObject::tr("Move the view"), QObject::tr("Space+Drag, Wheel")},
    };
    const Rows preview{
        {QObject::tr("Next match while something is looked for"), QObject::tr("F3, Enter")},
        {QObject::tr("Previous match while something is looked for"), QObject::tr("Shift+F3, Shift+Enter")},
        {QObject::tr("Next changed line"), QStringLiteral("F3")},
        {QObject::tr("Previous changed line"), QStringLiteral("Shift+F3")},
        {QObject::tr("The same link in the other backend"), QStringLiteral("Ctrl+Shift+B")},
    };
    for (const auto& [name, rows] :
         {std::pair(QObject::tr("On the canvas"), canvas), std::pair(QObject::tr("In the preview"), preview)}) {
        QTreeWidgetItem* group = addGroup(list, name);
        for (const auto& [what, keys] : rows) new QTreeWidgetItem(group, {what, keys});
    }
}

} // namespace

void showShortcuts(QWidget& window, const QList<QAction*>& actions)
{
    auto* dialog = new QDialog(&window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(QObject::tr("Keyboard shortcuts"));
    auto* list = new QTreeWidget;
    list->setAccessibleName(QObject::tr("Keyboard shortcuts"));
    list->setColumnCount(2);
    list->setHeaderLabels({QObject::tr("Action"), QObject::tr("Keys")});
    list->setRootIsDecorated(false);
    list->setFrameShape(QFrame::NoFrame);
    addActions(*list, actions);
    addOwnKeys(*list);
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    list->header()->setStretchLastSection(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(list);
    layout->addWidget(buttons);
    dialog->resize(560, 620);
    dialog->open();
}

} // namespace n3x
