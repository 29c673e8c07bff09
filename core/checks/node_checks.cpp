// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/node_checks.h"

#include "core/edits/nodes.h"
#include "core/edits/repairs.h"
#include "core/edits/values.h"
#include "core/model/inherited_settings.h"
#include "core/model/uplink_ports.h"

#include <algorithm>

namespace n3x::checks {
namespace {

struct Here {
    const Frame& frame;
    const Node& node;
    const std::string& name;
    Finder& finder;

    [[nodiscard]] ObjectPath path() const { return frame.path / "nodes" / std::string_view(name); }
};

void checkTarget(const Here& here, NodeFacts& facts)
{
    const Node& node = here.node;
    facts.target = here.frame.findTarget(node.target);
    if (facts.target == none) {
        const auto meantName = here.frame.nearestTarget(node.target);
        std::vector<Edit> fixes;
        if (meantName) fixes.push_back(edits::setValue(here.path() / "target", *meantName));
        here.finder.add(codes::unknownTarget, here.path() / "target",
                        node.target.empty()
                            ? Text(N3X_TEXT("%1 has no hardware target."), {here.name})
                            : Text(N3X_TEXT("%1 has the hardware target %2, and there is none of that name."),
                                   {here.name, node.target}),
                        meantName ? Text(N3X_TEXT("Did you mean %1?"), {*meantName})
                                  : Text(N3X_TEXT("Name a target of the catalogue or one of the project's own.")),
                        std::move(fixes));
        return;
    }
    const HardwareTarget& target = *here.frame.targets[facts.target].said;
    facts.runsDebian = node.backend ? *node.backend && node.backend->value().kind() == Backend::Debian
                                    : !target.backends.empty() && target.backends.front() &&
                                          target.backends.front().value().kind() == Backend::Debian;
    if (facts.runsDebian && !target.debian.machine && contains(target.backends, Backend::Debian))
        here.finder.add(
            codes::machineLacking, here.path() / "target",
            {N3X_TEXT("%1 runs debian, and %2 names no machine to build it for."), {here.name, node.target}},
            N3X_TEXT("Name the machine that Isar builds for, or let the node run nixos."),
            contains(target.backends, Backend::Nixos)
                ? std::vector<Edit>{edits::setValue(here.path() / "backend", "nixos")}
                : std::vector<Edit>());
    if (node.backend && *node.backend && !target.backends.empty() &&
        !contains(target.backends, node.backend->value().kind()))
        here.finder.add(
            codes::backendLacking, here.path() / "backend",
            {N3X_TEXT("%1 shall run %2, and %3 has no such backend."), {here.name, node.backend->text(), node.target}},
            N3X_TEXT("Leave the backend out to take the target's own, or choose another target."),
            {edits::setValue(here.path() / "backend", "")});
}

void checkAddress(const Here& here, const NetworkFrame& network, const Entered<IpAddress>& said, const ObjectPath& list,
                  std::size_t at)
{
    const IpAddress& address = said.value();
    const auto in =
        std::ranges::find_if(network.subnets, [&](const SubnetFrame& one) { return one.contains(address); });
    const auto give = [&] {
        return std::vector<Edit>{edits::giveAddress(here.frame.profileName, here.name, network.name, address.text())};
    };
    if (in == network.subnets.end()) {
        if (!network.allSubnetsKnown || network.subnets.empty()) return;
        here.finder.add(codes::addressOutsideSubnet, list / at,
                        {N3X_TEXT("The address %1 of %2 is outside %3 of %4."),
                         {address.text(), here.name, network.subnets[0].subnet.text(), network.name}},
                        N3X_TEXT("Use an address of that subnet."), give());
        return;
    }
    if (in->isReserved(address))
        here.finder.add(codes::addressOfNetwork, list / at,
                        {N3X_TEXT("The address %1 of %2 is the network or broadcast address of %3."),
                         {address.text(), here.name, in->subnet.text()}},
                        N3X_TEXT("Use the address of a host."), give());
    if (std::ranges::contains(network.gateways, address))
        here.finder.add(
            codes::addressOfGateway, list / at,
            {N3X_TEXT("The address %1 of %2 is the gateway's of %3."), {address.text(), here.name, network.name}},
            N3X_TEXT("Use another address, or name another gateway."), give());
    if (network.dhcpServer == address)
        here.finder.add(
            codes::addressOfDhcpServer, list / at,
            {N3X_TEXT("The address %1 of %2 is the DHCP server's of %3."), {address.text(), here.name, network.name}},
            N3X_TEXT("Use another address."), give());
    if (network.isInDhcpRange(address))
        here.finder.add(codes::addressInDhcpRange, list / at,
                        {N3X_TEXT("The address %1 of %2 is inside the DHCP range of %3."),
                         {address.text(), here.name, network.name}},
                        N3X_TEXT("Use an address beside the range, which DHCP may give to somebody else."), give());
    if (network.carriesK3s && here.frame.apiAddress == address)
        here.finder.add(codes::apiAddressTaken, list / at,
                        {N3X_TEXT("The address %1 of %2 is the API address, which the servers share."),
                         {address.text(), here.name}},
                        N3X_TEXT("Give the node another address."), give());
}

// The port by whose MAC address the node is known in a network: a bond has its first member's.
const Entered<InterfaceName>* knownPort(const Here& here, Index network)
{
    const Index index = networkHere(here.frame, here.node, network).uplink;
    if (index == none) return nullptr;
    const Uplink& uplink = *here.frame.uplinks[index].said;
    const TargetPorts* ports = portsOf(uplink, here.node.target);
    if (!uplink.bond) return nicOf(uplink, ports);
    const auto& members = membersOf(uplink, ports);
    return members.empty() ? nullptr : &members.front();
}

void checkReservation(const Here& here, Index index, const ObjectPath& path)
{
    const NetworkFrame& network = here.frame.networks[index];
    const Entered<InterfaceName>* port = knownPort(here, index);
    if (port ? std::ranges::contains(here.node.macs, *port, &NicMac::nic) : !here.node.macs.empty()) return;
    here.finder.add(
        codes::reservationWithoutMac, path,
        {N3X_TEXT("%1 keeps an address in %2, and no MAC address says for whom."), {here.name, network.name}},
        port ? Text(N3X_TEXT("Name the MAC address of %1 under macs; DHCP knows a machine by it."), {port->text()})
             : Text(N3X_TEXT("Name the MAC address of its NIC under macs; DHCP knows a machine by it.")));
}

// The node has addresses, and none of this family.
void checkApiFamily(const Here& here, const NetworkFrame& network, Family family, const ObjectPath& list)
{
    const auto& api = here.frame.apiAddress;
    if (network.isDhcp || !api || api->family() != family || !network.contains(*api)) return;
    here.finder.add(codes::apiAddressUnreached, list,
                    {N3X_TEXT("%1 has no %2 address in %3, and nodes join at the API address %4."),
                     {here.name, family == Family::IPv4 ? "IPv4" : "IPv6", network.name, api->text()}},
                    N3X_TEXT("Give it one, or take an API address of a family that every node has."),
                    {edits::giveAddress(here.frame.profileName, here.name, network.name)});
}

void checkAttachment(const Here& here, Index index, const Attachment& attachment, NodeFacts& facts)
{
    const NetworkFrame& network = here.frame.networks[index];
    const auto list = [&] { return here.path() / "addresses" / std::string_view(attachment.network); };
    const bool isK3s = index == here.frame.k3sNetwork;
    bool hasFamily[2] = {false, false};
    for (std::size_t at = 0; at < attachment.addresses.size(); ++at) {
        const auto& said = attachment.addresses[at];
        if (!checkValue(here.finder, said, [&] { return list() / at; })) continue;
        bool& seen = hasFamily[said.value().family() == Family::IPv6];
        if (seen)
            here.finder.add(
                codes::familyTwice, list() / at,
                {N3X_TEXT("%1 has a second address of one family in %2, %3."), {here.name, network.name, said.text()}},
                N3X_TEXT("Keep one IPv4 and one IPv6 at most."), {edits::setValue(list() / at, "")});
        seen = true;
        facts.addresses.push_back({index, said.value()});
        checkAddress(here, network, said, list(), at);
    }
    if (!network.isDhcp && attachment.addresses.empty())
        here.finder.add(isK3s ? codes::noAddressForK3s : codes::addressMissing, list(),
                        {N3X_TEXT("%1 has no address in %2."), {here.name, network.name}},
                        N3X_TEXT("Give it one: the network's addresses are static."),
                        {edits::giveAddress(here.frame.profileName, here.name, network.name)});
    if (isK3s && !attachment.addresses.empty() && hasFamily[0] != hasFamily[1])
        for (const Family family : {Family::IPv4, Family::IPv6}) {
            if (hasFamily[family == Family::IPv6] || !network.has(family)) continue;
            const bool needed = std::ranges::any_of(
                *here.frame.k3s.clusterCidr, [&](const auto& one) { return one && one.value().family() == family; });
            if (!needed) {
                checkApiFamily(here, network, family, list());
                continue;
            }
            here.finder.add(codes::familyMissing, list(),
                            {N3X_TEXT("%1 has no %2 address in %3, and the cluster has an %2 range."),
                             {here.name, family == Family::IPv4 ? "IPv4" : "IPv6", network.name}},
                            N3X_TEXT("Give it an address of each family that pods have."),
                            {edits::giveAddress(here.frame.profileName, here.name, network.name)});
        }
    if (network.isDhcp && !attachment.addresses.empty()) checkReservation(here, index, list());
    const bool servesApi = here.frame.apiAddress && facts.isServer && !facts.runsDebian;
    if (isK3s && network.isDhcp && attachment.addresses.empty() && servesApi)
        here.finder.add(codes::apiAddressOnLease, list(),
                        {N3X_TEXT("%1 serves the API address %2, and DHCP gives it any address in %3."),
                         {here.name, here.frame.apiAddress->text(), network.name}},
                        N3X_TEXT("Keep an address for it, by which K3s knows its own."),
                        {edits::giveAddress(here.frame.profileName, here.name, network.name)});
}

// An untagged network says the MTU of its link, and the VLANs on it cannot have more.
void checkMtus(const Here& here, NodeFacts& facts)
{
    std::vector<NetworkHere> all;
    std::vector<NetworkHere> silent; // VLANs that nobody gives an MTU
    for (const Attachment& attachment : here.node.addresses)
        if (const Index index = here.frame.findNetwork(attachment.network); index != none)
            if (const NetworkHere one = networkHere(here.frame, here.node, index); one.uplink != none) {
                if (one.on.mtu)
                    all.push_back(one);
                else if (one.on.isTagged && !one.network->said->mtu)
                    silent.push_back(one);
            }
    for (const NetworkHere& low : all) {
        if (low.on.isTagged) continue;
        for (const NetworkHere& one : silent) {
            const MtuCut cut{one.index, low.index};
            if (low.uplink != one.uplink || *low.on.mtu >= enoughMtu(here.frame, one.index)) continue;
            if (low.on.changed != nullptr && low.on.changed->mtu)
                addMtuCut(here.frame, cut, *low.on.mtu, here.name,
                          here.path() / "overrides" / "networks" / std::string_view(low.network->name) / "mtu",
                          here.finder);
            else
                facts.mtuCuts.push_back(cut);
        }
        for (const NetworkHere& high : all) {
            if (!high.on.isTagged || low.uplink != high.uplink || *high.on.mtu <= *low.on.mtu) continue;
            if (!low.on.changed && !high.on.changed) {
                facts.mtuClashes.push_back({high.index, low.index});
                continue;
            }
            const std::string& tagged = high.network->name;
            const std::string& untagged = low.network->name;
            const ObjectPath path =
                here.path() / "overrides" / "networks" / std::string_view(high.on.changed ? tagged : untagged) / "mtu";
            here.finder.add(
                codes::mtuAboveUplink, path,
                {N3X_TEXT("On %1, the MTU of %2, %3 bytes, is above the %4 of %5, which is untagged on the same link."),
                 {here.name, tagged, std::to_string(*high.on.mtu), std::to_string(*low.on.mtu), untagged}},
                {N3X_TEXT("Raise that of %1, or lower that of %2: a VLAN takes no more than its link."),
                 {untagged, tagged}},
                high.on.changed ? std::vector<Edit>{edits::setValue(path, std::to_string(*low.on.mtu))}
                                : std::vector<Edit>());
        }
    }
}

void checkAttachments(const Here& here, NodeFacts& facts)
{
    const auto& attachments = here.node.addresses;
    bool isInCluster = false;
    const bool isLong = attachments.size() > 16; // a short list is looked through sooner than anything is set up
    std::vector<bool> seen(isLong ? here.frame.networks.size() : 0);
    for (std::size_t at = 0; at < attachments.size(); ++at) {
        const Attachment& attachment = attachments[at];
        const auto path = [&] { return here.path() / "addresses" / std::string_view(attachment.network); };
        const Index index = here.frame.findNetwork(attachment.network);
        if (index == none) {
            std::vector<std::string> names;
            for (const NetworkFrame& network : here.frame.networks)
                if (!std::ranges::contains(attachments, network.name, &Attachment::network))
                    names.push_back(network.name);
            const auto meantName = onlyNearest(attachment.network, std::move(names));
            std::vector<Edit> fixes;
            if (meantName)
                fixes.push_back(edits::reattach(here.frame.profileName, here.name, attachment.network, *meantName));
            fixes.push_back(choice(edits::detach(here.frame.profileName, here.name, attachment.network)));
            here.finder.add(codes::unknownNetwork, path(),
                            {N3X_TEXT("%1 has an address in %2, and %3 has no such network."),
                             {here.name, attachment.network, here.frame.profileName}},
                            meantName ? Text(N3X_TEXT("Did you mean %1?"), {*meantName})
                                      : Text(N3X_TEXT("Add that network, or remove the address.")),
                            std::move(fixes));
            continue;
        }
        const bool again =
            isLong ? seen[index]
                   : std::any_of(attachments.begin(), attachments.begin() + static_cast<std::ptrdiff_t>(at),
                                 [&](const Attachment& before) { return before.network == attachment.network; });
        if (isLong) seen[index] = true;
        if (again)
            here.finder.add(codes::nameTwice, path(),
                            {N3X_TEXT("%1 attaches twice to %2."), {here.name, attachment.network}},
                            N3X_TEXT("Keep one of them."));
        isInCluster = isInCluster || index == here.frame.k3sNetwork;
        checkAttachment(here, index, attachment, facts);
        if (again) continue;
        const Index uplink = networkHere(here.frame, here.node, index).uplink;
        if (uplink != none && facts.target != none) {
            const PortUse use{uplink, facts.target};
            if (!std::ranges::contains(facts.ports, use)) facts.ports.push_back(use);
        }
    }
    if (!isInCluster && here.frame.k3sNetwork != none) {
        const std::string& network = here.frame.networks[here.frame.k3sNetwork].name;
        here.finder.add(codes::noAddressForK3s, here.path() / "addresses",
                        {N3X_TEXT("%1 is not on %2, which carries K3s."), {here.name, network}},
                        N3X_TEXT("Attach it: a node joins the cluster with its address there."),
                        {edits::attach(here.frame.profileName, here.name, network)});
    }
}

void checkK3s(const Here& here, NodeFacts& facts)
{
    static const K3sSettings nothing;
    const K3sSettings& own = here.node.k3s;
    if (own == nothing) return;
    checkSettings(own, here.path() / "k3s", here.finder);
    if (const K3sVersion* version = valueOf(own.version)) facts.version = version->text();
    if (!hasServerSettings(own)) return;
    if (!facts.isServer) {
        const auto tell = [&](bool said, std::string_view field) {
            if (said)
                here.finder.add(
                    codes::serverSettingOnAgent, here.path() / "k3s" / field,
                    {N3X_TEXT("%1 is an agent, and %2 is for servers only."), {here.name, std::string(field)}},
                    N3X_TEXT("Remove it here, and say it for the profile."),
                    {edits::setValue(here.path() / "k3s" / field, "")});
        };
        tell(own.clusterCidr.has_value(), "clusterCidr");
        tell(own.serviceCidr.has_value(), "serviceCidr");
        tell(own.flannelBackend.has_value(), "flannelBackend");
        tell(own.disable.has_value(), "disable");
        tell(own.addons.has_value(), "addons");
        tell(own.longhornPaths.has_value(), "longhornPaths");
        tell(own.apiAddress.has_value(), "apiAddress");
        return;
    }
    facts.saysServerSettings = true;
    facts.differsFromProfile = differs(own, here.frame.k3s);
}

} // namespace

NodeFacts checkNode(const Frame& frame, const Node& node, Finder& finder)
{
    const std::string name = node.name.text();
    const Here here{frame, node, name, finder};
    NodeFacts facts;
    facts.isServer = isServer(node);
    if (!node.name) checkName(finder, node.name, here.path());
    checkValue(finder, node.role, [&] { return here.path() / "role"; });
    checkValue(finder, node.backend, [&] { return here.path() / "backend"; });
    checkValue(finder, node.age, [&] { return here.path() / "age"; });
    checkTarget(here, facts);
    checkMacs(frame, node, facts, finder);
    checkAttachments(here, facts);
    checkMtus(here, facts);
    checkK3s(here, facts);
    if (!node.labels.empty() || !node.taints.empty()) checkLabels(node, here.path(), finder);
    if (!node.overrides.empty()) checkOverrides(frame, node, here.path(), finder);
    noteWays(frame, node, facts);
    noteNeeds(frame, node, facts);
    return facts;
}

} // namespace n3x::checks
