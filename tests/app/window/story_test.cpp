// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/canvas_panel.h"
#include "app/canvas/canvas_view.h"
#include "app/canvas/quick_canvas.h"
#include "app/canvas/session.h"
#include "app/changes/change_model.h"
#include "app/preview/code_view.h"
#include "app/problems/problem_model.h"
#include "tests/app/support/terminal.h"
#include "tests/app/support/window_stage.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QRegularExpression>

#include <algorithm>

using namespace n3x;

// The whole window in the order in which an engineer uses it on the first day.
class StoryTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { WindowStage::dress(); }
    void init() { stage_ = std::make_unique<WindowStage>(); }
    void cleanup() { stage_.reset(); }
    void drawEditUndoExport();

private:
    void exportAll();
    void seeBondAndLanes();
    void dragInTheThirdAgent();
    void typeTheStorageVlan();
    void typeAVlanThatCannotBe();
    void theTerminalNamesTheSameProblems(const QAbstractItemView& list);
    void undoSixRedoThree();
    void exportLeavesAloneWhatWasEdited();
    void theTerminalListsTheSameChanges();
    void aSecondExportWritesNothing();
    void theTerminalSaysTheSame();
    [[nodiscard]] QPoint inPalette(const QString& hint);
    [[nodiscard]] QJsonObject inLab(const QStringList& arguments, int status = 0)
    {
        return inTerminal(stage_->pathOf(QStringLiteral("lab")), arguments, status);
    }
    [[nodiscard]] Document& document() { return stage_->document(); }
    [[nodiscard]] const Scene& scene();
    [[nodiscard]] QLineEdit* vlanField();

    std::unique_ptr<WindowStage> stage_;
    int exports_ = 0;
};

namespace {

const std::string unitPath = "backends/debian/meta-n3x/recipes-support/systemd-networkd-config/files/bonding-vlans/"
                             "agent-1/20-vlan-storage.netdev";
const QString storageUnit = QString::fromStdString(unitPath);

QStringList rowsOf(const QAbstractItemView& view)
{
    QStringList rows;
    for (int row = 0; row < view.model()->rowCount(); ++row) rows << view.model()->index(row, 0).data().toString();
    return rows;
}

std::size_t laneOf(const Scene& scene, const QString& network)
{
    const auto found = std::ranges::find(scene.view.networks, network, &NetworkView::name);
    return static_cast<std::size_t>(found - scene.view.networks.begin());
}

} // namespace

const Scene& StoryTest::scene() { return stage_->window().findChild<CanvasPanel*>()->session()->settled(); }

QLineEdit* StoryTest::vlanField() { return waitForControl<QLineEdit>(QStringLiteral("VLAN")); }

void StoryTest::exportAll()
{
    const auto isReady = [this] { return stage_->exportButton() != nullptr && stage_->exportButton()->hasFocus(); };
    if (!isReady()) stage_->press(Qt::Key_E, Qt::ControlModifier); // shows what it would do
    N3X_EVENTUALLY(isReady());
    QTest::qWait(300); // it reads the folder again
    stage_->picture(QStringLiteral("7-export-%1").arg(++exports_));
    QTest::keyClick(stage_->exportButton(), Qt::Key_Return); // does it
    QVERIFY(stage_->session().isExporting());
    N3X_EVENTUALLY(!stage_->session().isExporting());
    N3X_EVENTUALLY(document().changes() && document().changes()->count(ChangeKind::Add) == 0);
}

void StoryTest::seeBondAndLanes()
{
    stage_->chooseProfile(QStringLiteral("bonding-vlans"));
    QCOMPARE(scene().view.nodes.size(), 4u);
    for (const auto& node : scene().view.nodes) {
        QCOMPARE(node->cables.size(), 1u); // the bond is one cable, of two ports
        QCOMPARE(node->cables[0].ports.size(), 2u);
    }
    QCOMPARE(scene().view.networks.size(), 2u);
    QCOMPARE(scene().view.networks[laneOf(scene(), QStringLiteral("storage"))].vlan, QStringLiteral("100"));
    QVERIFY(scene().styles[0].line != scene().styles[1].line);
    stage_->picture(QStringLiteral("2-bonding-vlans"));
}

// Where a control over the canvas is, on the canvas.
QPoint StoryTest::inPalette(const QString& hint)
{
    const std::function<QPoint(const QQuickItem*)> look = [&](const QQuickItem* item) {
        if (item->isVisible() && item->property("hint").toString() == hint)
            return item->mapToScene({item->width() / 2, item->height() / 2}).toPoint();
        for (const QQuickItem* child : item->childItems())
            if (const QPoint found = look(child); !found.isNull()) return found;
        return QPoint();
    };
    return look(stage_->window().findChild<CanvasPanel*>()->view());
}

void StoryTest::dragInTheThirdAgent()
{
    auto* panel = stage_->window().findChild<CanvasPanel*>();
    QWidget* canvas = panel->quick();
    const auto before = scene().view.nodes.size();
    QTest::mouseClick(canvas, Qt::LeftButton, {}, inPalette(QStringLiteral("Open the palette")));
    const QString entry = QStringLiteral("Add agent on QEMU machine, x86-64");
    N3X_EVENTUALLY(!inPalette(entry).isNull());
    const QPoint from = inPalette(entry);
    const QRectF lastCard = panel->view()->camera().toItem(scene().layout.cards[0]->card);
    const QPoint to(static_cast<int>(lastCard.center().x()), static_cast<int>(lastCard.bottom()) + 120);
    QTest::mousePress(canvas, Qt::LeftButton, {}, from);
    for (int step = 1; step <= 4; ++step) QTest::mouseMove(canvas, from + (to - from) * step / 4);
    QVERIFY(panel->session()->isStaged()); // its ghost
    stage_->picture(QStringLiteral("3-ghost"));
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, to);

    const auto& nodes = document().profile()->nodes;
    QCOMPARE(nodes.size(), before + 1);
    QCOMPARE(nodes[4]->name.text(), std::string("agent-3"));
    QVERIFY(!nodes[4]->addresses.empty() && !nodes[4]->macs.empty());
    for (std::size_t at = 0; at < 4; ++at) {
        QVERIFY(nodes[at]->addresses != nodes[4]->addresses);
        QVERIFY(nodes[at]->macs != nodes[4]->macs);
    }
    QCOMPARE(scene().view.nodes.size(), before + 1);
    auto* files = stage_->control<QAbstractItemView>(QStringLiteral("Generated files"));
    N3X_EVENTUALLY(files->currentIndex().data().toString() == QStringLiteral("agent-3.nix")); // and its file
    QVERIFY(stage_->settled());
    for (const char* file :
         {"backends/nixos/nodes/bonding-vlans/agent-3.nix", // whichever backend it has
          "lib/k3s/flags/bonding-vlans/agent-3.json", "backends/debian/kas/node/bonding-vlans/agent-3.yml",
          "backends/debian/meta-n3x/recipes-support/systemd-networkd-config/files/bonding-vlans/"
          "agent-3/20-vlan-storage.netdev"})
        QVERIFY2(document().generation()->outputs.find(file).has_value(), file);
    stage_->picture(QStringLiteral("3-third-agent"));
    QTest::mouseClick(canvas, Qt::LeftButton, {}, inPalette(QStringLiteral("Close the palette")));
}

void StoryTest::typeTheStorageVlan()
{
    stage_->search(QStringLiteral("storage"));
    auto* vlan = vlanField();
    QVERIFY(vlan != nullptr);
    vlan->setFocus();
    vlan->selectAll();
    QTest::keyClicks(vlan, QStringLiteral("150"));
    QVERIFY(stage_->settled());
    for (const char* file : {"backends/debian/meta-n3x/recipes-support/systemd-networkd-config/files/bonding-vlans/"
                             "agent-1/20-vlan-storage.netdev",
                             "backends/nixos/nodes/bonding-vlans/agent-1.nix"}) {
        const auto output = document().generation()->outputs.find(file);
        QVERIFY(output.has_value());
        QVERIFY2(output->text().contains("150"), file);
    }
    QCOMPARE(document().historyNames().size(), 2); // typing is one step
    // The file beside the canvas, its line marked.
    auto* preview = stage_->control<CodeView>(QStringLiteral("Generated file"));
    QVERIFY(preview != nullptr);
    N3X_EVENTUALLY(preview->toPlainText().contains(QStringLiteral("150")));
    QVERIFY(!preview->changedLineRanges().empty());
    stage_->picture(QStringLiteral("4-vlan-150"));
}

void StoryTest::typeAVlanThatCannotBe()
{
    auto* vlan = vlanField();
    vlan->selectAll();
    QTest::keyClicks(vlan, QStringLiteral("4095"));
    QVERIFY(stage_->settled());
    // Nothing is generated from the profile.
    QVERIFY(!document().generation()->outputs.find(unitPath).has_value());
    // On the lane: its number as it was typed, and the sign of an error.
    const std::size_t lane = laneOf(scene(), QStringLiteral("storage"));
    QCOMPARE(scene().view.networks[lane].vlan, QStringLiteral("4095"));
    QVERIFY(!scene().view.networks[lane].vlanIsValid);
    QVERIFY(scene().lanes[lane].worst == Severity::Error);
    const auto& lanes = stage_->window().findChild<CanvasPanel*>()->view()->lanes()->rows();
    N3X_EVENTUALLY(std::ranges::any_of(lanes, [](const ShapeModel::Row& row) {
        return (row.name + row.description).contains(QStringLiteral("4095"));
    }));
    // On the field.
    N3X_EVENTUALLY(std::ranges::any_of(stage_->window().findChildren<QFrame*>(), [](const QFrame* note) {
        return note->isVisible() && note->accessibleName().contains(QStringLiteral("4095"));
    }));
    // In the list, which leads back to the field.
    stage_->press(Qt::Key_F8);
    auto* list = waitForControl<QAbstractItemView>(QStringLiteral("Problem list"));
    QVERIFY(list != nullptr);
    QVERIFY(rowsOf(*list).join(u'\n').contains(QStringLiteral("4095")));
    list->setCurrentIndex(list->model()->index(0, 0));
    stage_->picture(QStringLiteral("5-vlan-4095"));
    theTerminalNamesTheSameProblems(*list);
    document().select({});
    const QPoint row = list->visualRect(list->model()->index(0, 0)).center();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row);
    QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, row);
    N3X_EVENTUALLY(vlanField() != nullptr && vlanField()->hasFocus());
    vlanField()->selectAll();
    QTest::keyClicks(vlanField(), QStringLiteral("150"));
}

// Which, of what and where in the files, once they are saved.
void StoryTest::theTerminalNamesTheSameProblems(const QAbstractItemView& list)
{
    stage_->press(Qt::Key_S, Qt::ControlModifier);
    N3X_EVENTUALLY(!document().isDirty());
    const QJsonArray problems = inLab({QStringLiteral("check")}, 1)[u"problems"].toArray();
    QStringList inShell;
    for (const QJsonValue& problem : problems)
        inShell << QStringLiteral("%1 %2 %3:%4:%5")
                       .arg(problem[u"code"].toString(),
                            spokenPath(ObjectPath(problem[u"path"].toString().toStdString())),
                            problem[u"file"].toString())
                       .arg(problem[u"line"].toInt())
                       .arg(problem[u"column"].toInt());
    inShell.sort();
    QVERIFY(inShell.join(u'\n').contains(QStringLiteral("bonding-vlans › storage › vlan")));
    QStringList inWindow;
    const auto read = [&] {
        inWindow.clear();
        for (int row = 0; row < list.model()->rowCount(); ++row) {
            QStringList words;
            for (const int column : {ProblemModel::Code, ProblemModel::Where, ProblemModel::File})
                words << list.model()->index(row, column).data().toString();
            inWindow << words.join(u' ');
        }
        inWindow.sort();
        return inWindow == inShell;
    };
    if (!QTest::qWaitFor(read, 5'000)) QCOMPARE(inWindow, inShell); // the places of what was just written come later
}

void StoryTest::undoSixRedoThree()
{
    std::vector<Project> states = {document().project()};
    const auto remember = [&] {
        QVERIFY(document().project() != states.back());
        states.push_back(document().project());
    };
    for (const char* tool : {"Add agent", "Add server", "Add network"}) {
        clickOn(stage_->control<QToolButton>(QString::fromLatin1(tool)));
        remember();
    }
    stage_->search(QStringLiteral("agent-2"));
    auto* name = waitForControl<QLineEdit>(QStringLiteral("Name"));
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("worker"));
    QTest::keyClick(name, Qt::Key_Return);
    remember();
    stage_->search(QStringLiteral("storage"));
    auto* vlan = vlanField();
    vlan->setFocus();
    vlan->selectAll();
    QTest::keyClicks(vlan, QStringLiteral("151"));
    remember();
    stage_->search(QStringLiteral("agent-1"));
    stage_->window().findChild<CanvasPanel*>()->quick()->setFocus();
    QTest::keyClick(stage_->window().findChild<CanvasPanel*>()->quick(), Qt::Key_Delete);
    remember();
    QCOMPARE(states.size(), 7u);

    for (int count = 0; count < 6; ++count) stage_->press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(document().project() == states[0]);
    for (int count = 0; count < 3; ++count) stage_->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(document().project() == states[3]);
    stage_->picture(QStringLiteral("6-six-back-three-forward"));
    for (int count = 0; count < 3; ++count) clickOn(stage_->control<QToolButton>(QStringLiteral("Redo")));
    QVERIFY(document().project() == states[6]);
    for (int count = 0; count < 6; ++count) clickOn(stage_->control<QToolButton>(QStringLiteral("Undo")));
    QVERIFY(stage_->settled());
}

// Before anything is written: what is new, what changes, and what was edited by hand.
void StoryTest::theTerminalListsTheSameChanges()
{
    stage_->press(Qt::Key_S, Qt::ControlModifier);
    N3X_EVENTUALLY(!document().isDirty());
    stage_->press(Qt::Key_E, Qt::ControlModifier);
    auto* list = waitForControl<QAbstractItemView>(QStringLiteral("What an export will do"));
    QVERIFY(list != nullptr);
    N3X_EVENTUALLY(rowsOf(*list).value(0) == storageUnit); // what has to be decided comes first
    const QMap<ChangeKind, const char*> words{
        {ChangeKind::Add, "add "}, {ChangeKind::Change, "change "}, {ChangeKind::Conflict, "conflict "}};
    QStringList inWindow;
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        const auto kind = static_cast<ChangeKind>(index.data(ChangeModel::KindRole).toInt());
        inWindow << QString::fromLatin1(words.value(kind)) + index.data(ChangeModel::PathRole).toString();
    }
    inWindow.sort();
    for (const char* kind : words)
        QVERIFY2(inWindow.filter(QRegularExpression(u'^' + QLatin1String(kind))).size() > 0, kind);
    const QJsonObject dryRun = inLab({QStringLiteral("export"), QStringLiteral("--dry-run")}, 1);
    QCOMPARE(valuesOf(dryRun[u"files"].toArray(), {QStringLiteral("change"), QStringLiteral("path")}), inWindow);
    QCOMPARE(stage_->exportButton()->accessibleName(),
             QStringLiteral("Export %1 file(s)").arg(inWindow.size() - 1)); // all but the one in conflict
}

void StoryTest::exportLeavesAloneWhatWasEdited()
{
    const QByteArray byHand = "# mine\n" + stage_->read(storageUnit).toUtf8();
    stage_->write(storageUnit, byHand);
    theTerminalListsTheSameChanges();
    exportAll();
    QCOMPARE(stage_->read(storageUnit).toUtf8(), byHand);
    auto* changes = waitForControl<QAbstractItemView>(QStringLiteral("What an export will do"));
    QVERIFY(changes != nullptr);
    QCOMPARE(rowsOf(*changes), QStringList{storageUnit}); // named
    const auto* summary = stage_->control<QLabel>(QStringLiteral("Summary of changes"));
    QVERIFY(summary && QRegularExpression(QStringLiteral("^Wrote .* 1 left alone$")).match(summary->text()).hasMatch());
    QVERIFY(stage_->read(QStringLiteral("profiles/bonding-vlans.yaml")).contains(QStringLiteral("vlan: 150")));
    QVERIFY(!document().isDirty());

    // Decided: the export takes it.
    changes->setCurrentIndex(changes->model()->index(0, 0));
    stage_->picture(QStringLiteral("8-edited-by-hand"));
    clickOn(waitForControl<QPushButton>(QStringLiteral("Overwrite")));
    QVERIFY(stage_->exportButton()->accessibleName().startsWith(QStringLiteral("Export 1 ")));
    QCOMPARE(stage_->exportTool()->accessibleName(), stage_->exportButton()->accessibleName());
    exportAll();
    N3X_EVENTUALLY(stage_->read(storageUnit).contains(QStringLiteral("Id=150")));
}

void StoryTest::aSecondExportWritesNothing()
{
    N3X_EVENTUALLY(document().changes() && stage_->exportTool()->accessibleName() == QStringLiteral("Export"));
    ExportReport last;
    last.writeCount = 99;
    connect(&stage_->session(), &Session::exported, this, [&last](const ExportReport& report) { last = report; });
    exportAll();
    N3X_EVENTUALLY(last.writeCount == 0);
    stage_->picture(QStringLiteral("9-nothing-to-export"));
}

void StoryTest::theTerminalSaysTheSame()
{
    QStringList inWindow;
    for (const Problem& problem : document().problems())
        inWindow << QString::fromStdString(std::string(problem.code) + ' ' + problem.what.english());
    QVERIFY(!inWindow.empty()); // an even number of servers, in each profile
    QVERIFY(stage_->window().close());
    stage_->end();
    inWindow.sort();
    QCOMPARE(valuesOf(inLab({QStringLiteral("check")})[u"problems"].toArray(),
                      {QStringLiteral("code"), QStringLiteral("what")}),
             inWindow);
    const QJsonObject dryRun = inLab({QStringLiteral("export"), QStringLiteral("--dry-run")});
    QCOMPARE(dryRun[u"files"].toArray(), QJsonArray());
    QVERIFY(dryRun[u"unchanged"].toInt() > 200);
    QCOMPARE(inLab({QStringLiteral("export")})[u"writes"].toInt(-1), 0);
}

void StoryTest::drawEditUndoExport()
{
    stage_->picture(QStringLiteral("0-start"));
    stage_->makeSample();
    stage_->picture(QStringLiteral("1-sample"));
    exportAll(); // everything is new
    QVERIFY(stage_->read(storageUnit).contains(QStringLiteral("Id=100")));
    for (const auto step :
         {&StoryTest::seeBondAndLanes, &StoryTest::dragInTheThirdAgent, &StoryTest::typeTheStorageVlan,
          &StoryTest::typeAVlanThatCannotBe, &StoryTest::undoSixRedoThree, &StoryTest::exportLeavesAloneWhatWasEdited,
          &StoryTest::aSecondExportWritesNothing, &StoryTest::theTerminalSaysTheSame}) {
        (this->*step)();
        if (QTest::currentTestFailed()) return;
    }
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("n3x-studio-story"));
    StoryTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "story_test.moc"
