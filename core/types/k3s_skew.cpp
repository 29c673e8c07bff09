// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/types/k3s_skew.h"

#include <optional>
#include <utility>

namespace n3x {
namespace {

// "v1.35.0+k3s3" → "v1" and 35
std::pair<std::string_view, int> minorOf(std::string_view release)
{
    const std::size_t dot = release.find('.');
    int number = 0;
    for (const char c : release.substr(dot + 1, release.find('.', dot + 1) - dot - 1)) number = number * 10 + (c - '0');
    return {release.substr(0, dot), number};
}

// How many minor versions a release is newer than another; nothing where the major versions differ.
std::optional<int> stepsFrom(std::string_view other, std::string_view release)
{
    const auto [major, minor] = minorOf(release);
    const auto [otherMajor, otherMinor] = minorOf(other);
    return major == otherMajor ? std::optional(minor - otherMinor) : std::nullopt;
}

} // namespace

bool mayServeBeside(std::string_view release, std::string_view servers)
{
    const auto steps = stepsFrom(servers, release);
    return steps && *steps >= -1 && *steps <= 1;
}

bool mayJoin(std::string_view release, std::string_view servers)
{
    const auto steps = stepsFrom(servers, release);
    return steps && *steps >= -3 && *steps <= 0;
}

} // namespace n3x
