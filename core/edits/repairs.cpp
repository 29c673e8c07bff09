// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/repairs.h"

#include "core/edits/change.h"
#include "core/edits/free.h"
#include "core/edits/networks.h"
#include "core/edits/newcomers.h"
#include "core/edits/values.h"
#include "core/model/inherited_settings.h"
#include "core/types/reserved_ranges.h"

#include <algorithm>

namespace n3x::edits {
namespace {

// The address's bits behind the prefix of the subnet.
std::optional<std::uint64_t> hostPartIn(const Subnet& subnet, const IpAddress& address)
{
    const auto around = Subnet::around(address, subnet.prefixLength());
    return around ? around->hostPart(address) : std::nullopt;
}

std::optional<Entered<IpAddress>> freeAddress(const Project& project, const Profile& profile, const Network& network,
                                              const Subnet& subnet, std::optional<std::uint64_t> like)
{
    FreeHosts hosts(project, profile, network, subnet);
    const auto part = like && hosts.isFree(*like) ? like : hosts.next();
    const auto address = part ? subnet.address(*part) : std::nullopt;
    if (!address) return {};
    return Entered<IpAddress>(*address);
}

void replaceAddress(const Project& project, const Profile& profile, const Network& network, Attachment& attachment,
                    std::string_view refused)
{
    const auto bad = std::ranges::find_if(attachment.addresses, [&](const auto& one) { return one.reads(refused); });
    if (bad == attachment.addresses.end()) return;
    bool hasFamily = false;
    for (const auto& subnet : network.subnet) {
        if (!subnet || (*bad && bad->value().family() != subnet.value().family())) continue;
        hasFamily = true;
        const auto like = *bad ? hostPartIn(subnet.value(), bad->value()) : std::nullopt;
        if (auto address = freeAddress(project, profile, network, subnet.value(), like)) {
            *bad = *std::move(address);
            return;
        }
    }
    if (!hasFamily) attachment.addresses.erase(bad); // else the network is full, and somebody has to make room
}

void addMissing(const Project& project, const Profile& profile, const Network& network, Attachment& attachment,
                std::optional<std::uint64_t> like)
{
    for (const auto& subnet : network.subnet) {
        if (!subnet) continue;
        const bool has = std::ranges::any_of(attachment.addresses, [&](const auto& one) {
            return one && one.value().family() == subnet.value().family();
        });
        if (has) continue;
        if (auto address = freeAddress(project, profile, network, subnet.value(), like))
            attachment.addresses.push_back(*std::move(address));
    }
}

// Where hosts cannot have the subnet at all, one of its size among the private ranges.
Subnet privateLike(const Subnet& subnet)
{
    if (!unusableRangeIn(subnet) && !isLinkLocal(subnet.network())) return subnet;
    const std::string_view base = subnet.family() == Family::IPv6 ? "fd00:1::"
                                  : subnet.prefixLength() < 16    ? "10.0.0.0"
                                                                  : "192.168.1.0";
    const int longest = subnet.family() == Family::IPv6 ? 64 : 24; // a range that began at :: is of any size
    const int length = subnet.prefixLength() < 8 ? longest : subnet.prefixLength();
    return *Subnet::around(*IpAddress::parse(base), length);
}

template <class T> Sequence<T> lastRenamed(const Sequence<T>& objects, std::string_view name)
{
    std::optional<std::size_t> last;
    for (std::size_t index = 0; index < objects.size(); ++index)
        if (objects[index]->name.reads(name)) last = index;
    if (!last) return objects;
    using Name = decltype(T::name);
    return changedAt(objects, *last, [&](T& object) { object.name = Name::from(freeName(objects, name)); });
}

} // namespace

Edit giveAddress(std::string_view profile, std::string_view node, std::string_view network, std::string_view refused)
{
    const Text name = refused.empty()
                          ? Text(N3X_TEXT("Give %1 an address in %2"), {std::string(node), std::string(network)})
                          : Text(N3X_TEXT("Give %1 a free address in %2 instead of %3"),
                                 {std::string(node), std::string(network), std::string(refused)});
    return {name, [profile = std::string(profile), node = std::string(node), network = std::string(network),
                   refused = std::string(refused)](const Project& project) {
                return withProfile(project, profile, [&](Profile& p) {
                    const Profile old = p;
                    const Network* in = find(old.networks, network);
                    if (in == nullptr) return;
                    p.nodes = changed(p.nodes, node, [&](Node& n) {
                        auto attachment = std::ranges::find(n.addresses, network, &Attachment::network);
                        if (!refused.empty()) {
                            // A second attachment to the same network may be the one that holds it.
                            for (Attachment& one : n.addresses)
                                if (one.network == network) replaceAddress(project, old, *in, one, refused);
                            return;
                        }
                        const auto like = Newcomers(project, old).hostPartOf(n);
                        if (attachment == n.addresses.end()) attachment = n.addresses.insert(attachment, {network, {}});
                        addMissing(project, old, *in, *attachment, like);
                    });
                });
            }};
}

Edit reattach(std::string_view profile, std::string_view node, std::string_view from, std::string_view to)
{
    return {{N3X_TEXT("Attach %1 to %2 instead of %3"), {std::string(node), std::string(to), std::string(from)}},
            [profile = std::string(profile), node = std::string(node), from = std::string(from),
             to = std::string(to)](const Project& project) {
                return withNode(project, profile, node, [&](Node& n) {
                    const auto rename = [&](auto& list, auto network) {
                        if (std::ranges::contains(list, to, network)) return;
                        for (auto& one : list)
                            if (one.*network == from) one.*network = to;
                    };
                    rename(n.addresses, &Attachment::network);
                    rename(n.overrides, &NetworkOverride::network);
                });
            }};
}

Edit giveMac(std::string_view profile, std::string_view node, std::string_view nic)
{
    return {{N3X_TEXT("Give %1 of %2 a free MAC address"), {std::string(nic), std::string(node)}},
            [profile = std::string(profile), node = std::string(node), nic = std::string(nic)](const Project& project) {
                return withProfile(project, profile, [&](Profile& p) {
                    FreeMacs macs(p);
                    p.nodes = changed(p.nodes, node, [&](Node& n) {
                        for (NicMac& one : n.macs)
                            if (one.nic.reads(nic) && one.mac) one.mac = macs.takeAfter(one.mac.value());
                    });
                });
            }};
}

Edit giveSubnet(std::string_view profile, std::string_view network)
{
    return {{N3X_TEXT("Give %1 the next free subnet"), {std::string(network)}},
            [profile = std::string(profile), network = std::string(network)](const Project& project) {
                const Profile* p = find(project.profiles, profile);
                const auto index = p == nullptr ? std::nullopt : indexOf(p->networks, network);
                if (!index) return project;
                Profile others = *p; // its own subnets do not stand in its way
                others.networks = others.networks.erase(*index);
                std::vector<Entered<Subnet>> subnets = p->networks[*index]->subnet;
                if (subnets.empty()) subnets.push_back(Entered<Subnet>::from("192.168.1.0/24"));
                std::string text;
                FreeSubnets unused(project, others);
                for (const auto& subnet : subnets) {
                    const auto free = subnet ? unused.takeAfter(privateLike(subnet.value())) : std::nullopt;
                    if (!text.empty()) text += '\n';
                    text += free ? free->text() : subnet.text();
                }
                return renumber(profile, network, text).apply(project);
            }};
}

Edit dropDhcp(std::string_view profile, std::string_view network)
{
    return {{N3X_TEXT("Remove the DHCP server of %1"), {std::string(network)}},
            [profile = std::string(profile), network = std::string(network)](const Project& project) {
                return withNetwork(project, profile, network, [](Network& n) { n.dhcp.reset(); });
            }};
}

Edit giveApiAddress(std::string_view profile, std::string_view network)
{
    return {{N3X_TEXT("Give the API a free address in %1"), {std::string(network)}},
            [profile = std::string(profile), network = std::string(network)](const Project& project) {
                return withProfile(project, profile, [&](Profile& p) {
                    const Network* in = find(p.networks, network);
                    if (in == nullptr) return;
                    for (const auto& subnet : in->subnet) {
                        if (!subnet) continue;
                        const auto said = inheriting(p.k3s, project.k3s).apiAddress;
                        const auto like = said && *said ? hostPartIn(subnet.value(), said->value()) : std::nullopt;
                        if (auto address = freeAddress(project, p, *in, subnet.value(), like)) {
                            p.k3s.apiAddress = *std::move(address);
                            return;
                        }
                    }
                });
            }};
}

Edit sayForProfile(std::string_view profile)
{
    return {{N3X_TEXT("Say for %1 what all its servers say of ranges and the API address"), {std::string(profile)}},
            [profile = std::string(profile)](const Project& project) {
                return withProfile(project, profile, [](Profile& p) { p = sayingWhatServersSay(std::move(p)); });
            }};
}

Edit giveName(const ObjectPath& object, std::string_view wanted)
{
    const std::string name = object.names().back();
    return {{N3X_TEXT("Rename %1 to %2, or the next free name"), {name, std::string(wanted)}},
            [object, names = object.names(), wanted = std::string(wanted)](const Project& project) {
                const Profile* profile = names.size() == 4 ? find(project.profiles, names[1]) : nullptr;
                std::string free = wanted;
                if (names.size() == 2)
                    free = freeName(project.profiles, wanted);
                else if (profile != nullptr)
                    free = names[2] == "nodes"      ? freeName(profile->nodes, wanted)
                           : names[2] == "networks" ? freeName(profile->networks, wanted)
                                                    : freeName(profile->uplinks, wanted);
                return setValue(object / "name", free).apply(project);
            }};
}

Edit renameLast(NamedKind kind, std::string_view profile, std::string_view name)
{
    return {{N3X_TEXT("Give the last %1 a name of its own"), {std::string(name)}},
            [kind, profile = std::string(profile), name = std::string(name)](const Project& project) {
                Project next = project;
                if (kind == NamedKind::Profile)
                    next.profiles = lastRenamed(project.profiles, name);
                else if (kind == NamedKind::Target)
                    next.hardware = lastRenamed(project.hardware, name);
                else
                    next = withProfile(project, profile, [&](Profile& p) {
                        if (kind == NamedKind::Uplink)
                            p.uplinks = lastRenamed(p.uplinks, name);
                        else if (kind == NamedKind::Network)
                            p.networks = lastRenamed(p.networks, name);
                        else
                            p.nodes = lastRenamed(p.nodes, name);
                    });
                return next;
            }};
}

} // namespace n3x::edits
