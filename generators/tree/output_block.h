// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace n3x {

// The outputs of one source (a node, a profile, the project) as contiguous text: whole files, and pieces that
// stand in a file which several sources write together. Immutable once built, shared between trees.
class OutputBlock {
public:
    struct File {
        std::string_view path; // in the exported repository, with '/'
        std::string_view text;
    };

    [[nodiscard]] std::size_t fileCount() const { return files_.size(); }
    [[nodiscard]] File file(std::size_t index) const
    {
        const Extent& extent = files_[index];
        return {part(extent.pathStart, extent.textStart), part(extent.textStart, extent.textEnd)};
    }

    [[nodiscard]] std::size_t pieceCount() const { return pieces_.size(); }
    [[nodiscard]] std::string_view piece(std::size_t index) const
    {
        return part(pieces_[index].textStart, pieces_[index].textEnd);
    }

    // All of it, for finding out where a text stands.
    [[nodiscard]] std::string_view bytes() const { return bytes_; }

    // The same files and pieces with the same texts.
    friend bool operator==(const OutputBlock&, const OutputBlock&) = default;

private:
    friend class OutputWriter;
    struct Extent {
        std::uint32_t pathStart, textStart, textEnd;
        friend bool operator==(const Extent&, const Extent&) = default;
    };

    [[nodiscard]] std::string_view part(std::size_t start, std::size_t end) const
    {
        return std::string_view(bytes_).substr(start, end - start);
    }

    std::string bytes_;
    std::vector<Extent> files_;
    std::vector<Extent> pieces_;
};

} // namespace n3x
