// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTabBar>

namespace n3x {

class Document;

// A tab for each profile, in the order of the project, which dragging a tab changes.
class ProfileTabs final : public QTabBar {
    Q_OBJECT

public:
    explicit ProfileTabs(Document& document, QWidget* parent = nullptr);

signals:
    void renameRequested(const QString& profile);
    void menuRequested(const QString& profile, const QPoint& at);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void followProject();
    void followProblems();
    void followCurrent();
    void choose(int index);
    void move(int from, int to);
    [[nodiscard]] QString nameAt(int index) const;

    Document& document_;
    bool isFollowing_ = false;
};

} // namespace n3x
