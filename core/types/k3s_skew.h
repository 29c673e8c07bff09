// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

namespace n3x {

// Whether nodes of a cluster may run these releases (texts of K3sVersion) beside servers of that one: servers one minor
// version to either side, agents up to three older and none newer (Kubernetes, "Version Skew Policy").
[[nodiscard]] bool mayServeBeside(std::string_view release, std::string_view servers);
[[nodiscard]] bool mayJoin(std::string_view release, std::string_view servers);

} // namespace n3x
