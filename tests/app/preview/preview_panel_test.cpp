// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/nodes.h"
#include "core/edits/values.h"
#include "tests/app/support/preview_stage.h"

#include <QLabel>

using namespace n3x;

class PreviewPanelTest : public QObject {
    Q_OBJECT

private slots:
    void ownersAreReadFromPaths_data();
    void ownersAreReadFromPaths();
    void aNodeShowsItsBackendsFile();
    void aNetworkScrollsToItsLines();
    void anEditMarksItsLinesUntilItIsSavedOrUndone();
    void theFileInSightComesBeforeTheOthers();
    void aNewNodeThatIsSelectedIsShown();
    void aNodeThatIsGoneLeavesItsProfilesFile();
    void aChosenFileStaysWhileOthersAreEdited();
    void nothingIsShownOfAProfileWithErrors();
    void ofAHeldProfileNoOthersFileIsShown();
    void changesAreSteppedThrough();
    void aLongNameTakesNoRoomFromOthers();
};

void PreviewPanelTest::ownersAreReadFromPaths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("owner");
    QTest::newRow("unit") << QString::fromStdString(units + "agent-1/20-vlan-storage.netdev") << "vlans agent-1 debian";
    QTest::newRow("module") << "backends/nixos/nodes/vlans/agent-1.nix" << "vlans agent-1 nixos";
    QTest::newRow("flags") << "lib/k3s/flags/vlans/agent-1.json" << "vlans agent-1 both";
    QTest::newRow("profile data") << "lib/network/profiles/vlans.nix" << "vlans  both";
    QTest::newRow("network overlay") << "backends/debian/kas/network/vlans.yml" << "vlans  debian";
    QTest::newRow("none") << "README.md" << "";
}

void PreviewPanelTest::ownersAreReadFromPaths()
{
    QFETCH(QString, path);
    const auto owner = ownerOf(path.toStdString());
    QString drawn;
    if (owner)
        drawn = QStringLiteral("%1 %2 %3")
                    .arg(QString::fromStdString(owner->profile), QString::fromStdString(owner->node),
                         owner->isShared                    ? QStringLiteral("both")
                         : owner->backend == Backend::Nixos ? QStringLiteral("nixos")
                                                            : QStringLiteral("debian"));
    QTEST(drawn, "owner");
}

void PreviewPanelTest::aNodeShowsItsBackendsFile()
{
    PreviewStage stage;
    const ObjectPath agent = inVlans("nodes", "agent-1");
    stage.apply(edits::setValue(agent / "backend", "nixos"));
    stage.document.select({agent});
    QCOMPARE(stage.panel.path(), QStringLiteral("backends/nixos/nodes/vlans/agent-1.nix"));
    stage.apply(edits::setValue(inVlans("nodes", "agent-2") / "backend", "debian"));
    stage.document.select({inVlans("nodes", "agent-2")});
    QVERIFY(stage.panel.path().startsWith(QString::fromStdString(units + "agent-2/")));
}

void PreviewPanelTest::aNetworkScrollsToItsLines()
{
    PreviewStage stage;
    stage.apply(edits::setValue(inVlans("nodes", "server-1") / "backend", "nixos"));
    stage.document.select({inVlans("networks", "storage")});
    QVERIFY(!stage.panel.path().isEmpty());
    const auto& lines = stage.shown().originLineRanges();
    QVERIFY(!lines.empty());
    bool namesIt = false;
    for (const LineRange& range : lines)
        for (int line = range.first; line <= range.last; ++line)
            namesIt = namesIt || lineAt(stage.shown(), line).contains(QStringLiteral("eth1.100"));
    QVERIFY(namesIt);
}

void PreviewPanelTest::anEditMarksItsLinesUntilItIsSavedOrUndone()
{
    PreviewStage stage;
    stage.panel.openFile(QString::fromStdString(units + "server-1/20-vlan-storage.netdev"));
    QVERIFY(stage.shown().changedLineRanges().empty());
    stage.apply(edits::setValue(inVlans("networks", "storage") / "vlan", "150"));
    // The unit kept its name, so the preview stays on it.
    QCOMPARE(stage.panel.path(), QString::fromStdString(units + "server-1/20-vlan-storage.netdev"));
    QStringList marked;
    for (const LineRange& range : stage.shown().changedLineRanges())
        for (int line = range.first; line <= range.last; ++line) marked << lineAt(stage.shown(), line);
    QCOMPARE(marked, (QStringList{QStringLiteral("Name=eth1.150"), QStringLiteral("Id=150")}));
    QVERIFY(stage.whatChanged.isChanged("lib/network/profiles/vlans.nix"));
    QVERIFY(!stage.whatChanged.isChanged("lib/network/profiles/simple.nix"));
    stage.document.undo();
    stage.settle();
    QVERIFY(stage.shown().changedLineRanges().empty());
    QVERIFY(QTest::qWaitFor([&] { return stage.whatChanged.paths()->empty(); }));
    stage.document.redo();
    stage.settle();
    QVERIFY(QTest::qWaitFor([&] { return stage.whatChanged.paths()->contains("lib/network/profiles/vlans.nix"); }));
    QVERIFY(!stage.whatChanged.paths()->contains("lib/network/profiles/simple.nix"));
    stage.document.markSaved(stage.document.project(), stage.document.views());
    QVERIFY(stage.whatChanged.paths()->empty());
    QVERIFY(stage.shown().changedLineRanges().empty());
}

void PreviewPanelTest::theFileInSightComesBeforeTheOthers()
{
    PreviewStage stage;
    stage.panel.openFile(QString::fromStdString(units + "agent-1/20-vlan-storage.netdev"));
    QString ahead;
    QObject::connect(&stage.document, &Document::writtenAhead, &stage.panel, [&] {
        if (stage.document.isGenerating()) ahead = stage.shown().toPlainText();
    });
    stage.apply(edits::setValue(inVlans("networks", "storage") / "vlan", "150"));
    QVERIFY2(ahead.contains(QStringLiteral("\nId=150\n")), qPrintable(ahead));
    QCOMPARE(stage.shown().toPlainText(), ahead);
    // Its marks come with the rest, and going back is shown too.
    QVERIFY(!stage.shown().changedLineRanges().empty());
    stage.document.undo();
    stage.settle();
    QVERIFY(stage.shown().toPlainText().contains(QStringLiteral("\nId=100\n")));
}

void PreviewPanelTest::aNewNodeThatIsSelectedIsShown()
{
    PreviewStage stage;
    stage.document.apply(edits::addNode(stage.document.project(), "vlans", Role::Agent, "n100"));
    const std::string name = find(stage.document.project().profiles, "vlans")->nodes.back()->name.text();
    stage.document.select({inVlans("nodes", name)}); // before anything is generated from it
    stage.settle();
    QVERIFY2(stage.panel.path().contains(QString::fromStdString("/" + name)), qPrintable(stage.panel.path()));
}

void PreviewPanelTest::aNodeThatIsGoneLeavesItsProfilesFile()
{
    PreviewStage stage;
    stage.apply(edits::addNode(stage.document.project(), "vlans", Role::Agent));
    stage.document.select({inVlans("nodes", "agent-3")});
    QCOMPARE(stage.panel.path(), QStringLiteral("backends/nixos/nodes/vlans/agent-3.nix"));
    stage.document.undo();
    stage.settle();
    QVERIFY(stage.document.selection().isEmpty());
    QCOMPARE(stage.panel.path(), QStringLiteral("lib/network/profiles/vlans.nix"));
    QVERIFY(stage.shown().isVisible());
}

void PreviewPanelTest::aChosenFileStaysWhileOthersAreEdited()
{
    PreviewStage stage;
    stage.document.select({inVlans("nodes", "agent-1")});
    const QString chosen = QString::fromStdString(units + "server-1/20-vlan-storage.netdev");
    stage.panel.openFile(chosen);
    stage.apply(edits::setValue(inVlans("networks", "storage") / "vlan", "150"));
    QCOMPARE(stage.panel.path(), chosen);
    stage.document.select({inVlans("nodes", "agent-2")});
    QVERIFY(stage.panel.path() != chosen);
}

void PreviewPanelTest::nothingIsShownOfAProfileWithErrors()
{
    PreviewStage stage;
    stage.document.select({inVlans("networks", "storage")});
    const QString path = stage.panel.path();
    stage.apply(edits::setValue(inVlans("networks", "storage") / "vlan", "4095"));
    QVERIFY(!stage.shown().isVisible());
    const auto labels = stage.panel.findChildren<QLabel*>();
    const bool says = std::ranges::any_of(labels, [](const QLabel* label) {
        return label->isVisible() && label->text().contains(QStringLiteral("Nothing is generated from vlans"));
    });
    QVERIFY(says);
    stage.document.undo();
    stage.settle();
    QVERIFY(stage.shown().isVisible());
    QCOMPARE(stage.panel.path(), path);
}

// Its file says more than was understood, so nothing is generated from it until it is read again.
void PreviewPanelTest::ofAHeldProfileNoOthersFileIsShown()
{
    PreviewStage stage;
    const Project project = stage.document.project();
    Withheld withheld;
    withheld.profiles.insert("simple");
    stage.document.reset(project, {}, {}, true, withheld);
    stage.settle();
    stage.document.select({inVlans("nodes", "agent-1")});
    QVERIFY(stage.shown().isVisible());
    stage.document.setCurrentProfile(QStringLiteral("simple"));
    const auto says = [&] {
        const auto labels = stage.panel.findChildren<QLabel*>();
        return !stage.shown().isVisible() && std::ranges::any_of(labels, [](const QLabel* label) {
            return label->isVisible() && label->text().contains(QStringLiteral("Nothing is generated from simple"));
        });
    };
    QVERIFY(says());
    const ObjectPath nodes("profiles/simple/nodes");
    stage.document.select({nodes / "server-1", nodes / "server-2"});
    QVERIFY(says());
    stage.apply(edits::removeNodes("simple", {"server-1", "server-2"}));
    QVERIFY(stage.document.selection().isEmpty());
    QVERIFY(says());
    stage.document.setCurrentProfile(QStringLiteral("vlans"));
    QVERIFY(stage.shown().isVisible());
}

void PreviewPanelTest::changesAreSteppedThrough()
{
    PreviewStage stage;
    stage.panel.openFile(QStringLiteral("lib/network/profiles/vlans.nix"));
    stage.apply(edits::setValue(inVlans("networks", "storage") / "vlan", "150"));
    const auto ranges = stage.shown().changedLineRanges();
    QVERIFY(ranges.size() > 1);
    QTest::keyClick(&stage.panel, Qt::Key_F3);
    QVERIFY(QTest::qWaitFor([&] { return stage.shown().textCursor().blockNumber() == ranges[0].first; }));
    QTest::keyClick(&stage.panel, Qt::Key_F3);
    QVERIFY(QTest::qWaitFor([&] { return stage.shown().textCursor().blockNumber() == ranges[1].first; }));
    QTest::keyClick(&stage.panel, Qt::Key_F3, Qt::ShiftModifier);
    QVERIFY(QTest::qWaitFor([&] { return stage.shown().textCursor().blockNumber() == ranges[0].first; }));
}

void PreviewPanelTest::aLongNameTakesNoRoomFromOthers()
{
    PreviewStage stage;
    stage.panel.resize(380, 500);
    stage.panel.openFile(QStringLiteral("backends/nixos/nodes/vlans/agent-1.nix"));
    QTest::qWait(50);
    const int least = stage.panel.minimumSizeHint().width();
    const auto said = [&](const QString& whole) {
        for (const auto* label : stage.panel.findChildren<QLabel*>())
            if (label->isVisible() && label->accessibleName() == whole) return label->text();
        return QString();
    };
    QCOMPARE(said(QStringLiteral("agent-1.nix")), QStringLiteral("agent-1.nix"));
    QCOMPARE(said(QStringLiteral("agent-1 · NixOS")), QStringLiteral("agent-1 · NixOS"));
    stage.panel.openFile(QStringLiteral("backends/nixos/nodes/simple/agent-1.nix")); // of another profile
    QVERIFY(!said(QStringLiteral("agent-1 of simple · NixOS")).isEmpty());
    const std::string name = "agent-in-the-third-rack-of-the-second-row-at-the-window";
    stage.apply(edits::setValue(inVlans("nodes", "agent-1") / "name", name));
    const QString file = QString::fromStdString(name) + QStringLiteral(".nix");
    stage.panel.openFile(QStringLiteral("backends/nixos/nodes/vlans/") + file);
    QTest::qWait(50);
    QCOMPARE(stage.panel.minimumSizeHint().width(), least);
    QCOMPARE(stage.panel.width(), 380);
    QVERIFY(said(file).startsWith(QStringLiteral("age")) && said(file).endsWith(QStringLiteral(".nix")));
    QVERIFY(said(QString::fromStdString(name) + QStringLiteral(" · NixOS")).endsWith(QStringLiteral("OS")));
}

QTEST_MAIN(PreviewPanelTest)
#include "preview_panel_test.moc"
