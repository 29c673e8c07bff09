// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/project.h"

#include <cstdint>

namespace n3x {

// A valid project with what random projects are too tame for, as far as no check refuses it: names that are words of
// Nix or patterns of systemd, addresses from somebody else's DHCP server, settings of single nodes, hostile texts.
[[nodiscard]] Project wilder(Project project, std::uint64_t seed);

} // namespace n3x
