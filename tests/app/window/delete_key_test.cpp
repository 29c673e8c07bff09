// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/canvas_panel.h"
#include "app/canvas/quick_canvas.h"
#include "tests/app/support/window_stage.h"

#include <QAbstractItemView>
#include <QAction>
#include <QMenu>
#include <QMenuBar>

using namespace n3x;

// What Delete removes is what the panel with the keyboard shows.
class DeleteKeyTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { WindowStage::dress(); }
    void init()
    {
        stage_ = std::make_unique<WindowStage>();
        stage_->makeSample();
        stage_->chooseProfile(QStringLiteral("bonding-vlans"));
    }
    void cleanup() { stage_.reset(); }
    void onTheCanvasItIsTheSelection();
    void onTheCanvasABondIsDissolved();
    void elsewhereItIsNothingOfTheCanvas_data();
    void elsewhereItIsNothingOfTheCanvas();
    void theMenuRemovesWhereverTheKeyboardIs();
    void inTheTreeItIsTheRow();

private:
    [[nodiscard]] Document& document() { return stage_->document(); }
    [[nodiscard]] const Profile& profile() { return *document().profile(); }
    void select(const std::string& path) { document().select({ObjectPath("profiles/bonding-vlans/" + path)}); }
    void press(QWidget* control)
    {
        QVERIFY(control != nullptr);
        control->setFocus();
        N3X_EVENTUALLY(control->hasFocus());
        QTest::keyClick(control, Qt::Key_Delete);
    }
    void pressOnCanvas() { press(stage_->window().findChild<CanvasPanel*>()->quick()); }
    [[nodiscard]] QAction* menuEntry()
    {
        for (QAction* menu : stage_->window().menuBar()->actions())
            for (QAction* entry : menu->menu()->actions())
                if (entry->text() == QStringLiteral("&Remove selection")) return entry;
        return nullptr;
    }

    std::unique_ptr<WindowStage> stage_;
};

void DeleteKeyTest::onTheCanvasItIsTheSelection()
{
    select("nodes/server-1");
    pressOnCanvas();
    QCOMPARE(profile().nodes.size(), std::size_t(3));
    select("networks/storage");
    pressOnCanvas();
    QCOMPARE(profile().networks.size(), std::size_t(1));
}

void DeleteKeyTest::onTheCanvasABondIsDissolved()
{
    const std::size_t addresses = profile().nodes[0]->addresses.size();
    select("uplinks/trunk");
    QVERIFY(menuEntry()->isEnabled());
    pressOnCanvas();
    pressOnCanvas(); // held down
    QVERIFY(find(profile().uplinks, "trunk") != nullptr);
    QVERIFY(!find(profile().uplinks, "trunk")->bond);
    QCOMPARE(profile().networks.size(), std::size_t(2));
    QCOMPARE(profile().nodes[0]->addresses.size(), addresses);
    QVERIFY(!menuEntry()->isEnabled());
}

void DeleteKeyTest::elsewhereItIsNothingOfTheCanvas_data()
{
    QTest::addColumn<QString>("control");
    for (const char* name : {"Problem list", "Profiles", "Generated files", "Generated file", "Project tree"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void DeleteKeyTest::elsewhereItIsNothingOfTheCanvas()
{
    QFETCH(QString, control);
    for (const char* object : {"nodes/server-1", "uplinks/trunk"}) {
        select(object);
        press(stage_->control(control));
    }
    QVERIFY(!document().canUndo());
}

void DeleteKeyTest::theMenuRemovesWhereverTheKeyboardIs()
{
    select("nodes/server-1");
    stage_->control(QStringLiteral("Problem list"))->setFocus();
    QAction* remove = menuEntry();
    QVERIFY(remove != nullptr && remove->isEnabled());
    QCOMPARE(remove->shortcut(), QKeySequence(Qt::Key_Delete));
    auto* menu = qobject_cast<QMenu*>(remove->associatedObjects().constFirst());
    QVERIFY(menu != nullptr);
    menu->popup(stage_->window().mapToGlobal(QPoint(10, 10)));
    menu->setActiveAction(remove);
    QTest::keyClick(menu, Qt::Key_Return);
    QVERIFY(find(profile().nodes, "server-1") == nullptr);
}

void DeleteKeyTest::inTheTreeItIsTheRow()
{
    select("nodes/server-1");
    auto* tree = stage_->control<QAbstractItemView>(QStringLiteral("Project tree"));
    QVERIFY(tree != nullptr);
    tree->setCurrentIndex(tree->model()->index(0, 0, tree->model()->index(1, 0))); // the first profile
    press(tree);
    QVERIFY(find(document().project().profiles, "simple") == nullptr);
    QCOMPARE(profile().nodes.size(), std::size_t(4));
    QCOMPARE(document().currentProfile(), QStringLiteral("bonding-vlans"));
    tree->setCurrentIndex(tree->model()->index(0, 0, tree->model()->index(2, 0))); // a target that is built in
    press(tree);
    QCOMPARE(document().historyPosition(), 1);
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("n3x-studio-delete"));
    DeleteKeyTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "delete_key_test.moc"
