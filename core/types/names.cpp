// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/types/names.h"

#include <algorithm>

namespace n3x {
namespace {

bool isLowerOrDigit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool isLabel(std::string_view text)
{
    return !text.empty() && text.size() <= 63 && isLowerOrDigit(text.front()) && isLowerOrDigit(text.back()) &&
           std::ranges::all_of(text, [](char c) { return isLowerOrDigit(c) || c == '-'; });
}

} // namespace

std::optional<Refusal> DnsLabelRule::refuse(std::string_view text)
{
    if (isLabel(text)) return {};
    if (text.size() > 63)
        return Refusal{{N3X_TEXT("The name “%1” has %2 characters."), {std::string(text), std::to_string(text.size())}},
                       N3X_TEXT("Shorten it to at most 63.")};
    return Refusal{
        {N3X_TEXT("“%1” is not a DNS label."), {std::string(text)}},
        N3X_TEXT("Use lower-case letters, digits and hyphens, beginning and ending with a letter or digit.")};
}

std::optional<Refusal> DnsNameRule::refuse(std::string_view text)
{
    bool good = !text.empty() && text.size() <= 253;
    for (std::string_view rest = text; good;) {
        const std::size_t dot = rest.find('.');
        good = isLabel(rest.substr(0, dot));
        if (dot == std::string_view::npos) break;
        rest.remove_prefix(dot + 1);
    }
    if (good) return {};
    return Refusal{
        {N3X_TEXT("“%1” is not a DNS name."), {std::string(text)}},
        N3X_TEXT("Use labels of lower-case letters, digits and hyphens joined by dots, such as edge.example.")};
}

std::optional<Refusal> InterfaceNameRule::refuse(std::string_view text)
{
    if (text.size() > 15)
        return Refusal{
            {N3X_TEXT("The interface name “%1” has %2 bytes."), {std::string(text), std::to_string(text.size())}},
            N3X_TEXT("Shorten it to at most 15 bytes, the limit of the Linux kernel.")};
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    // Linux takes more; but firewall scripts and command lines name interfaces without quotes.
    const bool characters = std::ranges::all_of(text, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '.' || c == '_' || c == '-';
    });
    const bool digitsOnly = std::ranges::all_of(text, isDigit);
    // The loopback's, the file by which the bonding driver takes new bonds, and those of /proc/sys/net/ipv4/conf.
    const bool isTaken = text == "lo" || text == "bonding_masters" || text == "all" || text == "default";
    const bool isWord = !text.empty() && text.front() != '-' && text.front() != '.' && !isTaken;
    if (isWord && characters && !digitsOnly) return {};
    return Refusal{{N3X_TEXT("“%1” is not a name for an interface."), {std::string(text)}},
                   N3X_TEXT("Use up to 15 ASCII letters, digits, dots, hyphens and underscores, such as eth1 or bond0; "
                            "not only digits, with a letter, digit or underscore first.")};
}

} // namespace n3x
