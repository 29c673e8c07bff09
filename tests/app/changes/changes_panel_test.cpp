// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/nodes.h"
#include "tests/app/support/window_stage.h"

#include <QAbstractItemView>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>

using namespace n3x;

namespace {

const QString unit = QStringLiteral(
    "backends/debian/meta-n3x/recipes-support/systemd-networkd-config/files/vlans/agent-1/20-vlan-storage.netdev");

} // namespace

// The list of what an export would do, in the whole window.
class ChangesPanelTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { WindowStage::dress(); }
    void init() { stage_ = std::make_unique<WindowStage>(); }
    void cleanup() { stage_.reset(); }
    void whatIsHeldIsSaid();
    void aDecisionIsOnTheFileThatWasSeen();
    void whatIsDroppedIsRemoved();
    void theMenuOffersWhatTheButtonsDo();
    void itIsFilledInAWindowOfItsOwn();
    void whatWasEditedOutsideIsListed_data();
    void whatWasEditedOutsideIsListed();
    void theListOfFilesIsExportedToo();
    void anExportThatWaitsIsCancelled();

private:
    void exportAll()
    {
        stage_->press(Qt::Key_E, Qt::ControlModifier);
        N3X_EVENTUALLY(stage_->exportButton() != nullptr && stage_->exportButton()->hasFocus());
        const QSignalSpy exported(&stage_->session(), &Session::exported);
        QTest::keyClick(stage_->exportButton(), Qt::Key_Return);
        N3X_EVENTUALLY(exported.count() == 1 && !stage_->session().isExporting());
        QVERIFY(stage_->settled());
    }
    void typeVlan(const QString& vlan)
    {
        stage_->document().setCurrentProfile(QStringLiteral("vlans"));
        stage_->document().select({ObjectPath("profiles/vlans/networks/storage")});
        auto* field = waitForControl<QLineEdit>(QStringLiteral("VLAN"));
        QVERIFY(field != nullptr);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, vlan);
        QVERIFY(stage_->settled());
    }
    void chooseTab(const QString& title)
    {
        for (auto* tabs : stage_->window().findChildren<QTabBar*>())
            for (int at = 0; tabs->isVisible() && at < tabs->count(); ++at)
                if (tabs->tabText(at).startsWith(title))
                    return QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(at).center());
    }
    [[nodiscard]] QString held() const
    {
        const auto* label = stage_->control<QLabel>(QStringLiteral("What is not exported"));
        return label != nullptr ? label->text() : QString();
    }
    [[nodiscard]] QString allWords() const
    {
        QStringList words;
        for (const auto* label : stage_->window().findChildren<QLabel*>())
            if (label->isVisible()) words << label->text();
        return words.join(u'\n');
    }

    std::unique_ptr<WindowStage> stage_;
};

void ChangesPanelTest::whatIsHeldIsSaid()
{
    const QString sentence = QStringLiteral("Nothing is exported of the profile vlans, which has errors; "
                                            "what was exported of it before stays.");
    const QString exactly = QStringLiteral("exactly what this project says");
    stage_->makeSample();
    exportAll();
    N3X_EVENTUALLY(allWords().contains(exactly));
    QVERIFY(held().isEmpty());
    typeVlan(QStringLiteral("4095"));
    N3X_EVENTUALLY(held() == sentence);
    stage_->picture(QStringLiteral("held-before"));
    exportAll();
    N3X_EVENTUALLY(stage_->document().changes()->count(ChangeKind::Change) == 0);
    QTest::qWait(300); // it looks once more
    QCOMPARE(held(), sentence);
    QVERIFY(!allWords().contains(exactly));
    stage_->picture(QStringLiteral("held-after"));

    typeVlan(QStringLiteral("100"));
    N3X_EVENTUALLY(held().isEmpty());
    exportAll();
    N3X_EVENTUALLY(allWords().contains(exactly));
    // Nothing to write but the project itself.
    stage_->document().setPositions(QStringLiteral("vlans"), {{QStringLiteral("agent-1"), {500, 0}}});
    N3X_EVENTUALLY(!allWords().contains(exactly));
}

void ChangesPanelTest::aDecisionIsOnTheFileThatWasSeen()
{
    stage_->makeSample();
    exportAll();
    stage_->write(unit, "# mine\n");
    typeVlan(QStringLiteral("150"));
    auto* list = waitForControl<QAbstractItemView>(QStringLiteral("What an export will do"));
    QVERIFY(list != nullptr);
    N3X_EVENTUALLY(list->model()->index(0, 0).data().toString() == unit);
    list->setCurrentIndex(list->model()->index(0, 0));
    clickOn(waitForControl<QPushButton>(QStringLiteral("Overwrite")));
    const QByteArray later = "# mine, and more\n";
    stage_->write(unit, later);
    clickOn(stage_->exportButton());
    N3X_EVENTUALLY(!stage_->session().isExporting());
    QCOMPARE(stage_->read(unit).toUtf8(), later);
    // It is asked about again.
    N3X_EVENTUALLY(waitForControl<QPushButton>(QStringLiteral("Overwrite"))->isEnabled());
    clickOn(waitForControl<QPushButton>(QStringLiteral("Overwrite")));
    clickOn(stage_->exportButton());
    N3X_EVENTUALLY(stage_->read(unit).contains(QStringLiteral("Id=150")));
}

// It says what it does: nothing is generated in the place of the file.
void ChangesPanelTest::whatIsDroppedIsRemoved()
{
    stage_->makeSample();
    exportAll();
    stage_->write(unit, "# mine\n");
    stage_->document().apply(edits::removeNode("vlans", "agent-1"));
    auto* list = waitForControl<QAbstractItemView>(QStringLiteral("What an export will do"));
    QVERIFY(list != nullptr);
    const auto row = [&] {
        const QModelIndex first = list->model()->index(0, 0); // what asks for a decision stands on top
        return first.data().toString() == unit ? first : QModelIndex();
    };
    N3X_EVENTUALLY(row().isValid());
    list->setCurrentIndex(row());
    QVERIFY(waitForControl<QPushButton>(QStringLiteral("Overwrite"), 50) == nullptr);
    clickOn(waitForControl<QPushButton>(QStringLiteral("Remove")));
    clickOn(stage_->exportButton());
    N3X_EVENTUALLY(!QFile::exists(stage_->pathOf(QStringLiteral("lab/")) + unit));
}

void ChangesPanelTest::theMenuOffersWhatTheButtonsDo()
{
    stage_->makeSample();
    exportAll();
    stage_->write(unit, "# mine\n");
    typeVlan(QStringLiteral("150"));
    auto* list = waitForControl<QAbstractItemView>(QStringLiteral("What an export will do"));
    QVERIFY(list != nullptr);
    N3X_EVENTUALLY(list->model()->index(0, 0).data().toString() == unit);
    list->setCurrentIndex(list->model()->index(0, 0));
    for (const char* decision : {"", "Overwrite", "Keep mine"}) {
        if (*decision != 0) clickOn(waitForControl<QPushButton>(QString::fromLatin1(decision)));
        QTest::qWait(0);
        emit list->customContextMenuRequested(QPoint(20, 10));
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        int asked = 0;
        for (const QAction* action : menu->actions()) {
            const auto* button = stage_->control<QPushButton>(action->text());
            if (button == nullptr) continue;
            ++asked;
            QCOMPARE(action->isEnabled(), button->isEnabled());
        }
        QCOMPARE(asked, 2);
        menu->close();
    }
}

// Taken out of the window while another tab stood before it.
void ChangesPanelTest::itIsFilledInAWindowOfItsOwn()
{
    stage_->makeSample();
    auto* dock = stage_->window().findChild<QDockWidget*>(QStringLiteral("changes"));
    auto* list = waitForControl<QAbstractItemView>(QStringLiteral("What an export will do"));
    QVERIFY(dock != nullptr && list != nullptr && list->model()->rowCount() == 0);
    dock->setFloating(true);
    N3X_EVENTUALLY(list->model()->rowCount() > 50);
    const int files = list->model()->rowCount();
    dock->setFloating(false);
    QTest::qWait(200);
    stage_->document().setCurrentProfile(QStringLiteral("vlans"));
    clickOn(stage_->control<QToolButton>(QStringLiteral("Add agent")));
    chooseTab(QStringLiteral("Changes")); // where it is not in front again by itself
    N3X_EVENTUALLY(list->model()->rowCount() > files);
}

void ChangesPanelTest::whatWasEditedOutsideIsListed_data()
{
    QTest::addColumn<bool>("byTab");
    QTest::newRow("when the export is asked for") << false;
    QTest::newRow("when its tab is chosen") << true;
}

// While the window stays the active one.
void ChangesPanelTest::whatWasEditedOutsideIsListed()
{
    QFETCH(bool, byTab);
    stage_->makeSample();
    exportAll();
    auto* list = waitForControl<QAbstractItemView>(QStringLiteral("What an export will do"));
    N3X_EVENTUALLY(allWords().contains(QStringLiteral("exactly what this project says")));
    chooseTab(QStringLiteral("Problems"));
    stage_->write(unit, stage_->read(unit).toUtf8() + "# mine\n");
    QTest::qWait(300); // nobody looks
    QVERIFY(list->model() != nullptr && list->model()->rowCount() == 0);
    if (byTab)
        chooseTab(QStringLiteral("Changes"));
    else
        stage_->press(Qt::Key_E, Qt::ControlModifier);
    const auto isListed = [&] { return list->isVisible() && list->model()->index(0, 0).data().toString() == unit; };
    if (!byTab) {
        N3X_EVENTUALLY(stage_->exportButton() != nullptr && stage_->exportButton()->hasFocus());
        QVERIFY(isListed()); // before the keyboard is on the button
    }
    N3X_EVENTUALLY(isListed());
}

// Where nothing else differs: the checks of the flake read it.
void ChangesPanelTest::theListOfFilesIsExportedToo()
{
    const QString manifest = QStringLiteral(".n3x/manifest.json");
    stage_->makeSample();
    exportAll();
    auto* list = waitForControl<QAbstractItemView>(QStringLiteral("What an export will do"));
    N3X_EVENTUALLY(allWords().contains(QStringLiteral("exactly what this project says")));
    const QString written = stage_->read(manifest);
    stage_->write(manifest,
                  QString(written).replace(QStringLiteral("flake.nix"), QStringLiteral("flake.old")).toUtf8());
    stage_->press(Qt::Key_E, Qt::ControlModifier);
    N3X_EVENTUALLY(list->isVisible() && list->model()->index(0, 0).data().toString() == manifest);
    QCOMPARE(list->model()->rowCount(), 1);
    exportAll();
    QCOMPARE(stage_->read(manifest), written);
    N3X_EVENTUALLY(allWords().contains(QStringLiteral("exactly what this project says")));
}

// For the outputs of an edit that was just made.
void ChangesPanelTest::anExportThatWaitsIsCancelled()
{
    stage_->makeSample();
    stage_->press(Qt::Key_E, Qt::ControlModifier);
    N3X_EVENTUALLY(stage_->exportButton() != nullptr && stage_->exportButton()->hasFocus());
    const QSignalSpy exported(&stage_->session(), &Session::exported);
    stage_->document().apply(edits::addNode(stage_->document().project(), "vlans", Role::Agent));
    QVERIFY(stage_->document().isGenerating());
    stage_->session().exportOutputs({});
    auto* cancel = stage_->control<QPushButton>(QStringLiteral("Cancel export"));
    QVERIFY(cancel != nullptr);
    cancel->click();
    QVERIFY(!stage_->session().isExporting());
    N3X_EVENTUALLY(allWords().contains(QStringLiteral("The export was cancelled; nothing was written.")));
    QVERIFY(stage_->settled());
    QCOMPARE(exported.count(), 0);
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("n3x-studio-changes"));
    ChangesPanelTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "changes_panel_test.moc"
