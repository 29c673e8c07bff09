// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/document/document.h"
#include "app/problems/problem_model.h"
#include "core/edits/profiles.h"
#include "core/edits/values.h"
#include "tests/app/support/window_stage.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeView>

using namespace n3x;

class ProblemsPanelTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { WindowStage::dress(); }
    void whatIsWrongHasHalfOfTheWidth_data();
    void whatIsWrongHasHalfOfTheWidth();
    void nothingIsElidedThatHasRoom();
    void aFixIsPressed_data();
    void aFixIsPressed();
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

void ProblemsPanelTest::aFixIsPressed_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::newRow("by mouse") << false;
    QTest::newRow("by key") << true;
}

void ProblemsPanelTest::aFixIsPressed()
{
    QFETCH(bool, byKey);
    WindowStage stage;
    stage.makeSample();
    const Project whole = stage.document().project();
    const ObjectPath wrong("profiles/vlans/nodes/agent-1/addresses/cluster");
    stage.document().apply(edits::setValue(wrong, "192.168.200.1")); // that of server-1
    QVERIFY(stage.settled());
    stage.press(Qt::Key_F8);
    auto* list = waitForControl<QTreeView>(QStringLiteral("Problem list"));
    QVERIFY(list != nullptr);
    list->setFocus();
    const auto isThere = [&] {
        return std::ranges::any_of(stage.document().problems(),
                                   [&](const Problem& problem) { return problem.path.isWithin(wrong); });
    };
    N3X_EVENTUALLY(isThere());
    list->setCurrentIndex(list->model()->index(0, 0)); // errors come first
    const auto* panel = list->parentWidget();
    const auto* advice = findControl<QLabel>(*panel, QStringLiteral("What to do"));
    QVERIFY(advice != nullptr && !advice->text().isEmpty());
    const auto error = std::ranges::find(stage.document().problems(), Severity::Error, &Problem::severity);
    QVERIFY(error != stage.document().problems().end() && !error->fixes.empty());
    const QString name = QString::fromStdString(error->fixes.front().name.english());
    QPushButton* fix = nullptr;
    N3X_EVENTUALLY((fix = findControl<QPushButton>(*panel, name)) != nullptr);
    QCOMPARE(fix->text(), name);
    if (byKey) {
        QTest::keyClick(list, Qt::Key_Tab);
        QVERIFY(fix->hasFocus());
        QTest::keyClick(fix, Qt::Key_Space);
    } else {
        clickOn(fix);
    }
    QCOMPARE(stage.document().undoName(), name);
    QVERIFY(stage.settled());
    QVERIFY(!isThere());
    N3X_EVENTUALLY(list->hasFocus()); // for the next one
    stage.press(Qt::Key_Z, Qt::ControlModifier);
    stage.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(stage.document().project() == whole);
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("n3x-studio-problems"));
    ProblemsPanelTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "problems_panel_test.moc"
