// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAbstractTableModel>

#include <cstddef>
#include <utility>
#include <vector>

namespace n3x {

// A table of rows that stay what they are: an update inserts, removes and changes rows, it never resets, so that
// selection, scroll position and screen readers keep their place.
template <class Row> class RowModel : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex& parent = {}) const final
    {
        return parent.isValid() ? 0 : static_cast<int>(rows_.size());
    }

    [[nodiscard]] const Row* row(const QModelIndex& index) const
    {
        const auto at = static_cast<std::size_t>(index.row());
        return index.isValid() && at < rows_.size() ? &rows_[at] : nullptr;
    }
    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }

protected:
    // Both lists are sorted by `key(row)`, whose values differ within a list.
    template <class Key> void update(std::vector<Row> next, Key key)
    {
        std::size_t at = 0;
        for (std::size_t from = 0; from < next.size();) {
            std::size_t gone = at;
            while (gone < rows_.size() && key(rows_[gone]) < key(next[from])) ++gone;
            remove(at, gone);
            std::size_t to = from;
            while (to < next.size() && (at == rows_.size() || key(next[to]) < key(rows_[at]))) ++to;
            if (to > from) {
                insert(at, next, from, to);
                at += to - from;
                from = to;
                continue;
            }
            const bool isSame = rows_[at] == next[from];
            rows_[at] = std::move(next[from]); // the same may still be another object
            if (!isSame) {
                emit dataChanged(index(static_cast<int>(at), 0), index(static_cast<int>(at), columnCount() - 1));
            }
            ++at;
            ++from;
        }
        remove(at, rows_.size());
    }

private:
    void remove(std::size_t first, std::size_t end)
    {
        if (first == end) return;
        beginRemoveRows({}, static_cast<int>(first), static_cast<int>(end) - 1);
        rows_.erase(place(first), place(end));
        endRemoveRows();
    }

    void insert(std::size_t at, std::vector<Row>& next, std::size_t from, std::size_t to)
    {
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(at + to - from) - 1);
        rows_.insert(place(at), std::make_move_iterator(next.begin() + static_cast<std::ptrdiff_t>(from)),
                     std::make_move_iterator(next.begin() + static_cast<std::ptrdiff_t>(to)));
        endInsertRows();
    }

    auto place(std::size_t at) { return rows_.begin() + static_cast<std::ptrdiff_t>(at); }

    std::vector<Row> rows_;
};

} // namespace n3x
