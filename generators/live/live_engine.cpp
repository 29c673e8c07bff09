// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/live/live_engine.h"

#include "core/checks/check.h"
#include "generators/live/path_changes.h"
#include "generators/live/profile_engine.h"

#include <functional>

namespace n3x {
namespace {

// A profile that has outputs, or had some before it got an error: what was written then is not written again when the
// error goes.
struct Followed {
    explicit Followed(const Generators& table) : engine(table) {}

    ProfileEngine engine;
    Project seen; // what of the project the engine last saw; its profiles are left out
    bool isNew = true;
    bool hasOutputs = false;
    bool isCurrent = false; // has outputs in the update that is being made
};

ProjectChange changeSince(const Project& before, const Project& after)
{
    return {.shared = !(before.name == after.name && before.k3s == after.k3s && before.domain == after.domain &&
                        before.nameservers == after.nameservers && before.deploy == after.deploy),
            .hardware = before.hardware != after.hardware};
}

Project withoutProfiles(const Project& project)
{
    Project rest = project;
    rest.profiles = {};
    return rest;
}

} // namespace

struct LiveEngine::State {
    explicit State(const Generators& generatorTable) : table(&generatorTable) {}

    void followProfiles(const Project& project, const Withheld& withheld, const WatchedFile& watched,
                        PathChanges& changes);
    void forgetOthers(const Project& project, PathChanges& changes);
    void followProject(const Project& project, PathChanges& changes);
    [[nodiscard]] Generation generation(PathChanges changes);

    const Generators* table;
    CheckCache checks;
    std::shared_ptr<const Problems> problems;
    std::map<std::string, Followed, std::less<>> followed; // by profile
    std::vector<std::string> profiles;                     // those with outputs, in order
    std::optional<ProjectPlan> projectPlan;
    KeyLookup keyLookup;
    std::shared_ptr<const OutputBlock> projectBlock;
    std::shared_ptr<const OutputTree::Order> order;
};

void LiveEngine::State::followProfiles(const Project& project, const Withheld& withheld, const WatchedFile& watched,
                                       PathChanges& changes)
{
    std::vector<std::string> names;
    for (auto& [name, one] : followed) one.isCurrent = false;
    for (const immer::box<Profile>& profile : project.profiles) {
        std::string name = profile->name.text();
        if (withheld.holds(name) || checks.profileHasErrors(name)) continue;
        Followed& one = followed.try_emplace(name, *table).first->second;
        if (one.isCurrent) continue; // two of one name are an error elsewhere
        one.isCurrent = true;
        const ProjectChange change = one.isNew ? ProjectChange() : changeSince(one.seen, project);
        if (one.hasOutputs) {
            one.engine.update(project, profile, change, name == watched.profile ? &watched : nullptr, changes);
        } else {
            PathChanges ignored;
            ignored.paths = PathChanges::Paths::Ignored;
            one.engine.update(project, profile, change, nullptr, ignored);
            one.engine.addAllPaths(changes);
        }
        if (change.shared || change.hardware) one.seen = withoutProfiles(project);
        one.isNew = false;
        one.hasOutputs = true;
        names.push_back(std::move(name));
    }
    if (names != profiles) changes.moved = true;
    profiles = std::move(names);
}

void LiveEngine::State::forgetOthers(const Project& project, PathChanges& changes)
{
    for (auto at = followed.begin(); at != followed.end();) {
        Followed& one = at->second;
        if (one.hasOutputs && !one.isCurrent) {
            one.engine.addAllPaths(changes);
            one.hasOutputs = false;
        }
        at = one.isCurrent || indexOf(project.profiles, at->first) ? std::next(at) : followed.erase(at);
    }
}

void LiveEngine::State::followProject(const Project& project, PathChanges& changes)
{
    if (checks.projectHasErrors()) { // what was refused reaches no generator
        if (projectBlock) changes.addAllOf(*projectBlock);
        changes.moved = changes.moved || projectBlock;
        projectPlan.reset();
        projectBlock.reset();
        return;
    }
    ProjectPlan plan = planProject(project, profiles, &keyLookup);
    if (projectPlan == plan) return;
    OutputWriter out;
    for (const ProjectGenerator& generator : table->project) generator.write(plan, out);
    auto block = std::make_shared<const OutputBlock>(out.block());
    if (projectBlock)
        changes.compare(*projectBlock, *block);
    else
        changes.addAllOf(*block);
    changes.moved = changes.moved || !projectBlock;
    projectPlan = std::move(plan);
    projectBlock = std::move(block);
}

Generation LiveEngine::State::generation(PathChanges changes)
{
    Generation result;
    result.problemList = problems;
    std::vector<std::shared_ptr<const ProfileOutputs>> outputs;
    outputs.reserve(profiles.size());
    for (const std::string& name : profiles) {
        const ProfileEngine& engine = followed.find(name)->second.engine;
        outputs.push_back(engine.outputs());
        result.plans.emplace(name, engine.plan());
    }
    result.outputs = OutputTree(projectBlock, std::move(outputs), changes.moved ? nullptr : order);
    order = result.outputs.order();
    result.changed = std::move(changes.changed);
    return result;
}

LiveEngine::LiveEngine(const Generators& table) : state_(std::make_unique<State>(table)) {}
LiveEngine::~LiveEngine() = default;
LiveEngine::LiveEngine(LiveEngine&&) noexcept = default;
LiveEngine& LiveEngine::operator=(LiveEngine&&) noexcept = default;

Generation LiveEngine::update(const Project& project, const Withheld& withheld, const WatchedFile& watched)
{
    const Problems& problems = state_->checks.update(project);
    if (!state_->problems || !state_->checks.unchanged()) state_->problems = std::make_shared<const Problems>(problems);
    PathChanges changes;
    state_->followProfiles(project, withheld, watched, changes);
    state_->forgetOthers(project, changes);
    state_->followProject(project, changes);
    Generation result = state_->generation(std::move(changes));
    result.withheld = withheld;
    result.projectHasErrors = state_->checks.projectHasErrors();
    return result;
}

Generation generate(const Project& project, const Withheld& withheld) { return LiveEngine().update(project, withheld); }

} // namespace n3x
