// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/workspace/file_system.h"

#include <cerrno>
#include <functional>
#include <string>
#include <vector>

namespace n3x::test {

// The real disk, but each call is announced first, and may be refused with an errno or be the last of its process.
class FailingFileSystem final : public FileSystem {
public:
    // Gives 0 to let the call through, else the errno it fails with.
    std::function<int(const char* call, const std::string& name)> before = [](const char*, const std::string&) {
        return 0;
    };
    [[nodiscard]] bool allowsThreads() const override { return false; }
    bool changesOnly = true; // announce only what changes the disk

    int open(int folder, const char* path, int flags, mode_t mode) override
    {
        const bool changes = (flags & 0100) != 0; // O_CREAT
        if ((changes || !changesOnly) && refuse(changes ? "create" : "open", path)) return -1;
        return FileSystem::open(folder, path, flags, mode);
    }
    ssize_t read(int file, char* into, std::size_t size) override
    {
        return !changesOnly && refuse("read", "") ? -1 : FileSystem::read(file, into, size);
    }
    ssize_t write(int file, const char* from, std::size_t size) override
    {
        // Half of it reaches the disk before the call that fails: the worst that a full disk does.
        if (size > 1) {
            const ssize_t half = FileSystem::write(file, from, size / 2);
            if (half < 0 || refuse("write", "")) return -1;
            return half;
        }
        return refuse("write", "") ? -1 : FileSystem::write(file, from, size);
    }
    int close(int file) override { return FileSystem::close(file); }
    int status(int folder, const char* name, struct stat& into) override
    {
        return !changesOnly && refuse("status", name) ? -1 : FileSystem::status(folder, name, into);
    }
    int status(int file, struct stat& into) override
    {
        return !changesOnly && refuse("status", "") ? -1 : FileSystem::status(file, into);
    }
    int changeMode(int file, mode_t mode) override
    {
        return refuse("changeMode", "") ? -1 : FileSystem::changeMode(file, mode);
    }
    int makeFolder(int folder, const char* name) override
    {
        return refuse("makeFolder", name) ? -1 : FileSystem::makeFolder(folder, name);
    }
    int removeFile(int folder, const char* name) override
    {
        return refuse("removeFile", name) ? -1 : FileSystem::removeFile(folder, name);
    }
    int removeFolder(int folder, const char* name) override
    {
        return refuse("removeFolder", name) ? -1 : FileSystem::removeFolder(folder, name);
    }
    int rename(int fromFolder, const char* from, int toFolder, const char* to) override
    {
        return refuse("rename", to) ? -1 : FileSystem::rename(fromFolder, from, toFolder, to);
    }
    int renameNew(int fromFolder, const char* from, int toFolder, const char* to) override
    {
        return refuse("renameNew", to) ? -1 : FileSystem::renameNew(fromFolder, from, toFolder, to);
    }
    int flush(int file) override { return refuse("flush", "") ? -1 : FileSystem::flush(file); }
    int flushFileSystem(int) override
    {
        // Everything on this machine's disk, hundreds of times: the announcement is all that a test needs.
        return refuse("flushFileSystem", "") ? -1 : 0;
    }
    int list(int folder, std::vector<std::string>& names) override
    {
        return !changesOnly && refuse("list", "") ? -1 : FileSystem::list(folder, names);
    }
    int lock(int file) override { return refuse("lock", "") ? -1 : FileSystem::lock(file); }

private:
    bool refuse(const char* call, const std::string& name)
    {
        const int number = before(call, name);
        if (number != 0) errno = number;
        return number != 0;
    }
};

} // namespace n3x::test
