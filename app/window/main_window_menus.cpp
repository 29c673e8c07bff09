// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/main_window.h"

#include "app/changes/changes_panel.h"
#include "app/search/search_field.h"
#include "app/start/recent_projects.h"
#include "app/theme/icons.h"
#include "app/theme/style.h"
#include "app/window/about.h"
#include "app/window/actions.h"
#include "app/window/banner.h"
#include "app/window/docks.h"
#include "app/window/project_flow.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>
#include <QUrl>

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

// What an export has not written yet stands nowhere but here.
void MainWindow::openOutputMenu(const QString& path, const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    const bool isFolder = path.endsWith(u'/');
    const QFileInfo onDisk(QDir(session_.folder().path()).filePath(path));
    menu->addAction(icon(QStringLiteral("copy")), tr("Copy path"), this,
                    [path] { QGuiApplication::clipboard()->setText(path); });
    if (!isFolder)
        menu->addAction(tr("Copy text"), this, [this, path] {
            if (const auto file = session_.document().generation()->outputs.find(path.toStdString()))
                QGuiApplication::clipboard()->setText(QString::fromStdString(file->text()));
        });
    menu->addSeparator();
    const QString missing = onDisk.exists() ? QString() : tr("It is not in the folder yet; export first");
    const auto add = [&](const QString& words, const QString& whyNot, const auto& act) {
        QAction* action = menu->addAction(words, this, act);
        action->setEnabled(whyNot.isEmpty());
        if (!whyNot.isEmpty()) action->setToolTip(whyNot);
    };
    if (!isFolder) add(tr("Open in editor"), missing, [this, onDisk] { openOutside(onDisk.filePath()); });
    add(tr("Show in file manager"), missing, [this, onDisk] { openOutside(onDisk.path()); });
    if (!isFolder) {
        const auto& changes = session_.document().changes();
        const bool isOther = changes && std::ranges::any_of(changes->files, [&](const Change& change) {
                                 return change.kind != ChangeKind::Unchanged && change.path == path.toStdString();
                             });
        add(tr("Compare with the folder"),
            isOther   ? QString()
            : changes ? tr("It is the same in the folder")
                      : tr("Comparing with the folder…"),
            [this, path] { compareOutput(path); });
    }
    menu->popup(at);
}

void MainWindow::openOutside(const QString& path)
{
    if (QDesktopServices::openUrl(QUrl::fromLocalFile(path))) return;
    banners_->show(QStringLiteral("outside"), BannerKind::Error,
                   tr("No program was found that opens %1. Choose one in the settings of the desktop.").arg(path));
}

void MainWindow::compareOutput(const QString& path)
{
    docks_->raise(QStringLiteral("changes"));
    changes_->setInSight(true); // its list is filled by now
    changes_->choose(path);
}

} // namespace n3x
