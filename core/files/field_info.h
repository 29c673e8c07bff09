// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/files/field.h"
#include "core/files/fields.h"

namespace n3x {

// What the table alone says of the field at a path, and whose names its texts are.
struct FieldDescription {
    FieldInfo info;
    NameOf nameOf = NameOf::Nothing;
};

[[nodiscard]] std::optional<FieldDescription> describeField(const ObjectPath& path);

// The keys of the fields that an inspector shows for an object, each below that object.
[[nodiscard]] std::vector<std::vector<std::string>> fieldKeys(const Project& project, const ObjectPath& object);

} // namespace n3x
