// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/node_menu.h"

#include "app/canvas/facts.h"
#include "app/canvas/words.h"
#include "app/document/document.h"
#include "app/theme/colours.h"
#include "app/theme/icons.h"
#include "app/theme/network_icon.h"
#include "core/edits/nodes.h"

#include <QMenu>

#include <algorithm>
#include <numeric>

namespace n3x {
namespace {

using Names = std::vector<std::string>;

struct NodeMenu {
    QMenu& menu;
    Document& document;
    const ClusterView& view;
    const std::vector<int>& nodes;
    std::string profile = view.profile.toStdString();

    [[nodiscard]] const NodeView& at(int node) const { return *view.nodes[static_cast<std::size_t>(node)]; }

    // Those of the nodes that fit.
    template <class Fits> [[nodiscard]] Names namesWhere(const Fits& fits) const
    {
        Names names;
        for (const int node : nodes)
            if (fits(node)) names.push_back(at(node).name.toStdString());
        return names;
    }

    // With their number where an entry is about some of the nodes only.
    [[nodiscard]] QString counted(const QString& text, const Names& names) const
    {
        return names.size() == nodes.size()
                   ? text
                   : Words::tr("%1 (%n node(s))", nullptr, static_cast<int>(names.size())).arg(text);
    }
};

void addRole(const NodeMenu& on, Role role)
{
    const Names names = on.namesWhere([&](int node) { return on.at(node).role != role; });
    if (names.empty()) return;
    const bool isServer = role == Role::Server;
    const int count = static_cast<int>(names.size());
    const bool isOne = on.document.selection().size() == 1;
    const QString text = isOne      ? isServer ? Words::tr("Make it a server") : Words::tr("Make it an agent")
                              : isServer ? Words::tr("Make %n node(s) servers", nullptr, count)
                                    : Words::tr("Make %n node(s) agents", nullptr, count);
    on.menu.addAction(icon(isServer ? QStringLiteral("server") : QStringLiteral("agent")), text,
                      [document = &on.document, profile = on.profile, names, role] {
                          document->apply(edits::setRoles(profile, names, role));
                      });
}

void addNetworks(const NodeMenu& on)
{
    QMenu* attach = on.menu.addMenu(Words::tr("Attach to"));
    QMenu* detach = on.menu.addMenu(Words::tr("Detach from"));
    const Colours colours = coloursOf(on.menu.palette());
    for (int at = 0; at < static_cast<int>(on.view.networks.size()); ++at) {
        const QString& shown = on.view.networks[static_cast<std::size_t>(at)].name;
        const std::string network = shown.toStdString();
        const QIcon line = networkIcon(on.document.networkPlace(on.profile, network), colours);
        Document* document = &on.document;
        const std::string& profile = on.profile;
        const Names attached = on.namesWhere([&](int node) { return isOn(on.at(node), at); });
        if (!attached.empty())
            detach->addAction(line, on.counted(shown, attached),
                              [=] { document->apply(edits::detachNodes(profile, attached, network)); });
        if (attached.size() == on.nodes.size()) continue;
        QString refusal;
        const Names able = on.namesWhere([&](int node) {
            const QString reason = attachRefusal(on.view, node, at);
            if (!isOn(on.at(node), at)) refusal = reason;
            return reason.isEmpty();
        });
        QAction* action = attach->addAction(
            line, able.empty() ? QStringLiteral("%1 (%2)").arg(shown, refusal) : on.counted(shown, able),
            [=] { document->apply(edits::attachNodes(profile, able, network)); });
        action->setEnabled(!able.empty());
    }
    attach->setEnabled(!attach->isEmpty());
    detach->setEnabled(!detach->isEmpty());
}

void addHardware(const NodeMenu& on)
{
    const Profile* profile = find(on.document.project().profiles, on.profile);
    if (profile == nullptr || profile->nodes.size() != on.view.nodes.size()) return;
    QMenu* hardware = on.menu.addMenu(Words::tr("Hardware target"));
    const auto add = [&](const Sequence<HardwareTarget>& offered) {
        for (const auto& target : offered) {
            const std::string value = target->name.text();
            const Names others = on.namesWhere(
                [&](int node) { return profile->nodes[static_cast<std::size_t>(node)]->target != value; });
            QAction* action = hardware->addAction(QString::fromStdString(target->title.text()),
                                                  [document = &on.document, name = on.profile, others, value] {
                                                      document->apply(edits::swapTargets(name, others, value));
                                                  });
            action->setCheckable(true);
            action->setChecked(others.empty());
        }
    };
    add(on.document.project().hardware);
    add(builtInHardware());
}

} // namespace

void addForNodes(QMenu& menu, Document& document, const ClusterView& view, const std::vector<int>& nodes)
{
    const NodeMenu on{menu, document, view, nodes};
    addRole(on, Role::Server);
    addRole(on, Role::Agent);
    addNetworks(on);
    addHardware(on);
}

void addAttachAll(QMenu& menu, Document& document, const ClusterView& view, int network)
{
    std::vector<int> all(view.nodes.size());
    std::iota(all.begin(), all.end(), 0);
    const NodeMenu on{menu, document, view, all};
    const Names able = on.namesWhere([&](int node) { return attachRefusal(view, node, network).isEmpty(); });
    const QString text = Words::tr("Attach all nodes");
    const std::string name = view.networks[static_cast<std::size_t>(network)].name.toStdString();
    QAction* action = menu.addAction(able.empty() ? text : on.counted(text, able),
                                     [document = &document, profile = on.profile, able, name] {
                                         document->apply(edits::attachNodes(profile, able, name));
                                     });
    action->setEnabled(!able.empty());
    if (able.empty()) action->setToolTip(Words::tr("No node can be attached to it that is not yet."));
}

} // namespace n3x
