// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/types/text.h"

#include <array>
#include <compare>
#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>

namespace n3x {

// One of a few words. Kind is an enum class; choiceWords(Kind) gives its words in the order of the
// enumerators, as the files write them.
template <class Kind> class Choice {
public:
    Choice(Kind kind) : kind_(kind) {}

    [[nodiscard]] static std::expected<Choice, Refusal> parse(std::string_view text)
    {
        const auto words = choiceWords(Kind{});
        for (std::size_t at = 0; at < words.size(); ++at)
            if (words[at] == text) return Choice(static_cast<Kind>(at));
        std::string all;
        for (const std::string_view word : words) {
            if (!all.empty()) all += ", ";
            all += word;
        }
        return std::unexpected(Refusal{{N3X_TEXT("“%1” is not one of the choices."), {std::string(text)}},
                                       {N3X_TEXT("Choose one of: %1."), {all}}});
    }

    [[nodiscard]] Kind kind() const { return kind_; }
    [[nodiscard]] std::string_view word() const { return choiceWords(kind_)[static_cast<std::size_t>(kind_)]; }
    [[nodiscard]] std::string text() const { return std::string(word()); }

    friend auto operator<=>(const Choice&, const Choice&) = default;

private:
    Kind kind_;
};

enum class Role : std::uint8_t { Server, Agent };
constexpr std::array<std::string_view, 2> choiceWords(Role) { return {"server", "agent"}; }

enum class Backend : std::uint8_t { Nixos, Debian };
constexpr std::array<std::string_view, 2> choiceWords(Backend) { return {"nixos", "debian"}; }

enum class Architecture : std::uint8_t { X86_64, Aarch64 };
constexpr std::array<std::string_view, 2> choiceWords(Architecture) { return {"x86_64", "aarch64"}; }

enum class BootLoader : std::uint8_t { SystemdBoot, Grub, Extlinux };
constexpr std::array<std::string_view, 3> choiceWords(BootLoader) { return {"systemd-boot", "grub", "extlinux"}; }

// The seven modes of the kernel's bonding driver (Documentation/networking/bonding.rst), by its numbers.
enum class BondMode : std::uint8_t { BalanceRr, ActiveBackup, BalanceXor, Broadcast, Lacp, BalanceTlb, BalanceAlb };
constexpr std::array<std::string_view, 7> choiceWords(BondMode)
{
    return {"balance-rr", "active-backup", "balance-xor", "broadcast", "802.3ad", "balance-tlb", "balance-alb"};
}

enum class LacpRate : std::uint8_t { Slow, Fast };
constexpr std::array<std::string_view, 2> choiceWords(LacpRate) { return {"slow", "fast"}; }

enum class HashPolicy : std::uint8_t { Layer2, Layer34, Layer23, Encap23, Encap34 };
constexpr std::array<std::string_view, 5> choiceWords(HashPolicy)
{
    return {"layer2", "layer3+4", "layer2+3", "encap2+3", "encap3+4"};
}

enum class FlannelBackend : std::uint8_t { Vxlan, HostGw, WireguardNative, None };
constexpr std::array<std::string_view, 4> choiceWords(FlannelBackend)
{
    return {"vxlan", "host-gw", "wireguard-native", "none"};
}

// What a network carries for the cluster.
enum class Traffic : std::uint8_t { K3s, Storage, Management, Ingress };
constexpr std::array<std::string_view, 4> choiceWords(Traffic) { return {"k3s", "storage", "management", "ingress"}; }

enum class Addressing : std::uint8_t { Static, Dhcp };
constexpr std::array<std::string_view, 2> choiceWords(Addressing) { return {"static", "dhcp"}; }

// What can be installed into the cluster beside K3s.
enum class Addon : std::uint8_t { Kyverno, Longhorn, Nvidia };
constexpr std::array<std::string_view, 3> choiceWords(Addon) { return {"kyverno", "longhorn", "nvidia"}; }

// Where a node finds the container images of K3s itself.
enum class ImageSource : std::uint8_t { Registry, Bundled };
constexpr std::array<std::string_view, 2> choiceWords(ImageSource) { return {"registry", "bundled"}; }

// How Longhorn finds the host's tools on NixOS, which has none where it looks.
enum class LonghornPaths : std::uint8_t { Link, Policy };
constexpr std::array<std::string_view, 2> choiceWords(LonghornPaths) { return {"link", "policy"}; }

enum class Tuning : std::uint8_t { Network, Memory, Latency };
constexpr std::array<std::string_view, 3> choiceWords(Tuning) { return {"network", "memory", "latency"}; }

enum class Cloud : std::uint8_t { Ec2 };
constexpr std::array<std::string_view, 1> choiceWords(Cloud) { return {"ec2"}; }

enum class DiskLayout : std::uint8_t { Standard, Ab, Image };
constexpr std::array<std::string_view, 3> choiceWords(DiskLayout) { return {"standard", "ab", "image"}; }

} // namespace n3x
