// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/files/fields.h"
#include "core/model/project.h"

#include <QString>

// What is said beside a value, worked out without a widget.
namespace n3x {

struct ValueNote {
    QString text;
    bool isChange = false; // against what is saved

    friend bool operator==(const ValueNote&, const ValueNote&) = default;
};

// "was 100", "default", "from trunk", "4 of 254 used", "1 to 4094": the first of them that holds.
[[nodiscard]] ValueNote noteOf(const FieldInfo& field, const Project& project, const Project& saved);

// Whether the value is the name of an uplink or a hardware target, and the path of that one; empty when there is none.
[[nodiscard]] bool refersToObject(const FieldInfo& field);
[[nodiscard]] ObjectPath referenceOf(const FieldInfo& field, const Project& project);

} // namespace n3x
