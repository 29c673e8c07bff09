// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/k3s_settings.h"

namespace n3x {

// `own`, and what it does not say as `outer` says it. Defaults are not filled in.
[[nodiscard]] K3sSettings inheriting(K3sSettings own, const K3sSettings& outer);

} // namespace n3x
