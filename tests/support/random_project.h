// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/project.h"

#include <rapidcheck.h>

#include <cstdint>

namespace n3x::test {

// How large a random project is. Everything else follows from the seed, so that a failure can be made again.
struct Shape {
    int profiles = 1; // 1 to 3
    int uplinks = 2;  // 1 to 4, of which up to three are bonds
    int networks = 2; // 1 to 5
    int nodes = 3;    // 1 to 6
    std::uint64_t seed = 0;

    friend bool operator==(const Shape&, const Shape&) = default;
};

// A project without errors: bonds of every mode, VLANs and untagged networks, one family or both, DHCP with
// reservations, gateways, routes, own hardware with other port names, partial attachment, overrides, labels, taints,
// both backends. The same shape gives the same project on every machine.
[[nodiscard]] Project randomProject(const Shape& shape);

// For properties: *n3x::test::validProjects(). Shrinks towards fewer profiles, networks, uplinks and nodes.
[[nodiscard]] rc::Gen<Project> validProjects();
[[nodiscard]] rc::Gen<Shape> shapes();

// One profile "large" of that many nodes, the first three of them servers, on a bond with a cluster and a storage VLAN.
[[nodiscard]] Project largeProject(int nodes);

} // namespace n3x::test

namespace rc {
template <> struct Arbitrary<n3x::Project> {
    static Gen<n3x::Project> arbitrary() { return n3x::test::validProjects(); }
};
} // namespace rc
