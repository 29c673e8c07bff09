// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/generated_outputs.h"

#include "core/workspace/file_system.h"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>

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

} // namespace

std::optional<WriteFailure> writeOutputs(const Generation& generation, const std::string& folder)
{
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) return WriteFailure{folder, failed.value()};
    FileSystem& disk = realFileSystem();
    const OpenFile root(disk, ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!root) return WriteFailure{folder, errno};

    FolderCursor folders(disk, root.get());
    std::string name;
    std::string whole;
    std::optional<WriteFailure> failure;
    generation.outputs.forEach([&](std::string_view path, const FileText& text) {
        if (failure) return;
        int into = folders.open(folderOf(path));
        if (into < 0 && errno == ENOENT) {
            if (const int refused = makeFolders(disk, root.get(), folderOf(path))) {
                failure = WriteFailure{std::string(path), refused};
                return;
            }
            folders.forget();
            into = folders.open(folderOf(path));
        }
        name = nameOf(path);
        const OpenFile file(disk, into < 0 ? -1 : disk.open(into, name.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666));
        whole.clear();
        text.forEachPiece([&](std::string_view piece) { whole += piece; });
        if (!file || !writeAll(disk, file.get(), whole)) failure = WriteFailure{std::string(path), errno};
    });
    return failure;
}

} // namespace n3x::cli
