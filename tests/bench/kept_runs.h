// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/bench/figures.h"

#include <benchmark/benchmark.h>

#include <map>
#include <string>
#include <utility>

namespace n3x {

// Prints what Google Benchmark prints and keeps the counters of every repetition, so that a figure is their median.
class KeptRuns : public benchmark::ConsoleReporter {
public:
    KeptRuns() : ConsoleReporter(OO_Tabular) {} // no colours: the lines are read by a program too

    void ReportRuns(const std::vector<Run>& runs) override
    {
        for (const Run& run : runs) {
            if (run.run_type != Run::RT_Iteration || run.skipped != benchmark::internal::NotSkipped) continue;
            const benchmark::BenchmarkName& name = run.run_name;
            for (const auto& [counter, value] : run.counters)
                values_[{name.args.empty() ? name.function_name : name.function_name + '/' + name.args, counter}]
                    .push_back(value);
        }
        ConsoleReporter::ReportRuns(runs);
    }

    // Of "bench/argument" or "bench"; not a number for what did not run.
    [[nodiscard]] double median(const std::string& bench, const std::string& counter) const
    {
        const auto found = values_.find({bench, counter});
        return n3x::median(found == values_.end() ? std::vector<double>() : found->second);
    }

private:
    std::map<std::pair<std::string, std::string>, std::vector<double>> values_;
};

// Runs all benches of a program; false when its arguments are not understood.
[[nodiscard]] inline bool runBenches(int argumentCount, char** arguments, KeptRuns& runs)
{
    benchmark::Initialize(&argumentCount, arguments);
    if (benchmark::ReportUnrecognizedArguments(argumentCount, arguments)) return false;
    benchmark::RunSpecifiedBenchmarks(&runs);
    benchmark::Shutdown();
    return true;
}

} // namespace n3x
