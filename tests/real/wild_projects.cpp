// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/real/wild_projects.h"

#include "core/checks/check.h"
#include "core/edits/networks.h"
#include "core/edits/nodes.h"
#include "tests/support/hostile_texts.h"

#include <rapidcheck.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace n3x {
namespace {

class Luck {
public:
    explicit Luck(std::uint64_t seed) : random_(seed) {}

    std::size_t below(std::size_t sides) { return static_cast<std::size_t>(random_.next() % sides); }
    bool percent(std::size_t chance) { return below(100) < chance; }
    template <class Range> const auto& oneOf(const Range& choices) { return choices[below(std::size(choices))]; }

private:
    rc::Random random_;
};

using Name = Entered<InterfaceName>;

void rename(Name& name, std::string_view from, std::string_view to)
{
    if (name.reads(from)) name = Name::from(to);
}
void rename(std::optional<Name>& name, std::string_view from, std::string_view to)
{
    if (name) rename(*name, from, to);
}
void rename(std::vector<Name>& names, std::string_view from, std::string_view to)
{
    for (Name& name : names) rename(name, from, to);
}

template <class T, class Change> void changeEach(Sequence<T>& things, Change change)
{
    for (std::size_t at = 0; at < things.size(); ++at) {
        T thing = *things[at];
        change(thing);
        things = things.set(at, thing);
    }
}

template <class Change> void changeNodes(Project& project, Change change)
{
    changeEach(project.profiles, [&](Profile& profile) { changeEach(profile.nodes, change); });
}

template <class Change> void changeNetworks(Project& project, Change change)
{
    changeEach(project.profiles, [&](Profile& profile) { changeEach(profile.networks, change); });
}

// A port has its name in the hardware, in uplinks and in nodes.
void renamePort(Project& project, std::string_view from, std::string_view to)
{
    changeEach(project.hardware, [&](HardwareTarget& target) {
        for (Nic& nic : target.nics) rename(nic.name, from, to);
    });
    changeEach(project.profiles, [&](Profile& profile) {
        changeEach(profile.uplinks, [&](Uplink& uplink) {
            rename(uplink.nic, from, to);
            rename(uplink.members, from, to);
            rename(uplink.primary, from, to);
            for (TargetPorts& ports : uplink.targets) {
                rename(ports.nic, from, to);
                if (ports.members) rename(*ports.members, from, to);
                rename(ports.primary, from, to);
            }
        });
        changeEach(profile.nodes, [&](Node& node) {
            for (NicMac& mac : node.macs) rename(mac.nic, from, to);
        });
    });
}

constexpr std::array portNames{"let", "in", "rec", "null", "_e", "e-", "e.", "0e1", "1.5", "a-b", "E__1", "enP8p1s0"};
constexpr std::array dnsNames{"or", "if", "in", "rec", "null", "true", "0", "12", "trunk", "cluster", "storage", "a-b"};

using Change = void (*)(Project& project, Luck& luck);

void wildPort(Project& project, Luck& luck)
{
    const Profile& profile = *luck.oneOf(project.profiles);
    const Uplink& uplink = *luck.oneOf(profile.uplinks);
    const Name& port = uplink.nic ? *uplink.nic : luck.oneOf(uplink.members);
    renamePort(project, port.text(), luck.oneOf(portNames));
}

void wildNetworkName(Project& project, Luck& luck)
{
    const Profile& profile = *luck.oneOf(project.profiles);
    const std::string network = luck.oneOf(profile.networks)->name.text();
    project = edits::renameNetwork(profile.name.text(), network, luck.oneOf(dnsNames)).apply(project);
}

void wildNodeName(Project& project, Luck& luck)
{
    const Profile& profile = *luck.oneOf(project.profiles);
    const std::string node = luck.oneOf(profile.nodes)->name.text();
    project = edits::renameNode(profile.name.text(), node, luck.oneOf(dnsNames)).apply(project);
}

void outsideDhcp(Project& project, Luck& luck)
{
    changeNetworks(project, [&](Network& network) {
        if (!luck.percent(50)) return;
        network.addressing = Choice(Addressing::Dhcp);
        network.dhcp.reset();
        network.gateway.clear();
        if (luck.percent(50)) network.nameservers.clear();
    });
}

void outsideDhcpForOne(Project& project, Luck& luck)
{
    bool done = false;
    changeNetworks(project, [&](Network& network) {
        if (done || !luck.percent(40)) return;
        done = true;
        network.addressing = Choice(Addressing::Dhcp);
        network.dhcp.reset();
    });
}

// Nothing is kept for a node whose addresses nobody knows.
void unreserved(Project& project, Luck& luck)
{
    changeNodes(project, [&](Node& node) {
        for (Attachment& one : node.addresses)
            if (luck.percent(30)) one.addresses.clear();
    });
}

void withoutMacs(Project& project, Luck& luck)
{
    changeNodes(project, [&](Node& node) {
        if (luck.percent(50)) node.macs.clear();
    });
}

void clusterAddons(Project& project, Luck& luck)
{
    project.k3s.addons.emplace();
    if (luck.percent(70)) project.k3s.addons->push_back(Entered<Choice<Addon>>::from("kyverno"));
    if (luck.percent(70)) project.k3s.addons->push_back(Entered<Choice<Addon>>::from("longhorn"));
}

void settingsOfAll(Project& project, Luck& luck)
{
    project.k3s.flannelBackend = Choice(static_cast<FlannelBackend>(luck.below(4)));
    if (luck.percent(50)) project.k3s.disable = {{Entered<Word>::from(luck.oneOf(test::hostileTexts()))}};
    if (luck.percent(20)) project.k3s.disable.emplace();
}

void settingsOfOne(Project& project, Luck& luck)
{
    const std::size_t chosen = luck.below(4);
    changeNodes(project, [&](Node& node) {
        if (!luck.percent(30)) return;
        if (chosen == 0) node.k3s.version = Entered<K3sVersion>::from("v1.34.2+k3s1");
        if (chosen == 1) node.k3s.disable = {{Entered<Word>::from("metrics-server")}};
        if (chosen == 2) node.k3s.flannelBackend = Choice(static_cast<FlannelBackend>(luck.below(4)));
        if (chosen == 3) node.k3s.addons.emplace();
    });
}

void taints(Project& project, Luck& luck)
{
    changeNodes(project, [&](Node& node) {
        if (!luck.percent(50)) return;
        node.taints.push_back(Entered<Taint>::from("example.com/x=a.b:NoExecute"));
        node.taints.push_back(Entered<Taint>::from("y:PreferNoSchedule"));
    });
}

void hostileSummary(Project& project, Luck& luck)
{
    changeEach(project.profiles,
               [&](Profile& profile) { profile.summary = Entered<Line>::from(luck.oneOf(test::hostileTexts())); });
}

void hostileLabels(Project& project, Luck& luck)
{
    const auto value = Entered<LabelValue>::from(luck.oneOf(test::hostileTexts()));
    changeNodes(project, [&](Node& node) {
        if (luck.percent(50)) node.labels.push_back({Entered<LabelKey>::from("example.com/x"), value});
    });
}

constexpr std::array<Change, 15> changes{wildPort,      wildPort,          wildPort,   wildNetworkName, wildNodeName,
                                         outsideDhcp,   outsideDhcpForOne, unreserved, withoutMacs,     clusterAddons,
                                         settingsOfAll, settingsOfOne,     taints,     hostileSummary,  hostileLabels};
constexpr int tries = 5; // until a change is one that no check refuses

} // namespace

Project wilder(Project project, std::uint64_t seed)
{
    Luck luck(seed);
    for (const Change change : changes) {
        if (!luck.percent(40)) continue;
        for (int attempt = 0; attempt < tries; ++attempt) {
            Project trial = project;
            change(trial, luck);
            if (hasErrors(check(trial))) continue;
            project = trial;
            break;
        }
    }
    return project;
}

} // namespace n3x
