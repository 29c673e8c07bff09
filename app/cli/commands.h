// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/diagnostics.h"
#include "app/cli/exit_status.h"
#include "app/cli/terminal.h"

#include <string>
#include <vector>

// One function for each subcommand of n3x; each takes what was said on the command line and gives the exit status.
namespace n3x::cli {

struct NewOptions {
    std::string folder;
    std::string templateName = "sample";
    std::string name; // the folder's when empty
};
[[nodiscard]] ExitStatus newProject(const NewOptions& options, Terminal& terminal);

struct CheckOptions {
    std::string folder;
    bool fix = false;
    bool strict = false; // warnings count as well
    bool allowLosingComments = false;
    ReportFormat format = ReportFormat::Text;
};
[[nodiscard]] ExitStatus checkProject(const CheckOptions& options, Terminal& terminal);

struct GenerateOptions {
    std::string folder;
    std::string output;
};
[[nodiscard]] ExitStatus generateOutputs(const GenerateOptions& options, Terminal& terminal);

struct ExportOptions {
    std::string folder;
    bool dryRun = false;
    std::vector<std::string> force; // files or folders in conflict that are overwritten
    ReportFormat format = ReportFormat::Text;
};
[[nodiscard]] ExitStatus exportProject(const ExportOptions& options, Terminal& terminal);

struct DiffOptions {
    std::string folder;
    std::vector<std::string> paths; // all when empty
};
[[nodiscard]] ExitStatus showDifferences(const DiffOptions& options, Terminal& terminal);

struct PlanOptions {
    std::string folder;
    std::string profile;
    std::string node; // all when empty
};
[[nodiscard]] ExitStatus showPlan(const PlanOptions& options, Terminal& terminal);

struct FormatOptions {
    std::string folder;
    bool checkOnly = false;
    bool allowLosingComments = false;
};
[[nodiscard]] ExitStatus formatSources(const FormatOptions& options, Terminal& terminal);

[[nodiscard]] ExitStatus showSchema(const std::string& kind, Terminal& terminal);
[[nodiscard]] ExitStatus explainCode(const std::string& code, Terminal& terminal); // all codes when empty

} // namespace n3x::cli
