// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "core/files/save.h"
#include "core/files/templates.h"
#include "core/workspace/codes.h"

#include <format>

namespace n3x::cli {

ExitStatus newProject(const NewOptions& options, Terminal& terminal)
{
    if (options.folder.empty()) {
        terminal.notes.add("n3x: the folder has no name\n");
        return ExitStatus::Usage;
    }
    Project project = templateProject(options.templateName);
    if (!options.name.empty()) {
        const auto name = DnsLabel::parse(options.name);
        if (!name) {
            terminal.notes.add(std::format("n3x: {} {}\n", name.error().what.english(), name.error().advice.english()));
            return ExitStatus::Usage;
        }
        project.name = *name;
    } else {
        std::error_code failed;
        std::filesystem::path folder = std::filesystem::absolute(options.folder, failed).lexically_normal();
        if (folder.filename().empty()) folder = folder.parent_path(); // "lab/" or "."
        if (const auto name = DnsLabel::parse(folder.filename().string()))
            project.name = *name;
        else
            terminal.say(std::format("The folder's name is none for a cluster, so that is {}; --name gives it another.",
                                     project.name.text()));
    }
    Problems inTheWay;
    for (const auto& [path, text] : saveProject(project)) {
        std::error_code failed;
        if (path != "n3x.yaml" && std::filesystem::exists(std::filesystem::path(options.folder) / path, failed))
            inTheWay.push_back(workspace_problems::sourceInTheWay(path));
    }
    if (!inTheWay.empty() && !Workspace::isProject(options.folder)) return refused(terminal, inTheWay);
    auto workspace = Workspace::create(options.folder);
    if (!workspace) return refused(terminal, {workspace.error()});
    const Views views;
    const auto saved = workspace->save({project, views});
    if (!saved) return refused(terminal, saved.error());
    printProblems(terminal.notes, saved->warnings, {});
    terminal.say(std::format("Made the project {} in {}.", project.name.text(), workspace->folder().string()));
    for (const std::string& path : saved->written) terminal.sayIfVerbose("  " + path);
    return ExitStatus::Fine;
}

} // namespace n3x::cli
