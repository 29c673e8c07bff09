// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/types/checked_text.h"

namespace n3x {

// RFC 1123 label: 1 to 63 of a-z, 0-9 and '-', neither first nor last a '-'. Lower case only, because
// Kubernetes (object names) and networkd (file names) compare by byte.
struct DnsLabelRule {
    static std::optional<Refusal> refuse(std::string_view text);
};
using DnsLabel = CheckedText<DnsLabelRule>;

// Dot-separated labels, at most 253 characters (RFC 1123, Kubernetes "DNS subdomain").
struct DnsNameRule {
    static std::optional<Refusal> refuse(std::string_view text);
};
using DnsName = CheckedText<DnsNameRule>;

// Name of a link: 1 to 15 ASCII letters, digits, dots, hyphens and underscores, the first no dot or hyphen, not all
// of them digits, which systemd.netdev(5) refuses, and none that the kernel has for itself ("lo", "all", "default").
// Linux takes more (dev_valid_name); but firewall scripts and command lines name interfaces without quotes.
struct InterfaceNameRule {
    static std::optional<Refusal> refuse(std::string_view text);
};
using InterfaceName = CheckedText<InterfaceNameRule>;

} // namespace n3x
