// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/preview/preview_file.h"

#include <optional>
#include <string>
#include <string_view>

// The same link in the files of both backends: which one somebody reads about, and where the other file speaks of it.
// Pure, so that it is tested without a window.
namespace n3x {

// A link of a node, as the network or the uplink that it belongs to, and which of its units is read.
struct ReadLink {
    PreviewSubject subject = {};
    std::string unit = {}; // the name of its file; empty where a module speaks of the link elsewhere

    friend bool operator==(const ReadLink&, const ReadLink&) = default;
};

// What a line is about; a unit is about its link from the first line to the last. Nothing in files of all nodes.
[[nodiscard]] std::optional<ReadLink> readLinkAt(const Generation& generation, std::string_view path, int line);

// Of these lines, which linesFor() gave, the one to be in sight: in a module where that unit begins, or the first of
// the subject's units.
[[nodiscard]] int firstLineOf(const std::vector<LineRange>& lines, const Generation& generation,
                              const PreviewSubject& subject, std::string_view path, std::string_view unit = {});

} // namespace n3x
