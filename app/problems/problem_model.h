// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/models/row_model.h"
#include "core/model/problem.h"

#include <QString>

namespace n3x {

// Errors before warnings before notes; in a severity by where they are.
class ProblemModel final : public RowModel<Problem> {
    Q_OBJECT

public:
    enum Column { What, Where, Code, ColumnCount };
    enum Role { SeverityRole = Qt::UserRole, AdviceRole, FixesRole, SortRole };

    using RowModel::RowModel;

    void setProblems(const Problems& problems);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

// A path in words: "bonding-vlans › storage › vlan".
[[nodiscard]] QString spokenPath(const ObjectPath& path);

// "n3x.yaml:12:5", or empty.
[[nodiscard]] QString spokenPosition(const Problem& problem);

} // namespace n3x
