// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/project.h"

#include <algorithm>
#include <string_view>
#include <utility>

// The steps that edits are made of. An object that is not there, or that a change leaves equal, leaves the
// whole as it is, boxes included, so that nobody downstream looks at it again.
namespace n3x::edits {

template <class T, class Change> Sequence<T> changedAt(const Sequence<T>& objects, std::size_t index, Change&& change)
{
    T copy = objects[index].get();
    change(copy);
    if (copy == objects[index].get()) return objects;
    return objects.set(index, immer::box<T>(std::move(copy)));
}

template <class T, class Change>
Sequence<T> changed(const Sequence<T>& objects, std::string_view name, Change&& change)
{
    const auto index = indexOf(objects, name);
    return index ? changedAt(objects, *index, std::forward<Change>(change)) : objects;
}

// Changes every object that `concerns` picks.
template <class T, class Concerns, class Change>
Sequence<T> changedWhere(const Sequence<T>& objects, Concerns&& concerns, Change&& change)
{
    Sequence<T> result = objects;
    std::size_t index = 0;
    for (const auto& object : objects) {
        if (concerns(*object)) result = changedAt(result, index, change);
        ++index;
    }
    return result;
}

template <class T> Sequence<T> without(const Sequence<T>& objects, std::string_view name)
{
    const auto index = indexOf(objects, name);
    return index ? objects.erase(*index) : objects;
}

// An index beyond the end means the end.
template <class T> Sequence<T> moved(const Sequence<T>& objects, std::string_view name, std::size_t index)
{
    const auto from = indexOf(objects, name);
    const std::size_t to = std::min(index, objects.size() - 1);
    if (!from || *from == to) return objects;
    const auto& object = objects[*from]; // `objects` outlives it
    return objects.erase(*from).insert(to, object);
}

template <class Change> Project withProfile(Project project, std::string_view profile, Change&& change)
{
    project.profiles = changed(project.profiles, profile, std::forward<Change>(change));
    return project;
}

template <class Change>
Project withNode(const Project& project, std::string_view profile, std::string_view node, Change&& change)
{
    return withProfile(project, profile, [&](Profile& p) { p.nodes = changed(p.nodes, node, change); });
}

template <class Change>
Project withNetwork(const Project& project, std::string_view profile, std::string_view network, Change&& change)
{
    return withProfile(project, profile, [&](Profile& p) { p.networks = changed(p.networks, network, change); });
}

template <class Change>
Project withUplink(const Project& project, std::string_view profile, std::string_view uplink, Change&& change)
{
    return withProfile(project, profile, [&](Profile& p) { p.uplinks = changed(p.uplinks, uplink, change); });
}

} // namespace n3x::edits
