// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/core/checks/small_project.h"

#include "core/edits/change.h"

namespace n3x::test {
namespace {

Change mtu(std::string_view bytes)
{
    return network("cluster", [bytes = std::string(bytes)](Network& n) { n.mtu = from<Mtu>(bytes); });
}

Change version(std::string_view name, std::string_view release)
{
    return node(name, [release](Node& n) { n.k3s.version = from<K3sVersion>(release); });
}

// Storage stands on the link itself, on which the cluster is a VLAN without an MTU of its own.
Change untaggedStorage(std::string_view bytes)
{
    return network("storage", [bytes](Network& n) {
        n.vlan.reset();
        if (!bytes.empty()) n.mtu = from<Mtu>(bytes);
    });
}

Change overrideMtu(std::string_view bytes, std::string_view network = "cluster")
{
    return node("agent-1", [bytes = std::string(bytes), network = std::string(network)](Node& n) {
        n.overrides = {{network, {}, from<Mtu>(bytes), {}}};
    });
}

// agent-1 has the cluster on an uplink of its own with that MTU.
Change otherUplink(std::string_view bytes)
{
    return all({profile([bytes = std::string(bytes)](Profile& p) {
                    Uplink other;
                    other.name = from<DnsLabel>("other");
                    other.nic = from<InterfaceName>("eth2");
                    other.mtu = from<Mtu>(bytes);
                    p.uplinks = p.uplinks.push_back(other);
                }),
                node("agent-1", [](Node& n) { n.overrides = {{"cluster", {}, {}, "other"}}; })});
}

} // namespace

std::vector<Case> limitCases()
{
    return {
        {"N3X5012", "little room under the WireGuard that all servers say",
         all({mtu("1359"), flannel("server-1", FlannelBackend::WireguardNative)}), "networks/cluster/mtu",
         all({mtu("1360"), flannel("server-1", FlannelBackend::WireguardNative)})},
        {"N3X5012", "little room for pods", mtu("1329"), "networks/cluster/mtu", mtu("1330")},
        {"N3X5012", "little room under WireGuard",
         all({mtu("1359"),
              profile([](Profile& p) { p.k3s.flannelBackend = Choice(FlannelBackend::WireguardNative); })}),
         "networks/cluster/mtu",
         all({mtu("1280"), profile([](Profile& p) { p.k3s.flannelBackend = Choice(FlannelBackend::HostGw); })})},
        {"N3X5013", "little room for IPv6 pods", all({dualStack(), mtu("1349")}), "networks/cluster/mtu",
         all({dualStack(), mtu("1350")})},
        {"N3X5012", "little room for pods by an untagged network on the link", untaggedStorage("1329"),
         "networks/storage/mtu", untaggedStorage("1330")},
        {"N3X5012",
         "the same on one node",
         all({untaggedStorage({}), overrideMtu("1329", "storage")}),
         "nodes/agent-1/overrides/networks/storage/mtu",
         all({untaggedStorage({}), overrideMtu("1330", "storage")}),
         {"N3X3007"}},
        {"N3X3008", "no room for IPv6 by an untagged network on the link", all({dualStack(), untaggedStorage("1279")}),
         "networks/storage/mtu", all({dualStack(), untaggedStorage("1350")})},
        {"N3X3008",
         "no room for IPv6 on the uplink of one node",
         all({dualStack(), otherUplink("1279")}),
         "nodes/agent-1/overrides/networks/cluster/uplink",
         all({dualStack(), otherUplink("1350")}),
         {"N3X3007", "N3X5013"}},
        {"N3X5012",
         "little room for pods on one node",
         overrideMtu("1329"),
         "nodes/agent-1/overrides/networks/cluster/mtu",
         overrideMtu("1330"),
         {"N3X3007"}},
        {"N3X5013",
         "little room for IPv6 pods on the uplink of one node",
         all({dualStack(), otherUplink("1349")}),
         "nodes/agent-1/overrides/networks/cluster/uplink",
         all({dualStack(), otherUplink("1350")}),
         {"N3X3007"}},
        {"N3X5024", "an agent four minor versions behind",
         node("agent-1", [](Node& n) { n.k3s.version = from<K3sVersion>("v1.31.9+k3s2"); }),
         "nodes/agent-1/k3s/version",
         node("agent-1", [](Node& n) { n.k3s.version = from<K3sVersion>("v1.32.0-rc1+k3s1"); })},
        {"N3X5024", "an agent newer than its servers",
         node("agent-1", [](Node& n) { n.k3s.version = from<K3sVersion>("v1.36.0+k3s1"); }),
         "nodes/agent-1/k3s/version",
         node("agent-1", [](Node& n) { n.k3s.version = from<K3sVersion>("v1.35.9+k3s1"); })},
        {"N3X5024", "a server two minor versions behind", version("server-1", "v1.33.9+k3s2"),
         "nodes/server-1/k3s/version",
         all({version("server-1", "v1.34.0-rc1+k3s1"), version("agent-1", "v1.34.2+k3s1"),
              version("agent-2", "v1.34.2+k3s1")})},
        {"N3X5024", "a server that is older than the agents of its profile", version("server-1", "v1.34.2+k3s1"),
         "nodes/server-1/k3s/version", version("server-1", "v1.36.0+k3s1")},
        {"N3X5024",
         "two servers, each one minor version from the profile's",
         all({role("agent-2", Role::Server), version("server-1", "v1.36.0+k3s1"), version("agent-2", "v1.34.2+k3s1"),
              version("agent-1", "v1.34.2+k3s1")}),
         "nodes/agent-2/k3s/version",
         all({role("agent-2", Role::Server), version("server-1", "v1.36.0+k3s1"), version("agent-2", "v1.35.0+k3s3"),
              version("agent-1", "v1.34.2+k3s1")}),
         {"N3X5004"}},
        {"N3X5024", "an agent newer than the server that has a version of its own",
         all({version("server-1", "v1.34.2+k3s1"), version("agent-1", "v1.34.2+k3s1"),
              version("agent-2", "v1.35.0+k3s2")}),
         "nodes/agent-2/k3s/version",
         all({version("server-1", "v1.34.2+k3s1"), version("agent-1", "v1.34.2+k3s1"),
              version("agent-2", "v1.34.9+k3s1")})},
        {"N3X5024", "a server of another major version",
         node("server-1", [](Node& n) { n.k3s.version = from<K3sVersion>("v2.35.0+k3s1"); }),
         "nodes/server-1/k3s/version",
         node("server-1", [](Node& n) { n.k3s.version = from<K3sVersion>("v1.36.0+k3s1"); })},
    };
}

} // namespace n3x::test
