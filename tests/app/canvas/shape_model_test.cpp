// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/shape_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace n3x;

namespace {

std::vector<ShapeModel::Row> rowsOf(const QString& keys)
{
    std::vector<ShapeModel::Row> rows;
    for (const QChar key : keys) rows.push_back({.key = key, .name = key, .description = {}, .shape = {}});
    return rows;
}

QString keysOf(const ShapeModel& model)
{
    QString keys;
    for (int row = 0; row < model.rowCount(); ++row) keys += model.index(row).data(ShapeModel::Key).toString();
    return keys;
}

} // namespace

class ShapeModelTest : public QObject {
    Q_OBJECT

private slots:
    void tellsOnlyWhatChanged_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<int>("inserted");
        QTest::addColumn<int>("removed");
        QTest::newRow("nothing") << "abc" << "abc" << 0 << 0;
        QTest::newRow("from nothing") << "" << "abc" << 3 << 0;
        QTest::newRow("to nothing") << "abc" << "" << 0 << 3;
        QTest::newRow("one comes") << "abd" << "abcd" << 1 << 0;
        QTest::newRow("one goes") << "abcd" << "abd" << 0 << 1;
        QTest::newRow("the view moves on") << "abcd" << "cdef" << 2 << 2;
        QTest::newRow("one moves to the end") << "abcd" << "bcda" << 3 << 3; // what is kept is kept in order
        QTest::newRow("doubles") << "aab" << "aabb" << 2 << 1;
        QTest::newRow("all others") << "abc" << "xyz" << 3 << 3;
    }

    void tellsOnlyWhatChanged()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(int, inserted);
        QFETCH(int, removed);
        ShapeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(rowsOf(before));
        int came = 0, went = 0;
        connect(&model, &ShapeModel::rowsInserted, this,
                [&](const QModelIndex&, int first, int last) { came += last - first + 1; });
        connect(&model, &ShapeModel::rowsRemoved, this,
                [&](const QModelIndex&, int first, int last) { went += last - first + 1; });
        QSignalSpy resets(&model, &ShapeModel::modelReset);
        model.setRows(rowsOf(after));
        QCOMPARE(keysOf(model), after);
        QVERIFY2(came <= inserted && went <= removed,
                 qPrintable(QStringLiteral("%1 came, %2 went").arg(came).arg(went)));
        QCOMPARE(came - went, static_cast<int>(after.size() - before.size()));
        QCOMPARE(resets.size(), 0);
    }

    void aChangedRowIsOneSignal()
    {
        ShapeModel model;
        model.setRows(rowsOf(QStringLiteral("abc")));
        QSignalSpy changes(&model, &ShapeModel::dataChanged);
        std::vector<ShapeModel::Row> rows = rowsOf(QStringLiteral("abc"));
        rows[1].isSelected = true;
        model.setRows(rows);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.front().front().toModelIndex().row(), 1);
        QCOMPARE(model.index(1).data(ShapeModel::Selected).toBool(), true);
    }
};

QTEST_GUILESS_MAIN(ShapeModelTest)
#include "shape_model_test.moc"
