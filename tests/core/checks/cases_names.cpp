// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/core/checks/small_project.h"

#include "core/edits/change.h"

namespace n3x::test {

namespace {

// A second profile that is the first but for its name.
Change otherProfile(std::string_view name)
{
    return [name = std::string(name)](Project& p) {
        Profile copy = *p.profiles[0];
        copy.name = from<DnsLabel>(name);
        p.profiles = p.profiles.push_back(copy);
    };
}

Change renamed(std::string_view node, std::string_view to, std::string_view profile = "p")
{
    return [=, node = std::string(node), to = std::string(to), profile = std::string(profile)](Project& p) {
        p = edits::withNode(p, profile, node, [&](Node& n) { n.name = from<DnsLabel>(to); });
    };
}

Change deployed()
{
    return [](Project& p) { p.deploy = "p"; };
}

} // namespace

std::vector<Case> nameCases()
{
    const std::string sixtyThree(63, 'a');
    return {
        {"N3X1001", "node name in capitals", node("agent-2", [](Node& n) { n.name = from<DnsLabel>("Agent_2"); }),
         "nodes/Agent_2/name", say("nodes/agent-2/name", "agent-two")},
        {"N3X1001", "empty project name", [](Project& p) { p.name = from<DnsLabel>(""); }, "/name", say("/name", "x")},
        {"N3X1002", "name of 64 letters", node("agent-2", [=](Node& n) { n.name = from<DnsLabel>(sixtyThree + "a"); }),
         "nodes/" + sixtyThree + "a/name", node("agent-2", [=](Node& n) { n.name = from<DnsLabel>(sixtyThree); })},
        {"N3X1003", "two nodes of one name", node("agent-2", [](Node& n) { n.name = from<DnsLabel>("agent-1"); }),
         "nodes/agent-1/name", node("agent-2", [](Node& n) { n.name = from<DnsLabel>("agent-10"); })},
        {"N3X1003", "two networks of one name", profile([](Profile& p) {
             Network copy = *p.networks[1];
             copy.vlan = from<VlanId>("101");
             copy.subnet = list<Subnet>({"192.168.101.0/24"});
             p.networks = p.networks.push_back(copy);
         }),
         "networks/storage/name", profile([](Profile& p) {
             Network copy = *p.networks[1];
             copy.name = from<DnsLabel>("other");
             copy.vlan = from<VlanId>("101");
             copy.subnet = list<Subnet>({"192.168.101.0/24"});
             p.networks = p.networks.push_back(copy);
         })},
        {"N3X1003", "two uplinks of one name", profile([](Profile& p) {
             Uplink copy = *p.uplinks[0];
             copy.nic = from<InterfaceName>("eth2");
             p.uplinks = p.uplinks.push_back(copy);
         }),
         "uplinks/trunk/name", profile([](Profile& p) {
             Uplink copy = *p.uplinks[0];
             copy.name = from<DnsLabel>("other");
             copy.nic = from<InterfaceName>("eth2");
             p.uplinks = p.uplinks.push_back(copy);
         })},
        {"N3X1003", "two profiles of one name", [](Project& p) { p.profiles = p.profiles.push_back(p.profiles[0]); },
         "name",
         [](Project& p) {
             Profile copy = *p.profiles[0];
             copy.name = from<DnsLabel>("q");
             p.profiles = p.profiles.push_back(copy);
         }},
        {"N3X1003", "outputs of two profiles of one name",
         all({otherProfile("p-agent"), renamed("agent-1", "agent-x"), renamed("agent-1", "x", "p-agent")}),
         "nodes/agent-x/name", all({otherProfile("p-agent"), renamed("agent-1", "agent-x")})},
        {"N3X1003",
         "a deployed node called like the outputs of another",
         all({otherProfile("q"), renamed("agent-1", "q-agent-2"), deployed()}),
         "nodes/q-agent-2/name",
         all({otherProfile("q"), renamed("agent-1", "q-agent-2")}),
         {"N3X6010"}},
        {"N3X1003", "a label twice",
         node("agent-1",
              [](Node& n) {
                  n.labels = {{from<LabelKey>("rack"), from<LabelValue>("1")},
                              {from<LabelKey>("rack"), from<LabelValue>("2")}};
              }),
         "nodes/agent-1/labels/rack",
         node("agent-1",
              [](Node& n) {
                  n.labels = {{from<LabelKey>("rack"), from<LabelValue>("1")},
                              {from<LabelKey>("row"), from<LabelValue>("2")}};
              })},
        {"N3X1003", "two taints of one key and effect",
         node("agent-1", [](Node& n) { n.taints = list<Taint>({"a=b:NoSchedule", "a=c:NoSchedule"}); }),
         "nodes/agent-1/taints/1",
         node("agent-1", [](Node& n) { n.taints = list<Taint>({"a=b:NoSchedule", "a=b:NoExecute"}); })},
        {"N3X1003", "attached twice",
         node("agent-1", [](Node& n) { n.addresses.push_back({"storage", list<IpAddress>({"192.168.100.9"})}); }),
         "nodes/agent-1/addresses/storage", node("agent-1", [](Node& n) { n.addresses.pop_back(); })},
        {"N3X1004", "interface name of 16 bytes", say("uplinks/trunk/nic", "enp0s31f6np0v123"), "uplinks/trunk/nic",
         all({bonded(), say("uplinks/trunk/bond", "bond-storag")})},
        {"N3X1005", "interface name with a slash", say("uplinks/trunk/nic", "eth/1"), "uplinks/trunk/nic",
         say("uplinks/trunk/nic", "eth2")},
        {"N3X1006", "domain with an underscore", say("/domain", "edge_example"), "/domain",
         say("/domain", "edge.example")},
        {"N3X1007", "an unknown bond mode", all({bonded(), say("uplinks/trunk/mode", "active-bakup")}),
         "uplinks/trunk/mode", all({bonded(), say("uplinks/trunk/mode", "active-backup")})},
        {"N3X1007", "an unknown role", node("agent-1", [](Node& n) { n.role = from<Choice<Role>>("agnet"); }),
         "nodes/agent-1/role", say("nodes/agent-1/role", "agent")},
        {"N3X1008", "a summary of two lines", profile([](Profile& p) { p.summary = from<Line>("one\ntwo"); }),
         "summary", say("summary", "“one” & two")},
        {"N3X1008", "a disk without its path", ownTarget([](HardwareTarget& t) { t.disk.device = from<Line>("sda"); }),
         "/hardware/box/disk/device",
         ownTarget([](HardwareTarget& t) { t.disk.device = from<Line>("/dev/disk/by-id/nvme-A_B"); })},
        {"N3X1008", "two disks for one",
         ownTarget([](HardwareTarget& t) { t.disk.device = from<Line>("/dev/sda /dev/sdb"); }),
         "/hardware/box/disk/device", ownTarget([](HardwareTarget& t) { t.disk.device = from<Line>("/dev/sda"); })},
        {"N3X1009", "a cache with a password", say("/caches/sstateMirror", "https://me:secret@cache.example"),
         "/caches/sstateMirror", say("/caches/sstateMirror", "https://cache.example")},
        {"N3X1010", "a path for an SSH key", [](Project& p) { p.admins.ssh = list<SshKey>({"~/.ssh/id_ed25519.pub"}); },
         "/admins/ssh/0",
         [](Project& p) {
             p.admins.ssh =
                 list<SshKey>({"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ3kvNnNLm0vxnAqjUcXl9kTvZb1bQ0a2XhTtd0Yc3fA me"});
         }},
        {"N3X1011", "a private age key", [](Project& p) { p.admins.age = list<AgeRecipient>({"AGE-SECRET-KEY-1QQQ"}); },
         "/admins/age/0",
         [](Project& p) {
             p.admins.age = list<AgeRecipient>({"age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"});
         }},
        {"N3X1012", "a cache key without a name",
         [](Project& p) { p.caches.publicKeys = list<CacheKey>({"mysteriously"}); }, "/caches/publicKeys/0",
         [](Project& p) {
             p.caches.publicKeys = list<CacheKey>({"cache.nixos.org-1:6NCHdD59X431o0gWypbMrAURkbJ16ZPMQFGspcDShjY="});
         }},
        {"N3X1013", "a delay without a unit", all({bonded(), say("uplinks/trunk/upDelay", "200")}),
         "uplinks/trunk/upDelay", all({bonded(), say("uplinks/trunk/upDelay", "200ms")})},
        {"N3X1013", "a lease without a unit", all({dhcp(), say("networks/cluster/dhcp/leaseTime", "12")}),
         "networks/cluster/dhcp/leaseTime", all({dhcp(), say("networks/cluster/dhcp/leaseTime", "12h")})},
        {"N3X1013", "a lease of no time", all({dhcp(), say("networks/cluster/dhcp/leaseTime", "0s")}),
         "networks/cluster/dhcp/leaseTime", all({dhcp(), say("networks/cluster/dhcp/leaseTime", "1s")})},
        {"N3X1013", "a lease of half a second", all({dhcp(), say("networks/cluster/dhcp/leaseTime", "1500ms")}),
         "networks/cluster/dhcp/leaseTime", all({dhcp(), say("networks/cluster/dhcp/leaseTime", "2000ms")})},
        {"N3X1014", "a builder without jobs",
         [](Project& p) { p.builders = {{from<Word>("host"), {}, from<JobCount>("0"), {}}}; }, "/builders/0/jobs",
         [](Project& p) { p.builders = {{from<Word>("host"), {}, from<JobCount>("1"), {}}}; }},
        {"N3X1015", "a mirror without a registry",
         [](Project& p) { p.caches.registries = list<RegistryMirror>({"https://mirror.example"}); },
         "/caches/registries/0",
         [](Project& p) { p.caches.registries = list<RegistryMirror>({"docker.io=https://mirror.example"}); }},
        {"N3X1015", "a mirror of some registries by a pattern",
         [](Project& p) { p.caches.registries = list<RegistryMirror>({"*.io=https://mirror.example"}); },
         "/caches/registries/0",
         [](Project& p) { p.caches.registries = list<RegistryMirror>({"*=https://mirror.example"}); }},
        {"N3X1016", "traffic named twice",
         network("cluster", [](Network& n) { n.carries = list<Choice<Traffic>>({"k3s", "k3s"}); }),
         "networks/cluster/carries/1",
         network("cluster", [](Network& n) { n.carries = list<Choice<Traffic>>({"k3s", "storage"}); })},
        {"N3X1016", "a name server named twice",
         [](Project& p) { p.nameservers = list<IpAddress>({"9.9.9.9", "1.1.1.1", "9.9.9.9"}); }, "/nameservers/2",
         [](Project& p) { p.nameservers = list<IpAddress>({"9.9.9.9", "1.1.1.1"}); }},
        {"N3X1101", "an address without a network", node("agent-1", [](Node& n) { n.addresses[1].network = "storag"; }),
         "nodes/agent-1/addresses/storag", node("agent-1", [](Node& n) { n.addresses.pop_back(); })},
        {"N3X1101",
         "an override without a network",
         node("agent-1", [](Node& n) { n.overrides = {{"storag", from<VlanId>("5"), {}, {}}}; }),
         "nodes/agent-1/overrides/networks/storag",
         {node("agent-1", [](Node& n) { n.overrides = {{"storage", from<VlanId>("5"), {}, {}}}; })}},
        {"N3X1102", "a network on an unknown uplink", network("storage", [](Network& n) { n.uplink = "trnk"; }),
         "networks/storage/uplink", say("networks/storage/uplink", "trunk")},
        {"N3X1102", "a network without an uplink", network("storage", [](Network& n) { n.uplink = ""; }),
         "networks/storage/uplink", say("networks/storage/uplink", "trunk")},
        {"N3X1102",
         "an override to an unknown uplink",
         node("agent-1", [](Node& n) { n.overrides = {{"storage", {}, {}, "trnk"}}; }),
         "nodes/agent-1/overrides/networks/storage/uplink",
         node("agent-1", [](Node& n) { n.overrides = {{"storage", {}, {}, "trunk"}}; }),
         {"N3X3007"}},
        {"N3X1103", "founded by nobody", profile([](Profile& p) { p.initServer = "server-9"; }), "initServer",
         profile([](Profile& p) { p.initServer = "server-1"; })},
        {"N3X1104", "founded by an agent", profile([](Profile& p) { p.initServer = "agent-1"; }), "initServer",
         profile([](Profile& p) { p.initServer = "server-1"; })},
        {"N3X1017", "each machine's own name as domain", say("/domain", "node.localhost"), "/domain",
         say("/domain", "localhost.example")},
        {"N3X1017", "an address as domain", say("/domain", "10.0.0.1"), "/domain", say("/domain", "10.0.0.1.example")},
        {"N3X1018", "a network called cluster that is not K3s'",
         all({network("cluster", [](Network& n) { n.carries = list<Choice<Traffic>>({"management"}); }),
              network("storage", [](Network& n) { n.carries = list<Choice<Traffic>>({"k3s"}); })}),
         "networks/cluster/name",
         network("cluster", [](Network& n) { n.carries = list<Choice<Traffic>>({"k3s", "management"}); })},
        {"N3X1105", "an unknown profile to deploy", [](Project& p) { p.deploy = "q"; }, "/deploy",
         [](Project& p) { p.deploy.reset(); }},
        {"N3X1106", "no profile",
         [](Project& p) {
             p.profiles = {};
             p.deploy.reset();
         },
         "/profiles", [](Project&) {}},
    };
}

} // namespace n3x::test
