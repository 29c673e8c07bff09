// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/known_files.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <thread>

namespace n3x {
namespace {

constexpr const char* folderName = "cache";
constexpr const char* notePath = ".n3x/cache/files";
constexpr const char* noteName = "files";
constexpr const char* newName = "files.new";
constexpr std::string_view head = "n3x files/1\n";
constexpr std::size_t largest = 256UZ * 1024 * 1024;

template <class Value> void append(std::string& text, const Value& value)
{
    text.append(reinterpret_cast<const char*>(&value), sizeof value);
}

// False where the text ends too soon.
template <class Value> bool take(std::string_view& text, Value& value)
{
    if (text.size() < sizeof value) return false;
    std::memcpy(&value, text.data(), sizeof value);
    text.remove_prefix(sizeof value);
    return true;
}

std::int64_t nanoseconds(const struct timespec& time)
{
    return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

OpenFile cacheFolder(FileSystem& disk, int own)
{
    if (disk.makeFolder(own, folderName) != 0 && errno != EEXIST) return {};
    return {disk, disk.open(own, folderName, O_RDONLY | O_DIRECTORY, 0)};
}

std::optional<std::int64_t> timeOfNewFile(FileSystem& disk, int folder)
{
    disk.removeFile(folder, newName);
    const OpenFile file(disk, disk.open(folder, newName, O_WRONLY | O_CREAT | O_EXCL, 0666));
    struct stat status = {};
    if (!file || disk.status(file.get(), status) != 0) return {};
    return nanoseconds(status.st_mtim);
}

} // namespace

FileSignature FileSignature::of(const struct stat& status)
{
    return {status.st_dev, status.st_ino, status.st_size, nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)};
}

KnownFiles KnownFiles::read(FileSystem& disk, int root)
{
    KnownFiles known;
    auto text = readFile(disk, root, notePath, largest);
    if (!text || !text->starts_with(head)) return known;
    known.text_ = *std::move(text);
    std::string_view rest = std::string_view(known.text_).substr(head.size());
    Sha256 sum = {};
    if (!take(rest, sum) || sha256(rest) != sum) return known;
    while (!rest.empty()) {
        File file;
        std::uint32_t length = 0;
        if (!take(rest, file.signature) || !take(rest, file.sum) || !take(rest, length) || rest.size() < length) break;
        file.path = rest.substr(0, length);
        rest.remove_prefix(length);
        known.files_.push_back(file);
    }
    // The sum says that it is what was written; a mistake in writing must not be believed either.
    if (!rest.empty() || !std::ranges::is_sorted(known.files_, {}, &File::path)) known.files_.clear();
    return known;
}

const KnownFiles::File* KnownFiles::find(std::string_view path) const
{
    const auto found = std::ranges::lower_bound(files_, path, {}, &File::path);
    return found != files_.end() && found->path == path ? &*found : nullptr;
}

std::optional<std::int64_t> KnownFiles::nextDiskTime(FileSystem& disk, int own)
{
    const OpenFile folder = cacheFolder(disk, own);
    if (!folder) return {};
    const auto first = timeOfNewFile(disk, folder.get());
    auto now = first;
    // The usual clock goes on within 4 ms, but a busy machine keeps it late.
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(50);
    while (now && *now <= *first && std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        now = timeOfNewFile(disk, folder.get());
    }
    return now;
}

void KnownFiles::write(FileSystem& disk, int own, const std::vector<File>& files)
{
    const OpenFile folder = cacheFolder(disk, own);
    if (!folder) return;
    std::string body;
    for (const File& file : files) {
        append(body, file.signature);
        append(body, file.sum);
        append(body, static_cast<std::uint32_t>(file.path.size()));
        body += file.path;
    }
    std::string text(head);
    append(text, sha256(body));
    text += body;
    disk.removeFile(folder.get(), newName);
    struct stat status = {};
    if (disk.status(folder.get(), ".gitignore", status) != 0 &&
        writeNewFile(disk, folder.get(), ".gitignore", "*\n", false) != 0)
        return;
    if (writeNewFile(disk, folder.get(), newName, text, false) != 0 ||
        disk.rename(folder.get(), newName, folder.get(), noteName) != 0)
        disk.removeFile(folder.get(), newName);
}

} // namespace n3x
