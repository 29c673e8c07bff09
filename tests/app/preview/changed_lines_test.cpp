// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/preview/changed_lines.h"

#include "core/files/text_lines.h"

#include <QTest>

#include <rapidcheck.h>

using namespace n3x;

namespace {

QString drawn(const std::vector<LineRange>& ranges)
{
    QStringList parts;
    for (const LineRange& range : ranges) parts << QStringLiteral("%1-%2").arg(range.first).arg(range.last);
    return parts.join(QLatin1Char(' '));
}

std::string lines(std::string_view line, std::size_t count)
{
    std::string text;
    for (std::size_t at = 0; at < count; ++at) text += line;
    return text;
}

std::vector<LineRange> byWhatDiffers(const QString& before, const QString& now)
{
    const CommonEnds common = commonEnds(before, now);
    const auto front = static_cast<qsizetype>(common.front);
    const auto middle = [&](QStringView text) {
        return text.sliced(front, text.size() - front - static_cast<qsizetype>(common.back));
    };
    const auto lineEnds = static_cast<int>(now.count(u'\n'));
    return changedBetween(middle(before), middle(now), static_cast<int>(QStringView(now).first(front).count(u'\n')),
                          std::max(0, now.endsWith(u'\n') ? lineEnds - 1 : lineEnds));
}

} // namespace

class ChangedLinesTest : public QObject {
    Q_OBJECT

private slots:
    void marks_data();
    void marks();
    void everyLineOutsideTheMarksWasThereBefore();
};

void ChangedLinesTest::marks_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("marks");
    QTest::newRow("equal") << "a\nb\n" << "a\nb\n" << "";
    QTest::newRow("one line changed") << "a\nb\nc\n" << "a\nx\nc\n" << "1-1";
    QTest::newRow("two apart") << "a\nb\nc\nd\n" << "x\nb\nc\ny\n" << "0-0 3-3";
    QTest::newRow("added in the middle") << "a\nd\n" << "a\nb\nc\nd\n" << "1-2";
    QTest::newRow("added at the end") << "a\n" << "a\nb\n" << "1-1";
    QTest::newRow("removed marks what follows") << "a\nb\nc\n" << "a\nc\n" << "1-1";
    QTest::newRow("removed at the end marks the last") << "a\nb\n" << "a\n" << "0-0";
    QTest::newRow("a new file is all new") << "" << "a\nb\n" << "0-1";
    QTest::newRow("no line end at the end") << "a" << "b" << "0-0";
    QTest::newRow("only a line end more") << "a" << "a\n" << "";
    QTest::newRow("a line in common only in part") << "xa\nb\n" << "ya\nb\n" << "0-0";
    QTest::newRow("a repeated line removed") << "a\na\na\n" << "a\na\n" << "1-1";
    QTest::newRow("beyond ASCII") << "ä\nö\n" << "ä\nü\n" << "1-1";
}

void ChangedLinesTest::marks()
{
    QFETCH(QString, before);
    QFETCH(QString, now);
    QTEST(drawn(changedLines(before.toStdString(), now.toStdString())), "marks");
    QTEST(drawn(byWhatDiffers(before, now)), "marks");
}

void ChangedLinesTest::everyLineOutsideTheMarksWasThereBefore()
{
    const bool holds = rc::check("unmarked lines are a subsequence of the old text", [] {
        const auto letter = rc::gen::element<std::string>("a\n", "b\n", "c\n", "d\n");
        std::string before;
        std::string now;
        for (const auto& line : *rc::gen::container<std::vector<std::string>>(letter)) before += line;
        for (const auto& line : *rc::gen::container<std::vector<std::string>>(letter)) now += line;
        // Around them what both have: more than is compared in one go.
        const auto above = *rc::gen::inRange<std::size_t>(0, 3000);
        const auto below = *rc::gen::inRange<std::size_t>(0, 3000);
        for (std::string* text : {&before, &now}) *text = lines("e\n", above) + *text + lines("f\n", below);
        const auto ranges = changedLines(before, now);
        RC_ASSERT(ranges == byWhatDiffers(QString::fromStdString(before), QString::fromStdString(now)));
        const auto [front, back] =
            commonEnds(QString::fromStdString(before), QString::fromStdString(now)); // letters are one unit each
        RC_ASSERT(front + back <= std::min(before.size(), now.size()));
        RC_ASSERT(front >= 2 * above);
        RC_ASSERT(front + back == before.size() || back >= 2 * below);
        RC_ASSERT(before.substr(0, front) == now.substr(0, front));
        RC_ASSERT(before.substr(before.size() - back) == now.substr(now.size() - back));
        RC_ASSERT(ranges.empty() == (before == now) || now.empty());
        const auto old = linesOf(before);
        const auto current = linesOf(now);
        std::size_t at = 0;
        for (std::size_t index = 0; index < current.size(); ++index) {
            const int line = static_cast<int>(index);
            bool isMarked = false;
            for (const LineRange& range : ranges) isMarked = isMarked || (range.first <= line && line <= range.last);
            if (isMarked) continue;
            while (at < old.size() && old[at] != current[index]) ++at;
            RC_ASSERT(at < old.size());
            ++at;
        }
    });
    QVERIFY(holds);
}

QTEST_GUILESS_MAIN(ChangedLinesTest)
#include "changed_lines_test.moc"
