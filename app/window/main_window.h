// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/session/session.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>

class QMenu;
class QStackedWidget;
class QToolBar;

namespace n3x {

class Actions;
class BannerArea;
class ChangesPanel;
class Docks;
class InspectorPanel;
class PreviewPanel;
class ProblemsPanel;
class ProfileTabs;
class ProjectFlow;
class ProjectTree;
class SearchField;
class StartPage;
class StatusLine;
class WhatChanged;

// The one window: start page, or canvas with its docks around it. It puts the pieces together and decides nothing
// about projects itself.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    // With `begin` a project is about to be open: it is read while the panels are made, which then wait for it.
    // Without, the start page stands there.
    explicit MainWindow(const QString& dataFolder, const std::function<void(Session&)>& begin = {});
    ~MainWindow() override;

    [[nodiscard]] Session& session() { return session_; }
    [[nodiscard]] ProjectFlow& flow() { return *flow_; }

    void openFolder(const QString& folder);

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildCentre();
    void buildDocks();
    void buildMenus();
    void buildToolBar();
    void connectPieces();
    void connectActions();
    StartPage& startPage();
    void followState();  // start page or project
    void followOpening(bool isOpening);
    void followTitle();
    void fillRecent();
    void openProfileMenu(const QString& profile, const QPoint& at);
    void openOutputMenu(const QString& path, const QPoint& at);
    void openOutside(const QString& path);
    void compareOutput(const QString& path);
    void showOutput(const QString& path);

    Session session_;
    WhatChanged* whatChanged_;
    Actions* actions_;
    Docks* docks_;
    ProjectFlow* flow_ = nullptr;
    BannerArea* banners_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    StartPage* start_ = nullptr;
    QWidget* work_ = nullptr;
    QWidget* canvas_ = nullptr;
    ProfileTabs* tabs_ = nullptr;
    ProjectTree* tree_ = nullptr;
    InspectorPanel* inspector_ = nullptr;
    PreviewPanel* preview_ = nullptr;
    ProblemsPanel* problems_ = nullptr;
    ChangesPanel* changes_ = nullptr;
    StatusLine* status_ = nullptr;
    SearchField* search_ = nullptr;
    QToolBar* toolBar_ = nullptr;
    QMenu* recentMenu_ = nullptr;
    QPointer<QWidget> focused_; // had the keyboard when another project was asked for
    bool isLeaving_ = false;    // asked and answered
};

} // namespace n3x
