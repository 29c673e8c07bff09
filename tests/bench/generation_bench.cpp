// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/check.h"
#include "generators/k3s/k3s.h"
#include "generators/live/live_engine.h"
#include "generators/networkd/networkd.h"
#include "tests/generators/cluster.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>

// What it costs to generate. The figures to reach stand beside each bench as a counter `of_limit`: below 1 is reached.
namespace n3x {
namespace {

using Clock = std::chrono::steady_clock;

double microseconds(Clock::duration time) { return std::chrono::duration<double, std::micro>(time).count(); }

// `limit` in seconds an item: of_limit below 1 is reached.
void reportPerItem(benchmark::State& state, double items, double limit)
{
    const benchmark::Counter::Flags flags = benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert;
    state.counters["per_item"] = benchmark::Counter(items, flags);
    state.counters["of_limit"] = benchmark::Counter(items * limit, flags);
}

// One more node, its plan known: networkd and K3s. Limit 2 µs.
void oneMoreNodeWritten(benchmark::State& state)
{
    const Project project = cluster::project({cluster::vlans(), cluster::bondingVlans()});
    const ClusterPlan plan = planCluster(project, *project.profiles[static_cast<std::size_t>(state.range(0))]);
    OutputWriter out;
    for (auto _ : state) {
        out.clear();
        writeNetworkd(*plan.nodes[2], *plan.shared, out);
        writeK3s(*plan.nodes[2], *plan.shared, out);
        benchmark::DoNotOptimize(out.text().data());
    }
    state.SetLabel(state.range(0) == 0 ? "vlans" : "bonding-vlans");
    reportPerItem(state, 1, 2e-6);
}
BENCHMARK(oneMoreNodeWritten)->Arg(0)->Arg(1);

// The same from the model: planned and written.
void oneMoreNodePlannedAndWritten(benchmark::State& state)
{
    const Project project = cluster::project({cluster::vlans(), cluster::bondingVlans()});
    const Profile& profile = *project.profiles[static_cast<std::size_t>(state.range(0))];
    const ProfilePlan shared = planProfile(project, profile);
    OutputWriter out;
    for (auto _ : state) {
        out.clear();
        const NodePlan node = planNode(project, shared, *profile.nodes[2]);
        writeNetworkd(node, shared, out);
        writeK3s(node, shared, out);
        benchmark::DoNotOptimize(out.text().data());
    }
    state.SetLabel(state.range(0) == 0 ? "vlans" : "bonding-vlans");
    reportPerItem(state, 1, 2e-6);
}
BENCHMARK(oneMoreNodePlannedAndWritten)->Arg(0)->Arg(1);

// One more node, its plan known: everything that is written for a node. Limit 10 µs.
void oneMoreNodeAllOutputs(benchmark::State& state)
{
    const Project project = cluster::project({cluster::large(100)});
    const ClusterPlan plan = planCluster(project, *project.profiles[0]);
    OutputWriter out;
    for (auto _ : state) {
        out.clear();
        for (const NodeGenerator& generator : generators().node) generator.write(*plan.nodes[50], *plan.shared, out);
        for (const SharedFileGenerator& generator : generators().shared)
            generator.writeNode(*plan.nodes[50], *plan.shared, out);
        benchmark::DoNotOptimize(out.text().data());
    }
    reportPerItem(state, 1, 10e-6);
}
BENCHMARK(oneMoreNodeAllOutputs);

// The parts of what comes next, to see where the time goes.
void problemsOfAll(benchmark::State& state)
{
    const Project project = cluster::project({cluster::large(static_cast<std::size_t>(state.range(0)))});
    for (auto _ : state) benchmark::DoNotOptimize(check(project));
    reportPerItem(state, static_cast<double>(state.range(0)), 10e-6);
}
BENCHMARK(problemsOfAll)->Arg(100)->Arg(10'000)->Unit(benchmark::kMillisecond);

void plansOfAll(benchmark::State& state)
{
    const Project project = cluster::project({cluster::large(static_cast<std::size_t>(state.range(0)))});
    for (auto _ : state) benchmark::DoNotOptimize(planCluster(project, *project.profiles[0]));
    reportPerItem(state, static_cast<double>(state.range(0)), 10e-6);
}
BENCHMARK(plansOfAll)->Arg(100)->Arg(10'000)->Unit(benchmark::kMillisecond);

// Problems and outputs of a project from nothing. Limit 10 µs a node; linear when per_item stays where it is.
void allOutputs(benchmark::State& state)
{
    const Project project = cluster::project({cluster::large(static_cast<std::size_t>(state.range(0)))});
    for (auto _ : state) benchmark::DoNotOptimize(generate(project));
    reportPerItem(state, static_cast<double>(state.range(0)), 10e-6);
}
BENCHMARK(allOutputs)->RangeMultiplier(10)->Range(10, 10'000)->Unit(benchmark::kMillisecond);

// One edit of one node, all outputs and problems. The 99th percentile, limit 200 µs and 1 ms.
void oneEdit(benchmark::State& state)
{
    const auto count = static_cast<std::size_t>(state.range(0));
    Project project = cluster::project({cluster::large(count)});
    LiveEngine engine;
    Generation generation = engine.update(project);
    std::vector<double> times;
    std::size_t index = 3;
    for (auto _ : state) {
        index = 3 + (index * 7919 + 13) % (count - 3);
        Node node = *project.profiles[0]->nodes[index];
        node.labels.resize(1);
        node.labels.push_back(
            {cluster::said<LabelKey>("edit"), cluster::said<LabelValue>(std::to_string(times.size()))});
        const Project next = cluster::withNode(project, 0, index, node);
        const auto start = Clock::now();
        Generation now = engine.update(next);
        times.push_back(microseconds(Clock::now() - start));
        if (now.changed.empty()) state.SkipWithError("the edit changed nothing");
        generation = std::move(now);
        project = next;
        state.SetIterationTime(times.back() / 1e6);
    }
    std::ranges::sort(times);
    const double p99 = times[(times.size() - 1) * 99 / 100];
    state.counters["p50_us"] = times[times.size() / 2];
    state.counters["p99_us"] = p99;
    state.counters["of_limit"] = p99 / (count > 1'000 ? 1'000.0 : 200.0);
}
BENCHMARK(oneEdit)->Arg(1'000)->Arg(10'000)->UseManualTime()->Unit(benchmark::kMicrosecond)->MinTime(1);

// One node with many VLANs: linear, so of_limit compares its cost a VLAN with that of ten VLANs.
void manyVlans(benchmark::State& state)
{
    const auto make = [](int count) {
        Profile profile = cluster::profile("trunk", {cluster::nicUplink("trunk", "eth1")}, {}, {});
        Node node = cluster::node("server-1", Role::Server, {});
        for (int id = 1; id <= count; ++id) {
            const std::string name = id == 1 ? "cluster" : "net-" + std::to_string(id);
            const std::string prefix = "10." + std::to_string(id / 250) + "." + std::to_string(id % 250);
            profile.networks =
                profile.networks.push_back(cluster::network(name, "trunk", {prefix + ".0/24"}, std::to_string(id)));
            node.addresses.push_back(cluster::at(name, {prefix + ".1"}));
        }
        profile.nodes = profile.nodes.push_back(node);
        return profile;
    };
    const Project project = cluster::project({make(static_cast<int>(state.range(0)))});
    for (auto _ : state) {
        OutputWriter out;
        const ClusterPlan plan = planCluster(project, *project.profiles[0]);
        writeNetworkd(*plan.nodes[0], *plan.shared, out);
        benchmark::DoNotOptimize(out.text().data());
    }
    state.counters["per_vlan"] =
        benchmark::Counter(static_cast<double>(state.range(0)),
                           benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
BENCHMARK(manyVlans)->Arg(10)->Arg(100)->Arg(1'000)->Unit(benchmark::kMicrosecond);

} // namespace
} // namespace n3x

BENCHMARK_MAIN();
