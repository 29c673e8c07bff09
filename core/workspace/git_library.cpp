// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/git_library.h"

#include <dlfcn.h>

#include <optional>

namespace n3x {
namespace {

template <class Function> bool find(void* library, const char* name, Function& function)
{
    function = reinterpret_cast<Function>(::dlsym(library, name));
    return function != nullptr;
}

std::optional<GitLibrary> loaded(std::string& why)
{
    // The version that the headers are of: another one may lay out its structures differently.
    void* library = ::dlopen("libgit2.so." LIBGIT2_SOVERSION, RTLD_LAZY | RTLD_LOCAL);
    GitLibrary git;
    const bool isWhole =
        library != nullptr && find(library, "git_libgit2_init", git.init) &&
        find(library, "git_error_last", git.lastError) &&
        find(library, "git_repository_open_ext", git.openRepository) &&
        find(library, "git_repository_free", git.freeRepository) &&
        find(library, "git_repository_workdir", git.workTree) && find(library, "git_repository_index", git.openIndex) &&
        find(library, "git_index_free", git.freeIndex) && find(library, "git_index_get_bypath", git.entry) &&
        find(library, "git_index_add", git.addEntry) && find(library, "git_index_remove", git.removeEntry) &&
        find(library, "git_index_write", git.writeIndex) &&
        find(library, "git_ignore_path_is_ignored", git.isIgnored) &&
        find(library, "git_blob_create_from_buffer", git.createBlob);
    if (!isWhole) {
        const char* error = ::dlerror();
        why = error != nullptr ? error : "libgit2 lacks a function";
        return {};
    }
    git.init(); // for as long as the process lives
    return git;
}

} // namespace

const GitLibrary* GitLibrary::load(std::string& why)
{
    static std::string failure;
    static const std::optional<GitLibrary> library = loaded(failure);
    why = failure;
    return library ? &*library : nullptr;
}

} // namespace n3x
