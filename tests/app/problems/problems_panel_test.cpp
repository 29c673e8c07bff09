// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/document/document.h"
#include "app/problems/problem_model.h"
#include "core/edits/profiles.h"
#include "core/edits/values.h"
#include "tests/app/support/window_stage.h"

#include <QHeaderView>
#include <QTreeView>

using namespace n3x;

class ProblemsPanelTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { WindowStage::dress(); }
    void whatIsWrongHasHalfOfTheWidth_data();
    void whatIsWrongHasHalfOfTheWidth();
    void nothingIsElidedThatHasRoom();
};

// The sample's problems are short.
void ProblemsPanelTest::nothingIsElidedThatHasRoom()
{
    WindowStage stage;
    stage.makeSample();
    stage.press(Qt::Key_F8);
    auto* list = waitForControl<QTreeView>(QStringLiteral("Problem list"));
    QVERIFY(list != nullptr);
    N3X_EVENTUALLY(list->model()->rowCount() >= 4);
    QTest::qWait(50);
    const QAbstractItemView& items = *list;
    for (const int column : {ProblemModel::What, ProblemModel::Where, ProblemModel::File, ProblemModel::Code})
        QVERIFY2(list->columnWidth(column) >= items.sizeHintForColumn(column), qPrintable(QString::number(column)));
}

void ProblemsPanelTest::whatIsWrongHasHalfOfTheWidth_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("usual") << QSize(1440, 900);
    QTest::newRow("smallest") << QSize(1024, 700);
}

void ProblemsPanelTest::whatIsWrongHasHalfOfTheWidth()
{
    QFETCH(QSize, size);
    WindowStage stage;
    stage.makeSample();
    stage.window().resize(size);
    const std::string name = "a-profile-with-quite-a-long-name-of-its-own";
    stage.document().apply(edits::renameProfile("bonding-vlans", name));
    const ObjectPath profile = ObjectPath("profiles") / name;
    stage.document().apply(edits::setValue(profile / "uplinks" / "trunk" / "primary", "eth9"));
    stage.document().apply(edits::setValue(profile / "nodes" / "agent-1" / "addresses" / "cluster", "10.0.0.1"));
    stage.press(Qt::Key_F8);
    auto* list = waitForControl<QTreeView>(QStringLiteral("Problem list"));
    QVERIFY(list != nullptr);
    N3X_EVENTUALLY(list->model()->rowCount() >= 2);
    QVERIFY(stage.settled());
    QTest::qWait(50);
    const QString tag = QString::fromUtf8(QTest::currentDataTag());
    stage.picture(QStringLiteral("problems-") + tag);
    QVERIFY(list->columnWidth(ProblemModel::What) * 2 >= list->viewport()->width());
    QVERIFY(list->header()->length() <= list->viewport()->width());
    // Where it stands comes back with the room for it.
    const int narrow = list->columnWidth(ProblemModel::Where);
    stage.window().resize(2400, 900);
    QVERIFY(list->columnWidth(ProblemModel::Where) > narrow);
    QVERIFY(list->columnWidth(ProblemModel::What) * 2 >= list->viewport()->width());
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("n3x-studio-problems"));
    ProblemsPanelTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "problems_panel_test.moc"
