// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/templates.h"

#include "core/files/embedded_file.h"
#include "core/files/load.h"
#include "core/files/save.h"

#include <algorithm>
#include <array>
#include <map>

namespace n3x {
namespace {

constexpr std::array<std::string_view, 4> builtInProfiles{"simple", "vlans", "bonding-vlans", "dhcp-simple"};
constexpr std::array<std::string_view, 5> names{"sample", "simple", "vlans", "bonding-vlans", "dhcp-simple"};

// The sample with only those profiles, read as any user's project is.
Project projectOf(std::span<const std::string_view> profiles, std::string_view deploy)
{
    SourceText files;
    for (const EmbeddedFile& file : builtInFiles()) {
        if (file.path == "profiles/sample/n3x.yaml")
            files.emplace("n3x.yaml", file.text);
        else
            files.emplace(file.path, file.text);
    }
    Project project = loadProject(files).project;
    Sequence<Profile> chosen;
    for (const std::string_view name : profiles)
        if (const auto index = indexOf(project.profiles, name)) chosen = chosen.push_back(project.profiles[*index]);
    project.profiles = chosen;
    project.deploy = std::string(deploy);
    return project;
}

std::map<std::string_view, Project> allTemplates()
{
    std::map<std::string_view, Project> all;
    all.emplace("sample", projectOf(builtInProfiles, "vlans"));
    for (const std::string_view& name : builtInProfiles) all.emplace(name, projectOf(std::span(&name, 1), name));
    return all;
}

} // namespace

std::span<const std::string_view> templateNames() { return names; }

Project templateProject(std::string_view name)
{
    static const std::map<std::string_view, Project> templates = allTemplates();
    const auto found = templates.find(name);
    return found != templates.end() ? found->second : templates.at("sample");
}

} // namespace n3x
