// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/search/search.h"

#include <QAbstractListModel>
#include <QLineEdit>
#include <QPointer>

class QListView;

namespace n3x {

class HitModel final : public QAbstractListModel {
public:
    enum Role { DetailRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;
    void show(std::vector<SearchHit> hits);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] const std::vector<SearchHit>& hits() const { return hits_; }

private:
    std::vector<SearchHit> hits_;
};

// The search field of the tool bar. Its hits hang below it; arrow keys choose, Return goes, Escape goes back to where
// the keyboard was.
class SearchField final : public QLineEdit {
    Q_OBJECT

public:
    SearchField(Document& document, QList<QAction*> actions, QWidget& window);
    ~SearchField() override;

    void begin(); // takes the keyboard

signals:
    void found(n3x::FoundOn foundOn); // and chosen; the keyboard is back where it was

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void find();
    void place();
    void choose(int row);
    void end();

    Document& document_;
    QList<QAction*> actions_;
    QWidget& window_;
    HitModel model_;
    QListView* list_;
    QPointer<QWidget> before_; // where the keyboard was
};

} // namespace n3x
