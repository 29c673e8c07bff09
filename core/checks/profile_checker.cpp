// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/profile_checker.h"

#include "core/checks/profile_records.h"
#include "core/model/inherited_settings.h"
#include "core/model/profile_frame.h"

#include <immer/algorithm.hpp>

#include <algorithm>
#include <cstring>
#include <unordered_map>

namespace n3x::checks {
namespace {

std::size_t mixed(std::uint64_t one, std::uint64_t other)
{
    std::uint64_t hash = (one ^ (other << 32 | other >> 32)) * 0x9e3779b97f4a7c15;
    hash ^= hash >> 29;
    return static_cast<std::size_t>(hash * 0xbf58476d1ce4e5b9);
}

// Where the leaves of a sequence stand in memory. Two versions of a sequence share the leaves that no edit
// reached, so that equal leaves need not be looked into.
struct Leaf {
    const immer::box<Node>* first;
    std::size_t size;
    friend bool operator==(const Leaf&, const Leaf&) = default;
};

std::vector<Leaf> leavesOf(const Sequence<Node>& nodes)
{
    std::vector<Leaf> leaves;
    leaves.reserve(nodes.size() / 16 + 2);
    immer::for_each_chunk(nodes, [&](const immer::box<Node>* first, const immer::box<Node>* last) {
        if (first != last) leaves.push_back({first, static_cast<std::size_t>(last - first)});
    });
    return leaves;
}

} // namespace

std::size_t ProfileChecker::AddressHash::operator()(const AddressClaim& claim) const
{
    std::uint64_t halves[2];
    std::memcpy(halves, claim.address.bytes().data(), sizeof halves);
    return mixed(halves[0] + claim.network, halves[1] + (claim.address.family() == Family::IPv6));
}

std::size_t ProfileChecker::MacHash::operator()(const MacAddress& mac) const
{
    std::uint64_t number = 0;
    std::memcpy(&number, mac.bytes().data(), mac.bytes().size());
    return mixed(number, 0);
}

ProfileChecker::ProfileChecker(ProblemList& list) : list_(list) {}
ProfileChecker::~ProfileChecker() = default;

bool ProfileChecker::usesTarget(std::string_view target) const
{
    const Index index = frame_.findTarget(target);
    return index != none && targets_.contains(index);
}

bool ProfileChecker::isWatched(std::string_view name) const
{
    return std::ranges::any_of(beginnings_, [&](const std::string& one) { return name.starts_with(one); });
}

void ProfileChecker::watchNames(std::vector<std::string> beginnings)
{
    if (beginnings == beginnings_) return;
    beginnings_ = std::move(beginnings);
    watchedNames_.clear();
    for (const auto& [name, group] : names_)
        if (isWatched(name)) watchedNames_.insert(name);
}

void ProfileChecker::update(std::shared_ptr<const SharedContext> context, const immer::box<Profile>& profile)
{
    if (context == context_ && current_ && &current_->get() == &profile.get()) return;
    if (context != context_ || !framed_ || !sameFrame(framed_->get(), *profile)) {
        context_ = std::move(context);
        rebuild(profile);
        return;
    }
    updateNodes(profile->nodes);
    current_ = profile;
    if (agreed() != frame_.agreed) { // it counts for all nodes
        rebuild(profile);
        return;
    }
    settleGroups();
    replace(commonProblems_, problemsOfAll());
}

void ProfileChecker::clear()
{
    for (const auto& record : records_) replace(record->problems, {});
    for (auto& [group, problems] : groupProblems_) replace(problems, {});
    replace(frameProblems_, {});
    replace(commonProblems_, {});
    records_.clear();
    names_.clear();
    watchedNames_.clear();
    addresses_.clear();
    macs_.clear();
    touched_.clear();
    groupProblems_.clear();
    servers_ = 0;
    debianServers_ = 0;
    gpuNodes_ = 0;
    versions_.clear();
    storageLinks_.clear();
    targets_.clear();
    ports_.clear();
    clashes_.clear();
    routeClashes_.clear();
    mtuClashes_.clear();
    mtuCuts_.clear();
    saying_.clear();
    differing_.clear();
}

void ProfileChecker::rebuild(const immer::box<Profile>& profile)
{
    clear();
    framed_ = profile;
    current_ = profile;
    frame_ = makeFrame(context_->project, **framed_);
    Problems found;
    Finder finder(found);
    checkProfileSettings(frame_, *profile, finder);
    checkUplinks(frame_, finder);
    checkNetworks(frame_, *profile, finder);
    replace(frameProblems_, std::move(found));
    const std::size_t count = profile->nodes.size();
    records_.reserve(count);
    names_.reserve(count);
    addresses_.reserve(count * frame_.networks.size());
    for (const auto& node : profile->nodes) {
        records_.push_back(std::make_unique<Record>(&node.get()));
        look(*records_.back());
    }
    settleGroups();
    replace(commonProblems_, problemsOfAll());
}

std::vector<const Node*> ProfileChecker::nodesOf(const std::vector<Record*>& records)
{
    std::vector<const Node*> nodes;
    for (const Record* record : records) nodes.push_back(record->node);
    return nodes;
}

K3sSettings ProfileChecker::agreed() const
{
    return saying_.size() == servers_ ? agreedSettings(nodesOf(saying_)) : K3sSettings();
}

// Checks the node of a record that claims nothing yet.
void ProfileChecker::look(Record& record)
{
    Problems found;
    Finder finder(found);
    record.facts = checkNode(frame_, *record.node, finder);
    replace(record.problems, std::move(found));
    claim(record);
}

void ProfileChecker::updateNodes(const Sequence<Node>& next)
{
    const Sequence<Node>& before = current_->get().nodes;
    if (before.identity() == next.identity()) return;
    const std::vector<Leaf> oldLeaves = leavesOf(before);
    const std::vector<Leaf> newLeaves = leavesOf(next);

    // Equal leaves at both ends, then equal nodes at both ends of what is left.
    std::size_t leaf = 0;
    std::size_t first = 0;
    while (leaf < oldLeaves.size() && leaf < newLeaves.size() && oldLeaves[leaf] == newLeaves[leaf])
        first += oldLeaves[leaf++].size;
    std::size_t tail = 0;
    std::size_t behind = 0;
    while (tail + leaf < oldLeaves.size() && tail + leaf < newLeaves.size() &&
           oldLeaves[oldLeaves.size() - 1 - tail] == newLeaves[newLeaves.size() - 1 - tail])
        behind += newLeaves[newLeaves.size() - 1 - tail++].size;
    std::vector<const Node*> nodes;
    for (std::size_t at = leaf; at < newLeaves.size() - tail; ++at)
        for (std::size_t node = 0; node < newLeaves[at].size; ++node) nodes.push_back(&newLeaves[at].first[node].get());
    std::size_t skipped = 0;
    while (skipped < nodes.size() && first < records_.size() - behind && records_[first]->node == nodes[skipped]) {
        ++first;
        ++skipped;
    }
    std::size_t count = nodes.size() - skipped;
    while (count > 0 && records_.size() - behind > first &&
           records_[records_.size() - behind - 1]->node == nodes[skipped + count - 1]) {
        --count;
        ++behind;
    }

    // What is left of the old ones gives way to what is left of the new ones; a node that only moved keeps its record.
    const auto from = records_.begin() + static_cast<std::ptrdiff_t>(first);
    const auto to = records_.end() - static_cast<std::ptrdiff_t>(behind);
    std::vector<std::unique_ptr<Record>> old(std::make_move_iterator(from), std::make_move_iterator(to));
    std::vector<std::unique_ptr<Record>> fresh(count);
    std::unordered_map<const Node*, std::size_t> movedTo;
    if (old.size() > 1 || count > 1)
        for (std::size_t at = 0; at < count; ++at) movedTo.emplace(nodes[skipped + at], at);
    bool moved = false;
    for (auto& record : old) {
        const auto found = movedTo.find(record->node);
        if (found != movedTo.end() && !fresh[found->second]) {
            fresh[found->second] = std::move(record);
            moved = true;
        } else {
            release(*record);
            replace(record->problems, {});
        }
    }
    for (std::size_t at = 0; at < count; ++at) {
        if (fresh[at]) continue;
        fresh[at] = std::make_unique<Record>(nodes[skipped + at]);
        look(*fresh[at]);
    }
    if (old.size() == count) {
        std::ranges::move(fresh, from);
    } else {
        const auto place = records_.erase(from, to);
        records_.insert(place, std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
    }
    if (moved) // another may be the first now
        for (const auto& [group, problems] : groupProblems_) touched_.push_back(group);
}

template <class Key, class Map> void ProfileChecker::join(Map& map, const Key& key, Record& record)
{
    const auto [place, isNew] = map.try_emplace(key);
    Group& group = place->second;
    group.members.push_back(&record);
    if constexpr (std::is_same_v<Key, AddressClaim>) group.address = &place->first;
    if constexpr (std::is_same_v<Key, MacAddress>) group.mac = &place->first;
    if (!isNew) touched_.push_back(&group);
}

template <class Key, class Map> void ProfileChecker::leave(Map& map, const Key& key, Record& record)
{
    const auto found = map.find(key);
    Group& group = found->second;
    group.members.erase(std::ranges::find(group.members, &record));
    if (!group.members.empty()) {
        touched_.push_back(&group);
        return;
    }
    if (const auto told = groupProblems_.find(&group); told != groupProblems_.end()) {
        replace(told->second, {});
        groupProblems_.erase(told);
    }
    std::erase(touched_, &group);
    map.erase(found);
}

namespace {

template <class Map, class Key> void countUp(Map& map, const Key& key) { ++map[key]; }

template <class Map, class Key> void countDown(Map& map, const Key& key)
{
    const auto found = map.find(key);
    if (--found->second == 0) map.erase(found);
}

} // namespace

void ProfileChecker::claim(Record& record)
{
    const NodeFacts& facts = record.facts;
    const std::string name = record.node->name.text();
    join(names_, name, record);
    if (isWatched(name)) watchedNames_.insert(name);
    for (const AddressClaim& address : facts.addresses) join(addresses_, address, record);
    for (const MacAddress& mac : facts.macs) join(macs_, mac, record);
    servers_ += facts.isServer ? 1 : 0;
    debianServers_ += facts.isServer && facts.runsDebian ? 1 : 0;
    gpuNodes_ += facts.saysGpu ? 1 : 0;
    countUp(versions_, std::pair(facts.isServer, facts.version));
    if (facts.storageLink) countUp(storageLinks_, *facts.storageLink);
    if (facts.target != none) countUp(targets_, facts.target);
    for (const PortUse& use : facts.ports) countUp(ports_, use);
    for (const GatewayClash& clash : facts.clashes) countUp(clashes_, clash);
    for (const RouteClash& clash : facts.routeClashes) countUp(routeClashes_, clash);
    for (const MtuClash& clash : facts.mtuClashes) countUp(mtuClashes_, clash);
    for (const MtuCut& cut : facts.mtuCuts) countUp(mtuCuts_, cut);
    if (facts.saysServerSettings) saying_.push_back(&record);
    if (facts.differsFromProfile) differing_.push_back(&record);
}

void ProfileChecker::release(Record& record)
{
    const NodeFacts& facts = record.facts;
    const std::string name = record.node->name.text();
    leave(names_, name, record);
    if (isWatched(name) && !hasNode(name)) watchedNames_.erase(name);
    for (const AddressClaim& address : facts.addresses) leave(addresses_, address, record);
    for (const MacAddress& mac : facts.macs) leave(macs_, mac, record);
    servers_ -= facts.isServer ? 1 : 0;
    debianServers_ -= facts.isServer && facts.runsDebian ? 1 : 0;
    gpuNodes_ -= facts.saysGpu ? 1 : 0;
    countDown(versions_, std::pair(facts.isServer, facts.version));
    if (facts.storageLink) countDown(storageLinks_, *facts.storageLink);
    if (facts.target != none) countDown(targets_, facts.target);
    for (const PortUse& use : facts.ports) countDown(ports_, use);
    for (const GatewayClash& clash : facts.clashes) countDown(clashes_, clash);
    for (const RouteClash& clash : facts.routeClashes) countDown(routeClashes_, clash);
    for (const MtuClash& clash : facts.mtuClashes) countDown(mtuClashes_, clash);
    for (const MtuCut& cut : facts.mtuCuts) countDown(mtuCuts_, cut);
    if (facts.saysServerSettings) std::erase(saying_, &record);
    if (facts.differsFromProfile) std::erase(differing_, &record);
}

void ProfileChecker::settleGroups()
{
    std::ranges::sort(touched_);
    touched_.erase(std::ranges::unique(touched_).begin(), touched_.end());
    if (std::ranges::any_of(touched_, [](const Group* group) { return group->members.size() > 1; }))
        for (std::size_t place = 0; place < records_.size(); ++place) records_[place]->place = place;
    for (const Group* group : touched_) {
        Problems found = group->members.size() > 1 ? problemsOfGroup(*group) : Problems();
        if (found.empty() && !groupProblems_.contains(group)) continue;
        Problems& told = groupProblems_[group];
        replace(told, std::move(found));
        if (told.empty()) groupProblems_.erase(group);
    }
    touched_.clear();
}

} // namespace n3x::checks
