// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/profile_records.h"
#include "core/edits/nodes.h"
#include "core/edits/repairs.h"
#include "core/edits/values.h"
#include "core/model/inherited_settings.h"
#include "core/model/uplink_ports.h"

#include <algorithm>

namespace n3x::checks {
namespace {

ObjectPath pathOf(const Frame& frame, const Node& node)
{
    return frame.path / "nodes" / std::string_view(node.name.text());
}

// The first name in the alphabet but for one's own; so it does not matter in which order nodes came.
std::string otherName(const std::vector<std::string>& sorted, const std::string& own)
{
    return sorted[0] == own ? sorted[1] : sorted[0];
}

std::string joined(const std::vector<std::string>& names)
{
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
    return all;
}

} // namespace

Problems ProfileChecker::problemsOfGroup(const Group& group) const
{
    Problems found;
    Finder finder(found);
    if (group.address != nullptr)
        checkAddress(group, finder);
    else if (group.mac != nullptr)
        checkMac(group, finder);
    else
        checkName(group, finder);
    return found;
}

void ProfileChecker::checkName(const Group& group, Finder& finder) const
{
    const std::string name = group.members[0]->node->name.text();
    finder.add(
        codes::nameTwice, frame_.path / "nodes" / std::string_view(name) / "name",
        {N3X_TEXT("%1 nodes of %2 are called %3."), {std::to_string(group.members.size()), frame_.profileName, name}},
        N3X_TEXT("Give each a name of its own."),
        {edits::renameLast(edits::NamedKind::Node, frame_.profileName, name)});
}

// The first node in the file keeps what several have: the others are likely copies of it.
void ProfileChecker::checkAddress(const Group& group, Finder& finder) const
{
    const NetworkFrame& network = frame_.networks[group.address->network];
    const std::string address = group.address->address.text();
    std::vector<const Record*> members(group.members.begin(), group.members.end());
    std::ranges::sort(members, {}, &Record::place);
    const auto [last, end] = std::ranges::unique(members); // a node that says it twice is a member twice
    members.erase(last, end);
    if (members.size() == 1) return; // told of as a second address of its family
    std::vector<std::string> names;
    for (const Record* member : members) names.push_back(member->node->name.text());
    std::ranges::sort(names);
    const Record* first = members.front();
    for (const Record* member : members) {
        const std::string own = member->node->name.text();
        for (const Attachment& attachment : member->node->addresses) {
            if (attachment.network != network.name) continue;
            for (std::size_t at = 0; at < attachment.addresses.size(); ++at) {
                const IpAddress* said = attachment.addresses[at].get();
                if (said == nullptr || *said != group.address->address) continue;
                std::vector<Edit> fixes;
                if (member != first)
                    fixes.push_back(
                        edits::giveAddress(frame_.profileName, own, network.name, attachment.addresses[at].text()));
                finder.add(codes::addressTwice,
                           pathOf(frame_, *member->node) / "addresses" / std::string_view(network.name) / at,
                           {N3X_TEXT("%1 has the address %2 in %3, which %4 has too."),
                            {own, address, network.name, otherName(names, own)}},
                           N3X_TEXT("Give one of them another address."), std::move(fixes));
            }
        }
    }
}

void ProfileChecker::checkMac(const Group& group, Finder& finder) const
{
    struct Bearer {
        const Record* record = nullptr;
        std::string node;
        std::string nic;
    };
    std::vector<Bearer> bearers;
    for (const Record* member : group.members)
        for (const NicMac& one : member->node->macs)
            if (one.mac.get() != nullptr && *one.mac.get() == *group.mac)
                bearers.push_back({member, member->node->name.text(), one.nic.text()});
    const Bearer first = *std::ranges::min_element(bearers, {}, [](const Bearer& one) { return one.record->place; });
    const auto name = [](const Bearer& bearer) { return std::tie(bearer.node, bearer.nic); };
    std::ranges::sort(bearers, {}, name); // a node with two of them is a member twice
    const auto [last, end] = std::ranges::unique(bearers, {}, name);
    bearers.erase(last, end);
    for (const Bearer& own : bearers) {
        const auto other = std::ranges::find_if(bearers, [&](const Bearer& one) { return name(one) != name(own); });
        if (other == bearers.end()) continue;
        std::vector<Edit> fixes;
        if (name(own) != name(first)) fixes.push_back(edits::giveMac(frame_.profileName, own.node, own.nic));
        finder.add(codes::macTwice, pathOf(frame_, *own.record->node) / "macs" / std::string_view(own.nic),
                   {N3X_TEXT("%1 of %2 has the MAC address %3, which %4 of %5 has too."),
                    {own.nic, own.node, group.mac->text(), other->nic, other->node}},
                   N3X_TEXT("Give one of them another one: DHCP and switches tell machines apart by it."),
                   std::move(fixes));
    }
}

Problems ProfileChecker::problemsOfAll() const
{
    Problems found;
    Finder finder(found);
    checkServers(finder);
    checkServerSettings(finder);
    checkPorts(finder);
    checkClashes(finder);
    checkRouteClashes(finder);
    checkMtus(finder);
    checkMtuClashes(finder);
    checkMtuCuts(finder);
    checkJoining(finder);
    checkApiService(finder);
    checkApiInCloud(finder);
    checkApiImage(finder);
    checkPodRanges(finder);
    checkLonghorn(finder);
    checkLonghornNetwork(finder);
    checkDefaultRoute(finder);
    checkNvidia(finder);
    checkDeployment(finder);
    checkVersions(finder);
    return found;
}

std::vector<std::string> ProfileChecker::serverNames() const
{
    std::vector<std::string> names;
    for (const auto& record : records_)
        if (record->facts.isServer) names.push_back(record->node->name.text());
    return names;
}

// Nothing where it would have no network to be reached in.
std::vector<Edit> ProfileChecker::oneMoreServer() const
{
    if (frame_.k3sNetwork == none) return {};
    return {choice(edits::addNode(context_->project, frame_.profileName, Role::Server))};
}

void ProfileChecker::checkServers(Finder& finder) const
{
    const Profile& profile = **framed_;
    if (servers_ == 0) {
        finder.add(codes::noServer, frame_.path / "nodes", {N3X_TEXT("%1 has no server."), {frame_.profileName}},
                   N3X_TEXT("Add one, or make a node a server: agents have nobody to join."), oneMoreServer());
    } else if (servers_ % 2 == 0) {
        finder.add(codes::evenServers, frame_.path / "nodes",
                   {N3X_TEXT("%1 has %2 servers, an even number."), {frame_.profileName, std::to_string(servers_)}},
                   {N3X_TEXT("Use %1 or %2: etcd needs a majority, so %3 servers survive no more failures than %1 do."),
                    {std::to_string(servers_ - 1), std::to_string(servers_ + 1), std::to_string(servers_)}},
                   oneMoreServer());
    }

    if (profile.initServer) {
        const auto named = names_.find(*profile.initServer);
        const ObjectPath path = frame_.path / "initServer";
        if (named == names_.end()) {
            const auto meantName = onlyNearest(*profile.initServer, serverNames());
            std::vector<Edit> fixes;
            if (meantName) fixes.push_back(edits::setValue(path, *meantName));
            fixes.push_back(choice(edits::setValue(path, "")));
            finder.add(codes::unknownInitServer, path,
                       {N3X_TEXT("%1 is to be founded by %2, and has no such node."),
                        {frame_.profileName, *profile.initServer}},
                       meantName ? Text(N3X_TEXT("Did you mean %1?"), {*meantName})
                                 : Text(N3X_TEXT("Name a server of the profile, or leave it out to take the first.")),
                       std::move(fixes));
        } else if (std::ranges::none_of(named->second.members, [](const Record* one) { return one->facts.isServer; }))
            finder.add(
                codes::initServerIsAgent, path,
                {N3X_TEXT("%1 is to be founded by %2, which is an agent."), {frame_.profileName, *profile.initServer}},
                N3X_TEXT("Name a server, or make that node one."),
                {edits::setValue(path, ""), edits::setRole(frame_.profileName, *profile.initServer, Role::Server)});
    }
}

// Where all servers say a range or the API address alike, that is what is meant, and only its place is wrong. Where
// they differ, a person has to say which of them is right.
void ProfileChecker::checkServerSettings(Finder& finder) const
{
    K3sSettings alike;
    if (saying_.size() == servers_) alike = agreedForProfile(nodesOf(saying_));
    for (const Record* record : differing_) {
        const std::string name = record->node->name.text();
        const ObjectPath path = pathOf(frame_, *record->node) / "k3s";
        K3sSettings own = record->node->k3s;
        const auto tell = [&](auto member, std::string_view key) {
            if (!(alike.*member) || own.*member == frame_.k3s.*member) return;
            (own.*member).reset();
            finder.add(codes::saidForServers, path / key,
                       {N3X_TEXT("%1 says %2, which counts only where its profile says it."), {name, std::string(key)}},
                       N3X_TEXT("Say it for the profile instead: all nodes of a cluster share it."),
                       framed_->get().k3s.*member ? std::vector<Edit>()
                                                  : std::vector<Edit>{edits::sayForProfile(frame_.profileName)});
        };
        tell(&K3sSettings::clusterCidr, "clusterCidr");
        tell(&K3sSettings::serviceCidr, "serviceCidr");
        tell(&K3sSettings::apiAddress, "apiAddress");
        if (differs(own, frame_.k3s))
            finder.add(codes::serversDiffer, path,
                       {N3X_TEXT("%1 has K3s settings of its own that not all servers have."), {name}},
                       N3X_TEXT("Say them for the profile, or not at all: K3s refuses servers that differ in them."));
    }
}

void ProfileChecker::checkPorts(Finder& finder) const
{
    bool has[2] = {false, false};
    for (const auto& [target, count] : targets_)
        if (const auto architecture = frame_.targets[target].architecture)
            has[*architecture == Architecture::Aarch64] = true;
    if (has[0] && has[1])
        finder.add(codes::mixedArchitectures, frame_.path / "nodes",
                   {N3X_TEXT("%1 mixes x86_64 and aarch64 nodes."), {frame_.profileName}},
                   N3X_TEXT("Use images that exist for both, and node selectors for those that do not."));

    for (const auto& [use, count] : ports_) {
        const UplinkFrame& uplink = frame_.uplinks[use.uplink];
        const TargetFrame& target = frame_.targets[use.target];
        const ObjectPath path = frame_.uplinkPath(uplink.name);
        const ObjectPath ownPath = path / "targets" / std::string_view(target.name);
        const TargetPorts* own = portsOf(*uplink.said, target.name);
        const Entered<InterfaceName>* single = nicOf(*uplink.said, own);
        if (!uplink.said->bond && !single && !frame_.baseLinks(use.uplink).empty()) // else told of the uplink itself
            finder.add(codes::uplinkWithoutPort, path,
                       {N3X_TEXT("%1 has a NIC for other hardware targets, and none for %2, which nodes have."),
                        {uplink.name, target.name}},
                       {N3X_TEXT("Name the NIC for %1 too, or one for all."), {target.name}});
        const bool isOfOthers = uplink.said->bond && membersOf(*uplink.said, own).empty() && !(own && own->members) &&
                                std::ranges::any_of(uplink.said->targets,
                                                    [](const TargetPorts& ports) { return ports.members.has_value(); });
        if (isOfOthers)
            finder.add(codes::bondWithoutMembers, path / "members",
                       {N3X_TEXT("The bond of %1 has members for other hardware targets, and none for %2, which nodes "
                                 "have."),
                        {uplink.name, target.name}},
                       {N3X_TEXT("Name the NICs that it bonds on %1 too, or some for all."), {target.name}});
        std::vector<std::string> nics;
        for (const Nic& nic : target.said->nics)
            if (nic.name) nics.push_back(nic.name.text());
        if (nics.empty()) continue; // told of the target
        const auto tell = [&](const Entered<InterfaceName>& port, const ObjectPath& at) {
            if (!port || std::ranges::contains(nics, port.text())) return;
            const auto meantName = onlyNearest(port.text(), nics);
            finder.add(codes::nicLacking, at,
                       {N3X_TEXT("%1 uses %2, and %3 has no such NIC."), {uplink.name, port.text(), target.name}},
                       {N3X_TEXT("Name the port for that target; it has %1."), {joined(nics)}},
                       meantName ? std::vector<Edit>{edits::setValue(at, *meantName)} : std::vector<Edit>());
        };
        if (uplink.said->bond) {
            const bool ownMembers = own && own->members;
            const auto& members = membersOf(*uplink.said, own);
            for (std::size_t at = 0; at < members.size(); ++at)
                tell(members[at], (ownMembers ? ownPath : path) / "members" / at);
            // The bond must not take the name of a port, or neither comes up.
            const std::string bond = uplink.said->bond->text();
            if (std::ranges::contains(nics, bond) &&
                !std::ranges::contains(members, bond, &Entered<InterfaceName>::text))
                finder.add(
                    codes::interfaceTwice, path / "bond",
                    {N3X_TEXT("The bond of %1 is called %2, as is a NIC of %3."), {uplink.name, bond, target.name}},
                    N3X_TEXT("Give the bond another name."));
        } else if (single) {
            tell(*single, (own && own->nic ? ownPath : path) / "nic");
        }
    }
}

void ProfileChecker::checkClashes(Finder& finder) const
{
    for (const auto& [clash, count] : clashes_) {
        const NetworkFrame& first = frame_.networks[clash.first];
        const NetworkFrame& second = frame_.networks[clash.second];
        const std::string family{clash.family == Family::IPv4 ? "IPv4" : "IPv6"};
        const auto& said = second.said->gateway;
        const auto at = static_cast<std::size_t>(
            std::ranges::find_if(said, [&](const auto& one) { return one && one.value().family() == clash.family; }) -
            said.begin());
        if (at == said.size()) {
            const auto& routes = second.said->routes;
            const auto isDefault = [&](const Route& one) { return isDefaultRoute(one, clash.family); };
            const auto route = std::ranges::find_if(routes, isDefault) - routes.begin();
            finder.add(
                codes::gatewayTwice,
                frame_.networkPath(second.name) / "routes" / static_cast<std::size_t>(route) / "to",
                {N3X_TEXT("Nodes attach to %1 and %2, and both have an %3 default gateway."),
                 {first.name, second.name, family}},
                N3X_TEXT("Keep one: a node has one default gateway a family. Name what this route is to reach."));
            continue;
        }
        finder.add(codes::gatewayTwice, frame_.networkPath(second.name) / "gateway" / at,
                   {N3X_TEXT("Nodes attach to %1 and %2, and both have an %3 default gateway."),
                    {first.name, second.name, family}},
                   N3X_TEXT("Keep one: a node has one default gateway a family. Reach more networks by routes."),
                   {edits::setValue(frame_.networkPath(second.name) / "gateway" / at, "")});
    }
}

void ProfileChecker::checkRouteClashes(Finder& finder) const
{
    for (const auto& [clash, count] : routeClashes_) {
        const NetworkFrame& first = frame_.networks[clash.first];
        const NetworkFrame& second = frame_.networks[clash.second];
        const auto leadsThere = [&](const Route& one) { return one.to && one.to.value() == clash.to; };
        const auto at = std::ranges::find_if(second.said->routes, leadsThere) - second.said->routes.begin();
        finder.add(codes::routeTwice, frame_.networkPath(second.name) / "routes" / static_cast<std::size_t>(at) / "to",
                   {N3X_TEXT("Nodes attach to %1 and %2, and both have a route to %3."),
                    {first.name, second.name, clash.to.text()}},
                   N3X_TEXT("Keep one: a node goes one way to a destination."));
    }
}

// Where nodes have an untagged network on the same link, that one says what the link can do.
void ProfileChecker::checkMtus(Finder& finder) const
{
    for (Index index = 0; index < frame_.networks.size(); ++index) {
        const NetworkFrame& network = frame_.networks[index];
        if (!network.mtu || network.uplink == none) continue;
        const UplinkFrame& uplink = frame_.uplinks[network.uplink];
        if (*network.mtu <= uplink.mtu || (uplink.said->mtu && !*uplink.said->mtu)) continue;
        const auto isTold = [&](const auto& clash) { return clash.first.tagged == index; };
        if (std::ranges::any_of(mtuClashes_, isTold)) continue;
        const std::string mtu = std::to_string(*network.mtu);
        const std::string limit = std::to_string(uplink.mtu);
        const ObjectPath path = frame_.networkPath(network.name) / "mtu";
        finder.add(codes::mtuAboveUplink, path,
                   {N3X_TEXT("The MTU of %1, %2 bytes, is above the %3 of its uplink %4."),
                    {network.name, mtu, limit, uplink.name}},
                   N3X_TEXT("Raise the uplink's, or lower the network's."),
                   {edits::setValue(frame_.uplinkPath(uplink.name) / "mtu", mtu), edits::setValue(path, limit)});
    }
}

void ProfileChecker::checkMtuClashes(Finder& finder) const
{
    for (const auto& [clash, count] : mtuClashes_) {
        const NetworkFrame& tagged = frame_.networks[clash.tagged];
        const NetworkFrame& untagged = frame_.networks[clash.untagged];
        const std::string limit = std::to_string(*untagged.mtu);
        const ObjectPath path = frame_.networkPath(tagged.name) / "mtu";
        // Lowered below what it needs it would be raised again.
        const bool isEnough = *untagged.mtu >= enoughMtu(frame_, clash.tagged);
        finder.add(codes::mtuAboveUplink, path,
                   {N3X_TEXT("The MTU of %1, %2 bytes, is above the %3 of %4, which is untagged on the same link."),
                    {tagged.name, std::to_string(*tagged.mtu), limit, untagged.name}},
                   {N3X_TEXT("Raise that of %1, or lower that of %2: a VLAN takes no more than its link."),
                    {untagged.name, tagged.name}},
                   isEnough ? std::vector<Edit>{edits::setValue(path, limit)} : std::vector<Edit>());
    }
}

void ProfileChecker::checkMtuCuts(Finder& finder) const
{
    for (const auto& [cut, count] : mtuCuts_) {
        const NetworkFrame& untagged = frame_.networks[cut.untagged];
        addMtuCut(frame_, cut, *untagged.mtu, {}, frame_.networkPath(untagged.name) / "mtu", finder);
    }
}

} // namespace n3x::checks
