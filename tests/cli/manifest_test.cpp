// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/manifest.h"
#include "tests/cli/program_run.h"

#include <format>

using namespace n3x;
using namespace n3x::test;

namespace {

const std::string moduleFile = "backends/nixos/nodes/vlans/server-1.nix";

// The list of exported files, as its reader and its writer.
class ManifestTest final : public QObject {
    Q_OBJECT

private slots:
    // With another list in its place nothing that stands here would be the export's, and nobody could tell any more.
    void aListOfFilesThatCannotBeReadIsKept()
    {
        const ProjectScratch project(QStringLiteral("sample"));
        QCOMPARE(runN3x(project.path(), {"export"}).status, 0);
        const std::string good = read(project.path() / manifestPath);
        put(project.path(), std::string(manifestPath), "<<<<<<< HEAD\n" + good);
        put(project.path(), moduleFile, "by hand\n");
        const Files before = filesAtRest(project.path());
        for (const QStringList& arguments : {QStringList{"export"},
                                             {"export", "--dry-run"},
                                             {"export", "--dry-run", "--format", "json"},
                                             {"export", "--format", "json"},
                                             {"export", "--force", "."},
                                             {"export", "--force", QString::fromStdString(moduleFile)},
                                             {"diff"},
                                             {"diff", ".n3x/manifest.json"}}) {
            const Run run = runN3x(project.path(), arguments);
            QVERIFY2(run.status == 1, qPrintable(arguments.join(' ')));
            QVERIFY2((run.notes + run.out).contains("N3X7013"), run.notes.constData());
            QVERIFY(!run.out.contains("HEAD"));
            QCOMPARE(filesAtRest(project.path()), before);
        }
        QVERIFY(runN3x(project.path(), {"export"}).notes.contains("n3x: export --force .n3x/manifest.json "));

        const QStringList forcing = {"export", "--force", ".n3x/manifest.json", "--force", "backends"};
        const Run planned = runN3x(project.path(), forcing + QStringList{"--dry-run"});
        QVERIFY2(planned.status == 0 && planned.out.contains("M .n3x/manifest.json\n"), planned.notes.constData());
        QCOMPARE(filesAtRest(project.path()), before);
        const Run forced = runN3x(project.path(), forcing);
        QVERIFY2(forced.status == 0 && forced.out == planned.out, forced.notes.constData());
        QCOMPARE(read(project.path() / manifestPath), good);
        QCOMPARE(runN3x(project.path(), {"diff"}).status, 0);
    }

    // So that the exported flake can tell that somebody changed a source and did not export.
    void theManifestKnowsTheSources()
    {
        const ProjectScratch project(QStringLiteral("sample"));
        const auto says = [&](std::string_view path) {
            const std::string sum = hexText(sha256(read(project.path() / path)));
            return read(project.path() / ".n3x/manifest.json").contains(std::format("\"{}\": \"{}\"", path, sum));
        };
        QCOMPARE(runN3x(project.path(), {"export"}).status, 0);
        QVERIFY(says("n3x.yaml") && says("profiles/vlans.yaml"));
        replaceIn(project.path() / "profiles/vlans.yaml", "vlan: 100", "vlan: 150");
        QVERIFY(!says("profiles/vlans.yaml"));
        QCOMPARE(runN3x(project.path(), {"export"}).status, 0);
        QVERIFY(says("profiles/vlans.yaml"));
        // Also where no output follows from what changed, and it is told before.
        replaceIn(project.path() / "profiles/vlans.yaml", "vlan: 150", "vlan: 150 # of the switch");
        const Run differs = runN3x(project.path(), {"diff"});
        QVERIFY2(differs.status == 1 && differs.out.startsWith("--- a/.n3x/manifest.json\n") &&
                     differs.out.count("\n+") == 2, // with the head
                 differs.out.constData());
        QCOMPARE(runN3x(project.path(), {"export", "--dry-run"}).out, QByteArray("M .n3x/manifest.json\n"));
        QCOMPARE(runN3x(project.path(), {"export"}).out, QByteArray("M .n3x/manifest.json\n"));
        QVERIFY(says("profiles/vlans.yaml"));
        QCOMPARE(runN3x(project.path(), {"diff"}).status, 0);
    }
};

} // namespace

QTEST_GUILESS_MAIN(ManifestTest)
#include "manifest_test.moc"
