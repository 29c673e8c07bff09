// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/core/checks/small_project.h"

#include "core/edits/change.h"

namespace n3x::test {
namespace {

Change label(std::string_view key, std::string_view value)
{
    return node("agent-1", [key = std::string(key), value = std::string(value)](Node& n) {
        n.labels = {{from<LabelKey>(key), from<LabelValue>(value)}};
    });
}

Change taint(std::string_view text)
{
    return node("agent-1", [text = std::string(text)](Node& n) { n.taints = list<Taint>({text}); });
}

Change nameServer(std::string_view text)
{
    return [text = std::string(text)](Project& p) { p.nameservers = list<IpAddress>({text}); };
}

Change via(std::string_view text)
{
    return network("cluster", [text = std::string(text)](Network& n) {
        n.routes = {{from<Subnet>("10.9.0.0/16"), from<IpAddress>(text)}};
    });
}

Change api(std::string_view address)
{
    return profile([address = std::string(address)](Profile& p) { p.k3s.apiAddress = from<IpAddress>(address); });
}

Change threeServers() { return all({role("agent-1", Role::Server), role("agent-2", Role::Server)}); }

Change ranges(std::initializer_list<std::string_view> pods, std::initializer_list<std::string_view> services)
{
    return [one = list<Subnet>(pods), other = list<Subnet>(services)](Project& p) {
        p.k3s.clusterCidr = one;
        p.k3s.serviceCidr = other;
    };
}

// The second of a dual-stack cluster.
Change podRange(std::string_view text)
{
    return [text = std::string(text)](Project& p) { (*p.k3s.clusterCidr)[1] = from<Subnet>(text); };
}

Change serviceRange(std::string_view text)
{
    return [text = std::string(text)](Project& p) { (*p.k3s.serviceCidr)[1] = from<Subnet>(text); };
}

Change backend(std::string_view name, Backend backend)
{
    return node(name, [backend](Node& n) { n.backend = Choice(backend); });
}

Change deploy(std::string_view key = {})
{
    return [key = std::string(key)](Project& p) {
        p.deploy = "p";
        if (!key.empty()) p.admins.ssh = list<SshKey>({key});
    };
}

Change target(std::string_view name, std::string_view to)
{
    return node(name, [to = std::string(to)](Node& n) { n.target = to; });
}

Change pods(std::string_view name, std::string_view range)
{
    return node(name, [range = std::string(range)](Node& n) { n.k3s.clusterCidr = list<Subnet>({range}); });
}

Change carries(std::string_view name, Traffic traffic)
{
    return network(name, [traffic](Network& n) { n.carries = {Choice(traffic)}; });
}

} // namespace

std::vector<Case> clusterCases()
{
    return {
        {"N3X5001", "nothing carries K3s", carries("cluster", Traffic::Management), "networks",
         carries("storage", Traffic::Management)},
        {"N3X5002", "two carry K3s", carries("storage", Traffic::K3s), "networks/storage/carries",
         carries("storage", Traffic::Ingress)},
        {"N3X5003", "no server", role("server-1", Role::Agent), "nodes", [](Project&) {}},
        {"N3X5004", "two servers", role("agent-1", Role::Server), "nodes",
         all({role("agent-1", Role::Server), role("agent-2", Role::Server)})},
        {"N3X5005", "not in the cluster", node("agent-1", [](Node& n) { n.addresses.erase(n.addresses.begin()); }),
         "nodes/agent-1/addresses", node("agent-1", [](Node& n) { n.addresses.pop_back(); })},
        {"N3X5005", "in the cluster without an address",
         node("agent-1", [](Node& n) { n.addresses[0].addresses.clear(); }), "nodes/agent-1/addresses/cluster",
         all({dhcp(), node("agent-1", [](Node& n) { n.addresses[0].addresses.clear(); })})},
        {"N3X5006", "a label with a space", label("my label", "x"), "nodes/agent-1/labels/my label",
         label("my-label", "x")},
        {"N3X5007", "a label value with a space", label("rack", "rack 7"), "nodes/agent-1/labels/rack",
         label("rack", "rack-7")},
        {"N3X5008", "a taint without an effect", taint("dedicated=storage"), "nodes/agent-1/taints/0",
         taint("dedicated=storage:NoSchedule")},
        {"N3X5009", "a role as a label", label("node-role.kubernetes.io/worker", "true"),
         "nodes/agent-1/labels/node-role.kubernetes.io~1worker", label("node.longhorn.io/create-default-disk", "true")},
        {"N3X5009", "a restricted label", label("x.node-restriction.kubernetes.io/y", ""),
         "nodes/agent-1/labels/x.node-restriction.kubernetes.io~1y", label("topology.kubernetes.io/zone", "a")},
        {"N3X5009", "a label of k8s.io", label("k8s.io/y", ""), "nodes/agent-1/labels/k8s.io~1y",
         label("notk8s.io/y", "")},
        {"N3X5009", "a region under no name that Kubernetes had", label("failure-domain.kubernetes.io/region", "a"),
         "nodes/agent-1/labels/failure-domain.kubernetes.io~1region",
         label("failure-domain.beta.kubernetes.io/region", "a")},
        {"N3X5010", "a taint of the controllers", taint("node.kubernetes.io/not-ready:NoSchedule"),
         "nodes/agent-1/taints/0", taint("node-role.kubernetes.io/control-plane:NoSchedule")},
        {"N3X5011", "one server with another Flannel",
         all({role("agent-1", Role::Server), role("agent-2", Role::Server),
              flannel("agent-1", FlannelBackend::HostGw)}),
         "nodes/agent-1/k3s", all({flannel("server-1", FlannelBackend::HostGw)})},
        {"N3X5011", "an add-on of one server of three",
         all({threeServers(), node("agent-2", [](Node& n) { n.k3s.disable = list<Word>({"traefik"}); }),
              flannel("server-1", FlannelBackend::HostGw), flannel("agent-1", FlannelBackend::HostGw),
              flannel("agent-2", FlannelBackend::HostGw)}),
         "nodes/agent-2/k3s",
         all({threeServers(), flannel("server-1", FlannelBackend::HostGw), flannel("agent-1", FlannelBackend::HostGw),
              flannel("agent-2", FlannelBackend::HostGw)})},
        {"N3X5011", "a range of two servers of three",
         all({threeServers(), pods("server-1", "10.44.0.0/16"), pods("agent-1", "10.44.0.0/16")}), "nodes/agent-1/k3s",
         all({threeServers(), pods("server-1", "10.42.0.0/16"), pods("agent-1", "10.42.0.0/16")})},
        {"N3X5034", "an API address that the only server says",
         node("server-1", [](Node& n) { n.k3s.apiAddress = from<IpAddress>("192.168.200.250"); }),
         "nodes/server-1/k3s/apiAddress", api("192.168.200.250")},
        {"N3X5034", "a range that the only server says", pods("server-1", "10.44.0.0/16"),
         "nodes/server-1/k3s/clusterCidr", [](Project& p) { p.k3s.clusterCidr = list<Subnet>({"10.44.0.0/16"}); }},
        {"N3X5034",
         "a range that all servers say, one of which differs in something else",
         all({threeServers(), pods("server-1", "10.44.0.0/16"), pods("agent-1", "10.44.0.0/16"),
              pods("agent-2", "10.44.0.0/16"), flannel("agent-2", FlannelBackend::HostGw)}),
         "nodes/agent-1/k3s/clusterCidr",
         all({threeServers(), pods("server-1", "10.42.0.0/16"), pods("agent-1", "10.42.0.0/16"),
              pods("agent-2", "10.42.0.0/16")}),
         {"N3X5011"}},
        {"N3X5035", "a founding server that DHCP gives any address",
         all({dhcp(), node("server-1", [](Node& n) { n.addresses[0].addresses.clear(); })}),
         "nodes/server-1/addresses/cluster",
         all({dhcp(), node("agent-1", [](Node& n) { n.addresses[0].addresses.clear(); })})},
        {"N3X5035", "any address for the server that is named to found",
         all({threeServers(), dhcp(), profile([](Profile& p) { p.initServer = "agent-2"; }),
              node("agent-2", [](Node& n) { n.addresses[0].addresses.clear(); })}),
         "nodes/agent-2/addresses/cluster",
         all({threeServers(), dhcp(), node("agent-2", [](Node& n) { n.addresses[0].addresses.clear(); })})},
        {"N3X5014", "a version without v", [](Project& p) { p.k3s.version = from<K3sVersion>("1.35.0+k3s1"); },
         "/k3s/version", [](Project& p) { p.k3s.version = from<K3sVersion>("v1.35.0+k3s1"); }},
        {"N3X5015", "a server's setting on an agent", flannel("agent-1", FlannelBackend::HostGw),
         "nodes/agent-1/k3s/flannelBackend", flannel("server-1", FlannelBackend::HostGw)},
        {"N3X5016", "an API address elsewhere", api("10.0.0.9"), "k3s/apiAddress", api("192.168.200.250")},
        {"N3X5017", "a node's address as the API's", api("192.168.200.2"), "nodes/agent-1/addresses/cluster/0",
         api("192.168.200.4")},
        {"N3X5017", "the broadcast address as the API's", api("192.168.200.255"), "k3s/apiAddress",
         api("192.168.200.254")},
        {"N3X5017", "a name server as the API's", all({api("192.168.200.250"), nameServer("192.168.200.250")}),
         "k3s/apiAddress", all({api("192.168.200.250"), nameServer("192.168.200.251")})},
        {"N3X5017", "a name server of another network as the API's",
         all({api("192.168.200.250"),
              network("storage", [](Network& n) { n.nameservers = list<IpAddress>({"192.168.200.250"}); })}),
         "k3s/apiAddress",
         all({api("192.168.200.250"),
              network("storage", [](Network& n) { n.nameservers = list<IpAddress>({"192.168.200.251"}); })})},
        {"N3X5017", "a next hop as the API's", all({api("192.168.200.250"), via("192.168.200.250")}), "k3s/apiAddress",
         all({api("192.168.200.250"), via("192.168.200.251")})},
        {"N3X5020", "an API address that servers on Debian do not serve",
         all({threeServers(), api("192.168.200.250"), backend("agent-1", Backend::Debian)}), "k3s/apiAddress",
         all({api("192.168.200.250"), backend("agent-1", Backend::Debian)})},
        {"N3X5020", "an API address of the project",
         all({threeServers(), [](Project& p) { p.k3s.apiAddress = from<IpAddress>("192.168.200.250"); },
              backend("agent-1", Backend::Debian)}),
         "/k3s/apiAddress", [](Project& p) { p.k3s.apiAddress = from<IpAddress>("192.168.200.250"); }},
        {"N3X5033", "an API address in a cloud",
         all({api("192.168.200.250"), ownTarget([](HardwareTarget& t) { t.cloud = from<Choice<Cloud>>("ec2"); }),
              node("server-1", [](Node& n) { n.target = "box"; })}),
         "k3s/apiAddress",
         all({api("192.168.200.250"), ownTarget([](HardwareTarget& t) { t.cloud = from<Choice<Cloud>>("ec2"); }),
              node("agent-1", [](Node& n) { n.target = "box"; })})},
        {"N3X5025", "an API address that the founding server does not serve",
         all({api("192.168.200.250"), backend("server-1", Backend::Debian)}), "k3s/apiAddress",
         all({api("192.168.200.250"), backend("agent-1", Backend::Debian)})},
        {"N3X5025", "an API address that the server named to found does not serve",
         all({threeServers(), api("192.168.200.250"), backend("agent-1", Backend::Debian),
              profile([](Profile& p) { p.initServer = "agent-1"; })}),
         "k3s/apiAddress",
         all({threeServers(), api("192.168.200.250"), profile([](Profile& p) { p.initServer = "agent-1"; })})},
        {"N3X5028", "a range for two of three nodes", ranges({"10.42.0.0/23"}, {"10.43.0.0/16"}), "nodes",
         ranges({"10.42.0.0/22"}, {"10.43.0.0/16"})},
        {"N3X5028", "an IPv6 range for two of three nodes", all({dualStack(), podRange("fd00:42::/63")}), "nodes",
         all({dualStack(), podRange("fd00:42::/62")})},
        {"N3X5026", "a range for one node and no more", ranges({"10.42.0.0/25"}, {"10.43.0.0/16"}),
         "/k3s/clusterCidr/0", ranges({"10.42.0.0/24"}, {"10.43.0.0/16"})},
        {"N3X5026", "an IPv6 range that is too large", all({dualStack(), podRange("fd42::/47")}), "/k3s/clusterCidr/1",
         all({dualStack(), podRange("fd42::/48")})},
        {"N3X5026", "an IPv6 range that is too small", all({dualStack(), podRange("fd00:42::/65")}),
         "/k3s/clusterCidr/1", all({dualStack(), podRange("fd00:42::/64")})},
        {"N3X5026", "too many services", ranges({"10.42.0.0/16"}, {"11.0.0.0/11"}), "/k3s/serviceCidr/0",
         ranges({"10.42.0.0/16"}, {"11.0.0.0/12"})},
        {"N3X5026", "no tenth service", ranges({"10.42.0.0/16"}, {"10.43.0.0/29"}), "/k3s/serviceCidr/0",
         ranges({"10.42.0.0/16"}, {"10.43.0.0/28"})},
        {"N3X5026", "too many IPv6 services", all({dualStack(), serviceRange("fd00:43::/107")}), "/k3s/serviceCidr/1",
         all({dualStack(), serviceRange("fd00:43::/108")})},
        {"N3X5027", "services in another order than pods",
         all({dualStack(), [](Project& p) { p.k3s.serviceCidr = list<Subnet>({"fd00:43::/112", "10.43.0.0/16"}); }}),
         "/k3s/serviceCidr",
         all({dualStack(),
              [](Project& p) {
                  p.k3s.clusterCidr = list<Subnet>({"fd00:42::/56", "10.42.0.0/16"});
                  p.k3s.serviceCidr = list<Subnet>({"fd00:43::/112", "10.43.0.0/16"});
              }})},
        {"N3X5018", "a misspelt component", profile([](Profile& p) { p.k3s.disable = list<Word>({"treafik"}); }),
         "k3s/disable/0", profile([](Profile& p) { p.k3s.disable = list<Word>({"traefik"}); })},
        {"N3X5019", "an empty range", [](Project& p) { p.k3s.clusterCidr.emplace(); }, "/k3s/clusterCidr",
         [](Project& p) { p.k3s.clusterCidr = list<Subnet>({"10.44.0.0/16"}); }},
        {"N3X6001", "an unknown target", target("agent-1", "qemu-amd46"), "nodes/agent-1/target",
         target("agent-1", "qemu-amd64")},
        {"N3X6001", "no target", target("agent-1", ""), "nodes/agent-1/target", target("agent-1", "qemu-amd64")},
        {"N3X6001", "ports of an unknown target",
         uplink("trunk", [](Uplink& u) { u.targets = {{"n10", from<InterfaceName>("enp1s0"), {}, {}}}; }),
         "uplinks/trunk/targets/n10",
         uplink("trunk", [](Uplink& u) { u.targets = {{"n100", from<InterfaceName>("enp1s0"), {}, {}}}; })},
        {"N3X1008", "a console that is two options of the kernel",
         ownTarget([](HardwareTarget& t) { t.console = list<Line>({"ttyS0 init=/bin/sh"}); }),
         "/hardware/box/console/0", ownTarget([](HardwareTarget& t) { t.console = list<Line>({"ttyS0,115200n8"}); })},
        {"N3X6002", "a backend that the target lacks",
         all({ownTarget([](HardwareTarget& t) { t.backends = {Choice(Backend::Debian)}; }),
              node("agent-1",
                   [](Node& n) {
                       n.target = "box";
                       n.backend = Choice(Backend::Nixos);
                   })}),
         "nodes/agent-1/backend",
         all({ownTarget(), node("agent-1",
                                [](Node& n) {
                                    n.target = "box";
                                    n.backend = Choice(Backend::Nixos);
                                })})},
        {"N3X6003", "a NIC that the target lacks", say("uplinks/trunk/nic", "eth7"), "uplinks/trunk/nic",
         say("uplinks/trunk/nic", "eth2")},
        {"N3X6003", "a MAC address for no NIC",
         node("agent-1",
              [](Node& n) { n.macs.push_back({from<InterfaceName>("eth7"), from<MacAddress>("52:54:00:01:02:07")}); }),
         "nodes/agent-1/macs/eth7",
         node("agent-1",
              [](Node& n) { n.macs.push_back({from<InterfaceName>("eth2"), from<MacAddress>("52:54:00:01:02:07")}); })},
        {"N3X6004", "two architectures",
         all({ownTarget([](HardwareTarget& t) { t.arch = Choice(Architecture::Aarch64); }), target("agent-1", "box")}),
         "nodes", all({ownTarget(), target("agent-1", "box")})},
        {"N3X6005", "a target without backends", ownTarget([](HardwareTarget& t) { t.backends.clear(); }),
         "/hardware/box/backends", ownTarget()},
        {"N3X6006", "a target without NICs", ownTarget([](HardwareTarget& t) { t.nics.clear(); }), "/hardware/box/nics",
         ownTarget()},
        {"N3X6007", "a target that hides another", ownTarget([](HardwareTarget& t) { t.name = from<Word>("n100"); }),
         "/hardware/n100/name", ownTarget()},
        {"N3X6008", "a target for Debian without a machine",
         ownTarget([](HardwareTarget& t) { t.debian.machine.reset(); }), "/hardware/box/debian/machine",
         ownTarget([](HardwareTarget& t) {
             t.debian.machine.reset();
             t.backends = {Choice(Backend::Nixos)};
         })},
        {"N3X6009",
         "Debian on a target without a machine",
         all({ownTarget([](HardwareTarget& t) { t.debian.machine.reset(); }), node("agent-1",
                                                                                   [](Node& n) {
                                                                                       n.target = "box";
                                                                                       n.backend =
                                                                                           Choice(Backend::Debian);
                                                                                   })}),
         "nodes/agent-1/target",
         all({ownTarget([](HardwareTarget& t) { t.debian.machine.reset(); }),
              node("agent-1", [](Node& n) { n.target = "box"; })}),
         {"N3X6008"}},
        {"N3X6009",
         "a target of Debian first without a machine",
         all({ownTarget([](HardwareTarget& t) {
                  t.debian.machine.reset();
                  t.backends = {Choice(Backend::Debian), Choice(Backend::Nixos)};
              }),
              node("agent-1", [](Node& n) { n.target = "box"; })}),
         "nodes/agent-1/target",
         all({ownTarget([](HardwareTarget& t) { t.backends = {Choice(Backend::Debian)}; }),
              node("agent-1", [](Node& n) { n.target = "box"; })}),
         {"N3X6008"}},
        {"N3X6012", "a target without a root", ownTarget([](HardwareTarget& t) { t.nixos.disko.reset(); }),
         "/hardware/box/nixos", ownTarget([](HardwareTarget& t) {
             t.nixos.disko.reset();
             t.nixos.image = list<Word>({"raw-efi"});
         })},
        {"N3X6012", "a module that mounts none", ownTarget([](HardwareTarget& t) {
             t.nixos.disko.reset();
             t.nixos.module = from<Word>("n100");
         }),
         "/hardware/box/nixos", ownTarget([](HardwareTarget& t) {
             t.nixos.disko.reset();
             t.nixos.module = from<Word>("ec2-graviton");
         })},
        {"N3X6013", "an image that nixpkgs does not make",
         ownTarget([](HardwareTarget& t) { t.nixos.image = list<Word>({"raw-efi", "raw-eif"}); }),
         "/hardware/box/nixos/image/1",
         ownTarget([](HardwareTarget& t) { t.nixos.image = list<Word>({"raw-efi", "kexec"}); })},
        {"N3X6013", "a disk layout that the repository does not have",
         ownTarget([](HardwareTarget& t) { t.nixos.disko = from<Word>("zfs"); }), "/hardware/box/nixos/disko",
         ownTarget([](HardwareTarget& t) { t.nixos.disko = from<Word>("ab"); })},
        {"N3X6013", "a module that the repository does not have",
         ownTarget([](HardwareTarget& t) { t.nixos.module = from<Word>("n10"); }), "/hardware/box/nixos/module",
         ownTarget([](HardwareTarget& t) { t.nixos.module = from<Word>("generic"); })},
        {"N3X6010", "emulated machines to deploy", deploy(), "/deploy",
         all({deploy("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA== a@b"), ownTarget(), target("agent-1", "box")})},
        {"N3X6011", "no key to log in with", all({deploy(), ownTarget(), target("agent-1", "box")}), "/admins/ssh",
         all({deploy("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA== a@b"), ownTarget(), target("agent-1", "box")})},
    };
}

} // namespace n3x::test
