// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

namespace n3x {

// Whether two releases (texts of K3sVersion) are more than one minor version apart, as no nodes of a cluster may be.
[[nodiscard]] bool areApart(std::string_view release, std::string_view other);

} // namespace n3x
