// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/main_window.h"

#include "app/changes/changes_panel.h"
#include "app/find/find_bar.h"
#include "app/inspector/inspector_panel.h"
#include "app/preview/preview_panel.h"
#include "app/preview/what_changed.h"
#include "app/problems/problems_panel.h"
#include "app/search/search_field.h"
#include "app/start/recent_projects.h"
#include "app/start/start_page.h"
#include "app/tree/project_tree.h"
#include "app/window/actions.h"
#include "app/window/banner.h"
#include "app/window/canvas_place.h"
#include "app/window/docks.h"
#include "app/window/history_panel.h"
#include "app/window/profile_tabs.h"
#include "app/window/project_flow.h"
#include "app/window/status_line.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QDockWidget>
#include <QSettings>
#include <QStackedWidget>
#include <QTimer>
#include <QToolBar>
#include <QWindow>

namespace n3x {

namespace {

constexpr QSize smallest(1024, 700);
constexpr QSize usual(1440, 900);

QString geometryKey() { return QStringLiteral("window/geometry"); }

} // namespace

MainWindow::MainWindow(const QString& dataFolder, const std::function<void(Session&)>& begin)
    : session_(dataFolder), whatChanged_(new WhatChanged(session_.document(), this)),
      actions_(new Actions(session_, *this)), docks_(new Docks(*this))
{
    setAccessibleName(tr("n3x Studio"));
    if (begin) begin(session_);
    buildCentre();
    buildDocks();
    buildMenus();
    buildToolBar();
    status_ = new StatusLine(session_.document(), *whatChanged_, this);
    setStatusBar(status_);
    connectPieces();
    connectActions();

    setMinimumSize(smallest);
    resize(usual);
    restoreGeometry(QSettings().value(geometryKey()).toByteArray());
    docks_->restore();
    if (!begin) {
        followState();
    } else { // hiding the panels, to lay them out again a moment later, takes a tenth of the start
        pages_->setCurrentWidget(work_);
        followTitle();
    }
}

// While there is a session: a field that loses the keyboard still says what was typed in it, and the panels look at the
// document to their end. Those that float do not hide with the window.
MainWindow::~MainWindow()
{
    hide();
    for (QWidget* part : findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
        if (part->isWindow()) part->hide();
    while (const QWidget* part = findChild<QWidget*>(Qt::FindDirectChildrenOnly)) delete part;
}

void MainWindow::buildCentre()
{
    Document& document = session_.document();
    banners_ = new BannerArea;
    flow_ = new ProjectFlow(session_, *banners_, *this);
    tabs_ = new ProfileTabs(document);
    work_ = new QWidget;
    auto* workLayout = new QVBoxLayout(work_);
    workLayout->setContentsMargins(0, 0, 0, 0);
    workLayout->setSpacing(0);
    workLayout->addWidget(tabs_);
    canvas_ = makeCanvas(document, *actions_);
    workLayout->addWidget(canvas_, 1);

    pages_ = new QStackedWidget;
    pages_->addWidget(work_);
    auto* centre = new QWidget;
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(banners_);
    layout->addWidget(pages_, 1);
    setCentralWidget(centre);
}

void MainWindow::buildDocks()
{
    Document& document = session_.document();
    tree_ = new ProjectTree(document, *whatChanged_);
    preview_ = new PreviewPanel(document, *whatChanged_);
    problems_ = new ProblemsPanel(document);
    changes_ = new ChangesPanel(session_);
    docks_->add(QStringLiteral("project"), tr("Project"), Docks::Place::Left, tree_);
    inspector_ = new InspectorPanel(document);
    docks_->add(QStringLiteral("inspector"), tr("Inspector"), Docks::Place::RightTop, inspector_);
    docks_->add(QStringLiteral("preview"), tr("Preview"), Docks::Place::RightBottom, preview_);
    QDockWidget* problems = docks_->add(QStringLiteral("problems"), tr("Problems"), Docks::Place::Bottom, problems_);
    QDockWidget* changes = docks_->add(QStringLiteral("changes"), tr("Changes"), Docks::Place::Bottom, changes_);
    docks_->add(QStringLiteral("history"), tr("History"), Docks::Place::Bottom, new HistoryPanel(document));
    connect(problems_, &ProblemsPanel::titleChanged, problems, &QDockWidget::setWindowTitle);
    connect(changes_, &ChangesPanel::titleChanged, changes, &QDockWidget::setWindowTitle);
    connect(changes, &QDockWidget::visibilityChanged, changes_, &ChangesPanel::setInSight);
    connect(changes, &QDockWidget::topLevelChanged, changes_,
            [this](bool floats) { // from behind a tab it tells no more
                if (floats) changes_->setInSight(true);
            });
}

void MainWindow::connectPieces()
{
    Document& document = session_.document();
    connect(&session_, &Session::arriving, this,
            [this](const QString& folder) { session_.document().leaveFor(rememberedProfile(folder)); });
    connect(&session_, &Session::opened, this, [this] {
        rememberProject(session_.folder().path(), QString::fromStdString(session_.document().project().name.text()));
        followState();
    });
    connect(&document, &Document::currentProfileChanged, this, [this](const QString& profile) {
        if (session_.isOpen() && !profile.isEmpty()) rememberProfile(session_.folder().path(), profile);
    });
    connect(&session_, &Session::closed, this, &MainWindow::followState);
    connect(&session_.folder(), &ProjectFolder::openFailed, this, &MainWindow::followState);
    connect(&session_.folder(), &ProjectFolder::openingChanged, this, &MainWindow::followOpening);
    connect(&document, &Document::dirtyChanged, this, &MainWindow::followTitle);
    connect(&document, &Document::projectChanged, this, &MainWindow::followTitle);

    connect(tabs_, &ProfileTabs::menuRequested, this, &MainWindow::openProfileMenu);
    connect(tree_, &ProjectTree::profileMenuRequested, this, &MainWindow::openProfileMenu);
    connect(tree_, &ProjectTree::outputChosen, this, &MainWindow::showOutput);
    connect(tree_, &ProjectTree::outputMenuRequested, this, &MainWindow::openOutputMenu);
    connect(&document, &Document::outputRequested, this, &MainWindow::showOutput);
    connect(preview_, &PreviewPanel::pathChanged, tree_, &ProjectTree::showOutput);
    connect(&document, &Document::revealRequested, this, [this] { docks_->raise(QStringLiteral("inspector")); });
    connect(changes_, &ChangesPanel::writeCountChanged, actions_, &Actions::setWriteCount);
    connect(changes_, &ChangesPanel::exportRequested, flow_, &ProjectFlow::exportOutputs);
    connect(status_, &StatusLine::problemsRequested, this, [this] { docks_->raise(QStringLiteral("problems")); });
    connect(status_, &StatusLine::changesRequested, this, [this] { docks_->raise(QStringLiteral("changes")); });
}

void MainWindow::connectActions()
{
    const Actions& actions = *actions_;
    connect(actions.newProject, &QAction::triggered, this, [this] {
        flow_->askToLeave([this] {
            session_.close();
            startPage().beginNew();
        });
    });
    connect(actions.undo, &QAction::triggered, this, [this] {
        inspector_->finishTyping(); // a name half typed is the last step
        session_.document().undo();
    });
    connect(actions.redo, &QAction::triggered, &session_.document(), &Document::redo);
    connect(actions.openProject, &QAction::triggered, flow_, &ProjectFlow::chooseAndOpen);
    connect(actions.save, &QAction::triggered, flow_, &ProjectFlow::save);
    // The list is in sight before anything is written: what is exported is what can be read there.
    connect(actions.exportFiles, &QAction::triggered, this, [this] {
        docks_->raise(QStringLiteral("changes"));
        changes_->prepareExport();
    });
    connect(actions.reload, &QAction::triggered, flow_, &ProjectFlow::reload);
    connect(actions.closeProject, &QAction::triggered, flow_, &ProjectFlow::close);
    connect(actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(actions.search, &QAction::triggered, search_, &SearchField::begin);
    connect(search_, &SearchField::found, this, [this](FoundOn foundOn) {
        if (foundOn == FoundOn::Elsewhere) return;
        QWidget* place = foundOn == FoundOn::Canvas ? canvas_ : preview_;
        place->activateWindow();
        place->setFocus(Qt::ShortcutFocusReason);
    });
    connect(actions.findInText, &QAction::triggered, this, [this] {
        if (FindBar::inHand() == nullptr) {
            docks_->raise(QStringLiteral("preview"));
            preview_->activateWindow();
            preview_->setFocus(Qt::ShortcutFocusReason);
        }
        if (FindBar* bar = FindBar::inHand()) bar->begin();
    });
    connect(actions.check, &QAction::triggered, this, [this] { docks_->raise(QStringLiteral("problems")); });
    connect(actions.addProfile, &QAction::triggered, this,
            [this] { tabs_->beginRename(session_.document().currentProfile()); });
    connect(actions.renameProfile, &QAction::triggered, this,
            [this] { tabs_->beginRename(session_.document().currentProfile()); });
    connect(actions.nextPanel, &QAction::triggered, this, [this] { docks_->focusNext(1); });
    connect(actions.previousPanel, &QAction::triggered, this, [this] { docks_->focusNext(-1); });
    connect(actions.floatPanel, &QAction::triggered, docks_, &Docks::floatFocused);
    connect(actions.resetDocks, &QAction::triggered, docks_, &Docks::reset);
    connect(actions.fullScreen, &QAction::triggered, this,
            [this](bool full) { full ? showFullScreen() : showNormal(); });
}

void MainWindow::openFolder(const QString& folder) { flow_->open(folder); }

// Made when it is first needed: who opens a project from a terminal or their desktop never sees it.
StartPage& MainWindow::startPage()
{
    if (start_ == nullptr) {
        start_ = new StartPage;
        pages_->addWidget(start_);
        connect(start_, &StartPage::openRequested, flow_, &ProjectFlow::open);
        connect(start_, &StartPage::chooseFolderRequested, flow_, &ProjectFlow::chooseAndOpen);
        connect(start_, &StartPage::newRequested, flow_, &ProjectFlow::create);
        connect(start_, &StartPage::edited, flow_, &ProjectFlow::forgetFailure);
    }
    return *start_;
}

void MainWindow::followState()
{
    const bool open = session_.isOpen();
    if (!open) startPage().refresh();
    pages_->setCurrentWidget(open ? work_ : start_);
    docks_->setShown(open);
    toolBar_->setVisible(open);
    status_->setShown(open);
    fillRecent();
    followTitle();
}

// The project that stands here is on its way out: what somebody did to it now would be lost.
void MainWindow::followOpening(bool isOpening)
{
    if (isOpening) focused_ = focusWidget();
    pages_->setEnabled(!isOpening);
    docks_->setEnabled(!isOpening);
    if (isOpening) return;
    if (focused_ && focused_->isVisible())
        focused_->setFocus();
    else if (session_.isOpen() && windowHandle() != nullptr && windowHandle()->isExposed())
        canvas_->setFocus(); // without it, Escape out of a menu would leave the keyboard there
    else if (session_.isOpen()) // after the first frame, which would be drawn once more for it
        QTimer::singleShot(200, canvas_, [this] {
            if (focusWidget() == nullptr) canvas_->setFocus();
        });
}

void MainWindow::followTitle()
{
    const bool open = session_.isOpen();
    const QString name = QString::fromStdString(session_.document().project().name.text());
    setWindowTitle(open ? tr("%1[*] – n3x Studio").arg(name) : tr("n3x Studio"));
    setWindowModified(open && session_.document().isDirty());
    setWindowFilePath(session_.folder().path());
}

void MainWindow::showOutput(const QString& path)
{
    docks_->raise(QStringLiteral("preview"));
    preview_->openFile(path);
    tree_->showOutput(path);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!isLeaving_) flow_->finishTyping();
    if (!isLeaving_ && !flow_->canLeaveAtOnce()) {
        event->ignore();
        flow_->askToLeave([this] {
            session_.discardWork(); // there is none where it was saved
            isLeaving_ = true;
            close();
        });
        return;
    }
    QSettings().setValue(geometryKey(), saveGeometry());
    docks_->remember();
    event->accept();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    const QSize before = event->oldSize();
    if (!before.isValid() || event->size().width() < before.width()) docks_->keepRoomForCentre();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow()) session_.compareSoon();
    if (event->type() == QEvent::WindowStateChange) actions_->fullScreen->setChecked(isFullScreen());
}

} // namespace n3x
