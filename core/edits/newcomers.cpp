// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/newcomers.h"

#include "core/edits/target_ports.h"

#include <algorithm>
#include <ranges>

namespace n3x::edits {
namespace {

std::string mostFrequent(const std::map<std::string_view, std::size_t>& counts)
{
    if (counts.empty()) return {};
    return std::string(std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; })->first);
}

} // namespace

Newcomers::Newcomers(const Project& project, const Profile& profile)
    : project_(project), profile_(profile), macs_(profile)
{
    for (const auto& node : profile.nodes) names_.insert(node->name.text());
}

const Newcomers::Siblings& Newcomers::siblingsOf(Role role)
{
    const auto [entry, isNew] = siblings_.try_emplace(role);
    Siblings& siblings = entry->second;
    if (!isNew) return siblings;
    const auto isRole = [role](const Node& node) { return node.role && node.role.value().kind() == role; };
    const bool any = std::ranges::any_of(profile_.nodes, [&](const auto& node) { return isRole(*node); });
    std::map<std::string_view, bool> attached; // network → with an address
    std::map<std::string_view, std::size_t> targets;
    for (const auto& node : profile_.nodes) {
        if (!node->macs.empty() && (siblings.last == nullptr || isRole(*node) || !isRole(*siblings.last)))
            siblings.last = &*node;
        if (any && !isRole(*node)) continue;
        ++targets[node->target];
        for (const Attachment& attachment : node->addresses)
            attached[attachment.network] |= !attachment.addresses.empty();
    }
    siblings.target = mostFrequent(targets);
    for (const auto& network : profile_.networks) {
        const auto found = attached.find(network->name.text());
        const bool isStatic =
            !network->addressing || (*network->addressing && network->addressing->value().kind() == Addressing::Static);
        if (profile_.nodes.empty() ? isStatic : found != attached.end() && found->second)
            siblings.addressed.push_back(&*network);
        else if (profile_.nodes.empty() || found != attached.end())
            siblings.bare.push_back(&*network);
    }
    return siblings;
}

// What all siblings of that role and target chose counts for the new one.
const Newcomers::SaidBackend& Newcomers::backendOf(Role role, const std::string& target)
{
    const auto [entry, isNew] = backends_.try_emplace({role, target});
    SaidBackend& backend = entry->second;
    if (!isNew) return backend;
    bool first = true;
    for (const auto& sibling : profile_.nodes) {
        if (sibling->target != target || !(sibling->role == Entered(Choice(role)))) continue;
        if (first)
            backend = sibling->backend;
        else if (!(backend == sibling->backend))
            backend.reset();
        if (!backend) break;
        first = false;
    }
    return backend;
}

std::vector<FreeHosts>& Newcomers::hostsOf(const Network& network)
{
    const auto [entry, isNew] = hosts_.try_emplace(network.name.text());
    if (isNew)
        for (const auto& subnet : network.subnet)
            if (subnet) entry->second.emplace_back(project_, profile_, network, subnet.value());
    return entry->second;
}

std::string Newcomers::takeName(Role role)
{
    std::uint64_t& number = numbers_[role];
    number = nextNumber(names_, Choice(role).word(), number + 1);
    return *names_.insert(numberedName(Choice(role).word(), number)).first;
}

std::vector<Entered<IpAddress>> Newcomers::takeAddresses(const Network& network, std::optional<std::uint64_t> like)
{
    std::vector<Entered<IpAddress>> addresses;
    for (FreeHosts& hosts : hostsOf(network)) {
        const auto part = like && hosts.isFree(*like) ? like : hosts.next();
        if (!part) continue; // full; the checks say so
        hosts.take(*part);
        if (const auto address = hosts.subnet().address(*part)) addresses.emplace_back(*address);
    }
    return addresses;
}

std::optional<std::uint64_t> Newcomers::hostPartOf(const Node& node) const
{
    std::map<std::uint64_t, int> votes;
    for (const Attachment& attachment : node.addresses) {
        const Network* network = find(profile_.networks, attachment.network);
        if (network == nullptr) continue;
        for (const auto& address : attachment.addresses)
            for (const auto& subnet : network->subnet)
                if (address && subnet)
                    if (const auto part = subnet.value().hostPart(address.value())) ++votes[*part];
    }
    if (votes.empty()) return {};
    return std::ranges::max_element(votes, {}, &std::pair<const std::uint64_t, int>::second)->first;
}

std::vector<Attachment> Newcomers::takeAttachments(const std::vector<const Network*>& addressed,
                                                   const std::vector<const Network*>& bare)
{
    // The same host part in all networks, where there is one that is free in all.
    std::uint64_t part = 1;
    for (bool agreed = false; !agreed;) {
        agreed = true;
        for (const Network* network : addressed)
            for (FreeHosts& hosts : hostsOf(*network)) {
                const auto next = hosts.next(part);
                if (!next || *next <= part) continue; // a full one has no say, nor one that begins again
                part = *next;
                agreed = false;
            }
    }
    std::vector<Attachment> attachments;
    for (const auto& network : profile_.networks) {
        if (std::ranges::contains(addressed, &*network))
            attachments.push_back({network->name.text(), takeAddresses(*network, part)});
        else if (std::ranges::contains(bare, &*network))
            attachments.push_back({network->name.text(), {}});
    }
    return attachments;
}

void Newcomers::takeMacs(Node& node, const std::vector<NicMac>& siblingMacs, std::string_view siblingTarget)
{
    node.macs.clear();
    const HardwareTarget* from = findTarget(project_, siblingTarget);
    const HardwareTarget* to = findTarget(project_, node.target);
    const bool isOther = from != to && from != nullptr && to != nullptr;
    for (const NicMac& sibling : isOther ? mappedMacs(siblingMacs, profile_.uplinks, from, to) : siblingMacs) {
        if (!sibling.mac || (isOther && nicNamed(*to, sibling.nic) == nullptr)) continue;
        node.macs.push_back({sibling.nic, macs_.takeAfter(sibling.mac.value())});
    }
}

Node Newcomers::like(Role role, std::string_view target)
{
    const Siblings& siblings = siblingsOf(role);
    Node node;
    node.name = Entered<DnsLabel>::from(takeName(role));
    node.role = Choice(role);
    node.target = target.empty() ? siblings.target : target;
    if (node.target.empty()) node.target = "qemu-amd64";
    node.backend = backendOf(role, node.target);
    node.addresses = takeAttachments(siblings.addressed, siblings.bare);
    if (siblings.last != nullptr) takeMacs(node, siblings.last->macs, siblings.last->target);
    return node;
}

Node Newcomers::copyOf(const Node& original)
{
    Node node = original;
    node.name = Entered<DnsLabel>::from(takeName(original.role ? original.role.value().kind() : Role::Agent));
    std::vector<const Network*> addressed;
    std::vector<const Network*> bare;
    for (const Attachment& attachment : original.addresses)
        if (const Network* network = find(profile_.networks, attachment.network))
            (attachment.addresses.empty() ? bare : addressed).push_back(network);
    node.addresses = takeAttachments(addressed, bare);
    takeMacs(node, original.macs, original.target);
    node.age.reset(); // a key is one machine's, and opens its secrets
    return node;
}

std::string usualTarget(const Profile& profile)
{
    std::map<std::string_view, std::size_t> counts;
    for (const auto& node : profile.nodes) ++counts[node->target];
    return mostFrequent(counts);
}

} // namespace n3x::edits
