// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/profile_records.h"
#include "core/edits/values.h"

#include <algorithm>

namespace n3x::checks {
namespace {

bool has(const K3sSettings& settings, Addon addon) { return settings.addons && contains(*settings.addons, addon); }

// Whether an installation gives the machine a partition for Longhorn.
bool hasStorage(const HardwareTarget& target)
{
    const Choice<DiskLayout>* layout = valueOf(target.disk.layout);
    return layout != nullptr && layout->kind() != DiskLayout::Image;
}

} // namespace

// Where the setting that counts for this profile stands.
template <class Member> ObjectPath ProfileChecker::saidAt(Member member, std::string_view key) const
{
    return (framed_->get().k3s.*member ? frame_.path : ObjectPath()) / "k3s" / key;
}

void ProfileChecker::checkApiService(Finder& finder) const
{
    if (!frame_.apiAddress || debianServers_ == 0) return;
    const ObjectPath path = saidAt(&K3sSettings::apiAddress, "apiAddress");
    finder.add(
        codes::apiAddressUnserved, path,
        {N3X_TEXT("Nodes of %1 join by the API address %2, and its servers that run Debian do not serve it yet."),
         {frame_.profileName, frame_.apiAddress->text()}},
        N3X_TEXT("Let the servers run NixOS, which serves it by kube-vip; or leave it out to join by the first "
                 "server."),
        {edits::setValue(path, "")});
}

void ProfileChecker::checkLonghorn(Finder& finder) const
{
    const Choice<LonghornPaths>* paths = valueOf(frame_.k3s.longhornPaths);
    if (!has(frame_.k3s, Addon::Longhorn)) return;
    const ObjectPath addons = saidAt(&K3sSettings::addons, "addons");
    if (std::ranges::none_of(frame_.networks,
                             [](const NetworkFrame& one) { return contains(one.said->carries, Traffic::Storage); }))
        finder.add(codes::longhornWithoutNetwork, addons,
                   {N3X_TEXT("%1 installs Longhorn, and none of its networks carries storage."), {frame_.profileName}},
                   N3X_TEXT("Let a network carry storage: copies of volumes take the network of K3s otherwise."));
    if (!targets_.empty() &&
        std::ranges::none_of(targets_, [&](const auto& use) { return hasStorage(*frame_.targets[use.first].said); }))
        finder.add(
            codes::longhornWithoutDisk, addons,
            {N3X_TEXT("%1 installs Longhorn, and no node has a disk with room for it."), {frame_.profileName}},
            N3X_TEXT("Give a node a hardware target with the disk layout standard or ab, or leave Longhorn out."));
    if (paths != nullptr && paths->kind() == LonghornPaths::Policy && !has(frame_.k3s, Addon::Kyverno)) {
        const ObjectPath path = saidAt(&K3sSettings::longhornPaths, "longhornPaths");
        finder.add(codes::policyWithoutKyverno, path,
                   {N3X_TEXT("Longhorn of %1 finds the host's tools by a policy, and Kyverno is not installed."),
                    {frame_.profileName}},
                   N3X_TEXT("Add kyverno to the add-ons, or take the link."), {edits::setValue(path, "link")});
    }
}

void ProfileChecker::checkDeployment(Finder& finder) const
{
    const Project& project = context_->project;
    if (project.deploy != frame_.profileName || targets_.empty()) return;
    if (std::ranges::all_of(targets_, [&](const auto& use) { return frame_.targets[use.first].said->emulated; }))
        finder.add(codes::deployEmulated, ObjectPath("deploy"),
                   {N3X_TEXT("The profile to deploy, %1, has emulated machines only."), {frame_.profileName}},
                   N3X_TEXT("Give its nodes the hardware targets of your machines before you install it."));
    else if (project.admins.ssh.empty())
        finder.add(
            codes::deployWithoutKeys, ObjectPath("admins/ssh"),
            {N3X_TEXT("Nobody can log in to the machines of %1: the project has no SSH key."), {frame_.profileName}},
            N3X_TEXT("Add the public key of each administrator; the machines have no passwords."));
}

} // namespace n3x::checks
