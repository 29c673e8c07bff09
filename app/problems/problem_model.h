// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/models/row_model.h"
#include "core/model/problem.h"

#include <QString>

#include <memory>

namespace n3x {

// A problem in a list that somebody keeps.
struct ProblemRow {
    const Problem* problem;

    friend bool operator==(const ProblemRow& one, const ProblemRow& two) { return *one.problem == *two.problem; }
};

// Errors before warnings before notes; in a severity by where they are.
class ProblemModel final : public RowModel<ProblemRow> {
    Q_OBJECT

public:
    enum Column { What, Where, File, Code, ColumnCount };
    enum Role { SeverityRole = Qt::UserRole, AdviceRole, FixesRole, SortRole };

    using RowModel::RowModel;

    // Sorted by path, then code. The list is kept and not copied: it may have thousands, and comes at every key.
    void setProblems(std::shared_ptr<const Problems> problems);
    [[nodiscard]] const Problem* problem(const QModelIndex& index) const;

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const Problems> problems_ = std::make_shared<const Problems>();
};

// A path in words: "bonding-vlans › storage › vlan".
[[nodiscard]] QString spokenPath(const ObjectPath& path);

// "n3x.yaml:12:5", or empty.
[[nodiscard]] QString spokenPosition(const Problem& problem);

} // namespace n3x
