// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/defaults.h"
#include "core/model/project.h"

#include <immer/flex_vector.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// What a project means: every default applied, every name resolved. The only input of the generators.
namespace n3x {

enum class LinkKind : std::uint8_t { Physical, Bond, Vlan };

// Which families of a link take their addresses from DHCP.
enum class DhcpFamilies : std::uint8_t { None, IPv4, IPv6, Both };

struct AddressPlan {
    IpAddress address;
    int prefixLength = 0; // of the network's subnet

    friend bool operator==(const AddressPlan&, const AddressPlan&) = default;
};

struct RoutePlan {
    Subnet to;
    IpAddress via;

    friend bool operator==(const RoutePlan&, const RoutePlan&) = default;
};

struct BondPlan {
    BondMode mode = defaults::bondMode;
    std::optional<std::string> primary; // only in the modes that have one
    Duration miimon = defaults::miimon; // 0: it watches no link
    // The kernel refuses them where no link is watched; there is none then.
    std::optional<Duration> upDelay = defaults::upDelay;
    std::optional<Duration> downDelay = defaults::downDelay;
    std::optional<LacpRate> lacpRate;     // 802.3ad only
    std::optional<HashPolicy> hashPolicy; // only in the modes that hash

    friend bool operator==(const BondPlan&, const BondPlan&) = default;
};

// One link of one node, as the kernel will show it.
struct LinkPlan {
    std::string name;
    LinkKind kind = LinkKind::Physical;
    std::string uplink;  // name of the uplink it belongs to
    std::string network; // name of the network whose addresses it has; empty where it only carries
    std::string bond;    // physical: the bond that it is a member of, or empty
    bool isPrimary = false; // physical: the primary of its bond
    std::string parent;  // VLAN: the link that carries it
    std::uint32_t vlanId = 0; // VLAN only
    std::vector<std::string> members; // bond only
    std::vector<std::string> vlans;   // names of the VLAN links on top of it, in the order of the networks
    std::optional<BondPlan> bonding;  // bond only
    // Where the project knows it. Physical: what the port has. Bond: what it is given, its first member's, where it or
    // a VLAN on it takes DHCP.
    std::optional<MacAddress> mac;
    std::optional<std::uint32_t> mtu; // bytes; only where somebody said one
    std::vector<AddressPlan> addresses; // static ones, IPv4 before IPv6
    DhcpFamilies dhcp = DhcpFamilies::None;
    // Families whose routes and gateway are taken from the lease: our server has one to give, or a server that is not
    // ours may have one and nothing else gives the node its default gateway.
    DhcpFamilies dhcpRoutes = DhcpFamilies::None;
    bool dhcpSetsDns = false; // take name servers from the lease: a server that is not ours, and the network names none
    std::vector<Subnet> onLink; // of DHCPv6, whose leases name no prefix: what is on the wire itself
    std::vector<IpAddress> reservations; // what the DHCP server keeps for this link
    std::vector<IpAddress> gateways; // static ones, at most one a family
    std::vector<IpAddress> nameservers; // the network's own; on the network of K3s the project's where it has none
    std::vector<std::string> searchDomains; // the project's domain, on the network of K3s
    std::vector<RoutePlan> routes;
    bool requiredForOnline = false; // true for the link of the network that carries K3s
    bool hasIPv6 = false; // an IPv6 address or DHCPv6: link-local addressing is needed

    friend bool operator==(const LinkPlan&, const LinkPlan&) = default;
};

// K3s settings of one node. Vectors keep the order of the files.
struct K3sPlan {
    bool clusterInit = false; // founds a cluster of several servers
    std::optional<std::string> joinUrl; // "https://…:6443"; absent on the server that founds it
    // On the k3s network, those of the first range's family first; empty where DHCP decides without reservation.
    std::vector<IpAddress> nodeAddresses;
    std::string flannelInterface;
    std::optional<IpAddress> advertiseAddress; // servers; of the family that comes first in the cluster
    std::vector<std::string> tlsNames; // servers: first server, all servers, API address, domain
    std::vector<Subnet> clusterCidr; // servers
    std::vector<Subnet> serviceCidr; // servers
    FlannelBackend flannelBackend = defaults::flannelBackend;
    std::vector<std::string> disable; // servers
    std::vector<std::string> addons;
    ImageSource images = defaults::images;
    std::vector<std::string> labels; // "key=value"
    std::vector<std::string> taints;
    std::optional<IpAddress> apiAddress; // virtual, by kube-vip
    std::string version;

    friend bool operator==(const K3sPlan&, const K3sPlan&) = default;
};

struct NodePlan {
    std::string name;
    Role role = Role::Agent;
    Backend backend = Backend::Nixos;
    std::string variant; // names builds and images: "<profile>-<node>"
    immer::box<HardwareTarget> target; // shared with the project; compared by value
    std::vector<LinkPlan> links; // in the order in which the kernel must make them: physical, bonds, VLANs
    K3sPlan k3s;
    std::optional<std::string> age; // recipient of its secrets

    friend bool operator==(const NodePlan&, const NodePlan&) = default;
};

// A network as all nodes of a profile share it.
struct NetworkPlan {
    std::string name;
    std::string uplink;
    std::optional<std::uint32_t> vlanId;
    std::vector<Subnet> subnets; // IPv4 before IPv6
    std::vector<Traffic> carries;
    std::vector<IpAddress> gateways;
    std::vector<IpAddress> nameservers; // as on the links: the project's on the network of K3s that names none
    std::optional<std::uint32_t> mtu; // as said
    Addressing addressing = defaults::addressing;
    std::vector<RoutePlan> routes;
    struct Dhcp {
        IpAddress server;
        MacAddress mac;
        IpAddress first;
        IpAddress last;
        Duration leaseTime;
        friend bool operator==(const Dhcp&, const Dhcp&) = default;
    };
    std::optional<Dhcp> dhcp;

    friend bool operator==(const NetworkPlan&, const NetworkPlan&) = default;
};

// What every node of a profile has in common; a NodePlan follows from it and the node alone.
struct ProfilePlan {
    std::string cluster; // the project's name
    std::string profile;
    std::string summary;
    bool isDeployed = false;
    std::optional<std::string> domain;
    std::vector<NetworkPlan> networks; // in the order of the profile
    std::string k3sNetwork; // name of the network that carries K3s
    std::string initServer; // name of the server that founds the cluster
    std::vector<std::string> servers; // names, in order
    std::string serverApi; // "https://<address>:6443": the API address, else the first server's
    std::vector<std::string> serverNames; // what certificates name: first server, every server, API address, domain
    K3sSettings k3s; // what all servers say alike, the profile's and the project's merged, withDefaults()
    Sequence<Uplink> uplinks; // as said, for the ports of each target
    Sequence<HardwareTarget> hardware; // the project's own targets that its nodes name

    friend bool operator==(const ProfilePlan&, const ProfilePlan&) = default;
};

// In the order of the profile. Copies share; replacing one node's plan costs O(log n), whatever the cluster's size.
using NodePlans = immer::flex_vector<std::shared_ptr<const NodePlan>>;

struct ClusterPlan {
    std::shared_ptr<const ProfilePlan> shared; // never null
    NodePlans nodes; // none is null

    friend bool operator==(const ClusterPlan& one, const ClusterPlan& two);
};

// What belongs to no profile but to the project. Values that their types refused are left out.
struct ProjectPlan {
    std::string cluster;
    std::optional<std::string> domain;
    std::vector<IpAddress> nameservers;
    Caches caches;
    std::vector<Builder> builders;
    Admins admins;
    std::vector<Entered<Choice<Tuning>>> tuning;
    std::vector<std::string> profiles; // names of those that have outputs, in order
    std::vector<std::string> held; // names of those that have none now: what was exported of them before goes on
    std::optional<std::string> deploy; // one of either
    std::string k3sVersion; // what a profile runs that says none
    Sequence<HardwareTarget> hardware; // built-in ones, then the project's own, which come in place of their namesakes
    struct Recipient {
        std::string node;
        Role role = Role::Agent;
        std::string age;
        friend bool operator==(const Recipient&, const Recipient&) = default;
    };
    std::vector<Recipient> recipients; // the nodes of the deployed profile that have a key, in its order

    friend bool operator==(const ProjectPlan&, const ProjectPlan&) = default;
};

// The parts of planCluster, for the live engine: a node's plan depends on nothing but the shared plan, the node and
// the hardware target that it names. All may be called only for a profile whose checks show no error.
[[nodiscard]] ProfilePlan planProfile(const Project& project, const Profile& profile);
[[nodiscard]] NodePlan planNode(const Project& project, const ProfilePlan& shared, const Node& node);

// All of a profile resolved.
[[nodiscard]] ClusterPlan planCluster(const Project& project, const Profile& profile);

// Whose keys were looked up last, so that ten thousand nodes are not asked again after each edit of one.
struct KeyLookup {
    Sequence<Node> nodes;
    std::vector<ProjectPlan::Recipient> recipients;
};

// May be called for any project; `profiles` names those that are to have outputs. `last` is brought up to date.
[[nodiscard]] ProjectPlan planProject(const Project& project, std::vector<std::string> profiles,
                                      KeyLookup* last = nullptr);

} // namespace n3x
