// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/core/edits/scripts.h"

#include "core/checks/check.h"
#include "core/edits/history.h"
#include "tests/support/property.h"
#include "tests/support/random_project.h"

#include <QtTest/QtTest>

#include <algorithm>
#include <iostream>

using namespace n3x;
using namespace n3x::test;

namespace {

// References that lead nowhere; a target may be removed from under its nodes, which the checks then say.
std::ptrdiff_t dangling(const Problems& problems)
{
    return std::ranges::count_if(problems, [](const Problem& one) {
        return one.code == "N3X1101" || one.code == "N3X1102" || one.code == "N3X1103" || one.code == "N3X1105";
    });
}

std::string listed(const Problems& problems)
{
    std::string text;
    for (const Problem& one : problems)
        text += std::string(one.code) + " " + one.path.text() + ": " + one.what.english() + "\n";
    return text;
}

} // namespace

// Random scripts on random projects, each step looked at.
class ScriptsTest : public QObject {
    Q_OBJECT
private slots:
    void editsKeepProjectsWhole();
};

void ScriptsTest::editsKeepProjectsWhole()
{
    const bool good = rc::check("undo is exact, checks follow, references hold", [](const std::vector<Step>& script) {
        const Shape shape = *shapes();
        const Project start = randomProject(shape);
        History history(start);
        CheckCache cache;
        cache.update(start);
        std::vector<Project> values{start};
        for (const Step& step : script) {
            const Problems before = cache.problems();
            const Edit edit = editOf(step, history.current());
            history.apply(edit);
            const Problems& followed = cache.update(history.current());
            const Problems fresh = check(history.current());
            if (!(followed == fresh))
                RC_FAIL("after " + edit.name.english() + "\nfollowed:\n" + listed(followed) + "fresh:\n" +
                        listed(fresh));
            for (const auto& profile : history.current().profiles) {
                CheckCache other;
                other.update(history.current());
                RC_ASSERT(cache.profileHasErrors(profile->name.text()) == other.profileHasErrors(profile->name.text()));
            }
            const bool copies = step.kind == 1 || step.kind == 8 || step.kind == 18; // what was wrong is wrong twice
            if (step.kind < structuralKinds && !copies && dangling(fresh) > dangling(before))
                RC_FAIL(edit.name.english() + " left a reference behind:\n" + listed(fresh));
            RC_ASSERT(!edit.name.empty());
            if (history.position() == values.size()) values.push_back(history.current());
        }
        for (std::size_t at = values.size(); at-- > 0;) {
            RC_ASSERT(history.current() == values[at]);
            const Problems& followed = cache.update(history.current());
            RC_ASSERT(followed == check(values[at]));
            history.undo();
        }
        RC_ASSERT(history.current() == start);
        while (history.canRedo()) history.redo();
        RC_ASSERT(history.current() == values.back());
    });
    QVERIFY(good);
}

int main(int argumentCount, char** arguments)
{
    if (!qEnvironmentVariableIsSet("RC_PARAMS")) qputenv("RC_PARAMS", "max_success=1000 max_size=40");
    ScriptsTest test;
    return QTest::qExec(&test, argumentCount, arguments);
}
#include "scripts_test.moc"
