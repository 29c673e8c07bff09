// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/plan/plan.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

// What the links of a profile's nodes have in common. The profile data says it once, and a node adds what is its own:
// that keeps a thousand nodes readable, and Nix from parsing the same lines a thousand times.
namespace n3x {

// The links of a node on that target that attaches to every network, without what only a node knows: MAC addresses,
// addresses and reservations. An empty target is one with the ports as the profile says them. Each name once.
// None at all where there are so many networks that no node attaches to all.
[[nodiscard]] std::vector<LinkPlan> commonLinks(const ProfilePlan& shared, std::string_view target);

// The targets whose ports differ from what the profile says for all, by name.
[[nodiscard]] std::vector<std::string_view> targetsWithOwnPorts(const ProfilePlan& shared);

// The same for the nodes of a profile, one after another: worked out once for each target. The plan outlives it.
class KeptCommonLinks {
public:
    explicit KeptCommonLinks(const ProfilePlan& shared) : shared_(shared) {}

    [[nodiscard]] std::vector<LinkPlan>& of(std::string_view target);

private:
    const ProfilePlan& shared_;
    std::map<std::string, std::vector<LinkPlan>, std::less<>> byTarget_;
};

// Answers for the links of one node, in their order.
class CommonLinks {
public:
    // What only a node knows of them is written over.
    explicit CommonLinks(std::vector<LinkPlan>& links) : links_(links) {}

    // Whether the common link of that name is this one but for what only a node knows.
    [[nodiscard]] bool extendedBy(const LinkPlan& link);

private:
    std::vector<LinkPlan>& links_;
    std::size_t next_ = 0; // where the next link most likely is
};

} // namespace n3x
