// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/canvas/session.h"

#include <optional>
#include <vector>

// What people do on the canvas, each one edit of the document. What a person may not do is told by the sentence that
// comes back.
namespace n3x::deeds {

// The edit and the name that the new node gets. An empty target takes the one that most siblings have.
struct NewNode {
    Edit edit;
    QString name;
};
[[nodiscard]] std::optional<NewNode> newNode(const CanvasSession& session, Role role, const QString& target);
void addNode(CanvasSession& session, Role role, const QString& target, std::optional<Place> place = {});

// A new network, on the first uplink; where the profile has none, with an uplink of its own. Index: its place among the
// lanes.
[[nodiscard]] std::optional<Edit> newNetwork(const CanvasSession& session, std::optional<std::size_t> index = {});
void addNetwork(CanvasSession& session, std::optional<std::size_t> index = {});

void duplicate(CanvasSession& session, const Hit& hit);

// The name as it can be edited in place, and the sentence that refuses a new one (empty: it is fine).
[[nodiscard]] QString nameOf(const CanvasSession& session, const Hit& hit);
[[nodiscard]] QString renameRefusal(const CanvasSession& session, const Hit& hit, const QString& name);
void rename(CanvasSession& session, const Hit& hit, const QString& name);

void select(CanvasSession& session, const std::vector<Hit>& hits);

// What is selected of the profile in sight, as one step: nodes and networks go, a bond becomes one port again. An
// uplink with its networks goes where these are told, in the inspector.
[[nodiscard]] bool canRemoveSelected(const Document& document);
void removeSelected(Document& document);

} // namespace n3x::deeds
