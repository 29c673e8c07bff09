// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/node_checks.h"

#include "core/edits/repairs.h"
#include "core/edits/values.h"
#include "core/files/nearest.h"
#include "core/model/defaults.h"
#include "core/model/inherited_settings.h"
#include "core/types/k3s_skew.h"
#include "core/types/reserved_ranges.h"

#include <algorithm>
#include <array>
#include <set>

namespace n3x::checks {
namespace {

// What K3s brings along and can leave out (K3s, "Managing Packaged Components").
constexpr std::array<std::string_view, 7> components{"coredns",        "servicelb", "traefik",     "local-storage",
                                                     "metrics-server", "runtimes",  "rolebindings"};

std::string componentList()
{
    std::string list;
    for (const std::string_view component : components) list.append(list.empty() ? "" : ", ").append(component);
    return list;
}

// Which prefix lengths Kubernetes takes for a range, and which K3s takes where nobody says one.
struct Sizes {
    int shortest;
    int longest;
    int usual;
};
enum class RangeOf : std::uint8_t { Pods, Services };

Sizes sizesOf(RangeOf what, Family family)
{
    if (what == RangeOf::Pods) return family == Family::IPv4 ? Sizes{1, 24, 16} : Sizes{48, 64, 56};
    return family == Family::IPv4 ? Sizes{12, 28, 16} : Sizes{108, 124, 112};
}

void checkRange(const Subnet& range, RangeOf what, const ObjectPath& path, Finder& finder)
{
    const Sizes sizes = sizesOf(what, range.family());
    const int length = range.prefixLength();
    std::vector<Edit> fixes;
    if (const auto usual = Subnet::around(range.network(), sizes.usual))
        fixes.push_back(edits::setValue(path, usual->text()));
    if (length < sizes.shortest || length > sizes.longest)
        finder.add(codes::rangeSize, path,
                   what == RangeOf::Pods
                       ? Text(N3X_TEXT("Kubernetes takes no range of the size of %1 for pods."), {range.text()})
                       : Text(N3X_TEXT("Kubernetes takes no range of the size of %1 for services."), {range.text()}),
                   {N3X_TEXT("Use a prefix length from %1 to %2."),
                    {std::to_string(sizes.shortest), std::to_string(sizes.longest)}},
                   std::move(fixes));
    else if (const auto kept = unusableRangeIn(range))
        finder.add(codes::subnetUnusable, path,
                   isLinkLocal(kept->network())
                       ? Text(N3X_TEXT("The range %1 of K3s reaches into %2, which every link has already."),
                              {range.text(), kept->text()})
                       : Text(N3X_TEXT("The range %1 of K3s reaches into %2, which no machine can have."),
                              {range.text(), kept->text()}),
                   N3X_TEXT("Use a private range, such as 10.42.0.0/16 or fd00:42::/56."));
}

void checkRangeList(const std::optional<std::vector<Entered<Subnet>>>& said, RangeOf what, const ObjectPath& path,
                    Finder& finder)
{
    if (!said) return;
    checkEach(finder, *said, [&] { return path; });
    for (std::size_t at = 0; at < said->size(); ++at)
        if ((*said)[at]) checkRange((*said)[at].value(), what, path / at, finder);
    if (said->empty())
        finder.add(codes::noRange, path, N3X_TEXT("A range of K3s is said, and it is empty."),
                   N3X_TEXT("Name one IPv4 range, one IPv6 range, or both; or leave it out."),
                   {edits::setValue(path, "")});
    std::set<Family> families;
    for (std::size_t at = 0; at < said->size(); ++at) {
        if (!(*said)[at] || families.insert((*said)[at].value().family()).second) continue;
        finder.add(codes::familyTwice, path / at,
                   {N3X_TEXT("K3s has a second range of one address family, %1."), {(*said)[at].text()}},
                   N3X_TEXT("Keep one IPv4 and one IPv6 at most."), {edits::setValue(path / at, "")});
    }
}

bool has(const std::vector<Entered<Subnet>>& ranges, Family family)
{
    return std::ranges::any_of(ranges, [&](const auto& one) { return one && one.value().family() == family; });
}

std::string_view word(Family family) { return family == Family::IPv4 ? "IPv4" : "IPv6"; }

bool isValid(const Entered<Choice<Traffic>>& said) { return said.valid(); }

void checkK3sNetwork(const Frame& frame, Finder& finder)
{
    std::vector<const NetworkFrame*> carriers;
    for (const NetworkFrame& network : frame.networks)
        if (network.carriesK3s) carriers.push_back(&network);
    if (carriers.empty()) {
        std::vector<Edit> fixes;
        // Where a word is refused, that is the fault to mend: it may have been meant to be k3s.
        if (!frame.networks.empty() && std::ranges::all_of(frame.networks[0].said->carries, &isValid)) {
            std::string all = "k3s";
            for (const auto& one : frame.networks[0].said->carries) all += "\n" + one.text();
            fixes.push_back(edits::setValue(frame.networkPath(frame.networks[0].name) / "carries", all));
        }
        finder.add(codes::noK3sNetwork, frame.path / "networks",
                   {N3X_TEXT("No network of %1 carries K3s."), {frame.profileName}},
                   N3X_TEXT("Let exactly one network carry k3s."), std::move(fixes));
    }
    for (std::size_t at = 1; at < carriers.size(); ++at) {
        std::string rest;
        for (const auto& one : carriers[at]->said->carries)
            if (!one || one.value().kind() != Traffic::K3s) rest += (rest.empty() ? "" : "\n") + one.text();
        finder.add(codes::twoK3sNetworks, frame.networkPath(carriers[at]->name) / "carries",
                   {N3X_TEXT("%1 and %2 both carry K3s."), {carriers[0]->name, carriers[at]->name}},
                   N3X_TEXT("Let exactly one network carry k3s: nodes have one address in the cluster."),
                   {edits::setValue(frame.networkPath(carriers[at]->name) / "carries", rest)});
    }
}

void checkDualStack(const Frame& frame, const NetworkFrame& network, Finder& finder)
{
    if (!network.allSubnetsKnown || network.subnets.empty()) return;
    for (const Family family : {Family::IPv4, Family::IPv6})
        if (has(*frame.k3s.clusterCidr, family) && !network.has(family))
            finder.add(codes::familyMissing, frame.networkPath(network.name) / "subnet",
                       {N3X_TEXT("The cluster has an %1 range, and %2, which carries K3s, has no %1 subnet."),
                        {std::string(word(family)), network.name}},
                       {N3X_TEXT("Add an %1 subnet with addresses for the nodes, or take the range away."),
                        {std::string(word(family))}});
}

void checkFlannelMtu(const Frame& frame, const NetworkFrame& network, Finder& finder)
{
    const FlannelRoom room = flannelRoom(frame);
    if (!network.mtu || *network.mtu >= room.enough()) return;
    const std::string enough = std::to_string(room.enough());
    finder.add(room.code(), frame.networkPath(network.name) / "mtu",
               {N3X_TEXT("The MTU of %1, %2 bytes, less the %3 of Flannel's %4 is under 1280."),
                {network.name, std::to_string(*network.mtu), std::to_string(room.overhead),
                 std::string(Choice(room.backend).word())}},
               {N3X_TEXT("Use %1 or more."), {enough}},
               network.uplink != none && frame.uplinks[network.uplink].mtu >= room.enough()
                   ? std::vector<Edit>{edits::setValue(frame.networkPath(network.name) / "mtu", enough)}
                   : std::vector<Edit>());
}

void checkApiAddress(const Frame& frame, const Profile& profile, const NetworkFrame& network, Finder& finder)
{
    if (!frame.apiAddress) return;
    const IpAddress& api = *frame.apiAddress;
    const ObjectPath path = (profile.k3s.apiAddress ? frame.path : ObjectPath()) / "k3s" / "apiAddress";
    if (!network.allSubnetsKnown || network.subnets.empty()) return;
    const auto in = std::ranges::find_if(network.subnets, [&](const SubnetFrame& one) { return one.contains(api); });
    std::vector<Edit> fixes{edits::giveApiAddress(frame.profileName, network.name)};
    const auto isNextHop = [&](const Route& route) { return route.via && route.via.value() == api; };
    if (in == network.subnets.end())
        finder.add(codes::apiAddressOutside, path,
                   {N3X_TEXT("The API address %1 is outside %2 of %3, which carries K3s in %4."),
                    {api.text(), network.subnets[0].subnet.text(), network.name, frame.profileName}},
                   N3X_TEXT("Use a free address of that subnet: the servers share it on that link."), std::move(fixes));
    else if (in->isReserved(api) || network.isInDhcpRange(api) || std::ranges::contains(network.gateways, api) ||
             network.dhcpServer == api || std::ranges::contains(frame.nameServers, api) ||
             std::ranges::any_of(network.said->routes, isNextHop))
        finder.add(codes::apiAddressTaken, path,
                   {N3X_TEXT("The API address %1 is the network's, a router's, a name server's or DHCP's in %2 of %3."),
                    {api.text(), network.name, frame.profileName}},
                   N3X_TEXT("Use an address that nobody else has."), std::move(fixes));
}

} // namespace

FlannelRoom flannelRoom(const Frame& frame)
{
    FlannelRoom room{kindOf(frame.k3s.flannelBackend, defaults::flannelBackend), 0,
                     has(*frame.k3s.clusterCidr, Family::IPv6)};
    if (room.backend == FlannelBackend::Vxlan) room.overhead = room.ipv6 ? 70 : 50;
    if (room.backend == FlannelBackend::WireguardNative) room.overhead = 80;
    return room;
}

void checkSettings(const K3sSettings& settings, const ObjectPath& path, Finder& finder)
{
    checkValue(finder, settings.version, [&] { return path / "version"; });
    checkRangeList(settings.clusterCidr, RangeOf::Pods, path / "clusterCidr", finder);
    checkRangeList(settings.serviceCidr, RangeOf::Services, path / "serviceCidr", finder);
    checkValue(finder, settings.flannelBackend, [&] { return path / "flannelBackend"; });
    checkValue(finder, settings.apiAddress, [&] { return path / "apiAddress"; });
    checkValue(finder, settings.longhornPaths, [&] { return path / "longhornPaths"; });
    checkValue(finder, settings.images, [&] { return path / "images"; });
    if (settings.addons) checkValues(finder, *settings.addons, [&] { return path / "addons"; });
    if (!settings.disable) return;
    checkValues(finder, *settings.disable, [&] { return path / "disable"; });
    for (std::size_t at = 0; at < settings.disable->size(); ++at) {
        const auto& one = (*settings.disable)[at];
        if (!one || std::ranges::contains(components, std::string_view(one.value().text()))) continue;
        std::vector<Edit> fixes;
        const auto meantName = nearest(one.text(), std::span<const std::string_view>(components));
        if (meantName) fixes.push_back(edits::setValue(path / "disable" / at, *meantName));
        finder.add(codes::unknownComponent, path / "disable" / at,
                   {N3X_TEXT("K3s brings no component %1 that it could leave out."), {one.text()}},
                   meantName ? Text(N3X_TEXT("Did you mean %1?"), {*meantName})
                             : Text(N3X_TEXT("Its components are %1."), {componentList()}),
                   std::move(fixes));
    }
}

void checkRanges(const K3sSettings& merged, const ObjectPath& path, Finder& finder)
{
    const auto& cluster = *merged.clusterCidr;
    const auto& service = *merged.serviceCidr;
    const bool known =
        std::ranges::all_of(cluster, &Entered<Subnet>::valid) && std::ranges::all_of(service, &Entered<Subnet>::valid);
    if (!known || cluster.empty() || service.empty()) return;
    for (const auto& one : cluster)
        for (const auto& other : service)
            if (one.value().overlaps(other.value()))
                finder.add(codes::clusterOverlapsService, path / "serviceCidr",
                           {N3X_TEXT("The service CIDR %1 overlaps the cluster CIDR %2."), {other.text(), one.text()}},
                           N3X_TEXT("Give services a range of their own, such as 10.43.0.0/16."));
    for (const Family family : {Family::IPv4, Family::IPv6})
        if (has(cluster, family) != has(service, family))
            finder.add(codes::familyMissing, path / (has(cluster, family) ? "serviceCidr" : "clusterCidr"),
                       has(cluster, family)
                           ? Text(N3X_TEXT("The cluster has an %1 range for pods and none for services."),
                                  {std::string(word(family))})
                           : Text(N3X_TEXT("The cluster has an %1 range for services and none for pods."),
                                  {std::string(word(family))}),
                       N3X_TEXT("Name a range of that family for both, or for neither."));
    const bool bothAreDual = cluster.size() == 2 && service.size() == 2 && has(service, Family::IPv4) &&
                             has(service, Family::IPv6) && has(cluster, Family::IPv4) && has(cluster, Family::IPv6);
    if (bothAreDual && cluster[0].value().family() != service[0].value().family())
        finder.add(codes::rangeOrder, path / "serviceCidr",
                   {N3X_TEXT("The ranges for pods begin with %1, and those for services with %2."),
                    {std::string(word(cluster[0].value().family())), std::string(word(service[0].value().family()))}},
                   N3X_TEXT("Say both in one order: the first family is that of the cluster."),
                   {edits::setValue(path / "serviceCidr", service[1].text() + "\n" + service[0].text())});
}

void checkProfileSettings(const Frame& frame, const Profile& profile, Finder& finder)
{
    checkName(finder, profile.name, frame.path);
    checkValue(finder, profile.summary, [&] { return frame.path / "summary"; });
    checkSettings(profile.k3s, frame.path / "k3s", finder);
    if (profile.k3s.clusterCidr || profile.k3s.serviceCidr) checkRanges(frame.k3s, frame.path / "k3s", finder);
    checkK3sNetwork(frame, finder);
    if (frame.k3sNetwork == none) return;
    const NetworkFrame& network = frame.networks[frame.k3sNetwork];
    checkDualStack(frame, network, finder);
    checkFlannelMtu(frame, network, finder);
    checkApiAddress(frame, profile, network, finder);
}

} // namespace n3x::checks
