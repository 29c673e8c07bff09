// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/preview/code_view.h"
#include "core/edits/values.h"
#include "tests/app/support/window_stage.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

using namespace n3x;

namespace {

const QString data = QStringLiteral("lib/network/profiles/vlans.nix");
const ObjectPath vlanOfStorage("profiles/vlans/networks/storage/vlan");

} // namespace

// Finding words in a text that is read, in the whole window and by keyboard.
class FindBarTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { WindowStage::dress(); }
    void init()
    {
        stage_ = std::make_unique<WindowStage>();
        stage_->makeSample();
        stage_->document().setCurrentProfile(QStringLiteral("vlans"));
        stage_->search(data);
        N3X_EVENTUALLY(text().hasFocus());
    }
    void cleanup() { stage_.reset(); }
    void matchesAreCountedAndWalkedThrough();
    void whatIsSelectedIsLookedFor();
    void whatIsNotThereIsSaid();
    void theKeysAreTheChangesAgainOnceItIsClosed();
    void itBeginsWhereSomebodyReads();
    void theTextChangesUnderIt();
    void anotherFileIsSearchedToo();
    void matchesInSightAreMarked();
    void theDifferenceHasItToo();
    void fromTheCanvasItIsThePreview();

private:
    CodeView& text() const
    {
        auto* view = stage_->control<CodeView>(QStringLiteral("Generated file"));
        if (view == nullptr) qFatal("no file is shown");
        return *view;
    }
    [[nodiscard]] QLineEdit* field() const { return stage_->control<QLineEdit>(QStringLiteral("Find in the text")); }
    [[nodiscard]] QString count() const
    {
        const auto* label = stage_->control<QLabel>(QStringLiteral("Matches"));
        return label == nullptr ? QString() : label->text();
    }
    void begin() { stage_->press(Qt::Key_F, Qt::ControlModifier); }
    // Where the keyboard is, as a person would.
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QVERIFY(QApplication::focusWidget() != nullptr);
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void type(const QString& words)
    {
        for (const QChar letter : words) QTest::keyClicks(QApplication::focusWidget(), QString(letter));
    }
    static void choose(QPlainTextEdit& view, const QString& words)
    {
        view.setTextCursor(view.document()->find(words, 0, QTextDocument::FindCaseSensitively));
        QCOMPARE(view.textCursor().selectedText(), words);
    }
    [[nodiscard]] static bool isInSight(const QPlainTextEdit& view)
    {
        return view.viewport()->rect().contains(view.cursorRect());
    }

    std::unique_ptr<WindowStage> stage_;
};

void FindBarTest::matchesAreCountedAndWalkedThrough()
{
    QVERIFY(field() == nullptr);
    begin();
    QVERIFY(field() != nullptr && field()->hasFocus());
    stage_->picture(QStringLiteral("find-empty"));
    type(QStringLiteral("vlanid"));
    const auto all = text().toPlainText().count(QStringLiteral("vlanid"), Qt::CaseInsensitive);
    QVERIFY(all > 2);
    const auto at = [all](qsizetype number) { return QStringLiteral("%1 of %2").arg(number).arg(all); };
    QCOMPARE(count(), at(1));
    QVERIFY(text().textCursor().hasSelection());
    stage_->picture(QStringLiteral("find-matches"));
    const int first = text().textCursor().position();
    press(Qt::Key_Return);
    QCOMPARE(count(), at(2));
    QVERIFY(text().textCursor().position() > first);
    press(Qt::Key_F3);
    QCOMPARE(count(), at(3));
    press(Qt::Key_F3, Qt::ShiftModifier);
    press(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(count(), at(1));
    press(Qt::Key_F3, Qt::ShiftModifier); // round the end
    QCOMPARE(count(), at(all));
    QVERIFY(isInSight(text()));
    press(Qt::Key_Return);
    QCOMPARE(count(), at(1));
    QVERIFY(isInSight(text()));
    QVERIFY(field()->hasFocus());
    press(Qt::Key_Escape);
    QVERIFY(field() == nullptr);
    QVERIFY(text().hasFocus());
    QCOMPARE(text().textCursor().position(), first);
    QVERIFY(text().extraSelections().isEmpty());
}

void FindBarTest::whatIsSelectedIsLookedFor()
{
    choose(text(), QStringLiteral("storage"));
    begin();
    QCOMPARE(field()->text(), QStringLiteral("storage"));
    QCOMPARE(field()->selectedText(), QStringLiteral("storage"));
    QVERIFY(count().startsWith(QStringLiteral("1 of ")));
    press(Qt::Key_Escape);
    text().selectAll(); // of several lines: nothing to look for
    begin();
    QCOMPARE(field()->text(), QStringLiteral("storage"));
    type(QStringLiteral("cluster"));
    QCOMPARE(field()->text(), QStringLiteral("cluster"));
    QCOMPARE(text().textCursor().selectedText(), QStringLiteral("cluster"));
}

void FindBarTest::whatIsNotThereIsSaid()
{
    begin();
    type(QStringLiteral("vlanidx"));
    QCOMPARE(count(), QStringLiteral("nothing found"));
    QVERIFY(!text().textCursor().hasSelection());
    press(Qt::Key_Return);
    QCOMPARE(count(), QStringLiteral("nothing found"));
    press(Qt::Key_Backspace);
    QVERIFY(count().startsWith(QStringLiteral("1 of ")));
    field()->setText(QStringLiteral("VLANID")); // a capital is meant
    QCOMPARE(count(), QStringLiteral("nothing found"));
    field()->clear();
    QVERIFY(count().isEmpty());
}

void FindBarTest::theKeysAreTheChangesAgainOnceItIsClosed()
{
    stage_->document().apply(edits::setValue(vlanOfStorage, "150"));
    N3X_EVENTUALLY(!text().changedLineRanges().empty());
    begin();
    type(QStringLiteral("name"));
    press(Qt::Key_Tab); // out of the field
    text().setFocus();
    press(Qt::Key_F3); // the bar is open: the text has its keys, too
    QVERIFY(count().startsWith(QStringLiteral("2 of ")));
    press(Qt::Key_Escape);
    QVERIFY(field() == nullptr);
    press(Qt::Key_F3);
    N3X_EVENTUALLY(
        std::ranges::contains(text().changedLineRanges(), text().textCursor().blockNumber(), &LineRange::first));
}

void FindBarTest::itBeginsWhereSomebodyReads()
{
    text().verticalScrollBar()->setValue(text().verticalScrollBar()->maximum());
    const int top = text().cursorForPosition({}).blockNumber();
    QVERIFY(top > 5);
    begin();
    type(QStringLiteral("="));
    QVERIFY(text().textCursor().blockNumber() >= top);
    QVERIFY(isInSight(text()));
    QVERIFY(text().verticalScrollBar()->value() >= top);
}

void FindBarTest::theTextChangesUnderIt()
{
    const auto all = text().toPlainText().count(QStringLiteral("100;"));
    QVERIFY(all > 0);
    begin();
    type(QStringLiteral("100;"));
    QCOMPARE(count(), QStringLiteral("1 of %1").arg(all));
    stage_->document().apply(edits::setValue(vlanOfStorage, "150"));
    N3X_EVENTUALLY(count() == QStringLiteral("nothing found"));
    press(Qt::Key_Return);
    stage_->document().apply(edits::setValue(vlanOfStorage, "100"));
    N3X_EVENTUALLY(count().endsWith(QStringLiteral("%1 match(es)").arg(all)) ||
                   count() == QStringLiteral("1 of %1").arg(all));
    press(Qt::Key_Return);
    QCOMPARE(text().textCursor().selectedText(), QStringLiteral("100;"));
    QVERIFY(field()->hasFocus());
    QCOMPARE(field()->text(), QStringLiteral("100;"));
}

void FindBarTest::anotherFileIsSearchedToo()
{
    begin();
    type(QStringLiteral("vlanid"));
    stage_->search(QStringLiteral("20-vlan-storage.netdev"));
    N3X_EVENTUALLY(count() == QStringLiteral("nothing found"));
    stage_->search(data);
    N3X_EVENTUALLY(count().endsWith(QStringLiteral("match(es)")));
}

void FindBarTest::matchesInSightAreMarked()
{
    begin();
    type(QStringLiteral("="));
    const auto marked = [this] {
        QSet<int> all;
        for (const auto& mark : text().extraSelections()) all.insert(mark.cursor.blockNumber());
        return all;
    };
    const auto inSight = [this] {
        QSet<int> lines;
        const int last = text().cursorForPosition(text().viewport()->rect().bottomLeft()).blockNumber();
        for (int line = text().cursorForPosition({}).blockNumber(); line <= last; ++line)
            if (text().document()->findBlockByNumber(line).text().contains(u'=')) lines.insert(line);
        return lines;
    };
    QCOMPARE(marked(), inSight());
    const QSet<int> above = marked();
    text().verticalScrollBar()->setValue(text().verticalScrollBar()->maximum());
    QCOMPARE(marked(), inSight());
    QVERIFY(marked() != above);
}

void FindBarTest::theDifferenceHasItToo()
{
    stage_->press(Qt::Key_E, Qt::ControlModifier);
    auto* list = waitForControl<QAbstractItemView>(QStringLiteral("What an export will do"));
    QVERIFY(list != nullptr);
    N3X_EVENTUALLY(list->model()->rowCount() > 0);
    list->setCurrentIndex(list->model()->index(0, 0));
    auto* difference = waitForControl<QPlainTextEdit>(QStringLiteral("Difference"));
    QVERIFY(difference != nullptr);
    N3X_EVENTUALLY(!difference->toPlainText().isEmpty());
    const auto grounds = difference->extraSelections().size();
    QVERIFY(grounds > 0);
    difference->setFocus();
    begin();
    QVERIFY(field() != nullptr && field()->hasFocus());
    type(QStringLiteral("n3x"));
    QVERIFY(count().startsWith(QStringLiteral("1 of ")));
    QVERIFY(difference->extraSelections().size() > grounds);
    stage_->picture(QStringLiteral("find-difference"));
    list->setCurrentIndex(list->model()->index(1, 0)); // another file under it
    N3X_EVENTUALLY(count() == QStringLiteral("1 match(es)"));
    list->setCurrentIndex(list->model()->index(0, 0));
    N3X_EVENTUALLY(count() == QStringLiteral("5 match(es)"));
    field()->setFocus();
    press(Qt::Key_Return);
    QVERIFY(difference->extraSelections().size() > grounds);
    press(Qt::Key_Escape);
    QVERIFY(difference->hasFocus());
    QCOMPARE(difference->extraSelections().size(), grounds); // what comes and goes is still tinted
}

void FindBarTest::fromTheCanvasItIsThePreview()
{
    stage_->control(QStringLiteral("Topology"))->setFocus();
    begin();
    QVERIFY(field() != nullptr && field()->hasFocus());
    press(Qt::Key_Escape);
    QVERIFY(text().hasFocus());
}

QTEST_MAIN(FindBarTest)
#include "find_bar_test.moc"
