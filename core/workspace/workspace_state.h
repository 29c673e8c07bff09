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
    [[nodiscard]] SourceText approvalsText();
    // Ends what an earlier step of this workspace left half done. Before anything is compared: it changes the disk.
    [[nodiscard]] std::expected<void, Problems> finishEarlier();
    // Carries a step out. `saved` is what is known of the sources after it; its caller takes that over, unless the
    // step stops halfway: then finishEarlier() does.
    [[nodiscard]] std::expected<std::vector<std::string>, Problems> carryOut(Transaction& step,
                                                                             const KnownSources* saved);
    void takeSaved(KnownSources saved, const std::vector<std::string>& kept);
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
    std::optional<KnownSources> knownOnceFinished; // of a step that stopped halfway
};

} // namespace n3x
