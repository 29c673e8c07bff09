// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/types/kubernetes.h"

#include "core/types/names.h"

#include <algorithm>
#include <array>

namespace n3x {
namespace {

bool isAlphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// The "qualified name" rule that names and values of labels share.
bool isQualified(std::string_view text)
{
    return !text.empty() && text.size() <= 63 && isAlphanumeric(text.front()) && isAlphanumeric(text.back()) &&
           std::ranges::all_of(text, [](char c) { return isAlphanumeric(c) || c == '.' || c == '_' || c == '-'; });
}

bool isKey(std::string_view text)
{
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return isQualified(text);
    return !DnsNameRule::refuse(text.substr(0, slash)) && isQualified(text.substr(slash + 1));
}

// Takes a number without leading zeros off the front; false when there is none.
bool takeNumber(std::string_view& text)
{
    const std::size_t length = std::min(text.find_first_not_of("0123456789"), text.size());
    if (length == 0 || length > 4 || (length > 1 && text[0] == '0')) return false;
    text.remove_prefix(length);
    return true;
}

bool takeText(std::string_view& text, std::string_view expected)
{
    if (!text.starts_with(expected)) return false;
    text.remove_prefix(expected.size());
    return true;
}

bool isRelease(std::string_view text)
{
    if (!takeText(text, "v") || !takeNumber(text) || !takeText(text, ".") || !takeNumber(text) ||
        !takeText(text, ".") || !takeNumber(text))
        return false;
    if (takeText(text, "-")) { // release candidates: v1.35.0-rc1+k3s1
        const std::size_t plus = std::min(text.find('+'), text.size());
        if (plus == 0 ||
            !std::ranges::all_of(text.substr(0, plus), [](char c) { return isAlphanumeric(c) || c == '.'; }))
            return false;
        text.remove_prefix(plus);
    }
    return takeText(text, "+k3s") && takeNumber(text) && text.empty();
}

} // namespace

std::optional<Refusal> LabelKeyRule::refuse(std::string_view text)
{
    if (isKey(text)) return {};
    return Refusal{{N3X_TEXT("“%1” is not a key that Kubernetes accepts."), {std::string(text)}},
                   text.contains(':')
                       ? Text(N3X_TEXT("Write key=value, with “=” between them."))
                       : Text(N3X_TEXT("Use [prefix/]name: the prefix a DNS name, the name up to 63 letters, digits, "
                                       "dots, underscores and hyphens that begins and ends with a letter or digit."))};
}

std::optional<Refusal> LabelValueRule::refuse(std::string_view text)
{
    if (text.empty() || isQualified(text)) return {};
    return Refusal{{N3X_TEXT("“%1” is not a label value that Kubernetes accepts."), {std::string(text)}},
                   N3X_TEXT("Use up to 63 letters, digits, dots, underscores and hyphens, beginning and ending with a "
                            "letter or digit, or leave it empty.")};
}

std::optional<Refusal> TaintRule::refuse(std::string_view text)
{
    constexpr std::array<std::string_view, 3> effects{"NoSchedule", "PreferNoSchedule", "NoExecute"};
    const std::size_t colon = text.rfind(':');
    if (colon != std::string_view::npos && std::ranges::contains(effects, text.substr(colon + 1))) {
        const std::string_view pair = text.substr(0, colon);
        const std::size_t equals = pair.find('=');
        const bool value = equals == std::string_view::npos || !LabelValueRule::refuse(pair.substr(equals + 1));
        if (isKey(pair.substr(0, equals)) && value) return {};
    }
    return Refusal{{N3X_TEXT("“%1” is not a taint."), {std::string(text)}},
                   N3X_TEXT("Write key[=value]:Effect with the effect NoSchedule, PreferNoSchedule or NoExecute.")};
}

std::string_view keyOf(const Taint& taint)
{
    const std::string_view text = taint.text();
    return text.substr(0, text.find_first_of("=:"));
}

std::string_view effectOf(const Taint& taint)
{
    const std::string_view text = taint.text();
    return text.substr(text.rfind(':') + 1);
}

std::optional<Refusal> K3sVersionRule::refuse(std::string_view text)
{
    if (isRelease(text)) return {};
    return Refusal{{N3X_TEXT("“%1” is not a K3s release."), {std::string(text)}},
                   N3X_TEXT("Write the tag of a release, such as v1.35.0+k3s1.")};
}

} // namespace n3x
