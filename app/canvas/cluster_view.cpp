// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/cluster_view.h"

#include "core/model/defaults.h"
#include "core/model/network_on.h"
#include "core/model/uplink_ports.h"
#include "core/types/bond_mode.h"

#include <algorithm>
#include <unordered_map>

namespace n3x {
namespace {

QString shown(const std::string& text) { return QString::fromStdString(text); }
QString shown(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

// "100ms" as it is read: "100 ms".
QString spaced(QString duration)
{
    qsizetype digits = 0;
    while (digits < duration.size() && duration[digits].isDigit()) ++digits;
    if (digits > 0 && digits < duration.size() && !duration[digits].isSpace()) duration.insert(digits, u' ');
    return duration;
}

// What all nodes of a profile have in common while they are viewed.
struct Shared {
    const Project& project;
    const Profile& profile;
    std::vector<std::string> networks; // names, in order
    std::unordered_map<std::string, const HardwareTarget*> targets;

    const HardwareTarget* target(const std::string& name)
    {
        const auto [at, isNew] = targets.try_emplace(name, nullptr);
        if (isNew) at->second = findTarget(project, name);
        return at->second;
    }
};

int portNamed(NodeView& node, const std::string& name)
{
    const QString wanted = shown(name);
    for (std::size_t at = 0; at < node.ports.size(); ++at)
        if (node.ports[at].name == wanted) return static_cast<int>(at);
    node.ports.push_back({.name = wanted, .isUsed = false, .isMissing = true});
    return static_cast<int>(node.ports.size()) - 1;
}

CableView cableOf(NodeView& view, const Uplink& uplink, const std::string& target)
{
    CableView cable{.uplink = shown(uplink.name.text())};
    const TargetPorts* ports = portsOf(uplink, target);
    std::vector<std::string> names;
    std::string primary;
    if (uplink.bond) {
        cable.bond = shown(uplink.bond->text());
        for (const auto& member : membersOf(uplink, ports)) names.push_back(member.text());
        const BondMode mode = uplink.mode && uplink.mode->valid() ? uplink.mode->value().kind() : defaults::bondMode;
        cable.linkCheck = spaced(uplink.miimon ? shown(uplink.miimon->text()) : shown(defaults::miimon.text()));
        cable.mode = uplink.mode ? shown(uplink.mode->text()) : shown(Choice(mode).word());
        if (hasPrimary(mode))
            if (const Entered<InterfaceName>* leading = primaryOf(uplink, ports)) primary = leading->text();
    } else if (const Entered<InterfaceName>* nic = nicOf(uplink, ports)) {
        names.push_back(nic->text());
    }
    for (const std::string& name : names) {
        const int port = portNamed(view, name);
        view.ports[static_cast<std::size_t>(port)].isUsed = true;
        if (!primary.empty() && name == primary) cable.primary = static_cast<int>(cable.ports.size());
        cable.ports.push_back(port);
    }
    return cable;
}

StrandView strandOf(const Attachment& attachment, const Network& network, int index)
{
    StrandView strand{.network = index};
    for (const auto& address : attachment.addresses) {
        if (!strand.address.isEmpty()) strand.address += u' ';
        if (const IpAddress* value = address.get()) {
            const QString tail = addressTail(*value);
            strand.address += tail;
            if (strand.shortened.isEmpty())
                strand.shortened = value->family() == Family::IPv4 ? tail.mid(tail.lastIndexOf(u'.')) : tail;
        } else {
            strand.address += shown(address.text());
        }
    }
    const bool isDhcp =
        network.addressing && network.addressing->valid() && network.addressing->value().kind() == Addressing::Dhcp;
    if (strand.address.isEmpty() && isDhcp) strand.address = QStringLiteral("DHCP");
    return strand;
}

std::shared_ptr<const NodeView> viewOf(const Node& node, Shared& shared)
{
    NodeView view{.name = shown(node.name.text()), .target = shown(node.target)};
    if (node.role.valid()) view.role = node.role.value().kind();
    if (const HardwareTarget* target = shared.target(node.target)) {
        view.targetIsKnown = true;
        if (const QString title = shown(target->title.text()); !title.isEmpty()) view.target = title;
        if (!target->backends.empty() && target->backends.front().valid())
            view.backend = target->backends.front().value().kind();
        for (const Nic& nic : target->nics) view.ports.push_back({.name = shown(nic.name.text())});
    }
    if (node.backend && node.backend->valid()) view.backend = node.backend->value().kind();
    for (const auto& uplink : shared.profile.uplinks) view.cables.push_back(cableOf(view, *uplink, node.target));

    for (const Attachment& attachment : node.addresses) {
        const auto named = std::ranges::find(shared.networks, attachment.network);
        if (named == shared.networks.end()) continue;
        const int index = static_cast<int>(named - shared.networks.begin());
        const Network& network = *shared.profile.networks[static_cast<std::size_t>(index)];
        StrandView strand = strandOf(attachment, network, index);
        const NetworkOn on = networkOn(node, network);
        if (on.changed && on.changed->vlan) strand.note = QStringLiteral("VLAN ") + shown(on.changed->vlan->text());
        const QString wanted = shown(on.uplink);
        const auto cable = std::ranges::find(view.cables, wanted, &CableView::uplink);
        if (cable != view.cables.end()) cable->strands.push_back(std::move(strand));
    }
    for (CableView& cable : view.cables) std::ranges::stable_sort(cable.strands, {}, &StrandView::network);
    return std::make_shared<const NodeView>(std::move(view));
}

NetworkView viewOf(const Network& network)
{
    NetworkView view{.name = shown(network.name.text()), .uplink = shown(network.uplink)};
    if (network.vlan) {
        view.vlan = shown(network.vlan->text());
        view.vlanIsValid = network.vlan->valid();
    }
    for (const auto& subnet : network.subnet) view.subnets.append(shown(subnet.text()));
    for (const auto& traffic : network.carries)
        if (traffic.valid()) view.carries.push_back(traffic.value().kind());
    view.isDhcp =
        network.addressing && network.addressing->valid() && network.addressing->value().kind() == Addressing::Dhcp;
    return view;
}

// Whether nodes look the same over both: a VLAN id shows on the lane alone, so that typing one costs nothing per node.
bool sameForNodes(const Sequence<Network>& one, const Sequence<Network>& two)
{
    if (one.identity() == two.identity()) return true;
    return std::ranges::equal(one, two, [](const auto& left, const auto& right) {
        return left->name == right->name && left->uplink == right->uplink && left->addressing == right->addressing;
    });
}

} // namespace

QString addressTail(const IpAddress& address)
{
    const QString text = shown(address.text());
    if (address.family() == Family::IPv4) {
        const qsizetype last = text.lastIndexOf(u'.');
        return text.mid(text.lastIndexOf(u'.', last - 1));
    }
    const qsizetype gap = text.lastIndexOf(QStringLiteral("::"));
    return gap >= 0 ? text.mid(gap) : text.mid(text.lastIndexOf(u':'));
}

ClusterView ClusterViewer::view(const Project& project, const Profile& profile)
{
    ClusterView cluster{.profile = shown(profile.name.text()), .summary = shown(profile.summary.text())};
    Shared shared{.project = project, .profile = profile, .networks = {}, .targets = {}};
    std::unordered_map<std::string_view, int> attached;
    for (const auto& network : profile.networks) {
        cluster.networks.push_back(viewOf(*network));
        shared.networks.push_back(network->name.text());
    }
    const bool keeps = seen_.uplinks == profile.uplinks && seen_.hardware == project.hardware &&
                       sameForNodes(seen_.networks, profile.networks);
    // Unchanged nodes share their box with the earlier profile, at the same place or a few places away.
    std::unordered_map<const Node*, std::shared_ptr<const NodeView>> earlier;
    bool earlierIsKnown = false;
    std::size_t index = 0;
    auto old = seen_.nodes.begin();
    cluster.nodes.reserve(profile.nodes.size());
    for (const auto& node : profile.nodes) {
        std::shared_ptr<const NodeView> same;
        if (keeps && index < seen_.views.size() && &old->get() == &node.get()) same = seen_.views[index];
        if (keeps && !same) {
            if (!earlierIsKnown) {
                std::size_t at = 0;
                for (const auto& before : seen_.nodes) earlier.emplace(&before.get(), seen_.views[at++]);
                earlierIsKnown = true;
            }
            if (const auto found = earlier.find(&node.get()); found != earlier.end()) same = found->second;
        }
        cluster.nodes.push_back(same ? std::move(same) : viewOf(*node, shared));
        for (const Attachment& attachment : node->addresses) ++attached[attachment.network];
        if (index < seen_.views.size()) ++old;
        ++index;
    }
    for (std::size_t at = 0; at < cluster.networks.size(); ++at)
        cluster.networks[at].attached = attached[shared.networks[at]];
    seen_ = {profile.nodes, profile.uplinks, profile.networks, project.hardware, cluster.nodes};
    return cluster;
}

} // namespace n3x
