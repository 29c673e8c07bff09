// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/object_path.h"
#include "core/model/project.h"

#include <map>
#include <optional>

namespace n3x {

// Objects that have another name in `after` than in `before`: old path → new path. An object counts as renamed when
// its list kept its length and only its name at its place is new, which is what a rename does and nothing else.
using Renames = std::map<ObjectPath, ObjectPath>;
[[nodiscard]] Renames renamesBetween(const Project& before, const Project& after);

// The path under its new name, or the same path.
[[nodiscard]] ObjectPath followed(const ObjectPath& path, const Renames& renames);

// The object that a path is about, a profile, one of its uplinks, networks and nodes, or a target: the object around a
// value. Empty, as the project, for its own values and for an unknown path.
[[nodiscard]] ObjectPath objectOf(const ObjectPath& path);

// Whether the project holds the object that the path is within: a profile, an uplink, a network, a node, a target.
// Paths of the project's own values always exist.
[[nodiscard]] bool holds(const Project& project, const ObjectPath& path);

} // namespace n3x
