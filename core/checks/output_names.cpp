// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/output_names.h"

#include "core/edits/free.h"
#include "core/edits/nodes.h"

#include <algorithm>

namespace n3x::checks {
namespace {

// "a" and "a-b": a node b-x of the first has the outputs of a node x of the second. Gives "b-".
std::optional<std::string> beginningFor(const std::string& profile, const std::string& other)
{
    if (other.size() <= profile.size() + 1 || !other.starts_with(profile) || other[profile.size()] != '-') return {};
    return other.substr(profile.size() + 1) + "-";
}

void add(const ProfileChecker& profile, const std::string& node, const ProfileChecker& other, const std::string& output,
         const Project& project, Finder& finder)
{
    const Profile* said = find(project.profiles, profile.name());
    std::vector<Edit> fixes;
    if (said != nullptr) fixes.push_back(edits::renameNode(profile.name(), node, edits::freeName(said->nodes, node)));
    finder.add(codes::nameTwice, ObjectPath::of({"profiles", profile.name(), "nodes", node, "name"}),
               {N3X_TEXT("The outputs of %1 in %2 would be called %3, as are those of a node of %4."),
                {node, profile.name(), output, other.name()}},
               N3X_TEXT("Rename one of them: outputs are named after profile and node, and of the deployed profile "
                        "after the node alone."),
               std::move(fixes));
}

} // namespace

void watchOutputNames(Checkers checkers, const std::optional<std::string>& deploy)
{
    for (const auto& checker : checkers) {
        std::vector<std::string> beginnings;
        for (const auto& other : checkers) {
            if (auto beginning = beginningFor(checker->name(), other->name()))
                beginnings.push_back(*std::move(beginning));
            if (checker->name() == deploy) beginnings.push_back(other->name() + "-");
        }
        checker->watchNames(std::move(beginnings));
    }
}

std::set<std::string> checkOutputNames(Checkers checkers, const std::optional<std::string>& deploy,
                                       const Project& project, Finder& finder)
{
    std::set<std::string> wrong;
    for (const auto& checker : checkers)
        for (const std::string& node : checker->watchedNames())
            for (const auto& other : checkers) {
                const auto clashes = [&](const std::optional<std::string>& beginning) {
                    return beginning && node.starts_with(*beginning) &&
                           other->hasNode(std::string_view(node).substr(beginning->size()));
                };
                const bool bothFull = other != checker && clashes(beginningFor(checker->name(), other->name()));
                const bool plain = checker->name() == deploy && clashes(other->name() + "-");
                if (bothFull) add(*checker, node, *other, checker->name() + "-" + node, project, finder);
                if (plain) add(*checker, node, *other, node, project, finder);
                if (bothFull || plain) wrong.insert(checker->name());
            }
    return wrong;
}

} // namespace n3x::checks
