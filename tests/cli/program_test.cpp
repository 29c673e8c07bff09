// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/cli/program_run.h"

#include <QRegularExpression>

using namespace n3x::test;

namespace {

class ProgramTest final : public QObject {
    Q_OBJECT

private slots:
    void exitStatus_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::newRow("version") << QStringList{"--version"} << 0;
        QTest::newRow("help") << QStringList{"--help"} << 0;
        QTest::newRow("help of a command") << QStringList{"export", "--help"} << 0;
        QTest::newRow("nothing said") << QStringList{} << 2;
        QTest::newRow("no such command") << QStringList{"exprot"} << 2;
        QTest::newRow("no such option") << QStringList{"check", "--fixx"} << 2;
        QTest::newRow("no such format") << QStringList{"check", "--format", "xml"} << 2;
        QTest::newRow("no output named") << QStringList{"generate"} << 2;
        QTest::newRow("check") << QStringList{"check"} << 0;
        QTest::newRow("check strictly") << QStringList{"check", "--strict"} << 1;
        QTest::newRow("check elsewhere") << QStringList{"check", "/"} << 3;
        QTest::newRow("diff of everything new") << QStringList{"diff"} << 1;
        QTest::newRow("diff of what is not there") << QStringList{"diff", "flake.nxi"} << 2;
        QTest::newRow("diff of a source") << QStringList{"diff", "lib", "profiles"} << 2;
        QTest::newRow("diff of no name") << QStringList{"diff", "lib", ""} << 2;
        QTest::newRow("dry run") << QStringList{"export", "--dry-run"} << 0;
        QTest::newRow("force what is not there") << QStringList{"export", "--force", "no/such"} << 2;
        QTest::newRow("no such profile") << QStringList{"plan", "--profile", "vlasn"} << 2;
        QTest::newRow("no such node") << QStringList{"plan", "--profile", "vlans", "--node", "x"} << 2;
        QTest::newRow("schema") << QStringList{"schema"} << 0;
        QTest::newRow("no such schema") << QStringList{"schema", "node"} << 2;
        QTest::newRow("explain") << QStringList{"explain", "n3x7010"} << 0;
        QTest::newRow("explain all") << QStringList{"explain"} << 0;
        QTest::newRow("no such code") << QStringList{"explain", "N3X7777"} << 2;
        QTest::newRow("already there") << QStringList{"new", "."} << 3;
        QTest::newRow("no such template") << QStringList{"new", "x", "--template", "vlasn"} << 2;
        QTest::newRow("no name") << QStringList{"new", "x", "--name", "Not A Label"} << 2;
        QTest::newRow("generate into a project") << QStringList{"generate", "--output", "."} << 2;
        QTest::newRow("generate into a file") << QStringList{"generate", "--output", "n3x.yaml/x"} << 3;
        QTest::newRow("formatted") << QStringList{"fmt", "--check"} << 0;
        QTest::newRow("new without a name") << QStringList{"new", ""} << 2;
        QTest::newRow("new inside a file") << QStringList{"new", "n3x.yaml/x"} << 3;
        QTest::newRow("new in the place of a file") << QStringList{"new", "n3x.yaml"} << 3;
        QTest::newRow("check a file") << QStringList{"check", "n3x.yaml"} << 3;
        QTest::newRow("check a device") << QStringList{"check", "/dev/null"} << 3;
        QTest::newRow("generate where nobody may write") << QStringList{"generate", "--output", "/proc/n3x"} << 3;
        QTest::newRow("force no name") << QStringList{"export", "--force", ""} << 2;
        QTest::newRow("force outside") << QStringList{"export", "--force", "../x"} << 2;
        QTest::newRow("folder said twice") << QStringList{"-C", ".", "check", "."} << 2;
    }
    void exitStatus()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        const ProjectScratch project;
        const Files before = filesAtRest(project.path());
        const Run run = runN3x(project.path(), arguments);
        QVERIFY2(run.status == status, run.notes.constData());
        // Whoever fails says why, and none of these writes anything.
        if (status > 1) QVERIFY(!run.notes.isEmpty());
        QCOMPARE(filesAtRest(project.path()), before);
    }

    // Wrong words are answered in the voice of the program, with the nearest right one.
    void wrongWordsAreNamed()
    {
        const ProjectScratch project;
        for (const auto& [words, answer] :
             {std::pair(QStringList{"exprot"}, "n3x: there is no subcommand exprot; was export meant?\n"),
              std::pair(QStringList{"check", "--fixx"}, "n3x check: there is no option --fixx\n"),
              std::pair(QStringList{"new", "-foo"}, "n3x new: there is no option -foo\n"),
              std::pair(QStringList{}, "n3x: ")}) {
            const Run run = runN3x(project.path(), words);
            QVERIFY2(run.notes.startsWith(answer), run.notes.constData());
        }
    }

    void aFolderThatIsGone()
    {
        const Scratch scratch;
        for (const char* arguments : {"check", "new x", "generate --output y", "export", "-C x check", "fmt"}) {
            const Run run = runProgram("sh",
                                       {"-c", "mkdir gone && cd gone && rmdir ../gone && exec " + program() + " " +
                                                  QString::fromLatin1(arguments)},
                                       scratch.path());
            QVERIFY2(run.status == 3, run.notes.constData());
            QVERIFY(run.notes.contains("N3X7"));
        }
    }

    void theProjectIsFoundFromBelow()
    {
        const ProjectScratch project;
        std::filesystem::create_directories(project.path() / "a/b");
        QCOMPARE(runN3x(project.path() / "a/b", {"check"}).status, 0);
        QCOMPARE(runN3x("/", {"-C", QString::fromStdString(project.path().string()), "check"}).status, 0);
    }

    // As with git: without a project's folder in front, the words are parts of the project one stands in.
    void aPartOfTheDifferenceIsNamedAlone()
    {
        const ProjectScratch project;
        const Run part = runN3x(project.path(), {"diff", "lib/network"});
        QCOMPARE(part.status, 1);
        QVERIFY(part.out.contains("lib/network/profiles/"));
        QVERIFY(!part.out.contains("+++ b/flake.nix"));
        QCOMPARE(runN3x(project.path(), {"diff", "./lib//network/"}).out, part.out);
        QCOMPARE(runN3x(project.path(), {"diff", ".", "./lib/network"}).out, part.out);
        QCOMPARE(runN3x("/", {"-C", QString::fromStdString(project.path().string()), "diff", "lib"}).status, 1);
    }

    // From where one stands, and from the project's folder where that is said; a full stop is all that is there.
    void pathsAreSaidFromWhereOneStands()
    {
        const ProjectScratch project;
        const QString folder = QString::fromStdString(project.path().string());
        const Run all = runN3x(project.path(), {"diff"});
        const Run part = runN3x(project.path(), {"diff", "lib/network"});
        QCOMPARE(runN3x("/", {"-C", folder, "diff", "."}).out, all.out);
        QCOMPARE(runN3x(project.path(), {"-C", ".", "diff", "./"}).out, all.out);
        QCOMPARE(runN3x("/", {"-C", folder, "diff", "lib/network"}).out, part.out);
        QCOMPARE(runN3x("/", {"-C", folder, "diff", folder + "/lib/network"}).out, part.out);
        QCOMPARE(runN3x("/", {"-C", folder, "diff", ".."}).status, 2);

        QCOMPARE(runN3x(project.path(), {"export"}).status, 0);
        put(project.path(), "flake.nix", "{ }\n");
        put(project.path(), "lib/network/mk-network-config.nix", "{ }\n");
        const auto lib = project.path() / "lib";
        const Run below = runN3x(lib, {"diff", "."});
        QVERIFY(below.out.contains("b/lib/network/mk-network-config.nix") && !below.out.contains("b/flake.nix"));
        QCOMPARE(runN3x(lib, {"diff", "network"}).out, below.out);
        QCOMPARE(runN3x(lib, {"-C", "..", "diff", "lib"}).out, below.out);
        QCOMPARE(runN3x(lib, {"diff", "lib"}).status, 2);
        QVERIFY(runN3x(lib, {"diff", "../flake.nix"}).out.contains("b/flake.nix"));
        QCOMPARE(runN3x(lib, {"export", "--force", "network"}).status, 1); // flake.nix is left alone
        QCOMPARE(runN3x(lib, {"diff", "network"}).status, 0);
        QCOMPARE(runN3x("/", {"-C", folder, "export", "--force", "."}).status, 0);
        QCOMPARE(runN3x(project.path(), {"diff"}).status, 0);
    }

    // Each command takes the project's folder behind its name, and does there what it does inside.
    void theProjectIsNamedBehindTheCommand_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::newRow("check") << QStringList{"check", "lab"} << 0;
        QTest::newRow("generate") << QStringList{"generate", "lab", "--output", "out"} << 0;
        QTest::newRow("generate, folder last") << QStringList{"generate", "-o", "out", "lab"} << 0;
        QTest::newRow("export") << QStringList{"export", "lab"} << 0;
        QTest::newRow("diff") << QStringList{"diff", "lab"} << 1;
        QTest::newRow("diff of some") << QStringList{"diff", "lab", "backends/nixos", "lib"} << 1;
        QTest::newRow("diff of none") << QStringList{"diff", "lab", "profiles"} << 2;
        QTest::newRow("plan") << QStringList{"plan", "lab", "--profile", "vlans"} << 0;
        QTest::newRow("fmt") << QStringList{"fmt", "lab", "--check"} << 0;
        QTest::newRow("force, then the folder") << QStringList{"export", "--force", "lib", "lab"} << 0;
        QTest::newRow("force twice") << QStringList{"export", "--force", "lib", "--force", "backends", "lab"} << 0;
        QTest::newRow("two folders") << QStringList{"export", "lab", "lab"} << 2;
    }
    void theProjectIsNamedBehindTheCommand()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        const ProjectScratch project;
        const Run run = runN3x(project.scratch.path(), arguments);
        QVERIFY2(run.status == status, run.notes.constData());
        if (arguments.contains("out")) QVERIFY(std::filesystem::exists(project.scratch.path() / "out/lib"));
        if (arguments.front() == "export" && status == 0)
            QVERIFY(std::filesystem::exists(project.path() / ".n3x/manifest.json"));
    }

    void problemsReadAsACompilers()
    {
        const ProjectScratch project;
        replaceIn(project.path() / "profiles/vlans.yaml", "vlan: 100", "vlan: 4095");
        const Run run = runN3x(project.path(), {"check"});
        QCOMPARE(run.status, 1);
        const QRegularExpression form("^profiles/vlans\\.yaml:\\d+:\\d+: error: .*4095.* \\[N3X3001\\]\n"
                                      " +\\d+ \\| +vlan: 4095\n"
                                      " +\\| +\\^~~~\n"
                                      " +=",
                                      QRegularExpression::MultilineOption);
        QVERIFY2(form.match(QString::fromUtf8(run.out)).hasMatch(), run.out.constData());
        QVERIFY(!run.out.contains('\x1b'));
        QVERIFY(runN3x(project.path(), {"--colour", "always", "check"}).out.contains("\x1b[1;31merror: "));
        QVERIFY(runN3x(project.path(), {"check", "-q"}).notes.isEmpty());
    }

    void jsonIsAsDocumented()
    {
        const ProjectScratch project;
        replaceIn(project.path() / "profiles/vlans.yaml", "vlan: 100", "vlan: 4095");
        const Run run = runN3x(project.path(), {"check", "--format", "json"});
        QCOMPARE(run.status, 1);
        const QJsonObject document = QJsonDocument::fromJson(run.out).object();
        QCOMPARE(document["n3x"].toString(), QString("problems/1"));
        QCOMPARE(document["errors"].toInt(), 1);
        bool found = false;
        for (const auto& entry : document["problems"].toArray()) {
            const QJsonObject problem = entry.toObject();
            for (const char* key : {"code", "severity", "path", "file", "line", "column", "what", "advice", "fixes"})
                QVERIFY2(problem.contains(QLatin1StringView(key)), key);
            found =
                found || (problem["code"] == "N3X3001" && problem["path"] == "profiles/vlans/networks/storage/vlan" &&
                          problem["file"] == "profiles/vlans.yaml" && problem["line"].toInt() > 0);
        }
        QVERIFY(found);
    }

    // The parts of SARIF 2.1.0 that its schema demands and that viewers read.
    void sarifHasItsShape()
    {
        const ProjectScratch project;
        replaceIn(project.path() / "profiles/vlans.yaml", "vlan: 100", "vlan: 4095");
        const QJsonObject document =
            QJsonDocument::fromJson(runN3x(project.path(), {"check", "--format", "sarif"}).out).object();
        QCOMPARE(document["version"].toString(), QString("2.1.0"));
        const QJsonObject run = document["runs"].toArray().at(0).toObject();
        const QJsonObject driver = run["tool"].toObject()["driver"].toObject();
        QCOMPARE(driver["name"].toString(), QString("n3x"));
        const QJsonArray rules = driver["rules"].toArray();
        QVERIFY(!run["results"].toArray().isEmpty());
        for (const auto& entry : run["results"].toArray()) {
            const QJsonObject result = entry.toObject();
            QCOMPARE(rules.at(result["ruleIndex"].toInt()).toObject()["id"], result["ruleId"]);
            QVERIFY(QStringList({"error", "warning", "note"}).contains(result["level"].toString()));
            QVERIFY(!result["message"].toObject()["text"].toString().isEmpty());
            const QJsonObject place = result["locations"].toArray().at(0).toObject()["physicalLocation"].toObject();
            QVERIFY(place["artifactLocation"].toObject()["uri"].toString().endsWith(".yaml"));
            QVERIFY(place["region"].toObject()["startLine"].toInt() >= 1);
            QVERIFY(place["region"].toObject()["startColumn"].toInt() >= 1);
        }
    }

    // Where YAML ends early, nobody knows what else the file says: what is missing then is not worth a word.
    void aBrokenFileHasOneProblem_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("no YAML") << "n3x.yaml" << QByteArray("n3x: project/1\nname: [a\n") << QByteArray("N3X0001");
        QTest::newRow("no UTF-8") << "n3x.yaml" << QByteArray("n3x: \xff\n") << QByteArray("N3X0010");
        QTest::newRow("a list") << "n3x.yaml" << QByteArray("- a\n") << QByteArray("N3X0005");
        QTest::newRow("of the future") << "n3x.yaml" << QByteArray("n3x: project/9\n") << QByteArray("N3X0012");
        QTest::newRow("nothing") << "n3x.yaml" << QByteArray("\n") << QByteArray("N3X0017");
        QTest::newRow("too large") << "profiles/vlans.yaml" << QByteArray(17 << 20, 'a') << QByteArray("N3X0009");
        QTest::newRow("a profile of the future")
            << "profiles/vlans.yaml" << QByteArray("n3x: profile/2\nname: vlans\n") << QByteArray("N3X0012");
        QTest::newRow("half a profile") << "profiles/vlans.yaml"
                                        << QByteArray("n3x: profile/1\nname: vlans\nuplinks: {")
                                        << QByteArray("N3X0001");
    }
    void aBrokenFileHasOneProblem()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, code);
        const ProjectScratch project;
        put(project.path(), file.toStdString(), text.toStdString());
        const QJsonObject document =
            QJsonDocument::fromJson(runN3x(project.path(), {"check", "--format", "json"}).out).object();
        QCOMPARE(document["errors"].toInt(), 1);
        const QJsonArray problems = document["problems"].toArray();
        bool found = false;
        for (const auto& entry : problems) {
            const QJsonObject one = entry.toObject();
            const bool isIt = one["code"].toString().toUtf8() == code;
            found = found || isIt;
            QVERIFY(isIt || one["file"].toString() != file);
        }
        QVERIFY(found);
    }

    void approvedFindingsAreLeftOut()
    {
        const ProjectScratch project;
        QVERIFY(runN3x(project.path(), {"check"}).out.contains("N3X5004"));
        put(project.path(), ".n3x/approvals.yaml",
            "n3x: approvals/1\napprovals:\n- {code: N3X5004, object: profiles/vlans, who: Anna, why: a test}\n");
        QVERIFY(!runN3x(project.path(), {"check"}).out.contains("N3X5004"));
        QCOMPARE(runN3x(project.path(), {"check", "--strict"}).status, 0);
        put(project.path(), ".n3x/approvals.yaml",
            "n3x: approvals/1\napprovals:\n- {code: N3X5004, object: profiles/vlans, who: A, why: b, until: "
            "2001-01-01}\n");
        const Run expired = runN3x(project.path(), {"check"});
        QVERIFY(expired.out.contains("N3X5004") && expired.out.contains("N3X7021"));
    }

    void planSaysEverything()
    {
        const ProjectScratch project;
        const Run run =
            runN3x(project.path(), {"plan", "--profile", "vlans", "--node", "server-1", "--format", "json"});
        QCOMPARE(run.status, 0);
        const QJsonObject document = QJsonDocument::fromJson(run.out).object();
        QCOMPARE(document["n3x"].toString(), QString("plan/1"));
        QCOMPARE(document["nodes"].toArray().size(), 1);
        const QJsonObject node = document["nodes"].toArray().at(0).toObject();
        QCOMPARE(node["name"].toString(), QString("server-1"));
        QStringList links;
        for (const auto& link : node["links"].toArray()) links << link.toObject()["name"].toString();
        QVERIFY2(links.contains("eth1.200") && links.contains("eth1.100"), qPrintable(links.join(' ')));
        QCOMPARE(runN3x(project.path(), {"plan", "--profile", "vlans"}).status, 0);

        // Without a name it is the profile to deploy; where there is none, somebody has to say.
        const Run deployed = runN3x(project.path(), {"plan"});
        QCOMPARE(QJsonDocument::fromJson(deployed.out).object()["profile"].toString(), QString("vlans"));
        replaceIn(project.path() / "n3x.yaml", "deploy: vlans\n", "");
        const Run unsaid = runN3x(project.path(), {"plan"});
        QCOMPARE(unsaid.status, 2);
        QVERIFY2(unsaid.notes.contains("--profile"), unsaid.notes.constData());
    }

    void sourcesAreFormatted()
    {
        const ProjectScratch project;
        const std::string usual = read(project.path() / "profiles/vlans.yaml");
        put(project.path(), "profiles/vlans.yaml", "# why\n" + usual + "\n\n");
        QCOMPARE(runN3x(project.path(), {"fmt", "--check"}).out, QByteArray("profiles/vlans.yaml\n"));
        QCOMPARE(runN3x(project.path(), {"fmt", "--check"}).status, 1);
        const Run refused = runN3x(project.path(), {"fmt"});
        QCOMPARE(refused.status, 1);
        QVERIFY(refused.notes.contains("N3X7008"));
        QCOMPARE(runN3x(project.path(), {"fmt", "--allow-losing-comments"}).status, 0);
        QCOMPARE(read(project.path() / "profiles/vlans.yaml"), usual);
    }

    void schemasAreSchemas()
    {
        for (const char* kind : {"project", "profile", "hardware"}) {
            const Run run = runN3x("/", {"schema", kind});
            QVERIFY(QJsonDocument::fromJson(run.out).isObject());
            const Run valid = runProgram("python3",
                                         {"-c", "import json,sys,jsonschema\n"
                                                "jsonschema.Draft202012Validator.check_schema(json.load(sys.stdin))"},
                                         "/", run.out);
            QVERIFY2(valid.status == 0, valid.notes.constData());
        }
    }

    // Editors complete and underline by the schema: it must take what the program takes, and refuse what it refuses.
    void schemasFitTheFiles()
    {
        const ProjectScratch sample(QStringLiteral("sample"));
        const QString script = "import glob, json, subprocess, sys, yaml, jsonschema\n"
                               "program, source = sys.argv[1:]\n"
                               "wrong = 0\n"
                               "files = {'project': ['n3x.yaml'], 'profile': glob.glob('profiles/*.yaml') +\n"
                               "         glob.glob(source + '/profiles/*.yaml'),\n"
                               "         'hardware': glob.glob(source + '/profiles/hardware/*.yaml')}\n"
                               "for kind, paths in files.items():\n"
                               "    text = subprocess.run([program, 'schema', kind], capture_output=True).stdout\n"
                               "    reader = jsonschema.Draft202012Validator(json.loads(text))\n"
                               "    assert paths, kind\n"
                               "    for path in paths:\n"
                               "        document = yaml.safe_load(open(path))\n"
                               "        for error in reader.iter_errors(document):\n"
                               "            print(path, error.json_path, error.message)\n"
                               "            wrong += 1\n"
                               "        if reader.is_valid({**document, 'unheardOf': 1}):\n"
                               "            print(kind, 'takes a key that is unknown')\n"
                               "            wrong += 1\n"
                               "sys.exit(wrong != 0)\n";
        const Run run =
            runProgram("python3", {"-c", script, program(), qEnvironmentVariable("N3X_SOURCE_DIR")}, sample.path());
        QVERIFY2(run.status == 0, (run.out + run.notes).constData());
    }

    void aFullPipeIsNotSuccess()
    {
        const ProjectScratch project;
        const Run run = runProgram("sh", {"-c", program() + " explain > /dev/full"}, project.path());
        QCOMPARE(run.status, 3);
    }
};

} // namespace

QTEST_GUILESS_MAIN(ProgramTest)
#include "program_test.moc"
