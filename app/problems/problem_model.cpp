// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/problems/problem_model.h"

#include "app/document/translated.h"
#include "app/theme/colours.h"
#include "app/theme/icons.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>
#include <tuple>
#include <utility>

namespace n3x {

namespace {

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error: return ProblemModel::tr("Error");
    case Severity::Warning: return ProblemModel::tr("Warning");
    case Severity::Info: return ProblemModel::tr("Note");
    }
    return {};
}

QIcon severityIcon(Severity severity)
{
    const Colours colours = coloursOf(QGuiApplication::palette());
    switch (severity) {
    case Severity::Error: return icon(QStringLiteral("error"), colours.error);
    case Severity::Warning: return icon(QStringLiteral("warning"), colours.warning);
    case Severity::Info: return icon(QStringLiteral("info"), colours.changed);
    }
    return {};
}

auto wordsOf(const Problem& problem) { return std::tie(problem.what.pattern, problem.what.arguments); }

auto keyOf(const ProblemRow& row)
{
    const Problem& problem = *row.problem;
    return std::tie(problem.severity, problem.path, problem.code, problem.what.pattern, problem.what.arguments);
}

// What is sorted by path and code needs no sorting but of those few that share both.
void appendAll(std::vector<ProblemRow>& rows, const Problems& problems, Severity severity)
{
    auto same = static_cast<std::ptrdiff_t>(rows.size());
    for (const Problem& problem : problems) {
        if (problem.severity != severity) continue;
        const Problem* last = static_cast<std::size_t>(same) < rows.size() ? rows.back().problem : nullptr;
        if (last == nullptr || last->path != problem.path || last->code != problem.code)
            same = static_cast<std::ptrdiff_t>(rows.size());
        const auto place = std::ranges::lower_bound(rows.begin() + same, rows.end(), wordsOf(problem), {},
                                                    [](const ProblemRow& row) { return wordsOf(*row.problem); });
        if (place == rows.end() || wordsOf(*place->problem) != wordsOf(problem)) rows.insert(place, {&problem});
    }
}

QString sortText(const Problem& problem)
{
    return QString::number(static_cast<int>(problem.severity)) + QString::fromStdString(problem.path.text());
}

} // namespace

void ProblemModel::setProblems(std::shared_ptr<const Problems> problems)
{
    std::vector<ProblemRow> rows;
    rows.reserve(problems->size());
    for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Info})
        appendAll(rows, *problems, severity);
    const auto before = std::exchange(problems_, std::move(problems)); // the rows point into it until they are replaced
    update(std::move(rows), [](const ProblemRow& row) { return keyOf(row); });
}

const Problem* ProblemModel::problem(const QModelIndex& index) const
{
    const ProblemRow* found = row(index);
    return found != nullptr ? found->problem : nullptr;
}

int ProblemModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ProblemModel::data(const QModelIndex& index, int role) const
{
    const Problem* problem = this->problem(index);
    if (problem == nullptr) return {};
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case What: return translated(problem->what);
        case Where: return spokenPath(problem->path);
        case File: return spokenPosition(*problem);
        case Code: return QString::fromUtf8(problem->code.data(), static_cast<qsizetype>(problem->code.size()));
        default: return {};
        }
    case Qt::DecorationRole: return index.column() == What ? QVariant(severityIcon(problem->severity)) : QVariant();
    case Qt::ToolTipRole: {
        QStringList lines{translated(problem->what), translated(problem->advice), spokenPath(problem->path)};
        if (const QString position = spokenPosition(*problem); !position.isEmpty()) lines << position;
        return lines.join(u'\n');
    }
    case Qt::AccessibleTextRole:
        return index.column() == What
                   ? QStringLiteral("%1: %2 %3")
                         .arg(severityName(problem->severity), translated(problem->what), translated(problem->advice))
                   : data(index, Qt::DisplayRole);
    case SeverityRole: return static_cast<int>(problem->severity);
    case AdviceRole: return translated(problem->advice);
    case FixesRole: return static_cast<int>(problem->fixes.size());
    case SortRole: return index.column() == What ? sortText(*problem) : data(index, Qt::DisplayRole).toString();
    default: return {};
    }
}

QVariant ProblemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case What: return tr("Problem");
    case Where: return tr("Where");
    case File: return tr("File");
    case Code: return tr("Code");
    default: return {};
    }
}

QString spokenPath(const ObjectPath& path)
{
    std::vector<std::string> names = path.names();
    // The words of the files' structure say nothing that the names beside them do not.
    if (!names.empty() && names[0] == "profiles") {
        names.erase(names.begin());
        if (names.size() >= 2 && (names[1] == "nodes" || names[1] == "networks" || names[1] == "uplinks"))
            names.erase(names.begin() + 1);
    }
    if (names.empty()) return ProblemModel::tr("project");
    QStringList words;
    for (const std::string& name : names) words << QString::fromStdString(name);
    return words.join(QStringLiteral(" › "));
}

QString spokenPosition(const Problem& problem)
{
    if (!problem.position) return {};
    const QString file = QString::fromStdString(problem.position->file);
    if (problem.position->line <= 0) return file;
    return QStringLiteral("%1:%2:%3").arg(file).arg(problem.position->line).arg(problem.position->column);
}

} // namespace n3x
