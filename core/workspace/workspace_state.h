// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/workspace/lock.h"
#include "core/workspace/project_sources.h"
#include "core/workspace/workspace.h"

// The inside of a Workspace; only core/workspace/workspace*.cpp includes it.
namespace n3x {

struct Workspace::State {
    State(FileSystem& where, std::filesystem::path path, Access mode)
        : disk(where), folder(std::move(path)), access(mode)
    {
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { lock.release(); }

    // What load() reads of the project's own files.
    void take(const LoadedProject& loaded, SourceText texts);
    // Carries a step out; the sources that it saves are known from then on.
    [[nodiscard]] std::expected<std::vector<std::string>, Problems> carryOut(Transaction& step);
    void addTo(Transaction& step, const SavePlan& plan) const;
    [[nodiscard]] Problems tellGit(const std::vector<std::string>& files,
                                   const std::vector<std::string>& removed) const;

    FileSystem& disk;
    std::filesystem::path folder;
    Access access;
    OpenFile root;
    OpenFile own; // `.n3x`; read-only workspaces may have none
    ProjectLock lock;
    std::optional<Recovery> recovery;
    bool interrupted = false;
    KnownSources known;
};

} // namespace n3x
