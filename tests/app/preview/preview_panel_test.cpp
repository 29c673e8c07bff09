// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/document/document.h"
#include "app/preview/code_view.h"
#include "app/preview/preview_panel.h"
#include "app/preview/what_changed.h"
#include "core/edits/nodes.h"
#include "core/edits/values.h"
#include "core/files/templates.h"

#include <QLabel>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

using namespace n3x;

namespace {

const std::string units = "backends/debian/meta-n3x/recipes-support/systemd-networkd-config/files/vlans/";

struct Panels {
    Document document{templateProject("sample")};
    WhatChanged whatChanged{document};
    PreviewPanel panel{document, whatChanged};

    Panels()
    {
        document.setCurrentProfile(QStringLiteral("vlans"));
        panel.show();
        panel.activateWindow(); // shortcuts reach the active window only
        if (!QTest::qWaitForWindowActive(&panel)) qFatal("the window does not become active");
        settle();
    }
    void settle()
    {
        QVERIFY(QTest::qWaitFor([&] { return !document.isGenerating(); }, 10000));
    }
    void apply(const Edit& edit)
    {
        document.apply(edit);
        settle();
    }
    CodeView& code(const QString& name)
    {
        for (CodeView* view : panel.findChildren<CodeView*>())
            if (view->accessibleName() == name) return *view;
        qFatal("no view of that name");
    }
    CodeView& shown() { return code(QStringLiteral("Generated file")); }
};

ObjectPath inVlans(std::string_view kind, std::string_view name)
{
    return ObjectPath::of({"profiles", "vlans", kind, name});
}

QString lineAt(const CodeView& view, int line) { return view.toPlainText().split(QLatin1Char('\n')).value(line); }

} // namespace

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
    void theSameLinkStandsBesideInTheOtherBackend();
    void theUnitInSightIsSoughtInTheModule();
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
    Panels panels;
    const ObjectPath agent = inVlans("nodes", "agent-1");
    panels.apply(edits::setValue(agent / "backend", "nixos"));
    panels.document.select({agent});
    QCOMPARE(panels.panel.path(), QStringLiteral("backends/nixos/nodes/vlans/agent-1.nix"));
    panels.apply(edits::setValue(inVlans("nodes", "agent-2") / "backend", "debian"));
    panels.document.select({inVlans("nodes", "agent-2")});
    QVERIFY(panels.panel.path().startsWith(QString::fromStdString(units + "agent-2/")));
}

void PreviewPanelTest::aNetworkScrollsToItsLines()
{
    Panels panels;
    panels.apply(edits::setValue(inVlans("nodes", "server-1") / "backend", "nixos"));
    panels.document.select({inVlans("networks", "storage")});
    QVERIFY(!panels.panel.path().isEmpty());
    const auto& lines = panels.shown().originLineRanges();
    QVERIFY(!lines.empty());
    bool namesIt = false;
    for (const LineRange& range : lines)
        for (int line = range.first; line <= range.last; ++line)
            namesIt = namesIt || lineAt(panels.shown(), line).contains(QStringLiteral("eth1.100"));
    QVERIFY(namesIt);
}

void PreviewPanelTest::anEditMarksItsLinesUntilItIsSavedOrUndone()
{
    Panels panels;
    panels.panel.openFile(QString::fromStdString(units + "server-1/20-vlan-storage.netdev"));
    QVERIFY(panels.shown().changedLineRanges().empty());
    panels.apply(edits::setValue(inVlans("networks", "storage") / "vlan", "150"));
    // The unit kept its name, so the preview stays on it.
    QCOMPARE(panels.panel.path(), QString::fromStdString(units + "server-1/20-vlan-storage.netdev"));
    QStringList marked;
    for (const LineRange& range : panels.shown().changedLineRanges())
        for (int line = range.first; line <= range.last; ++line) marked << lineAt(panels.shown(), line);
    QCOMPARE(marked, (QStringList{QStringLiteral("Name=eth1.150"), QStringLiteral("Id=150")}));
    QVERIFY(panels.whatChanged.isChanged("lib/network/profiles/vlans.nix"));
    QVERIFY(!panels.whatChanged.isChanged("lib/network/profiles/simple.nix"));
    panels.document.undo();
    panels.settle();
    QVERIFY(panels.shown().changedLineRanges().empty());
    QVERIFY(QTest::qWaitFor([&] { return panels.whatChanged.paths()->empty(); }));
    panels.document.redo();
    panels.settle();
    QVERIFY(QTest::qWaitFor([&] { return panels.whatChanged.paths()->contains("lib/network/profiles/vlans.nix"); }));
    QVERIFY(!panels.whatChanged.paths()->contains("lib/network/profiles/simple.nix"));
    panels.document.markSaved(panels.document.project(), panels.document.views());
    QVERIFY(panels.whatChanged.paths()->empty());
    QVERIFY(panels.shown().changedLineRanges().empty());
}

void PreviewPanelTest::theFileInSightComesBeforeTheOthers()
{
    Panels panels;
    panels.panel.openFile(QString::fromStdString(units + "agent-1/20-vlan-storage.netdev"));
    QString ahead;
    QObject::connect(&panels.document, &Document::writtenAhead, &panels.panel, [&] {
        if (panels.document.isGenerating()) ahead = panels.shown().toPlainText();
    });
    panels.apply(edits::setValue(inVlans("networks", "storage") / "vlan", "150"));
    QVERIFY2(ahead.contains(QStringLiteral("\nId=150\n")), qPrintable(ahead));
    QCOMPARE(panels.shown().toPlainText(), ahead);
    // Its marks come with the rest, and going back is shown too.
    QVERIFY(!panels.shown().changedLineRanges().empty());
    panels.document.undo();
    panels.settle();
    QVERIFY(panels.shown().toPlainText().contains(QStringLiteral("\nId=100\n")));
}

void PreviewPanelTest::aNewNodeThatIsSelectedIsShown()
{
    Panels panels;
    panels.document.apply(edits::addNode(panels.document.project(), "vlans", Role::Agent, "n100"));
    const std::string name = find(panels.document.project().profiles, "vlans")->nodes.back()->name.text();
    panels.document.select({inVlans("nodes", name)}); // before anything is generated from it
    panels.settle();
    QVERIFY2(panels.panel.path().contains(QString::fromStdString("/" + name)), qPrintable(panels.panel.path()));
}

void PreviewPanelTest::aNodeThatIsGoneLeavesItsProfilesFile()
{
    Panels panels;
    panels.apply(edits::addNode(panels.document.project(), "vlans", Role::Agent));
    panels.document.select({inVlans("nodes", "agent-3")});
    QCOMPARE(panels.panel.path(), QStringLiteral("backends/nixos/nodes/vlans/agent-3.nix"));
    panels.document.undo();
    panels.settle();
    QVERIFY(panels.document.selection().isEmpty());
    QCOMPARE(panels.panel.path(), QStringLiteral("lib/network/profiles/vlans.nix"));
    QVERIFY(panels.shown().isVisible());
}

void PreviewPanelTest::aChosenFileStaysWhileOthersAreEdited()
{
    Panels panels;
    panels.document.select({inVlans("nodes", "agent-1")});
    const QString chosen = QString::fromStdString(units + "server-1/20-vlan-storage.netdev");
    panels.panel.openFile(chosen);
    panels.apply(edits::setValue(inVlans("networks", "storage") / "vlan", "150"));
    QCOMPARE(panels.panel.path(), chosen);
    panels.document.select({inVlans("nodes", "agent-2")});
    QVERIFY(panels.panel.path() != chosen);
}

void PreviewPanelTest::nothingIsShownOfAProfileWithErrors()
{
    Panels panels;
    panels.document.select({inVlans("networks", "storage")});
    const QString path = panels.panel.path();
    panels.apply(edits::setValue(inVlans("networks", "storage") / "vlan", "4095"));
    QVERIFY(!panels.shown().isVisible());
    const auto labels = panels.panel.findChildren<QLabel*>();
    const bool says = std::ranges::any_of(labels, [](const QLabel* label) {
        return label->isVisible() && label->text().contains(QStringLiteral("Nothing is generated from vlans"));
    });
    QVERIFY(says);
    panels.document.undo();
    panels.settle();
    QVERIFY(panels.shown().isVisible());
    QCOMPARE(panels.panel.path(), path);
}

// Its file says more than was understood, so nothing is generated from it until it is read again.
void PreviewPanelTest::ofAHeldProfileNoOthersFileIsShown()
{
    Panels panels;
    const Project project = panels.document.project();
    Withheld withheld;
    withheld.profiles.insert("simple");
    panels.document.reset(project, {}, {}, true, withheld);
    panels.settle();
    panels.document.select({inVlans("nodes", "agent-1")});
    QVERIFY(panels.shown().isVisible());
    panels.document.setCurrentProfile(QStringLiteral("simple"));
    const auto says = [&] {
        const auto labels = panels.panel.findChildren<QLabel*>();
        return !panels.shown().isVisible() && std::ranges::any_of(labels, [](const QLabel* label) {
            return label->isVisible() && label->text().contains(QStringLiteral("Nothing is generated from simple"));
        });
    };
    QVERIFY(says());
    const ObjectPath nodes("profiles/simple/nodes");
    panels.document.select({nodes / "server-1", nodes / "server-2"});
    QVERIFY(says());
    panels.apply(edits::removeNodes("simple", {"server-1", "server-2"}));
    QVERIFY(panels.document.selection().isEmpty());
    QVERIFY(says());
    panels.document.setCurrentProfile(QStringLiteral("vlans"));
    QVERIFY(panels.shown().isVisible());
}

void PreviewPanelTest::theSameLinkStandsBesideInTheOtherBackend()
{
    Panels panels;
    panels.apply(edits::setValue(inVlans("nodes", "server-1") / "backend", "debian"));
    panels.document.select({inVlans("networks", "storage")});
    CodeView& other = panels.code(QStringLiteral("The same link in the other backend"));
    QVERIFY(!other.isVisible());
    QTest::keyClick(&panels.panel, Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(QTest::qWaitFor([&] { return other.isVisible(); })); // a button's shortcut shows it pressed first
    QVERIFY(panels.panel.path().endsWith(QStringLiteral("server-1/20-vlan-storage.netdev")));
    QVERIFY(other.toPlainText().contains(QStringLiteral("20-vlan-storage")));
    QVERIFY(!other.originLineRanges().empty());
}

// What the module says of a network stands in many places: the unit in sight is one of them.
void PreviewPanelTest::theUnitInSightIsSoughtInTheModule()
{
    Panels panels;
    panels.panel.resize(700, 300);
    panels.apply(edits::setValue(inVlans("nodes", "server-1") / "backend", "debian"));
    panels.document.select({inVlans("networks", "storage")});
    QTest::keyClick(&panels.panel, Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    CodeView& other = panels.code(QStringLiteral("The same link in the other backend"));
    QVERIFY(QTest::qWaitFor([&] { return other.isVisible(); }));
    QVERIFY(QTest::qWaitFor([&] {
        const int first = other.verticalScrollBar()->value();
        const int count = other.viewport()->height() / other.fontMetrics().lineSpacing();
        for (int line = first; line < first + count; ++line)
            if (lineAt(other, line).contains(QStringLiteral("20-vlan-storage"))) return true;
        return false;
    }));
}

void PreviewPanelTest::changesAreSteppedThrough()
{
    Panels panels;
    panels.panel.openFile(QStringLiteral("lib/network/profiles/vlans.nix"));
    panels.apply(edits::setValue(inVlans("networks", "storage") / "vlan", "150"));
    const auto ranges = panels.shown().changedLineRanges();
    QVERIFY(ranges.size() > 1);
    QTest::keyClick(&panels.panel, Qt::Key_F3);
    QVERIFY(QTest::qWaitFor([&] { return panels.shown().textCursor().blockNumber() == ranges[0].first; }));
    QTest::keyClick(&panels.panel, Qt::Key_F3);
    QVERIFY(QTest::qWaitFor([&] { return panels.shown().textCursor().blockNumber() == ranges[1].first; }));
    QTest::keyClick(&panels.panel, Qt::Key_F3, Qt::ShiftModifier);
    QVERIFY(QTest::qWaitFor([&] { return panels.shown().textCursor().blockNumber() == ranges[0].first; }));
}

void PreviewPanelTest::aLongNameTakesNoRoomFromOthers()
{
    Panels panels;
    panels.panel.resize(380, 500);
    panels.panel.openFile(QStringLiteral("backends/nixos/nodes/vlans/agent-1.nix"));
    QTest::qWait(50);
    const int least = panels.panel.minimumSizeHint().width();
    const auto said = [&](const QString& whole) {
        for (const auto* label : panels.panel.findChildren<QLabel*>())
            if (label->isVisible() && label->accessibleName() == whole) return label->text();
        return QString();
    };
    QCOMPARE(said(QStringLiteral("agent-1.nix")), QStringLiteral("agent-1.nix"));
    QCOMPARE(said(QStringLiteral("agent-1 · NixOS")), QStringLiteral("agent-1 · NixOS"));
    const std::string name = "agent-in-the-third-rack-of-the-second-row-at-the-window";
    panels.apply(edits::setValue(inVlans("nodes", "agent-1") / "name", name));
    const QString file = QString::fromStdString(name) + QStringLiteral(".nix");
    panels.panel.openFile(QStringLiteral("backends/nixos/nodes/vlans/") + file);
    QTest::qWait(50);
    QCOMPARE(panels.panel.minimumSizeHint().width(), least);
    QCOMPARE(panels.panel.width(), 380);
    QVERIFY(said(file).startsWith(QStringLiteral("age")) && said(file).endsWith(QStringLiteral(".nix")));
    QVERIFY(said(QString::fromStdString(name) + QStringLiteral(" · NixOS")).endsWith(QStringLiteral("OS")));
}

QTEST_MAIN(PreviewPanelTest)
#include "preview_panel_test.moc"
