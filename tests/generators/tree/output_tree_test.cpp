// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/live/live_engine.h"
#include "generators/tree/output_tree.h"
#include "tests/generators/cluster.h"

#include <QtTest/QtTest>

#include <algorithm>

using namespace n3x;
using namespace n3x::cluster;

namespace {

FileText textOf(std::string_view content)
{
    OutputWriter out;
    out.beginFile({"a/", "b"});
    out.text() += content;
    out.endFile();
    return FileText(std::make_shared<const OutputBlock>(out.block()), 0);
}

std::shared_ptr<const OutputBlock> pieces(std::initializer_list<std::string_view> texts)
{
    OutputWriter out;
    for (const std::string_view text : texts) {
        out.beginPiece();
        out.text() += text;
        out.endPiece();
    }
    return std::make_shared<const OutputBlock>(out.block());
}

FileText sharedOf(std::string_view head, std::initializer_list<std::string_view> nodes, std::string_view foot)
{
    SharedFile file{pieces({head, foot}), {}, 0, head.size() + foot.size()};
    for (const std::string_view node : nodes) {
        file.nodes = file.nodes.push_back(pieces({node}));
        file.size += node.size();
    }
    return FileText(file);
}

} // namespace

class OutputTreeTest : public QObject {
    Q_OBJECT

private slots:
    void aWriterKeepsFilesAndPiecesApart()
    {
        OutputWriter out;
        out.beginFile({"x/", "y"});
        out.text() += "one\n";
        out.endFile();
        out.beginPiece();
        out.text() += "piece";
        out.endPiece();
        out.beginFile({"z"});
        out.endFile();
        const OutputBlock block = out.block();
        QCOMPARE(block.fileCount(), 2UZ);
        QCOMPARE(block.pieceCount(), 1UZ);
        QVERIFY(block.file(0).path == "x/y" && block.file(0).text == "one\n");
        QVERIFY(block.file(1).path == "z" && block.file(1).text.empty());
        QVERIFY(block.piece(0) == "piece");
        QVERIFY(block == out.written());
        out.clear();
        QVERIFY(out.written().fileCount() == 0 && !(block == out.written()));
    }

    void textsAreEqualWhateverTheyAreMadeOf()
    {
        const FileText whole = textOf("head one two foot");
        QVERIFY(whole == textOf("head one two foot"));
        QVERIFY(whole == sharedOf("head ", {"one ", "two "}, "foot"));
        QVERIFY(whole == sharedOf("head one", {"", " two", ""}, " foot"));
        QVERIFY(sharedOf("head ", {"one ", "two "}, "foot") == sharedOf("", {"head one two foot"}, ""));
        QVERIFY(!(whole == sharedOf("head ", {"one ", "twO "}, "foot")));
        QVERIFY(!(whole == textOf("head one two foot ")));
        QVERIFY(textOf("") == sharedOf("", {}, ""));
        QCOMPARE(sharedOf("head ", {"one ", "two "}, "foot").hash(), whole.hash());
        QCOMPARE(sharedOf("head ", {"one ", "two "}, "foot").text(), whole.text());
        QCOMPARE(textOf("a").hash(), 0xaf63dc4c8601ec8cU); // FNV-1a's published value
    }

    void everyPathIsFoundInByteOrder()
    {
        // A profile and nodes that are called like folders of the tree.
        Profile files = simple();
        files.name = said<DnsLabel>("files");
        Node odd = *files.nodes[0];
        odd.name = said<DnsLabel>("network");
        files.nodes = files.nodes.set(0, odd);
        const Generation all = generate(project({vlans(), files, bondingVlansNamed("nodes")}));
        const std::vector<std::string> paths = all.outputs.paths();
        QVERIFY(paths.size() > 50);
        QCOMPARE(paths.size(), all.outputs.fileCount());
        QVERIFY(std::ranges::is_sorted(paths));
        QVERIFY(std::ranges::adjacent_find(paths) == paths.end());
        std::size_t at = 0;
        all.outputs.forEach([&](std::string_view path, const FileText& text) {
            QVERIFY(path == paths[at++]);
            const auto found = all.outputs.find(path);
            QVERIFY2(found.has_value(), paths[at - 1].c_str());
            QVERIFY(*found == text);
            QCOMPARE(text.text().size(), text.size());
        });
        for (const std::string_view path :
             {"", "/", "vlans", "lib/k3s/flags/vlans/server-9.json", "lib/k3s/flags/vlans/server-1.yml"})
            QVERIFY(!all.outputs.find(path));
    }

    void treesOfEqualFilesAreEqual()
    {
        const Project one = project({vlans(), simple()});
        QVERIFY(generate(one).outputs == generate(one).outputs);
        QVERIFY(!(generate(one).outputs == generate(project({vlans()})).outputs));
        Node node = *one.profiles[1]->nodes[3];
        node.addresses = {at("cluster", {"192.168.1.99"})};
        QVERIFY(!(generate(one).outputs == generate(withNode(one, 1, 3, node)).outputs));
        QVERIFY(OutputTree() == OutputTree());
        QVERIFY(!OutputTree().find("a"));
    }

private:
    static Profile bondingVlansNamed(std::string_view name)
    {
        Profile profile = bondingVlans();
        profile.name = said<DnsLabel>(name);
        return profile;
    }
};

QTEST_APPLESS_MAIN(OutputTreeTest)
#include "output_tree_test.moc"
