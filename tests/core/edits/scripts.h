// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/problem.h"

#include <rapidcheck.h>

#include <cstdint>
#include <iosfwd>

namespace n3x::test {

// One step of a random script: which edit, and what it is done to. Numbers choose among what a project has at that
// time, so that a script that shrinks stays a script.
struct Step {
    std::uint32_t kind = 0;
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    std::uint32_t third = 0;

    friend bool operator==(const Step&, const Step&) = default;
};

std::ostream& operator<<(std::ostream& out, const Step& step);

// Edits that move names about: they may never leave a reference behind.
inline constexpr std::uint32_t structuralKinds = 35;
// Single values: some that people mistype, then some that the field takes.
inline constexpr std::uint32_t anyValueKinds = 10;
inline constexpr std::uint32_t fittingValueKinds = 12;
inline constexpr std::uint32_t allKinds = structuralKinds + anyValueKinds + fittingValueKinds;

[[nodiscard]] Edit editOf(const Step& step, const Project& project);

} // namespace n3x::test

namespace rc {
template <> struct Arbitrary<n3x::test::Step> {
    static Gen<n3x::test::Step> arbitrary()
    {
        const auto below = [](std::uint32_t limit) {
            return gen::resize(kNominalSize, gen::inRange<std::uint32_t>(0, limit));
        };
        return gen::build<n3x::test::Step>(gen::set(&n3x::test::Step::kind, below(n3x::test::allKinds)),
                                           gen::set(&n3x::test::Step::first, below(1000)),
                                           gen::set(&n3x::test::Step::second, below(1000)),
                                           gen::set(&n3x::test::Step::third, below(1000)));
    }
};
} // namespace rc
