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

// As the exported modules decide it: the boards of jetpack-nixos.
bool hasGpu(const HardwareTarget& target)
{
    return target.nixos.module && target.nixos.module->text().starts_with("jetson-");
}

// Whether pods have room in the upper half of an IPv4 subnet, up to three on a node; an IPv6 one has room always.
bool hasRoomForPods(const Subnet& subnet, std::size_t nodes)
{
    if (subnet.family() == Family::IPv6) return true;
    return subnet.prefixLength() < 31 && std::size_t{1} << (31 - subnet.prefixLength()) > 3 * nodes;
}

} // namespace

// Where the setting that counts for this profile stands: of several servers that say it alike, in the first.
template <class Member> ObjectPath ProfileChecker::saidAt(Member member, std::string_view key) const
{
    if (frame_.agreed.*member) {
        const auto isServer = [](const auto& record) { return record->facts.isServer; };
        const Node& first = *(*std::ranges::find_if(records_, isServer))->node;
        return frame_.path / "nodes" / std::string_view(first.name.text()) / "k3s" / key;
    }
    return (framed_->get().k3s.*member ? frame_.path : ObjectPath()) / "k3s" / key;
}

// Nothing where it is said further out, too: what is left out here counts from there.
std::vector<Edit> ProfileChecker::leavingOutApi() const
{
    const int said = int{frame_.agreed.apiAddress.has_value()} + int{framed_->get().k3s.apiAddress.has_value()} +
                     int{context_->project.k3s.apiAddress.has_value()};
    if (said != 1) return {};
    return {edits::setValue(saidAt(&K3sSettings::apiAddress, "apiAddress"), "")};
}

// The server that founds the cluster, as the plan has it: the one that is named, else the first.
const ProfileChecker::Record* ProfileChecker::founder() const
{
    const auto isServer = [](const Record* record) { return record->facts.isServer; };
    if (const auto& name = framed_->get().initServer)
        if (const auto named = names_.find(*name); named != names_.end())
            if (const auto found = std::ranges::find_if(named->second.members, isServer);
                found != named->second.members.end())
                return *found;
    const auto first = std::ranges::find_if(records_, isServer, &std::unique_ptr<Record>::get);
    return first == records_.end() ? nullptr : first->get();
}

// Where nobody knows the founding server's address, its name has to do.
void ProfileChecker::checkJoining(Finder& finder) const
{
    if (frame_.apiAddress || frame_.k3sNetwork == none || records_.size() < 2) return;
    const NetworkFrame& network = frame_.networks[frame_.k3sNetwork];
    const Record* first = founder();
    if (!network.isDhcp || first == nullptr) return;
    const auto attached = std::ranges::find(first->node->addresses, network.name, &Attachment::network);
    if (attached == first->node->addresses.end() || !attached->addresses.empty()) return;
    const std::string name = first->node->name.text();
    finder.add(codes::joinsByName,
               frame_.path / "nodes" / std::string_view(name) / "addresses" / std::string_view(network.name),
               {N3X_TEXT("Nodes of %1 join %2 by its name, because DHCP gives it any address in %3."),
                {frame_.profileName, name, network.name}},
               N3X_TEXT("Keep an address for it, or make sure that DNS knows its name."));
}

void ProfileChecker::checkApiService(Finder& finder) const
{
    if (!frame_.apiAddress || debianServers_ == 0) return;
    const ObjectPath path = saidAt(&K3sSettings::apiAddress, "apiAddress");
    const Record* first = founder();
    if (first != nullptr && first->facts.runsDebian) {
        const std::string name = first->node->name.text();
        finder.add(
            codes::apiAddressUnfounded, path,
            {N3X_TEXT("Nodes of %1 join by the API address %2, and %3, which founds the cluster, runs Debian and "
                      "does not serve it yet."),
             {frame_.profileName, frame_.apiAddress->text(), name}},
            {N3X_TEXT("Let %1 run NixOS, which serves it by kube-vip; or leave it out to join by the first "
                      "server."),
             {name}},
            leavingOutApi());
        return;
    }
    finder.add(
        codes::apiAddressUnserved, path,
        {N3X_TEXT("Nodes of %1 join by the API address %2, and its servers that run Debian do not serve it yet."),
         {frame_.profileName, frame_.apiAddress->text()}},
        N3X_TEXT("Let the servers run NixOS, which serves it by kube-vip; or leave it out to join by the first "
                 "server."));
}

void ProfileChecker::checkApiInCloud(Finder& finder) const
{
    const auto isCloud = [&](const auto& use) { return frame_.targets[use.first].said->cloud.has_value(); };
    if (!frame_.apiAddress || std::ranges::none_of(targets_, isCloud)) return;
    const auto isInCloud = [&](const std::unique_ptr<Record>& record) {
        const HardwareTarget* target = findTarget(context_->project, record->node->target);
        return record->facts.isServer && target != nullptr && target->cloud.has_value();
    };
    const auto found = std::ranges::find_if(records_, isInCloud);
    if (found == records_.end()) return;
    const ObjectPath path = saidAt(&K3sSettings::apiAddress, "apiAddress");
    finder.add(
        codes::apiAddressInCloud, path,
        {N3X_TEXT("Nodes of %1 join by the API address %2, and the cloud that %3 runs in brings it to no server."),
         {frame_.profileName, frame_.apiAddress->text(), (*found)->node->name.text()}},
        N3X_TEXT("Leave it out, so that nodes join by the first server."), leavingOutApi());
}

void ProfileChecker::checkApiImage(Finder& finder) const
{
    const Choice<ImageSource>* images = valueOf(frame_.k3s.images);
    if (!frame_.apiAddress || servers_ == debianServers_ || images == nullptr) return;
    if (images->kind() != ImageSource::Bundled) return;
    const auto isOfIt = [](const Entered<RegistryMirror>& one) {
        return one.text().starts_with("ghcr.io=") || one.text().starts_with("*=");
    };
    if (std::ranges::any_of(context_->project.caches.registries, isOfIt)) return;
    finder.add(codes::apiAddressFetched, saidAt(&K3sSettings::apiAddress, "apiAddress"),
               {N3X_TEXT("%1 bundles the images of K3s, and its servers fetch that of kube-vip, which serves the API "
                         "address %2."),
                {frame_.profileName, frame_.apiAddress->text()}},
               N3X_TEXT("Name a mirror of ghcr.io under registries, which the machines reach; or leave the API address "
                        "out."));
}

void ProfileChecker::checkPodRanges(Finder& finder) const
{
    for (const auto& said : *frame_.k3s.clusterCidr) {
        if (!said) continue;
        const Subnet& range = said.value();
        const int bits = (range.family() == Family::IPv4 ? 24 : 64) - range.prefixLength();
        if (bits < 0 || bits > 24 || records_.size() <= std::size_t{1} << bits) continue;
        finder.add(codes::podRangesShort, frame_.path / "nodes",
                   {N3X_TEXT("%1 has %2 nodes, and the range for pods %3 has room for %4."),
                    {frame_.profileName, std::to_string(records_.size()), range.text(),
                     std::to_string(std::size_t{1} << bits)}},
                   N3X_TEXT("Take a larger range before the cluster is founded; it cannot be changed later."));
    }
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
        const bool isOneValue = !frame_.agreed.longhornPaths || servers_ == 1;
        finder.add(codes::policyWithoutKyverno, path,
                   {N3X_TEXT("Longhorn of %1 finds the host's tools by a policy, and Kyverno is not installed."),
                    {frame_.profileName}},
                   N3X_TEXT("Add kyverno to the add-ons, or take the link."),
                   isOneValue ? std::vector<Edit>{edits::setValue(path, "link")} : std::vector<Edit>());
    }
}

// The same obstacles, in the same order, as resources/repo/lib/k3s/storage-network.nix.
void ProfileChecker::checkLonghornNetwork(Finder& finder) const
{
    if (!has(frame_.k3s, Addon::Longhorn) || frame_.storageNetwork == none || records_.empty()) return;
    const NetworkFrame& network = frame_.networks[frame_.storageNetwork];
    const ObjectPath path = frame_.networkPath(network.name);
    const auto tell = [&](const ObjectPath& at, Text what, Text remedy) {
        finder.add(codes::longhornBesideNetwork, at, std::move(what), std::move(remedy));
    };
    std::size_t attached = 0;
    for (const auto& [link, count] : storageLinks_) attached += count;
    if (network.isDhcp) {
        tell(path / "addressing",
             {N3X_TEXT("Longhorn of %1 copies volumes over the network of the pods, because the addresses of %2 come "
                       "by DHCP."),
              {frame_.profileName, network.name}},
             N3X_TEXT("Give the nodes fixed addresses there: its pods take others of the same subnet."));
    } else if (attached < records_.size()) {
        const auto away = std::ranges::find_if(records_, [](const auto& one) { return !one->facts.storageLink; });
        tell(path,
             {N3X_TEXT("Longhorn of %1 copies volumes over the network of the pods, because %2 is not on %3."),
              {frame_.profileName, (*away)->node->name.text(), network.name}},
             N3X_TEXT("Attach every node to it: pods of Longhorn run on all of them."));
    } else if (storageLinks_.size() > 1) {
        tell(path,
             {N3X_TEXT("Longhorn of %1 copies volumes over the network of the pods, because the link of %2 is called "
                       "%3 on some nodes and %4 on others."),
              {frame_.profileName, network.name, storageLinks_.begin()->first, storageLinks_.rbegin()->first}},
             N3X_TEXT("Put the network on a bond: it has one name on every hardware target."));
    } else if (!network.said->subnet.empty() && network.said->subnet.front() &&
               !hasRoomForPods(network.said->subnet.front().value(), records_.size())) {
        tell(path / "subnet" / 0,
             {N3X_TEXT("Longhorn of %1 copies volumes over the network of the pods, because %2 has no room for them "
                       "beside %3 nodes."),
              {frame_.profileName, network.name, std::to_string(records_.size())}},
             N3X_TEXT("Take a larger subnet: its upper half is for pods, up to three on a node."));
    }
}

// The same question as reachesServices of resources/repo/lib/k3s/cluster.nix. K3s asks it of every cluster; here it is
// asked where a project installs more than K3s itself, as a lab of virtual machines alone has no way out.
void ProfileChecker::checkDefaultRoute(Finder& finder) const
{
    const bool isKyverno = has(frame_.k3s, Addon::Kyverno);
    const auto& services = *frame_.k3s.serviceCidr;
    if ((!isKyverno && !has(frame_.k3s, Addon::Longhorn)) || services.empty() || !services.front()) return;
    // Services have an address of the family that comes first.
    const Family family = services.front().value().family();
    const auto lost =
        std::ranges::find_if(records_, [&](const auto& one) { return !one->facts.hasWayOut[family == Family::IPv6]; });
    if (lost == records_.end()) return;
    finder.add(
        codes::defaultRouteLacking, saidAt(&K3sSettings::addons, "addons"),
        {N3X_TEXT(
             "%1 installs %2, and %3 has no %4 default route: K3s asks for one on every node, so that services can "
             "be reached from there."),
         {frame_.profileName, isKyverno ? "Kyverno" : "Longhorn", (*lost)->node->name.text(),
          family == Family::IPv4 ? "IPv4" : "IPv6"}},
        N3X_TEXT("Give a network of every node a gateway; any free address of its subnet will do where none "
                 "leads out."));
}

void ProfileChecker::checkNvidia(Finder& finder) const
{
    if (!has(frame_.k3s, Addon::Nvidia) || gpuNodes_ > 0 || targets_.empty()) return;
    if (std::ranges::any_of(targets_, [&](const auto& use) { return hasGpu(*frame_.targets[use.first].said); })) return;
    finder.add(codes::nvidiaWithoutGpu, saidAt(&K3sSettings::addons, "addons"),
               {N3X_TEXT("%1 installs NVIDIA's device plugin, and no node has a GPU of NVIDIA."), {frame_.profileName}},
               N3X_TEXT("Take the hardware target of a Jetson; where a node's own module sets up a card, give it the "
                        "label nvidia.com/gpu.present=true; or leave nvidia out."));
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
