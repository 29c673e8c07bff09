// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <sys/types.h>
#include <utility>
#include <vector>

namespace n3x {

// The few calls of the system that a workspace makes, so that a test can let each of them fail or be the last one.
// They answer as the calls themselves do: -1 and errno. Paths are relative to an open folder.
class FileSystem {
public:
    virtual ~FileSystem() = default;

    // Below `folder` only: no symbolic link in any part of the path, no "..". ELOOP, EXDEV or ENOTDIR where there is
    // one.
    virtual int open(int folder, const char* path, int flags, mode_t mode);
    virtual ssize_t read(int file, char* into, std::size_t size);
    virtual ssize_t write(int file, const char* from, std::size_t size);
    virtual int close(int file);
    virtual int status(int folder, const char* name, struct stat& into); // of a link itself
    virtual int status(int file, struct stat& into);
    virtual int changeMode(int file, mode_t mode);
    virtual int makeFolder(int folder, const char* name);
    virtual int removeFile(int folder, const char* name);
    virtual int removeFolder(int folder, const char* name);
    virtual int rename(int fromFolder, const char* from, int toFolder, const char* to);
    // EEXIST where `to` is there already; EINVAL where the file system cannot promise it.
    virtual int renameNew(int fromFolder, const char* from, int toFolder, const char* to);
    virtual int flush(int file); // data and what is needed to find it again; of a folder: its names
    virtual int flushFileSystem(int file); // everything on the file system that holds `file`
    virtual int list(int folder, std::vector<std::string>& names);
    virtual int lock(int file); // EWOULDBLOCK where somebody else holds it

    // Whether several threads may call at once; a disk that counts its calls wants them in order.
    [[nodiscard]] virtual bool allowsThreads() const { return true; }
};

// The disk of this machine.
[[nodiscard]] FileSystem& realFileSystem();

// What a call refused, and about which path.
struct DiskError {
    int number = 0;
    std::string path;
};

// A descriptor that closes itself.
class OpenFile {
public:
    OpenFile() = default;
    OpenFile(FileSystem& disk, int descriptor) : disk_(&disk), descriptor_(descriptor) {}
    OpenFile(OpenFile&& other) noexcept
        : disk_(std::exchange(other.disk_, nullptr)), descriptor_(std::exchange(other.descriptor_, -1))
    {
    }
    OpenFile& operator=(OpenFile&& other) noexcept
    {
        std::swap(disk_, other.disk_);
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    ~OpenFile() { close(); }

    [[nodiscard]] int get() const { return descriptor_; }
    explicit operator bool() const { return descriptor_ >= 0; }
    int close()
    {
        const int descriptor = std::exchange(descriptor_, -1);
        return descriptor < 0 ? 0 : disk_->close(descriptor);
    }

private:
    FileSystem* disk_ = nullptr;
    int descriptor_ = -1;
};

// A folder to look into, or -1 with errno: ELOOP for a symbolic link, which the system also calls no folder.
[[nodiscard]] int openFolder(FileSystem& disk, int root, const char* path);

// All of a regular file; EISDIR where it is a folder, EINVAL where it is something else, EFBIG beyond `limit` bytes.
[[nodiscard]] std::expected<std::string, int> readFile(FileSystem& disk, int folder, const char* path,
                                                       std::size_t limit);

// The whole text to an open file; false with errno where it does not go.
[[nodiscard]] bool writeAll(FileSystem& disk, int file, std::string_view text);

// A new file with that text; `path` must not be there. Gives the errno of the first call that refused, else 0.
[[nodiscard]] int writeNewFile(FileSystem& disk, int folder, const char* path, std::string_view text, bool flush,
                               mode_t mode = 0);

// Whether a path may be written below a project: relative, without ".", "..", empty parts, control characters or
// `.git`.
[[nodiscard]] bool isSafePath(std::string_view path);

// "a/b" of "a/b/c", empty of "c".
[[nodiscard]] std::string_view folderOf(std::string_view path);
[[nodiscard]] std::string_view nameOf(std::string_view path);

// The folders on the way to the last path that was asked for, kept open: files come in the order of their paths, so
// that the next one is mostly in the same folder or beside it. Never follows a symbolic link.
class FolderCursor {
public:
    FolderCursor(FileSystem& disk, int root) : disk_(disk), root_(root) {}

    // The descriptor of a folder below the root ("" is the root), or -1 with errno.
    [[nodiscard]] int open(std::string_view folder);
    // Looks again, where a folder may have been made since.
    void forget();

private:
    struct Step {
        std::size_t end = 0; // of the folder's path in path_
        OpenFile folder;
    };

    FileSystem& disk_;
    int root_;
    std::string path_; // what was asked for last
    std::vector<Step> steps_; // the folders of it that could be opened, outermost first
    int refused_ = 0;
};

} // namespace n3x
