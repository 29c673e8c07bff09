// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/core/checks/small_project.h"

#include "core/edits/change.h"

namespace n3x::test {
namespace {

Change api(std::string_view address)
{
    return profile([address = std::string(address)](Profile& p) { p.k3s.apiAddress = from<IpAddress>(address); });
}

Change addresses(std::string_view name, std::initializer_list<std::string_view> texts)
{
    return node(name, [said = list<IpAddress>(texts)](Node& n) { n.addresses[0].addresses = said; });
}

// The cluster has IPv4 only; its network has both families.
Change bothSubnets()
{
    return network("cluster", [](Network& n) { n.subnet = list<Subnet>({"192.168.200.0/24", "fd00:200::/64"}); });
}

Change threeServers()
{
    const auto serve = [](Node& n) { n.role = Choice(Role::Server); };
    return all({node("agent-1", serve), node("agent-2", serve)});
}

Change debian(std::string_view name)
{
    return node(name, [](Node& n) { n.backend = Choice(Backend::Debian); });
}

} // namespace

std::vector<Case> apiCases()
{
    return {
        {"N3X5036", "an API address of a family that a node lacks",
         all({bothSubnets(), api("fd00:200::9"), addresses("server-1", {"192.168.200.1", "fd00:200::1"}),
              addresses("agent-2", {"192.168.200.3", "fd00:200::3"})}),
         "nodes/agent-1/addresses/cluster",
         all({bothSubnets(), api("192.168.200.9"), addresses("server-1", {"192.168.200.1", "fd00:200::1"})})},
        {"N3X5036", "an API address of a family that DHCP does not give",
         all({bothSubnets(), api("fd00:200::9"), addresses("server-1", {"192.168.200.1", "fd00:200::1"}),
              addresses("agent-1", {"192.168.200.2", "fd00:200::2"})}),
         "nodes/agent-2/addresses/cluster", all({dualStack(), dhcp(), api("fd00:200::9"), addresses("agent-1", {})})},
        {"N3X5037", "a server beside the API address that DHCP gives any address",
         all({dhcp(), api("192.168.200.9"), addresses("server-1", {})}), "nodes/server-1/addresses/cluster",
         all({dhcp(), api("192.168.200.9"), addresses("agent-1", {})})},
        {"N3X5037", "one of three servers",
         all({threeServers(), dhcp(), api("192.168.200.9"), addresses("agent-1", {})}),
         "nodes/agent-1/addresses/cluster",
         all({threeServers(), dhcp(), api("192.168.200.9"), addresses("agent-1", {}), debian("agent-1")})},
    };
}

} // namespace n3x::test
