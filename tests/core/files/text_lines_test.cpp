// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/text_lines.h"

#include <QTest>

using namespace n3x;
using Lines = std::vector<std::string_view>;

namespace {

class TextLinesTest final : public QObject {
    Q_OBJECT

private slots:
    void aLineEndEndsTheLastLine()
    {
        QVERIFY(linesOf("") == Lines{});
        QVERIFY(linesOf("\n") == Lines{""});
        QVERIFY((linesOf("a\n\nb\n") == Lines{"a", "", "b"}));
        QVERIFY((linesOf("a\nb") == Lines{"a", "b"}));
    }

    void aLastLineWithoutItsEndIsAnother()
    {
        QVERIFY(linesWithEnds("") == Lines{});
        QVERIFY((linesWithEnds("a\n\nb") == Lines{"a\n", "\n", "b"}));
        QVERIFY((linesWithEnds("a\n\nb\n") == Lines{"a\n", "\n", "b\n"}));
    }
};

} // namespace

QTEST_GUILESS_MAIN(TextLinesTest)
#include "text_lines_test.moc"
