// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/types/checked_text.h"

#include <compare>

namespace n3x {

// Key of a label: [prefix/]name (Kubernetes "Labels and Selectors": prefix a DNS subdomain, name at most 63).
struct LabelKeyRule {
    static std::optional<Refusal> refuse(std::string_view text);
};
using LabelKey = CheckedText<LabelKeyRule>;

// Value of a label: empty, or at most 63 of [A-Za-z0-9._-] beginning and ending with a letter or digit.
struct LabelValueRule {
    static std::optional<Refusal> refuse(std::string_view text);
};
using LabelValue = CheckedText<LabelValueRule>;

// key[=value]:Effect with the three effects of Kubernetes ("Taints and Tolerations").
struct TaintRule {
    static std::optional<Refusal> refuse(std::string_view text);
};
using Taint = CheckedText<TaintRule>;

// The part before the first '=' or ':' of a taint.
[[nodiscard]] std::string_view keyOf(const Taint& taint);

// The part behind the last ':' of a taint.
[[nodiscard]] std::string_view effectOf(const Taint& taint);

// A release of K3s: vMAJOR.MINOR.PATCH[-pre]+k3sN, as its releases are tagged.
struct K3sVersionRule {
    static std::optional<Refusal> refuse(std::string_view text);
};
using K3sVersion = CheckedText<K3sVersionRule>;

} // namespace n3x
