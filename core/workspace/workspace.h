// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/files/load.h"
#include "core/model/problem.h"
#include "core/workspace/approvals.h"
#include "core/workspace/changes.h"
#include "core/workspace/view.h"

#include <expected>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace n3x {

class FileSystem;

enum class Access : std::uint8_t {
    ReadOnly, // takes no lock, writes nothing, recovers nothing
    Write,    // holds the project's lock until the workspace goes
};

// What became of an export that an earlier process did not end; it was put right when the workspace opened.
struct Recovery {
    enum class Kind : std::uint8_t { Finished, Undone };
    Kind kind = Kind::Finished;
    std::size_t fileCount = 0;
    std::vector<std::string> kept; // changed by somebody since, and therefore left as they are
};

struct SaveRequest {
    const Project& project;
    const Views& views;
    bool allowLosingComments = false;     // of files that change or go and have comments
    bool overwriteForeignChanges = false; // sources that somebody else changed since they were loaded
    bool rewriteAll = false;              // also files that say the same already, in the form that n3x writes
};

struct SaveReport {
    std::vector<std::string> written;
    std::vector<std::string> removed;
    Problems warnings; // done, but something beside it failed (the Git index)
};

struct ExportReport {
    std::vector<std::string> added;
    std::vector<std::string> changed;
    std::vector<std::string> removed;
    std::vector<Change> kept;         // conflicts that were left alone
    std::vector<std::string> sources; // sources that were saved with it
    std::vector<std::string> keptSources; // sources that somebody else changed meanwhile; these are not saved
    Problems warnings;                // done, but something beside it failed (the Git index)
    std::size_t writeCount = 0;       // files written or removed, the manifest too; 0: nothing was touched
};

// The project's folder on disk: its sources, and the repository that is exported into it. Everything that goes to
// disk is all or nothing: after a crash at any moment the next Write workspace finishes or undoes it.
// One thread at a time.
class Workspace {
public:
    // The folder holds `n3x.yaml`; whether it loads is load()'s matter.
    [[nodiscard]] static std::expected<Workspace, Problem> open(const std::filesystem::path& folder, Access access);
    // A folder for a new project, made where it is missing; refused where a project stands already. Save writes it.
    [[nodiscard]] static std::expected<Workspace, Problem> create(const std::filesystem::path& folder);
    // Whether there is an `n3x.yaml` in it.
    [[nodiscard]] static bool isProject(const std::filesystem::path& folder);
    // The nearest project, from `start` upwards.
    [[nodiscard]] static std::optional<std::filesystem::path> find(const std::filesystem::path& start);

    // With another disk under it; for tests that let it fail. `disk` outlives the workspace.
    [[nodiscard]] static std::expected<Workspace, Problem> open(const std::filesystem::path& folder, Access access,
                                                                FileSystem& disk);
    [[nodiscard]] static std::expected<Workspace, Problem> create(const std::filesystem::path& folder,
                                                                  FileSystem& disk);

    Workspace(Workspace&&) noexcept;
    Workspace& operator=(Workspace&&) noexcept;
    ~Workspace();

    [[nodiscard]] const std::filesystem::path& folder() const;
    [[nodiscard]] Access access() const;
    [[nodiscard]] const std::optional<Recovery>& recovery() const;
    // Read-only, and an export stands half done: what it says may mix old and new files.
    [[nodiscard]] bool hasInterruptedExport() const;

    // The sources as they stand on disk, and from now on what "since they were loaded" means.
    // Wrong content is in LoadedProject::problems; the error is for files that cannot be read.
    [[nodiscard]] std::expected<LoadedProject, Problems> load();
    // The sources' bytes as load() last read them: path → text.
    [[nodiscard]] const SourceText& sources() const;
    [[nodiscard]] Views views() const;
    [[nodiscard]] Approvals approvals() const;

    // Sources that somebody else changed, added or removed since load() or save(): for a file watcher, and asked
    // before each save. watched() are the absolute paths (files and folders) that are worth watching.
    [[nodiscard]] std::vector<std::string> foreignChanges() const;
    [[nodiscard]] std::vector<std::filesystem::path> watched() const;

    // Writes the sources whose meaning changed since load(); one that says the same keeps its bytes and comments.
    // Refused, with nothing written, where that would lose something (comments, foreign changes, unreadable parts).
    [[nodiscard]] std::expected<SaveReport, Problems> save(const SaveRequest& request);

    // What exportOutputs would do. Reads the disk, writes nothing.
    [[nodiscard]] std::expected<Changes, Problems> compare(const OutputSource& outputs) const;

    // Writes the outputs that differ, and the manifest, in one step; with `save` the sources in the same step.
    // Conflicts without a decision are left alone and reported, they are no error; but without a list of exported
    // files that can be read nothing is written, unless that list is to be made anew. `isCancelled` is asked last
    // before anything is written; where it says so nothing is, and the refusal holds no problems.
    [[nodiscard]] std::expected<ExportReport, Problems> exportOutputs(const OutputSource& outputs,
                                                                      const Decisions& decisions = {},
                                                                      const SaveRequest* save = nullptr,
                                                                      const std::function<bool()>& isCancelled = {});

    // The text of one file as it stands on disk; nothing where there is no such file. For showing a difference.
    [[nodiscard]] std::optional<std::string> textOnDisk(std::string_view path) const;

private:
    struct State;
    explicit Workspace(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

// A conflict as the problem that `n3x` and the window show.
[[nodiscard]] Problem conflictProblem(const Change& change);

} // namespace n3x
