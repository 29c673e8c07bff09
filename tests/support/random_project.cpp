// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/random_project.h"

#include "tests/support/property.h"

#include <algorithm>
#include <format>
#include <string>
#include <vector>

namespace n3x::test {
namespace {

constexpr int portCount = 12; // four uplinks of three ports

// SplitMix64: the same numbers everywhere, unlike the distributions of the standard library.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    int below(int sides)
    {
        state_ += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
        return static_cast<int>((z ^ (z >> 31U)) % static_cast<std::uint64_t>(sides));
    }
    bool percent(int chance) { return below(100) < chance; }
    template <class T> const T& oneOf(const std::vector<T>& choices)
    {
        return choices[static_cast<std::size_t>(below(static_cast<int>(choices.size())))];
    }

private:
    std::uint64_t state_;
};

template <class T> Entered<T> entered(std::string_view text) { return Entered<T>::from(text); }

// Host parts of every subnet; the smallest has fourteen hosts.
enum Host : int {
    gatewayHost = 1,
    firstNodeHost = 2,
    dhcpServerHost = 8,
    rangeFirstHost = 9,
    rangeLastHost = 12,
    routerHost = 13,
    apiHost = 14
};

std::string subnetText(bool ipv4, int profile, int network, int prefix)
{
    if (ipv4) return std::format("172.{}.{}.0/{}", 16 + profile, 16 * network, prefix);
    return std::format("fd10:{:x}:{:x}::/64", profile + 1, network + 1);
}

std::string hostText(bool ipv4, int profile, int network, int host)
{
    if (ipv4) return std::format("172.{}.{}.{}", 16 + profile, 16 * network, host);
    return std::format("fd10:{:x}:{:x}::{:x}", profile + 1, network + 1, host);
}

// A machine with twelve ports: `slots` and `names` differ, so that profiles need ports by target.
HardwareTarget box(std::string_view name, std::string_view portPattern, bool debianFirst)
{
    HardwareTarget target = *find(builtInHardware(), "qemu-amd64");
    target.name = entered<Word>(name);
    target.title = entered<Line>(std::format("Rack server {}", name));
    if (debianFirst) std::ranges::reverse(target.backends);
    target.nics.clear();
    for (int port = 1; port <= portCount; ++port)
        target.nics.push_back({entered<InterfaceName>(std::vformat(portPattern, std::make_format_args(port))), {}, {}});
    return target;
}

// The ports of an uplink by position; their names come from the target.
struct Ports {
    std::vector<int> positions;
};

std::string portName(bool other, int port) { return other ? std::format("enp{}s0", port) : std::format("lan{}", port); }

class ProfileDraft {
public:
    ProfileDraft(const Shape& shape, int number, Dice& dice) : shape_(shape), number_(number), dice_(dice) {}

    Profile make()
    {
        profile_.name = entered<DnsLabel>(std::format("profile-{}", number_));
        if (dice_.percent(70)) profile_.summary = entered<Line>("A random profile: 'quotes' and \"more\", #1");
        addUplinks();
        addNetworks();
        addNodes();
        addK3s();
        return profile_;
    }

private:
    void addUplinks()
    {
        int port = 1;
        int bonds = 0;
        for (int index = 0; index < shape_.uplinks; ++index) {
            const bool bond = bonds < 3 && dice_.percent(55);
            Uplink uplink;
            uplink.name = entered<DnsLabel>(std::format("uplink-{}", index));
            Ports ports;
            const int count = bond ? 2 + dice_.below(2) : 1;
            for (int member = 0; member < count; ++member) ports.positions.push_back(port++);
            if (bond)
                makeBond(uplink, ports, bonds++);
            else
                uplink.nic = entered<InterfaceName>(portName(false, ports.positions[0]));
            if (dice_.percent(30)) uplink.mtu = entered<Mtu>("9000");
            uplink.targets.push_back(portsOfOther(uplink, ports));
            profile_.uplinks = profile_.uplinks.push_back(uplink);
            ports_.push_back(ports);
        }
    }

    void makeBond(Uplink& uplink, const Ports& ports, int bond)
    {
        uplink.bond = entered<InterfaceName>(std::format("bond{}", bond));
        for (const int port : ports.positions) uplink.members.push_back(entered<InterfaceName>(portName(false, port)));
        const auto mode = static_cast<BondMode>(dice_.below(7));
        if (mode != BondMode::ActiveBackup || dice_.percent(50)) uplink.mode = Choice(mode);
        const bool knowsPrimary =
            mode == BondMode::ActiveBackup || mode == BondMode::BalanceTlb || mode == BondMode::BalanceAlb;
        if (knowsPrimary && dice_.percent(70)) uplink.primary = uplink.members[0];
        if (mode == BondMode::Lacp && dice_.percent(60)) uplink.lacpRate = Choice(LacpRate::Fast);
        const bool hashes = mode == BondMode::Lacp || mode == BondMode::BalanceXor || mode == BondMode::BalanceTlb;
        if (hashes && dice_.percent(60)) uplink.hashPolicy = Choice(static_cast<HashPolicy>(dice_.below(5)));
        if (dice_.percent(40)) {
            uplink.miimon = entered<Duration>(dice_.percent(20) ? "0ms" : "50ms");
            uplink.upDelay = entered<Duration>("300ms");
            uplink.downDelay = entered<Duration>("1s");
        }
    }

    static TargetPorts portsOfOther(const Uplink& uplink, const Ports& ports)
    {
        TargetPorts other{"box-b", {}, {}, {}};
        if (!uplink.bond) {
            other.nic = entered<InterfaceName>(portName(true, ports.positions[0]));
            return other;
        }
        other.members.emplace();
        for (const int port : ports.positions) other.members->push_back(entered<InterfaceName>(portName(true, port)));
        if (uplink.primary) other.primary = other.members->front();
        return other;
    }

    void addNetworks()
    {
        std::vector<bool> untagged(static_cast<std::size_t>(shape_.uplinks));
        const int gatewayNetwork = dice_.percent(60) ? dice_.below(shape_.networks) : -1;
        for (int index = 0; index < shape_.networks; ++index) {
            Network network;
            const std::vector<std::string> names{"cluster", "storage", "management", "ingress", "backup"};
            network.name = entered<DnsLabel>(names[static_cast<std::size_t>(index)]);
            const int uplink = dice_.below(shape_.uplinks);
            network.uplink = std::format("uplink-{}", uplink);
            if (untagged[static_cast<std::size_t>(uplink)] || dice_.percent(65))
                network.vlan = entered<VlanId>(std::to_string(100 + 7 * index + dice_.below(7)));
            else
                untagged[static_cast<std::size_t>(uplink)] = true;
            addSubnets(network, index);
            addTraffic(network, index);
            if (index == gatewayNetwork) addGateways(network, index);
            addExtras(network, index, profile_.uplinks[static_cast<std::size_t>(uplink)]->mtu.has_value());
            profile_.networks = profile_.networks.push_back(network);
        }
    }

    void addSubnets(Network& network, int index)
    {
        const int families = dice_.below(4); // IPv4 twice as often
        const bool ipv4 = families != 2;
        const bool ipv6 = families >= 2;
        if (ipv4) network.subnet.push_back(entered<Subnet>(subnetText(true, number_, index, 20 + dice_.below(9))));
        if (ipv6) network.subnet.push_back(entered<Subnet>(subnetText(false, number_, index, 64)));
        ipv4_.push_back(ipv4);
        ipv6_.push_back(ipv6);
    }

    void addTraffic(Network& network, int index)
    {
        if (index == 0) network.carries.push_back(Choice(Traffic::K3s));
        if (index == 1 || (shape_.networks == 1 && dice_.percent(30)))
            network.carries.push_back(Choice(Traffic::Storage));
        if (index > 1 && dice_.percent(50))
            network.carries.push_back(Choice(index == 2 ? Traffic::Management : Traffic::Ingress));
    }

    void addGateways(Network& network, int index)
    {
        if (hasIpv4(index)) network.gateway.push_back(entered<IpAddress>(hostText(true, number_, index, gatewayHost)));
        if (hasIpv6(index))
            network.gateway.push_back(
                entered<IpAddress>(dice_.percent(30) ? "fe80::1" : hostText(false, number_, index, gatewayHost)));
        if (dice_.percent(50)) network.nameservers.push_back(network.gateway.front());
    }

    void addExtras(Network& network, int index, bool jumbo)
    {
        // An untagged network says the MTU of its link, which no VLAN there may exceed.
        if (dice_.percent(25))
            network.mtu = entered<Mtu>(jumbo && (!network.vlan || dice_.percent(50)) ? "9000" : "1500");
        if (hasIpv4(index) && !hasIpv6(index) && dice_.percent(25)) addDhcp(network, index);
        if (hasIpv6(index) && dice_.percent(20)) network.addressing = Choice(Addressing::Dhcp); // of the wire's own
        if (dice_.percent(25)) {
            const bool ipv4 = hasIpv4(index) && (!hasIpv6(index) || dice_.percent(50));
            const bool isNear = index > 0 && (ipv4 ? hasIpv4(index - 1) : hasIpv6(index - 1)) && dice_.percent(40);
            const std::string to = isNear ? nearSubnet(ipv4)
                                   : ipv4 ? std::format("10.{}.{}.0/24", 200 + number_, index)
                                          : std::format("fd20:{:x}:{:x}::/64", number_, index);
            network.routes.push_back(
                {entered<Subnet>(to), entered<IpAddress>(hostText(ipv4, number_, index, routerHost))});
        }
    }

    // That of the network which was made last.
    [[nodiscard]] std::string nearSubnet(bool ipv4) const
    {
        const auto& subnets = profile_.networks.back()->subnet;
        return (ipv4 ? subnets.front() : subnets.back()).text();
    }

    void addDhcp(Network& network, int index)
    {
        network.addressing = Choice(Addressing::Dhcp);
        DhcpService dhcp;
        dhcp.server = entered<IpAddress>(hostText(true, number_, index, dhcpServerHost));
        dhcp.range = {entered<IpAddress>(hostText(true, number_, index, rangeFirstHost)),
                      entered<IpAddress>(hostText(true, number_, index, rangeLastHost))};
        if (dice_.percent(50)) dhcp.leaseTime = entered<Duration>("90min");
        if (dice_.percent(50)) dhcp.mac = entered<MacAddress>(std::format("52:54:00:01:{:02x}:00", index + 1));
        network.dhcp = dhcp;
    }

    void addNodes()
    {
        const int servers = std::min(shape_.nodes, 1 + dice_.below(3));
        for (int index = 0; index < shape_.nodes; ++index) {
            Node node;
            const bool server = index < servers;
            node.name = entered<DnsLabel>(server ? std::format("server-{}", index + 1)
                                                 : std::format("agent-{}", index - servers + 1));
            node.role = Choice(server ? Role::Server : Role::Agent);
            const bool other = dice_.percent(40);
            node.target = other ? "box-b" : "box-a";
            if (dice_.percent(50)) node.backend = Choice(dice_.percent(50) ? Backend::Nixos : Backend::Debian);
            addAttachments(node, index);
            addMacs(node, index, other);
            addOverrides(node);
            if (dice_.percent(40))
                node.labels.push_back({entered<LabelKey>("example.com/zone"),
                                       entered<LabelValue>(dice_.oneOf<std::string>({"a", "", "1.10", "true"}))});
            if (dice_.percent(20)) node.taints.push_back(entered<Taint>("dedicated=storage:NoSchedule"));
            profile_.nodes = profile_.nodes.push_back(node);
        }
        if (servers > 1 && dice_.percent(30)) profile_.initServer = std::format("server-{}", servers);
    }

    void addAttachments(Node& node, int index)
    {
        for (int network = 0; network < shape_.networks; ++network) {
            if (network != 0 && dice_.percent(30)) continue;
            Attachment attachment{profile_.networks[static_cast<std::size_t>(network)]->name.text(), {}};
            if (hasIpv4(network))
                attachment.addresses.push_back(
                    entered<IpAddress>(hostText(true, number_, network, firstNodeHost + index)));
            // K3s has a range of each family of its network.
            const bool leavesOut = network != 0 && hasIpv4(network) && dice_.percent(20);
            if (hasIpv6(network) && !leavesOut)
                attachment.addresses.push_back(
                    entered<IpAddress>(hostText(false, number_, network, firstNodeHost + index)));
            node.addresses.push_back(attachment);
        }
    }

    void addMacs(Node& node, int index, bool other)
    {
        for (const Ports& ports : ports_)
            for (const int port : ports.positions)
                node.macs.push_back({entered<InterfaceName>(portName(other, port)),
                                     entered<MacAddress>(std::format("52:54:00:{:02x}:{:02x}:{:02x}", 0x10 + number_,
                                                                     port, index + 1))});
    }

    // Ids of overrides are their own range, so that they meet no network's.
    void addOverrides(Node& node)
    {
        for (const Attachment& attachment : node.addresses) {
            const Network& network = *find(profile_.networks, attachment.network);
            if (!network.vlan || !dice_.percent(10)) continue;
            NetworkOverride changed{attachment.network, {}, {}, {}};
            changed.vlan = entered<VlanId>(std::to_string(3000 + 10 * static_cast<int>(profile_.nodes.size()) +
                                                          static_cast<int>(node.overrides.size())));
            if (dice_.percent(50)) changed.mtu = entered<Mtu>("1400");
            node.overrides.push_back(changed);
        }
    }

    void addK3s()
    {
        const bool ipv4 = hasIpv4(0);
        const bool ipv6 = hasIpv6(0);
        if (ipv6) {
            profile_.k3s.clusterCidr.emplace();
            profile_.k3s.serviceCidr.emplace();
            if (ipv4) {
                profile_.k3s.clusterCidr->push_back(entered<Subnet>("10.42.0.0/16"));
                profile_.k3s.serviceCidr->push_back(entered<Subnet>("10.43.0.0/16"));
            }
            profile_.k3s.clusterCidr->push_back(entered<Subnet>("fd42::/56"));
            profile_.k3s.serviceCidr->push_back(entered<Subnet>("fd43::/112"));
            if (number_ % 2 == 1) { // either family may be the cluster's first
                std::ranges::reverse(*profile_.k3s.clusterCidr);
                std::ranges::reverse(*profile_.k3s.serviceCidr);
            }
        }
        if (dice_.percent(30)) profile_.k3s.flannelBackend = Choice(static_cast<FlannelBackend>(dice_.below(3)));
        if (dice_.percent(30)) profile_.k3s.disable = {entered<Word>("traefik")};
        const bool fixedAddresses = !profile_.networks[0]->addressing;
        if (fixedAddresses && founderRunsNixos() && dice_.percent(25)) // servers on Debian do not serve it
            profile_.k3s.apiAddress = entered<IpAddress>(hostText(ipv4, number_, 0, apiHost));
    }

    [[nodiscard]] bool founderRunsNixos() const
    {
        const Node& founder = *find(profile_.nodes, profile_.initServer.value_or("server-1"));
        return founder.backend ? founder.backend->value().kind() == Backend::Nixos : founder.target == "box-a";
    }
    [[nodiscard]] bool hasIpv4(int network) const { return ipv4_[static_cast<std::size_t>(network)]; }
    [[nodiscard]] bool hasIpv6(int network) const { return ipv6_[static_cast<std::size_t>(network)]; }

    const Shape& shape_;
    int number_;
    Dice& dice_;
    Profile profile_;
    std::vector<Ports> ports_;
    std::vector<bool> ipv4_;
    std::vector<bool> ipv6_;
};

} // namespace

Project randomProject(const Shape& shape)
{
    Dice dice(shape.seed);
    Project project;
    project.name = entered<DnsLabel>("random-lab");
    project.hardware =
        project.hardware.push_back(box("box-a", "lan{}", false)).push_back(box("box-b", "enp{}s0", true));
    if (dice.percent(50)) project.domain = entered<DnsName>("edge.example");
    if (dice.percent(40)) project.nameservers.push_back(entered<IpAddress>("10.0.1.1"));
    if (dice.percent(40)) project.k3s.version = entered<K3sVersion>("v1.35.0+k3s3");
    if (dice.percent(40)) project.k3s.disable = {entered<Word>("traefik"), entered<Word>("servicelb")};
    if (dice.percent(30)) project.caches.substituters.push_back(entered<Url>("https://cache.nixos.org"));
    for (int number = 0; number < shape.profiles; ++number)
        project.profiles = project.profiles.push_back(ProfileDraft(shape, number, dice).make());
    if (dice.percent(70)) project.deploy = "profile-0";
    return project;
}

rc::Gen<Shape> shapes()
{
    return rc::gen::build<Shape>(
        rc::gen::set(&Shape::profiles, rc::gen::inRange(1, 4)), rc::gen::set(&Shape::uplinks, rc::gen::inRange(1, 5)),
        rc::gen::set(&Shape::networks, rc::gen::inRange(1, 6)), rc::gen::set(&Shape::nodes, rc::gen::inRange(1, 7)),
        rc::gen::set(&Shape::seed, rc::gen::noShrink(rc::gen::arbitrary<std::uint64_t>())));
}

rc::Gen<Project> validProjects()
{
    return rc::gen::map(shapes(), [](const Shape& shape) { return randomProject(shape); });
}

} // namespace n3x::test
