// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/files/templates.h"
#include "core/model/project.h"

#include <string>
#include <string_view>

// The sample project, and the profile of it that has a bond.
namespace n3x::test {

inline constexpr std::string_view bonding = "bonding-vlans";

inline Project sample() { return templateProject("sample"); }

inline const Profile& profileOf(const Project& project, std::string_view name = bonding)
{
    return *find(project.profiles, name);
}

inline const Node& nodeOf(const Project& project, std::string_view node, std::string_view profile = bonding)
{
    return *find(profileOf(project, profile).nodes, node);
}

inline std::string macOf(const Node& node, std::string_view nic)
{
    for (const NicMac& one : node.macs)
        if (one.nic.reads(nic)) return one.mac.text();
    return {};
}

} // namespace n3x::test
