// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/problems/problem_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace n3x;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

Problem makeProblem(std::string_view code, Severity severity, const char* path, const char* what)
{
    Problem problem;
    problem.code = code;
    problem.severity = severity;
    problem.path = ObjectPath(path);
    problem.what = Text(what);
    return problem;
}

auto list(Problems problems)
{
    std::ranges::stable_sort(problems, {}, [](const Problem& each) { return std::tie(each.path, each.code); });
    return std::make_shared<const Problems>(std::move(problems));
}

} // namespace

// Under Qt's own tester: rows come and go, nothing is ever reset.
class ProblemModelTest : public QObject {
    Q_OBJECT

private slots:
    void problemsComeAndGoAsRows();
    void aRowSaysWhereItStandsInTheFiles();
};

void ProblemModelTest::problemsComeAndGoAsRows()
{
    ProblemModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const Problem a = makeProblem("N3X1001", Severity::Warning, "profiles/a", "one");
    const Problem b = makeProblem("N3X3001", Severity::Error, "profiles/b", "two");
    const Problem c = makeProblem("N3X5004", Severity::Error, "profiles/c", "three");
    model.setProblems(list({a, b, c}));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, ProblemModel::What).data().toString(), QStringLiteral("two")); // errors first
    const QPersistentModelIndex kept = model.index(1, 0);
    model.setProblems(list({a, c}));
    QCOMPARE(kept.row(), 0);
    QCOMPARE(kept.data().toString(), QStringLiteral("three"));
    model.setProblems(list({a, a, c})); // the same twice is one row
    QCOMPARE(model.rowCount(), 2);
    model.setProblems(list({}));
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(resets.size(), 0);
}

void ProblemModelTest::aRowSaysWhereItStandsInTheFiles()
{
    ProblemModel model;
    Problem there = makeProblem("N3X3001", Severity::Error, "profiles/vlans/networks/storage/vlan", "one");
    there.position = FilePosition{"profiles/vlans.yaml", 12, 7};
    model.setProblems(list({there, makeProblem("N3X7001", Severity::Info, "name", "two")}));
    const QModelIndex file = model.index(0, ProblemModel::File);
    QCOMPARE(file.data().toString(), QStringLiteral("profiles/vlans.yaml:12:7"));
    QVERIFY(file.data(Qt::ToolTipRole).toString().contains(QStringLiteral("profiles/vlans.yaml:12:7")));
    QCOMPARE(model.index(1, ProblemModel::File).data().toString(), QString());
    QCOMPARE(model.index(0, ProblemModel::Where).data().toString(), QStringLiteral("vlans › storage › vlan"));
}

QTEST_MAIN(ProblemModelTest)
#include "problem_model_test.moc"
