// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/checks/node_checks.h"
#include "core/checks/problem_list.h"

#include <map>
#include <memory>
#include <set>

namespace n3x::checks {

// What the profiles of a project share. A new one for every change of it, so that a pointer says whether it
// is the same.
struct SharedContext {
    // Only what profiles are checked against: K3s settings, hardware targets, mirrors of registries, name servers, the
    // deployed profile, and of the SSH keys the first.
    Project project;
};

// Keeps the problems of one profile up to date. Nodes whose box is the same are not looked at again, and what
// nodes have in common (names, addresses, ports) is counted, so that one node costs the same in any company.
class ProfileChecker {
public:
    explicit ProfileChecker(ProblemList& list);
    ~ProfileChecker();
    ProfileChecker(const ProfileChecker&) = delete;

    void update(std::shared_ptr<const SharedContext> context, const immer::box<Profile>& profile);
    // Takes all its problems off the list.
    void clear();

    [[nodiscard]] const std::string& name() const { return frame_.profileName; }
    [[nodiscard]] bool hasErrors() const { return errors_ > 0; }
    [[nodiscard]] bool usesTarget(std::string_view target) const;
    [[nodiscard]] bool hasNode(std::string_view name) const { return names_.contains(name); }

    // From now on the names of nodes that begin with one of these are kept apart.
    void watchNames(std::vector<std::string> beginnings);
    [[nodiscard]] const std::set<std::string>& watchedNames() const { return watchedNames_; }

private:
    struct Record; // a node as it was last looked at
    // Nodes that claim the same name, address or MAC address, in no order. The key stands in the map.
    struct Group {
        std::vector<Record*> members;
        const AddressClaim* address = nullptr;
        const MacAddress* mac = nullptr;
    };
    struct AddressHash {
        std::size_t operator()(const AddressClaim& claim) const;
    };
    struct MacHash {
        std::size_t operator()(const MacAddress& mac) const;
    };

    void rebuild(const immer::box<Profile>& profile);
    void updateNodes(const Sequence<Node>& next);
    void look(Record& record);
    [[nodiscard]] K3sSettings agreed() const;
    [[nodiscard]] static std::vector<const Node*> nodesOf(const std::vector<Record*>& records);
    [[nodiscard]] bool isWatched(std::string_view name) const;
    void claim(Record& record);
    void release(Record& record);
    template <class Key, class Map> void join(Map& map, const Key& key, Record& record);
    template <class Key, class Map> void leave(Map& map, const Key& key, Record& record);
    void settleGroups();
    // In profile_commons.cpp: what only several nodes together can be wrong in.
    Problems problemsOfGroup(const Group& group) const;
    void checkName(const Group& group, Finder& finder) const;
    void checkAddress(const Group& group, Finder& finder) const;
    void checkMac(const Group& group, Finder& finder) const;
    Problems problemsOfAll() const;
    std::vector<std::string> serverNames() const;
    std::vector<Edit> oneMoreServer() const;
    void checkServers(Finder& finder) const;
    void checkServerSettings(Finder& finder) const;
    void checkPorts(Finder& finder) const;
    void checkClashes(Finder& finder) const;
    void checkRouteClashes(Finder& finder) const;
    void checkMtus(Finder& finder) const;
    void checkMtuClashes(Finder& finder) const;
    void checkMtuCuts(Finder& finder) const;
    // In profile_needs.cpp: what a choice for all nodes needs of them.
    std::vector<Edit> leavingOutApi() const;
    const Record* founder() const;
    void checkJoining(Finder& finder) const;
    void checkApiService(Finder& finder) const;
    void checkApiInCloud(Finder& finder) const;
    void checkApiImage(Finder& finder) const;
    void checkPodRanges(Finder& finder) const;
    void checkLonghorn(Finder& finder) const;
    void checkLonghornNetwork(Finder& finder) const;
    void checkDefaultRoute(Finder& finder) const;
    void checkNvidia(Finder& finder) const;
    void checkDeployment(Finder& finder) const;
    void checkVersions(Finder& finder) const; // in version_checks.cpp
    template <class Member> ObjectPath saidAt(Member member, std::string_view key) const;
    void replace(Problems& owned, Problems next) { errors_ += list_.replace(owned, std::move(next)); }

    ProblemList& list_;
    int errors_ = 0;
    std::shared_ptr<const SharedContext> context_;
    std::optional<immer::box<Profile>> framed_; // what the frame was made of; it points into it
    std::optional<immer::box<Profile>> current_; // whose nodes the records are
    Frame frame_;
    Problems frameProblems_;
    Problems commonProblems_; // of all nodes together
    std::vector<std::unique_ptr<Record>> records_; // in the order of the nodes

    NameMap<Group> names_;
    std::vector<std::string> beginnings_;
    std::set<std::string> watchedNames_;
    std::unordered_map<AddressClaim, Group, AddressHash> addresses_;
    std::unordered_map<MacAddress, Group, MacHash> macs_;
    std::vector<const Group*> touched_;
    std::unordered_map<const Group*, Problems> groupProblems_;

    std::size_t servers_ = 0;
    std::size_t debianServers_ = 0;
    std::size_t gpuNodes_ = 0; // that say so
    std::map<std::pair<bool, std::string>, std::size_t>
        versions_; // of K3s, of servers and agents; empty: the profile's
    std::map<std::string, std::size_t> storageLinks_;
    std::map<Index, std::size_t> targets_;
    std::map<PortUse, std::size_t> ports_;
    std::map<GatewayClash, std::size_t> clashes_;
    std::map<RouteClash, std::size_t> routeClashes_;
    std::map<MtuClash, std::size_t> mtuClashes_;
    std::map<MtuCut, std::size_t> mtuCuts_;
    std::vector<Record*> saying_; // servers with settings of their own
    std::vector<Record*> differing_; // those of them that say others than count for the profile
};

} // namespace n3x::checks
