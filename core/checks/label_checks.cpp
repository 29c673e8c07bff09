// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/node_checks.h"

#include "core/edits/change.h"
#include "core/edits/values.h"

#include <algorithm>
#include <array>

namespace n3x::checks {
namespace {

bool isIn(std::string_view domain, std::string_view parent)
{
    return domain == parent || (domain.size() > parent.size() && domain.ends_with(parent) &&
                                domain[domain.size() - parent.size() - 1] == '.');
}

std::string_view prefixOf(std::string_view key)
{
    const std::size_t slash = key.find('/');
    return slash == std::string_view::npos ? std::string_view() : key.substr(0, slash);
}

bool isReserved(std::string_view key) { return isIn(prefixOf(key), "kubernetes.io") || isIn(prefixOf(key), "k8s.io"); }

// Those reserved labels that the kubelet may set on its own node (Kubernetes, NodeRestriction; the kubelet
// refuses to start with any other in --node-labels).
bool mayKubeletSet(std::string_view key)
{
    constexpr std::array<std::string_view, 11> allowed{"kubernetes.io/arch",
                                                       "kubernetes.io/hostname",
                                                       "kubernetes.io/os",
                                                       "beta.kubernetes.io/arch",
                                                       "beta.kubernetes.io/os",
                                                       "beta.kubernetes.io/instance-type",
                                                       "node.kubernetes.io/instance-type",
                                                       "topology.kubernetes.io/region",
                                                       "topology.kubernetes.io/zone",
                                                       "failure-domain.beta.kubernetes.io/region",
                                                       "failure-domain.beta.kubernetes.io/zone"};
    const std::string_view prefix = prefixOf(key);
    return std::ranges::contains(allowed, key) || isIn(prefix, "kubelet.kubernetes.io") ||
           isIn(prefix, "node.kubernetes.io");
}

// Whether Kubernetes takes two taints for one, whatever their values.
bool areOne(const Entered<Taint>& one, const Entered<Taint>& other)
{
    return one && other && keyOf(one.value()) == keyOf(other.value()) &&
           effectOf(one.value()) == effectOf(other.value());
}

Edit withoutTaint(const ObjectPath& path, const std::string& taint)
{
    const auto names = path.names();
    return {{N3X_TEXT("Remove taint %1 of %2"), {taint, names[3]}},
            [profile = names[1], node = names[3], taint](const Project& project) {
                return edits::withNode(project, profile, node, [&](Node& n) {
                    std::erase_if(n.taints, [&](const auto& one) { return one.reads(taint); });
                });
            }};
}

Edit withoutLabel(const ObjectPath& path, const std::string& key)
{
    const auto names = path.names();
    return {{N3X_TEXT("Remove label %1 of %2"), {key, names[3]}},
            [profile = names[1], node = names[3], key](const Project& project) {
                return edits::withNode(project, profile, node, [&](Node& n) {
                    std::erase_if(n.labels, [&](const Label& one) { return one.key.reads(key); });
                });
            }};
}

} // namespace

void checkLabels(const Node& node, const ObjectPath& path, Finder& finder)
{
    const std::string name = node.name.text();
    for (std::size_t at = 0; at < node.labels.size(); ++at) {
        const Label& label = node.labels[at];
        const auto own = [&] { return path / "labels" / std::string_view(label.key.text()); };
        const bool isKey = checkValue(finder, label.key, own);
        checkValue(finder, label.value, own);
        const bool again = std::any_of(node.labels.begin(), node.labels.begin() + static_cast<std::ptrdiff_t>(at),
                                       [&](const Label& before) { return before.key == label.key; });
        if (again)
            finder.add(codes::nameTwice, own(), {N3X_TEXT("%1 has the label %2 twice."), {name, label.key.text()}},
                       N3X_TEXT("Keep one of them."));
        if (isKey && isReserved(label.key.value().text()) && !mayKubeletSet(label.key.value().text()))
            finder.add(codes::labelReserved, own(),
                       {N3X_TEXT("%1 has the label %2, which a node may not set on itself."), {name, label.key.text()}},
                       N3X_TEXT("Use a prefix of your own, or set it with kubectl after the node has joined; K3s does "
                                "not start with it."),
                       {withoutLabel(path, label.key.text())});
    }
    for (std::size_t at = 0; at < node.taints.size(); ++at) {
        const auto& taint = node.taints[at];
        if (!checkValue(finder, taint, [&] { return path / "taints" / at; })) continue;
        const auto own = node.taints.begin() + static_cast<std::ptrdiff_t>(at);
        const auto before = std::find_if(node.taints.begin(), own, [&](const auto& one) { return areOne(one, taint); });
        if (before != own && *before == taint)
            finder.add(codes::nameTwice, path / "taints" / at,
                       {N3X_TEXT("%1 has the taint %2 twice."), {name, taint.text()}}, N3X_TEXT("Keep one of them."),
                       {edits::setValue(path / "taints" / at, "")});
        else if (before != own)
            finder.add(codes::nameTwice, path / "taints" / at,
                       {N3X_TEXT("%1 has the taints %2 and %3, of one key and one effect."),
                        {name, before->text(), taint.text()}},
                       N3X_TEXT("Keep one of them: Kubernetes tells taints apart by key and effect."),
                       {choice(edits::setValue(path / "taints" / at, ""))});
        const std::string_view key = keyOf(taint.value());
        const bool isRoleTaint =
            key == "node-role.kubernetes.io/control-plane" || key == "node-role.kubernetes.io/etcd";
        if (isReserved(key) && !isRoleTaint)
            finder.add(codes::taintReserved, path / "taints" / at,
                       {N3X_TEXT("%1 has the taint %2, whose name Kubernetes keeps for itself."), {name, taint.text()}},
                       N3X_TEXT("Use a name of your own: controllers add and remove taints of these names."),
                       {withoutTaint(path, taint.text())});
    }
}

} // namespace n3x::checks
