// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/preview/changed_lines.h"
#include "core/model/object_path.h"
#include "generators/live/live_engine.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Which file of which backend shows what is selected. Pure, so that it is tested without a window.
namespace n3x {

// Whose file an output is, read from its path.
struct OutputOwner {
    std::string profile = {};
    std::string node = {}; // empty: of the whole profile
    Backend backend = Backend::Nixos;
    bool isShared = false; // neither backend's alone: lib/…

    friend bool operator==(const OutputOwner&, const OutputOwner&) = default;
};
[[nodiscard]] std::optional<OutputOwner> ownerOf(std::string_view path);

// What of a node a selection is about: the whole node, or the links of one network or uplink.
struct PreviewSubject {
    std::string profile = {};
    std::string node = {};
    std::string network = {}; // empty: not one network's
    std::string uplink = {};  // empty: not one uplink's

    [[nodiscard]] bool isWholeNode() const { return network.empty() && uplink.empty(); }

    friend bool operator==(const PreviewSubject&, const PreviewSubject&) = default;
};

// The subject of the first selected object that has one. A network or an uplink is shown at `lastNode` where that
// node attaches to it, else at the first node that does. Nothing for a profile without outputs.
[[nodiscard]] std::optional<PreviewSubject>
subjectOf(const Generation& generation, const std::vector<ObjectPath>& selection, std::string_view lastNode);

// The file that shows the subject: of the node's own backend unless one is asked for. `current` stays where it
// shows the subject too. Empty when there is none.
[[nodiscard]] std::string fileFor(const Generation& generation, const PreviewSubject& subject, std::string_view current,
                                  std::optional<Backend> backend = {});

// Of a profile without errors; null where there is no such node.
[[nodiscard]] const NodePlan* plannedNode(const Generation& generation, std::string_view profile,
                                          std::string_view node);

// The unit that a reader of the subject wants first: what makes the link, then what configures it. Empty for a node
// without links.
[[nodiscard]] std::string firstUnitOf(const NodePlan& node, const PreviewSubject& subject);

[[nodiscard]] std::string unitPath(const PreviewSubject& subject, std::string_view unit);

// The lines of a file that come from the subject; none for a subject that is a whole node's.
[[nodiscard]] std::vector<LineRange> linesFor(const Generation& generation, const PreviewSubject& subject,
                                              std::string_view path);

} // namespace n3x
