// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/codes.h"
#include "core/files/load.h"
#include "core/files/save.h"
#include "core/files/templates.h"
#include "tests/support/random_project.h"

#include <QElapsedTimer>
#include <QTest>

using namespace n3x;

namespace {

const std::string goodProject = "n3x: project/1\nname: edge\nprofiles: [one]\n";
const std::string goodProfile = "n3x: profile/1\nname: one\nnetworks:\n  lan: { uplink: lan, subnet: [10.0.0.0/24] }\n"
                                "nodes:\n  a:\n    role: server\n    target: n100\n    addresses: { lan: 10.0.0.1 }\n";

SourceText withProfile(std::string profile)
{
    return {{"n3x.yaml", goodProject}, {"profiles/one.yaml", std::move(profile)}};
}
SourceText withProject(std::string project)
{
    return {{"n3x.yaml", std::move(project)}, {"profiles/one.yaml", goodProfile}};
}

std::string found(const LoadedProject& loaded)
{
    std::string all;
    for (const Problem& problem : loaded.problems) {
        if (!all.empty()) all += "; ";
        all += std::string(problem.code) + "@" + problem.position->file + ":" + std::to_string(problem.position->line) +
               ":" + std::to_string(problem.position->column);
    }
    return all;
}

struct Row {
    std::string name;
    SourceText files;
    std::string problems; // code@file:line:column; …
};

std::string repeated(std::string_view text, int count)
{
    std::string all;
    for (int at = 0; at < count; ++at) all += text;
    return all;
}

const std::string bomb =
    "n3x: project/1\nname: x\nnameservers: &a [1,1,1,1,1,1,1,1,1,1]\nbuilders: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
    "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e "
    "[*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\n"
    "f: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng: [*f,*f,*f,*f,*f,*f,*f,*f,*f,*f]\n";

const std::vector<Row> rows{
    {"nothing wrong", withProfile(goodProfile), ""},
    {"N3X0001 bracket", withProfile("n3x: profile/1\nname: one\nuplinks: [a, b\n"), "N3X0001@profiles/one.yaml:4:1"},
    {"N3X0001 quote", withProfile("n3x: profile/1\nname: \"one\n"), "N3X0001@profiles/one.yaml:2:7"},
    {"N3X0001 undefined alias", withProfile("n3x: profile/1\nname: one\nsummary: *x\n"),
     "N3X0001@profiles/one.yaml:3:10"},
    {"no N3X0001 over lines", withProfile("n3x: profile/1\nname: one\nuplinks: { t: { members: [eth1,\n  eth2] } }\n"),
     ""},
    {"N3X0002", withProfile("n3x: profile/1\nname: one\nk3s:\n\tversion: v1.35.0+k3s1\n"),
     "N3X0002@profiles/one.yaml:4:1"},
    {"no N3X0002 in a text", withProfile("n3x: profile/1\nname: one\nsummary: \"a\tb\"\n"), ""},
    {"N3X0003", withProfile("n3x: profile/1\nname: one\nsummary: a\nsummary: b\n"), "N3X0003@profiles/one.yaml:4:1"},
    {"N3X0003 nodes", withProfile("n3x: profile/1\nname: one\nnodes:\n  a: { role: agent }\n  a: { role: agent }\n"),
     "N3X0003@profiles/one.yaml:5:3"},
    {"no N3X0003 across maps",
     withProfile("n3x: profile/1\nname: one\nnodes:\n  a: { role: agent }\n  b: { role: agent }\n"), ""},
    {"N3X0004", withProfile("n3x: profile/1\nname: one\nuplinks:\n  t: { bnd: bond0 }\n"),
     "N3X0004@profiles/one.yaml:4:8"},
    {"several of N3X0004", withProject("n3x: project/1\nnam: x\nname: edge\ndomains: y\nprofiles: [one]\n"),
     "N3X0004@n3x.yaml:2:1; N3X0004@n3x.yaml:4:1"},
    {"no N3X0004", withProfile("n3x: profile/1\nname: one\nuplinks:\n  t: { bond: bond0 }\n"), ""},
    {"N3X0005 list for text", withProfile("n3x: profile/1\nname: one\nnetworks:\n  a: { vlan: [1, 2] }\n"),
     "N3X0005@profiles/one.yaml:4:14"},
    {"N3X0005 text for map", withProfile("n3x: profile/1\nname: one\nnodes: none\n"), "N3X0005@profiles/one.yaml:3:8"},
    {"N3X0005 map in list", withProfile("n3x: profile/1\nname: one\nnetworks:\n  a: { subnet: [{ a: b }] }\n"),
     "N3X0005@profiles/one.yaml:4:17"},
    {"N3X0005 whole file", withProfile("just a text\n"), "N3X0005@profiles/one.yaml:1:1"},
    {"N3X0005 key", withProfile("n3x: profile/1\nname: one\n[a, b]: c\n"), "N3X0005@profiles/one.yaml:3:1"},
    {"no N3X0005 for one of a list", withProfile("n3x: profile/1\nname: one\nnetworks:\n  a: { subnet: 10.0.0.0/8 }\n"),
     ""},
    {"N3X0006 format", withProfile("name: one\n"), "N3X0006@profiles/one.yaml:1:1"},
    {"N3X0006 role", withProfile("n3x: profile/1\nname: one\nnodes:\n  a: { target: n100 }\n"),
     "N3X0006@profiles/one.yaml:4:6"},
    {"N3X0006 name", withProject("n3x: project/1\nprofiles: [one]\n"), "N3X0006@n3x.yaml:1:1"},
    {"no N3X0006 for what may be left out", withProfile("n3x: profile/1\nname: one\nnodes:\n  a: { role: agent }\n"),
     ""},
    {"N3X0007", withProject(bomb),
     "N3X0004@n3x.yaml:5:1; N3X0004@n3x.yaml:6:1; N3X0004@n3x.yaml:7:1; N3X0004@n3x.yaml:8:1; N3X0007@n3x.yaml:8:29"},
    {"no N3X0007",
     withProject("n3x: project/1\nname: x\nnameservers: &a [10.0.0.1]\nadmins: { ssh: *a }\nprofiles: [one]\n"), ""},
    {"N3X0008 flow",
     withProject("n3x: project/1\nname: x\nprofiles: [one]\nadmins: " + repeated("[", 70) + repeated("]", 70) + "\n"),
     "N3X0008@n3x.yaml:4:72"},
    {"N3X0008 hyphens", withProject("n3x: project/1\nname: x\nprofiles: [one]\nadmins:\n" + repeated("- ", 70) + "a\n"),
     "N3X0008@n3x.yaml:5:127"},
    {"N3X0008 a million", withProject("a: " + repeated("[", 1'000'000)), "N3X0008@n3x.yaml:1:1004"},
    {"no N3X0008",
     withProject("n3x: project/1\nname: x\nprofiles: [one]\nadmins: " + repeated("[", 63) + repeated("]", 63) + "\n"),
     "N3X0005@n3x.yaml:4:9"},
    {"N3X0009", withProject("# " + std::string(largestFile, 'x')), "N3X0009@n3x.yaml:1:1"},
    {"no N3X0009", withProject(goodProject + "#" + std::string(largestFile - goodProject.size() - 1, 'x')), ""},
    {"N3X0010", withProfile("n3x: profile/1\nname: one\nsummary: caf\xe9\n"), "N3X0010@profiles/one.yaml:3:13"},
    {"N3X0010 surrogate", withProfile("a\xed\xa0\x80"), "N3X0010@profiles/one.yaml:1:2"},
    {"no N3X0010 with a BOM", withProfile("\xef\xbb\xbf" + goodProfile), ""},
    {"N3X0011",
     withProfile(std::string("n3x: profile/1\nname: one\nsummary: a\x04"
                             "b\n")),
     "N3X0011@profiles/one.yaml:3:11"},
    {"N3X0011 NUL", withProfile(std::string("n3x\0: a", 7)), "N3X0011@profiles/one.yaml:1:4"},
    {"no N3X0011 for an escape", withProfile("n3x: profile/1\nname: one\nsummary: \"a\\x04b\"\n"), ""},
    {"N3X0012", withProfile("n3x: profile/2\nname: one\nwhatever: new\n"), "N3X0012@profiles/one.yaml:1:6"},
    {"no N3X0012 for a remark", withProfile("n3x: profile/1 # not yet profile/2\nname: one\n"), ""},
    {"N3X0013", withProfile("n3x: project/1\nname: one\n"), "N3X0013@profiles/one.yaml:1:6"},
    {"N3X0013 nonsense", withProfile("n3x: profile\nname: one\n"), "N3X0013@profiles/one.yaml:1:6"},
    {"no N3X0013 in quotes", withProfile("# n3x: project/1\nn3x: 'profile/1'\nname: one\n"), ""},
    {"N3X0014", {{"n3x.yaml", goodProject}}, "N3X0014@n3x.yaml:3:12"},
    {"N3X0014 a slip of the name",
     {{"n3x.yaml", goodProject}, {"profiles/once.yaml", goodProfile}},
     "N3X0014@n3x.yaml:3:12; N3X0015@profiles/once.yaml:1:1"},
    {"N3X0014 listed twice", withProject("n3x: project/1\nname: edge\nprofiles: [one, one]\n"),
     "N3X0014@n3x.yaml:3:17"},
    {"N3X0014 no name", withProject("n3x: project/1\nname: edge\nprofiles: [one, ../../etc/passwd, a b]\n"),
     "N3X0014@n3x.yaml:3:17; N3X0014@n3x.yaml:3:35"},
    {"no N3X0014 in quotes", withProject("n3x: project/1\nname: edge\nprofiles:\n  - \"one\"\n"), ""},
    {"N3X0015",
     {{"n3x.yaml", goodProject}, {"profiles/one.yaml", goodProfile}, {"profiles/two.yaml", "x"}},
     "N3X0015@profiles/two.yaml:1:1"},
    {"no N3X0015 for others",
     {{"n3x.yaml", goodProject}, {"profiles/one.yaml", goodProfile}, {"profiles/hardware/n.yaml", "x"}, {"README", ""}},
     ""},
    {"N3X0016", withProfile("n3x: profile/1\nname: two\n"), "N3X0016@profiles/one.yaml:2:7"},
    {"no N3X0016 in quotes", withProfile("n3x: profile/1\nname: 'one'\n"), ""},
    {"N3X0017", withProfile(""), "N3X0017@profiles/one.yaml:1:1"},
    {"N3X0017 comments only", withProfile("# nothing\n"), "N3X0017@profiles/one.yaml:1:1"},
    {"no N3X0017 with a name", withProfile("# nothing else\nn3x: profile/1\nname: one\n"), ""},
    {"N3X0018", withProfile(goodProfile + "---\nn3x: profile/1\n"), "N3X0018@profiles/one.yaml:10:1"},
    {"no N3X0018 for the marks of one", withProfile("---\n" + goodProfile + "...\n"), ""},
    {"N3X0019", {}, "N3X0019@n3x.yaml:1:1"},
    {"no N3X0019 without profiles", {{"n3x.yaml", "n3x: project/1\nname: edge\n"}}, ""},
    {"N3X0020", withProject("n3x: project/1\nname: x\nprofiles: [one]\nadmins: &a { ssh: *a }\n"),
     "N3X0020@n3x.yaml:4:19"},
    {"no N3X0020 beside it", withProject("n3x: project/1\nname: x\nprofiles: [one]\nadmins: { ssh: &a [], age: *a }\n"),
     ""},
    {"N3X0021", withProfile("n3x: profile/1\nname: one\nnetworks:\n  a:\n    vlan:\n    mtu: ~\n    subnet:\n"),
     "N3X0021@profiles/one.yaml:5:5; N3X0021@profiles/one.yaml:6:5"},
    {"no N3X0021 for a label",
     withProfile("n3x: profile/1\nname: one\nnodes:\n  a:\n    role: agent\n    labels: { rack: }\n"), ""},
    {"both files",
     {{"n3x.yaml", "n3x: project/1\nname: x\nprofils: []\nprofiles: [one]\n"},
      {"profiles/one.yaml", "n3x: profile/1\nname: one\nnode: {}\n"}},
     "N3X0004@n3x.yaml:3:1; N3X0004@profiles/one.yaml:3:1"},
};

} // namespace

class LoadTest : public QObject {
    Q_OBJECT
private slots:
    void problems_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t index = 0; index < rows.size(); ++index)
            QTest::newRow(rows[index].name.c_str()) << static_cast<int>(index);
    }
    void problems()
    {
        QFETCH(int, index);
        const Row& row = rows[static_cast<std::size_t>(index)];
        const LoadedProject loaded = loadProject(row.files);
        QCOMPARE(found(loaded), row.problems);
        for (const Problem& problem : loaded.problems) {
            QVERIFY(!problem.what.english().empty());
            QVERIFY(!problem.advice.english().empty());
            QVERIFY(problem.position->line >= 1 && problem.position->column >= 1);
        }
    }

    void everyCodeHasBoth()
    {
        for (const CodeInfo& info : fileProblemCodes())
            for (const std::string& name : {std::string(info.code), "no " + std::string(info.code)})
                QVERIFY2(std::ranges::any_of(rows, [&](const Row& row) { return row.name.starts_with(name); }),
                         name.c_str());
    }

    // No file is asked for that nobody should make.
    void profilesThatCannotBe()
    {
        const auto said = [](const char* list) {
            const LoadedProject loaded =
                loadProject(withProject(std::string("n3x: project/1\nname: edge\nprofiles: [one, ") + list + "]\n"));
            return loaded.problems.at(0).what.english();
        };
        QCOMPARE(said("two"), std::string("The profile “two” has no file profiles/two.yaml."));
        QCOMPARE(said("one"), std::string("The profile “one” is listed twice."));
        const LoadedProject twice = loadProject(withProject("n3x: project/1\nname: edge\nprofiles: [one, one]\n"));
        QCOMPARE(twice.project.profiles.size(), 1U); // whoever removes one of two would remove what is in the file
        QVERIFY(twice.unsafeToSave.empty());
        QCOMPARE(said("../x"), std::string("“../x” in the list of profiles is not the name of a profile."));
    }

    // What the model cannot hold keeps its file from being written.
    void unsafe()
    {
        using Files = std::vector<std::string>;
        QCOMPARE(loadProject(withProfile(goodProfile)).unsafeToSave, Files{});
        QCOMPARE(loadProject(withProfile(goodProfile + "other: x\n")).unsafeToSave, Files{"profiles/one.yaml"});
        QCOMPARE(loadProject(withProfile("n3x: profile/2\n")).unsafeToSave, Files{"profiles/one.yaml"});
        QCOMPARE(loadProject(withProfile("a: [")).unsafeToSave, Files{"profiles/one.yaml"});
        QCOMPARE(loadProject({{"n3x.yaml", goodProject}}).unsafeToSave, Files{"profiles/one.yaml"});
        QCOMPARE(loadProject(withProject(goodProject + "x: 1\n")).unsafeToSave, Files{"n3x.yaml"});
        // A wrong value is held, shown and saved again: nothing is lost.
        const LoadedProject wrong =
            loadProject(withProfile("n3x: profile/1\nname: one\nnetworks:\n  a: { vlan: 4095 }\n"));
        QCOMPARE(wrong.unsafeToSave, Files{});
        QCOMPARE(wrong.project.profiles[0]->networks[0]->vlan->text(), std::string("4095"));
        QVERIFY(!wrong.project.profiles[0]->networks[0]->vlan->valid());
    }

    // What a file is it says itself; read or not, nothing is generated from one that does not.
    void withheldWithoutFormat()
    {
        QVERIFY(!withheld(loadProject(withProfile(goodProfile))).holds("one"));
        const LoadedProject profile = loadProject(withProfile(goodProfile.substr(goodProfile.find('\n') + 1)));
        QCOMPARE(profile.problems.size(), 1UZ);
        QCOMPARE(profile.problems.front().code, "N3X0006");
        QVERIFY(withheld(profile).holds("one") && !withheld(profile).everything);
        QVERIFY(profile.unsafeToSave.empty()); // saving it is what mends it
        QVERIFY(withheld(loadProject(withProject(goodProject.substr(goodProject.find('\n') + 1)))).everything);
    }

    // What was exported of the profile that is meant must not go.
    void withheldForASlipOfTheList()
    {
        const LoadedProject loaded = loadProject({{"n3x.yaml", goodProject}, {"profiles/once.yaml", goodProfile}});
        QVERIFY(withheld(loaded).everything);
        const auto missing = std::ranges::find(loaded.problems, "N3X0014", &Problem::code);
        QVERIFY(missing != loaded.problems.end() && missing->advice.english().contains("once"));
        QVERIFY(!withheld(loadProject({{"n3x.yaml", goodProject}})).everything);
        QVERIFY(!withheld(loadProject({{"n3x.yaml", goodProject},
                                       {"profiles/one.yaml", goodProfile},
                                       {"profiles/two.yaml", goodProfile}}))
                     .everything);
    }

    // A profile that cannot be read keeps its place in the list.
    void placeIsKept()
    {
        const LoadedProject loaded = loadProject(
            {{"n3x.yaml", "n3x: project/1\nname: x\nprofiles: [a, b]\n"}, {"profiles/a.yaml", "n3x: profile/9\n"}});
        QCOMPARE(loaded.project.profiles.size(), 2UZ);
        QCOMPARE(loaded.project.profiles[1]->name.text(), std::string("b"));
    }

    void comments()
    {
        using Files = std::vector<std::string>;
        QCOMPARE(loadProject(withProfile(goodProfile + "# by hand\n")).filesWithComments, Files{"profiles/one.yaml"});
        QCOMPARE(loadProject(withProject("n3x: project/1\nname: edge # here\nprofiles: [one]\n")).filesWithComments,
                 Files{"n3x.yaml"});
        const char* texts[] = {"summary: \"a # b\"\n", "summary: 'it''s # b'\n", "summary: a#b\n",
                               "summary: \"a \\\" # b\"\n"};
        for (const char* text : texts)
            QCOMPARE(loadProject(withProfile(goodProfile + text)).filesWithComments, Files{});
    }

    // Such a file is wrong in what follows on the marks; they are what people have to look for.
    void marksOfAMerge()
    {
        const std::string head = "n3x: profile/1\nname: one\n";
        const std::string nodes = "nodes:\n  a: { role: agent }\n";
        const auto told = [](const std::string& text) {
            const LoadedProject loaded = loadProject(withProfile(text));
            return loaded.problems.empty() ? std::string()
                                           : found(loaded) + " " + loaded.problems.front().what.english();
        };
        const std::string sentence = " A merge left its marks here: the file holds both sides of a conflict.";
        const std::string merged = "<<<<<<< HEAD\nsummary: a\n=======\nsummary: b\n>>>>>>> theirs\n";
        QCOMPARE(told(head + merged + nodes), "N3X0001@profiles/one.yaml:3:1" + sentence);
        QCOMPARE(told(merged + head), "N3X0001@profiles/one.yaml:1:1" + sentence);
        QCOMPARE(told(head + "=======\n" + nodes), "N3X0001@profiles/one.yaml:3:1" + sentence);
        QCOMPARE(told(head + nodes + ">>>>>>> theirs\n"), "N3X0001@profiles/one.yaml:5:1" + sentence);
        QCOMPARE(told(head + "<<<<<<< HEAD\r\nsummary: a\r\n=======\r\n"), "N3X0001@profiles/one.yaml:3:1" + sentence);
        // In a text they are nothing but text, and what is wrong elsewhere has other reasons.
        QCOMPARE(told(head + "summary: \"\n<<<<<<< HEAD\n=======\n\"\n"), std::string());
        QVERIFY(!told(head + "summary: [a, b\nnodes: \"\n<<<<<<< HEAD\n\"\n").contains("merge"));
        QVERIFY(!told(head + "nodes: [a, b\n").contains("merge"));
    }

    void nearestKey()
    {
        const LoadedProject loaded =
            loadProject(withProfile("n3x: profile/1\nname: one\nuplinks:\n  t: { upDelai: 1s, zzzzz: 1 }\n"));
        QCOMPARE(loaded.problems.at(0).advice.english(), std::string("Did you mean “upDelay”?"));
        QCOMPARE(loaded.problems.at(0).path.text(), std::string("profiles/one/uplinks/t"));
        QVERIFY(!loaded.problems.at(1).advice.english().contains("Did you mean"));
    }

    void positions()
    {
        const LoadedProject loaded = loadProject(withProfile(goodProfile));
        const auto at = [&](const char* path) {
            const auto position = loaded.positions.position(ObjectPath(path));
            return position
                       ? position->file + ":" + std::to_string(position->line) + ":" + std::to_string(position->column)
                       : "-";
        };
        QCOMPARE(at("name"), std::string("n3x.yaml:2:7"));
        QCOMPARE(at("domain"), std::string("n3x.yaml:1:1"));
        QCOMPARE(at("profiles/one/networks/lan"), std::string("profiles/one.yaml:4:3"));
        QCOMPARE(at("profiles/one/networks/lan/subnet/0"), std::string("profiles/one.yaml:4:32"));
        QCOMPARE(at("profiles/one/nodes/a/role"), std::string("profiles/one.yaml:7:11"));
        QCOMPARE(at("profiles/one/nodes/a/backend"), std::string("profiles/one.yaml:6:3"));
        QCOMPARE(at("profiles/one/nodes/a/addresses/lan"), std::string("profiles/one.yaml:9:23"));
        QCOMPARE(at("profiles/one/nodes/a/addresses/lan/0"), std::string("profiles/one.yaml:9:23")); // of a list of one
        QCOMPARE(at("profiles/one/nodes/a/addresses/lan/1"), std::string("profiles/one.yaml:9:18"));
        QCOMPARE(at("profiles/gone/nodes/a"), std::string("n3x.yaml:3:1"));
    }

    // Those that the parser gives as one byte are read in one pass, however many there are.
    void manyEscapes()
    {
        const auto summaryOf = [](const std::string& written) {
            const SourceText files = withProfile("n3x: profile/1\nname: one\nsummary: \"" + written + "\"\n");
            return loadProject(files).project.profiles[0]->summary.text();
        };
        QCOMPARE(summaryOf("é\\Na\\_ö\\_\\N"), std::string("é\u0085a\u00a0ö\u00a0\u0085"));
        constexpr std::size_t count = 100'000;
        std::string written;
        for (std::size_t at = 0; at < count; ++at) written += "\\_";
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(summaryOf(written).size(), 2 * count);
        QVERIFY(timer.elapsed() < 5'000); // a fraction of a second where nothing else runs
    }

    void tenThousandNodes()
    {
        const SourceText files = saveProject(test::largeProject(10'000));
        QElapsedTimer timer;
        timer.start();
        const LoadedProject loaded = loadProject(files);
        const qint64 milliseconds = timer.elapsed();
        QCOMPARE(loaded.project.profiles[0]->nodes.size(), 10'000UZ);
        QVERIFY(loaded.problems.empty());
        qInfo("10,000 nodes, %zu bytes: %lld ms", files.at("profiles/large.yaml").size(), milliseconds);
        QVERIFY(milliseconds < 10'000); // a second where nothing else runs; the bench holds the figure
    }
};

QTEST_APPLESS_MAIN(LoadTest)
#include "load_test.moc"
