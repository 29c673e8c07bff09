// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/core/checks/small_project.h"

#include "core/edits/change.h"

namespace n3x::test {
namespace {

Change trunk(std::function<void(Uplink&)> change) { return all({bonded(), uplink("trunk", std::move(change))}); }

// A second uplink, and the network storage on it.
Change second(std::function<void(Uplink&)> change, bool withStorage = true)
{
    return profile([=](Profile& p) {
        Uplink other;
        other.name = from<DnsLabel>("other");
        change(other);
        p.uplinks = p.uplinks.push_back(other);
        if (withStorage) p.networks = edits::changed(p.networks, "storage", [](Network& n) { n.uplink = "other"; });
    });
}

Change override(std::string_view name, NetworkOverride what)
{
    return node(name, [what](Node& n) { n.overrides = {what}; });
}

// The network cluster untagged beside storage, with these MTUs, on an uplink of 9000.
Change sized(std::string_view untagged, std::string_view tagged)
{
    return all({say("uplinks/trunk/mtu", "9000"), say("networks/cluster/vlan", ""),
                say("networks/cluster/mtu", untagged), say("networks/storage/mtu", tagged)});
}

// The network cluster untagged on a bond of that name, storage in a VLAN on eth0.
Change unitClash(std::string_view bond)
{
    return all({trunk([bond = std::string(bond)](Uplink& u) { u.bond = from<InterfaceName>(bond); }),
                second([](Uplink& u) { u.nic = from<InterfaceName>("eth0"); }),
                network("cluster", [](Network& n) { n.vlan.reset(); })});
}

// The network cluster untagged, and on agent-1 moved to a bond of that name.
Change moved(std::string_view bond)
{
    return all({network("cluster", [](Network& n) { n.vlan.reset(); }),
                second(
                    [bond = std::string(bond)](Uplink& u) {
                        u.bond = from<InterfaceName>(bond);
                        u.members = list<InterfaceName>({"eth0", "eth2"});
                    },
                    false),
                override("agent-1", {"cluster", {}, {}, "other"})});
}

// Everything on machines whose second port has that name.
Change longNic(std::string_view nic)
{
    std::vector<Change> changes{
        ownTarget([nic = std::string(nic)](HardwareTarget& t) { t.nics[1].name = from<InterfaceName>(nic); }),
        uplink("trunk", [nic = std::string(nic)](Uplink& u) { u.nic = from<InterfaceName>(nic); })};
    for (const std::string_view name : {"server-1", "agent-1", "agent-2"})
        changes.push_back(node(name, [nic = std::string(nic)](Node& n) {
            n.target = "box";
            n.macs[0].nic = from<InterfaceName>(nic);
        }));
    return all(std::move(changes));
}

Change onNic(std::string_view nic)
{
    return second([nic = std::string(nic)](Uplink& u) { u.nic = from<InterfaceName>(nic); });
}

Change flannelBond()
{
    return all({bonded(), uplink("trunk", [](Uplink& u) { u.bond = from<InterfaceName>("flannel"); })});
}

Change ownVlan(std::string_view id)
{
    return node("agent-1", [id = std::string(id)](Node& n) {
        NetworkOverride own;
        own.network = "storage";
        own.vlan = from<VlanId>(id);
        n.overrides = {own};
    });
}

} // namespace

std::vector<Case> linkCases()
{
    return {
        {"N3X3001", "VLAN 4095", say("networks/storage/vlan", "4095"), "networks/storage/vlan",
         say("networks/storage/vlan", "4094")},
        {"N3X3001",
         "VLAN 0 on one node",
         override("agent-1", {"storage", from<VlanId>("0"), {}, {}}),
         "nodes/agent-1/overrides/networks/storage/vlan",
         override("agent-1", {"storage", from<VlanId>("1"), {}, {}}),
         {"N3X3007"}},
        {"N3X3002", "one VLAN twice", say("networks/storage/vlan", "200"), "networks/storage/vlan",
         all({onNic("eth2"), say("networks/storage/vlan", "200")})},
        {"N3X3002",
         "one VLAN twice on one node",
         override("agent-1", {"storage", from<VlanId>("200"), {}, {}}),
         "nodes/agent-1/overrides/networks/storage/vlan",
         override("agent-1", {"storage", from<VlanId>("201"), {}, {}}),
         {"N3X3007"}},
        {"N3X3003", "two untagged networks", all({say("networks/storage/vlan", ""), say("networks/cluster/vlan", "")}),
         "networks/storage/vlan", say("networks/storage/vlan", "")},
        {"N3X3004", "jumbo frames on a small uplink", say("networks/storage/mtu", "9000"), "networks/storage/mtu",
         all({say("uplinks/trunk/mtu", "9000"), say("networks/storage/mtu", "9000")})},
        {"N3X3004",
         "jumbo frames on one node",
         override("agent-1", {"storage", {}, from<Mtu>("9000"), {}}),
         "nodes/agent-1/overrides/networks/storage/mtu",
         override("agent-1", {"storage", {}, from<Mtu>("1400"), {}}),
         {"N3X3007"}},
        {"N3X3004",
         "a VLAN larger than the untagged network of its link",
         sized("1500", "9000"),
         "networks/storage/mtu",
         sized("9000", "9000"),
         {"N3X3010"}},
        {"N3X3004",
         "a VLAN larger than the untagged network on one node",
         all({sized("9000", "9000"), override("agent-1", {"cluster", {}, from<Mtu>("1500"), {}})}),
         "nodes/agent-1/overrides/networks/cluster/mtu",
         all({sized("9000", "9000"), override("agent-1", {"cluster", {}, from<Mtu>("9000"), {}})}),
         {"N3X3007"}},
        {"N3X3010", "an untagged network of less than its uplink", sized("1500", "1500"), "uplinks/trunk/mtu",
         sized("9000", "1500")},
        {"N3X3010", "a VLAN without an MTU beside it", sized("1500", ""), "uplinks/trunk/mtu", sized("", "1500")},
        {"N3X3005", "an MTU in words", say("networks/storage/mtu", "jumbo"), "networks/storage/mtu",
         say("networks/storage/mtu", "1500")},
        {"N3X3006", "a VLAN on a long bond name",
         trunk([](Uplink& u) { u.bond = from<InterfaceName>("bond-storage"); }), "networks/cluster/vlan",
         trunk([](Uplink& u) { u.bond = from<InterfaceName>("bond-storag"); })},
        {"N3X3006", "a VLAN on a long name of a NIC", longNic("enp0s20f0u12"), "networks/cluster/vlan",
         longNic("enp0s20f0u1")},
        {"N3X3007", "one node in another VLAN", override("agent-1", {"cluster", from<VlanId>("201"), {}, {}}),
         "nodes/agent-1/overrides/networks/cluster", override("agent-1", {"cluster", from<VlanId>("200"), {}, {}})},
        {"N3X3008", "a small MTU under IPv6",
         network("storage",
                 [](Network& n) {
                     n.subnet.push_back(from<Subnet>("fd00:100::/64"));
                     n.mtu = from<Mtu>("1279");
                 }),
         "networks/storage/mtu",
         network("storage",
                 [](Network& n) {
                     n.subnet.push_back(from<Subnet>("fd00:100::/64"));
                     n.mtu = from<Mtu>("1280");
                 })},
        {"N3X3009", "an override where the node is not",
         node("agent-1",
              [](Node& n) {
                  n.addresses.pop_back();
                  n.overrides = {{"storage", from<VlanId>("5"), {}, {}}};
              }),
         "nodes/agent-1/overrides/networks/storage", override("agent-1", {"storage", from<VlanId>("5"), {}, {}})},
        {"N3X4001", "a bond of one", trunk([](Uplink& u) { u.members = list<InterfaceName>({"eth1"}); }),
         "uplinks/trunk/members", bonded()},
        {"N3X4002", "a bond of none", trunk([](Uplink& u) {
             u.members.clear();
             u.primary.reset();
         }),
         "uplinks/trunk/members", bonded()},
        {"N3X4002", "a bond without members on a target that nodes have", trunk([](Uplink& u) {
             u.members.clear();
             u.primary.reset();
             u.targets = {{"n100", {}, list<InterfaceName>({"enp1s0", "enp2s0"}), {}}};
         }),
         "uplinks/trunk/members", trunk([](Uplink& u) {
             u.members.clear();
             u.primary.reset();
             u.targets = {{"n100", {}, list<InterfaceName>({"enp1s0", "enp2s0"}), {}},
                          {"qemu-amd64", {}, list<InterfaceName>({"eth1", "eth2"}), {}}};
         })},
        {"N3X4006", "a primary that no target has", trunk([](Uplink& u) {
             u.members.clear();
             u.primary = from<InterfaceName>("eth0");
             u.targets = {{"qemu-amd64", {}, list<InterfaceName>({"eth1", "eth2"}), {}}};
         }),
         "uplinks/trunk/targets/qemu-amd64/primary", trunk([](Uplink& u) {
             u.members.clear();
             u.targets = {{"qemu-amd64", {}, list<InterfaceName>({"eth1", "eth2"}), {}}};
         })},
        {"N3X4003", "a member twice",
         trunk([](Uplink& u) { u.members = list<InterfaceName>({"eth1", "eth2", "eth1"}); }), "uplinks/trunk/members/2",
         bonded()},
        {"N3X4004", "a member of two bonds",
         all({trunk([](Uplink& u) { u.members = list<InterfaceName>({"eth0", "eth1"}); }), second([](Uplink& u) {
                  u.bond = from<InterfaceName>("bond1");
                  u.members = list<InterfaceName>({"eth1", "eth2"});
              })}),
         "uplinks/other/members/0",
         all({trunk([](Uplink& u) { u.members = list<InterfaceName>({"eth0", "eth1"}); }), second([](Uplink& u) {
                  u.bond = from<InterfaceName>("bond1");
                  u.members = list<InterfaceName>({"eth2"});
              })})},
        {"N3X4005", "a member with addresses", all({bonded(), onNic("eth2")}), "uplinks/other/nic",
         all({bonded(), onNic("eth0")})},
        {"N3X4006", "a primary elsewhere", trunk([](Uplink& u) { u.primary = from<InterfaceName>("eth0"); }),
         "uplinks/trunk/primary", trunk([](Uplink& u) { u.primary = from<InterfaceName>("eth2"); })},
        {"N3X4006", "a primary elsewhere on one target", trunk([](Uplink& u) {
             u.targets = {{"n100", {}, list<InterfaceName>({"enp1s0", "enp2s0"}), from<InterfaceName>("eth1")}};
         }),
         "uplinks/trunk/targets/n100/primary",
         trunk([](Uplink& u) { u.targets = {{"n100", {}, list<InterfaceName>({"enp1s0", "enp2s0"}), {}}}; })},
        {"N3X4006",
         "a primary whose place one target does not have",
         trunk([](Uplink& u) {
             u.primary = from<InterfaceName>("eth2");
             u.targets = {{"n100", {}, list<InterfaceName>({"enp1s0"}), {}}};
         }),
         "uplinks/trunk/targets/n100/primary",
         trunk([](Uplink& u) {
             u.primary = from<InterfaceName>("eth2");
             u.targets = {{"n100", {}, list<InterfaceName>({"enp1s0", "eth2"}), {}}};
         }),
         {"N3X4001"}},
        {"N3X4007", "a primary for LACP", trunk([](Uplink& u) { u.mode = Choice(BondMode::Lacp); }),
         "uplinks/trunk/primary", trunk([](Uplink& u) { u.mode = Choice(BondMode::BalanceTlb); })},
        {"N3X4008",
         "an LACP rate without LACP",
         trunk([](Uplink& u) { u.lacpRate = Choice(LacpRate::Fast); }),
         "uplinks/trunk/lacpRate",
         trunk([](Uplink& u) {
             u.mode = Choice(BondMode::Lacp);
             u.primary.reset();
             u.lacpRate = Choice(LacpRate::Fast);
         }),
         {}},
        {"N3X4009", "a hash policy without hashing",
         trunk([](Uplink& u) { u.hashPolicy = Choice(HashPolicy::Layer34); }), "uplinks/trunk/hashPolicy",
         trunk([](Uplink& u) {
             u.mode = Choice(BondMode::BalanceXor);
             u.primary.reset();
             u.hashPolicy = Choice(HashPolicy::Layer34);
         })},
        {"N3X4010", "a delay between two looks", trunk([](Uplink& u) { u.upDelay = from<Duration>("250ms"); }),
         "uplinks/trunk/upDelay", trunk([](Uplink& u) { u.upDelay = from<Duration>("300ms"); })},
        {"N3X4011", "a bond that looks all the same", trunk([](Uplink& u) {
             u.mode = from<Choice<BondMode>>("802.3ad");
             u.primary.reset();
             u.miimon = from<Duration>("0ms");
         }),
         "uplinks/trunk/miimon", trunk([](Uplink& u) {
             u.mode = from<Choice<BondMode>>("802.3ad");
             u.primary.reset();
             u.miimon = from<Duration>("50ms");
         })},
        {"N3X4011", "a bond that does not look", trunk([](Uplink& u) { u.miimon = from<Duration>("0ms"); }),
         "uplinks/trunk/miimon", trunk([](Uplink& u) { u.miimon = from<Duration>("50ms"); })},
        {"N3X4012", "a NIC of two uplinks", onNic("eth1"), "uplinks/other/nic", onNic("eth2")},
        {"N3X4013", "a bond called like a NIC", trunk([](Uplink& u) { u.bond = from<InterfaceName>("eth1"); }),
         "uplinks/trunk/bond", trunk([](Uplink& u) { u.bond = from<InterfaceName>("bond1"); })},
        {"N3X4013",
         "two bonds of one name",
         all({trunk([](Uplink& u) { u.members = list<InterfaceName>({"eth0", "eth1"}); }), second([](Uplink& u) {
                  u.bond = from<InterfaceName>("bond0");
                  u.members = list<InterfaceName>({"eth2"});
              })}),
         "uplinks/other/bond",
         bonded(),
         {"N3X4001"}},
        {"N3X4014", "an uplink to nowhere", second([](Uplink&) {}, false), "uplinks/other",
         second([](Uplink& u) { u.nic = from<InterfaceName>("eth2"); }, false)},
        {"N3X4014", "an uplink to nowhere on one target",
         uplink("trunk",
                [](Uplink& u) {
                    u.nic.reset();
                    u.targets = {{"n100", from<InterfaceName>("enp1s0"), {}, {}}};
                }),
         "uplinks/trunk",
         uplink("trunk",
                [](Uplink& u) {
                    u.nic.reset();
                    u.targets = {{"qemu-amd64", from<InterfaceName>("eth1"), {}, {}}};
                })},
        {"N3X4015", "a NIC beside a bond", trunk([](Uplink& u) { u.nic = from<InterfaceName>("eth1"); }),
         "uplinks/trunk/nic", bonded()},
        {"N3X4017", "a bond called like the unit of a VLAN", unitClash("vlan-storage"), "networks/storage/name",
         unitClash("vlan-storag")},
        {"N3X4017",
         "a bond called like the unit of a VLAN on one node",
         moved("vlan-storage"),
         "nodes/agent-1/overrides/networks/cluster",
         moved("vlan-storag"),
         {"N3X3007"}},
        {"N3X4018", "members of no bond on one target",
         uplink("trunk", [](Uplink& u) { u.targets = {{"n100", {}, list<InterfaceName>({"enp1s0", "enp2s0"}), {}}}; }),
         "uplinks/trunk/targets/n100/members",
         uplink("trunk", [](Uplink& u) { u.targets = {{"n100", from<InterfaceName>("enp1s0"), {}, {}}}; })},
        {"N3X4018", "a NIC beside a bond on one target",
         trunk([](Uplink& u) { u.targets = {{"n100", from<InterfaceName>("enp1s0"), {}, {}}}; }),
         "uplinks/trunk/targets/n100/nic",
         trunk([](Uplink& u) { u.targets = {{"n100", {}, list<InterfaceName>({"enp1s0", "enp2s0"}), {}}}; })},
        {"N3X4018", "a primary for LACP on one target", trunk([](Uplink& u) {
             u.mode = Choice(BondMode::Lacp);
             u.primary.reset();
             u.targets = {{"n100", {}, list<InterfaceName>({"enp1s0", "enp2s0"}), from<InterfaceName>("enp2s0")}};
         }),
         "uplinks/trunk/targets/n100/primary", trunk([](Uplink& u) {
             u.targets = {{"n100", {}, list<InterfaceName>({"enp1s0", "enp2s0"}), from<InterfaceName>("enp2s0")}};
         })},
        {"N3X4019", "a bond called like the bridge of pods",
         trunk([](Uplink& u) { u.bond = from<InterfaceName>("cni0"); }), "uplinks/trunk/bond",
         trunk([](Uplink& u) { u.bond = from<InterfaceName>("cni1"); })},
        {"N3X4019", "a VLAN link called like Flannel's", all({flannelBond(), say("networks/storage/vlan", "1")}),
         "networks/storage/vlan", all({flannelBond(), say("networks/storage/vlan", "2")})},
        {"N3X4019",
         "a VLAN link called like Flannel's on one node",
         all({flannelBond(), ownVlan("1")}),
         "nodes/agent-1/overrides/networks/storage/vlan",
         all({flannelBond(), ownVlan("2")}),
         {"N3X3007"}},
        {"N3X4020", "a delay beyond what the kernel counts",
         trunk([](Uplink& u) { u.upDelay = from<Duration>("25d"); }), "uplinks/trunk/upDelay",
         trunk([](Uplink& u) { u.upDelay = from<Duration>("24d"); })},
        {"N3X4020",
         "a delay beyond it on a bond that looks all the same",
         trunk([](Uplink& u) {
             u.mode = from<Choice<BondMode>>("balance-alb");
             u.miimon = from<Duration>("0ms");
             u.downDelay = from<Duration>("25d");
         }),
         "uplinks/trunk/downDelay",
         trunk([](Uplink& u) {
             u.miimon = from<Duration>("0ms"); // nothing to wait for
             u.downDelay = from<Duration>("25d");
         }),
         {"N3X4011"}},
        {"N3X4020", "an interval beyond what the kernel counts",
         trunk([](Uplink& u) { u.miimon = from<Duration>("2147484s"); }), "uplinks/trunk/miimon",
         trunk([](Uplink& u) { u.miimon = from<Duration>("200ms"); })},
        {"N3X4016", "a mode without a bond", uplink("trunk", [](Uplink& u) { u.mode = Choice(BondMode::Lacp); }),
         "uplinks/trunk/bond", bonded()},
    };
}

} // namespace n3x::test
