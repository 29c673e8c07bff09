// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/workspace.h"

#include "core/files/save.h"
#include "core/workspace/codes.h"
#include "core/workspace/staging.h"
#include "core/workspace/workspace_state.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>

namespace n3x {
namespace {

namespace problems = workspace_problems;

constexpr const char* projectFile = "n3x.yaml";
constexpr const char* approvalsFile = ".n3x/approvals.yaml";
constexpr const char* ownFolder = ".n3x";

// For showing and for Git. Where the current folder is gone there is none; then the folder cannot be opened either.
std::filesystem::path absoluteOf(const std::filesystem::path& folder)
{
    std::error_code failed;
    const std::filesystem::path absolute = std::filesystem::absolute(folder, failed);
    return failed ? folder : absolute.lexically_normal();
}

std::expected<OpenFile, Problem> openRoot(FileSystem& disk, const std::filesystem::path& folder)
{
    // The folder itself may well be reached over a symbolic link: it is the person's own choice.
    OpenFile root(disk, ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (root) return root;
    if (errno == ENOENT || errno == ENOTDIR)
        return std::unexpected(problems::noProject(folder.empty() ? "./" : folder.string()));
    return std::unexpected(problems::unreadable(folder.string(), errno));
}

std::expected<void, Problem> openForWriting(FileSystem& disk, const std::filesystem::path& folder, int root,
                                            OpenFile& own, ProjectLock& lock)
{
    if (disk.makeFolder(root, ownFolder) != 0 && errno != EEXIST)
        return std::unexpected(problems::unwritable({errno, ownFolder}));
    own = OpenFile(disk, openFolder(disk, root, ownFolder));
    if (!own) return std::unexpected(problems::unwritable({errno, ownFolder}));
    auto taken = ProjectLock::take(disk, own.get());
    if (taken) {
        lock = std::move(*taken);
        return {};
    }
    if (const auto* holder = std::get_if<LockHolder>(&taken.error()))
        return std::unexpected(problems::inUse(folder.string(), holder->name));
    return std::unexpected(problems::unwritable(std::get<DiskError>(taken.error())));
}

} // namespace

Workspace::Workspace(std::unique_ptr<State> state) : state_(std::move(state)) {}
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;
Workspace::~Workspace() = default;

std::expected<Workspace, Problem> Workspace::open(const std::filesystem::path& folder, Access access)
{
    return open(folder, access, realFileSystem());
}

std::expected<Workspace, Problem> Workspace::open(const std::filesystem::path& folder, Access access, FileSystem& disk)
{
    auto state = std::make_unique<State>(disk, absoluteOf(folder), access);
    auto root = openRoot(disk, folder);
    if (!root) return std::unexpected(root.error());
    state->root = std::move(*root);
    // An interrupted first save has its n3x.yaml still in staging.
    struct stat status = {};
    const bool isProject = disk.status(state->root.get(), projectFile, status) == 0;
    state->own = OpenFile(disk, disk.open(state->root.get(), ownFolder, O_RDONLY | O_DIRECTORY, 0));
    state->interrupted = state->own && hasJournal(disk, state->own.get());
    if (!isProject && !state->interrupted) return std::unexpected(problems::noProject(state->folder.string()));
    if (access == Access::ReadOnly) return Workspace(std::move(state));

    state->own.close();
    if (const auto done = openForWriting(disk, state->folder, state->root.get(), state->own, state->lock); !done)
        return std::unexpected(done.error());
    auto recovered = recover(disk, state->root.get(), state->own.get());
    if (!recovered) return std::unexpected(problems::stoppedHalfway(recovered.error()));
    if (*recovered)
        state->recovery = Recovery{(*recovered)->finished ? Recovery::Kind::Finished : Recovery::Kind::Undone,
                                   (*recovered)->fileCount, std::move((*recovered)->kept)};
    state->interrupted = false;
    return Workspace(std::move(state));
}

std::expected<Workspace, Problem> Workspace::create(const std::filesystem::path& folder)
{
    return create(folder, realFileSystem());
}

std::expected<Workspace, Problem> Workspace::create(const std::filesystem::path& folder, FileSystem& disk)
{
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) return std::unexpected(problems::noFolder(folder.string(), failed.value()));
    auto state = std::make_unique<State>(disk, absoluteOf(folder), Access::Write);
    auto root = openRoot(disk, folder);
    if (!root) return std::unexpected(root.error());
    state->root = std::move(*root);
    struct stat status = {};
    if (disk.status(state->root.get(), projectFile, status) == 0)
        return std::unexpected(problems::projectThere(state->folder.string()));
    if (const auto done = openForWriting(disk, state->folder, state->root.get(), state->own, state->lock); !done)
        return std::unexpected(done.error());
    auto recovered = recover(disk, state->root.get(), state->own.get());
    if (!recovered) return std::unexpected(problems::stoppedHalfway(recovered.error()));
    if (disk.status(state->root.get(), projectFile, status) == 0)
        return std::unexpected(problems::projectThere(state->folder.string()));
    return Workspace(std::move(state));
}

bool Workspace::isProject(const std::filesystem::path& folder)
{
    std::error_code failed;
    return std::filesystem::exists(folder / projectFile, failed);
}

std::optional<std::filesystem::path> Workspace::find(const std::filesystem::path& start)
{
    std::error_code failed;
    for (std::filesystem::path at = std::filesystem::absolute(start, failed).lexically_normal(); !failed;
         at = at.parent_path()) {
        if (isProject(at)) return at;
        if (!at.has_relative_path()) break;
    }
    return {};
}

const std::filesystem::path& Workspace::folder() const { return state_->folder; }
Access Workspace::access() const { return state_->access; }
const std::optional<Recovery>& Workspace::recovery() const { return state_->recovery; }
bool Workspace::hasInterruptedExport() const { return state_->interrupted; }
const SourceText& Workspace::sources() const { return state_->known.texts; }

std::expected<LoadedProject, Problems> Workspace::load()
{
    auto read = readSources(state_->disk, state_->root.get());
    if (!read) return std::unexpected(read.error());
    LoadedProject loaded = loadProject(read->texts);
    std::ranges::move(read->problems, std::back_inserter(loaded.problems));
    state_->take(loaded, std::move(read->texts));
    for (const auto& [path, text] : state_->known.views)
        if (!parseView(text)) loaded.problems.push_back(problems::viewUnreadable(path));
    return loaded;
}

void Workspace::State::take(const LoadedProject& loaded, SourceText texts)
{
    known.meant.clear();
    if (access == Access::Write) // who never saves does not ask
        for (auto& [path, text] : saveProject(loaded.project))
            if (texts.contains(path)) known.meant.emplace(path, text);
    known.texts = std::move(texts);
    known.views = readViews(disk, root.get());
    known.approvals = approvalsText();
    known.unsafeToSave = loaded.unsafeToSave;
    known.withComments = loaded.filesWithComments;
}

Views Workspace::views() const
{
    Views views;
    for (const auto& [path, text] : state_->known.views) {
        std::string name(nameOf(path));
        name.resize(name.size() - std::string_view(".yaml").size());
        if (auto view = parseView(text)) views.emplace(std::move(name), *std::move(view));
    }
    return views;
}

Approvals Workspace::approvals() const
{
    const auto text = readFile(state_->disk, state_->root.get(), approvalsFile, largestFile);
    if (text) return parseApprovals(*text);
    if (text.error() == ENOENT) return {};
    return {{}, {problems::unreadable(approvalsFile, text.error())}};
}

SourceText Workspace::State::approvalsText()
{
    SourceText texts;
    if (auto text = readFile(disk, root.get(), approvalsFile, largestFile))
        texts.emplace(approvalsFile, *std::move(text));
    return texts;
}

std::vector<std::string> Workspace::foreignChanges() const
{
    const auto now = readSources(state_->disk, state_->root.get());
    // What cannot be read now is noticed when it is needed; here only what is known to differ counts.
    if (!now) return {};
    std::vector<std::string> paths = differences(state_->known.texts, now->texts);
    std::ranges::copy(differences(state_->known.views, readViews(state_->disk, state_->root.get())),
                      std::back_inserter(paths));
    std::ranges::copy(differences(state_->known.approvals, state_->approvalsText()), std::back_inserter(paths));
    return paths;
}

std::vector<std::filesystem::path> Workspace::watched() const
{
    std::vector<std::filesystem::path> paths = {state_->folder};
    for (const SourceText* texts : {&state_->known.texts, &state_->known.approvals})
        for (const auto& [path, text] : *texts) paths.push_back(state_->folder / path);
    struct stat status = {};
    for (const char* folder : {"profiles", ".n3x", ".n3x/view"})
        if (state_->disk.status(state_->root.get(), folder, status) == 0 && S_ISDIR(status.st_mode))
            paths.push_back(state_->folder / folder);
    return paths;
}

std::optional<std::string> Workspace::textOnDisk(std::string_view path) const
{
    if (!isSafePath(path)) return {};
    auto text = readFile(state_->disk, state_->root.get(), std::string(path).c_str(), largestReplaced);
    return text ? std::optional(*std::move(text)) : std::nullopt;
}

Problem conflictProblem(const Change& change) { return problems::conflict(change); }

} // namespace n3x
