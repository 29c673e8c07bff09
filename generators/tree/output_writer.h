// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/plan/plan.h"
#include "generators/tree/output_block.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace n3x {

// Which link the text from an offset on comes from; null: from no link in particular.
struct OriginMark {
    std::size_t offset = 0; // in the writer's text
    const LinkPlan* link = nullptr;
};

// What a generator writes into. The writers of the languages (IniWriter, NixWriter, …) append to text();
// nothing else does, and nothing ever removes from it.
class OutputWriter {
public:
    // Origins are recorded only for a writer that is asked to, so that live generation does not pay for them.
    enum class Origins : std::uint8_t { Skipped, Recorded };

    explicit OutputWriter(Origins origins = Origins::Skipped) : origins_(origins) {}

    // The parts are joined as they are: {"backends/nixos/nodes/", profile, "/", node, ".nix"}.
    void beginFile(std::initializer_list<std::string_view> path);
    void endFile();

    // A part of a file that several sources write together; called by the engine, not by generators.
    void beginPiece();
    void endPiece();

    [[nodiscard]] std::string& text() { return block_.bytes_; }

    // What follows, up to the next call or the end of the file, comes from this link (or from none again).
    void from(const LinkPlan& link)
    {
        if (origins_ == Origins::Recorded) marks_.push_back({text().size(), &link});
    }
    void fromNoLink()
    {
        if (origins_ == Origins::Recorded) marks_.push_back({text().size(), nullptr});
    }
    [[nodiscard]] const std::vector<OriginMark>& marks() const { return marks_; }

    // What was written so far, and as a block of its own of exactly the size needed.
    [[nodiscard]] const OutputBlock& written() const { return block_; }
    [[nodiscard]] OutputBlock block() const { return block_; }

    // Forgets all and keeps the memory.
    void clear();

private:
    OutputBlock block_;
    std::vector<OriginMark> marks_;
    Origins origins_;
};

} // namespace n3x
