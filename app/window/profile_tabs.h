// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTabBar>

class QLineEdit;

namespace n3x {

class Document;

// A tab for each profile, in the order of the project, which dragging a tab changes. A double click renames it in
// place.
class ProfileTabs final : public QTabBar {
    Q_OBJECT

public:
    explicit ProfileTabs(Document& document, QWidget* parent = nullptr);

    void beginRename(const QString& profile);

signals:
    void menuRequested(const QString& profile, const QPoint& at);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void followProject();
    void followProblems();
    void followCurrent();
    void choose(int index);
    void move(int from, int to);
    void checkName();
    void endRename();
    [[nodiscard]] QString nameAt(int index) const;
    [[nodiscard]] QString refusalOf(const QString& name) const;

    Document& document_;
    QLineEdit* name_; // over the tab that is being renamed
    QString renamed_;
    bool isFollowing_ = false;
    int presses_ = 0;
};

} // namespace n3x
