// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/changes/change_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace n3x;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

} // namespace

// Under Qt's own tester: rows come and go, nothing is ever reset.
class ChangeModelTest : public QObject {
    Q_OBJECT

private slots:
    void changesKeepTheirDecisions();
    void aDecidedConflictCounts();
    void aFileThatWasEditedAgainAsksAnew();
    void nothingIsWrittenWithoutTheListOfFiles();
};

void ChangeModelTest::changesKeepTheirDecisions()
{
    ChangeModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    Changes changes;
    changes.files = {{"a.nix", ChangeKind::Add, {}, {}},
                     {"b.nix", ChangeKind::Conflict, ConflictReason::EditedByHand, {}},
                     {"c.nix", ChangeKind::Unchanged, {}, {}}};
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

void ChangeModelTest::aFileThatWasEditedAgainAsksAnew()
{
    ChangeModel model;
    Changes changes;
    changes.files = {{"b.nix", ChangeKind::Conflict, ConflictReason::EditedByHand, Sha256{1}}};
    model.setChanges(changes);
    model.decide(QStringLiteral("b.nix"), Decision::Overwrite);
    model.setChanges(changes);
    QCOMPARE(model.undecidedCount(), 0);
    QCOMPARE(model.decisions(), (Decisions{{"b.nix", {Decision::Overwrite, Sha256{1}}}}));
    changes.files[0].onDisk = Sha256{2};
    model.setChanges(changes);
    QCOMPARE(model.undecidedCount(), 1);
    QVERIFY(model.decisions().empty());
}

void ChangeModelTest::aDecidedConflictCounts()
{
    ChangeModel model;
    Changes changes;
    changes.files = {{"a.nix", ChangeKind::Change, {}, {}},
                     {"b.nix", ChangeKind::Conflict, ConflictReason::EditedByHand, {}},
                     {"link", ChangeKind::Conflict, ConflictReason::NotAFile, {}}};
    model.setChanges(changes);
    QCOMPARE(model.writeCount(changes), 1);
    QCOMPARE(model.undecidedCount(), 2);
    model.decide(QStringLiteral("b.nix"), Decision::Overwrite);
    model.decide(QStringLiteral("link"), Decision::Overwrite); // never, whatever is decided
    QCOMPARE(model.writeCount(changes), 2);
    QCOMPARE(model.undecidedCount(), 1);
}

void ChangeModelTest::nothingIsWrittenWithoutTheListOfFiles()
{
    ChangeModel model;
    Changes changes;
    changes.files = {{".n3x/manifest.json", ChangeKind::Conflict, ConflictReason::Unreadable, {}},
                     {"a.nix", ChangeKind::Add, {}, {}}};
    model.setChanges(changes);
    QCOMPARE(model.writeCount(changes), 0);
    QCOMPARE(model.index(0, ChangeModel::What).data().toString(),
             QStringLiteral("cannot be read, nothing is exported"));
    model.decide(QStringLiteral(".n3x/manifest.json"), Decision::Overwrite);
    QCOMPARE(model.writeCount(changes), 2);
    QCOMPARE(model.index(0, ChangeModel::What).data().toString(), QStringLiteral("cannot be read, will be made anew"));
}

QTEST_MAIN(ChangeModelTest)
#include "change_model_test.moc"
