// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/changes/change_model.h"
#include "app/problems/problem_model.h"
#include "app/tree/output_model.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

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

// The tree with its opened folders, one line an entry: "backends/", " a.nix".
QStringList drawn(OutputModel& model, const QModelIndex& parent = {}, int depth = 0)
{
    QStringList lines;
    if (model.canFetchMore(parent)) model.fetchMore(parent);
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const bool folder = index.data(OutputModel::IsFolderRole).toBool();
        lines << QString(depth, u' ') + index.data().toString() + (folder ? QStringLiteral("/") : QString()) +
                     (index.data(OutputModel::IsChangedRole).toBool() ? QStringLiteral(" *") : QString());
        lines << drawn(model, index, depth + 1);
    }
    return lines;
}

auto shared(OutputModel::Paths paths) { return std::make_shared<const OutputModel::Paths>(std::move(paths)); }

} // namespace

// The models of the window under Qt's own tester: rows come and go, nothing is ever reset.
class ModelsTest : public QObject {
    Q_OBJECT

private slots:
    void problemsComeAndGoAsRows();
    void changesKeepTheirDecisions();
    void aDecidedConflictCounts();
    void outputsAreATree();
    void outputsFollowAnyPaths();
};

void ModelsTest::problemsComeAndGoAsRows()
{
    ProblemModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const Problem a = makeProblem("N3X1001", Severity::Warning, "profiles/a", "one");
    const Problem b = makeProblem("N3X3001", Severity::Error, "profiles/b", "two");
    const Problem c = makeProblem("N3X5004", Severity::Error, "profiles/c", "three");
    model.setProblems({a, b, c});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, ProblemModel::What).data().toString(), QStringLiteral("two")); // errors first
    const QPersistentModelIndex kept = model.index(1, 0);
    model.setProblems({a, c});
    QCOMPARE(kept.row(), 0);
    QCOMPARE(kept.data().toString(), QStringLiteral("three"));
    model.setProblems({a, a, c}); // the same twice is one row
    QCOMPARE(model.rowCount(), 2);
    model.setProblems({});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(resets.size(), 0);
}

void ModelsTest::changesKeepTheirDecisions()
{
    ChangeModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    Changes changes;
    changes.files = {{"a.nix", ChangeKind::Add, {}},
                     {"b.nix", ChangeKind::Conflict, ConflictReason::EditedByHand},
                     {"c.nix", ChangeKind::Unchanged, {}}};
    model.setChanges(changes);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("b.nix")); // what asks for a decision first
    model.decide(QStringLiteral("b.nix"), Decision::Overwrite);
    changes.files[0].kind = ChangeKind::Unchanged;
    model.setChanges(changes);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.decisions(), (Decisions{{"b.nix", Decision::Overwrite}}));
    changes.files[1].kind = ChangeKind::Unchanged;
    model.setChanges(changes);
    QVERIFY(model.decisions().empty()); // a later conflict of that file asks anew
    QCOMPARE(resets.size(), 0);
}

void ModelsTest::aDecidedConflictCounts()
{
    ChangeModel model;
    Changes changes;
    changes.files = {{"a.nix", ChangeKind::Change, {}},
                     {"b.nix", ChangeKind::Conflict, ConflictReason::EditedByHand},
                     {"link", ChangeKind::Conflict, ConflictReason::NotAFile}};
    model.setChanges(changes);
    QCOMPARE(model.writeCount(), 1);
    QCOMPARE(model.undecidedCount(), 2);
    model.decide(QStringLiteral("b.nix"), Decision::Overwrite);
    model.decide(QStringLiteral("link"), Decision::Overwrite); // never, whatever is decided
    QCOMPARE(model.writeCount(), 2);
    QCOMPARE(model.undecidedCount(), 1);
}

void ModelsTest::outputsAreATree()
{
    OutputModel model;
    QAbstractItemModelTester tester(&model, fatal);
    tester.setUseFetchMore(false); // it would open folders in the middle of the signals that it checks
    model.setPaths(shared({"a.nix", "b/c/d.nix", "b/e.nix", "b0.nix"}));
    model.setChanged({"b/c/d.nix"});
    QCOMPARE(drawn(model), (QStringList{QStringLiteral("b/ *"), QStringLiteral(" c/ *"), QStringLiteral("  d.nix *"),
                                        QStringLiteral(" e.nix"), QStringLiteral("a.nix"), QStringLiteral("b0.nix")}));
    QCOMPARE(model.indexOf("b/e.nix").data(OutputModel::PathRole).toString(), QStringLiteral("b/e.nix"));
    QVERIFY(!model.indexOf("b/f.nix").isValid());
    QVERIFY(!model.indexOf("b").isValid());
}

void ModelsTest::outputsFollowAnyPaths()
{
    OutputModel model;
    QAbstractItemModelTester tester(&model, fatal);
    tester.setUseFetchMore(false); // it would open folders in the middle of the signals that it checks
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QRandomGenerator random(20261123);
    for (int round = 0; round < 60; ++round) {
        std::set<std::string> paths;
        for (int at = 0; at < 40; ++at) {
            std::string path;
            for (int depth = random.bounded(4); depth > 0; --depth)
                path += static_cast<char>('a' + random.bounded(4)), path += '/';
            paths.insert(path + static_cast<char>('m' + random.bounded(6)) + ".nix");
        }
        const auto list = shared({paths.begin(), paths.end()});
        model.setPaths(list);
        OutputModel fresh;
        fresh.setPaths(list);
        QCOMPARE(drawn(model), drawn(fresh));
    }
    QCOMPARE(resets.size(), 0);
}

QTEST_MAIN(ModelsTest)
#include "models_test.moc"
