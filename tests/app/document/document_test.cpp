// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/document/document.h"
#include "core/edits/networks.h"
#include "core/edits/nodes.h"
#include "core/edits/profiles.h"
#include "core/edits/values.h"
#include "core/files/save.h"
#include "core/files/templates.h"

#include <QSignalSpy>
#include <QTest>

#include <ctime>

using namespace n3x;

namespace {

const ObjectPath server = ObjectPath::of({"profiles", "vlans", "nodes", "server-1"});
const ObjectPath storageVlan = ObjectPath::of({"profiles", "vlans", "networks", "storage", "vlan"});

bool settle(const Document& document)
{
    return QTest::qWaitFor([&] { return !document.isGenerating(); }, 10'000);
}

} // namespace

class DocumentTest : public QObject {
    Q_OBJECT

private slots:
    void anEditIsGeneratedWithoutBeingWaitedFor();
    void theNewestProjectWins();
    void typingIsOneStepAndUndoGivesTheEqualProject();
    void undoShowsTheProfileThatItChanges();
    void dirtyFollowsTheValueAndNotTheSteps();
    void savingWhileEditsGoOnLeavesTheDocumentDirty();
    void selectionAndPositionsFollowARename();
    void selectionLetsGoOfWhatIsRemoved();
    void positionsComeBackWithARemovedNode();
    void aMoveIsAStepOfItsOwn();
    void aMoveIsCalledAfterWhatWasMoved();
    void whatIsNotThereHasNoPosition();
    void positionsOfARemovedObjectGiveWayToTheOneThatTakesItsName();
    void aRenamedProfileStaysInSight();
    void onlyAProfileThatIsThereIsShown();
    void anotherProfileHasAnotherSelection();
    void revealSelectsTheObjectInItsProfile();
    void aResetTakesEverythingAlong();
    void problemsOfFilesStayBesideThoseOfTheEngine();
    void whatAnUnreadFileLacksIsNotSaid();
    void manyProblemsCostTheWindowsThreadNothing();
};

void DocumentTest::anEditIsGeneratedWithoutBeingWaitedFor()
{
    Document document(templateProject("sample"));
    QVERIFY(document.isGenerating());
    QVERIFY(settle(document));
    const auto before = document.generation();
    QVERIFY(before->outputs.fileCount() > 0);
    document.apply(edits::setValue(storageVlan, "150"));
    QCOMPARE(document.generation(), before);
    QVERIFY(settle(document));
    QVERIFY(document.generation() != before);
    QVERIFY(!document.generation()->changed.empty());
}

void DocumentTest::theNewestProjectWins()
{
    Document document(templateProject("sample"));
    for (int vlan = 110; vlan < 160; ++vlan)
        document.apply(edits::setValue(storageVlan, std::to_string(vlan)), QStringLiteral("vlan"));
    QVERIFY(settle(document));
    const Generation fresh = generate(document.project());
    QVERIFY(document.generation()->outputs == fresh.outputs);
}

void DocumentTest::typingIsOneStepAndUndoGivesTheEqualProject()
{
    Document document(templateProject("sample"));
    const Project start = document.project();
    for (const char* text : {"1", "15", "150"})
        document.apply(edits::setValue(storageVlan, text), QStringLiteral("vlan"));
    QCOMPARE(document.historyNames().size(), 1);
    QVERIFY(document.undoName().contains(QStringLiteral("150")));
    document.undo();
    QVERIFY(document.project() == start);
    QVERIFY(!document.canUndo());
    document.redo();
    QVERIFY(!(document.project() == start));
}

void DocumentTest::undoShowsTheProfileThatItChanges()
{
    Document document(templateProject("sample"));
    document.setCurrentProfile(QStringLiteral("vlans"));
    document.apply(edits::setValue(storageVlan, "150"));
    document.setCurrentProfile(QStringLiteral("simple"));
    document.undo();
    QCOMPARE(document.currentProfile(), QStringLiteral("vlans"));
    document.setCurrentProfile(QStringLiteral("simple"));
    document.redo();
    QCOMPARE(document.currentProfile(), QStringLiteral("vlans"));
    // An edit that is made anew is somebody's own, and they see what they want to see.
    document.setCurrentProfile(QStringLiteral("simple"));
    document.apply(edits::setValue(storageVlan, "160"));
    QCOMPARE(document.currentProfile(), QStringLiteral("simple"));
}

void DocumentTest::dirtyFollowsTheValueAndNotTheSteps()
{
    Document document(templateProject("sample"));
    QSignalSpy dirty(&document, &Document::dirtyChanged);
    document.apply(edits::setValue(storageVlan, "150"));
    document.apply(edits::setValue(storageVlan, "100"));
    QCOMPARE(dirty.size(), 2);
    QVERIFY(!document.isDirty());
    document.setPositions(QStringLiteral("vlans"), {{QStringLiteral("server-1"), {40, 60}}});
    QVERIFY(document.isDirty());
}

void DocumentTest::savingWhileEditsGoOnLeavesTheDocumentDirty()
{
    Document document(templateProject("sample"));
    document.apply(edits::setValue(storageVlan, "150"));
    const Project written = document.project();
    document.apply(edits::setValue(storageVlan, "151"));
    document.markSaved(written, document.views());
    QVERIFY(document.isDirty());
    document.undo();
    QVERIFY(!document.isDirty());
}

void DocumentTest::selectionAndPositionsFollowARename()
{
    Document document(templateProject("sample"));
    document.setCurrentProfile(QStringLiteral("vlans"));
    document.select({server, server / "addresses" / "cluster"});
    document.setPositions(QStringLiteral("vlans"), {{QStringLiteral("server-1"), {40, 60}}});
    document.apply(edits::renameNode("vlans", "server-1", "first"));
    const ObjectPath renamed = ObjectPath::of({"profiles", "vlans", "nodes", "first"});
    QCOMPARE(document.selection(), (QList<ObjectPath>{renamed, renamed / "addresses" / "cluster"}));
    QCOMPARE(document.position(QStringLiteral("vlans"), QStringLiteral("first")), QPointF(40, 60));
    document.undo();
    QCOMPARE(document.selection().front(), server);
    QCOMPARE(document.position(QStringLiteral("vlans"), QStringLiteral("server-1")), QPointF(40, 60));
}

void DocumentTest::selectionLetsGoOfWhatIsRemoved()
{
    Document document(templateProject("sample"));
    document.setCurrentProfile(QStringLiteral("vlans"));
    document.select({server, ObjectPath::of({"profiles", "vlans", "nodes", "agent-1"})});
    document.apply(edits::removeNode("vlans", "server-1"));
    QCOMPARE(document.selection(), QList<ObjectPath>{ObjectPath::of({"profiles", "vlans", "nodes", "agent-1"})});
}

void DocumentTest::positionsComeBackWithARemovedNode()
{
    Document document(templateProject("sample"));
    document.setPositions(QStringLiteral("vlans"), {{QStringLiteral("server-1"), {40, 60}}});
    document.apply(edits::removeNode("vlans", "server-1"));
    document.undo();
    QCOMPARE(document.position(QStringLiteral("vlans"), QStringLiteral("server-1")), QPointF(40, 60));
}

void DocumentTest::aMoveIsAStepOfItsOwn()
{
    Document document(templateProject("sample"));
    const QString vlans = QStringLiteral("vlans");
    const QString server1 = QStringLiteral("server-1");
    document.apply(edits::setValue(storageVlan, "150"));
    document.setPositions(vlans, {{server1, {40, 60}}});
    document.setPositions(vlans, {{server1, {50, 60}}}, QStringLiteral("move/server-1"));
    document.setPositions(vlans, {{server1, {60, 60}}}, QStringLiteral("move/server-1"));
    QCOMPARE(document.historyNames().size(), 3);
    const QSignalSpy moved(&document, &Document::positionsChanged);
    document.undo();
    QCOMPARE(document.position(vlans, server1), QPointF(40, 60));
    document.undo();
    QVERIFY(!document.position(vlans, server1));
    QCOMPARE(moved.size(), 2);
    QVERIFY(document.canUndo()); // the VLAN is still to be undone
    document.goToHistory(3);
    QCOMPARE(document.position(vlans, server1), QPointF(60, 60));
    document.goToHistory(0);
    QVERIFY(!document.isDirty());
}

void DocumentTest::aMoveIsCalledAfterWhatWasMoved()
{
    Document document(templateProject("sample"));
    const QString vlans = QStringLiteral("vlans");
    const QHash<QString, QPointF> all = {{QStringLiteral("server-1"), {40, 60}}, {QStringLiteral("agent-1"), {80, 60}}};
    document.setPositions(vlans, all, {}, {QStringLiteral("agent-1")});
    QCOMPARE(document.undoName(), QStringLiteral("Move agent-1"));
    QCOMPARE(document.position(vlans, QStringLiteral("server-1")), QPointF(40, 60));
}

void DocumentTest::whatIsNotThereHasNoPosition()
{
    Document document(templateProject("sample"));
    document.setPositions(QStringLiteral("vlans"), {{QStringLiteral("server-1"), {40, 60}}});
    document.apply(edits::removeNode("vlans", "server-1"));
    QVERIFY(document.views().empty());
    document.undo();
    document.apply(edits::removeProfile("vlans"));
    QVERIFY(document.views().empty());
    // Of a profile that could not be read somebody may still want it.
    document.reset(templateProject("vlans"), {{"unread", {.cards = {{"node", {1, 2}}}, .colours = {}}}});
    document.apply(edits::removeNode("vlans", "server-1"));
    QVERIFY(document.views().contains("unread"));
}

void DocumentTest::positionsOfARemovedObjectGiveWayToTheOneThatTakesItsName()
{
    Document document(templateProject("sample"));
    const QString vlans = QStringLiteral("vlans");
    const QString simple = QStringLiteral("simple");
    const QString server1 = QStringLiteral("server-1");
    const QString server2 = QStringLiteral("server-2");
    document.setPositions(vlans, {{server1, {40, 60}}});
    document.setPositions(simple, {{server1, {1, 2}}});
    document.setPositions(simple, {{server2, {3, 4}}});
    document.apply(edits::removeProfile("vlans"));
    document.apply(edits::renameProfile("simple", "vlans"));
    QCOMPARE(document.position(vlans, server1), QPointF(1, 2));
    document.apply(edits::removeNode("vlans", "server-1"));
    document.apply(edits::renameNode("vlans", "server-2", "server-1"));
    QCOMPARE(document.position(vlans, server1), QPointF(3, 4));
    for (int count = 0; count < 4; ++count) document.undo();
    QCOMPARE(document.position(simple, server1), QPointF(1, 2));
    QCOMPARE(document.position(simple, server2), QPointF(3, 4));
    QCOMPARE(document.position(vlans, server1), QPointF(40, 60));
}

void DocumentTest::aRenamedProfileStaysInSight()
{
    Document document(templateProject("sample"));
    document.setCurrentProfile(QStringLiteral("simple"));
    document.apply(edits::renameProfile("simple", "plain"));
    QCOMPARE(document.currentProfile(), QStringLiteral("plain"));
    document.apply(edits::removeProfile("plain"));
    QVERIFY(document.profile() != nullptr);
}

void DocumentTest::onlyAProfileThatIsThereIsShown()
{
    Document document(templateProject("sample"));
    document.setCurrentProfile(QStringLiteral("vlans"));
    for (const char* name : {"nope", ""}) document.setCurrentProfile(QString::fromLatin1(name));
    QCOMPARE(document.currentProfile(), QStringLiteral("vlans"));
    QVERIFY(document.profile() != nullptr);
}

void DocumentTest::anotherProfileHasAnotherSelection()
{
    Document document(templateProject("sample"));
    document.setCurrentProfile(QStringLiteral("vlans"));
    document.select({server});
    document.setCurrentProfile(QStringLiteral("simple"));
    QVERIFY(document.selection().isEmpty());
}

void DocumentTest::revealSelectsTheObjectInItsProfile()
{
    Document document(templateProject("sample"));
    document.setCurrentProfile(QStringLiteral("simple"));
    QSignalSpy reveals(&document, &Document::revealRequested);
    document.reveal(storageVlan);
    QCOMPARE(document.currentProfile(), QStringLiteral("vlans"));
    QCOMPARE(document.selection(), QList<ObjectPath>{storageVlan.parent()});
    QCOMPARE(reveals.size(), 1);
    document.reveal(ObjectPath::of({"profiles", "vlans", "nodes", "nobody"}));
    QCOMPARE(reveals.size(), 1);
}

void DocumentTest::aResetTakesEverythingAlong()
{
    Document document(templateProject("sample"));
    document.apply(edits::setValue(storageVlan, "150"));
    document.select({server});
    document.reset(templateProject("simple"));
    QVERIFY(!document.canUndo());
    QVERIFY(!document.isDirty());
    QVERIFY(document.selection().isEmpty());
    QVERIFY(document.profile() != nullptr);
    QVERIFY(settle(document));
    QVERIFY(document.generation()->outputs == generate(templateProject("simple")).outputs);
}

void DocumentTest::problemsOfFilesStayBesideThoseOfTheEngine()
{
    Document document;
    Problem inFile;
    inFile.code = "N3X0001";
    inFile.what = Text("A sentence.");
    document.reset(templateProject("sample"), {}, {inFile});
    QVERIFY(settle(document));
    const auto count = document.problems().size();
    QVERIFY(std::ranges::find(document.problems(), inFile) != document.problems().end());
    document.apply(edits::setValue(storageVlan, "4095"));
    QVERIFY(settle(document));
    QCOMPARE(document.problems().size(), count + 1);
}

namespace {

std::chrono::nanoseconds worked() // by this thread
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

} // namespace

// A bracket that is never closed hides the nodes behind it; that there is no server then is no finding of the project.
void DocumentTest::whatAnUnreadFileLacksIsNotSaid()
{
    SourceText files = saveProject(templateProject("vlans"));
    std::string& text = files.at("profiles/vlans.yaml");
    const std::size_t bracket = text.find(']', text.find("networks:"));
    QVERIFY(bracket != std::string::npos);
    text.erase(bracket, 1);
    const LoadedProject loaded = loadProject(files);
    QVERIFY(loaded.unread.profiles.contains("vlans"));
    Document document;
    document.reset(loaded.project, {}, loaded.problems, true, withheld(loaded));
    QVERIFY(settle(document));
    QVERIFY(hasErrors(document.problems()));
    for (const Problem& problem : document.problems())
        QVERIFY2(problem.code.starts_with("N3X00"), problem.what.english().c_str());
}

void DocumentTest::manyProblemsCostTheWindowsThreadNothing()
{
    Problems inFiles;
    for (int number = 0; number < 20'000; ++number) {
        Problem problem;
        problem.code = "N3X0001";
        problem.path = ObjectPath("profiles/vlans/nodes") / ("node-" + std::to_string(number * 7919 % 20'000));
        problem.what = Text("A sentence.");
        inFiles.push_back(problem);
    }
    Document document;
    document.reset(templateProject("sample"), {}, inFiles);
    QVERIFY(settle(document));
    QVERIFY(document.problems().size() >= inFiles.size());
    const auto start = worked();
    for (int vlan = 110; vlan < 120; ++vlan) {
        document.apply(edits::setValue(storageVlan, std::to_string(vlan)));
        QVERIFY(settle(document));
    }
    QVERIFY2(worked() - start < std::chrono::milliseconds(100), "ten edits sorted the list on the window's thread");
}

QTEST_GUILESS_MAIN(DocumentTest)
#include "document_test.moc"
