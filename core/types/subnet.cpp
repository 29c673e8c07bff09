// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/types/subnet.h"

#include <charconv>

namespace n3x {
namespace {

// The address with every bit after the prefix set to `fill`.
IpAddress masked(const IpAddress& address, int prefixLength, bool fill)
{
    auto bytes = address.bytes();
    for (int bit = prefixLength; bit < address.bitCount(); ++bit) {
        const auto mask = static_cast<std::uint8_t>(0x80 >> bit % 8);
        auto& byte = bytes[static_cast<std::size_t>(bit / 8)];
        byte = static_cast<std::uint8_t>(fill ? byte | mask : byte & ~mask);
    }
    if (address.family() == Family::IPv6) return IpAddress::v6(bytes);
    return IpAddress::v4(static_cast<std::uint32_t>(bytes[0]) << 24 | static_cast<std::uint32_t>(bytes[1]) << 16 |
                         static_cast<std::uint32_t>(bytes[2]) << 8 | bytes[3]);
}

Refusal notASubnet(std::string_view text)
{
    return {{N3X_TEXT("“%1” is not a subnet."), {std::string(text)}},
            N3X_TEXT("Write the network and its prefix length, such as 192.168.1.0/24 or fd00:1::/64.")};
}

} // namespace

std::expected<Subnet, Refusal> Subnet::parse(std::string_view text)
{
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return std::unexpected(notASubnet(text));
    const auto address = IpAddress::parse(text.substr(0, slash));
    const std::string_view digits = text.substr(slash + 1);
    int length = -1;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
    const bool plain = !digits.empty() && digits[0] != '-' && (digits.size() == 1 || digits[0] != '0');
    if (!address || error != std::errc() || end != digits.data() + digits.size() || !plain ||
        length > address->bitCount())
        return std::unexpected(notASubnet(text));
    const Subnet subnet(masked(*address, length, false), length);
    if (subnet.network_ != *address)
        return std::unexpected(Refusal{{N3X_TEXT("“%1” has host bits set beyond its prefix."), {std::string(text)}},
                                       {N3X_TEXT("Write the network's own address: %1."), {subnet.text()}}});
    return subnet;
}

std::optional<Subnet> Subnet::around(const IpAddress& address, int prefixLength)
{
    if (prefixLength < 0 || prefixLength > address.bitCount()) return {};
    return Subnet(masked(address, prefixLength, false), prefixLength);
}

bool Subnet::contains(const IpAddress& address) const
{
    return address.family() == family() && masked(address, prefixLength_, false) == network_;
}

bool Subnet::overlaps(const Subnet& other) const
{
    return prefixLength_ <= other.prefixLength_ ? contains(other.network_) : other.contains(network_);
}

IpAddress Subnet::last() const { return masked(network_, prefixLength_, true); }

std::optional<std::uint64_t> Subnet::hostPart(const IpAddress& address) const
{
    if (!contains(address)) return {};
    const auto& bytes = address.bytes();
    const auto& base = network_.bytes();
    const auto count = static_cast<std::size_t>(address.bitCount() / 8);
    std::uint64_t part = 0;
    for (std::size_t at = 0; at < count; ++at) {
        if (part >> 56 != 0) return {};
        part = part << 8 | static_cast<std::uint64_t>(bytes[at] ^ base[at]);
    }
    return part;
}

std::optional<IpAddress> Subnet::address(std::uint64_t hostPart) const
{
    const int hostBits = network_.bitCount() - prefixLength_;
    if (hostBits < 64 && hostPart >> hostBits != 0) return {};
    auto bytes = network_.bytes();
    auto at = static_cast<std::size_t>(network_.bitCount() / 8);
    for (; hostPart != 0; hostPart >>= 8) bytes[--at] |= static_cast<std::uint8_t>(hostPart & 0xff);
    if (family() == Family::IPv6) return IpAddress::v6(bytes);
    return IpAddress::v4(static_cast<std::uint32_t>(bytes[0]) << 24 | static_cast<std::uint32_t>(bytes[1]) << 16 |
                         static_cast<std::uint32_t>(bytes[2]) << 8 | bytes[3]);
}

std::string Subnet::text() const
{
    std::string out = network_.text();
    out += '/';
    out += std::to_string(prefixLength_);
    return out;
}

} // namespace n3x
