// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/canvas_panel.h"
#include "app/canvas/quick_canvas.h"
#include "app/moves/moves.h"
#include "core/edits/hardware.h"
#include "core/edits/uplinks.h"
#include "core/edits/values.h"
#include "core/plan/plan.h"
#include "tests/app/support/window_stage.h"

#include <QAbstractItemView>
#include <QContextMenuEvent>
#include <QMenu>

using namespace n3x;

namespace {

template <class T> QStringList namesOf(const Sequence<T>& objects)
{
    QStringList names;
    for (const auto& object : objects) names << QString::fromStdString(object->name.text());
    return names;
}

// Of a list with this path, in a project.
QStringList orderIn(const Project& project, const std::string& list)
{
    const Profile& profile = *find(project.profiles, "vlans");
    if (list == "profiles") return namesOf(project.profiles);
    if (list == "hardware") return namesOf(project.hardware);
    if (list == "profiles/vlans/nodes") return namesOf(profile.nodes);
    return list == "profiles/vlans/networks" ? namesOf(profile.networks) : namesOf(profile.uplinks);
}

} // namespace

// The order of things, changed without a mouse and by menus: it says which server founds the cluster, and what is
// exported.
class OrderTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { WindowStage::dress(); }
    void init()
    {
        stage_ = std::make_unique<WindowStage>();
        stage_->makeSample();
        stage_->chooseProfile(QStringLiteral("vlans"));
    }
    void cleanup() { stage_.reset(); }
    void whatIsSelectedMovesByKeys_data();
    void whatIsSelectedMovesByKeys();
    void theFirstServerFounds();
    void tabsMoveByKeys();
    void rowsOfTheTreeMoveByKeys_data();
    void rowsOfTheTreeMoveByKeys();
    void menusMoveToo_data();
    void menusMoveToo();
    void whatCannotMoveSaysWhy();
    void nothingMovesWhereNothingCanBeWritten();

private:
    [[nodiscard]] QAction* action(const char* name)
    {
        return stage_->window().findChild<QAction*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QStringList order(const std::string& list) { return orderIn(stage_->document().project(), list); }
    [[nodiscard]] QAbstractItemView* tree()
    {
        return stage_->control<QAbstractItemView>(QStringLiteral("Project tree"));
    }
    [[nodiscard]] QModelIndex row(const QString& name)
    {
        const auto found = tree()->model()->match(tree()->model()->index(0, 0), Qt::DisplayRole, name, 1,
                                                  Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? QModelIndex() : found.front();
    }
    static QAction* entry(const QMenu& menu, const QString& text)
    {
        for (QAction* each : menu.actions())
            if (QString(each->text()).remove(u'&') == text) return each;
        return nullptr;
    }
    void addMore()
    {
        Document& document = stage_->document();
        for (const char* target : {"n100", "qemu-amd64", "qemu-arm64"}) document.apply(edits::duplicateTarget(target));
        document.apply(edits::addUplink(document.project(), "vlans"));
        document.apply(edits::addUplink(document.project(), "vlans"));
    }

    std::unique_ptr<WindowStage> stage_;
};

void OrderTest::whatIsSelectedMovesByKeys_data()
{
    QTest::addColumn<std::string>("list");
    QTest::addColumn<QString>("step");
    QTest::newRow("node") << std::string("profiles/vlans/nodes") << "Move %1";
    QTest::newRow("network") << std::string("profiles/vlans/networks") << "Move network %1";
    QTest::newRow("uplink") << std::string("profiles/vlans/uplinks") << "Move uplink %1";
    QTest::newRow("profile") << std::string("profiles") << "Move profile %1";
    QTest::newRow("target") << std::string("hardware") << "Move hardware target %1";
}

void OrderTest::whatIsSelectedMovesByKeys()
{
    QFETCH(std::string, list);
    QFETCH(QString, step);
    addMore();
    Document& document = stage_->document();
    QStringList expected = order(list);
    QVERIFY(expected.size() >= 2);
    const QString first = expected.first();
    const ObjectPath object = ObjectPath(list) / first.toStdString();
    document.select({object});
    const Project before = document.project();
    const int steps = document.historyPosition();
    QVERIFY(!action("move-up")->isEnabled() && action("move-down")->isEnabled());
    for (int place = 1; place < expected.size(); ++place) {
        stage_->press(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        expected.swapItemsAt(place - 1, place);
        QCOMPARE(order(list), expected);
        QCOMPARE(document.undoName(), step.arg(first));
        QCOMPARE(document.selection(), QList<ObjectPath>{object});
    }
    QVERIFY(action("move-up")->isEnabled() && !action("move-down")->isEnabled());
    stage_->press(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(order(list), expected);
    QCOMPARE(document.historyPosition(), steps + static_cast<int>(expected.size()) - 1);
    for (int place = static_cast<int>(expected.size()) - 1; place > 0; --place)
        stage_->press(Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(document.project() == before);
    stage_->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(order(list).at(1), first); // each press is a step
    QCOMPARE(document.selection(), QList<ObjectPath>{object});
}

// What the tip says is what the plan does.
void OrderTest::theFirstServerFounds()
{
    Document& document = stage_->document();
    const auto founding = [&] { return planProfile(document.project(), *document.profile()).initServer; };
    document.select({ObjectPath("profiles/vlans/nodes/server-2")});
    QVERIFY(action("move-up")->statusTip().contains(QStringLiteral("the first server founds the cluster")));
    QCOMPARE(founding(), std::string("server-1"));
    action("move-up")->trigger();
    QCOMPARE(founding(), std::string("server-2"));
    document.apply(edits::setValue(ObjectPath("profiles/vlans/initServer"), "server-1"));
    QVERIFY(!action("move-down")->statusTip().contains(QStringLiteral("founds")));
    QCOMPARE(founding(), std::string("server-1"));
}

void OrderTest::tabsMoveByKeys()
{
    auto* tabs = stage_->control<QTabBar>(QStringLiteral("Profiles"));
    const auto shown = [&] {
        QStringList names;
        for (int at = 0; at < tabs->count(); ++at) names << tabs->tabText(at);
        return names;
    };
    QStringList expected = order("profiles");
    const auto at = expected.indexOf(QStringLiteral("vlans"));
    QVERIFY(at > 0 && at + 1 < expected.size());
    stage_->press(Qt::Key_PageUp, Qt::ControlModifier | Qt::ShiftModifier);
    expected.swapItemsAt(at, at - 1);
    QCOMPARE(order("profiles"), expected);
    QCOMPARE(shown(), expected);
    QCOMPARE(stage_->document().currentProfile(), QStringLiteral("vlans"));
    QCOMPARE(tabs->currentIndex(), at - 1);
    stage_->press(Qt::Key_PageDown, Qt::ControlModifier | Qt::ShiftModifier);
    stage_->press(Qt::Key_PageDown, Qt::ControlModifier | Qt::ShiftModifier);
    expected.swapItemsAt(at, at - 1);
    expected.swapItemsAt(at, at + 1);
    QCOMPARE(shown(), expected);
    QCOMPARE(stage_->document().historyPosition(), 3);
}

void OrderTest::rowsOfTheTreeMoveByKeys_data()
{
    QTest::addColumn<std::string>("list");
    QTest::newRow("profile") << std::string("profiles");
    QTest::newRow("target") << std::string("hardware");
}

// Whatever is selected elsewhere, the row in hand moves, and stays in hand.
void OrderTest::rowsOfTheTreeMoveByKeys()
{
    QFETCH(std::string, list);
    addMore();
    tree()->setFocus();
    stage_->document().select({ObjectPath("profiles/vlans/nodes/agent-1")});
    const Project before = stage_->document().project();
    QStringList expected = order(list);
    const QString last = expected.last();
    tree()->setCurrentIndex(row(last));
    for (qsizetype place = expected.size() - 1; place > 0; --place) {
        QTest::keyClick(tree(), Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
        expected.swapItemsAt(place, place - 1);
        QCOMPARE(order(list), expected);
        QCOMPARE(tree()->currentIndex().data().toString(), last);
        QCOMPARE(row(last).row(), place - 1);
    }
    QTest::keyClick(tree(), Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(order(list), expected);
    QCOMPARE(order("profiles/vlans/nodes"), orderIn(before, "profiles/vlans/nodes"));
    QTest::keyClick(tree(), Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
    expected.swapItemsAt(0, 1);
    QCOMPARE(order(list), expected);
}

void OrderTest::menusMoveToo_data()
{
    QTest::addColumn<std::string>("list");
    QTest::addColumn<QString>("words");
    QTest::newRow("profile, tree") << std::string("profiles") << "Move profile down";
    QTest::newRow("target, tree") << std::string("hardware") << "Move down";
    QTest::newRow("node, canvas") << std::string("profiles/vlans/nodes") << "Move down";
    QTest::newRow("network, canvas") << std::string("profiles/vlans/networks") << "Move down";
}

void OrderTest::menusMoveToo()
{
    QFETCH(std::string, list);
    QFETCH(QString, words);
    addMore();
    QStringList expected = order(list);
    if (list.starts_with("profiles/")) {
        stage_->document().select({ObjectPath(list) / expected.first().toStdString()});
        QWidget* canvas = stage_->window().findChild<CanvasPanel*>()->quick();
        canvas->setFocus();
        QTest::keyClick(canvas, Qt::Key_Menu);
    } else {
        const QModelIndex index = row(expected.first());
        tree()->scrollTo(index);
        const QPoint at = tree()->visualRect(index).center();
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, at, tree()->viewport()->mapToGlobal(at));
        QApplication::sendEvent(tree()->viewport(), &asked);
    }
    const auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    QAction* up = entry(*menu, QString(words).replace(QStringLiteral("down"), QStringLiteral("up")));
    QAction* down = entry(*menu, words);
    QVERIFY(up != nullptr && down != nullptr);
    QVERIFY(!up->isEnabled());
    QCOMPARE(up->toolTip(), QStringLiteral("It is the first already."));
    QVERIFY(menu->toolTipsVisible());
    const bool isProfile = list == "profiles";
    QCOMPARE(down->shortcut(),
             isProfile ? QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_PageDown) : moveKeys(Step::Down));
    down->trigger();
    QApplication::activePopupWidget()->close();
    expected.swapItemsAt(0, 1);
    QCOMPARE(order(list), expected);
}

void OrderTest::whatCannotMoveSaysWhy()
{
    Document& document = stage_->document();
    const auto says = [this](const char* words) {
        return !action("move-up")->isEnabled() && action("move-up")->statusTip().contains(QString::fromLatin1(words)) &&
               action("move-up")->toolTip() == action("move-up")->statusTip();
    };
    document.select({});
    QVERIFY(says("Select one object"));
    document.select({ObjectPath("profiles/vlans/nodes/agent-1"), ObjectPath("profiles/vlans/nodes/agent-2")});
    QVERIFY(says("Select one object"));
    document.select({ObjectPath("hardware/n100")});
    QVERIFY(says("built in"));
    document.select({ObjectPath("profiles/vlans/nodes/server-1")});
    QVERIFY(says("the first already"));
    document.select({ObjectPath()});
    QVERIFY(says("no place"));
}

void OrderTest::nothingMovesWhereNothingCanBeWritten()
{
    Document& document = stage_->document();
    document.setReadOnly(QStringLiteral("Only for reading."));
    document.select({ObjectPath("profiles/vlans/nodes/agent-1")});
    const Project before = document.project();
    for (const char* name : {"move-up", "move-down", "move-profile-up", "move-profile-down"}) {
        QVERIFY2(!action(name)->isEnabled(), name);
        QCOMPARE(action(name)->toolTip(), QStringLiteral("Only for reading."));
    }
    tree()->setFocus();
    tree()->setCurrentIndex(row(QStringLiteral("vlans")));
    QTest::keyClick(tree(), Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    stage_->press(Qt::Key_PageUp, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(document.project() == before);
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("n3x-studio-order"));
    OrderTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "order_test.moc"
