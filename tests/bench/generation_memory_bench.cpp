// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/live/live_engine.h"
#include "tests/bench/kept_runs.h"
#include "tests/generators/cluster.h"

#include <benchmark/benchmark.h>

#include <format>
#include <fstream>
#include <string>

// How much memory a process needs that holds a project, its plans, its problems and all outputs. A program of its own,
// because a peak never falls again.
namespace n3x {
namespace {

double peakMebibytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        if (word != "VmHWM:") continue;
        double kibibytes = 0;
        status >> kibibytes;
        return kibibytes / 1024;
    }
    return 0;
}

// Limit 400 MB.
void allOutputsHeld(benchmark::State& state)
{
    for (auto _ : state) {
        const Project project = cluster::project({cluster::large(static_cast<std::size_t>(state.range(0)))});
        LiveEngine engine;
        const Generation generation = engine.update(project);
        std::size_t bytes = 0;
        for (const auto& profile : generation.outputs.profiles())
            for (const auto& node : profile->nodes) bytes += node->bytes().size();
        if (bytes == 0) state.SkipWithError("nothing was generated");
        state.counters["files"] = static_cast<double>(generation.outputs.fileCount());
        state.counters["text_MiB"] = static_cast<double>(bytes) / (1024 * 1024);
    }
    state.counters["peak_MiB"] = peakMebibytes();
    state.counters["of_limit"] = peakMebibytes() / (400e6 / (1024 * 1024));
}
BENCHMARK(allOutputsHeld)->Arg(10'000)->Iterations(1)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace n3x

int main(int argumentCount, char** arguments)
{
    n3x::Figures figures(argumentCount, arguments);
    n3x::KeptRuns runs;
    if (!n3x::runBenches(argumentCount, arguments, runs)) return 2;
    const std::string bench = "allOutputsHeld/10000";
    figures.add(std::format("memory, 10,000 nodes, {:.0f} files held", runs.median(bench, "files")),
                std::format("{:.0f} MiB", runs.median(bench, "peak_MiB")), "≤ 400 MB", runs.median(bench, "of_limit"));
    return figures.status();
}
