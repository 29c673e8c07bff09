// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/writers/ini_writer.h"

#include <QtTest/QtTest>
#include <fnmatch.h>
#include <rapidcheck.h>

using namespace n3x;

namespace {

std::string written(auto write)
{
    std::string text;
    IniWriter ini(text);
    write(ini);
    return text;
}

// What systemd makes of a value that it splits into words of patterns: a backslash quotes the next character.
std::string firstWord(std::string_view value)
{
    std::string word;
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (value[at] == '\\') ++at;
        if (at < value.size()) word += value[at];
    }
    return word;
}

} // namespace

class IniWriterTest : public QObject {
    Q_OBJECT

private slots:
    void writesSectionsAndEntries()
    {
        QCOMPARE(written([](IniWriter& ini) {
                     ini.comment("one\ntwo");
                     ini.section("Match");
                     ini.entry("Name", "eth1");
                     ini.entry("Yes", true);
                     ini.entry("No", false);
                     ini.entry("Number", 4094U);
                     ini.entry("Address", *IpAddress::parse("fd00::1"), 64);
                     ini.entry("Gateway", *IpAddress::parse("10.0.0.1"));
                     ini.entry("Time", Duration::milliseconds(200));
                 }),
                 std::string("# one two\n\n[Match]\nName=eth1\nYes=yes\nNo=no\nNumber=4094\nAddress=fd00::1/64\n"
                             "Gateway=10.0.0.1\nTime=200ms\n"));
    }

    void knowsWhatALineCannotHold_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("held");
        QTest::newRow("plain") << QByteArray("eth1") << true;
        QTest::newRow("empty") << QByteArray("") << true;
        QTest::newRow("quotes and comment marks inside") << QByteArray("a \"b\" #c ;d") << true;
        QTest::newRow("utf-8") << QByteArray("größe") << true;
        QTest::newRow("backslash inside") << QByteArray("a\\b") << true;
        QTest::newRow("two backslashes at the end") << QByteArray("a\\\\") << true;
        QTest::newRow("backslash at the end") << QByteArray("a\\") << false;
        QTest::newRow("only a backslash") << QByteArray("\\") << false;
        QTest::newRow("line break") << QByteArray("a\nb") << false;
        QTest::newRow("carriage return") << QByteArray("a\rb") << false;
        QTest::newRow("nul") << QByteArray("a\0b", 3) << false;
        QTest::newRow("space in front") << QByteArray(" a") << false;
        QTest::newRow("tab behind") << QByteArray("a\t") << false;
    }
    void knowsWhatALineCannotHold()
    {
        QFETCH(QByteArray, value);
        QFETCH(bool, held);
        QCOMPARE(IniWriter::canHold(std::string_view(value.constData(), static_cast<std::size_t>(value.size()))), held);
    }

    void aNameMatchesItselfAndNothingElse()
    {
        QVERIFY(rc::check("a written name, read as words of patterns, matches that name only", [] {
            const auto name =
                *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab*?[]!\\-.^"))));
            const std::string text = written([&](IniWriter& ini) { ini.nameToMatch("Name", name); });
            RC_ASSERT(text.starts_with("Name=") && text.ends_with('\n'));
            const std::string value = text.substr(5, text.size() - 6);
            RC_ASSERT(IniWriter::canHold(value));
            RC_ASSERT(!value.starts_with('!'));
            const std::string pattern = firstWord(value);
            RC_ASSERT(!pattern.starts_with('!'));
            RC_ASSERT(fnmatch(pattern.c_str(), name.c_str(), 0) == 0);
            RC_ASSERT(fnmatch(pattern.c_str(), (name + "x").c_str(), 0) != 0);
        }));
    }
};

QTEST_APPLESS_MAIN(IniWriterTest)
#include "ini_writer_test.moc"
