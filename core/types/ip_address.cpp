// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/types/ip_address.h"

#include <charconv>
#include <optional>

namespace n3x {
namespace {

using Bytes = std::array<std::uint8_t, 16>;

std::optional<std::uint32_t> parseV4(std::string_view text)
{
    std::uint32_t bits = 0;
    for (int part = 0; part < 4; ++part) {
        std::size_t length = 0;
        unsigned number = 0;
        while (length < text.size() && text[length] >= '0' && text[length] <= '9' && length < 4)
            number = number * 10 + static_cast<unsigned>(text[length++] - '0');
        const bool leadingZero = length > 1 && text[0] == '0';
        if (length == 0 || length > 3 || leadingZero || number > 255) return {};
        bits = bits << 8 | number;
        text.remove_prefix(length);
        if (part == 3) break;
        if (!text.starts_with('.')) return {};
        text.remove_prefix(1);
    }
    if (!text.empty()) return {};
    return bits;
}

void storeV4(std::uint32_t bits, std::uint8_t* to)
{
    for (int part = 0; part < 4; ++part) to[part] = static_cast<std::uint8_t>(bits >> (24 - 8 * part));
}

std::optional<Bytes> parseV6(std::string_view text)
{
    Bytes bytes{};
    std::size_t count = 0;      // bytes filled so far
    std::size_t gap = Bytes().size() + 1; // where "::" stands, if it does
    if (text.starts_with("::")) {
        gap = 0;
        text.remove_prefix(2);
    } else if (text.starts_with(':')) {
        return {};
    }
    while (!text.empty()) {
        if (count == 16) return {};
        const std::size_t colon = text.find(':');
        const std::string_view group = text.substr(0, colon);
        if (group.contains('.')) { // the last 32 bits may be written as IPv4
            const auto bits = parseV4(group);
            if (!bits || colon != std::string_view::npos || count > 12) return {};
            storeV4(*bits, bytes.data() + count);
            count += 4;
            break;
        }
        unsigned value = 0;
        const auto [end, error] = std::from_chars(group.data(), group.data() + group.size(), value, 16);
        if (error != std::errc() || end != group.data() + group.size() || group.empty() || group.size() > 4 ||
            group[0] == '-')
            return {};
        bytes[count++] = static_cast<std::uint8_t>(value >> 8);
        bytes[count++] = static_cast<std::uint8_t>(value & 0xff);
        if (colon == std::string_view::npos) break;
        text.remove_prefix(colon + 1);
        if (text.starts_with(':')) {
            if (gap <= 16) return {};
            gap = count;
            text.remove_prefix(1);
        } else if (text.empty()) {
            return {};
        }
    }
    if (gap > 16) return count == 16 ? std::optional(bytes) : std::nullopt;
    if (count > 14) return {}; // "::" stands for at least one group
    Bytes spread{};
    for (std::size_t at = 0; at < gap; ++at) spread[at] = bytes[at];
    for (std::size_t at = gap; at < count; ++at) spread[16 - count + at] = bytes[at];
    return spread;
}

void appendNumber(std::string& out, unsigned value, int base)
{
    std::array<char, 8> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, base).ptr;
    out.append(digits.data(), end);
}

void appendV6(std::string& out, const Bytes& bytes)
{
    std::array<unsigned, 8> groups;
    for (std::size_t at = 0; at < 8; ++at) groups[at] = static_cast<unsigned>(bytes[2 * at]) << 8 | bytes[2 * at + 1];
    // RFC 5952 §4.2: the longest run of two or more zero groups, the first of equals, becomes "::".
    std::size_t gapStart = 8;
    std::size_t gapLength = 1;
    for (std::size_t at = 0; at < 8;) {
        std::size_t length = 0;
        while (at + length < 8 && groups[at + length] == 0) ++length;
        if (length > gapLength) {
            gapStart = at;
            gapLength = length;
        }
        at += length + 1;
    }
    for (std::size_t at = 0; at < 8; ++at) {
        if (at == gapStart) {
            out += "::";
            at += gapLength - 1;
            continue;
        }
        if (at != 0 && out.back() != ':') out += ':';
        appendNumber(out, groups[at], 16);
    }
}

} // namespace

std::expected<IpAddress, Refusal> IpAddress::parse(std::string_view text)
{
    if (text.contains(':')) {
        if (const auto bytes = parseV6(text)) return v6(*bytes);
    } else if (const auto bits = parseV4(text)) {
        return v4(*bits);
    }
    return std::unexpected(
        Refusal{{N3X_TEXT("“%1” is not an IP address."), {std::string(text)}},
                N3X_TEXT("Write an IPv4 address such as 192.168.1.10 or an IPv6 address such as fd00::10.")});
}

IpAddress IpAddress::v4(std::uint32_t bits)
{
    Bytes bytes{};
    storeV4(bits, bytes.data());
    return {Family::IPv4, bytes};
}

IpAddress IpAddress::v6(const std::array<std::uint8_t, 16>& bytes) { return {Family::IPv6, bytes}; }

std::string IpAddress::text() const
{
    std::string out;
    appendTo(out);
    return out;
}

void IpAddress::appendTo(std::string& out) const
{
    if (family_ == Family::IPv6) return appendV6(out, bytes_);
    for (std::size_t part = 0; part < 4; ++part) {
        if (part != 0) out += '.';
        appendNumber(out, bytes_[part], 10);
    }
}

} // namespace n3x
