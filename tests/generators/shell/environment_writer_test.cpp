// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/shell/environment_writer.h"

#include <QtTest/QtTest>

#include <vector>

using namespace n3x;
using namespace std::string_view_literals;

namespace {

std::string assigned(std::string_view value)
{
    std::string text;
    EnvironmentWriter(text).assignment("N", value);
    return text;
}

std::string listed(const std::vector<std::string>& words)
{
    std::string text;
    EnvironmentWriter(text).words("N", words);
    return text;
}

std::string word(std::string_view value)
{
    std::string text;
    appendShellWord(text, value);
    return text;
}

} // namespace

class EnvironmentWriterTest : public QObject {
    Q_OBJECT

private slots:
    void whatCountsInDoubleQuotesIsEscaped()
    {
        QCOMPARE(assigned(""), "N=\"\"\n");
        QCOMPARE(assigned("a b#c;d'e"), "N=\"a b#c;d'e\"\n");
        QCOMPARE(assigned("$HOME `id` \"x\" \\"), "N=\"\\$HOME \\`id\\` \\\"x\\\" \\\\\"\n");
        QCOMPARE(assigned("two\nlines"), "N=\"two\nlines\"\n");
    }

    void flagsStayReadable()
    {
        QCOMPARE(listed({"--node-ip=10.0.0.1,fd00::1", "--node-label=a.b/c=d_e"}),
                 "N=\"--node-ip=10.0.0.1,fd00::1 --node-label=a.b/c=d_e\"\n");
        QCOMPARE(listed({}), "N=\"\"\n");
    }

    // One backslash for the list, and what it takes to bring both through the double quotes.
    void specialCharactersOfWordsAreEscapedTwice()
    {
        QCOMPARE(listed({"a*", "b\"c", "d e"}), "N=\"a\\\\* b\\\\\\\"c d\\\\ e\"\n");
    }

    void refusesWhatSystemdRefuses()
    {
        QVERIFY(!EnvironmentWriter::canHold("a\0b"sv));
        QVERIFY(!EnvironmentWriter::canHold("\x1b"));
        QVERIFY(!EnvironmentWriter::canHold("\xff"));
        QVERIFY(EnvironmentWriter::canHold("\xf0\x9f\x90\xa7\t\n"));
        QVERIFY(!EnvironmentWriter::canHoldWord(""));
        QVERIFY(!EnvironmentWriter::canHoldWord("a\nb"));
        QVERIFY(EnvironmentWriter::canHoldWord("a b"));
    }

    void commentsEndWhereTheirLineEnds()
    {
        std::string text;
        EnvironmentWriter(text).comment("a\nB=1\rc");
        QCOMPARE(text, "# a B=1 c\n");
    }

    void shellWords()
    {
        QCOMPARE(word("plain-1.2/x:y=z"), "plain-1.2/x:y=z");
        QCOMPARE(word(""), "''");
        QCOMPARE(word("a b"), "'a b'");
        QCOMPARE(word("it's"), "'it'\\''s'");
        QCOMPARE(word("$x\n"), "'$x\n'");
    }
};

QTEST_APPLESS_MAIN(EnvironmentWriterTest)
#include "environment_writer_test.moc"
