// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/problem.h"

#include <memory>
#include <string_view>
#include <vector>

namespace n3x {

// Everything that is wrong with a project or may surprise, sorted by path, then code. Never throws and
// never changes anything; the same project always gives the same problems.
[[nodiscard]] Problems check(const Project& project);

// The same answer as check() for a project that changes little from one call to the next:
// only what an edit reached is looked at again. Not for several threads at once.
class CheckCache {
public:
    CheckCache();
    ~CheckCache();
    CheckCache(CheckCache&&) noexcept;
    CheckCache& operator=(CheckCache&&) noexcept;

    // The problems of this project; the reference holds until the next update().
    const Problems& update(const Project& project);

    // The answer of the last update().
    [[nodiscard]] const Problems& problems() const;

    // Whether the last update() left problems() as they were.
    [[nodiscard]] bool unchanged() const;

    // Whether one of the project's own values is an error: nothing at all is generated then.
    [[nodiscard]] bool projectHasErrors() const;

    // Whether an error keeps this profile from being generated: one of its own, one of the project, or
    // one of a hardware target that its nodes use. Also true when there is no such profile.
    [[nodiscard]] bool profileHasErrors(std::string_view profile) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

// The problems of an object and of everything in it; `problems` as check() sorts them.
[[nodiscard]] std::vector<const Problem*> problemsWithin(const Problems& problems, const ObjectPath& object);

} // namespace n3x
