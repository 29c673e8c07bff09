// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/staging.h"
#include "core/workspace/transaction.h"

#include <cstdint>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace n3x;
namespace fs = std::filesystem;

namespace {

// Flushing a folder that is thrown away at once would only cost time.
class Unflushed final : public FileSystem {
public:
    int flush(int) override { return 0; }
    int flushFileSystem(int) override { return 0; }
};

void put(const fs::path& path, std::string_view text) { std::ofstream(path, std::ios::binary) << text; }

std::string textOf(const fs::path& path)
{
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

// A project in which a step was interrupted, and beside it what is none of its business.
class Place {
public:
    Place()
    {
        const fs::path memory = "/dev/shm";
        std::string name = (fs::is_directory(memory) ? memory : fs::temp_directory_path()) / "n3x-fuzz-XXXXXX";
        if (::mkdtemp(name.data()) == nullptr) std::abort();
        top_ = name;
        put(top_ / "beside", "beside");
    }
    ~Place() { fs::remove_all(top_); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

    void lay()
    {
        fs::remove_all(project());
        fs::create_directories(project() / ".n3x/staging");
        fs::create_directories(project() / "kept/empty");
        fs::create_symlink("..", project() / "out");
        put(project() / "one", "one");
        put(project() / "kept/two", "two");
        put(project() / ".n3x/staging/0", "new one");
        put(project() / ".n3x/staging/1", "new");
    }

    [[nodiscard]] fs::path project() const { return top_ / "project"; }

    // Nothing was written, made or removed outside the project, and no file in it holds half a text.
    void mustBeWhole() const
    {
        std::size_t count = 0;
        for (const auto& entry : fs::directory_iterator(top_)) count += entry.exists() ? 1 : 0;
        if (count != 2 || textOf(top_ / "beside") != "beside") std::abort();
        for (const auto& entry : fs::recursive_directory_iterator(project())) {
            if (!entry.is_regular_file() || entry.path().parent_path().filename() == ".n3x") continue;
            const std::string text = textOf(entry.path());
            const bool known = text == "one" || text == "two" || text == "new one" || text == "new";
            if (!known && entry.path() != project() / ".n3x/staging/folders") std::abort();
        }
    }

private:
    fs::path top_;
};

} // namespace

// The first byte picks what was found after a crash: a journal, or the list of folders of a step that had none yet.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const Place place;
    static Unflushed disk;
    if (size == 0) return 0;
    const bool decided = data[0] % 2 == 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const_cast<Place&>(place).lay();
    put(place.project() / (decided ? ".n3x/journal" : ".n3x/staging/folders"), text);

    const OpenFile root(disk, ::open(place.project().c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    const OpenFile own(disk, disk.open(root.get(), ".n3x", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0));
    const auto recovered = recover(disk, root.get(), own.get());
    place.mustBeWhole();
    if (recovered) { // then it is over
        if (hasJournal(disk, own.get()) || fs::exists(place.project() / ".n3x/staging")) std::abort();
        const auto again = recover(disk, root.get(), own.get());
        if (!again || again->has_value()) std::abort();
    } else if (decided && !fs::exists(place.project() / ".n3x/journal")) {
        std::abort(); // it could not be done, and nobody would know
    }
    return 0;
}
