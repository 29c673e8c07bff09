// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/profile.h"

namespace n3x {

// Whether two profiles say the same but for their nodes. What follows from the rest can then be kept.
[[nodiscard]] inline bool sameFrame(const Profile& one, const Profile& two)
{
    return one.name == two.name && one.summary == two.summary && one.uplinks == two.uplinks &&
           one.networks == two.networks && one.initServer == two.initServer && one.k3s == two.k3s;
}

} // namespace n3x
