// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/generated_outputs.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <thread>
#include <vector>

namespace n3x::cli {
namespace {

// Makes `folder` and what is missing above it, below `root`.
int makeFolders(FileSystem& disk, int root, std::string_view folder)
{
    const std::string path(folder);
    if (disk.makeFolder(root, path.c_str()) == 0 || errno == EEXIST) return 0;
    if (errno != ENOENT || folder.empty()) return errno;
    if (const int refused = makeFolders(disk, root, folderOf(folder))) return refused;
    return disk.makeFolder(root, path.c_str()) == 0 || errno == EEXIST ? 0 : errno;
}

// Writes files below one folder; several may do so side by side, each with its own writer.
class Writer {
public:
    Writer(FileSystem& disk, int root) : disk_(disk), root_(root), folders_(disk, root) {}

    // The errno of the call that refused, else 0.
    int write(std::string_view path, const FileText& text)
    {
        int into = folders_.open(folderOf(path));
        if (into < 0 && errno == ENOENT) {
            if (const int refused = makeFolders(disk_, root_, folderOf(path))) return refused;
            folders_.forget();
            into = folders_.open(folderOf(path));
        }
        if (into < 0) return errno;
        name_ = nameOf(path);
        OpenFile file(disk_, disk_.open(into, name_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666));
        if (!file) return errno;
        // One call for a file, and no copy of what is whole already.
        std::string_view whole;
        std::size_t pieces = 0;
        joined_.clear();
        text.forEachPiece([&](std::string_view piece) {
            if (pieces++ > 0 && joined_.empty()) joined_ = whole;
            if (pieces > 1) joined_ += piece;
            if (pieces == 1) whole = piece;
        });
        if (!writeAll(disk_, file.get(), joined_.empty() ? whole : joined_)) return errno;
        return file.close() != 0 ? errno : 0; // a full disk elsewhere may say so only now
    }

private:
    FileSystem& disk_;
    int root_;
    FolderCursor folders_;
    std::string name_;
    std::string joined_;
};

constexpr std::size_t smallestPart = 64; // files, that are worth a thread's start

} // namespace

std::optional<WriteFailure> writeOutputs(const Generation& generation, const std::string& folder, FileSystem& disk)
{
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) return WriteFailure{folder, failed.value()};
    const OpenFile root(disk, ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!root) return WriteFailure{folder, errno};

    struct File {
        std::string_view path;
        FileText text;
    };
    std::vector<File> files;
    files.reserve(generation.outputs.fileCount());
    generation.outputs.forEach([&](std::string_view path, const FileText& text) { files.push_back({path, text}); });

    const std::size_t most = std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
    const std::size_t parts = std::clamp<std::size_t>(files.size() / smallestPart, 1, most);
    std::atomic<std::size_t> next = 0;
    std::vector<std::optional<WriteFailure>> failures(parts);
    const auto work = [&](std::size_t part) {
        Writer writer(disk, root.get());
        for (std::size_t start; !failures[part] && (start = next.fetch_add(smallestPart)) < files.size();)
            for (std::size_t at = start; at < std::min(start + smallestPart, files.size()); ++at)
                if (const int refused = writer.write(files[at].path, files[at].text)) {
                    failures[part] = WriteFailure{std::string(files[at].path), refused};
                    next = files.size();
                    break;
                }
    };
    {
        std::vector<std::jthread> threads;
        for (std::size_t part = 1; part < parts; ++part) threads.emplace_back(work, part);
        work(0);
    }
    std::optional<WriteFailure> first;
    for (std::optional<WriteFailure>& failure : failures)
        if (failure && (!first || failure->path < first->path)) first = std::move(failure);
    return first;
}

} // namespace n3x::cli
