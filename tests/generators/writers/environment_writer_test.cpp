// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/writers/environment_writer.h"

#include <QtTest/QtTest>

#include <vector>

using namespace n3x;
using namespace std::string_view_literals;

namespace {

std::string listed(const std::vector<std::string>& words)
{
    std::string text;
    EnvironmentWriter(text).words("N", words);
    return text;
}

} // namespace

class EnvironmentWriterTest : public QObject {
    Q_OBJECT

private slots:
    void whatCountsInDoubleQuotesIsEscaped()
    {
        QCOMPARE(listed({"a#c;d'e"}), "N=\"a\\\\#c\\\\;d\\\\'e\"\n");
        QCOMPARE(listed({"$HOME`id`\\"}), "N=\"\\\\\\$HOME\\\\\\`id\\\\\\`\\\\\\\\\"\n");
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
        for (const std::string_view word : {""sv, "a\0b"sv, "a\nb"sv, "a\tb"sv, "\x1b"sv, "\xff"sv})
            QVERIFY(!EnvironmentWriter::canHoldWord(word));
        QVERIFY(EnvironmentWriter::canHoldWord("\xf0\x9f\x90\xa7"));
        QVERIFY(EnvironmentWriter::canHoldWord("a b"));
    }

    void commentsEndWhereTheirLineEnds()
    {
        std::string text;
        EnvironmentWriter(text).comment("a\nB=1\rc");
        QCOMPARE(text, "# a B=1 c\n");
    }
};

QTEST_APPLESS_MAIN(EnvironmentWriterTest)
#include "environment_writer_test.moc"
