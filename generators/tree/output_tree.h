// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace n3x {

// A line of an output that comes from an object of the project, so that a selection can show its lines.
struct LineOrigin {
    std::uint32_t line = 0;   // from 0
    std::string_view object;  // "<link>" or "<network>" by name; lives as long as the block
};

// The output files of one source (a node, a profile, the project) as one contiguous block of text.
// Blocks are immutable once built and shared between trees.
class OutputBlock {
public:
    struct File {
        std::string_view path; // in the exported repository, with '/'
        std::string_view text;
        std::uint64_t hash;    // of the text, for quick comparison; equal texts have equal hashes on every machine
    };

    [[nodiscard]] std::size_t fileCount() const { return entries_.size(); }
    [[nodiscard]] File file(std::size_t index) const;

private:
    friend class OutputWriter;
    struct Entry {
        std::uint32_t pathStart, pathEnd, textStart, textEnd;
        std::uint64_t hash;
    };
    std::string bytes_;
    std::vector<Entry> entries_;
};

// Builds a block: begin(path), append the text through a language's writer, end().
// The writers (IniWriter, NixWriter, …) append to text(); nobody else does.
class OutputWriter {
public:
    void beginFile(std::string_view path);
    [[nodiscard]] std::string& text() { return block_.bytes_; }
    void endFile();

    [[nodiscard]] OutputBlock finish();

private:
    OutputBlock block_;
};

// Path in the exported repository → text, sorted by path in byte order. A value: copies share the blocks.
class OutputTree {
public:
    // Later files of the same path are a fault of the generators and end the program in debug builds.
    void add(std::shared_ptr<const OutputBlock> block);

    [[nodiscard]] std::size_t fileCount() const;
    [[nodiscard]] std::string_view text(std::string_view path) const; // empty view with data()==nullptr: no such file
    void forEach(const std::function<void(const OutputBlock::File&)>& visit) const; // in order of paths
    [[nodiscard]] std::vector<std::string> paths() const;

    friend bool operator==(const OutputTree& one, const OutputTree& two);

private:
    std::vector<std::shared_ptr<const OutputBlock>> blocks_;
};

} // namespace n3x
