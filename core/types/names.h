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

// Name of a link: 1 to 15 bytes, no '/', ':', white space or control character, not "." or ".."
// (Linux dev_valid_name); also no '%' and not all digits, which systemd.netdev(5) refuses, and only ASCII; and no
// quote, backslash, '*', '?' or '[', which Linux takes but an option file that is split into words cannot hold.
struct InterfaceNameRule {
    static std::optional<Refusal> refuse(std::string_view text);
};
using InterfaceName = CheckedText<InterfaceNameRule>;

} // namespace n3x
