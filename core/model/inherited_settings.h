// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/profile.h"

#include <span>

namespace n3x {

// `own`, and what it does not say as `outer` says it. Defaults are not filled in.
[[nodiscard]] K3sSettings inheriting(K3sSettings own, const K3sSettings& outer);

// The same with the ranges that count where nobody says any: what networks and addresses are held against.
[[nodiscard]] K3sSettings withDefaultRanges(K3sSettings said);

// The same with the defaults of all that every cluster has. Where images come from and where Longhorn finds its paths
// stays unsaid, since the outputs say those only where somebody did.
[[nodiscard]] K3sSettings withDefaults(K3sSettings said);

// Where images come from: as said, else the default.
[[nodiscard]] ImageSource imagesOf(const K3sSettings& said);

// Whether it says anything that all servers of a cluster have to share, and that means nothing on an agent.
[[nodiscard]] bool hasServerSettings(const K3sSettings& settings);

// Whether `own` says what servers have to share in another way than `shared`, or where that says nothing.
[[nodiscard]] bool differs(const K3sSettings& own, const K3sSettings& shared);

// What all of these servers say alike of what servers have to share: it counts for the whole profile, and agents take
// it too. Ranges and the API address are none of it: those are said for the profile.
[[nodiscard]] K3sSettings agreedSettings(std::span<const Node* const> servers);

// The same of all servers of a profile.
[[nodiscard]] K3sSettings agreedSettings(const Profile& profile);

// Ranges and the API address where all of these servers say them alike. Only what the profile says of those counts.
[[nodiscard]] K3sSettings agreedForProfile(std::span<const Node* const> servers);

// Those said for the profile instead, but for what it says itself.
[[nodiscard]] Profile sayingWhatServersSay(Profile profile);

[[nodiscard]] inline bool isServer(const Node& node) { return node.role && node.role.value().kind() == Role::Server; }

} // namespace n3x
