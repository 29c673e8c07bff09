// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/shape_model.h"

#include <QHash>

#include <algorithm>

namespace n3x {

void ShapeModel::setRows(std::vector<Row> rows)
{
    // What is in both, in the order of both: the longest run of places that grow. Keys that moved against it go and
    // come.
    QHash<QString, std::size_t> places;
    for (std::size_t at = 0; at < rows.size(); ++at)
        if (!places.contains(rows[at].key)) places.insert(rows[at].key, at);
    for (std::size_t at = rows_.size(), limit = rows.size(); at-- > 0;) {
        const auto place = places.constFind(rows_[at].key);
        if (place != places.cend() && *place < limit) {
            limit = *place;
            continue;
        }
        std::size_t first = at; // rows that go together are told together
        while (first > 0 && !places.contains(rows_[first - 1].key)) --first;
        beginRemoveRows({}, static_cast<int>(first), static_cast<int>(at));
        rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(first),
                    rows_.begin() + static_cast<std::ptrdiff_t>(at) + 1);
        endRemoveRows();
        at = first;
    }
    std::size_t begin = 0;
    while (begin < rows.size()) {
        if (begin < rows_.size() && rows_[begin].key == rows[begin].key) {
            if (rows_[begin] != rows[begin]) {
                rows_[begin] = std::move(rows[begin]);
                emit dataChanged(index(static_cast<int>(begin)), index(static_cast<int>(begin)));
            }
            ++begin;
            continue;
        }
        std::size_t end = begin + 1;
        while (end < rows.size() && !(begin < rows_.size() && rows_[begin].key == rows[end].key)) ++end;
        beginInsertRows({}, static_cast<int>(begin), static_cast<int>(end) - 1);
        rows_.insert(rows_.begin() + static_cast<std::ptrdiff_t>(begin),
                     std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(begin)),
                     std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(end)));
        endInsertRows();
        begin = end;
    }
    if (rows_.size() > rows.size()) {
        beginRemoveRows({}, static_cast<int>(rows.size()), static_cast<int>(rows_.size()) - 1);
        rows_.resize(rows.size());
        endRemoveRows();
    }
}

int ShapeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant ShapeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Key: return row.key;
    case Qt::DisplayRole:
    case Name: return row.name;
    case Description: return row.description;
    case Shape: return row.shape;
    case Selected: return row.isSelected;
    case Focused: return row.isFocused;
    default: return {};
    }
}

QHash<int, QByteArray> ShapeModel::roleNames() const
{
    return {{Key, "key"},     {Name, "name"},         {Description, "description"},
            {Shape, "shape"}, {Selected, "selected"}, {Focused, "focused"}};
}

} // namespace n3x
