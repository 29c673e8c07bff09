// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/workspace.h"
#include "tests/cli/program_run.h"

using namespace n3x;
using namespace n3x::test;

namespace {

Run runStudio(const std::filesystem::path& folder, const QStringList& arguments)
{
    return runProgram(program() + QStringLiteral("-studio"), arguments, folder);
}

// The program as a shell or a file manager starts it.
class StudioTest final : public QObject {
    Q_OBJECT

private slots:
    void whatIsThereIsShown_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("folder") << QStringList{"lab"};
        QTest::newRow("its file") << QStringList{"lab/n3x.yaml"};
        QTest::newRow("profile") << QStringList{"lab", "--profile", "simple"};
        QTest::newRow("object") << QStringList{"lab", "--select", "profiles/vlans/nodes/server-1"};
        QTest::newRow("value") << QStringList{"lab", "--select", "profiles/vlans/networks/storage/vlan"};
        QTest::newRow("profile as object") << QStringList{"lab", "--select", "profiles/vlans"};
        QTest::newRow("file") << QStringList{"lab", "--preview", "flake.nix"};
    }
    void whatIsThereIsShown()
    {
        QFETCH(QStringList, arguments);
        const ProjectScratch project(QStringLiteral("sample"));
        const Run run = runStudio(project.scratch.path(), QStringList{"--self-test"} + arguments);
        QVERIFY2(run.status == 0, run.notes.constData());
        QVERIFY2(run.out.contains(" 4 profiles"), run.out.constData());
    }

    // A picture only reads: a window that has the project open does not stand in its way.
    void whatIsOpenElsewhereIsPainted()
    {
        const ProjectScratch project;
        const auto held = Workspace::open(project.path(), Access::Write);
        QVERIFY(held.has_value());
        const Run run = runStudio(project.scratch.path(), {"lab", "--picture", "seen.png"});
        QVERIFY2(run.status == 0, run.notes.constData());
        QVERIFY(std::filesystem::file_size(project.scratch.path() / "seen.png") > 10'000);
    }

    void helpNeedsNoDisplay()
    {
        const Scratch scratch;
        const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
        qputenv("QT_QPA_PLATFORM", "nowhere"); // a window would end the program
        const Run help = runStudio(scratch.path(), {"--help"});
        const Run version = runStudio(scratch.path(), {"--version"});
        qputenv("QT_QPA_PLATFORM", platform);
        QVERIFY2(help.status == 0 && help.out.contains("--sample"), help.notes.constData());
        QVERIFY2(version.status == 0 && version.out.startsWith("n3x-studio "), version.notes.constData());
    }

    void whatIsNotThereIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("profile") << QStringList{"lab", "--profile", "nope"} << 2 << QByteArray("no profile nope");
        QTest::newRow("object") << QStringList{"lab", "--select", "nope"} << 2 << QByteArray("no object nope");
        QTest::newRow("node") << QStringList{"lab", "--select", "profiles/vlans/nodes/nope"} << 2
                              << QByteArray("no object profiles/vlans/nodes/nope");
        QTest::newRow("value") << QStringList{"lab", "--select", "profiles/vlans/nope"} << 2
                               << QByteArray("no object profiles/vlans/nope");
        QTest::newRow("file") << QStringList{"lab", "--preview", "flake.nxi"} << 2 << QByteArray("No file flake.nxi");
        QTest::newRow("no project") << QStringList{"--profile", "vlans"} << 2 << QByteArray("name its folder");
        QTest::newRow("folder") << QStringList{"gone"} << 3 << QByteArray("There is no n3x.yaml in ");
        QTest::newRow("option") << QStringList{"lab", "--foo"} << 2 << QByteArray("Unknown option 'foo'.");
        QTest::newRow("scale") << QStringList{"lab", "--scale", "nan"} << 2 << QByteArray("--scale");
    }
    void whatIsNotThereIsSaid()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QByteArray, said);
        const ProjectScratch project;
        const Run run = runStudio(project.scratch.path(), QStringList{"--self-test"} + arguments);
        QVERIFY2(run.status == status, run.notes.constData());
        QVERIFY2(run.notes.startsWith("n3x-studio: ") && run.notes.contains(said), run.notes.constData());
        if (status == 3 || arguments.contains("--scale")) return;
        // The same without a picture: the window that somebody would work in.
        const Run window = runStudio(project.scratch.path(), arguments);
        QVERIFY2(window.status == status && window.notes.contains(said), window.notes.constData());
    }
};

} // namespace

QTEST_GUILESS_MAIN(StudioTest)
#include "studio_test.moc"
