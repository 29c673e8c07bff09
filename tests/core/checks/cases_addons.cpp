// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/core/checks/small_project.h"

namespace n3x::test {
namespace {

Change addonsAlone(std::initializer_list<std::string_view> names)
{
    return profile([said = list<Choice<Addon>>(names)](Profile& p) { p.k3s.addons = said; });
}

Change gateway(std::string_view name, std::string_view address)
{
    return network(name, [said = list<IpAddress>({address})](Network& n) { n.gateway = said; });
}

// With the default route that K3s asks for.
Change addons(std::initializer_list<std::string_view> names)
{
    return all({addonsAlone(names), gateway("cluster", "192.168.200.253")});
}

// IPv6 comes first, and the network of K3s has a gateway of one family.
Change sixFirst(std::string_view address)
{
    return all({dualStack(), addonsAlone({"kyverno"}), gateway("cluster", address), [](Project& p) {
                    p.k3s.clusterCidr = list<Subnet>({"fd00:42::/56", "10.42.0.0/16"});
                    p.k3s.serviceCidr = list<Subnet>({"fd00:43::/112", "10.43.0.0/16"});
                }});
}

Change policy()
{
    return profile([](Profile& p) { p.k3s.longhornPaths = Choice(LonghornPaths::Policy); });
}

// All nodes on "box", whose disk has that layout.
Change onOwnTarget(DiskLayout layout)
{
    std::vector<Change> changes{ownTarget([layout](HardwareTarget& t) { t.disk.layout = Choice(layout); })};
    for (const std::string_view name : {"server-1", "agent-1", "agent-2"})
        changes.push_back(node(name, [](Node& n) { n.target = "box"; }));
    return all(std::move(changes));
}

Change overrideVlan(std::string_view network)
{
    return node("agent-1",
                [network = std::string(network)](Node& n) { n.overrides = {{network, from<VlanId>("333"), {}, {}}}; });
}

Change storageSubnet(std::string_view text)
{
    return network("storage", [text = std::string(text)](Network& n) { n.subnet = list<Subnet>({text}); });
}

Change byDhcp(std::string_view name)
{
    return network(name, [](Network& n) { n.addressing = Choice(Addressing::Dhcp); });
}

Change gpuLabel(std::string_view value)
{
    return node("agent-1", [value = std::string(value)](Node& n) {
        n.labels = {{from<LabelKey>("nvidia.com/gpu.present"), from<LabelValue>(value)}};
    });
}

Change bundled()
{
    return profile([](Profile& p) { p.k3s.images = Choice(ImageSource::Bundled); });
}

Change api()
{
    return profile([](Profile& p) { p.k3s.apiAddress = from<IpAddress>("192.168.200.250"); });
}

Change mirrored(std::string_view registry)
{
    return [mirror = std::string(registry) + "=https://mirror.example"](Project& p) {
        p.caches.registries = list<RegistryMirror>({mirror});
    };
}

} // namespace

std::vector<Case> addonCases()
{
    return {
        {"N3X1007", "an add-on that there is not", addons({"lonhgorn"}), "k3s/addons/0", addons({"longhorn"})},
        {"N3X5021", "Longhorn without a network for storage",
         all({addons({"longhorn"}), network("storage", [](Network& n) { n.carries.clear(); })}), "k3s/addons",
         addons({"longhorn"})},
        {"N3X5022", "Longhorn without a disk", all({addons({"longhorn"}), onOwnTarget(DiskLayout::Image)}),
         "k3s/addons", all({addons({"longhorn"}), onOwnTarget(DiskLayout::Ab)})},
        {"N3X5023", "a policy without Kyverno", all({addons({"longhorn"}), policy()}), "k3s/longhornPaths",
         all({addons({"kyverno", "longhorn"}), policy()})},
        {"N3X5029", "NVIDIA's plugin without a GPU", addons({"nvidia"}), "k3s/addons",
         all({addons({"nvidia"}), gpuLabel("true")})},
        {"N3X5029", "a label that denies the GPU", all({addons({"nvidia"}), gpuLabel("false")}), "k3s/addons",
         all({addons({"nvidia"}), ownTarget([](HardwareTarget& t) { t.nixos.module = from<Word>("jetson-mine"); }),
              node("agent-1", [](Node& n) { n.target = "box"; })})},
        {"N3X5031", "an image that is not bundled", all({api(), bundled(), mirrored("docker.io")}), "k3s/apiAddress",
         all({api(), bundled(), mirrored("ghcr.io")})},
        {"N3X5031", "bundled without an exception", all({api(), bundled()}), "k3s/apiAddress", bundled()},
        {"N3X5032", "add-ons without a default route", addonsAlone({"kyverno"}), "k3s/addons",
         all({addonsAlone({"nvidia"}), gpuLabel("true")})},
        {"N3X5032", "a node beside the network with a gateway",
         all({addonsAlone({"kyverno"}), gateway("storage", "192.168.100.254"),
              node("agent-1", [](Node& n) { n.addresses.pop_back(); })}),
         "k3s/addons", all({addonsAlone({"kyverno"}), gateway("storage", "192.168.100.254")})},
        {"N3X5032", "a default route of the other family", sixFirst("192.168.200.253"), "k3s/addons",
         sixFirst("fd00:200::fe")},
        {"N3X5032", "DHCP of our own that gives no gateway", all({addonsAlone({"longhorn"}), dhcp()}), "k3s/addons",
         all({addonsAlone({"kyverno"}), byDhcp("storage")})},
        {"N3X5030", "a node that is not on the network for storage",
         all({addons({"longhorn"}), node("agent-1", [](Node& n) { n.addresses.pop_back(); })}), "networks/storage",
         all({addons({"kyverno"}), node("agent-1", [](Node& n) { n.addresses.pop_back(); })})},
        {"N3X5030",
         "a link for storage of another name",
         all({addons({"longhorn"}), overrideVlan("storage")}),
         "networks/storage",
         all({addons({"longhorn"}), overrideVlan("cluster")}),
         {"N3X3007"}},
        {"N3X5030", "no room for Longhorn's pods", all({addons({"longhorn"}), storageSubnet("192.168.100.0/28")}),
         "networks/storage/subnet/0", all({addons({"longhorn"}), storageSubnet("192.168.100.0/27")})},
        {"N3X5030",
         "a network for storage by DHCP",
         all({addons({"longhorn"}), byDhcp("storage")}),
         "networks/storage/addressing",
         all({addons({"longhorn"}), byDhcp("cluster")}),
         {"N3X2019"}},
    };
}

} // namespace n3x::test
