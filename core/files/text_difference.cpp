// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/text_difference.h"

#include "core/files/text_lines.h"

#include <dtl/dtl.hpp>

namespace n3x {
namespace {

std::vector<std::string> ownLines(std::string_view text)
{
    const auto lines = linesWithEnds(text);
    return {lines.begin(), lines.end()};
}

LineSide sideOf(dtl::edit_t type)
{
    if (type == dtl::SES_ADD) return LineSide::New;
    return type == dtl::SES_DELETE ? LineSide::Gone : LineSide::Same;
}

} // namespace

std::vector<ComparedLine> comparedLines(std::string_view before, std::string_view after)
{
    dtl::Diff<std::string> difference(ownLines(before), ownLines(after));
    difference.onHuge();
    difference.compose();
    std::vector<ComparedLine> lines;
    for (const auto& [text, info] : difference.getSes().getSequence()) lines.push_back({sideOf(info.type), text});
    return lines;
}

} // namespace n3x
