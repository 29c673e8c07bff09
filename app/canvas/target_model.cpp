// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/target_model.h"

#include "app/document/document.h"

#include <algorithm>

namespace n3x {

TargetModel::TargetModel(Document& document, QObject* parent) : QAbstractListModel(parent), document_(document)
{
    connect(&document, &Document::projectChanged, this, [this](const Project& before, const Project& after) {
        if (!(before.hardware == after.hardware)) follow();
    });
    follow();
}

void TargetModel::follow()
{
    std::vector<Row> rows;
    const auto add = [&rows](const Sequence<HardwareTarget>& targets) {
        for (const auto& target : targets) {
            const QString name = QString::fromStdString(target->name.text());
            if (std::ranges::find(rows, name, &Row::name) != rows.end()) continue;
            const QString title = QString::fromStdString(target->title.text());
            rows.push_back({name, title.isEmpty() ? name : title});
        }
    };
    add(document_.project().hardware);
    add(builtInHardware());
    // Equal at the end stays: own targets come and go at the front.
    std::size_t tail = 0;
    while (tail < rows.size() && tail < rows_.size() && rows[rows.size() - 1 - tail] == rows_[rows_.size() - 1 - tail])
        ++tail;
    if (const std::size_t old = rows_.size() - tail; old > 0) {
        beginRemoveRows({}, 0, static_cast<int>(old) - 1);
        rows_.erase(rows_.begin(), rows_.begin() + static_cast<std::ptrdiff_t>(old));
        endRemoveRows();
    }
    if (const std::size_t fresh = rows.size() - tail; fresh > 0) {
        beginInsertRows({}, 0, static_cast<int>(fresh) - 1);
        rows_ = std::move(rows);
        endInsertRows();
    }
}

int TargetModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant TargetModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    if (role == Name) return row.name;
    if (role == Title || role == Qt::DisplayRole) return row.title;
    return {};
}

QHash<int, QByteArray> TargetModel::roleNames() const { return {{Name, "name"}, {Title, "title"}}; }

} // namespace n3x
