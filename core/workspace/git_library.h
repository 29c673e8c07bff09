// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <git2.h>

#include <string>

namespace n3x {

// The functions of libgit2 that a workspace needs, loaded when a checkout is at hand: the library brings a dozen
// others with it, and loading them would take longer than everything else that a short run of n3x does.
struct GitLibrary {
    // Null where it is not installed; `why` says more.
    [[nodiscard]] static const GitLibrary* load(std::string& why);

    decltype(&::git_libgit2_init) init = nullptr;
    decltype(&::git_error_last) lastError = nullptr;
    decltype(&::git_repository_open_ext) openRepository = nullptr;
    decltype(&::git_repository_free) freeRepository = nullptr;
    decltype(&::git_repository_workdir) workTree = nullptr;
    decltype(&::git_repository_index) openIndex = nullptr;
    decltype(&::git_index_free) freeIndex = nullptr;
    decltype(&::git_index_get_bypath) entry = nullptr;
    decltype(&::git_index_add) addEntry = nullptr;
    decltype(&::git_index_remove) removeEntry = nullptr;
    decltype(&::git_index_write) writeIndex = nullptr;
    decltype(&::git_ignore_path_is_ignored) isIgnored = nullptr;
    decltype(&::git_blob_create_from_buffer) createBlob = nullptr;
};

} // namespace n3x
