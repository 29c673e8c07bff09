// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// Export of 2,000 new files with flush against `cp -r` of the same files, and of 2,000 unchanged ones; on tmpfs where
// there is one. The two sides take turns, and turns at going first, so that both meet the same machine. Argument: how
// many turns (default 25).

#include "core/workspace/workspace.h"
#include "tests/bench/figures.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <fcntl.h>
#include <format>
#include <fstream>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace n3x;

namespace {

// As an export of 250 nodes would be: eight files of the size of units and modules in a folder each.
OutputMap outputs()
{
    OutputMap files;
    for (int node = 0; node < 250; ++node)
        for (int file = 0; file < 8; ++file)
            files[std::format("backends/debian/units/vlans/agent-{}/{}0-link.network", node, file)] =
                std::format("[Match]\nName=eth{}\n", node) +
                std::string(static_cast<std::size_t>(200 + 150 * file), 'x') + "\n";
    return files;
}

double milliseconds(auto&& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

void copyTree(const std::string& from, const std::string& to)
{
    std::string program = "cp";
    std::string recursively = "-r";
    std::string source = from;
    std::string target = to;
    char* arguments[] = {program.data(), recursively.data(), source.data(), target.data(), nullptr};
    pid_t child = 0;
    if (::posix_spawnp(&child, "cp", nullptr, nullptr, arguments, environ) != 0) std::abort();
    int status = 0;
    ::waitpid(child, &status, 0);
    if (status != 0) std::abort();
}

void makeProject(const std::filesystem::path& folder)
{
    Project project;
    project.name = Entered<DnsLabel>::from("bench");
    const Views views;
    auto workspace = Workspace::create(folder);
    if (!workspace || !workspace->save({project, views})) std::abort();
}

std::size_t exportInto(const std::filesystem::path& folder, const MapSource& source)
{
    auto workspace = Workspace::open(folder, Access::Write);
    const auto report = workspace ? workspace->exportOutputs(source) : std::unexpected(Problems());
    if (!report) std::abort();
    return report->writeCount;
}

} // namespace

int main(int argumentCount, char** arguments)
{
    Figures figures(argumentCount, arguments);
    const int turns = argumentCount > 1 ? std::max(1, std::atoi(arguments[1])) : 25;
    const bool hasMemory = ::access("/dev/shm", W_OK) == 0;
    const std::filesystem::path top =
        (hasMemory ? std::filesystem::path("/dev/shm") : std::filesystem::temp_directory_path()) /
        std::format("n3x-bench-{}", ::getpid());
    const OutputMap files = outputs();
    const MapSource source(files);
    for (const auto& [path, text] : files) {
        std::filesystem::create_directories((top / "model" / path).parent_path());
        std::ofstream(top / "model" / path) << text;
    }

    std::vector<double> ratios;
    std::vector<double> exports;
    std::vector<double> copies;
    std::vector<double> unchanged;
    std::size_t writes = 0;
    for (int turn = 0; turn < turns; ++turn) {
        const auto folder = top / "project";
        makeProject(folder);
        double exported = 0;
        double copied = 0;
        const auto ours = [&] { exported = milliseconds([&] { exportInto(folder, source); }); };
        const auto theirs = [&] { copied = milliseconds([&] { copyTree(top / "model", top / "copy"); }); };
        if (turn % 2 == 0) {
            ours();
            theirs();
        } else {
            theirs();
            ours();
        }
        exports.push_back(exported);
        copies.push_back(copied);
        ratios.push_back(exported / copied);
        for (int again = 0; again < 4; ++again)
            unchanged.push_back(milliseconds([&] { writes += exportInto(folder, source); }));
        std::filesystem::remove_all(folder);
        std::filesystem::remove_all(top / "copy");
    }
    std::filesystem::remove_all(top);
    const std::string place = hasMemory ? "" : ", no tmpfs here";
    figures.add("export of 2,000 new files with flush",
                std::format("{:.2f} × `cp -r` ({:.0f} ms beside {:.0f} ms{})", median(ratios), median(exports),
                            median(copies), place),
                "≤ 2 ×", median(ratios) / 2);
    figures.add("export of 2,000 unchanged files",
                std::format("{} writes, {:.1f} ms{}", writes, median(unchanged), place), "0 writes, ≤ 5 ms",
                writes == 0 ? median(unchanged) / 5 : HUGE_VAL);
    return figures.status();
}
