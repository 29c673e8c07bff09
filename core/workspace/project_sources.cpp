// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/project_sources.h"

#include "core/files/save.h"
#include "core/workspace/codes.h"
#include "core/workspace/workspace.h"

#include <algorithm>
#include <cerrno>

namespace n3x {
namespace {

constexpr std::size_t largestRead = 4 * largestFile; // the loader says what is wrong with one that is too large

// The names in a folder that end in .yaml; none where there is no such folder.
std::expected<std::vector<std::string>, int> yamlNames(FileSystem& disk, int root, const char* folder)
{
    const OpenFile open(disk, openFolder(disk, root, folder));
    std::vector<std::string> names;
    if (!open && errno == ENOENT) return names;
    if (!open || disk.list(open.get(), names) != 0) return std::unexpected(errno);
    std::erase_if(names, [](const std::string& name) { return name.starts_with('.') || !name.ends_with(".yaml"); });
    return names;
}

class SavePlanner {
public:
    SavePlanner(FileSystem& disk, int root, const KnownSources& known, const SaveRequest& request)
        : disk_(disk), folders_(disk, root), known_(known), request_(request)
    {
        plan_.after = known;
    }

    std::expected<SavePlan, Problems> plan()
    {
        const SourceText texts = saveProject(request_.project);
        for (const auto& [path, text] : texts) {
            const auto meant = known_.meant.find(path);
            if (request_.rewriteAll || meant == known_.meant.end() || meant->second != text)
                replace(path, text, known_.texts, plan_.after.texts);
        }
        // Only what was part of the loaded project goes; a stray file in profiles/ was never ours.
        for (const auto& [path, text] : known_.meant)
            if (!texts.contains(path)) remove(path, known_.texts, plan_.after.texts);
        plan_.after.meant = texts;

        SourceText views;
        for (const auto& [profile, view] : request_.views)
            if (!view.empty() && find(request_.project.profiles, profile) != nullptr)
                views.emplace(".n3x/view/" + std::string(nameOf(profileFile(profile))), viewText(view));
        for (const auto& [path, text] : views) {
            const auto known = known_.views.find(path);
            // One that cannot be read may say more than this; somebody has to mend it, or remove it.
            if (known != known_.views.end() && !parseView(known->second)) continue;
            if (known == known_.views.end() || viewText(*parseView(known->second)) != text)
                replace(path, text, known_.views, plan_.after.views);
        }
        // A profile that could not be loaded is in no project either, and keeps its view.
        for (const auto& [path, text] : known_.views)
            if (!views.contains(path) && parseView(text) &&
                known_.meant.contains("profiles/" + std::string(nameOf(path))))
                remove(path, known_.views, plan_.after.views);
        if (!problems_.empty()) return std::unexpected(std::move(problems_));
        return std::move(plan_);
    }

private:
    // What stands there, where that may be replaced.
    std::optional<Before> replaceable(const std::string& path, const SourceText& known, const std::string* text)
    {
        if (!isSafePath(path)) {
            problems_.push_back(workspace_problems::unsafePath(path));
            return {};
        }
        if (std::ranges::find(known_.unsafeToSave, path) != known_.unsafeToSave.end())
            problems_.push_back(known.contains(path) ? workspace_problems::contentsWouldGo(path)
                                                     : workspace_problems::missingWouldBeWritten(path));
        else if (!request_.allowLosingComments && // also of a file that goes: a renamed profile goes on as another
                 std::ranges::find(known_.withComments, path) != known_.withComments.end())
            problems_.push_back(workspace_problems::commentsWouldGo(path));
        const int folder = folders_.open(folderOf(path));
        if (folder < 0 && errno == ENOENT) return gone(path, known);
        const auto there =
            folder < 0 ? std::unexpected(errno) : readWithState(disk_, folder, std::string(nameOf(path)).c_str());
        if (!there) {
            problems_.push_back(workspace_problems::unreadable(path, there.error()));
            return {};
        }
        if (!*there) return gone(path, known);
        const auto loaded = known.find(path);
        const bool same = loaded != known.end() && loaded->second == (*there)->text;
        if (same && isUnlisted(path) && text != nullptr && *text != (*there)->text)
            problems_.push_back(workspace_problems::unlistedWouldGo(path));
        if (!same && !request_.overwriteForeignChanges && (text == nullptr || *text != (*there)->text))
            problems_.push_back(workspace_problems::changedByOthers(path));
        return (*there)->before;
    }

    // Read with the others, but nothing of it is in the project: what is to stand there says nothing of what stands.
    [[nodiscard]] bool isUnlisted(const std::string& path) const
    {
        return known_.texts.contains(path) && !known_.meant.contains(path) &&
               !std::ranges::contains(known_.unsafeToSave, path);
    }

    // Removed by somebody although it was loaded: writing it again would undo that.
    Before gone(const std::string& path, const SourceText& known)
    {
        if (known.contains(path) && !request_.overwriteForeignChanges)
            problems_.push_back(workspace_problems::changedByOthers(path));
        return {};
    }

    void replace(const std::string& path, const std::string& text, const SourceText& known, SourceText& after)
    {
        const auto before = replaceable(path, known, &text);
        if (!before) return;
        after[path] = text;
        std::erase(plan_.after.withComments, path);
        if (before->sum != sha256(text)) plan_.writes.push_back({path, text, *before});
    }

    void remove(const std::string& path, const SourceText& known, SourceText& after)
    {
        if (!known.contains(path)) return;
        const auto before = replaceable(path, known, nullptr);
        if (!before) return;
        after.erase(path);
        std::erase(plan_.after.withComments, path);
        if (before->sum) plan_.removals.emplace_back(path, *before);
    }

    FileSystem& disk_;
    FolderCursor folders_;
    const KnownSources& known_;
    const SaveRequest& request_;
    SavePlan plan_;
    Problems problems_;
};

} // namespace

std::expected<ReadSources, Problems> readSources(FileSystem& disk, int root)
{
    ReadSources read;
    Problems problems;
    const auto add = [&](const std::string& path) {
        auto text = readFile(disk, root, path.c_str(), largestRead);
        if (text)
            read.texts.emplace(path, *std::move(text));
        else if (text.error() != ENOENT)
            problems.push_back(workspace_problems::unreadable(path, text.error()));
    };
    add("n3x.yaml");
    const auto names = yamlNames(disk, root, "profiles");
    if (!names)
        problems.push_back(workspace_problems::unreadable("profiles", names.error()));
    else
        for (const std::string& name : *names) {
            const std::string path = "profiles/" + name;
            struct stat status = {};
            if (disk.status(root, path.c_str(), status) == 0 && !S_ISREG(status.st_mode))
                read.problems.push_back(workspace_problems::noSourceFile(path));
            else
                add(path);
        }
    if (!problems.empty()) return std::unexpected(std::move(problems));
    // The name of a folder that the studio's own catalogue has, and a project has not.
    for (const std::string& name : yamlNames(disk, root, "profiles/hardware").value_or(std::vector<std::string>()))
        read.problems.push_back(workspace_problems::hardwareElsewhere("profiles/hardware/" + name));
    return read;
}

SourceText readViews(FileSystem& disk, int root)
{
    SourceText views;
    for (const std::string& name : yamlNames(disk, root, ".n3x/view").value_or(std::vector<std::string>())) {
        const std::string path = ".n3x/view/" + name;
        if (auto text = readFile(disk, root, path.c_str(), largestFile)) views.emplace(path, *std::move(text));
    }
    return views;
}

std::vector<std::string> differences(const SourceText& one, const SourceText& other)
{
    std::vector<std::string> paths;
    for (const auto& [path, text] : one) {
        const auto there = other.find(path);
        if (there == other.end() || there->second != text) paths.push_back(path);
    }
    for (const auto& [path, text] : other)
        if (!one.contains(path)) paths.push_back(path);
    std::ranges::sort(paths);
    return paths;
}

std::expected<SavePlan, Problems> planSave(FileSystem& disk, int root, const KnownSources& known,
                                           const SaveRequest& request)
{
    return SavePlanner(disk, root, known, request).plan();
}

} // namespace n3x
