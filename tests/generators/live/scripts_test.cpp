// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/live/live_engine.h"

#include "tests/core/edits/scripts.h"
#include "tests/generators/live/output_texts.h"
#include "tests/support/property.h"
#include "tests/support/random_project.h"

#include <QtTest/QtTest>

#include <algorithm>

using namespace n3x;
using namespace n3x::test;

namespace {

std::string listed(const std::vector<std::string>& paths)
{
    std::string text;
    for (const std::string& path : paths) text += path + "\n";
    return text;
}

// Follows one project after another, and compares each time with a run from nothing.
class Comparing {
public:
    void follow(const Project& project, const std::string& step)
    {
        Generation live = engine_.update(project);
        const Generation fresh = generate(project);
        Texts now = textsOf(live.outputs);
        if (Texts other = textsOf(fresh.outputs); now != other)
            RC_FAIL("after " + step + " the outputs differ:\n" + listed(difference(now, other)));
        std::vector<std::string> changed(live.changed.begin(), live.changed.end());
        std::ranges::sort(changed);
        if (changed != difference(texts_, now))
            RC_FAIL("after " + step + " changed are said to be:\n" + listed(changed) + "and are:\n" +
                    listed(difference(texts_, now)));
        RC_ASSERT(live.problems() == fresh.problems());
        RC_ASSERT(live.projectHasErrors == fresh.projectHasErrors);
        RC_ASSERT(live.plans.size() == fresh.plans.size());
        for (const auto& [name, plan] : fresh.plans)
            if (!(*live.plans.at(name) == *plan)) RC_FAIL("after " + step + " the plans of " + name + " differ");
        texts_ = std::move(now);
        isWhole_ = !live.isHeld() && live.plans.size() == project.profiles.size();
    }

    [[nodiscard]] bool isWhole() const { return isWhole_; } // all profiles have outputs

private:
    LiveEngine engine_;
    Texts texts_;
    bool isWhole_ = false;
};

} // namespace

// The edits that people do, one after another, and undone: what the engine does not do again must not have changed.
class ScriptsTest : public QObject {
    Q_OBJECT
private slots:
    void liveEqualsFresh();
};

void ScriptsTest::liveEqualsFresh()
{
    const bool good =
        rc::check("after any edit the engine gives what a new one gives", [](const std::vector<Step>& script) {
            std::vector<Project> values{randomProject(*shapes())};
            Comparing comparing;
            comparing.follow(values.back(), "the start");
            for (const Step& step : script) {
                const Edit edit = editOf(step, values.back());
                values.push_back(edit.apply(values.back()));
                comparing.follow(values.back(), edit.name.english());
                // What has errors has no outputs to compare, so most of it is undone; now and then some good steps too.
                const std::size_t most = step.third % 7 == 0 ? 3 : comparing.isWhole() || step.third % 7 == 1 ? 0 : 1;
                for (std::size_t undone = 0; undone < most && values.size() > 1; ++undone) {
                    values.pop_back();
                    comparing.follow(values.back(), "undoing " + edit.name.english());
                }
            }
        });
    QVERIFY(good);
}

int main(int argumentCount, char** arguments)
{
    if (!qEnvironmentVariableIsSet("RC_PARAMS")) qputenv("RC_PARAMS", "max_success=1000 max_size=30");
    ScriptsTest test;
    return QTest::qExec(&test, argumentCount, arguments);
}
#include "scripts_test.moc"
