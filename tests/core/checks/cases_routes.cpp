// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/core/checks/small_project.h"

#include "core/edits/change.h"

namespace n3x::test {
namespace {

Change route(std::string_view name, std::string_view to, std::string_view via)
{
    return network(name, [to = std::string(to), via = std::string(via)](Network& n) {
        n.routes = {{from<Subnet>(to), from<IpAddress>(via)}};
    });
}

Change attach(std::string_view name, std::string_view network, std::string_view text)
{
    return node(name, [network = std::string(network), text = std::string(text)](Node& n) {
        const auto known = std::ranges::find(n.addresses, network, &Attachment::network);
        Attachment& attachment = known == n.addresses.end() ? n.addresses.emplace_back(network) : *known;
        attachment.addresses.push_back(from<IpAddress>(text));
    });
}

// Routes of both networks to one destination, where nobody has an IPv6 address in storage.
Change ipv6Routes(std::string_view to)
{
    return all({dualStack(), network("storage", [](Network& n) { n.subnet.push_back(from<Subnet>("fd00:100::/64")); }),
                route("cluster", to, "fd00:200::fe"), route("storage", to, "fd00:100::fe")});
}

// A third network, to which both of the others lead.
Change routesToOffice()
{
    return all({route("cluster", "10.9.0.0/16", "192.168.200.9"), route("storage", "10.9.0.0/16", "192.168.100.9"),
                profile([](Profile& p) {
                    Network office;
                    office.name = from<DnsLabel>("office");
                    office.uplink = "trunk";
                    office.vlan = from<VlanId>("300");
                    office.subnet = list<Subnet>({"10.9.0.0/16"});
                    p.networks = p.networks.push_back(office);
                })});
}

} // namespace

std::vector<Case> routeCases()
{
    return {
        // Who has no address of that family in a network has no such route of it.
        {"N3X2030", "IPv6 routes of two networks",
         all({ipv6Routes("fd00:9::/64"), attach("agent-1", "storage", "fd00:100::2")}), "networks/storage/routes/0/to",
         ipv6Routes("fd00:9::/64")},
        {"N3X2016", "IPv6 routes to everywhere of two networks",
         all({ipv6Routes("::/0"), attach("agent-1", "storage", "fd00:100::2")}), "networks/storage/routes/0/to",
         ipv6Routes("::/0")},
        {"N3X2030", "routes of two networks to one that nodes are not on", routesToOffice(),
         "networks/storage/routes/0/to",
         all({routesToOffice(), attach("server-1", "office", "10.9.0.1"), attach("agent-1", "office", "10.9.0.2"),
              attach("agent-2", "office", "10.9.0.3")})},
        {"N3X2033", "a route to the network's own subnet", route("cluster", "192.168.200.0/24", "192.168.200.9"),
         "networks/cluster/routes/0/to", route("cluster", "192.168.200.0/23", "192.168.200.9")},
        {"N3X2033", "a route to a part of it", route("cluster", "192.168.200.7/32", "192.168.200.9"),
         "networks/cluster/routes/0/to", route("cluster", "192.168.100.0/24", "192.168.200.9")},
    };
}

} // namespace n3x::test
