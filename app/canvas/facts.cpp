// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/facts.h"

#include "app/canvas/paint.h"
#include "app/canvas/session.h"
#include "app/canvas/words.h"
#include "app/document/document.h"
#include "app/document/translated.h"

#include <algorithm>

namespace n3x {
namespace {

QString roleName(Role role) { return role == Role::Server ? Words::tr("Server") : Words::tr("Agent"); }

QString trafficName(Traffic traffic)
{
    switch (traffic) {
    case Traffic::K3s: return Words::tr("K3s");
    case Traffic::Storage: return Words::tr("storage");
    case Traffic::Management: return Words::tr("management");
    case Traffic::Ingress: return Words::tr("ingress");
    }
    return {};
}

QString carriesText(const NetworkView& network)
{
    QStringList names;
    for (const Traffic traffic : network.carries) names << trafficName(traffic);
    return names.join(QStringLiteral(", "));
}

const NodeView& nodeOf(const Scene& scene, const Hit& hit)
{
    return *scene.view.nodes[static_cast<std::size_t>(hit.index)];
}
const NetworkView& networkOf(const Scene& scene, int index)
{
    return scene.view.networks[static_cast<std::size_t>(index)];
}

QStringList attachments(const Scene& scene, const CableView& cable)
{
    QStringList lines;
    for (const StrandView& strand : cable.strands) {
        const NetworkView& network = networkOf(scene, strand.network);
        QString line =
            QStringLiteral("%1 · %2").arg(network.name, strand.note.isEmpty() ? paint::vlanText(network) : strand.note);
        if (!strand.address.isEmpty()) line += QStringLiteral(" · ") + strand.address;
        lines << line;
    }
    return lines;
}

Facts bondFacts(const Scene& scene, const Hit& hit)
{
    const NodeView& node = nodeOf(scene, hit);
    const CableView& cable = node.cables[static_cast<std::size_t>(hit.part)];
    Facts facts{.title = QStringLiteral("%1 · %2").arg(cable.bond, cable.mode), .lines = {}};
    QStringList members;
    for (const int port : cable.ports) members << node.ports[static_cast<std::size_t>(port)].name;
    facts.lines << Words::tr("members %1").arg(members.join(QStringLiteral(", ")));
    if (cable.primary >= 0)
        facts.lines << Words::tr("primary %1, link check %2").arg(members.at(cable.primary), cable.linkCheck);
    else
        facts.lines << Words::tr("link check %1").arg(cable.linkCheck);
    QStringList networks;
    for (const StrandView& strand : cable.strands) networks << networkOf(scene, strand.network).name;
    facts.lines << (networks.isEmpty() ? Words::tr("carries no network")
                                       : Words::tr("carries %1").arg(networks.join(QStringLiteral(", "))));
    return facts;
}

Facts laneFacts(const Scene& scene, const Hit& hit)
{
    const NetworkView& network = networkOf(scene, hit.index);
    Facts facts{.title = QStringLiteral("%1 · %2").arg(network.name, paint::vlanText(network)), .lines = {}};
    if (!network.subnets.isEmpty()) facts.lines << network.subnets.join(QStringLiteral(", "));
    if (!network.carries.empty()) facts.lines << Words::tr("carries %1").arg(carriesText(network));
    facts.lines << (network.isDhcp ? Words::tr("addresses by DHCP") : Words::tr("static addresses"));
    facts.lines << Words::tr("uplink %1").arg(network.uplink);
    facts.lines << Words::tr("%n node(s) attached", nullptr, network.attached);
    return facts;
}

} // namespace

QString backendName(Backend backend)
{
    return backend == Backend::Nixos ? QStringLiteral("NixOS") : QStringLiteral("Debian");
}

Facts factsOf(const CanvasSession& session, const Hit& hit)
{
    const Scene& scene = session.settled();
    Facts facts;
    ObjectPath path = session.pathOf(hit);
    switch (hit.kind) {
    case HitKind::Nothing: return {};
    case HitKind::Lane: facts = laneFacts(scene, hit); break;
    case HitKind::Bond: facts = bondFacts(scene, hit); break;
    case HitKind::Port: {
        const NodeView& node = nodeOf(scene, hit);
        const PortView& port = node.ports[static_cast<std::size_t>(hit.part)];
        facts.title = Words::tr("%1 of %2").arg(port.name, node.name);
        if (port.isMissing) facts.lines << Words::tr("%1 has no such port").arg(node.target);
        path = {};
        for (const CableView& cable : node.cables)
            if (std::ranges::find(cable.ports, hit.part) != cable.ports.end()) {
                facts.lines << (cable.bond.isEmpty() ? Words::tr("uplink %1").arg(cable.uplink)
                                                     : Words::tr("member of %1").arg(cable.bond));
                if (cable.bond.isEmpty()) facts.lines << attachments(scene, cable);
                path = session.pathOf({HitKind::Bond, hit.index, static_cast<int>(&cable - node.cables.data())});
            }
        if (!port.isUsed) facts.lines << Words::tr("free");
        if (path.empty()) return facts;
        break;
    }
    case HitKind::Card: {
        const NodeView& node = nodeOf(scene, hit);
        facts.title = QStringLiteral("%1 · %2").arg(node.name, roleName(node.role));
        facts.lines << QStringLiteral("%1 · %2").arg(node.target, backendName(node.backend));
        for (const CableView& cable : node.cables) facts.lines << attachments(scene, cable);
        break;
    }
    }
    int shown = 0;
    for (const Problem& problem : session.document().problems()) {
        if (!problem.path.isWithin(path)) continue;
        if (++shown > 3) {
            facts.lines << Words::tr("… and more, see Problems");
            break;
        }
        facts.lines << translated(problem.what);
    }
    return facts;
}

QString spokenName(const Scene& scene, const Hit& hit)
{
    if (hit.kind == HitKind::Lane) return Words::tr("Network %1").arg(networkOf(scene, hit.index).name);
    if (hit.kind == HitKind::Bond)
        return Words::tr("Bond %1 of %2")
            .arg(nodeOf(scene, hit).cables[static_cast<std::size_t>(hit.part)].bond, nodeOf(scene, hit).name);
    if (hit.kind == HitKind::Nothing) return {};
    return Words::tr("%1 %2").arg(roleName(nodeOf(scene, hit).role), nodeOf(scene, hit).name);
}

QString spokenDescription(const Scene& scene, const Hit& hit)
{
    if (hit.kind == HitKind::Nothing) return {};
    if (hit.kind == HitKind::Bond) {
        const Facts facts = bondFacts(scene, hit);
        const CableView& cable = nodeOf(scene, hit).cables[static_cast<std::size_t>(hit.part)];
        QStringList parts = QStringList(facts.title) + facts.lines;
        const std::optional<Severity> worst = scene.uplinks.value(cable.uplink);
        if (worst == Severity::Error) parts << Words::tr("has errors");
        if (worst == Severity::Warning) parts << Words::tr("has warnings");
        return parts.join(QStringLiteral(", "));
    }
    QStringList parts;
    const Mark* mark = nullptr;
    if (hit.kind == HitKind::Lane) {
        const NetworkView& network = networkOf(scene, hit.index);
        parts << paint::vlanText(network) << network.subnets;
        if (!network.carries.empty()) parts << Words::tr("carries %1").arg(carriesText(network));
        mark = &scene.lanes[static_cast<std::size_t>(hit.index)];
    } else {
        const NodeView& node = nodeOf(scene, hit);
        parts << node.target << backendName(node.backend);
        for (const CableView& cable : node.cables) {
            parts << attachments(scene, cable);
            const std::optional<Severity> worst = scene.uplinks.value(cable.uplink);
            if (worst == Severity::Error) parts << Words::tr("uplink %1 has errors").arg(cable.uplink);
            if (worst == Severity::Warning) parts << Words::tr("uplink %1 has warnings").arg(cable.uplink);
        }
        mark = &scene.cards[static_cast<std::size_t>(hit.index)];
    }
    if (mark->worst == Severity::Error) parts << Words::tr("has errors");
    if (mark->worst == Severity::Warning) parts << Words::tr("has warnings");
    if (mark->isChanged) parts << Words::tr("changed");
    return parts.join(QStringLiteral(", "));
}

bool isOn(const NodeView& node, int network)
{
    return std::ranges::any_of(node.cables, [network](const CableView& cable) {
        return std::ranges::contains(cable.strands, network, &StrandView::network);
    });
}

QString attachRefusal(const ClusterView& view, int node, int network, int cable)
{
    const NodeView& from = *view.nodes[static_cast<std::size_t>(node)];
    const NetworkView& to = view.networks[static_cast<std::size_t>(network)];
    if (isOn(from, network)) return Words::tr("%1 is on it already").arg(from.name);
    const auto wanted = std::ranges::find(from.cables, to.uplink, &CableView::uplink);
    if (wanted == from.cables.end()) return Words::tr("it has no uplink");
    if (cable >= 0 && static_cast<std::size_t>(cable) < from.cables.size() &&
        from.cables[static_cast<std::size_t>(cable)].uplink != to.uplink)
        return Words::tr("it is on uplink %1").arg(to.uplink);
    for (const int port : wanted->ports)
        if (from.ports[static_cast<std::size_t>(port)].isMissing)
            return Words::tr("no port %1 here").arg(from.ports[static_cast<std::size_t>(port)].name);
    return {};
}

ShapeModel::Row CanvasSession::rowOf(const Hit& hit, int bank) const
{
    const bool isFocused = hit == focused_;
    bool isSelected = false;
    if (hit.kind == HitKind::Card) isSelected = scene_.cards[static_cast<std::size_t>(hit.index)].isSelected;
    if (hit.kind == HitKind::Lane) isSelected = scene_.lanes[static_cast<std::size_t>(hit.index)].isSelected;
    return {.key = key(hit),
            .name = spokenName(scene_, hit),
            .description = spokenDescription(scene_, hit),
            .shape = rectOf(scene_, hit, bank),
            .isSelected = isSelected,
            .isFocused = isFocused};
}

} // namespace n3x
