// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/yaml_quoting.h"
#include "core/files/yaml_tree.h"
#include "core/files/yaml_writer.h"
#include "tests/support/hostile_texts.h"
#include "tests/support/property.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace n3x;
using Json = nlohmann::ordered_json;

namespace {

// Each hostile text as key, as value, in a list and a map on one line, and as a block of lines.
std::string hostileDocument(Json& expected)
{
    YamlWriter writer;
    writer.comment("Two lines\nof comment\x01");
    std::vector<YamlValue> items;
    std::vector<std::pair<std::string, YamlValue>> entries;
    writer.openMap("values");
    int number = 0;
    for (const std::string& text : test::hostileStrings()) {
        const std::string key = "k" + std::to_string(number++);
        writer.put(key, YamlValue::text(text));
        expected["values"][key] = text;
    }
    writer.close();
    writer.openMap("keys");
    for (const std::string& text : test::hostileStrings()) {
        if (expected["keys"].contains(text)) continue;
        writer.put(text, YamlValue::text("x"));
        expected["keys"][text] = "x";
    }
    writer.close();
    writer.openList("rows");
    for (const std::string& text : test::hostileStrings()) {
        writer.openItem();
        writer.put("list", YamlValue::list({YamlValue::text(text), YamlValue::number(7), YamlValue::flag(true)}));
        writer.put("map", YamlValue::map(
                              {{text, YamlValue::text(text)}, {text + "2", YamlValue::list({YamlValue::text(text)})}}));
        writer.put("lines", YamlValue::lines(text));
        writer.put("more", YamlValue::lines(text + "\nsecond\n"));
        writer.close();
        Json row;
        row["list"] = {text, 7, true};
        row["map"] = {{text, text}, {text + "2", Json::array({text})}};
        row["lines"] = text;
        row["more"] = text + "\nsecond\n";
        expected["rows"].push_back(row);
    }
    writer.close();
    writer.openList("none");
    writer.close();
    expected["none"] = Json::array();
    writer.put("plain", YamlValue::texts(std::vector<std::string>{"eth1", "10.0.0.0/8", "true"}));
    expected["plain"] = {"eth1", "10.0.0.0/8", "true"};
    return writer.text();
}

// What our own reader makes of a document; texts only, which is all that the loader asks for.
Json toJson(const YamlTree& tree, const YamlTree::Node& node)
{
    if (node.kind == YamlTree::Kind::List) {
        Json list = Json::array();
        for (const auto& entry : node.entries) list.push_back(toJson(tree, tree.node(entry.value)));
        return list;
    }
    if (node.kind == YamlTree::Kind::Map) {
        Json map = Json::object();
        for (const auto& entry : node.entries) map[tree.node(entry.key).text] = toJson(tree, tree.node(entry.value));
        return map;
    }
    return node.kind == YamlTree::Kind::Null ? Json() : Json(node.text);
}

std::string scalar(std::string_view text) { return YamlWriter::scalar(text); }

} // namespace

class YamlWriterTest : public QObject {
    Q_OBJECT
private slots:
    void scalars()
    {
        for (const char* plain :
             {"vlans", "server-1", "10.0.0.1", "10.0.0.0/8", "100ms", "12h", "802.3ad", "v1.35.0+k3s3", "a b", "it's",
              "a:b", "https://x.example/y", "Active-backup bond under the VLANs", "käse", "node.longhorn.io/disk",
              ".wic.zst", "/dev/vda", "project/1"})
            QCOMPARE(scalar(plain), std::string(plain));
        for (const char* quoted : {"",
                                   " a",
                                   "a ",
                                   "true",
                                   "No",
                                   "on",
                                   "y",
                                   "null",
                                   "~",
                                   "1",
                                   "-1",
                                   "1.10",
                                   "0x10",
                                   "007",
                                   "1e3",
                                   "1:20",
                                   "52:54:00:01:01:01",
                                   "2001-01-01",
                                   ".5",
                                   ".inf",
                                   "# a",
                                   "a #b",
                                   "a: b",
                                   "a:",
                                   "- a",
                                   "[a",
                                   "{a",
                                   "*a",
                                   "&a",
                                   "!a",
                                   "%a",
                                   "@a",
                                   "`a",
                                   "'a",
                                   "|",
                                   ">",
                                   "=",
                                   "<<",
                                   "---",
                                   "2001:db8::1",
                                   "::1"})
            QCOMPARE(scalar(quoted), "\"" + std::string(quoted) + "\"");
        QCOMPARE(scalar("a\"b\\c"), std::string("\"a\\\"b\\\\c\""));
        QCOMPARE(scalar("a\nb\t\x01\x7f"), std::string("\"a\\nb\\t\\x01\\x7f\""));
        QCOMPARE(scalar("\xe2\x80\xae"), std::string("\"\\u202e\""));
        QCOMPARE(scalar("\xff"), std::string("\"\xef\xbf\xbd\""));
    }

    void layout()
    {
        YamlWriter writer;
        writer.put("n3x", YamlValue::text("profile/1"));
        writer.openMap("networks");
        writer.openMap("a");
        writer.put("vlan", YamlValue::number(200));
        writer.put("subnet", YamlValue::list({YamlValue::text("10.0.0.0/8")}));
        writer.close();
        writer.openMap("empty");
        writer.close();
        writer.close();
        writer.openList("nics");
        writer.openItem();
        writer.put("name", YamlValue::text("eth0"));
        writer.openMap("inner");
        writer.put("on", YamlValue::flag(true));
        writer.close();
        writer.close();
        writer.item(YamlValue::text("b"));
        writer.close();
        writer.put("text", YamlValue::lines("one\n  two\n\nthree\n"));
        writer.put("long", YamlValue::list(std::vector<YamlValue>(3, YamlValue::text(std::string(40, 'x')))));
        const std::string x(40, 'x');
        QCOMPARE(writer.text(), "n3x: profile/1\nnetworks:\n  a:\n    vlan: 200\n    subnet: [10.0.0.0/8]\n  empty: "
                                "{}\nnics:\n  - name: eth0\n    inner:\n      \"on\": true\n"
                                "  - b\ntext: |\n  one\n    two\n\n  three\nlong:\n  - " +
                                    x + "\n  - " + x + "\n  - " + x + "\n");
        QCOMPARE(YamlWriter().text(), std::string("{}\n"));
    }

    void ourReader()
    {
        Json expected;
        const std::string document = hostileDocument(expected);
        const YamlReading reading = readYaml("x.yaml", document);
        for (const Problem& problem : reading.problems)
            qInfo("%d: %s", problem.position->line, problem.what.english().c_str());
        QVERIFY(reading.problems.empty());
        Json read = toJson(*reading.tree, reading.tree->root());
        for (Json& row : read["rows"]) row["list"] = {row["list"][0], 7, true};
        QCOMPARE(QString::fromStdString(read.dump(1)), QString::fromStdString(expected.dump(1)));
    }

    void pyYaml()
    {
        Json expected;
        const std::string document = hostileDocument(expected);
        QTemporaryDir folder;
        QFile file(folder.filePath("document.yaml"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(document));
        file.close();
        QProcess python;
        python.start("python3",
                     {"-c", "import json, sys, yaml; json.dump(yaml.safe_load(open(sys.argv[1], 'rb')), sys.stdout)",
                      file.fileName()});
        QVERIFY(python.waitForFinished(60'000));
        QVERIFY2(python.exitStatus() == QProcess::NormalExit && python.exitCode() == 0, python.readAllStandardError());
        const QByteArray output = python.readAllStandardOutput();
        const Json read = Json::parse(output.begin(), output.end());
        QCOMPARE(QString::fromStdString(read.dump(1)), QString::fromStdString(expected.dump(1)));
    }

    // Escapes that others write: the library below gives two of them as half a character.
    void escapesAreWholeCharacters()
    {
        const YamlReading reading = readYaml("x.yaml", "a: \"é\\N\\_\\L\\P\\xe9\\u00e9\\U0001F600\"\n");
        QVERIFY(reading.problems.empty());
        const auto& root = reading.tree->root();
        QCOMPARE(QByteArray::fromStdString(reading.tree->node(reading.tree->entry(root, "a")->value).text),
                 QByteArray("é\u0085\u00a0\u2028\u2029éé\U0001F600"));
    }

    void anyText()
    {
        QVERIFY(test::holds("any bytes come back as the text that they are", [](const std::string& bytes) {
            YamlWriter writer;
            writer.put("a", YamlValue::text(bytes));
            writer.put("b", YamlValue::list({YamlValue::text(bytes)}));
            writer.put("c", YamlValue::lines(bytes));
            const YamlReading reading = readYaml("x.yaml", writer.text());
            RC_ASSERT(reading.problems.empty());
            const auto& root = reading.tree->root();
            const auto text = [&](const char* key) {
                return reading.tree->node(reading.tree->entry(root, key)->value);
            };
            RC_ASSERT(text("a").text == reading.tree->node(text("b").entries[0].value).text);
            RC_ASSERT(text("a").text == text("c").text);
        }));
    }
};

QTEST_APPLESS_MAIN(YamlWriterTest)
#include "yaml_writer_test.moc"
