// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/writers/nix_writer.h"

#include <QtTest/QtTest>

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

using namespace n3x;
using namespace std::string_view_literals;

namespace {

std::string written(const std::function<void(NixWriter&)>& write, unsigned depth = 0)
{
    std::string text;
    NixWriter nix(text, depth);
    write(nix);
    return text;
}

} // namespace

class NixWriterTest : public QObject {
    Q_OBJECT

private slots:
    void stringsAreEscaped_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("empty") << QByteArray("") << QByteArray("\"\"");
        QTest::newRow("plain") << QByteArray("eth1.200") << QByteArray("\"eth1.200\"");
        QTest::newRow("quote") << QByteArray("a\"b") << QByteArray("\"a\\\"b\"");
        QTest::newRow("backslash") << QByteArray("\\n") << QByteArray("\"\\\\n\"");
        QTest::newRow("interpolation") << QByteArray("${builtins.exec}") << QByteArray("\"\\${builtins.exec}\"");
        QTest::newRow("dollar alone") << QByteArray("$5 $ $") << QByteArray("\"$5 $ $\"");
        QTest::newRow("two dollars") << QByteArray("$${x}") << QByteArray("\"$\\${x}\"");
        QTest::newRow("single quotes") << QByteArray("''") << QByteArray("\"''\"");
        QTest::newRow("line ends") << QByteArray("a\nb\rc\td") << QByteArray("\"a\\nb\\rc\\td\"");
        QTest::newRow("four bytes") << QByteArray("\xf0\x9f\x90\xa7") << QByteArray("\"\xf0\x9f\x90\xa7\"");
    }
    void stringsAreEscaped()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, expected);
        QCOMPARE(written([&](NixWriter& nix) { nix.string(value.toStdString()); }), expected.toStdString() + '\n');
    }

    void namesAreQuotedWhereTheyAreNone_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        QTest::newRow("word") << "useDHCP" << "useDHCP";
        QTest::newRow("hyphen") << "server-1" << "server-1";
        QTest::newRow("underscore") << "_x'" << "_x'";
        QTest::newRow("keyword") << "with" << "\"with\"";
        QTest::newRow("or") << "or" << "\"or\"";
        QTest::newRow("starts with a keyword") << "within" << "within";
        QTest::newRow("digit first") << "20-eth1" << "\"20-eth1\"";
        QTest::newRow("hyphen first") << "-x" << "\"-x\"";
        QTest::newRow("dot") << "eth1.200" << "\"eth1.200\"";
        QTest::newRow("empty") << "" << "\"\"";
        QTest::newRow("interpolation") << "${x}" << "\"\\${x}\"";
    }
    void namesAreQuotedWhereTheyAreNone()
    {
        QFETCH(QString, name);
        QFETCH(QString, expected);
        const std::string text = written([&](NixWriter& nix) { nix.attribute("a", name.toStdString()).boolean(true); });
        QCOMPARE(text, "a." + expected.toStdString() + " = true;\n");
    }

    void setsAndLists()
    {
        const std::string text = written([](NixWriter& nix) {
            nix.comment({"A ", "comment\nwith two lines"});
            nix.openSet();
            nix.attribute("a", "b").number(200);
            nix.attribute("none").list(std::vector<std::string>());
            nix.blankLine();
            nix.attribute("inner").openSet();
            nix.attribute("ports").list(std::array<std::uint16_t, 2>{6443, 10250});
            nix.attribute("names").listFrom(std::array{1, 2},
                                            [](std::string& out, int number) { out += "n" + std::to_string(number); });
            nix.closeSet();
            nix.attribute("sets").openList();
            nix.openSet();
            nix.attribute("x").null();
            nix.closeSet();
            nix.string("text");
            nix.closeList();
            nix.attribute("last").stringFrom([](std::string& out) { out += "1/2"; });
            nix.closeSet();
        });
        QCOMPARE(text, "# A comment with two lines\n"
                       "{\n"
                       "  a.b = 200;\n"
                       "  none = [ ];\n"
                       "\n"
                       "  inner = {\n"
                       "    ports = [ 6443 10250 ];\n"
                       "    names = [ \"n1\" \"n2\" ];\n"
                       "  };\n"
                       "  sets = [\n"
                       "    {\n"
                       "      x = null;\n"
                       "    }\n"
                       "    \"text\"\n"
                       "  ];\n"
                       "  last = \"1/2\";\n"
                       "}\n"sv);
    }

    void longListsTakeOneLineAnElement()
    {
        const std::string longWord(70, 'x');
        const std::vector<std::string> words{"a b", "with \" quote", "back\\ slash", longWord};
        const std::string text = written([&](NixWriter& nix) { nix.attribute("words").list(words); }, 1);
        QCOMPARE(text, std::format("  words = [\n"
                                   "    \"a b\"\n"
                                   "    \"with \\\" quote\"\n"
                                   "    \"back\\\\ slash\"\n"
                                   "    \"{}\"\n"
                                   "  ];\n",
                                   longWord));
    }

    // A line of exactly 100 columns stays, one more breaks.
    void linesAreAtMostHundredWide()
    {
        for (const std::size_t width : {99U, 100U, 101U}) {
            const std::string value(width - std::string_view("a = [ \"\" ];").size(), 'v');
            const std::string text = written([&](NixWriter& nix) { nix.attribute("a").list(std::vector{value}); });
            QCOMPARE(text.find('\n') == text.size() - 1, width <= 100);
        }
    }

    void aPieceStartsInsideTheBracesOfAnother()
    {
        std::string text;
        NixWriter(text).openSet();
        {
            NixWriter nix(text, 1);
            nix.attribute("a").openSet();
            nix.closeSet();
        }
        NixWriter(text, 1).closeSet();
        QCOMPARE(text, "{\n  a = { };\n}\n"sv);
    }

    void namesAreDefinedOnceAndUsed()
    {
        std::string text;
        NixWriter nix(text);
        nix.openLet();
        nix.attribute("links", "bond0.200").openSet();
        nix.attribute("vlanId").number(200);
        nix.closeSet();
        nix.attribute("other").openExtended("links");
        nix.attribute("x").number(1);
        nix.closeExtended();
        nix.closeLet();
        nix.openSet();
        nix.attribute("links").openList();
        nix.openExtended("links", "bond0.200");
        nix.attribute("mtu").number(9000);
        nix.closeExtended();
        nix.reference("other", "or");
        nix.closeList();
        nix.attribute("one").reference("other", "x");
        nix.closeSet();
        QCOMPARE(text, "let\n"
                       "  links.\"bond0.200\" = {\n"
                       "    vlanId = 200;\n"
                       "  };\n"
                       "  other = links // {\n"
                       "    x = 1;\n"
                       "  };\n"
                       "in\n"
                       "{\n"
                       "  links = [\n"
                       "    (links.\"bond0.200\" // {\n"
                       "      mtu = 9000;\n"
                       "    })\n"
                       "    other.\"or\"\n"
                       "  ];\n"
                       "  one = other.x;\n"
                       "}\n");
    }

    void nulIsNoNixString()
    {
        QVERIFY(!NixWriter::canHold("a\0b"sv));
        QVERIFY(NixWriter::canHold("a\x01\x7f\xff"sv));
    }
};

QTEST_APPLESS_MAIN(NixWriterTest)
#include "nix_writer_test.moc"
