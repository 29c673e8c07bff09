// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/profile.h"

#include <span>

namespace n3x {

// `own`, and what it does not say as `outer` says it. Defaults are not filled in.
[[nodiscard]] K3sSettings inheriting(K3sSettings own, const K3sSettings& outer);

// Whether it says anything that all servers of a cluster have to share, and that means nothing on an agent.
[[nodiscard]] bool hasServerSettings(const K3sSettings& settings);

// Without what servers have to share and `shared` says in another way or not at all.
[[nodiscard]] K3sSettings withoutDifferences(K3sSettings settings, const K3sSettings& shared);

// What all of these servers say alike of what servers have to share: it counts for the whole profile, and agents take
// it too. Ranges and the API address are none of it: those are said for the profile.
[[nodiscard]] K3sSettings agreedSettings(std::span<const Node* const> servers);

// The same of all servers of a profile.
[[nodiscard]] K3sSettings agreedSettings(const Profile& profile);

[[nodiscard]] inline bool isServer(const Node& node) { return node.role && node.role.value().kind() == Role::Server; }

} // namespace n3x
