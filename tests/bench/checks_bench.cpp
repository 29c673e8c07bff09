// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/check.h"
#include "core/edits/change.h"
#include "core/edits/history.h"
#include "tests/bench/kept_runs.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <format>
#include <vector>

// One edit that reaches one node, in profiles of 1,000 and 10,000; budget: p99 of 0.08 and 0.4 ms. And the first
// look at everything, and an edit of a network, which reaches every node.
namespace {

using namespace n3x;

IpAddress host(std::uint32_t network, std::size_t index)
{
    return IpAddress::v4(network + static_cast<std::uint32_t>(index) + 1);
}

Project large(std::size_t count)
{
    Profile profile;
    profile.name = Entered<DnsLabel>::from("large");
    Uplink trunk;
    trunk.name = Entered<DnsLabel>::from("trunk");
    trunk.bond = Entered<InterfaceName>::from("bond0");
    for (const char* nic : {"eth1", "eth2"}) trunk.members.push_back(Entered<InterfaceName>::from(nic));
    profile.uplinks = profile.uplinks.push_back(trunk);
    for (const auto& [name, vlan, subnet] :
         {std::tuple("cluster", "200", "10.200.0.0/16"), std::tuple("storage", "100", "10.100.0.0/16")}) {
        Network network;
        network.name = Entered<DnsLabel>::from(name);
        network.uplink = "trunk";
        network.vlan = Entered<VlanId>::from(vlan);
        network.subnet = {Entered<Subnet>::from(subnet)};
        network.carries = {Choice(std::string_view(name) == "cluster" ? Traffic::K3s : Traffic::Storage)};
        profile.networks = profile.networks.push_back(network);
    }
    for (std::size_t index = 0; index < count; ++index) {
        Node node;
        node.name = Entered<DnsLabel>::from((index < 3 ? "server-" : "agent-") + std::to_string(index + 1));
        node.role = Choice(index < 3 ? Role::Server : Role::Agent);
        node.target = "qemu-amd64";
        node.addresses = {{"cluster", {host(0x0ac80000, index)}}, {"storage", {host(0x0a640000, index)}}};
        for (std::uint8_t nic : {std::uint8_t{1}, std::uint8_t{2}})
            node.macs.push_back(
                {Entered<InterfaceName>::from("eth" + std::to_string(nic)),
                 MacAddress::of({0x52, 0x54, nic, static_cast<std::uint8_t>(index >> 16),
                                 static_cast<std::uint8_t>(index >> 8), static_cast<std::uint8_t>(index)})});
        profile.nodes = profile.nodes.push_back(node);
    }
    Project project;
    project.name = Entered<DnsLabel>::from("bench");
    project.profiles = project.profiles.push_back(profile);
    return project;
}

Project withAddress(const Project& project, std::size_t node, const IpAddress& address)
{
    return edits::withProfile(project, "large", [&](Profile& profile) {
        profile.nodes = edits::changedAt(profile.nodes, node, [&](Node& n) { n.addresses[1].addresses = {address}; });
    });
}

void oneNode(benchmark::State& state)
{
    const auto count = static_cast<std::size_t>(state.range(0));
    Project project = large(count);
    CheckCache cache;
    cache.update(project);
    std::vector<double> times;
    std::size_t round = 0;
    for (auto _ : state) {
        // Free addresses, now and then one that is taken, on nodes all over the profile.
        const std::size_t node = round * 7919 % count;
        const std::size_t wanted = round % 5 == 4 ? (node + 1) % count : count + node;
        Project next = withAddress(project, node, host(0x0a640000, wanted));
        const auto start = std::chrono::steady_clock::now();
        benchmark::DoNotOptimize(cache.update(next).size());
        times.push_back(std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count());
        state.SetIterationTime(times.back() / 1e6);
        project = std::move(next);
        if (round % 5 == 4) {
            project = withAddress(project, node, host(0x0a640000, count + node));
            cache.update(project);
        }
        ++round;
    }
    std::ranges::sort(times);
    state.counters["p50_us"] = times[times.size() / 2];
    state.counters["p99_us"] = times[std::min(times.size() - 1, times.size() * 99 / 100)];
}
BENCHMARK(oneNode)->Arg(1'000)->Arg(10'000)->UseManualTime()->Unit(benchmark::kMicrosecond)->Iterations(2'000);

void addAndRemoveNode(benchmark::State& state)
{
    const auto count = static_cast<std::size_t>(state.range(0));
    const Project with = large(count + 1);
    const Project less = edits::withProfile(with, "large", [&](Profile& p) { p.nodes = p.nodes.erase(count / 2); });
    CheckCache cache;
    cache.update(with);
    for (auto _ : state) {
        benchmark::DoNotOptimize(cache.update(less).size());
        benchmark::DoNotOptimize(cache.update(with).size());
    }
}
BENCHMARK(addAndRemoveNode)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMicrosecond);

void networkEdit(benchmark::State& state)
{
    const Project one = large(static_cast<std::size_t>(state.range(0)));
    const Project other =
        edits::withNetwork(one, "large", "storage", [](Network& n) { n.vlan = Entered<VlanId>::from("150"); });
    CheckCache cache;
    bool flip = false;
    for (auto _ : state) benchmark::DoNotOptimize(cache.update((flip = !flip) ? other : one).size());
    state.counters["us_per_node"] =
        benchmark::Counter(static_cast<double>(state.range(0)) / 1e6,
                           benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
BENCHMARK(networkEdit)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);

void fresh(benchmark::State& state)
{
    const Project project = large(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(check(project).size());
}
BENCHMARK(fresh)->Arg(100)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argumentCount, char** arguments)
{
    Figures figures(argumentCount, arguments);
    KeptRuns runs;
    if (!runBenches(argumentCount, arguments, runs)) return 2;
    const double small = runs.median("oneNode/1000", "p99_us");
    const double large = runs.median("oneNode/10000", "p99_us");
    figures.add("of that, problems alone, p99, 1,000 / 10,000 nodes",
                std::format("{:.3f} ms / {:.3f} ms", small / 1e3, large / 1e3), "≤ 0.08 ms / 0.4 ms",
                std::max(small / 80, large / 400));
    return figures.status();
}
