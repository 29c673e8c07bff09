// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/hardware.h"

#include "core/edits/change.h"
#include "core/edits/free.h"

namespace n3x::edits {
namespace {

// A name that neither an own target nor a built-in one has.
std::string freeTargetName(const Project& project, std::string_view stem)
{
    Sequence<HardwareTarget> all = builtInHardware() + project.hardware;
    return freeName(all, stem);
}

Project withCopy(const Project& project, const HardwareTarget* original, std::string_view stem)
{
    HardwareTarget copy = original != nullptr ? *original : HardwareTarget();
    copy.name = Entered<Word>::from(freeTargetName(project, stem));
    Project next = project;
    next.hardware = project.hardware.push_back(std::move(copy));
    return next;
}

} // namespace

Edit addTarget(std::string_view name)
{
    return {{N3X_TEXT("Add hardware target %1"), {std::string(name)}},
            [name = std::string(name)](const Project& project) {
                return withCopy(project, find(builtInHardware(), "qemu-amd64"), name);
            }};
}

Edit duplicateTarget(std::string_view target)
{
    return {{N3X_TEXT("Duplicate hardware target %1"), {std::string(target)}},
            [target = std::string(target)](const Project& project) {
                const HardwareTarget* original = findTarget(project, target);
                return original == nullptr ? project : withCopy(project, original, target);
            }};
}

Edit renameTarget(std::string_view target, std::string_view newName)
{
    return {{N3X_TEXT("Rename hardware target %1 to %2"), {std::string(target), std::string(newName)}},
            [target = std::string(target), newName = std::string(newName)](const Project& project) {
                if (!indexOf(project.hardware, target) || findTarget(project, newName) != nullptr) return project;
                Project next = project;
                next.hardware = changed(project.hardware, target,
                                        [&](HardwareTarget& t) { t.name = Entered<Word>::from(newName); });
                const auto follow = [&](Profile& profile) {
                    profile.nodes = changedWhere(
                        profile.nodes, [&](const Node& node) { return node.target == target; },
                        [&](Node& node) { node.target = newName; });
                    profile.uplinks = changedWhere(
                        profile.uplinks, [](const Uplink& uplink) { return !uplink.targets.empty(); },
                        [&](Uplink& uplink) {
                            for (TargetPorts& ports : uplink.targets)
                                if (ports.target == target) ports.target = newName;
                        });
                };
                next.profiles = changedWhere(project.profiles, [](const Profile&) { return true; }, follow);
                return next;
            }};
}

Edit removeTarget(std::string_view target)
{
    return {{N3X_TEXT("Remove hardware target %1"), {std::string(target)}},
            [target = std::string(target)](const Project& project) {
                if (!indexOf(project.hardware, target)) return project;
                Project next = project;
                next.hardware = without(project.hardware, target);
                if (findTarget(next, target) != nullptr) return next; // the built-in one takes its place
                const auto follow = [&](Profile& profile) {
                    profile.uplinks = changedWhere(
                        profile.uplinks, [](const Uplink& uplink) { return !uplink.targets.empty(); },
                        [&](Uplink& uplink) {
                            std::erase_if(uplink.targets, [&](const TargetPorts& p) { return p.target == target; });
                        });
                };
                next.profiles = changedWhere(project.profiles, [](const Profile&) { return true; }, follow);
                return next;
            }};
}

Edit moveTarget(std::string_view target, std::size_t index)
{
    return {{N3X_TEXT("Move hardware target %1"), {std::string(target)}},
            [target = std::string(target), index](const Project& project) {
                Project next = project;
                next.hardware = moved(project.hardware, target, index);
                return next;
            }};
}

} // namespace n3x::edits
