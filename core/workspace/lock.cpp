// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/lock.h"

#include "core/types/plain_text.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <format>
#include <pwd.h>
#include <unistd.h>

namespace n3x {
namespace {

constexpr const char* lockName = "lock";

std::string thisProcess()
{
    std::array<char, 256> host = {};
    if (::gethostname(host.data(), host.size() - 1) != 0) host = {'?'};
    std::array<char, 4096> buffer;
    passwd entry = {};
    passwd* found = nullptr;
    ::getpwuid_r(::getuid(), &entry, buffer.data(), buffer.size(), &found);
    const std::string user = found != nullptr ? found->pw_name : std::to_string(::getuid());
    return std::format("{} of {} on {} (process {})", program_invocation_short_name, user, host.data(), ::getpid());
}

// What another program wrote there: only for showing, so it is cut and cleaned rather than trusted.
std::string holderName(FileSystem& disk, int folder)
{
    std::string text = readFile(disk, folder, lockName, 4096).value_or("");
    text.resize(std::min(text.find('\n'), std::min<std::size_t>(text.size(), 200)));
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 32 || c == 127) c = '?';
    return text.empty() ? "another program" : toUtf8(text);
}

} // namespace

std::expected<ProjectLock, std::variant<LockHolder, DiskError>> ProjectLock::take(FileSystem& disk, int folder)
{
    const auto refused = [&](int number) { return std::unexpected(DiskError{number, ".n3x/lock"}); };
    while (true) {
        OpenFile file(disk, disk.open(folder, lockName, O_RDWR | O_CREAT | O_NONBLOCK, 0666));
        if (!file) return refused(errno);
        if (disk.lock(file.get()) != 0) {
            if (errno == EINTR) continue;
            if (errno != EWOULDBLOCK) return refused(errno);
            return std::unexpected(LockHolder{holderName(disk, folder)});
        }
        // The one who held it may have taken the file away between our opening and our locking it.
        struct stat ours = {};
        struct stat there = {};
        if (disk.status(file.get(), ours) != 0) return refused(errno);
        if (disk.status(folder, lockName, there) != 0 || there.st_ino != ours.st_ino || there.st_dev != ours.st_dev)
            continue;
        if (!S_ISREG(ours.st_mode)) return refused(EINVAL);
        // The name is a courtesy: a full disk must not keep anybody from reading, or from freeing space.
        const std::string name = thisProcess() + "\n";
        if (::ftruncate(file.get(), 0) == 0) static_cast<void>(disk.write(file.get(), name.data(), name.size()));
        return ProjectLock(disk, folder, std::move(file));
    }
}

void ProjectLock::release()
{
    if (!file_) return;
    disk_->removeFile(folder_, lockName);
    file_.close();
}

} // namespace n3x
