// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/fields.h"

#include "core/files/field_info.h"
#include "core/model/uplink_ports.h"

#include <algorithm>

namespace n3x {
namespace {

// The parts of a path that decide what a field inherits and whose names it may hold.
struct Place {
    explicit Place(const ObjectPath& path) : names(path.names()) {}

    [[nodiscard]] const std::string& at(std::size_t index) const
    {
        static const std::string none;
        return index < names.size() ? names[index] : none;
    }
    [[nodiscard]] bool isIn(std::string_view list) const
    {
        return at(0) == "profiles" && at(2) == list && names.size() > 4;
    }

    std::vector<std::string> names;
};

void addOnce(std::vector<std::string>& names, const std::string& name)
{
    if (!name.empty() && !std::ranges::contains(names, name)) names.push_back(name);
}

template <class T> std::vector<std::string> namesOf(const Sequence<T>& objects)
{
    std::vector<std::string> names;
    for (const auto& object : objects) addOnce(names, object->name.text());
    return names;
}

void addNics(std::vector<std::string>& names, const HardwareTarget* target)
{
    if (!target) return;
    for (const Nic& nic : target->nics) addOnce(names, nic.name.text());
}

// Ports that may be meant: of the target that the path names, else of every target that the profile uses.
std::vector<std::string> nicNames(const Project& project, const Profile& profile, const Place& place)
{
    std::vector<std::string> names;
    if (place.isIn("uplinks") && place.at(4) == "targets") {
        addNics(names, findTarget(project, place.at(5)));
        return names;
    }
    if (place.isIn("uplinks") && place.at(4) == "primary") {
        if (const Uplink* uplink = find(profile.uplinks, place.at(3)))
            for (const auto& member : uplink->members) addOnce(names, member.text());
        return names;
    }
    std::vector<std::string> targets;
    for (const auto& node : profile.nodes) addOnce(targets, node->target);
    for (const std::string& target : targets) addNics(names, findTarget(project, target));
    return names;
}

std::vector<std::string> choices(const Project& project, NameOf nameOf, const Place& place)
{
    if (nameOf == NameOf::Profile) return namesOf(project.profiles);
    if (nameOf == NameOf::Target) {
        std::vector<std::string> names = namesOf(project.hardware);
        for (const std::string& name : namesOf(builtInHardware())) addOnce(names, name);
        return names;
    }
    const Profile* profile = place.at(0) == "profiles" ? find(project.profiles, place.at(1)) : nullptr;
    if (!profile) return {};
    switch (nameOf) {
    case NameOf::Uplink: return namesOf(profile->uplinks);
    case NameOf::Network: return namesOf(profile->networks);
    case NameOf::Nic: return nicNames(project, *profile, place);
    case NameOf::Server: {
        std::vector<std::string> servers;
        for (const auto& node : profile->nodes)
            if (node->role == Entered(Choice(Role::Server))) addOnce(servers, node->name.text());
        return servers;
    }
    case NameOf::Nothing:
    case NameOf::Profile:
    case NameOf::Target: break;
    }
    return {};
}

std::optional<std::string> textAt(const Project& project, std::initializer_list<std::string_view> names)
{
    return valueText(project, ObjectPath::of(names));
}

std::optional<std::string> inheritedK3s(const Project& project, const Place& place)
{
    const std::string& field = place.names.back();
    if (place.isIn("nodes"))
        if (auto text = textAt(project, {"profiles", place.at(1), "k3s", field})) return text;
    return textAt(project, {"k3s", field});
}

// What a node says otherwise in one network, the network says for all.
std::optional<std::string> inheritedNetworkValue(const Project& project, const Place& place)
{
    const auto path = ObjectPath::of({"profiles", place.at(1), "networks", place.at(6), place.names.back()});
    if (auto text = valueText(project, path)) return text;
    const auto info = fieldInfo(project, path);
    return info && !info->defaultText.empty() ? std::optional(info->defaultText) : std::nullopt;
}

// Ports that are said for one target; the primary is the one in the place of the uplink's.
std::optional<std::string> inheritedPort(const Project& project, const Place& place)
{
    const std::string& field = place.names.back();
    const Profile* profile = find(project.profiles, place.at(1));
    const Uplink* uplink = profile ? find(profile->uplinks, place.at(3)) : nullptr;
    if (!uplink || field != "primary") return textAt(project, {"profiles", place.at(1), "uplinks", place.at(3), field});
    const auto said = std::ranges::find(uplink->targets, place.at(5), &TargetPorts::target);
    if (said == uplink->targets.end()) return {};
    TargetPorts ports = *said;
    ports.primary.reset();
    const auto* primary = primaryOf(*uplink, &ports);
    return primary ? std::optional(primary->text()) : std::nullopt;
}

// What counts for a value of a profile when nothing is said there, beside the studio's own default.
std::optional<std::string> inherited(const Project& project, const Place& place)
{
    if (place.at(0) != "profiles" || place.names.size() < 3) return {};
    const std::string& profile = place.at(1);
    const std::string& field = place.names.back();
    const std::size_t outer = place.names.size() - 2;
    if (place.at(outer) == "k3s") return inheritedK3s(project, place);
    if (place.isIn("uplinks") && place.at(4) == "targets" && place.names.size() == 7)
        return inheritedPort(project, place);
    if (place.isIn("nodes") && place.at(4) == "overrides" && place.names.size() == 8)
        return inheritedNetworkValue(project, place);
    if (place.isIn("networks") && field == "mtu")
        if (const auto uplink = textAt(project, {"profiles", profile, "networks", place.at(3), "uplink"}))
            return textAt(project, {"profiles", profile, "uplinks", *uplink, "mtu"});
    if (place.isIn("nodes") && field == "backend" && place.names.size() == 5)
        if (const auto name = textAt(project, {"profiles", profile, "nodes", place.at(3), "target"}))
            if (const HardwareTarget* target = findTarget(project, *name); target && !target->backends.empty())
                return target->backends.front().text();
    if (field == "initServer")
        if (const auto servers = choices(project, NameOf::Server, place); !servers.empty()) return servers.front();
    return {};
}

std::string joinedKeys(const std::vector<std::string>& keys)
{
    ObjectPath path;
    for (const std::string& key : keys) path = path / key;
    return path.text();
}

} // namespace

std::optional<FieldInfo> fieldInfo(const Project& project, const ObjectPath& path)
{
    auto found = describeField(path);
    if (!found) return {};
    const Place place(path);
    if (found->nameOf != NameOf::Nothing) {
        found->info.choices = choices(project, found->nameOf, place);
        found->info.open = found->nameOf == NameOf::Nic;
    }
    if (auto text = inherited(project, place)) {
        found->info.defaultText = *std::move(text);
        found->info.inherits = true;
    }
    return std::move(found->info);
}

std::vector<FieldInfo> fieldsOf(const Project& project, const ObjectPath& object)
{
    std::vector<FieldInfo> rows;
    for (const auto& keys : fieldKeys(project, object)) {
        ObjectPath path = object;
        for (const std::string& key : keys) path = path / key;
        auto info = fieldInfo(project, path);
        if (!info) continue;
        info->key = joinedKeys(keys);
        rows.push_back(*std::move(info));
    }
    return rows;
}

} // namespace n3x
