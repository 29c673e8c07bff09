// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/main_window.h"

#include "app/search/search_field.h"
#include "app/start/recent_projects.h"
#include "app/theme/style.h"
#include "app/window/about.h"
#include "app/window/actions.h"
#include "app/window/docks.h"
#include "app/window/project_flow.h"

#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

// Menus and tool bar of the window: where its actions stand.
namespace n3x {

void MainWindow::buildMenus()
{
    const Actions& actions = *actions_;
    menuBar()->setAccessibleName(tr("Menu bar"));

    QMenu* project = menuBar()->addMenu(tr("&Project"));
    project->addActions({actions.newProject, actions.openProject});
    recentMenu_ = project->addMenu(tr("Open &recent"));
    project->addSeparator();
    project->addActions({actions.save, actions.exportFiles, actions.reload});
    project->addSeparator();
    project->addActions({actions.closeProject, actions.quit});

    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({actions.undo, actions.redo});
    edit->addSeparator();
    edit->addActions({actions.duplicate, actions.moveUp, actions.moveDown, actions.remove});
    edit->addSeparator();
    edit->addActions({actions.selectAll, actions.selectNothing, actions.search, actions.findInText});

    QMenu* cluster = menuBar()->addMenu(tr("&Cluster"));
    cluster->addActions({actions.addServer, actions.addAgent, actions.addNetwork, actions.addUplink});
    cluster->addSeparator();
    cluster->addAction(actions.arrange);
    cluster->addSeparator();
    cluster->addActions({actions.addProfile, actions.duplicateProfile, actions.renameProfile, actions.removeProfile,
                         actions.deployProfile});
    cluster->addSeparator();
    cluster->addActions({actions.moveProfileUp, actions.moveProfileDown});
    cluster->addSeparator();
    cluster->addActions({actions.previousProfile, actions.nextProfile});
    cluster->addSeparator();
    cluster->addAction(actions.check);

    QMenu* view = menuBar()->addMenu(tr("&View"));
    docks_->addTo(*view);
    view->addSeparator();
    view->addActions({actions.zoomIn, actions.zoomOut, actions.actualSize, actions.fit});
    view->addSeparator();
    view->addActions({actions.nextPanel, actions.previousPanel, actions.floatPanel});
    view->addSeparator();
    view->addActions({actions.resetDocks, actions.fullScreen});

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addActions({actions.shortcuts, actions.about});
    connect(actions.shortcuts, &QAction::triggered, this, [this] { showShortcuts(*this, actions_->all()); });
    connect(actions.about, &QAction::triggered, this, [this] { showAbout(*this); });
}

void MainWindow::buildToolBar()
{
    const Actions& actions = *actions_;
    toolBar_ = addToolBar(tr("Tools"));
    toolBar_->setObjectName(QStringLiteral("tools"));
    toolBar_->setAccessibleName(tr("Tools"));
    toolBar_->setMovable(false);
    toolBar_->setFloatable(false);
    toolBar_->setContextMenuPolicy(Qt::PreventContextMenu);
    toolBar_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    toolBar_->addActions({actions.undo, actions.redo});
    toolBar_->addSeparator();
    toolBar_->addActions({actions.addServer, actions.addAgent, actions.addNetwork});
    toolBar_->addSeparator();
    toolBar_->addAction(actions.check);
    toolBar_->addAction(actions.exportFiles);
    auto* room = new QWidget;
    room->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    toolBar_->addWidget(room);
    search_ = new SearchField(session_.document(), actions_->all(), *this);
    toolBar_->addWidget(search_);
    for (QAction* action : toolBar_->actions()) {
        auto* button = qobject_cast<QToolButton*>(toolBar_->widgetForAction(action));
        if (button == nullptr) continue;
        button->setFocusPolicy(Qt::TabFocus);
        // The text of an action carries the mark of its mnemonic; a name does not.
        const auto name = [action, button] { button->setAccessibleName(action->iconText()); };
        connect(action, &QAction::changed, button, name);
        name();
    }
    if (auto* button = qobject_cast<QToolButton*>(toolBar_->widgetForAction(actions.exportFiles))) {
        makeMainAction(*button);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    }
}

void MainWindow::fillRecent()
{
    recentMenu_->clear();
    const auto projects = recentProjects();
    for (const RecentProject& project : projects) {
        const bool isAlone = std::ranges::count(projects, project.name, &RecentProject::name) == 1;
        const QString words = isAlone ? project.name : tr("%1 – %2").arg(project.name, project.folder);
        QAction* action = recentMenu_->addAction(QString(words).replace(u'&', QStringLiteral("&&")));
        action->setToolTip(project.folder);
        connect(action, &QAction::triggered, this, [this, folder = project.folder] { flow_->open(folder); });
    }
    recentMenu_->setToolTipsVisible(true);
    recentMenu_->setEnabled(!recentMenu_->isEmpty());
}

void MainWindow::openProfileMenu(const QString& profile, const QPoint& at)
{
    const Actions& actions = *actions_;
    if (!profile.isEmpty()) session_.document().setCurrentProfile(profile);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addAction(actions.addProfile);
    if (!profile.isEmpty())
        menu->addActions({actions.duplicateProfile, actions.renameProfile, actions.deployProfile, actions.moveProfileUp,
                          actions.moveProfileDown, actions.removeProfile});
    menu->popup(at);
}

} // namespace n3x
