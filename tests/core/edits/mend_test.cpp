// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/mend.h"

#include "core/checks/check.h"
#include "tests/core/edits/scripts.h"
#include "tests/support/property.h"
#include "tests/support/random_project.h"

#include <QtTest/QtTest>

using namespace n3x;
using namespace n3x::test;

namespace {

std::string listed(const std::vector<Text>& names)
{
    std::string text;
    for (const Text& one : names) text += one.english() + "\n";
    return text;
}

} // namespace

// Whatever people did to a project, all that can be mended is mended at once.
class MendTest : public QObject {
    Q_OBJECT
private slots:
    void mendingTwiceIsMendingOnce();
    void goodProjectsStayAsTheyAre();
};

void MendTest::mendingTwiceIsMendingOnce()
{
    const bool good = rc::check("what is mended is not mended again", [](const std::vector<Step>& script) {
        Project project = randomProject(*shapes());
        for (const Step& step : script) project = editOf(step, project).apply(project);
        const Mended once = mend(project);
        const Mended twice = mend(once.project);
        if (!(twice.project == once.project))
            RC_FAIL("first:\n" + listed(once.names) + "again:\n" + listed(twice.names));
        RC_ASSERT(mend(project).project == once.project);
    });
    QVERIFY(good);
}

void MendTest::goodProjectsStayAsTheyAre()
{
    // Warnings among them say what may be meant: overrides, an even number of servers. Nobody mends those unasked.
    const bool good = rc::check("no error, no edit", [] {
        const Project project = *validProjects();
        const Mended mended = mend(project);
        if (!(mended.project == project)) RC_FAIL(listed(mended.names));
    });
    QVERIFY(good);
}

int main(int argumentCount, char** arguments)
{
    if (!qEnvironmentVariableIsSet("RC_PARAMS")) qputenv("RC_PARAMS", "max_success=300 max_size=20");
    MendTest test;
    return QTest::qExec(&test, argumentCount, arguments);
}
#include "mend_test.moc"
