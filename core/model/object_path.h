// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <compare>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace n3x {

// Where an object or a value of the project stands, in the words of the files: names joined by '/', such as
//   name · k3s/clusterCidr · profiles/vlans · profiles/vlans/networks/storage/vlan ·
//   profiles/vlans/nodes/server-1/addresses/cluster · hardware/my-box/nics
// '~' and '/' inside a name are written ~0 and ~1 (RFC 6901). List elements are their index.
class ObjectPath {
public:
    ObjectPath() = default;
    explicit ObjectPath(std::string_view text) : text_(text) {}
    [[nodiscard]] static ObjectPath of(std::initializer_list<std::string_view> names);

    [[nodiscard]] ObjectPath operator/(std::string_view name) const;
    [[nodiscard]] ObjectPath operator/(std::size_t index) const;
    [[nodiscard]] ObjectPath parent() const;

    [[nodiscard]] std::vector<std::string> names() const; // unescaped
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }
    [[nodiscard]] bool isWithin(const ObjectPath& outer) const; // also true for the object itself

    friend auto operator<=>(const ObjectPath&, const ObjectPath&) = default;

private:
    std::string text_;
};

} // namespace n3x
