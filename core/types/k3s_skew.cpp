// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/types/k3s_skew.h"

#include <cstdlib>
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

} // namespace

bool areApart(std::string_view release, std::string_view other)
{
    const auto [major, minor] = minorOf(release);
    const auto [otherMajor, otherMinor] = minorOf(other);
    return major != otherMajor || std::abs(minor - otherMinor) > 1;
}

} // namespace n3x
