// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/checks/profile_checker.h"

#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

// A node's outputs are named <profile>-<node>, and those of the deployed profile also by the node alone. So two nodes
// of different profiles may want one name.
namespace n3x::checks {

using Checkers = std::span<const std::unique_ptr<ProfileChecker>>;

// Lets each profile keep an eye on the names of nodes that may clash; nearly always there are none.
void watchOutputNames(Checkers checkers, const std::optional<std::string>& deploy);

// Notes the clashes among them. Gives back the profiles whose nodes are to be renamed.
[[nodiscard]] std::set<std::string> checkOutputNames(Checkers checkers, const std::optional<std::string>& deploy,
                                                     const Project& project, Finder& finder);

} // namespace n3x::checks
