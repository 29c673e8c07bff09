// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/core/checks/small_project.h"

#include "core/edits/change.h"
#include "core/edits/values.h"

namespace n3x::test {
namespace {

Node smallNode(std::string_view name, Role role, int host)
{
    Node node;
    node.name = from<DnsLabel>(name);
    node.role = Choice(role);
    node.target = "qemu-amd64";
    const std::string part = std::to_string(host);
    node.addresses = {{"cluster", list<IpAddress>({"192.168.200." + part})},
                      {"storage", list<IpAddress>({"192.168.100." + part})}};
    node.macs = {{from<InterfaceName>("eth1"), from<MacAddress>("52:54:00:01:01:0" + part)}};
    return node;
}

Network smallNetwork(std::string_view name, std::string_view vlan, Traffic traffic)
{
    Network result;
    result.name = from<DnsLabel>(name);
    result.uplink = "trunk";
    result.vlan = from<VlanId>(vlan);
    result.subnet = list<Subnet>({"192.168." + std::string(vlan) + ".0/24"});
    result.carries = {Choice(traffic)};
    return result;
}

} // namespace

Project smallProject()
{
    Profile profile;
    profile.name = from<DnsLabel>("p");
    profile.summary = from<Line>("Small");
    Uplink trunk;
    trunk.name = from<DnsLabel>("trunk");
    trunk.nic = from<InterfaceName>("eth1");
    profile.uplinks = profile.uplinks.push_back(trunk);
    profile.networks = profile.networks.push_back(smallNetwork("cluster", "200", Traffic::K3s));
    profile.networks = profile.networks.push_back(smallNetwork("storage", "100", Traffic::Storage));
    profile.nodes = profile.nodes.push_back(smallNode("server-1", Role::Server, 1));
    profile.nodes = profile.nodes.push_back(smallNode("agent-1", Role::Agent, 2));
    profile.nodes = profile.nodes.push_back(smallNode("agent-2", Role::Agent, 3));
    Project project;
    project.name = from<DnsLabel>("small");
    project.profiles = project.profiles.push_back(profile);
    return project;
}

std::string fullPath(std::string_view path)
{
    return path.starts_with('/') ? std::string(path.substr(1))
           : path.empty()        ? "profiles/p"
                                 : "profiles/p/" + std::string(path);
}

Change say(std::string_view path, std::string_view text)
{
    return
        [edit = edits::setValue(ObjectPath(fullPath(path)), text)](Project& project) { project = edit.apply(project); };
}

Change profile(std::function<void(Profile&)> change)
{
    return [change](Project& project) { project = edits::withProfile(project, "p", change); };
}

Change uplink(std::string_view name, std::function<void(Uplink&)> change)
{
    return [name = std::string(name), change](Project& project) {
        project = edits::withUplink(project, "p", name, change);
    };
}

Change network(std::string_view name, std::function<void(Network&)> change)
{
    return [name = std::string(name), change](Project& project) {
        project = edits::withNetwork(project, "p", name, change);
    };
}

Change node(std::string_view name, std::function<void(Node&)> change)
{
    return
        [name = std::string(name), change](Project& project) { project = edits::withNode(project, "p", name, change); };
}

Change all(std::vector<Change> changes)
{
    return [changes](Project& project) {
        for (const Change& change : changes) change(project);
    };
}

Change bonded()
{
    return uplink("trunk", [](Uplink& u) {
        u.nic.reset();
        u.bond = from<InterfaceName>("bond0");
        u.members = list<InterfaceName>({"eth1", "eth2"});
        u.mode = Choice(BondMode::ActiveBackup);
        u.primary = from<InterfaceName>("eth1");
    });
}

Change dualStack()
{
    const auto address = [](std::string_view name, std::string_view text) {
        return node(name, [=](Node& n) { n.addresses[0].addresses.push_back(from<IpAddress>(text)); });
    };
    return all({network("cluster", [](Network& n) { n.subnet = list<Subnet>({"192.168.200.0/24", "fd00:200::/64"}); }),
                [](Project& project) {
                    project.k3s.clusterCidr = list<Subnet>({"10.42.0.0/16", "fd00:42::/56"});
                    project.k3s.serviceCidr = list<Subnet>({"10.43.0.0/16", "fd00:43::/112"});
                },
                address("server-1", "fd00:200::1"), address("agent-1", "fd00:200::2"),
                address("agent-2", "fd00:200::3")});
}

Change dhcp()
{
    return network("cluster", [](Network& n) {
        n.addressing = Choice(Addressing::Dhcp);
        n.dhcp = DhcpService{from<IpAddress>("192.168.200.254"),
                             from<MacAddress>("52:54:00:01:01:00"),
                             list<IpAddress>({"192.168.200.100", "192.168.200.200"}),
                             {}};
    });
}

Change ownTarget(std::function<void(HardwareTarget&)> change)
{
    return [change](Project& project) {
        HardwareTarget box;
        box.name = from<Word>("box");
        box.title = from<Line>("Box");
        box.backends = {Choice(Backend::Nixos), Choice(Backend::Debian)};
        box.nixos.disko = from<Word>("standard");
        box.debian.machine = from<Word>("box");
        for (const std::string_view nic : {"eth0", "eth1", "eth2"})
            box.nics.push_back({from<InterfaceName>(nic), {}, {}});
        if (change) change(box);
        project.hardware = project.hardware.push_back(box);
    };
}

Change role(std::string_view name, Role role)
{
    return node(name, [role](Node& n) { n.role = Choice(role); });
}

Change flannel(std::string_view name, FlannelBackend backend)
{
    return node(name, [backend](Node& n) { n.k3s.flannelBackend = Choice(backend); });
}

} // namespace n3x::test
