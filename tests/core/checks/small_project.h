// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/project.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace n3x::test {

// A cluster without any problem: profile "p", uplink "trunk" on eth1, network "cluster" (VLAN 200, carries K3s) and
// "storage" (VLAN 100), nodes server-1, agent-1 and agent-2 on QEMU machines.
[[nodiscard]] Project smallProject();

using Change = std::function<void(Project&)>;

// Says a value by its path: say("networks/cluster/vlan", "4095"). Paths stand in the profile unless they begin with
// '/'.
[[nodiscard]] Change say(std::string_view path, std::string_view text);
[[nodiscard]] Change profile(std::function<void(Profile&)> change);
[[nodiscard]] Change uplink(std::string_view name, std::function<void(Uplink&)> change);
[[nodiscard]] Change network(std::string_view name, std::function<void(Network&)> change);
[[nodiscard]] Change node(std::string_view name, std::function<void(Node&)> change);
[[nodiscard]] Change all(std::vector<Change> changes);
[[nodiscard]] Change role(std::string_view name, Role role);
[[nodiscard]] Change flannel(std::string_view name, FlannelBackend backend);

// trunk as bond0 of eth1 and eth2, primary eth1.
[[nodiscard]] Change bonded();
// cluster, K3s and all nodes with both families.
[[nodiscard]] Change dualStack();
// cluster by DHCP, served from .254, range .100 to .200.
[[nodiscard]] Change dhcp();
// One more own hardware target "box" with NICs eth0 to eth2 and both backends.
[[nodiscard]] Change ownTarget(std::function<void(HardwareTarget&)> change = {});

template <class T> Entered<T> from(std::string_view text) { return Entered<T>::from(text); }
template <class T> std::vector<Entered<T>> list(std::initializer_list<std::string_view> texts)
{
    std::vector<Entered<T>> result;
    for (const std::string_view text : texts) result.push_back(Entered<T>::from(text));
    return result;
}

// One rule: what breaks it, where that is told, and what nearly breaks it and does not.
struct Case {
    std::string_view code;
    std::string name;
    Change wrong;
    std::string path; // as for say(); where the problem stands
    Change nearMiss;
    std::vector<std::string_view> also = {}; // other codes that the wrong project cannot help showing
};

[[nodiscard]] std::vector<Case> nameCases();
[[nodiscard]] std::vector<Case> addressCases();
[[nodiscard]] std::vector<Case> linkCases();
[[nodiscard]] std::vector<Case> clusterCases();
[[nodiscard]] std::vector<Case> limitCases(); // what links and releases of one cluster have to have in common
[[nodiscard]] std::vector<Case> addonCases();
[[nodiscard]] std::vector<Case> routeCases();
[[nodiscard]] std::vector<Case> apiCases();

[[nodiscard]] std::string fullPath(std::string_view path);

} // namespace n3x::test
