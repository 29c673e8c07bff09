// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/repo/repo.h"

#include "core/model/inherited_settings.h"
#include "generators/output_paths.h"
#include "generators/repo/common_links.h"
#include "generators/repo/network_schema.h"
#include "generators/repo/project_data.h"
#include "generators/writers/nix_writer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace n3x {
namespace {

void appendAddress(std::string& text, const IpAddress& address) { address.appendTo(text); }

void appendWithPrefix(std::string& text, const AddressPlan& plan)
{
    plan.address.appendTo(text);
    text += '/';
    text += std::to_string(plan.prefixLength);
}

void appendSubnet(std::string& text, const Subnet& subnet) { text += subnet.text(); }

void writeAddresses(NixWriter& nix, std::string_view name, const std::vector<IpAddress>& addresses)
{
    if (!addresses.empty()) nix.attribute(name).listFrom(addresses, appendAddress);
}

void writeTexts(NixWriter& nix, std::string_view name, const std::vector<std::string>& texts)
{
    if (!texts.empty()) nix.attribute(name).list(texts);
}

void writeText(NixWriter& nix, std::string_view name, std::string_view text)
{
    if (!text.empty()) nix.attribute(name).string(text);
}

void writeRoutes(NixWriter& nix, const std::vector<RoutePlan>& routes)
{
    if (routes.empty()) return;
    nix.attribute("routes").openList();
    for (const RoutePlan& route : routes) {
        nix.openSet();
        nix.attribute("to").string(route.to.text());
        nix.attribute("via").stringFrom([&](std::string& text) { route.via.appendTo(text); });
        nix.closeSet();
    }
    nix.closeList();
}

std::string_view familiesWord(DhcpFamilies families)
{
    switch (families) {
    case DhcpFamilies::IPv4: return "ipv4";
    case DhcpFamilies::IPv6: return "ipv6";
    case DhcpFamilies::Both: return "both";
    case DhcpFamilies::None: break;
    }
    return {};
}

// Who serves the network, where the cluster itself has to.
void writeDhcp(NixWriter& nix, const NetworkPlan::Dhcp& dhcp)
{
    nix.attribute("dhcp").openSet();
    nix.attribute("server").stringFrom([&](std::string& text) { dhcp.server.appendTo(text); });
    nix.attribute("mac").string(dhcp.mac.text());
    nix.attribute("range").listFrom(std::array{dhcp.first, dhcp.last}, appendAddress);
    nix.attribute("leaseTime").string(dhcp.leaseTime.text());
    nix.closeSet();
}

void writeNetwork(NixWriter& nix, const NetworkPlan& network)
{
    nix.openSet();
    nix.attribute("name").string(network.name);
    nix.attribute("uplink").string(network.uplink);
    if (network.vlanId) nix.attribute("vlanId").number(*network.vlanId);
    nix.attribute("subnets").listFrom(network.subnets, appendSubnet);
    nix.attribute("carries").listFrom(network.carries,
                                      [](std::string& text, Traffic traffic) { text += Choice(traffic).word(); });
    nix.attribute("addressing").string(Choice(network.addressing).word());
    writeAddresses(nix, "gateways", network.gateways);
    writeAddresses(nix, "nameservers", network.nameservers);
    if (network.mtu) nix.attribute("mtu").number(*network.mtu);
    writeRoutes(nix, network.routes);
    if (network.dhcp) writeDhcp(nix, *network.dhcp);
    nix.closeSet();
}

void writeBond(NixWriter& nix, const BondPlan& bond)
{
    nix.attribute("bonding").openSet();
    nix.attribute("mode").string(Choice(bond.mode).word());
    if (bond.primary) nix.attribute("primary").string(*bond.primary);
    nix.attribute("miimon").string(bond.miimon.text());
    if (bond.upDelay) nix.attribute("upDelay").string(bond.upDelay->text());
    if (bond.downDelay) nix.attribute("downDelay").string(bond.downDelay->text());
    if (bond.lacpRate) nix.attribute("lacpRate").string(Choice(*bond.lacpRate).word());
    if (bond.hashPolicy) nix.attribute("hashPolicy").string(Choice(*bond.hashPolicy).word());
    nix.closeSet();
}

// What only a node knows of its link.
void writeOwn(NixWriter& nix, const LinkPlan& link)
{
    if (link.mac) nix.attribute("mac").string(link.mac->text());
    if (!link.addresses.empty()) nix.attribute("addresses").listFrom(link.addresses, appendWithPrefix);
    writeAddresses(nix, "reservations", link.reservations);
}

void writeAll(NixWriter& nix, const LinkPlan& link)
{
    static constexpr std::array<std::string_view, 3> kinds{"physical", "bond", "vlan"};
    nix.attribute("name").string(link.name);
    nix.attribute("kind").string(kinds[static_cast<std::size_t>(link.kind)]);
    writeText(nix, "uplink", link.uplink);
    writeText(nix, "network", link.network);
    writeText(nix, "bond", link.bond);
    if (link.isPrimary) nix.attribute("isPrimary").boolean(true);
    writeText(nix, "parent", link.parent);
    if (link.kind == LinkKind::Vlan) nix.attribute("vlanId").number(link.vlanId);
    writeTexts(nix, "members", link.members);
    writeTexts(nix, "vlans", link.vlans);
    if (link.bonding) writeBond(nix, *link.bonding);
    if (link.mtu) nix.attribute("mtu").number(*link.mtu);
    writeOwn(nix, link);
    writeText(nix, "dhcp", familiesWord(link.dhcp));
    writeText(nix, "dhcpRoutes", familiesWord(link.dhcpRoutes));
    if (link.dhcpSetsDns) nix.attribute("dhcpSetsDns").boolean(true);
    if (!link.onLink.empty()) nix.attribute("onLink").listFrom(link.onLink, appendSubnet);
    writeAddresses(nix, "gateways", link.gateways);
    writeAddresses(nix, "nameservers", link.nameservers);
    writeTexts(nix, "searchDomains", link.searchDomains);
    writeRoutes(nix, link.routes);
    if (link.requiredForOnline) nix.attribute("requiredForOnline").boolean(true);
    if (link.hasIPv6) nix.attribute("hasIPv6").boolean(true);
}

void writeNamed(NixWriter& nix, const LinkPlan& link)
{
    nix.attribute(link.name).openSet();
    writeAll(nix, link);
    nix.closeSet();
}

// The names that the nodes use: `links`, and `linksOn.<target>` where the ports are others.
void writeCommonLinks(NixWriter& nix, const ProfilePlan& shared)
{
    const std::vector<LinkPlan> links = commonLinks(shared, {});
    const std::vector<std::string_view> targets = targetsWithOwnPorts(shared);
    const auto isEmpty = [&](std::string_view target) { return commonLinks(shared, target).empty(); };
    if (links.empty() && std::ranges::all_of(targets, isEmpty)) return;
    nix.openLet();
    nix.comment({"What the links of all nodes have in common; below, each node adds what is its own."});
    nix.attribute("links").openSet();
    for (const LinkPlan& link : links) writeNamed(nix, link);
    nix.closeSet();
    if (!targets.empty()) nix.comment({"Hardware whose ports have other names: what is different there."});
    for (const std::string_view target : targets) {
        nix.attribute("linksOn", target).openExtended("links");
        for (const LinkPlan& link : commonLinks(shared, target))
            if (!std::ranges::contains(links, link)) writeNamed(nix, link);
        nix.closeExtended();
    }
    nix.closeLet();
}

// On these targets the links are not those that the schema names.
void writeOwnPorts(NixWriter& nix, const ProfilePlan& shared)
{
    nix.attribute("ownPorts").listFrom(targetsWithOwnPorts(shared), [](std::string& text, std::string_view target) {
        text += target;
    });
}

// The target where it has ports of its own, else nothing.
std::string_view targetOfPorts(const NodePlan& node, const ProfilePlan& shared)
{
    for (const auto& uplink : shared.uplinks)
        for (const TargetPorts& ports : uplink->targets)
            if (node.target->name.reads(ports.target)) return ports.target;
    return {};
}

// One link in the list of a node; `target` is empty where its ports are those of all.
void writeLink(NixWriter& nix, const LinkPlan& link, CommonLinks& shared, std::string_view target)
{
    const bool isOwn = link.mac || !link.addresses.empty() || !link.reservations.empty();
    using Path = std::array<NixName, 3>;
    const Path common = target.empty() ? Path{"links", link.name} : Path{"linksOn", target, link.name};
    if (!shared.extendedBy(link)) {
        nix.openSet();
        writeAll(nix, link);
        nix.closeSet();
    } else if (isOwn) {
        nix.openExtended(common[0], common[1], common[2]);
        writeOwn(nix, link);
        nix.closeExtended();
    } else {
        nix.reference(common[0], common[1], common[2]);
    }
}

template <class T> std::vector<std::string> textsOf(const std::optional<std::vector<Entered<T>>>& said)
{
    std::vector<std::string> texts;
    if (!said) return texts;
    texts.reserve(said->size());
    for (const auto& one : *said) texts.push_back(one.text());
    return texts;
}

// What the nodes of a profile have in common: a node says again only what is different for it.
void writeSharedK3s(NixWriter& nix, const ProfilePlan& shared)
{
    nix.attribute("k3s").openSet();
    nix.attribute("network").string(shared.k3sNetwork);
    nix.attribute("initServer").string(shared.initServer);
    nix.attribute("servers").list(shared.servers);
    nix.attribute("tlsNames").list(shared.serverNames);
    nix.attribute("clusterCidr").list(textsOf(shared.k3s.clusterCidr));
    nix.attribute("serviceCidr").list(textsOf(shared.k3s.serviceCidr));
    if (shared.k3s.flannelBackend) nix.attribute("flannelBackend").string(shared.k3s.flannelBackend->text());
    nix.attribute("disable").list(textsOf(shared.k3s.disable));
    nix.attribute("addons").list(textsOf(shared.k3s.addons));
    if (shared.k3s.longhornPaths) nix.attribute("longhornPaths").string(shared.k3s.longhornPaths->text());
    if (shared.k3s.images) nix.attribute("images").string(shared.k3s.images->text());
    if (shared.k3s.apiAddress) nix.attribute("apiAddress").string(shared.k3s.apiAddress->text());
    if (shared.k3s.version) nix.attribute("version").string(shared.k3s.version->text());
    nix.closeSet();
}

bool reads(const std::string& one, const std::string& value) { return one == value; }
template <class T> bool reads(const Entered<T>& one, const std::string& value) { return one.reads(value); }
template <class T> bool reads(const Entered<T>& one, const T& value) { return one && one.value() == value; }

template <class T, class U> bool same(const std::vector<T>& shared, const std::vector<U>& own)
{
    return std::ranges::equal(shared, own, [](const T& one, const U& other) { return reads(one, other); });
}
template <class T, class U> bool same(const std::optional<std::vector<Entered<T>>>& shared, const std::vector<U>& own)
{
    return shared ? same(*shared, own) : own.empty();
}

// Settings of servers only; an agent's plan has none of them.
void writeServerDifferences(NixWriter& nix, const K3sPlan& k3s, const ProfilePlan& shared)
{
    if (!same(shared.serverNames, k3s.tlsNames)) nix.attribute("tlsNames").list(k3s.tlsNames);
    if (!same(shared.k3s.clusterCidr, k3s.clusterCidr))
        nix.attribute("clusterCidr").listFrom(k3s.clusterCidr, appendSubnet);
    if (!same(shared.k3s.serviceCidr, k3s.serviceCidr))
        nix.attribute("serviceCidr").listFrom(k3s.serviceCidr, appendSubnet);
    if (!same(shared.k3s.disable, k3s.disable)) nix.attribute("disable").list(k3s.disable);
}

void writeK3s(NixWriter& nix, const NodePlan& node, const ProfilePlan& shared)
{
    const K3sPlan& k3s = node.k3s;
    nix.attribute("k3s").openSet();
    if (k3s.clusterInit) nix.attribute("clusterInit").boolean(true);
    if (k3s.joinUrl) nix.attribute("joinUrl").string(*k3s.joinUrl);
    writeAddresses(nix, "nodeAddresses", k3s.nodeAddresses);
    nix.attribute("flannelInterface").string(k3s.flannelInterface);
    if (k3s.advertiseAddress)
        nix.attribute("advertiseAddress").stringFrom([&](std::string& text) { k3s.advertiseAddress->appendTo(text); });
    writeTexts(nix, "labels", k3s.labels);
    writeTexts(nix, "taints", k3s.taints);
    if (node.role == Role::Server) writeServerDifferences(nix, k3s, shared);
    if (!shared.k3s.flannelBackend || shared.k3s.flannelBackend->value().kind() != k3s.flannelBackend)
        nix.attribute("flannelBackend").string(Choice(k3s.flannelBackend).word());
    if (!same(shared.k3s.addons, k3s.addons)) nix.attribute("addons").list(k3s.addons);
    if (imagesOf(shared.k3s) != k3s.images) nix.attribute("images").string(Choice(k3s.images).word());
    if (k3s.apiAddress && !(shared.k3s.apiAddress && reads(*shared.k3s.apiAddress, *k3s.apiAddress)))
        nix.attribute("apiAddress").stringFrom([&](std::string& text) { k3s.apiAddress->appendTo(text); });
    if (!shared.k3s.version || !reads(*shared.k3s.version, k3s.version)) nix.attribute("version").string(k3s.version);
    nix.closeSet();
}

class ProfileData final : public SharedFileWriter {
public:
    explicit ProfileData(const ProfilePlan& shared) : shared_(shared), links_(shared) {}

    void writeHead(OutputWriter& out) override;
    void writeNode(const NodePlan& node, OutputWriter& out) override;
    void writeFoot(OutputWriter& out) override;

private:
    const ProfilePlan& shared_;
    KeptCommonLinks links_;
};

void ProfileData::writeHead(OutputWriter& out)
{
    NixWriter nix(out.text());
    nix.comment({"Profile ", shared_.profile, " as pure data: no functions, no nixpkgs."});
    nix.comment({"Written by n3x Studio from profiles/", shared_.profile, ".yaml; change it there, not here."});
    writeCommonLinks(nix, shared_);
    nix.openSet();
    nix.attribute("name").string(shared_.profile);
    nix.attribute("summary").string(shared_.summary);
    nix.attribute("cluster").string(shared_.cluster);
    if (shared_.domain) nix.attribute("domain").string(*shared_.domain);

    nix.blankLine();
    nix.comment({"The n3x network schema, as the profile says it for all nodes."});
    writeSharedSchema(nix, shared_);

    nix.blankLine();
    nix.comment({"What that schema cannot say: the networks in order, which targets have ports of other names,"});
    nix.comment({"and what the nodes share of K3s."});
    nix.attribute("networks").openList();
    for (const NetworkPlan& network : shared_.networks) writeNetwork(nix, network);
    nix.closeList();
    writeOwnPorts(nix, shared_);
    writeSharedK3s(nix, shared_);

    if (!shared_.hardware.empty()) {
        nix.blankLine();
        nix.comment(
            {"The project's own targets that its nodes stand on, for as long as the profile is held: n3x.yaml"});
        nix.comment({"may not know them any more."});
        nix.attribute("hardware").openSet();
        for (const auto& target : shared_.hardware) writeTarget(nix, *target);
        nix.closeSet();
    }

    nix.blankLine();
    nix.comment({"Each node: its addresses as the schema has them, then its links in the order of making."});
}

void ProfileData::writeNode(const NodePlan& node, OutputWriter& out)
{
    NixWriter nix(out.text(), 1);
    writeNodeSchema(nix, node, shared_);
    nix.attribute("nodes", node.name).openSet();
    nix.attribute("role").string(Choice(node.role).word());
    nix.attribute("target").string(node.target->name.text());
    nix.attribute("backend").string(Choice(node.backend).word());
    if (node.age) nix.attribute("age").string(*node.age);
    nix.attribute("links").openList();
    const std::string_view target = targetOfPorts(node, shared_);
    CommonLinks common(links_.of(target));
    for (const LinkPlan& link : node.links) {
        out.from(link);
        writeLink(nix, link, common, target);
    }
    out.fromNoLink();
    nix.closeList();
    writeK3s(nix, node, shared_);
    nix.closeSet();
}

void ProfileData::writeFoot(OutputWriter& out)
{
    NixWriter nix(out.text(), 1);
    nix.closeSet();
}

} // namespace

std::string profileDataPath(std::string_view profile)
{
    return std::string(output_paths::profileData).append(profile) + ".nix";
}

std::unique_ptr<SharedFileWriter> profileData(const ProfilePlan& shared)
{
    return std::make_unique<ProfileData>(shared);
}

} // namespace n3x
