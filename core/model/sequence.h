// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <immer/box.hpp>
#include <immer/flex_vector.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace n3x {

// An ordered list whose copies share what is equal: copying it is a pointer, changing one element
// costs O(log n), and two equal elements of an older and a newer list are usually the same box.
template <class T> using Sequence = immer::flex_vector<immer::box<T>>;

// Where the object of that name stands; names of objects are `Entered` texts under `.name`.
template <class T> std::optional<std::size_t> indexOf(const Sequence<T>& objects, std::string_view name)
{
    std::size_t index = 0;
    for (const auto& object : objects) {
        if (object->name.reads(name)) return index;
        ++index;
    }
    return {};
}

// The object of that name, or null. It lives as long as the sequence or any copy of it.
template <class T> const T* find(const Sequence<T>& objects, std::string_view name)
{
    const auto index = indexOf(objects, name);
    return index ? &objects[*index].get() : nullptr;
}

} // namespace n3x
