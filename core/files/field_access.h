// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/files/field_tables.h"

#include <algorithm>
#include <charconv>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Reading and setting one value by its path. Inside of core/files only.

namespace n3x {

using Names = std::span<const std::string>;

[[nodiscard]] inline std::optional<std::size_t> indexFrom(std::string_view name)
{
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), index);
    if (error != std::errc() || end != name.data() + name.size()) return {};
    return index;
}

// An element's position: by its name, or by its index where elements have none.
template <class List> std::optional<std::size_t> elementAt(const List& list, std::string_view name)
{
    using Item = Element<List>;
    if constexpr (Named<Item>) {
        std::size_t at = 0;
        for (const auto& item : list) {
            const auto& key = [&]() -> const auto& {
                if constexpr (IsSequence<List>::value)
                    return item.get().*NamedBy<Item>::key;
                else
                    return item.*NamedBy<Item>::key;
            }();
            if constexpr (requires { key.reads(name); }) {
                if (key.reads(name)) return at;
            } else if (key == name) {
                return at;
            }
            ++at;
        }
        return {};
    } else {
        const auto index = indexFrom(name);
        return index && *index < list.size() ? index : std::nullopt;
    }
}

// The elements of a list as one text: one a line, for a line break is the only character that none of them can mean.
[[nodiscard]] std::vector<std::string> splitTexts(std::string_view text);

template <class List> std::string joinTexts(const List& list, char separator = '\n')
{
    std::string joined;
    bool first = true;
    for (const auto& item : list) {
        if (!first) joined += separator;
        first = false;
        joined += textOf(item);
    }
    return joined;
}

template <TextList List> const auto* listIn(const List& member)
{
    if constexpr (IsOptional<List>::value)
        return member ? &*member : nullptr;
    else
        return &member;
}

// Lists of names and values, as lines "name=text"; a name alone has an empty value.
template <class List> std::string joinNamed(const List& list)
{
    using Item = Element<List>;
    std::string joined;
    for (const Item& item : list) {
        if (!joined.empty()) joined += '\n';
        joined += textOf(item.*NamedBy<Item>::key);
        const auto& value = item.*NamedBy<Item>::value;
        const std::string text = [&] {
            if constexpr (TextLike<std::remove_cvref_t<decltype(value)>>)
                return textOf(value);
            else
                return joinTexts(value, '+');
        }();
        if (!text.empty()) joined += "=" + text;
    }
    return joined;
}

} // namespace n3x
