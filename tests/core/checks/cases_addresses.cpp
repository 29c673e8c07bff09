// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/core/checks/small_project.h"

#include "core/edits/change.h"

namespace n3x::test {
namespace {

Change address(std::string_view name, std::string_view text)
{
    return node(name, [text = std::string(text)](Node& n) { n.addresses[0].addresses = list<IpAddress>({text}); });
}

Change cluster(std::function<void(Network&)> change) { return network("cluster", std::move(change)); }

Change gateway(std::string_view name, std::string_view text)
{
    return network(name, [text = std::string(text)](Network& n) { n.gateway = list<IpAddress>({text}); });
}

Change route(std::string_view to, std::string_view via)
{
    return cluster([to = std::string(to), via = std::string(via)](Network& n) {
        n.routes = {{from<Subnet>(to), from<IpAddress>(via)}};
    });
}

Change storageRoute(std::string_view to)
{
    return network("storage", [to = std::string(to)](Network& n) {
        n.routes = {{from<Subnet>(to), from<IpAddress>("192.168.100.253")}};
    });
}

Change alsoRoute(std::string_view to, std::string_view via)
{
    return cluster([to = std::string(to), via = std::string(via)](Network& n) {
        n.routes.push_back({from<Subnet>(to), from<IpAddress>(via)});
    });
}

Change leaveStorage(std::string_view name)
{
    return node(name, [](Node& n) { n.addresses.pop_back(); });
}

Change storageSubnet(std::string_view text)
{
    return all({network("storage", [text = std::string(text)](Network& n) { n.subnet = list<Subnet>({text}); }),
                leaveStorage("server-1"), leaveStorage("agent-1"), leaveStorage("agent-2")});
}

// Only the two agents, or the first, are on storage.
Change wire(std::string_view subnet, std::string_view first, std::string_view second)
{
    const auto stay = [](std::string_view name, std::string_view text) {
        return node(name, [text = std::string(text)](Node& n) {
            n.addresses.pop_back();
            if (!text.empty()) n.addresses.push_back({"storage", list<IpAddress>({text})});
        });
    };
    return all({network("storage", [subnet = std::string(subnet)](Network& n) { n.subnet = list<Subnet>({subnet}); }),
                stay("server-1", {}), stay("agent-1", first), stay("agent-2", second)});
}

// The network with addresses that count on its link only, and nodes to match.
Change linkLocal(std::string_view name)
{
    const auto move = [name = std::string(name)](std::string_view of, std::string_view text) {
        return node(of, [=, text = std::string(text)](Node& n) {
            for (Attachment& one : n.addresses)
                if (one.network == name) one.addresses = list<IpAddress>({text});
        });
    };
    return all({network(name, [](Network& n) { n.subnet = list<Subnet>({"169.254.7.0/24"}); }),
                move("server-1", "169.254.7.1"), move("agent-1", "169.254.7.2"), move("agent-2", "169.254.7.3")});
}

// IPv6 gateways in both networks; in storage nobody has an IPv6 address.
Change bothFamilies()
{
    const auto widen = [](std::string_view name, std::string_view subnet, std::string_view gateway) {
        return network(name, [=](Network& n) {
            if (n.subnet.size() == 1) n.subnet.push_back(from<Subnet>(subnet));
            n.gateway = list<IpAddress>({gateway});
        });
    };
    return all({dualStack(), widen("cluster", "fd00:200::/64", "fd00:200::fe"),
                widen("storage", "fd00:100::/64", "fd00:100::fe")});
}

Change range(std::string_view first, std::string_view last)
{
    return all({dhcp(), cluster([first = std::string(first), last = std::string(last)](Network& n) {
                    n.dhcp->range = list<IpAddress>({first, last});
                })});
}

Change ranges(std::initializer_list<std::string_view> clusterCidr, std::initializer_list<std::string_view> serviceCidr)
{
    return [one = list<Subnet>(clusterCidr), other = list<Subnet>(serviceCidr)](Project& p) {
        p.k3s.clusterCidr = one;
        p.k3s.serviceCidr = other;
    };
}

Change onlyIpv6()
{
    const auto leave = [](std::string_view name) {
        return node(name, [](Node& n) { n.addresses[0].addresses.erase(n.addresses[0].addresses.begin()); });
    };
    return all({dualStack(), cluster([](Network& n) { n.subnet = list<Subnet>({"fd00:200::/64"}); }),
                ranges({"fd00:42::/56"}, {"fd00:43::/112"}), leave("server-1"), leave("agent-1"), leave("agent-2")});
}

Change dhcp6()
{
    return cluster([](Network& n) {
        n.addressing = Choice(Addressing::Dhcp);
        n.dhcp = DhcpService{from<IpAddress>("fd00:200::fe"),
                             from<MacAddress>("52:54:00:01:01:00"),
                             list<IpAddress>({"fd00:200::1000", "fd00:200::2000"}),
                             {}};
    });
}

} // namespace

std::vector<Case> addressCases()
{
    return {
        {"N3X2001", "an address with a prefix", address("agent-1", "192.168.200.2/24"),
         "nodes/agent-1/addresses/cluster/0", address("agent-1", "192.168.200.2")},
        {"N3X2001", "a nameserver by name", [](Project& p) { p.nameservers = list<IpAddress>({"dns"}); },
         "/nameservers/0", [](Project& p) { p.nameservers = list<IpAddress>({"10.0.0.1"}); }},
        {"N3X2002", "a subnet with host bits",
         cluster([](Network& n) { n.subnet = list<Subnet>({"192.168.200.7/24"}); }), "networks/cluster/subnet/0",
         cluster([](Network&) {})},
        {"N3X2003", "a group MAC address", say("nodes/agent-1/macs/eth1", "01:00:5e:00:00:01"),
         "nodes/agent-1/macs/eth1", say("nodes/agent-1/macs/eth1", "02:00:5e:00:00:01")},
        {"N3X2004", "an address of another subnet", address("agent-1", "10.0.0.2"), "nodes/agent-1/addresses/cluster/0",
         address("agent-1", "192.168.200.253")},
        {"N3X2005", "the broadcast address", address("agent-1", "192.168.200.255"), "nodes/agent-1/addresses/cluster/0",
         address("agent-1", "192.168.200.254")},
        {"N3X2005", "the network address", address("agent-1", "192.168.200.0"), "nodes/agent-1/addresses/cluster/0",
         address("agent-1", "192.168.200.10")},
        {"N3X2005", "a gateway at the broadcast address", gateway("cluster", "192.168.200.255"),
         "networks/cluster/gateway/0", gateway("cluster", "192.168.200.254")},
        {"N3X2005", "a next hop at the broadcast address", route("10.9.0.0/16", "192.168.200.255"),
         "networks/cluster/routes/0/via", route("10.9.0.0/16", "192.168.200.254")},
        {"N3X2005", "a next hop at the network address", route("10.9.0.0/16", "192.168.200.0"),
         "networks/cluster/routes/0/via", all({dualStack(), route("fd00:9::/64", "fd00:200::9")})},
        {"N3X2006", "one address twice", address("agent-1", "192.168.200.1"), "nodes/agent-1/addresses/cluster/0",
         // The same address in two networks is two addresses; only subnets may not overlap.
         address("agent-1", "192.168.200.4")},
        {"N3X2007", "the gateway's address",
         all({gateway("cluster", "192.168.200.254"), address("agent-1", "192.168.200.254")}),
         "nodes/agent-1/addresses/cluster/0",
         all({gateway("cluster", "192.168.200.254"), address("agent-1", "192.168.200.253")})},
        {"N3X2008", "inside the DHCP range", all({dhcp(), address("agent-1", "192.168.200.150")}),
         "nodes/agent-1/addresses/cluster/0", all({dhcp(), address("agent-1", "192.168.200.99")})},
        {"N3X2009", "overlapping subnets",
         network("storage", [](Network& n) { n.subnet = list<Subnet>({"192.168.0.0/16"}); }),
         "networks/storage/subnet/0",
         network("storage", [](Network& n) { n.subnet = list<Subnet>({"192.168.100.0/23"}); })},
        {"N3X2010", "a subnet in the cluster CIDR", ranges({"192.168.0.0/17"}, {"10.43.0.0/16"}),
         "networks/storage/subnet/0", ranges({"192.168.0.0/18"}, {"10.43.0.0/16"})},
        {"N3X2010", "a family of its own is fine", ranges({"10.42.0.0/16"}, {"192.168.100.0/24"}),
         "networks/storage/subnet/0",
         network("storage", [](Network& n) { n.subnet = list<Subnet>({"192.168.100.0/24", "fd00:42::/64"}); })},
        {"N3X2010", "a route into the pods of Flannel", route("10.42.7.0/24", "192.168.200.9"),
         "networks/cluster/routes/0/to", route("10.0.0.0/8", "192.168.200.9")},
        {"N3X2010", "a route into the pods without Flannel", route("10.42.0.0/16", "192.168.200.9"),
         "networks/cluster/routes/0/to",
         all({route("10.42.0.0/16", "192.168.200.9"),
              [](Project& p) { p.k3s.flannelBackend = Choice(FlannelBackend::None); }})},
        {"N3X2031", "a name server on each node's loopback",
         cluster([](Network& n) { n.nameservers = list<IpAddress>({"192.168.200.254", "127.0.0.53"}); }),
         "networks/cluster/nameservers/1", all({dualStack(), cluster([](Network& n) {
                                                    n.nameservers = list<IpAddress>({"192.168.200.254", "fe80::1"});
                                                })})},
        {"N3X2031", "no address as a name server of all",
         [](Project& p) { p.nameservers = list<IpAddress>({"0.0.0.0"}); }, "/nameservers/0",
         [](Project& p) { p.nameservers = list<IpAddress>({"1.1.1.1"}); }},
        {"N3X2030", "two routes to one destination",
         all({route("10.9.0.0/16", "192.168.200.9"), alsoRoute("10.9.0.0/16", "192.168.200.8")}),
         "networks/cluster/routes/1/to",
         all({route("10.9.0.0/16", "192.168.200.9"), alsoRoute("10.9.0.0/17", "192.168.200.8")})},
        {"N3X2030", "routes of two networks to one destination",
         all({route("10.9.0.0/16", "192.168.200.9"), storageRoute("10.9.0.0/16")}), "networks/storage/routes/0/to",
         all({route("10.9.0.0/16", "192.168.200.9"), storageRoute("10.8.0.0/16")})},
        {"N3X2030", "routes of two networks that no node has both of",
         all({route("10.9.0.0/16", "192.168.200.1"), storageRoute("10.9.0.0/16")}), "networks/storage/routes/0/to",
         all({route("10.9.0.0/16", "192.168.200.1"), storageRoute("10.9.0.0/16"), leaveStorage("agent-1"),
              leaveStorage("agent-2")})},
        {"N3X2016", "a route to everywhere by a node that has another way out",
         all({route("0.0.0.0/0", "192.168.200.1"), gateway("storage", "192.168.100.254")}),
         "networks/storage/gateway/0",
         all({route("0.0.0.0/0", "192.168.200.1"), gateway("storage", "192.168.100.254"), leaveStorage("agent-1"),
              leaveStorage("agent-2")})},
        {"N3X2011", "services among pods", ranges({"10.42.0.0/16"}, {"10.42.128.0/17"}), "/k3s/serviceCidr",
         ranges({"10.42.0.0/17"}, {"10.42.128.0/17"})},
        {"N3X2012", "IPv6 pods without IPv6 services",
         all({dualStack(), ranges({"10.42.0.0/16", "fd00:42::/56"}, {"10.43.0.0/16"})}), "/k3s/serviceCidr",
         dualStack()},
        {"N3X2012", "IPv6 pods on an IPv4 network",
         ranges({"10.42.0.0/16", "fd00:42::/56"}, {"10.43.0.0/16", "fd00:43::/112"}), "networks/cluster/subnet",
         dualStack()},
        {"N3X2012", "a node without IPv6",
         all({dualStack(), node("agent-1", [](Node& n) { n.addresses[0].addresses.pop_back(); })}),
         "nodes/agent-1/addresses/cluster", dualStack()},
        {"N3X2013", "two IPv4 subnets",
         cluster([](Network& n) { n.subnet = list<Subnet>({"192.168.200.0/24", "192.168.201.0/24"}); }),
         "networks/cluster/subnet/1", dualStack()},
        {"N3X2013", "two IPv4 addresses",
         node("agent-1",
              [](Node& n) { n.addresses[0].addresses = list<IpAddress>({"192.168.200.2", "192.168.200.20"}); }),
         "nodes/agent-1/addresses/cluster/1", dualStack()},
        {"N3X2013", "an IPv4 address twice",
         node("agent-1",
              [](Node& n) { n.addresses[0].addresses = list<IpAddress>({"192.168.200.2", "192.168.200.2"}); }),
         "nodes/agent-1/addresses/cluster/1", dualStack()},
        {"N3X2013", "two IPv4 ranges", ranges({"10.42.0.0/16", "10.44.0.0/16"}, {"10.43.0.0/16"}), "/k3s/clusterCidr/1",
         dualStack()},
        {"N3X2014", "no subnet",
         all({network("storage", [](Network& n) { n.subnet.clear(); }),
              node("agent-1", [](Node& n) { n.addresses.pop_back(); }),
              node("agent-2", [](Node& n) { n.addresses.pop_back(); }),
              node("server-1", [](Node& n) { n.addresses.pop_back(); })}),
         "networks/storage/subnet",
         network("storage", [](Network& n) { n.subnet = list<Subnet>({"192.168.100.0/25"}); })},
        {"N3X2015", "a gateway elsewhere", gateway("cluster", "10.0.0.1"), "networks/cluster/gateway/0",
         gateway("cluster", "192.168.200.254")},
        {"N3X2016", "two gateways", all({gateway("cluster", "192.168.200.254"), gateway("storage", "192.168.100.254")}),
         "networks/storage/gateway/0",
         all({gateway("cluster", "192.168.200.254"), network("storage",
                                                             [](Network& n) {
                                                                 n.subnet = list<Subnet>(
                                                                     {"192.168.100.0/24", "fd00:100::/64"});
                                                                 n.gateway = list<IpAddress>({"fd00:100::fe"});
                                                             })})},
        // Only families in which the node has an address count.
        {"N3X2016", "two gateways of both families",
         all({bothFamilies(),
              node("agent-1", [](Node& n) { n.addresses[1].addresses.push_back(from<IpAddress>("fd00:100::2")); })}),
         "networks/storage/gateway/0", bothFamilies()},
        {"N3X2016", "a gateway and a route to everywhere",
         all({gateway("cluster", "192.168.200.254"), route("0.0.0.0/0", "192.168.200.253")}),
         "networks/cluster/routes/0/to",
         all({gateway("cluster", "192.168.200.254"), route("0.0.0.0/1", "192.168.200.253")})},
        {"N3X2016", "a route to everywhere in another network",
         all({gateway("cluster", "192.168.200.254"), storageRoute("0.0.0.0/0")}), "networks/storage/routes/0/to",
         storageRoute("0.0.0.0/0")},
        {"N3X2008", "a gateway inside the DHCP range", all({dhcp(), gateway("cluster", "192.168.200.150")}),
         "networks/cluster/gateway/0", all({dhcp(), gateway("cluster", "192.168.200.201")})},
        {"N3X2026", "a reservation by another port's MAC address",
         all({dhcp(), node("agent-1", [](Node& n) { n.macs[0].nic = from<InterfaceName>("eth2"); })}),
         "nodes/agent-1/addresses/cluster", dhcp()},
        {"N3X2026", "a reservation by the second member's MAC address",
         all({dhcp(), bonded(), node("agent-1", [](Node& n) { n.macs[0].nic = from<InterfaceName>("eth2"); })}),
         "nodes/agent-1/addresses/cluster", all({dhcp(), bonded()})},
        {"N3X2017", "a next hop elsewhere", route("10.9.0.0/16", "10.0.0.1"), "networks/cluster/routes/0/via",
         route("10.9.0.0/16", "192.168.200.253")},
        {"N3X2017", "a link-local next hop of IPv4", route("10.9.0.0/16", "169.254.0.1"),
         "networks/cluster/routes/0/via", all({dualStack(), route("fd00:9::/64", "fe80::1")})},
        {"N3X2015", "a link-local gateway without IPv6", gateway("cluster", "fe80::1"), "networks/cluster/gateway/0",
         all({dualStack(), gateway("cluster", "fe80::1")})},
        {"N3X2015", "a gateway beyond the link-local range", all({dualStack(), gateway("cluster", "fec0::1")}),
         "networks/cluster/gateway/0", all({dualStack(), gateway("cluster", "febf::1")})},
        {"N3X2018", "DHCP without a server", all({dhcp(), cluster([](Network& n) { n.dhcp->server.reset(); })}),
         "networks/cluster/dhcp/server", dhcp()},
        {"N3X2018", "DHCP without a range", all({dhcp(), cluster([](Network& n) { n.dhcp->range.clear(); })}),
         "networks/cluster/dhcp/range", dhcp()},
        {"N3X2019", "DHCP that nobody serves", all({dhcp(), cluster([](Network& n) { n.dhcp.reset(); })}),
         "networks/cluster/dhcp", dhcp()},
        {"N3X2020", "a range backwards", range("192.168.200.200", "192.168.200.100"), "networks/cluster/dhcp/range",
         range("192.168.200.100", "192.168.200.100")},
        {"N3X2020", "a range elsewhere", range("10.0.0.1", "10.0.0.9"), "networks/cluster/dhcp/range",
         range("192.168.200.4", "192.168.200.9")},
        {"N3X2021", "a DHCP server elsewhere",
         all({dhcp(), cluster([](Network& n) { n.dhcp->server = from<IpAddress>("10.0.0.1"); })}),
         "networks/cluster/dhcp/server", dhcp()},
        {"N3X2023", "one MAC address twice", say("nodes/agent-1/macs/eth1", "52:54:00:01:01:01"),
         "nodes/agent-1/macs/eth1", say("nodes/agent-1/macs/eth1", "52:54:00:01:01:09")},
        {"N3X2023", "the DHCP server's MAC address", all({dhcp(), say("nodes/agent-1/macs/eth1", "52:54:00:01:01:00")}),
         "nodes/agent-1/macs/eth1", dhcp()},
        {"N3X2023", "the MAC address that the DHCP server has unsaid",
         all({dhcp(), cluster([](Network& n) { n.dhcp->mac.reset(); }),
              say("nodes/agent-1/macs/eth1", "52:54:00:01:01:00")}),
         "nodes/agent-1/macs/eth1",
         all({dhcp(), cluster([](Network& n) { n.dhcp->mac = from<MacAddress>("52:54:00:01:09:00"); }),
              say("nodes/agent-1/macs/eth1", "52:54:00:01:01:00")})},
        {"N3X2028", "a DHCP server for static addresses",
         all({dhcp(), cluster([](Network& n) { n.addressing = Choice(Addressing::Static); })}), "networks/cluster/dhcp",
         dhcp()},
        {"N3X2024", "IPv6 via IPv4", route("fd00:9::/64", "192.168.200.253"), "networks/cluster/routes/0/via",
         route("10.9.0.0/16", "192.168.200.253")},
        {"N3X2025", "no static address", node("agent-1", [](Node& n) { n.addresses[1].addresses.clear(); }),
         "nodes/agent-1/addresses/storage", node("agent-1", [](Node& n) { n.addresses.pop_back(); })},
        {"N3X2026", "a reservation for nobody", all({dhcp(), node("agent-1", [](Node& n) { n.macs.clear(); })}),
         "nodes/agent-1/addresses/cluster",
         all({dhcp(), node("agent-1",
                           [](Node& n) {
                               n.macs.clear();
                               n.addresses[0].addresses.clear();
                           })})},
        {"N3X2021",
         "a DHCP server of the other family",
         all({dualStack(), dhcp(), cluster([](Network& n) { n.dhcp->server = from<IpAddress>("fd00:200::fe"); })}),
         "networks/cluster/dhcp/server",
         dhcp(),
         {"N3X2019"}},
        {"N3X2019", "DHCP that serves one family of two", all({dualStack(), dhcp()}), "networks/cluster/dhcp/range",
         dhcp()},
        {"N3X2019", "DHCP for IPv6, which tests do not serve", all({onlyIpv6(), dhcp6()}),
         "networks/cluster/dhcp/range", onlyIpv6()},
        {"N3X2034",
         "an IPv6 gateway of a network with DHCP",
         all({onlyIpv6(), dhcp6(), gateway("cluster", "fd00:200::99")}),
         "networks/cluster/gateway/0",
         all({onlyIpv6(), gateway("cluster", "fd00:200::99")}),
         {"N3X2019"}},
        {"N3X2029", "a subnet of this machine alone", storageSubnet("127.0.1.0/24"), "networks/storage/subnet/0",
         storageSubnet("128.0.1.0/24")},
        {"N3X2029", "a subnet of multicast addresses", storageSubnet("224.0.1.0/24"), "networks/storage/subnet/0",
         storageSubnet("223.255.255.0/24")},
        {"N3X2029", "a subnet that holds loopback", storageSubnet("126.0.0.0/7"), "networks/storage/subnet/0",
         storageSubnet("128.0.0.0/7")},
        {"N3X2029", "a subnet that every link has",
         network("storage", [](Network& n) { n.subnet.push_back(from<Subnet>("fe80::/64")); }),
         "networks/storage/subnet/1",
         network("storage", [](Network& n) { n.subnet.push_back(from<Subnet>("fd80::/64")); })},
        {"N3X2029", "IPv4 addresses as IPv6 ones",
         network("storage", [](Network& n) { n.subnet.push_back(from<Subnet>("::ffff:10.0.0.0/120")); }),
         "networks/storage/subnet/1",
         network("storage", [](Network& n) { n.subnet.push_back(from<Subnet>("64:ff9b::10.0.0.0/120")); })},
        {"N3X2029", "K3s on addresses of one link", linkLocal("cluster"), "networks/cluster/subnet/0",
         linkLocal("storage")},
        {"N3X2029", "pods with multicast addresses",
         all({dualStack(), ranges({"10.42.0.0/16", "ff00::/56"}, {"10.43.0.0/16", "fd00:43::/112"})}),
         "/k3s/clusterCidr/1", dualStack()},
        {"N3X2005", "the first address of a /30", wire("192.168.100.0/30", "192.168.100.0", "192.168.100.1"),
         "nodes/agent-1/addresses/storage/0", wire("192.168.100.0/31", "192.168.100.0", "192.168.100.1")},
        {"N3X2005", "the last address of a /30", wire("192.168.100.0/30", "192.168.100.1", "192.168.100.3"),
         "nodes/agent-2/addresses/storage/0", wire("192.168.100.2/31", "192.168.100.2", "192.168.100.3")},
        {"N3X2005", "the routers' own address of an IPv6 subnet", wire("fd00:100::/126", "fd00:100::", "fd00:100::1"),
         "nodes/agent-1/addresses/storage/0", wire("fd00:100::/127", "fd00:100::", "fd00:100::1")},
        {"N3X2004", "an address beside a /32", wire("192.168.100.1/32", "192.168.100.2", {}),
         "nodes/agent-1/addresses/storage/0", wire("192.168.100.1/32", "192.168.100.1", {})},
        {"N3X2027", "the DHCP server's address", all({dhcp(), address("agent-1", "192.168.200.254")}),
         "nodes/agent-1/addresses/cluster/0", all({dhcp(), address("agent-1", "192.168.200.253")})},
    };
}

} // namespace n3x::test
