// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/models/row_model.h"

#include <QListView>

namespace n3x {

class Document;

struct HistoryStep {
    int position = 0;
    QString name;
    bool isDone = true;
    bool isHere = false; // the state in sight

    friend bool operator==(const HistoryStep&, const HistoryStep&) = default;
};

class HistoryModel final : public RowModel<HistoryStep> {
public:
    using RowModel::RowModel;

    void follow(const Document& document);
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 1; }
    QVariant data(const QModelIndex& index, int role) const override;
};

// Every step of the history by its name, oldest first; choosing one goes there.
class HistoryPanel final : public QListView {
    Q_OBJECT

public:
    explicit HistoryPanel(Document& document, QWidget* parent = nullptr);

private:
    void follow();

    Document& document_;
    HistoryModel model_;
};

} // namespace n3x
