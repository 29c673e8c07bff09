// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/profiles.h"

#include "core/edits/change.h"
#include "core/edits/free.h"

namespace n3x::edits {

Edit addProfile(std::string_view name)
{
    return {{N3X_TEXT("Add profile %1"), {std::string(name)}}, [name = std::string(name)](const Project& project) {
                Project next = project;
                Profile profile;
                profile.name = Entered<DnsLabel>::from(freeName(project.profiles, name));
                next.profiles = project.profiles.push_back(std::move(profile));
                return next;
            }};
}

Edit duplicateProfile(std::string_view profile)
{
    return {{N3X_TEXT("Duplicate profile %1"), {std::string(profile)}},
            [profile = std::string(profile)](const Project& project) {
                const auto index = indexOf(project.profiles, profile);
                if (!index) return project;
                Project next = project;
                Profile copy = project.profiles[*index].get();
                copy.name = Entered<DnsLabel>::from(freeName(project.profiles, profile));
                next.profiles = project.profiles.insert(*index + 1, immer::box<Profile>(std::move(copy)));
                return next;
            }};
}

Edit renameProfile(std::string_view profile, std::string_view newName)
{
    return {{N3X_TEXT("Rename profile %1 to %2"), {std::string(profile), std::string(newName)}},
            [profile = std::string(profile), newName = std::string(newName)](const Project& project) {
                if (!indexOf(project.profiles, profile) || indexOf(project.profiles, newName)) return project;
                Project next =
                    withProfile(project, profile, [&](Profile& p) { p.name = Entered<DnsLabel>::from(newName); });
                if (next.deploy == profile) next.deploy = newName;
                return next;
            }};
}

Edit removeProfile(std::string_view profile)
{
    return {{N3X_TEXT("Remove profile %1"), {std::string(profile)}},
            [profile = std::string(profile)](const Project& project) {
                Project next = project;
                next.profiles = without(project.profiles, profile);
                if (next.deploy == profile && !indexOf(next.profiles, profile)) next.deploy.reset();
                return next;
            }};
}

Edit moveProfile(std::string_view profile, std::size_t index)
{
    return {{N3X_TEXT("Move profile %1"), {std::string(profile)}},
            [profile = std::string(profile), index](const Project& project) {
                Project next = project;
                next.profiles = moved(project.profiles, profile, index);
                return next;
            }};
}

Edit setDeploy(std::string_view profile)
{
    if (profile.empty())
        return {N3X_TEXT("Deploy no profile"), [](const Project& project) {
                    Project next = project;
                    next.deploy.reset();
                    return next;
                }};
    return {{N3X_TEXT("Deploy profile %1"), {std::string(profile)}},
            [profile = std::string(profile)](const Project& project) {
                if (!indexOf(project.profiles, profile)) return project;
                Project next = project;
                next.deploy = profile;
                return next;
            }};
}

} // namespace n3x::edits
