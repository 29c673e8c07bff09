// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/models/row_model.h"
#include "core/workspace/changes.h"

#include <QString>

namespace n3x {

struct ChangeRow {
    Change change;
    Decision decision = Decision::Keep; // of a conflict

    friend bool operator==(const ChangeRow&, const ChangeRow&) = default;
};

// What an export would do, file by file; what it leaves unchanged is not listed. Conflicts come first, since they
// ask for a decision.
class ChangeModel final : public RowModel<ChangeRow> {
    Q_OBJECT

public:
    enum Column { Path, What, ColumnCount };
    enum Role { PathRole = Qt::UserRole, KindRole };

    using RowModel::RowModel;

    void setChanges(const Changes& changes);
    void decide(const QString& path, Decision decision);
    // Only those of files that are in conflict now, each on the file as it stood in the list.
    [[nodiscard]] const Decisions& decisions() const { return decided_; }
    // How many files an export with these decisions writes or removes. The changes need not be those that are shown.
    [[nodiscard]] int writeCount(const Changes& changes) const;
    [[nodiscard]] int undecidedCount() const; // conflicts that are left alone

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void show(std::vector<ChangeRow> rows);
    [[nodiscard]] Decision decided(const Change& change) const;

    Decisions decided_;
};

} // namespace n3x
