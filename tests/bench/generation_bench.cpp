// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/check.h"
#include "generators/k3s/k3s.h"
#include "generators/live/live_engine.h"
#include "generators/networkd/networkd.h"
#include "tests/bench/kept_runs.h"
#include "tests/generators/cluster.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <format>

// What it costs to generate. Where a bench has a limit, its counter `of_limit` is the part of it that is used: below 1
// is reached. For figures, repeat: --benchmark_repetitions=9 --benchmark_enable_random_interleaving=true.
namespace n3x {
namespace {

using Clock = std::chrono::steady_clock;

double microseconds(Clock::duration time) { return std::chrono::duration<double, std::micro>(time).count(); }

benchmark::Counter perItem(double items)
{
    return {items, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert};
}

void reportPerItem(benchmark::State& state, double items) { state.counters["per_item"] = perItem(items); }

// `limit` in seconds an item: of_limit below 1 is reached.
void reportPerItem(benchmark::State& state, double items, double limit)
{
    reportPerItem(state, items);
    state.counters["of_limit"] = perItem(items * limit);
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
    std::vector<std::unique_ptr<SharedFileWriter>> files;
    for (const SharedFileGenerator& generator : generators().shared) files.push_back(generator.begin(*plan.shared));
    OutputWriter out;
    for (auto _ : state) {
        out.clear();
        for (const NodeGenerator& generator : generators().node) generator.write(*plan.nodes[50], *plan.shared, out);
        for (const auto& file : files) file->writeNode(*plan.nodes[50], out);
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
    reportPerItem(state, static_cast<double>(state.range(0)));
}
BENCHMARK(problemsOfAll)->Arg(100)->Arg(10'000)->Unit(benchmark::kMillisecond);

void plansOfAll(benchmark::State& state)
{
    const Project project = cluster::project({cluster::large(static_cast<std::size_t>(state.range(0)))});
    for (auto _ : state) benchmark::DoNotOptimize(planCluster(project, *project.profiles[0]));
    reportPerItem(state, static_cast<double>(state.range(0)));
}
BENCHMARK(plansOfAll)->Arg(100)->Arg(10'000)->Unit(benchmark::kMillisecond);

// Problems and outputs of a project from nothing: linear when per_item stays where it is.
void allOutputs(benchmark::State& state)
{
    const Project project = cluster::project({cluster::large(static_cast<std::size_t>(state.range(0)))});
    for (auto _ : state) benchmark::DoNotOptimize(generate(project));
    reportPerItem(state, static_cast<double>(state.range(0)));
}
BENCHMARK(allOutputs)->RangeMultiplier(10)->Range(10, 10'000)->Unit(benchmark::kMillisecond);

// Makes the edits of `edited` one after the other, each into all outputs and problems. Returns the 99th percentile, µs.
template <class Edited> double timeEdits(benchmark::State& state, Project project, const Edited& edited)
{
    LiveEngine engine;
    Generation generation = engine.update(project);
    std::vector<double> times;
    for (auto _ : state) {
        project = edited(project, times.size());
        const auto start = Clock::now();
        Generation now = engine.update(project);
        times.push_back(microseconds(Clock::now() - start));
        if (now.changed.empty()) state.SkipWithError("the edit changed nothing");
        generation = std::move(now);
        state.SetIterationTime(times.back() / 1e6);
    }
    std::ranges::sort(times);
    const double p99 = times[(times.size() - 1) * 99 / 100];
    state.counters["p50_us"] = times[times.size() / 2];
    state.counters["p99_us"] = p99;
    return p99;
}

// One edit of one node. Limit 200 µs and 1 ms.
void oneEdit(benchmark::State& state)
{
    const auto count = static_cast<std::size_t>(state.range(0));
    std::size_t index = 3;
    const double p99 =
        timeEdits(state, cluster::project({cluster::large(count)}), [&](const Project& project, std::size_t edit) {
            index = 3 + (index * 7919 + 13) % (count - 3);
            Node node = *project.profiles[0]->nodes[index];
            node.labels.resize(1);
            node.labels.push_back({cluster::said<LabelKey>("edit"), cluster::said<LabelValue>(std::to_string(edit))});
            return cluster::withNode(project, 0, index, node);
        });
    state.counters["of_limit"] = p99 / (count > 1'000 ? 1'000.0 : 200.0);
}
BENCHMARK(oneEdit)->Arg(1'000)->Arg(10'000)->UseManualTime()->Unit(benchmark::kMicrosecond)->MinTime(1);

// One edit that changes files of every node: the VLAN id of a network that all of them have.
void oneEditOfAllNodes(benchmark::State& state)
{
    const auto count = static_cast<std::size_t>(state.range(0));
    timeEdits(state, cluster::project({cluster::large(count)}), [](const Project& project, std::size_t edit) {
        Profile profile = *project.profiles[0];
        Network network = *profile.networks[1];
        network.vlan = cluster::said<VlanId>(std::to_string(1'000 + edit % 1'000));
        profile.networks = profile.networks.set(1, network);
        return cluster::withProfile(project, 0, profile);
    });
}
BENCHMARK(oneEditOfAllNodes)->Arg(1'000)->Arg(10'000)->UseManualTime()->Unit(benchmark::kMillisecond)->MinTime(1);

// One node with many VLANs: linear too.
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
    reportPerItem(state, static_cast<double>(state.range(0)));
}
BENCHMARK(manyVlans)->Arg(10)->Arg(100)->Arg(1'000)->Unit(benchmark::kMicrosecond);

// A node of the large project may cost this much more than one of the small project, whose data the caches hold whole.
constexpr double mostGrowth = 1.5;

void addFigures(Figures& figures, const KeptRuns& runs)
{
    const auto micro = [&](const std::string& bench) { return runs.median(bench, "per_item") * 1e6; };
    const auto most = [&](const std::string& one, const std::string& two) {
        return std::max(runs.median(one, "of_limit"), runs.median(two, "of_limit"));
    };
    figures.add("networkd + K3s for one more node, warm, plan known",
                std::format("{:.1f} µs (vlans), {:.1f} µs (bonding-vlans)", micro("oneMoreNodeWritten/0"),
                            micro("oneMoreNodeWritten/1")),
                "≤ 2 µs", most("oneMoreNodeWritten/0", "oneMoreNodeWritten/1"));
    figures.add("the same, planned and written",
                std::format("{:.1f} µs (vlans), {:.1f} µs (bonding-vlans)", micro("oneMoreNodePlannedAndWritten/0"),
                            micro("oneMoreNodePlannedAndWritten/1")),
                "≤ 2 µs", most("oneMoreNodePlannedAndWritten/0", "oneMoreNodePlannedAndWritten/1"));
    figures.add("all outputs for one more node, warm, plan known",
                std::format("{:.1f} µs", micro("oneMoreNodeAllOutputs")), "≤ 10 µs",
                runs.median("oneMoreNodeAllOutputs", "of_limit"));
    const double few = micro("allOutputs/100");
    const double many = micro("allOutputs/10000");
    figures.add("checks, plans and outputs of a whole project, 100 / 1,000 / 10,000 nodes",
                std::format("{:.1f} / {:.1f} / {:.1f} µs a node", few, micro("allOutputs/1000"), many),
                std::format("linear: ≤ {} × from 100 to 10,000", mostGrowth), many / few / mostGrowth);
    figures.add("one edit of one node → outputs and problems, p99, 1,000 / 10,000 nodes",
                std::format("{:.2f} ms / {:.2f} ms", runs.median("oneEdit/1000", "p99_us") / 1e3,
                            runs.median("oneEdit/10000", "p99_us") / 1e3),
                "≤ 0.2 ms / 1 ms", most("oneEdit/1000", "oneEdit/10000"));
    figures.add("one edit of a VLAN that every node has → outputs and problems, p99, 1,000 / 10,000 nodes",
                std::format("{:.1f} ms / {:.0f} ms", runs.median("oneEditOfAllNodes/1000", "p99_us") / 1e3,
                            runs.median("oneEditOfAllNodes/10000", "p99_us") / 1e3),
                "no limit: it writes anew what each node has", 0);
}

} // namespace
} // namespace n3x

int main(int argumentCount, char** arguments)
{
    n3x::Figures figures(argumentCount, arguments);
    n3x::KeptRuns runs;
    if (!n3x::runBenches(argumentCount, arguments, runs)) return 2;
    n3x::addFigures(figures, runs);
    return figures.status();
}
