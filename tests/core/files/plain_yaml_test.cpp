// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/plain_yaml.h"

#include "core/files/embedded_file.h"
#include "core/files/save.h"
#include "core/files/text_scan.h"
#include "core/files/yaml_tree_builder.h"
#include "tests/support/property.h"
#include "tests/support/random_project.h"

#include <QTest>

#include <random>

using namespace n3x;

namespace {

std::string shown(const YamlTree& tree, const YamlTree::Node& node)
{
    std::string text = std::to_string(static_cast<int>(node.kind)) + "@" + std::to_string(node.line) + ":" +
                       std::to_string(node.column) + "‹" + node.text + "›";
    for (const YamlTree::Entry& entry : node.entries) {
        if (node.kind == YamlTree::Kind::Map) text += " " + shown(tree, tree.node(entry.key)) + "=";
        text += "(" + shown(tree, tree.node(entry.value)) + ")";
    }
    return text;
}

std::string shown(const YamlReading& reading)
{
    std::string text = reading.tree ? shown(*reading.tree, reading.tree->root()) : "nothing";
    for (const Problem& problem : reading.problems)
        text += "\n" + std::string(problem.code) + " " + std::to_string(problem.position->line) + ":" +
                std::to_string(problem.position->column) + " " + problem.what.english();
    return text + (reading.hasComments ? " comments" : "") + (reading.incomplete ? " incomplete" : "");
}

bool isPlain(std::string_view text)
{
    Problems problems;
    YamlTreeBuilder builder("a.yaml", text, problems);
    return readPlainYaml(builder) != PlainYaml::Unusual;
}

// Empty, or what the two readers tell differently.
std::string difference(std::string_view text)
{
    const std::string quick = shown(readYaml("a.yaml", text));
    const std::string full = shown(readYaml("a.yaml", text, YamlReader::Full));
    return quick == full ? "" : "of\n" + std::string(text) + "\nread quickly\n" + quick + "\nand in full\n" + full;
}

// Texts near to those that people write: what they may hold, put in, left out and exchanged anywhere.
std::string spoilt(std::string text, std::mt19937& random)
{
    static constexpr std::array<std::string_view, 44> pieces = {
        " ",   "  ", "\n", "\n\n", "\n  ", "\n    ", ":",   ": ", "- ", "-",    "#",   " # ", ",",  ", ",   "{",
        "}",   "[",  "]",  "{}",   "[]",   "'",      "\"",  "''", "a",  "null", "~",   "é",   "1",  "a: b", ".",
        "...", "|",  ">",  "&a ",  "*a",   "? ",     "!t ", "\\", "%",  "@",    "---", "::1", "\t", "\r"};
    const auto at = [&](std::size_t end) { return random() % (end + 1); };
    for (std::size_t times = 1 + random() % 3; times > 0; --times) {
        const std::size_t where = at(text.size());
        const std::size_t gone = random() % 3 == 0 ? random() % 4 : 0;
        text.replace(where, std::min(gone, text.size() - where),
                     random() % 4 == 0 ? "" : pieces[at(pieces.size() - 1)]);
    }
    return text;
}

constexpr std::string_view allForms = R"(# above
name: edge-lab # beside
title: 'it''s one'
"quoted": "text: with, all # of it"
empty: {}
none: []
word: null
number: -5
address: fd00::1/64
url: http://host:80/a#b
same:
- one
- { a: b, c: [d, e f] }

deeper:
    - key: value
      other: { long: [
        1, 2,
        3 ] }
    # between
    - 'x'
last:
  inner:
    most: Größe und so   
)";

} // namespace

class PlainYamlTest : public QObject {
    Q_OBJECT
private slots:
    void readsWhatWeWrite()
    {
        std::size_t plain = 0;
        for (const EmbeddedFile& file : builtInFiles()) {
            QCOMPARE(QString::fromStdString(difference(file.text)), QString());
            plain += isPlain(file.text) ? 1 : 0;
        }
        QCOMPARE(plain, builtInFiles().size());
        QVERIFY(test::holds("what we write is read quickly, and the same", [](const Project& project) {
            for (const auto& [path, text] : saveProject(project)) {
                RC_ASSERT(difference(text) == "");
                RC_CLASSIFY(isPlain(text), "quickly");
            }
        }));
    }

    void readsAllForms()
    {
        QVERIFY(isPlain(allForms));
        QCOMPARE(QString::fromStdString(difference(allForms)), QString());
    }

    void leavesTheRest_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"",
                                 "a",
                                 "- a",
                                 "a:\n",
                                 "a: &x b\nc: *x\n",
                                 "a: |\n  b\n",
                                 "a: b\n  c\n",
                                 "a: \"\\n\"\n",
                                 "a: !t b\n",
                                 "a: {b}\n",
                                 "a: [b: c]\n",
                                 "a: [b,]\n",
                                 "a: b: c\n",
                                 "a: b\n---\nc: d\n",
                                 "a: ? b\n",
                                 "a:\tb\n",
                                 "a: b\r\n",
                                 "a: {b: c\n",
                                 "a: \"b\n",
                                 "a: 'b\n\n",
                                 "a: [b]#c\n",
                                 "a: {\nb: c}\n",
                                 " a: b\n",
                                 "a: b\n c: d\n",
                                 "a:\n  b: c\n d: e\n"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void leavesTheRest()
    {
        QFETCH(QString, text);
        QVERIFY(!isPlain(text.toStdString()));
        QCOMPARE(QString::fromStdString(difference(text.toStdString())), QString());
    }

    void repeatedKeysAreTold()
    {
        std::string many;
        for (int at = 0; at < 20; ++at) many += "k" + std::to_string(at % 18) + ": v\n";
        for (const std::string& text :
             {std::string("a: 1\nb: 2\na: 3\n"), std::string("m: { z: 1, y: 2, z: 3, y: 4 }\n"), many}) {
            QVERIFY(isPlain(text));
            QVERIFY(!readYaml("a.yaml", text).problems.empty());
            QCOMPARE(QString::fromStdString(difference(text)), QString());
        }
    }

    void spoiltTexts()
    {
        std::vector<std::string> starts = {std::string(allForms)};
        for (const EmbeddedFile& file : builtInFiles()) starts.push_back(std::string(file.text).substr(0, 700));
        std::mt19937 random(3);
        const int count = qEnvironmentVariableIntValue("N3X_SPOILT_TEXTS") > 0
                              ? qEnvironmentVariableIntValue("N3X_SPOILT_TEXTS")
                              : 4000;
        int plain = 0;
        for (int at = 0; at < count; ++at) {
            const std::string text = spoilt(starts[random() % starts.size()], random);
            const std::string differs = difference(text);
            QVERIFY2(differs.empty(), differs.c_str());
            plain += isPlain(text) ? 1 : 0;
        }
        QVERIFY2(plain > count / 5, "too few texts were read quickly for this to prove anything");
    }
};

QTEST_APPLESS_MAIN(PlainYamlTest)
#include "plain_yaml_test.moc"
