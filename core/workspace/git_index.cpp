// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/git_index.h"

#include "core/workspace/git_library.h"

#include <memory>
#include <sys/stat.h>

namespace n3x {
namespace {

std::unexpected<std::string> lastError(const GitLibrary& git)
{
    const git_error* error = git.lastError();
    return std::unexpected(
        std::string(error != nullptr && error->message != nullptr ? error->message : "unknown error"));
}

// Asked without the library, since most folders that n3x sees in a pipeline hold no checkout.
bool isInCheckout(const std::filesystem::path& folder)
{
    for (std::filesystem::path at = folder;; at = at.parent_path()) {
        struct stat status = {};
        if (::lstat((at / ".git").c_str(), &status) == 0) return true;
        if (at == at.parent_path()) return false;
    }
}

class Intents {
public:
    Intents(const GitLibrary& git, git_repository* repository, git_index* index, std::filesystem::path folder,
            std::string prefix)
        : git_(git), repository_(repository), index_(index), folder_(std::move(folder)), prefix_(std::move(prefix))
    {
    }

    bool add(const std::string& file)
    {
        const std::string path = prefix_ + file;
        // Stages 1 to 3: a merge is to be solved there.
        for (int stage = 0; stage <= 3; ++stage)
            if (git_.entry(index_, path.c_str(), stage) != nullptr) return true;
        struct stat status = {};
        if (::lstat((folder_ / file).c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return true;
        int isIgnored = 0;
        if (git_.isIgnored(&isIgnored, repository_, path.c_str()) != 0) return false;
        if (isIgnored != 0) {
            ignored.push_back(file);
            return true;
        }
        git_index_entry entry = {};
        // The object of an empty file stands for "not yet added", and Git's own check wants it to be there.
        if (git_.createBlob(&entry.id, repository_, "", 0) != 0) return false;
        entry.mode = (status.st_mode & S_IXUSR) != 0 ? GIT_FILEMODE_BLOB_EXECUTABLE : GIT_FILEMODE_BLOB;
        entry.flags_extended = GIT_INDEX_ENTRY_INTENT_TO_ADD;
        entry.path = path.c_str();
        if (git_.addEntry(index_, &entry) != 0) return false;
        ++count;
        return true;
    }

    bool forget(const std::string& file)
    {
        const std::string path = prefix_ + file;
        const git_index_entry* entry = git_.entry(index_, path.c_str(), 0);
        if (entry == nullptr || (entry->flags_extended & GIT_INDEX_ENTRY_INTENT_TO_ADD) == 0) return true;
        if (git_.removeEntry(index_, path.c_str(), 0) != 0) return false;
        ++count;
        return true;
    }

    std::size_t count = 0;
    std::vector<std::string> ignored;

private:
    const GitLibrary& git_;
    git_repository* repository_;
    git_index* index_;
    std::filesystem::path folder_;
    std::string prefix_;
};

} // namespace

std::expected<std::vector<std::string>, std::string> intendToAdd(const std::filesystem::path& folder,
                                                                 const std::vector<std::string>& files,
                                                                 const std::vector<std::string>& removed)
{
    using Ignored = std::vector<std::string>;
    std::error_code failed;
    const std::filesystem::path real = std::filesystem::canonical(folder, failed);
    if (failed || !isInCheckout(real)) return Ignored();
    std::string why;
    const GitLibrary* git = GitLibrary::load(why);
    if (git == nullptr) return std::unexpected(why);

    git_repository* opened = nullptr;
    const int result = git->openRepository(&opened, real.c_str(), 0, nullptr);
    if (result == GIT_ENOTFOUND) return Ignored();
    if (result != 0) return lastError(*git);
    const std::unique_ptr<git_repository, decltype(&::git_repository_free)> repository(opened, git->freeRepository);
    const char* tree = git->workTree(opened);
    if (tree == nullptr) return Ignored();
    const std::filesystem::path top = std::filesystem::canonical(tree, failed);
    if (failed) return std::unexpected(failed.message());
    std::string prefix = real.lexically_relative(top).generic_string();
    prefix = prefix == "." ? std::string() : prefix + "/";
    if (prefix.starts_with("../")) return Ignored(); // inside the folder .git itself

    git_index* known = nullptr;
    if (git->openIndex(&known, opened) != 0) return lastError(*git);
    const std::unique_ptr<git_index, decltype(&::git_index_free)> index(known, git->freeIndex);
    Intents intents(*git, opened, known, real, prefix);
    for (const std::string& file : files)
        if (!intents.add(file)) return lastError(*git);
    for (const std::string& file : removed)
        if (!intents.forget(file)) return lastError(*git);
    if (intents.count > 0 && git->writeIndex(known) != 0) return lastError(*git);
    return std::move(intents.ignored);
}

} // namespace n3x
