// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/history.h"
#include "core/edits/networks.h"
#include "core/edits/values.h"
#include "core/files/templates.h"

#include <QtTest/QtTest>

using namespace n3x;

class HistoryTest : public QObject {
    Q_OBJECT
private slots:
    void undoesAndRedoes();
    void mergesTyping();
    void forgetsTypingBack();
    void aChangeBesideTheProjectIsAStep();
    void anEditThatChangesNothingIsNoStep();
    void anEditAfterUndoForgetsWhatWasUndone();
    void goesAnywhere();
};

namespace {

Edit vlan(const char* text) { return edits::setValue(ObjectPath("profiles/vlans/networks/storage/vlan"), text); }

std::string vlanOf(const History& history)
{
    return find(find(history.current().profiles, "vlans")->networks, "storage")->vlan->text();
}

} // namespace

void HistoryTest::undoesAndRedoes()
{
    const Project start = templateProject("sample");
    History history(start);
    QVERIFY(!history.canUndo() && !history.canRedo());
    QVERIFY(history.undoName().empty());
    history.apply(vlan("150"));
    const Project changed = history.current();
    QCOMPARE(history.undoName().english(), std::string("Change VLAN of storage to 150"));
    history.undo();
    QVERIFY(history.current() == start);
    QVERIFY(history.canRedo() && !history.canUndo());
    QCOMPARE(history.redoName().english(), std::string("Change VLAN of storage to 150"));
    history.redo();
    QVERIFY(history.current() == changed);
    history.redo();
    QVERIFY(history.current() == changed);
}

void HistoryTest::mergesTyping()
{
    History history(templateProject("sample"));
    history.apply(vlan("1"), "vlan");
    history.apply(vlan("15"), "vlan");
    history.apply(vlan("150"), "vlan");
    QCOMPARE(history.names().size(), std::size_t(1));
    QCOMPARE(history.undoName().english(), std::string("Change VLAN of storage to 150"));
    history.apply(vlan("151"), "another field");
    history.apply(vlan("152"));
    QCOMPARE(history.names().size(), std::size_t(3));
    history.goTo(0);
    QCOMPARE(vlanOf(history), std::string("100"));
}

void HistoryTest::forgetsTypingBack()
{
    History history(templateProject("sample"));
    history.apply(vlan("10"), "vlan");
    history.apply(vlan("100"), "vlan");
    QVERIFY(!history.canUndo());
}

void HistoryTest::aChangeBesideTheProjectIsAStep()
{
    History history(templateProject("sample"));
    const Edit nothing{N3X_TEXT("Move"), [](const Project& project) { return project; }};
    history.apply(vlan("150"));
    history.apply(nothing, "move", Beside::Changed);
    history.apply(nothing, "move", Beside::Changed); // one step, though no project tells it from none
    QCOMPARE(history.names().size(), std::size_t(2));
    QCOMPARE(history.undoName().english(), std::string("Move"));
    history.undo();
    QCOMPARE(vlanOf(history), std::string("150"));
    history.undo();
    QCOMPARE(vlanOf(history), std::string("100"));
    QVERIFY(history.canRedo());
}

void HistoryTest::anEditThatChangesNothingIsNoStep()
{
    History history(templateProject("sample"));
    history.apply(vlan("100"));
    history.apply(edits::removeNetwork("vlans", "nobody"));
    QVERIFY(!history.canUndo());
}

void HistoryTest::anEditAfterUndoForgetsWhatWasUndone()
{
    History history(templateProject("sample"));
    history.apply(vlan("1"));
    history.apply(vlan("2"));
    history.undo();
    history.apply(vlan("3"));
    QVERIFY(!history.canRedo());
    QCOMPARE(history.names().size(), std::size_t(2));
    history.undo();
    QCOMPARE(vlanOf(history), std::string("1"));
}

void HistoryTest::goesAnywhere()
{
    History history(templateProject("sample"));
    for (const char* text : {"1", "2", "3", "4"}) history.apply(vlan(text));
    history.goTo(2);
    QCOMPARE(vlanOf(history), std::string("2"));
    QCOMPARE(history.position(), std::size_t(2));
    history.goTo(99);
    QCOMPARE(vlanOf(history), std::string("4"));
}

QTEST_GUILESS_MAIN(HistoryTest)
#include "history_test.moc"
