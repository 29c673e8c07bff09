// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/types/entered.h"
#include "core/types/ip_address.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

// How the plan reads what was said.
namespace n3x::planning {

// The values of a list. What a type refused is an error elsewhere; leaving it out keeps a fault there from being one
// here.
template <class T> std::vector<T> valuesOf(const std::vector<Entered<T>>& entered)
{
    std::vector<T> values;
    values.reserve(entered.size());
    for (const Entered<T>& one : entered)
        if (const T* value = one.get()) values.push_back(*value);
    return values;
}

template <class T> const T* valueOf(const std::optional<Entered<T>>& entered)
{
    return entered ? entered->get() : nullptr;
}

// The value where one was said, else the default.
template <class T> T valueOr(const std::optional<Entered<T>>& entered, const T& otherwise)
{
    const T* value = valueOf(entered);
    return value ? *value : otherwise;
}

// The addresses of one family before the other's, else in the order of the file.
template <class T> void sortByFamily(std::vector<T>& values, auto familyOf, Family first = Family::IPv4)
{
    const auto comesLater = [&](const T& value) { return std::invoke(familyOf, value) != first; };
    if (values.size() > 1) std::ranges::stable_sort(values, {}, comesLater);
}

// Where a name stands in a list of named things. Nearly all lists are a handful, where looking is quicker than
// hashing; the long ones must not make a plan quadratic.
class NameIndex {
public:
    template <class Range> NameIndex(const Range& things, auto nameOf) : count_(things.size())
    {
        if (count_ <= few) return;
        byName_.reserve(count_);
        std::size_t at = 0;
        for (const auto& thing : things) byName_.emplace(nameOf(thing), at++);
    }

    template <class Range>
    [[nodiscard]] std::optional<std::size_t> find(const Range& things, std::string_view name, auto nameOf) const
    {
        if (count_ <= few) {
            std::size_t at = 0;
            for (const auto& thing : things) {
                if (std::string_view(nameOf(thing)) == name) return at;
                ++at;
            }
            return {};
        }
        const auto found = byName_.find(name);
        if (found == byName_.end()) return {};
        return found->second;
    }

private:
    static constexpr std::size_t few = 16;
    std::size_t count_;
    std::unordered_map<std::string_view, std::size_t> byName_; // of the first of that name
};

} // namespace n3x::planning
