// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/known_files.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>

using namespace n3x;
namespace fs = std::filesystem;

namespace {

// A project's folder with nothing in it but the note.
struct Place {
    fs::path top;

    Place()
    {
        const fs::path memory = "/dev/shm";
        std::string name = (fs::is_directory(memory) ? memory : fs::temp_directory_path()) / "n3x-fuzz-XXXXXX";
        if (::mkdtemp(name.data()) == nullptr) std::abort();
        top = name;
        fs::create_directories(top / ".n3x/cache");
    }
    ~Place() { fs::remove_all(top); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
};

} // namespace

// The bytes stand behind the note's first line, with their sum where the first of them is even: else nothing of the
// reader but the sum would ever be tried.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const Place place;
    if (size == 0) return 0;
    FileSystem& disk = realFileSystem();
    const std::string_view body(reinterpret_cast<const char*>(data) + 1, size - 1);
    {
        std::ofstream note(place.top / ".n3x/cache/files", std::ios::binary);
        note << "n3x files/1\n";
        const Sha256 sum = sha256(body);
        if (data[0] % 2 == 0) note << std::string_view(reinterpret_cast<const char*>(sum.data()), sum.size());
        note << body;
    }
    const OpenFile root(disk, ::open(place.top.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    const OpenFile own(disk, disk.open(root.get(), ".n3x", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0));
    const KnownFiles known = KnownFiles::read(disk, root.get());
    // Without a sum of ours, the bytes may begin with their own.
    const Sha256 inside = sha256(body.substr(std::min(body.size(), sizeof(Sha256))));
    const bool isWhole =
        data[0] % 2 == 0 || body.starts_with({reinterpret_cast<const char*>(inside.data()), inside.size()});
    if (known.size() > 0 && !isWhole) std::abort(); // it believed a note that is not whole
    for (std::size_t at = 0; at < body.size(); ++at)
        if (const KnownFiles::File* file = known.find(body.substr(at, body.size() % 64)))
            if (file->path != body.substr(at, body.size() % 64)) std::abort();

    KnownFiles::write(disk, own.get(), {{"flake.nix", {}, sha256(body)}});
    const KnownFiles again = KnownFiles::read(disk, root.get());
    if (again.size() != 1 || again.find("flake.nix") == nullptr) std::abort();
    return 0;
}
