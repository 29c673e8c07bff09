// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/staging.h"

#include "core/workspace/transaction.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <string_view>

namespace n3x {

std::string foldersText(const std::vector<std::string>& folders)
{
    std::string text;
    for (const std::string& folder : folders) text += folder + "\n";
    return text;
}

int clearStaging(FileSystem& disk, int own)
{
    const OpenFile staging(disk, disk.open(own, stagingName, O_RDONLY | O_DIRECTORY, 0));
    if (!staging) return errno == ENOENT ? 0 : errno;
    std::vector<std::string> names;
    if (disk.list(staging.get(), names) != 0) return errno;
    // "folders" goes last: as long as it is there, a later undo still knows what to take away.
    std::ranges::stable_partition(names, [](const std::string& name) { return name != foldersName; });
    for (const std::string& name : names)
        if (disk.removeFile(staging.get(), name.c_str()) != 0 && errno != ENOENT) return errno;
    return disk.removeFolder(own, stagingName) == 0 ? 0 : errno;
}

int undoStaging(FileSystem& disk, int root, int own, std::size_t* count)
{
    const OpenFile staging(disk, disk.open(own, stagingName, O_RDONLY | O_DIRECTORY, 0));
    if (!staging) return errno == ENOENT ? 0 : errno;
    std::vector<std::string> names;
    if (disk.list(staging.get(), names) != 0) return errno;
    if (count != nullptr)
        *count = static_cast<std::size_t>(std::ranges::count_if(
            names, [](const std::string& name) { return name != planName && name != foldersName; }));

    std::vector<std::string> folders;
    const std::string text = readFile(disk, staging.get(), foldersName, largestReplaced).value_or("");
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        folders.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    // A last line that was cut off names a folder that was not made yet. Removing works on empty folders only.
    for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder) {
        if (!isSafePath(*folder)) continue;
        FolderCursor parents(disk, root);
        const int parent = parents.open(folderOf(*folder));
        if (parent >= 0) disk.removeFolder(parent, std::string(nameOf(*folder)).c_str());
    }
    return clearStaging(disk, own);
}

bool hasJournal(FileSystem& disk, int own)
{
    struct stat status = {};
    return disk.status(own, journalName, status) == 0;
}

std::expected<std::optional<Recovered>, DiskError> recover(FileSystem& disk, int root, int own)
{
    const auto journal = readFile(disk, own, journalName, largestReplaced);
    if (!journal && journal.error() != ENOENT) return std::unexpected(DiskError{journal.error(), ".n3x/journal"});
    if (!journal) {
        Recovered recovered;
        if (const int refused = undoStaging(disk, root, own, &recovered.fileCount))
            return std::unexpected(DiskError{refused, ".n3x/staging"});
        if (recovered.fileCount == 0) return std::nullopt;
        return recovered;
    }
    auto transaction = Transaction::fromJournal(disk, root, own, *journal);
    if (!transaction) return std::unexpected(DiskError{EBADMSG, ".n3x/journal"});
    auto kept = transaction->apply();
    if (!kept) return std::unexpected(kept.error());
    return Recovered{true, transaction->size(), std::move(*kept)};
}

} // namespace n3x
