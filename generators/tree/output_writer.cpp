// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/tree/output_writer.h"

#include <cassert>

namespace n3x {

void OutputWriter::beginFile(std::initializer_list<std::string_view> path)
{
    std::string& bytes = block_.bytes_;
    OutputBlock::Extent extent{static_cast<std::uint32_t>(bytes.size()), 0, 0};
    for (const std::string_view part : path) bytes.append(part);
    extent.textStart = static_cast<std::uint32_t>(bytes.size());
    block_.files_.push_back(extent);
    fromNoLink();
}

void OutputWriter::endFile()
{
    assert(!block_.files_.empty() && block_.files_.back().textEnd == 0);
    block_.files_.back().textEnd = static_cast<std::uint32_t>(block_.bytes_.size());
}

void OutputWriter::beginPiece()
{
    const auto start = static_cast<std::uint32_t>(block_.bytes_.size());
    block_.pieces_.push_back({start, start, 0});
    fromNoLink();
}

void OutputWriter::endPiece()
{
    assert(!block_.pieces_.empty());
    block_.pieces_.back().textEnd = static_cast<std::uint32_t>(block_.bytes_.size());
}

void OutputWriter::clear()
{
    block_.bytes_.clear();
    block_.files_.clear();
    block_.pieces_.clear();
    marks_.clear();
}

} // namespace n3x
