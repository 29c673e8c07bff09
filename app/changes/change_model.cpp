// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/changes/change_model.h"

#include "app/theme/colours.h"
#include "app/theme/icons.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>
#include <tuple>

namespace n3x {

namespace {

bool isConflict(const ChangeRow& row) { return row.change.kind == ChangeKind::Conflict; }

// What has to be decided stands first.
auto keyOf(const ChangeRow& row) { return std::tuple(!isConflict(row), std::string_view(row.change.path)); }

QIcon kindIcon(ChangeKind kind)
{
    const Colours colours = coloursOf(QGuiApplication::palette());
    switch (kind) {
    case ChangeKind::Add: return icon(QStringLiteral("added"), colours.good);
    case ChangeKind::Change: return icon(QStringLiteral("changed"), colours.changed);
    case ChangeKind::Remove: return icon(QStringLiteral("removed"), colours.error);
    case ChangeKind::Conflict: return icon(QStringLiteral("hand"), colours.warning);
    case ChangeKind::Unchanged: return {};
    }
    return {};
}

QString conflictWords(const ChangeRow& row)
{
    if (row.change.reason == ConflictReason::Unreadable)
        return row.decision == Decision::Overwrite ? ChangeModel::tr("cannot be read, will be made anew")
                                                   : ChangeModel::tr("cannot be read, nothing is exported");
    if (row.decision == Decision::Overwrite)
        return row.change.reason == ConflictReason::EditedThenDropped
                   ? ChangeModel::tr("edited by hand, will be removed")
                   : ChangeModel::tr("edited by hand, will be overwritten");
    switch (row.change.reason) {
    case ConflictReason::EditedByHand: return ChangeModel::tr("edited by hand, left alone");
    case ConflictReason::EditedThenDropped:
        return ChangeModel::tr("edited by hand, not generated any more, left alone");
    case ConflictReason::NotOurs: return ChangeModel::tr("not made by an export, left alone");
    case ConflictReason::NotAFile: return ChangeModel::tr("not a regular file, left alone");
    case ConflictReason::Unreadable:
    case ConflictReason::None: return {};
    }
    return {};
}

QString kindWords(const ChangeRow& row)
{
    switch (row.change.kind) {
    case ChangeKind::Add: return ChangeModel::tr("will be added");
    case ChangeKind::Change: return ChangeModel::tr("will be changed");
    case ChangeKind::Remove: return ChangeModel::tr("will be removed");
    case ChangeKind::Conflict: return conflictWords(row);
    case ChangeKind::Unchanged: return {};
    }
    return {};
}

} // namespace

void ChangeModel::setChanges(const Changes& changes)
{
    std::vector<ChangeRow> rows;
    Decisions stillNeeded;
    for (const Change& change : changes.files) {
        if (change.kind == ChangeKind::Unchanged) continue;
        rows.push_back({change, decided(change)});
        if (isConflict(rows.back()) && decisionOn(change, decided_)) stillNeeded.insert(*decided_.find(change.path));
    }
    decided_ = std::move(stillNeeded);
    show(std::move(rows));
}

Decision ChangeModel::decided(const Change& change) const
{
    return change.kind == ChangeKind::Conflict ? decisionOn(change, decided_).value_or(Decision::Keep) : Decision::Keep;
}

void ChangeModel::decide(const QString& path, Decision decision)
{
    std::vector<ChangeRow> rows = this->rows();
    for (ChangeRow& row : rows) {
        if (row.change.kind != ChangeKind::Conflict || row.change.path != path.toStdString()) continue;
        if (row.change.reason == ConflictReason::NotAFile) return;
        row.decision = decision;
        decided_.insert_or_assign(row.change.path, Decided{decision, row.change.onDisk});
    }
    show(std::move(rows));
}

void ChangeModel::show(std::vector<ChangeRow> rows)
{
    std::ranges::stable_partition(rows, isConflict); // each half is in the order of the paths already
    update(std::move(rows), keyOf);
}

int ChangeModel::writeCount(const Changes& changes) const
{
    const auto stopsAll = [this](const Change& change) {
        return change.reason == ConflictReason::Unreadable && decided(change) == Decision::Keep;
    };
    if (std::ranges::any_of(changes.files, stopsAll)) return 0;
    return static_cast<int>(std::ranges::count_if(changes.files, [this](const Change& change) {
        return change.kind == ChangeKind::Conflict ? decided(change) == Decision::Overwrite
                                                   : change.kind != ChangeKind::Unchanged;
    }));
}

int ChangeModel::undecidedCount() const
{
    return static_cast<int>(std::ranges::count_if(
        rows(), [](const ChangeRow& row) { return isConflict(row) && row.decision == Decision::Keep; }));
}

int ChangeModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ChangeModel::data(const QModelIndex& index, int role) const
{
    const ChangeRow* row = this->row(index);
    if (row == nullptr) return {};
    const QString path = QString::fromStdString(row->change.path);
    switch (role) {
    case Qt::DisplayRole: return index.column() == Path ? path : kindWords(*row);
    case Qt::DecorationRole: return index.column() == Path ? QVariant(kindIcon(row->change.kind)) : QVariant();
    case Qt::ForegroundRole:
        return index.column() == What && row->change.kind != ChangeKind::Conflict
                   ? QVariant(coloursOf(QGuiApplication::palette()).quiet)
                   : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return QStringLiteral("%1: %2").arg(path, kindWords(*row));
    case PathRole: return path;
    case KindRole: return static_cast<int>(row->change.kind);
    default: return {};
    }
}

QVariant ChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == Path ? tr("File") : tr("Export");
}

} // namespace n3x
