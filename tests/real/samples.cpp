// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// Writes what the tests against real consumers read: the sample project's outputs and those of random projects, each in
// a folder, and index.json, which says what the plan has to be true to.
//
//     n3x-real-samples FOLDER [--random COUNT] [--wild] [--seed NUMBER] [--large NODES] [--under PREFIX]… [--hostile]
//     n3x-real-samples FOLDER --project FOLDER…
//
// --sources writes the projects' own files beside their outputs; --project reads such files, of which nothing comes
// where they have errors.

#include "core/files/load.h"
#include "core/files/save.h"
#include "core/files/templates.h"
#include "generators/live/live_engine.h"
#include "tests/real/hostile_fields.h"
#include "tests/real/hostile_samples.h"
#include "tests/real/wild_projects.h"
#include "tests/support/random_project.h"

#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <span>
#include <string>
#include <vector>

using namespace n3x;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

struct Arguments {
    fs::path folder;
    std::uint64_t random = 0;
    std::uint64_t seed = 20'260'101;
    std::vector<std::string> under;
    std::vector<fs::path> projects;
    int large = 0;
    bool hostile = false;
    bool wild = false;
    bool sources = false;
};

std::uint64_t numberOf(std::string_view text)
{
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

Arguments parse(std::span<char*> words)
{
    Arguments arguments;
    for (std::size_t at = 1; at < words.size(); ++at) {
        const std::string_view word = words[at];
        const auto next = [&] { return std::string_view(++at < words.size() ? words[at] : ""); };
        if (word == "--random")
            arguments.random = numberOf(next());
        else if (word == "--seed")
            arguments.seed = numberOf(next());
        else if (word == "--under")
            arguments.under.emplace_back(next());
        else if (word == "--project")
            arguments.projects.emplace_back(next());
        else if (word == "--large")
            arguments.large = static_cast<int>(numberOf(next()));
        else if (word == "--hostile")
            arguments.hostile = true;
        else if (word == "--wild")
            arguments.wild = true;
        else if (word == "--sources")
            arguments.sources = true;
        else
            arguments.folder = word;
    }
    return arguments;
}

json facts(const LinkPlan& link)
{
    json addresses = json::array();
    for (const AddressPlan& one : link.addresses)
        addresses.push_back(one.address.text() + "/" + std::to_string(one.prefixLength));
    json reservations = json::array();
    for (const IpAddress& address : link.reservations) reservations.push_back(address.text());
    static constexpr std::array kinds{"physical", "bond", "vlan"};
    return {{"name", link.name},
            {"kind", kinds[static_cast<std::size_t>(link.kind)]},
            {"network", link.network},
            {"bond", link.bond},
            {"mac", link.mac ? link.mac->text() : std::string()},
            {"mtu", link.mtu ? *link.mtu : 0},
            {"dhcp", link.dhcp != DhcpFamilies::None},
            {"addresses", addresses},
            {"reservations", reservations}};
}

json facts(const NodePlan& node)
{
    json links = json::array();
    for (const LinkPlan& link : node.links) links.push_back(facts(link));
    return {{"name", node.name},
            {"role", Choice(node.role).word()},
            {"target", node.target->name.text()},
            {"links", links}};
}

// What the profile's own DHCP servers hand out: for IPv4, which is what dnsmasq needs to be told.
json served(const ProfilePlan& shared)
{
    json networks = json::array();
    for (const NetworkPlan& network : shared.networks) {
        if (!network.dhcp || network.addressing != Addressing::Dhcp) continue;
        for (const Subnet& subnet : network.subnets) {
            if (subnet.family() != Family::IPv4 || !subnet.contains(network.dhcp->server)) continue;
            const std::string length = std::to_string(subnet.prefixLength());
            networks.push_back({{"name", network.name},
                                {"server", network.dhcp->server.text() + "/" + length},
                                {"first", network.dhcp->first.text()},
                                {"last", network.dhcp->last.text()},
                                {"length", length}});
        }
    }
    return networks;
}

void writeFile(const fs::path& path, std::string_view text) { std::ofstream(path, std::ios::binary) << text; }

SourceText sourcesIn(const fs::path& folder)
{
    SourceText sources;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        sources[entry.path().lexically_relative(folder).string()].assign(std::istreambuf_iterator<char>(file), {});
    }
    return sources;
}

json writeOutputs(const Project& project, const fs::path& root, const std::string& folder, const Arguments& arguments)
{
    const Generation generation = generate(project);
    std::set<fs::path> made;
    generation.outputs.forEach([&](std::string_view path, const FileText& text) {
        const auto wanted = [&](const std::string& prefix) { return path.starts_with(prefix); };
        if (!arguments.under.empty() && std::ranges::none_of(arguments.under, wanted)) return;
        const fs::path file = root / folder / path;
        if (made.insert(file.parent_path()).second) fs::create_directories(file.parent_path());
        writeFile(file, text.text());
    });
    if (arguments.sources)
        for (const auto& [path, text] : saveProject(project)) {
            fs::create_directories((root / folder / path).parent_path());
            writeFile(root / folder / path, text);
        }
    json clusters = json::array();
    for (const auto& [name, plan] : generation.plans) {
        json nodes = json::array();
        for (const auto& node : plan->nodes) nodes.push_back(facts(*node));
        clusters.push_back({{"profile", name}, {"nodes", nodes}, {"served", served(*plan->shared)}});
    }
    return {{"folder", folder}, {"clusters", clusters}};
}

// A project a text: what its fields take must come back from every output.
json writeHostileFields(const Arguments& arguments)
{
    json fields = json::array();
    for (const HostileProject& one : hostileProjects()) {
        const std::string folder = "field-" + std::to_string(fields.size());
        Arguments everything;
        everything.sources = true;
        json written = writeOutputs(one.project, arguments.folder, folder, everything);
        if (one.accepted.empty()) fs::remove_all(arguments.folder / folder);
        written["accepted"] = one.accepted;
        fields.push_back(written);
    }
    return fields;
}

} // namespace

int main(int count, char** words)
{
    const Arguments arguments = parse({words, static_cast<std::size_t>(count)});
    if (arguments.folder.empty()) {
        std::cerr << "usage: n3x-real-samples FOLDER [--random COUNT] [--wild] [--seed NUMBER] [--large NODES] "
                     "[--under PREFIX]… [--hostile] [--sources] [--project FOLDER]…\n";
        return 2;
    }
    fs::create_directories(arguments.folder);
    json index{{"projects", json::array()}};
    if (!arguments.projects.empty()) {
        for (const fs::path& folder : arguments.projects) {
            const LoadedProject loaded = loadProject(sourcesIn(folder));
            const Project project = hasErrors(loaded.problems) ? Project() : loaded.project;
            index["projects"].push_back(writeOutputs(project, arguments.folder, folder.filename().string(), arguments));
        }
        writeFile(arguments.folder / "index.json", index.dump());
        return 0;
    }
    if (arguments.large > 0)
        index["projects"].push_back(
            writeOutputs(test::largeProject(arguments.large), arguments.folder, "large", arguments));
    Project sample = templateProject("sample");
    index["projects"].push_back(writeOutputs(sample, arguments.folder, "sample", arguments));
    sample.domain.reset();
    index["projects"].push_back(writeOutputs(sample, arguments.folder, "sample-without-domain", arguments));
    const auto projects = test::validProjects();
    rc::Random random(arguments.seed);
    for (std::uint64_t at = 0; at < arguments.random; ++at) {
        // Sizes come round, so that small and large projects are among any number of them.
        Project project = projects(random.split(), 10 + static_cast<int>(at % 60)).value();
        if (arguments.wild) project = wilder(std::move(project), random.split().next());
        index["projects"].push_back(writeOutputs(project, arguments.folder, "random-" + std::to_string(at), arguments));
    }
    if (arguments.hostile) {
        writeHostileSamples(arguments.folder);
        index["fields"] = writeHostileFields(arguments);
    }
    writeFile(arguments.folder / "index.json", index.dump());
    return 0;
}
