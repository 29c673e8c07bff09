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

auto keyOf(const Problem& problem)
{
    return std::tie(problem.severity, problem.path, problem.code, problem.what.pattern, problem.what.arguments);
}

QString sortText(const Problem& problem)
{
    return QString::number(static_cast<int>(problem.severity)) + QString::fromStdString(problem.path.text());
}

} // namespace

void ProblemModel::setProblems(const Problems& problems)
{
    Problems sorted = problems;
    std::ranges::stable_sort(sorted, [](const Problem& one, const Problem& two) { return keyOf(one) < keyOf(two); });
    const auto same =
        std::ranges::unique(sorted, [](const Problem& one, const Problem& two) { return keyOf(one) == keyOf(two); });
    sorted.erase(same.begin(), same.end());
    update(std::move(sorted), [](const Problem& problem) { return keyOf(problem); });
}

int ProblemModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ProblemModel::data(const QModelIndex& index, int role) const
{
    const Problem* problem = row(index);
    if (problem == nullptr) return {};
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case What: return translated(problem->what);
        case Where: return spokenPath(problem->path);
        case Code: return QString::fromUtf8(problem->code.data(), static_cast<qsizetype>(problem->code.size()));
        default: return {};
        }
    case Qt::DecorationRole: return index.column() == What ? QVariant(severityIcon(problem->severity)) : QVariant();
    case Qt::ToolTipRole: {
        const QString position = spokenPosition(*problem);
        return QStringList{translated(problem->what), translated(problem->advice)}.join(u'\n') +
               (position.isEmpty() ? QString() : u'\n' + position);
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
