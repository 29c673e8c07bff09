// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/exit_status.h"
#include "app/cli/terminal.h"
#include "core/workspace/workspace.h"
#include "generators/live/live_engine.h"

#include <expected>
#include <filesystem>
#include <optional>
#include <string>

namespace n3x::cli {

// An open project with everything that was said about it.
struct Session {
    Workspace workspace;
    LoadedProject loaded;
    std::filesystem::path standing; // from the project's folder to where people are; empty where it was named

    [[nodiscard]] const SourceText& sources() const { return workspace.sources(); }

    // From nothing; a profile whose file was not read whole counts as one with errors.
    [[nodiscard]] Generation generation() const { return generate(loaded.project, withheld(loaded)); }
    // The errors of an n3x.yaml that was not read whole. Nobody knows then what it lists, so nothing can be generated.
    [[nodiscard]] std::optional<Problems> projectProblems() const;

    // The files' own problems with those of checks or a generation, placed in the files, without the approved ones,
    // in the order of the files.
    [[nodiscard]] Problems problems(const Problems& ofProject) const;
};

// The project's folder: as it was named, else the nearest one from here upwards. Without it, what stands in the way.
[[nodiscard]] std::expected<Session, Problems> openSession(const std::string& folder, Access access,
                                                           Terminal& terminal);

// What a refusal ends with: Problems where it only waits for a decision, since a file would lose something by being
// saved (comments, contents, somebody's changes or file) or the list of exported files cannot be read; Disk for
// everything else; Fine where nothing was refused.
[[nodiscard]] ExitStatus refusalStatus(const Problems& problems);
// Says the problems on the notes, with the option that decides, and gives their refusalStatus().
ExitStatus refused(Terminal& terminal, const Problems& problems);
// Problems where there are errors; warnings alone are fine.
[[nodiscard]] ExitStatus statusOf(const Problems& problems);

} // namespace n3x::cli
