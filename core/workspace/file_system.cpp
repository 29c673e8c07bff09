// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/file_system.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdio>
#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <memory>
#include <sys/file.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace n3x {
namespace {

// One part of the path at a time, for systems and sandboxes without openat2.
int openByParts(int folder, std::string_view path, int flags, mode_t mode)
{
    int current = folder;
    const auto leave = [&] {
        const int why = errno;
        if (current != folder) ::close(current);
        errno = why;
    };
    while (true) {
        const std::size_t slash = path.find('/');
        const std::string part(path.substr(0, slash));
        if (part.empty() || part == "..") {
            errno = EXDEV;
            leave();
            return -1;
        }
        const bool last = slash == std::string_view::npos;
        const int next = ::openat(current, part.c_str(),
                                  last ? flags | O_NOFOLLOW : O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, mode);
        leave();
        if (last || next < 0) return next;
        current = next;
        path.remove_prefix(slash + 1);
    }
}

} // namespace

int FileSystem::open(int folder, const char* path, int flags, mode_t mode)
{
    flags |= O_CLOEXEC;
    const bool creates = (flags & O_CREAT) != 0;
    if (std::string_view(path).find('/') == std::string_view::npos && std::string_view(path) != "..")
        return ::openat(folder, path, flags | O_NOFOLLOW, mode);
    struct open_how how = {};
    how.flags = static_cast<unsigned>(flags);
    how.mode = creates ? mode : 0;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
    const long opened = ::syscall(SYS_openat2, folder, path, &how, sizeof how);
    if (opened >= 0 || (errno != ENOSYS && errno != EPERM)) return static_cast<int>(opened);
    return openByParts(folder, path, flags, mode);
}

ssize_t FileSystem::read(int file, char* into, std::size_t size) { return ::read(file, into, size); }
ssize_t FileSystem::write(int file, const char* from, std::size_t size) { return ::write(file, from, size); }
int FileSystem::close(int file) { return ::close(file); }
int FileSystem::status(int folder, const char* name, struct stat& into)
{
    return ::fstatat(folder, name, &into, AT_SYMLINK_NOFOLLOW);
}
int FileSystem::status(int file, struct stat& into) { return ::fstat(file, &into); }
int FileSystem::changeMode(int file, mode_t mode) { return ::fchmod(file, mode); }
int FileSystem::makeFolder(int folder, const char* name) { return ::mkdirat(folder, name, 0777); }
int FileSystem::removeFile(int folder, const char* name) { return ::unlinkat(folder, name, 0); }
int FileSystem::removeFolder(int folder, const char* name) { return ::unlinkat(folder, name, AT_REMOVEDIR); }
int FileSystem::rename(int fromFolder, const char* from, int toFolder, const char* to)
{
    return ::renameat(fromFolder, from, toFolder, to);
}
int FileSystem::renameNew(int fromFolder, const char* from, int toFolder, const char* to)
{
    return ::renameat2(fromFolder, from, toFolder, to, RENAME_NOREPLACE);
}
int FileSystem::flush(int file) { return ::fsync(file); }
int FileSystem::flushFileSystem(int file) { return ::syncfs(file); }
int FileSystem::lock(int file) { return ::flock(file, LOCK_EX | LOCK_NB); }

int FileSystem::list(int folder, std::vector<std::string>& names)
{
    const int own = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (own < 0) return -1;
    DIR* entries = ::fdopendir(own);
    if (entries == nullptr) {
        ::close(own);
        return -1;
    }
    errno = 0;
    while (const dirent* entry = ::readdir(entries)) {
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..") names.emplace_back(name);
    }
    const int why = errno;
    ::closedir(entries);
    std::ranges::sort(names);
    errno = why;
    return why == 0 ? 0 : -1;
}

FileSystem& realFileSystem()
{
    static FileSystem disk;
    return disk;
}

int openFolder(FileSystem& disk, int root, const char* path)
{
    const int folder = disk.open(root, path, O_RDONLY | O_DIRECTORY, 0);
    if (folder >= 0 || errno != ENOTDIR) return folder;
    struct stat status = {};
    const bool isLink = disk.status(root, path, status) == 0 && S_ISLNK(status.st_mode);
    errno = isLink ? ELOOP : ENOTDIR;
    return -1;
}

std::expected<std::string, int> readFile(FileSystem& disk, int folder, const char* path, std::size_t limit)
{
    // Not blocking: a named pipe in the place of a file must not hold the program.
    const OpenFile file(disk, disk.open(folder, path, O_RDONLY | O_NONBLOCK | O_NOCTTY, 0));
    if (!file) return std::unexpected(errno);
    struct stat status = {};
    if (disk.status(file.get(), status) != 0) return std::unexpected(errno);
    if (!S_ISREG(status.st_mode)) return std::unexpected(S_ISDIR(status.st_mode) ? EISDIR : EINVAL);
    if (static_cast<std::size_t>(status.st_size) > limit) return std::unexpected(EFBIG);
    std::string text;
    text.resize(static_cast<std::size_t>(status.st_size) + 1); // one more, so that the end is seen in one call
    std::size_t filled = 0;
    while (true) {
        const ssize_t count = disk.read(file.get(), text.data() + filled, text.size() - filled);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return std::unexpected(errno);
        if (count == 0) break;
        filled += static_cast<std::size_t>(count);
        if (filled > limit) return std::unexpected(EFBIG);
        if (filled == text.size()) text.resize(text.size() * 2);
    }
    text.resize(filled);
    return text;
}

bool writeAll(FileSystem& disk, int file, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t count = disk.write(file, text.data(), text.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        text.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

int writeNewFile(FileSystem& disk, int folder, const char* path, std::string_view text, bool flush, mode_t mode)
{
    OpenFile file(disk, disk.open(folder, path, O_WRONLY | O_CREAT | O_EXCL, 0666));
    if (!file || !writeAll(disk, file.get(), text)) return errno;
    if (mode != 0 && disk.changeMode(file.get(), mode) != 0) return errno;
    if (flush && disk.flush(file.get()) != 0) return errno;
    return file.close() != 0 ? errno : 0;
}

bool isSafePath(std::string_view path)
{
    if (path.size() >= 4096 || std::ranges::any_of(path, [](char c) { return static_cast<unsigned char>(c) < 32; }))
        return false;
    while (true) {
        const std::size_t slash = path.find('/');
        const std::string_view part = path.substr(0, slash);
        if (part.empty() || part.size() > 255 || part == "." || part == "..") return false;
        // Git refuses its own folder's name in any case of letters, since some file systems do not tell them apart.
        if (part.size() == 4 && std::ranges::equal(part, std::string_view(".git"), [](char one, char two) {
                return std::tolower(static_cast<unsigned char>(one)) == two;
            }))
            return false;
        if (slash == std::string_view::npos) return true;
        path.remove_prefix(slash + 1);
    }
}

std::string_view folderOf(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view nameOf(std::string_view path) { return path.substr(path.rfind('/') + 1); }

int FolderCursor::open(std::string_view folder)
{
    if (folder != path_) {
        // What the old and the new path share stays open.
        while (!steps_.empty()) {
            const std::size_t end = steps_.back().end;
            const bool isShared = folder.substr(0, end) == std::string_view(path_).substr(0, end) &&
                                  (folder.size() == end || (folder.size() > end && folder[end] == '/'));
            if (isShared) break;
            steps_.pop_back();
        }
        path_ = folder;
        refused_ = 0;
        std::size_t start = steps_.empty() ? 0 : steps_.back().end + 1;
        while (start < path_.size()) {
            const std::size_t end = std::min(path_.find('/', start), path_.size());
            const std::string part = path_.substr(start, end - start);
            const int parent = steps_.empty() ? root_ : steps_.back().folder.get();
            OpenFile next(disk_, disk_.open(parent, part.c_str(), O_PATH | O_DIRECTORY, 0));
            if (!next) {
                refused_ = errno;
                break;
            }
            steps_.push_back({end, std::move(next)});
            start = end + 1;
        }
    }
    errno = refused_;
    if (refused_ != 0) return -1;
    return steps_.empty() ? root_ : steps_.back().folder.get();
}

void FolderCursor::forget()
{
    steps_.clear();
    path_.clear();
    refused_ = 0;
}

} // namespace n3x
