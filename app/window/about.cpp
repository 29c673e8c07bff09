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

void showShortcuts(QWidget& window, const QList<QAction*>& actions)
{
    auto* dialog = new QDialog(&window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(QObject::tr("Keyboard Shortcuts"));
    auto* list = new QTreeWidget;
    list->setAccessibleName(QObject::tr("Keyboard shortcuts"));
    list->setColumnCount(2);
    list->setHeaderLabels({QObject::tr("Action"), QObject::tr("Keys")});
    list->setRootIsDecorated(false);
    for (const QAction* action : actions) {
        if (action->shortcut().isEmpty()) continue;
        QStringList keys;
        for (const QKeySequence& key : action->shortcuts()) keys << key.toString(QKeySequence::NativeText);
        auto* row = new QTreeWidgetItem(list, {action->iconText(), keys.join(QStringLiteral(", "))});
        row->setIcon(0, action->icon());
        row->setToolTip(0, action->statusTip());
    }
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setStretchLastSection(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(list);
    layout->addWidget(buttons);
    dialog->resize(520, 560);
    dialog->open();
}

} // namespace n3x
