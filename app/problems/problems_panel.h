// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/problems/problem_model.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QLabel;
class QToolButton;
class QTreeView;
class QHBoxLayout;

namespace n3x {

class Document;

// Leaves out the severities that are switched off.
class ProblemFilter final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit ProblemFilter(QObject* parent = nullptr);
    void show(Severity severity, bool shown);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    bool shown_[3] = {true, true, true};
};

// The list of everything that is wrong; what is chosen in it shows its advice and the buttons that mend it.
class ProblemsPanel final : public QWidget {
    Q_OBJECT

public:
    explicit ProblemsPanel(Document& document, QWidget* parent = nullptr);

signals:
    void titleChanged(const QString& title); // "Problems 3"

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void follow();
    void fitColumns();
    void showChosen();
    void openChosen();
    void copyChosen() const;
    void openMenu(const QPoint& at);
    [[nodiscard]] const Problem* chosen() const;
    void mend(const Problem& problem, std::size_t fix);

    Document& document_;
    ProblemModel model_;
    ProblemFilter filter_;
    QTreeView* view_;
    QToolButton* severities_[3];
    QLabel* empty_;
    QWidget* answer_;   // advice and fixes of what is chosen
    QLabel* advice_;
    QHBoxLayout* fixes_;
};

} // namespace n3x
