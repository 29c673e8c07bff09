// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>

namespace n3x {

class Session;

// Everything that menus, tool bar, shortcuts and search can do. Each has a name, a key where one is usual, and a tip;
// what cannot be done now is disabled. The window connects what needs a window.
class Actions final : public QObject {
    Q_OBJECT

public:
    Actions(Session& session, QWidget& window);

    [[nodiscard]] QList<QAction*> all() const; // for the search palette

    void setWriteCount(int count); // of what an export would write or remove

    // Project
    QAction* newProject;
    QAction* openProject;
    QAction* save;
    QAction* exportFiles;
    QAction* reload;
    QAction* closeProject;
    QAction* quit;
    // Edit
    QAction* undo;
    QAction* redo;
    QAction* remove;
    QAction* duplicate;
    QAction* moveUp;
    QAction* moveDown;
    QAction* selectAll;
    QAction* selectNothing;
    QAction* search;
    QAction* findInText;
    // Cluster
    QAction* addServer;
    QAction* addAgent;
    QAction* addNetwork;
    QAction* addUplink;
    QAction* arrange;
    QAction* addProfile;
    QAction* duplicateProfile;
    QAction* renameProfile;
    QAction* removeProfile;
    QAction* moveProfileUp;
    QAction* moveProfileDown;
    QAction* deployProfile;
    QAction* nextProfile;
    QAction* previousProfile;
    QAction* check;
    // View
    QAction* nextPanel;
    QAction* previousPanel;
    QAction* floatPanel;
    QAction* zoomIn;
    QAction* zoomOut;
    QAction* actualSize;
    QAction* fit;
    QAction* resetDocks;
    QAction* fullScreen;
    // Help
    QAction* shortcuts;
    QAction* about;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAction* make(const QString& name, const QString& text, const QString& tip, const QString& iconName = {},
                  const QKeySequence& key = {});
    void follow();
    void followMoves(bool isOpen);

    Session& session_;
    QWidget& window_;
    int writeCount_ = 0;
};

} // namespace n3x
