// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/workspace/workspace.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

// Folders with files in them, as the tests of this room put them up and look at them.
namespace n3x::test {

using Files = std::map<std::string, std::string>;

inline void put(const std::filesystem::path& folder, const std::string& path, const std::string& text)
{
    std::filesystem::create_directories((folder / path).parent_path());
    std::ofstream(folder / path, std::ios::binary | std::ios::trunc) << text;
}

inline std::string read(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// Every regular file below a folder, empty folders as "path/".
inline Files allFiles(const std::filesystem::path& folder)
{
    Files files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        const std::string path = entry.path().lexically_relative(folder).generic_string();
        if (entry.is_symlink())
            files[path] = "-> " + std::filesystem::read_symlink(entry.path()).string();
        else if (entry.is_regular_file())
            files[path] = read(entry.path());
        else if (entry.is_directory() && std::filesystem::is_empty(entry.path()))
            files[path + "/"] = "";
    }
    return files;
}

// Without what is there only while a workspace is open for writing.
inline Files filesAtRest(const std::filesystem::path& folder)
{
    Files files = allFiles(folder);
    files.erase(".n3x/lock");
    return files;
}

inline Project smallProject(std::string_view name = "edge")
{
    Project project;
    project.name = Entered<DnsLabel>::from(name);
    return project;
}

// A new project on disk, closed again.
inline void putProject(const std::filesystem::path& folder, const Project& project = smallProject())
{
    auto workspace = Workspace::create(folder);
    if (!workspace) std::abort();
    const Views views;
    if (!workspace->save({project, views})) std::abort();
}

// A folder in memory where there is such a place: hundreds of flushes of a real disk would only cost time.
struct Scratch {
    QTemporaryDir folder{QFileInfo(QStringLiteral("/dev/shm")).isWritable()
                             ? QStringLiteral("/dev/shm/n3x-XXXXXX")
                             : QDir::tempPath() + QStringLiteral("/n3x-XXXXXX")};
    [[nodiscard]] std::filesystem::path path() const { return folder.path().toStdString(); }
};

} // namespace n3x::test
