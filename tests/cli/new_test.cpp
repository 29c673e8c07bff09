// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/cli/program_run.h"

using namespace n3x;
using namespace n3x::test;

// A project that did not exist before.
class NewTest final : public QObject {
    Q_OBJECT

private slots:
    // Also as the shell completes it, and where one stands.
    void itIsCalledAsItsFolder()
    {
        const Scratch scratch;
        std::filesystem::create_directory(scratch.path() / "here");
        const auto said = [&](const std::filesystem::path& folder, const char* name) {
            return runN3x(folder, {"new", QString::fromLatin1(name)}).notes;
        };
        QVERIFY(said(scratch.path(), "barn/").contains("Made the project barn in "));
        QVERIFY(said(scratch.path() / "here", ".").contains("Made the project here in "));
        QVERIFY(said(scratch.path(), "No Label").contains("--name gives it another"));
    }

    void aNewProjectReplacesNobodysProfile()
    {
        const ProjectScratch project(QStringLiteral("sample"));
        put(project.scratch.path() / "theirs", "profiles/simple.yaml", "mine\n");
        const Run run = runN3x(project.path(), {"new", "../theirs"});
        QCOMPARE(run.status, 3);
        QVERIFY2(run.notes.contains("error: profiles/simple.yaml is there already. [N3X7011]"), run.notes.constData());
        QVERIFY(run.notes.contains("Choose another folder"));
        QCOMPARE(allFiles(project.scratch.path() / "theirs"), (Files{{"profiles/simple.yaml", "mine\n"}}));
    }
};

QTEST_GUILESS_MAIN(NewTest)
#include "new_test.moc"
