// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/preview/code_view.h"
#include "app/theme/colours.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextLayout>

#include <QTextBlock>
#include <ctime>

using namespace n3x;

namespace {

QString numbered(int count, int changed = -1)
{
    QString text;
    for (int line = 0; line < count; ++line)
        text += line == changed ? QStringLiteral("Id=150\n") : QStringLiteral("Line=%1\n").arg(line);
    return text;
}

} // namespace

class CodeViewTest : public QObject {
    Q_OBJECT

private slots:
    void anEditKeepsThePlaceOfTheReader();
    void selectAllIsTheTexts();
    void anEditFlashesTheChangedLines();
    void anotherFileBeginsAtTheTop();
    void unitsAndModulesAreHighlighted();
    void selectedOriginsComeIntoSight();
    void aFlashIsSeenOverTheOrigins();
    void linesThatChangeInTheirPlacesAreReplacedAlone();
    void whatIsOutOfSightFollows_data();
    void whatIsOutOfSightFollows();
    void aVeryLongFileIsPlainAndQuick();
    void filesFollowEachOtherFasterThanTheyAreHighlighted();
};

void CodeViewTest::anEditKeepsThePlaceOfTheReader()
{
    CodeView view;
    view.resize(400, 200);
    view.show();
    view.openFile(QStringLiteral("a/20-vlan-storage.network"), numbered(200));
    view.verticalScrollBar()->setValue(90);
    QTextCursor cursor(view.document()->findBlockByNumber(95));
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    view.setTextCursor(cursor);
    const int scrolled = view.verticalScrollBar()->value();
    view.updateText(numbered(200, 100));
    QCOMPARE(view.toPlainText(), numbered(200, 100));
    QCOMPARE(view.verticalScrollBar()->value(), scrolled);
    QCOMPARE(view.textCursor().selectedText(), QStringLiteral("Line=95"));
}

void CodeViewTest::selectAllIsTheTexts()
{
    QWidget window;
    QAction nodes;
    nodes.setShortcut(QKeySequence::SelectAll);
    window.addAction(&nodes);
    QSignalSpy others(&nodes, &QAction::triggered);
    CodeView view(&window);
    view.openFile(QStringLiteral("a.nix"), QStringLiteral("{\n}\n"));
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
    QVERIFY(view.textCursor().hasSelection());
    QCOMPARE(others.size(), 0);
}

void CodeViewTest::anEditFlashesTheChangedLines()
{
    CodeView view;
    view.resize(400, 300);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.openFile(QStringLiteral("x.netdev"), numbered(5));
    QVERIFY(!view.isFlashing());
    const QImage before = view.viewport()->grab().toImage();
    view.updateText(numbered(5, 2));
    QVERIFY(view.isFlashing());
    const QImage flashing = view.viewport()->grab().toImage();
    const int right = flashing.width() - 4; // beyond the text
    const int lineHeight = view.fontMetrics().lineSpacing();
    const auto middleOf = [&](int line) { return 4 + line * lineHeight + lineHeight / 2; };
    QVERIFY(flashing.pixelColor(right, middleOf(2)) != before.pixelColor(right, middleOf(2)));
    QCOMPARE(flashing.pixelColor(right, middleOf(0)), before.pixelColor(right, middleOf(0)));
    QVERIFY(QTest::qWaitFor([&] { return !view.isFlashing(); }, 3000));
    QCOMPARE(view.viewport()->grab().toImage().pixelColor(right, middleOf(2)), before.pixelColor(right, middleOf(2)));
}

void CodeViewTest::anotherFileBeginsAtTheTop()
{
    CodeView view;
    view.resize(400, 200);
    view.show();
    view.openFile(QStringLiteral("a.nix"), numbered(200));
    view.verticalScrollBar()->setValue(90);
    view.setChangedLines({{3, 4}});
    view.openFile(QStringLiteral("b.nix"), numbered(150));
    QCOMPARE(view.verticalScrollBar()->value(), 0);
    QVERIFY(view.changedLineRanges().empty());
    QVERIFY(!view.isFlashing());
}

void CodeViewTest::unitsAndModulesAreHighlighted()
{
    const auto isColoured = [](const QString& path, const QString& text) {
        CodeView view;
        view.show();
        view.openFile(path, text);
        return QTest::qWaitFor([&view] { // behind the first frame
            for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next())
                if (!block.layout()->formats().isEmpty()) return true;
            return false;
        });
    };
    QVERIFY(isColoured(QStringLiteral("x/10-bond0.netdev"), QStringLiteral("[NetDev]\nName=bond0\n")));
    QVERIFY(isColoured(QStringLiteral("x/20-eth1.network"), QStringLiteral("[Match]\nName=eth1\n")));
    QVERIFY(isColoured(QStringLiteral("x/server-1.nix"), QStringLiteral("{ a = \"b\"; }\n")));
    QVERIFY(isColoured(QStringLiteral("x/vlans.yml"), QStringLiteral("header:\n  version: 14\n")));
    QVERIFY(isColoured(QStringLiteral("x/k3s_1.35.bb"), QStringLiteral("inherit dpkg-raw\nPV = \"1\"\n")));
    QVERIFY(isColoured(QStringLiteral("x/k3s-server"), QStringLiteral("K3S_SERVER_OPTS=\"--node-ip=1\"\n")));
    QVERIFY(isColoured(QStringLiteral("x/server-1.json"), QStringLiteral("{ \"role\": \"server\" }\n")));
}

void CodeViewTest::selectedOriginsComeIntoSight()
{
    CodeView view;
    view.resize(400, 200);
    view.show();
    view.openFile(QStringLiteral("a.nix"), numbered(200));
    view.setOriginLines({{120, 123}});
    const int top = view.verticalScrollBar()->value();
    QVERIFY(top > 60 && top <= 120);
    view.setOriginLines({{121, 122}}); // in sight already: nothing moves
    QCOMPARE(view.verticalScrollBar()->value(), top);
}

// What somebody types in is what they have selected: its lines have the tint of both.
void CodeViewTest::aFlashIsSeenOverTheOrigins()
{
    CodeView view;
    view.resize(500, 300);
    view.show();
    QString text = numbered(30);
    view.openFile(QStringLiteral("a.netdev"), text);
    view.setOriginLines({{4, 5}}, 1);
    const auto ground = [&view](int line) {
        const QTextCursor cursor(view.document()->findBlockByNumber(line));
        const QImage picture = view.viewport()->grab().toImage();
        return picture.pixelColor(picture.width() - 8, view.cursorRect(cursor).center().y());
    };
    QCOMPARE(ground(4), ground(5));
    QVERIFY(ground(5) != ground(8));
    text.replace(QStringLiteral("Line=4\n"), QStringLiteral("Line=four\n"));
    view.updateText(text);
    QVERIFY(view.isFlashing());
    QVERIFY(ground(4) != ground(5));
    QVERIFY(QTest::qWaitFor([&] { return !view.isFlashing(); }, 5000));
    QCOMPARE(ground(4), ground(5));
}

void CodeViewTest::linesThatChangeInTheirPlacesAreReplacedAlone()
{
    QList<std::pair<int, int>> edits; // where, and how much came
    CodeView view;
    view.openFile(QStringLiteral("a.netdev"), numbered(300));
    connect(view.document(), &QTextDocument::contentsChange, this,
            [&](int at, int, int added) { edits << std::pair(at, added); });
    QString text = numbered(300);
    text.replace(QStringLiteral("Line=20\n"), QStringLiteral("Line=twenty\n"));
    text.replace(QStringLiteral("Line=280\n"), QStringLiteral("\n"));
    view.updateText(text);
    QCOMPARE(view.toPlainText(), text);
    for (const auto& [at, added] : edits) QVERIFY(added < 20);
    text.remove(QStringLiteral("Line=40\n")); // another number of lines
    view.updateText(text);
    QCOMPARE(view.toPlainText(), text);
}

void CodeViewTest::whatIsOutOfSightFollows_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("by itself") << 0;
    QTest::newRow("when it is scrolled to") << 1;
    QTest::newRow("when it is copied") << 2;
    QTest::newRow("when the window grows") << 3;
    QTest::newRow("before the next edit") << 4;
    QTest::newRow("not into another file") << 5;
}

// A thousand lines that change with one edit: those in sight first, and nobody ever sees the others as they were.
void CodeViewTest::whatIsOutOfSightFollows()
{
    QFETCH(int, way);
    const auto units = [](int vlan) {
        QString text;
        for (int line = 0; line < 1000; ++line) text += QStringLiteral("# %1\nId=%2\nKind=vlan\n").arg(line).arg(vlan);
        return text;
    };
    CodeView view;
    view.resize(400, 200);
    view.show();
    view.openFile(QStringLiteral("a.netdev"), units(100));
    QVERIFY(QTest::qWaitFor([&] { return !view.document()->begin().layout()->formats().isEmpty(); }));
    view.updateText(units(150));
    QCOMPARE(view.text(), units(150));
    const auto line = [&](int number) { return view.document()->findBlockByNumber(number).text(); };
    QCOMPARE(line(1), QStringLiteral("Id=150"));
    QCOMPARE(line(2998), QStringLiteral("Id=100"));
    switch (way) {
    case 0: break;
    case 1:
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum());
        QCOMPARE(line(2998), QStringLiteral("Id=150"));
        break;
    case 2:
        view.selectAll();
        view.copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), units(150));
        break;
    case 3:
        view.resize(400, 400);
        QCOMPARE(line(2998), QStringLiteral("Id=150"));
        break;
    case 4:
        view.updateText(units(160));
        QCOMPARE(line(1), QStringLiteral("Id=160"));
        QVERIFY(QTest::qWaitFor([&] { return view.toPlainText() == units(160); }));
        return;
    default:
        view.openFile(QStringLiteral("b.netdev"), numbered(3000));
        QTest::qWait(100);
        QCOMPARE(view.toPlainText(), numbered(3000));
        return;
    }
    QVERIFY(QTest::qWaitFor([&] { return view.toPlainText() == units(150); }));
}

void CodeViewTest::aVeryLongFileIsPlainAndQuick()
{
    CodeView view;
    view.resize(400, 200);
    view.show();
    const auto data = [](int vlan) {
        QString text = QStringLiteral("{\n");
        for (int line = 0; line < 60'000; ++line)
            text += line % 20 == 0 ? QStringLiteral("  vlanId = %1;\n").arg(vlan)
                                   : QStringLiteral("  name = \"bond0\"; # %1\n").arg(line);
        return text;
    };
    view.openFile(QStringLiteral("a.nix"), data(100));
    QVERIFY(view.isPlain());
    timespec begin{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &begin);
    view.updateText(data(150));
    timespec end{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end);
    QVERIFY(QTest::qWaitFor([&] { return view.toPlainText() == data(150); }));
    const double seconds =
        static_cast<double>(end.tv_sec - begin.tv_sec) + static_cast<double>(end.tv_nsec - begin.tv_nsec) / 1e9;
    qInfo("%.0f ms", seconds * 1e3);
    QVERIFY(seconds < 0.25); // coloured it took more than that in a release build already
    view.openFile(QStringLiteral("b.nix"), QStringLiteral("{ a = 1; }\n"));
    QVERIFY(!view.isPlain());
    QVERIFY(QTest::qWaitFor([&] { return !view.document()->begin().layout()->formats().isEmpty(); })); // coloured
}

void CodeViewTest::filesFollowEachOtherFasterThanTheyAreHighlighted()
{
    CodeView view;
    view.resize(400, 200);
    view.show();
    // A string that is open or closed changes what every line after it is.
    const auto module = [](int lines, bool isOpen) {
        QString text = isOpen ? QStringLiteral("{ a = \'\'\n") : QStringLiteral("{ a = 1;\n");
        for (int line = 0; line < lines; ++line) text += QStringLiteral("  x = { /* \'\' */ };\n");
        return text;
    };
    for (int round = 0; round < 60; ++round) {
        view.openFile(round % 3 == 0 ? QStringLiteral("a.nix") : QStringLiteral("b.yml"), module(300, round % 2 == 0));
        view.updateText(module(300, round % 2 != 0));
        if (round % 5 == 0) QCoreApplication::processEvents();
        view.updateText(module(3, round % 2 == 0));
        if (round % 7 == 0) QCoreApplication::processEvents();
    }
    QCoreApplication::processEvents();
    QCOMPARE(view.toPlainText(), module(3, false));
}

QTEST_MAIN(CodeViewTest)
#include "code_view_test.moc"
