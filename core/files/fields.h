// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/object_path.h"
#include "core/model/project.h"
#include "core/types/text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// One table describes every field of the files (core/files/field_tables.h). The loader, the writer, the JSON Schema
// and, through this header, whatever shows or changes a single value read it.

namespace n3x {

enum class FieldKind : std::uint8_t {
    Text,    // one line; `choices`, where there are any, are proposals
    Number,  // whole, within `limits`
    Choice,  // one of `choices`
    Switch,  // "true" or "false"
    List,    // texts, one a line; `choices`, where there are any, are what an element may be
    Map,     // names to texts, one a line, as "name=text" (labels, macs) or "name=text+text" (addresses)
    Object,  // has fields of its own
    Objects, // has named or numbered objects
};

// How one value is shown and edited.
struct FieldInfo {
    ObjectPath path;
    std::string key; // below the object that was asked about: "vlan", "dhcp/server", "addresses/cluster"
    FieldKind kind = FieldKind::Text;
    Text title;
    Text help;
    std::string unit; // "ms", "bytes" … shown behind the editor
    std::vector<std::string> choices;
    std::uint32_t minimum = 0; // of a Number
    std::uint32_t maximum = 0;
    std::string example;
    std::string defaultText; // what counts where nothing is said; empty: nothing does
    bool inherits = false;   // that is said further out, and no default of the studio
    std::string pattern;     // regular expression (ECMA 262) of a good text; empty: none
    bool optional = true;    // an empty text means: not said
    bool open = false;       // Text or List whose choices are only proposals

    friend bool operator==(const FieldInfo&, const FieldInfo&) = default;
};

// For withValue: a list that is said to hold nothing. "" un-says it, and then the default or an outer level counts.
inline constexpr std::string_view emptyList = "\n";

// The text of a scalar or list at `path`. Nothing where it is not said (then the default or an outer level counts),
// where the path leads nowhere, and for objects.
[[nodiscard]] std::optional<std::string> valueText(const Project& project, const ObjectPath& path);

// The text of a list inside of a sentence: "a, b".
[[nodiscard]] std::string onOneLine(std::string_view text);

// How the value at `path` is edited. Without a project: no names of other objects among the choices, and the
// default is the studio's own instead of what is inherited here. Nothing where the files know no such field.
[[nodiscard]] std::optional<FieldInfo> fieldInfo(const ObjectPath& path);
[[nodiscard]] std::optional<FieldInfo> fieldInfo(const Project& project, const ObjectPath& path);

// The rows of an inspector: all editable fields of an object, those of its inner objects with their path in `key`.
// Named objects (a profile's nodes, an uplink's targets) have their own rows and are not among them.
[[nodiscard]] std::vector<FieldInfo> fieldsOf(const Project& project, const ObjectPath& object);

// The project with the value at `path` said as `text`. A text that the type refuses is kept as it is; an empty one
// un-says an optional value, and removes an element of a list, a MAC address or an override. An index just behind the
// end, a new label, MAC address, target or override appends. A path that leads nowhere changes nothing.
// Bytes that are no UTF-8 become U+FFFD: files could not hold them.
[[nodiscard]] Project withValue(const Project& project, const ObjectPath& path, std::string_view text);

} // namespace n3x
