// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/git_index.h"

#include <git2.h>

#include <memory>
#include <sys/stat.h>

namespace n3x {
namespace {

template <auto release> struct Release {
    template <class T> void operator()(T* object) const { release(object); }
};
using Repository = std::unique_ptr<git_repository, Release<git_repository_free>>;
using Index = std::unique_ptr<git_index, Release<git_index_free>>;

struct Library {
    Library() { git_libgit2_init(); }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
    ~Library() { git_libgit2_shutdown(); }
};

std::unexpected<std::string> lastError()
{
    const git_error* error = git_error_last();
    return std::unexpected(
        std::string(error != nullptr && error->message != nullptr ? error->message : "unknown error"));
}

// Asked without the library, since most folders that n3x sees in a pipeline hold no checkout, and loading it costs.
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
    Intents(git_repository* repository, git_index* index, std::filesystem::path folder, std::string prefix)
        : repository_(repository), index_(index), folder_(std::move(folder)), prefix_(std::move(prefix))
    {
    }

    bool add(const std::string& file)
    {
        const std::string path = prefix_ + file;
        if (git_index_get_bypath(index_, path.c_str(), 0) != nullptr) return true;
        for (int stage = 1; stage <= 3; ++stage)
            if (git_index_get_bypath(index_, path.c_str(), stage) != nullptr)
                return true; // a merge is to be solved there
        int ignored = 0;
        if (git_ignore_path_is_ignored(&ignored, repository_, path.c_str()) != 0) return false;
        struct stat status = {};
        if (ignored != 0 || ::lstat((folder_ / file).c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return true;
        git_index_entry entry = {};
    // The object of an empty file stands for "not yet added", and Git's own check wants it to be there.
        if (git_blob_create_from_buffer(&entry.id, repository_, "", 0) != 0) return false;
        entry.mode = (status.st_mode & S_IXUSR) != 0 ? GIT_FILEMODE_BLOB_EXECUTABLE : GIT_FILEMODE_BLOB;
        entry.flags_extended = GIT_INDEX_ENTRY_INTENT_TO_ADD;
        entry.path = path.c_str();
        if (git_index_add(index_, &entry) != 0) return false;
        ++count;
        return true;
    }

    bool forget(const std::string& file)
    {
        const std::string path = prefix_ + file;
        const git_index_entry* entry = git_index_get_bypath(index_, path.c_str(), 0);
        if (entry == nullptr || (entry->flags_extended & GIT_INDEX_ENTRY_INTENT_TO_ADD) == 0) return true;
        if (git_index_remove(index_, path.c_str(), 0) != 0) return false;
        ++count;
        return true;
    }

    std::size_t count = 0;

private:
    git_repository* repository_;
    git_index* index_;
    std::filesystem::path folder_;
    std::string prefix_;
};

} // namespace

std::expected<std::size_t, std::string> intendToAdd(const std::filesystem::path& folder,
                                                    const std::vector<std::string>& files,
                                                    const std::vector<std::string>& removed)
{
    std::error_code failed;
    const std::filesystem::path real = std::filesystem::canonical(folder, failed);
    if (failed || !isInCheckout(real)) return 0;

    const Library library;
    git_repository* opened = nullptr;
    const int result = git_repository_open_ext(&opened, real.c_str(), 0, nullptr);
    if (result == GIT_ENOTFOUND) return 0;
    if (result != 0) return lastError();
    const Repository repository(opened);
    const char* tree = git_repository_workdir(opened);
    if (tree == nullptr) return 0;
    const std::filesystem::path top = std::filesystem::canonical(tree, failed);
    if (failed) return std::unexpected(failed.message());
    std::string prefix = real.lexically_relative(top).generic_string();
    prefix = prefix == "." ? std::string() : prefix + "/";
    if (prefix.starts_with("../")) return 0; // inside the folder .git itself

    git_index* known = nullptr;
    if (git_repository_index(&known, opened) != 0) return lastError();
    const Index index(known);
    Intents intents(opened, known, real, prefix);
    for (const std::string& file : files)
        if (!intents.add(file)) return lastError();
    for (const std::string& file : removed)
        if (!intents.forget(file)) return lastError();
    if (intents.count > 0 && git_index_write(known) != 0) return lastError();
    return intents.count;
}

} // namespace n3x
