// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "generators/tree/output_block.h"

#include <immer/flex_vector.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace n3x {

using OutputBlocks = immer::flex_vector<std::shared_ptr<const OutputBlock>>;

// A file that the nodes of a profile write together: the profile's head, one piece a node, the profile's foot.
// Editing one node leaves the other pieces where they are.
struct SharedFile {
    std::shared_ptr<const OutputBlock> profile; // its pieces 2·index and 2·index + 1 are head and foot
    OutputBlocks nodes;                         // their piece `index` stands between
    std::uint32_t index = 0;
    std::size_t size = 0;
};

// The text of one output file: a cheap value that keeps what it shows alive.
class FileText {
public:
    FileText(std::shared_ptr<const OutputBlock> block, std::size_t file);
    explicit FileText(SharedFile file) : source_(std::move(file)) {}

    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] std::string text() const;

    // FNV-1a over the bytes, worked out when asked: equal texts have equal hashes on every machine.
    [[nodiscard]] std::uint64_t hash() const;

    // visit(std::string_view) for each contiguous piece in order: what text() would join.
    template <class Visit> void forEachPiece(Visit&& visit) const
    {
        if (const auto* whole = std::get_if<Whole>(&source_)) {
            visit(whole->text);
            return;
        }
        const auto& shared = std::get<SharedFile>(source_);
        visit(shared.profile->piece(2 * std::size_t{shared.index}));
        for (const auto& node : shared.nodes) visit(node->piece(shared.index));
        visit(shared.profile->piece(2 * std::size_t{shared.index} + 1));
    }

    // Equal bytes. Texts of one engine's generations that were not written anew are equal without being read.
    friend bool operator==(const FileText& one, const FileText& two);

private:
    struct Whole {
        std::shared_ptr<const OutputBlock> block;
        std::string_view text;
    };
    std::variant<Whole, SharedFile> source_;
};

} // namespace n3x
