// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tree/output_model.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace n3x;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

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

// Under Qt's own tester: rows come and go, nothing is ever reset.
class OutputModelTest : public QObject {
    Q_OBJECT

private slots:
    void outputsAreATree();
    void foldersWithNothingButAFolderAreOneRow();
    void outputsFollowAnyPaths();
};

void OutputModelTest::outputsAreATree()
{
    OutputModel model;
    QAbstractItemModelTester tester(&model, fatal);
    tester.setUseFetchMore(false); // it would open folders in the middle of the signals that it checks
    model.setPaths(shared({"a.nix", "b/c/d.nix", "b/e.nix", "b0.nix"}));
    model.setChanged(std::make_shared<const OutputModel::Marked>(OutputModel::Marked{"b/c/d.nix"}));
    QCOMPARE(drawn(model), (QStringList{QStringLiteral("b/ *"), QStringLiteral(" c/ *"), QStringLiteral("  d.nix *"),
                                        QStringLiteral(" e.nix"), QStringLiteral("a.nix"), QStringLiteral("b0.nix")}));
    QCOMPARE(model.indexOf("b/e.nix").data(OutputModel::PathRole).toString(), QStringLiteral("b/e.nix"));
    QVERIFY(!model.indexOf("b/f.nix").isValid());
    QVERIFY(!model.indexOf("b").isValid());
}

void OutputModelTest::foldersWithNothingButAFolderAreOneRow()
{
    OutputModel model;
    QAbstractItemModelTester tester(&model, fatal);
    tester.setUseFetchMore(false);
    const auto rows = [&](OutputModel::Paths paths) {
        model.setPaths(shared(std::move(paths)));
        return drawn(model).join(u'|');
    };
    QCOMPARE(rows({"a/b/c/d.nix", "a/b/c/e/f.nix", "g/h.nix"}), QStringLiteral("a/b/c/| e/|  f.nix| d.nix|g/| h.nix"));
    QCOMPARE(model.index(0, 0).data(OutputModel::PathRole).toString(), QStringLiteral("a/b/c/"));
    QCOMPARE(model.indexOf("a/b/c/e/f.nix").parent().parent(), model.index(0, 0));
    QCOMPARE(rows({"a/b/c/d.nix", "a/b/x.nix", "g/h.nix"}), QStringLiteral("a/b/| c/|  d.nix| x.nix|g/| h.nix"));
    QCOMPARE(rows({"a/b/c/d.nix", "a/b0/d.nix"}), QStringLiteral("a/| b/c/|  d.nix| b0/|  d.nix"));
    QCOMPARE(rows({"a/b/c/d.nix"}), QStringLiteral("a/b/c/| d.nix"));
}

void OutputModelTest::outputsFollowAnyPaths()
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

QTEST_MAIN(OutputModelTest)
#include "output_model_test.moc"
