// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/workspace/file_system.h"

#include <expected>
#include <string>
#include <variant>

namespace n3x {

// Who holds a project's lock, for people.
struct LockHolder {
    std::string name; // "n3x-studio of anna on laptop (process 4711)"
};

// The right to write a project: a lock of the operating system on `.n3x/lock`, so that it goes with the process
// however that ends. The file's text only names the holder.
class ProjectLock {
public:
    // `folder` is the open folder `.n3x`, which outlives the lock.
    [[nodiscard]] static std::expected<ProjectLock, std::variant<LockHolder, DiskError>> take(FileSystem& disk,
                                                                                              int folder);

    ProjectLock() = default;
    ProjectLock(ProjectLock&&) noexcept = default;
    ProjectLock& operator=(ProjectLock&&) noexcept = default;

    // Takes the file away as well; without this call the lock goes and the file stays.
    void release();

private:
    ProjectLock(FileSystem& disk, int folder, OpenFile file) : disk_(&disk), folder_(folder), file_(std::move(file)) {}

    FileSystem* disk_ = nullptr;
    int folder_ = -1;
    OpenFile file_;
};

} // namespace n3x
