// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/check.h"

#include "core/checks/output_names.h"
#include "core/checks/profile_checker.h"
#include "core/checks/project_checks.h"

#include <algorithm>
#include <set>

namespace n3x {

using checks::Finder;
using checks::ProfileChecker;

struct CheckCache::State {
    Project project;
    bool isNew = true;
    bool unchanged = false;
    checks::ProblemList list;
    Problems values;   // of the project itself
    Problems profiles; // of the list of profiles
    Problems hardware;
    Problems outputNames;
    std::set<std::string> wrongOutputs; // profiles
    std::vector<std::string> wrongTargets;
    std::set<std::string> doubleProfiles;
    std::shared_ptr<const checks::SharedContext> context;
    std::vector<std::unique_ptr<ProfileChecker>> checkers; // in the order of the profiles

    void update(const Project& next);
    void updateValues(const Project& next);
    void updateHardware(const Project& next);
    void updateContext(const Project& next);
    void updateProfiles(const Project& next);
    void matchCheckers(const Project& next);
};

void CheckCache::State::update(const Project& next)
{
    updateValues(next);
    updateHardware(next);
    updateContext(next);
    updateProfiles(next);
    project = next;
    isNew = false;
    unchanged = !list.settle();
}

void CheckCache::State::updateValues(const Project& next)
{
    if (!isNew && project.name == next.name && project.k3s == next.k3s && project.domain == next.domain &&
        project.nameservers == next.nameservers && project.caches == next.caches && project.builders == next.builders &&
        project.admins == next.admins && project.tuning == next.tuning)
        return;
    Problems found;
    Finder finder(found);
    checks::checkProjectValues(next, finder);
    list.replace(values, std::move(found));
}

void CheckCache::State::updateHardware(const Project& next)
{
    if (!isNew && project.hardware == next.hardware) return;
    Problems found;
    Finder finder(found);
    wrongTargets = checks::checkHardware(next.hardware, finder);
    list.replace(hardware, std::move(found));
}

void CheckCache::State::updateContext(const Project& next)
{
    const std::size_t keys = std::min<std::size_t>(next.admins.ssh.size(), 1);
    if (context && context->project.k3s == next.k3s && context->project.hardware == next.hardware &&
        context->project.deploy == next.deploy && context->project.admins.ssh.size() == keys &&
        context->project.caches.registries == next.caches.registries &&
        context->project.nameservers == next.nameservers)
        return;
    checks::SharedContext made;
    made.project.deploy = next.deploy;
    made.project.admins.ssh.assign(next.admins.ssh.begin(),
                                   next.admins.ssh.begin() + static_cast<std::ptrdiff_t>(keys));
    made.project.caches.registries = next.caches.registries;
    made.project.nameservers = next.nameservers;
    made.project.k3s = next.k3s;
    made.project.hardware = next.hardware;
    context = std::make_shared<const checks::SharedContext>(std::move(made));
}

// A profile keeps its checker when others come, go or move.
void CheckCache::State::matchCheckers(const Project& next)
{
    auto old = std::move(checkers);
    checkers.clear();
    const auto take = [&](std::size_t from) {
        checkers.push_back(std::move(old[from]));
        old.erase(old.begin() + static_cast<std::ptrdiff_t>(from));
    };
    for (std::size_t index = 0; index < next.profiles.size(); ++index) {
        const auto named =
            std::ranges::find_if(old, [&](const auto& one) { return next.profiles[index]->name.reads(one->name()); });
        if (named != old.end())
            take(static_cast<std::size_t>(named - old.begin()));
        else
            checkers.push_back(std::make_unique<ProfileChecker>(list));
    }
    for (const auto& gone : old) gone->clear();
}

void CheckCache::State::updateProfiles(const Project& next)
{
    const bool sameNames = !isNew && checkers.size() == next.profiles.size() &&
                           std::ranges::equal(checkers, next.profiles, [](const auto& checker, const auto& profile) {
                               return profile->name.reads(checker->name());
                           });
    if (!sameNames) matchCheckers(next);
    const bool namesChanged = !sameNames || project.deploy != next.deploy;
    if (namesChanged) {
        Problems found;
        Finder finder(found);
        checks::checkProfileList(next, finder);
        list.replace(profiles, std::move(found));
        doubleProfiles.clear();
        std::set<std::string> seen;
        for (const auto& profile : next.profiles)
            if (!seen.insert(profile->name.text()).second) doubleProfiles.insert(profile->name.text());
    }
    for (std::size_t index = 0; index < checkers.size(); ++index)
        checkers[index]->update(context, next.profiles[index]);
    if (namesChanged) checks::watchOutputNames(checkers, next.deploy);
    Problems found;
    Finder finder(found);
    wrongOutputs = checks::checkOutputNames(checkers, next.deploy, next, finder);
    list.replace(outputNames, std::move(found));
}

CheckCache::CheckCache() : state_(std::make_unique<State>()) {}
CheckCache::~CheckCache() = default;
CheckCache::CheckCache(CheckCache&&) noexcept = default;
CheckCache& CheckCache::operator=(CheckCache&&) noexcept = default;

const Problems& CheckCache::update(const Project& project)
{
    state_->update(project);
    return state_->list.sorted();
}

const Problems& CheckCache::problems() const { return state_->list.sorted(); }

bool CheckCache::unchanged() const { return state_->unchanged; }

bool CheckCache::projectHasErrors() const { return hasErrors(state_->values); }

bool CheckCache::profileHasErrors(std::string_view profile) const
{
    const State& state = *state_;
    if (projectHasErrors() || state.doubleProfiles.contains(std::string(profile)) ||
        state.wrongOutputs.contains(std::string(profile)))
        return true;
    const auto checker =
        std::ranges::find(state.checkers, profile, [](const auto& one) -> std::string_view { return one->name(); });
    if (checker == state.checkers.end() || (*checker)->hasErrors()) return true;
    return std::ranges::any_of(state.wrongTargets,
                               [&](const std::string& target) { return (*checker)->usesTarget(target); });
}

Problems check(const Project& project)
{
    CheckCache cache;
    return cache.update(project);
}

std::vector<const Problem*> problemsWithin(const Problems& problems, const ObjectPath& object)
{
    std::vector<const Problem*> within;
    const auto first = std::ranges::lower_bound(problems, object, {}, &Problem::path);
    for (auto problem = first; problem != problems.end() && problem->path.text().starts_with(object.text()); ++problem)
        if (problem->path.isWithin(object)) within.push_back(&*problem);
    return within;
}

} // namespace n3x
