// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/files/field.h"

#include <string>
#include <string_view>
#include <vector>

// What an editor or a schema can know of a type's good texts. The types themselves decide; a pattern may let through
// what they refuse, but never the other way round.

namespace n3x {

template <class T> struct PatternOf {
    static constexpr std::string_view text = {};
};

template <> struct PatternOf<DnsLabel> {
    static constexpr std::string_view text = "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$";
};
template <> struct PatternOf<DnsName> {
    static constexpr std::string_view text =
        "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$";
};
template <> struct PatternOf<InterfaceName> {
    static constexpr std::string_view text = "^(?![0-9]+$)(?!(all|default)$)[0-9A-Za-z_][0-9A-Za-z._-]{0,14}$";
};
template <> struct PatternOf<IpAddress> {
    static constexpr std::string_view text = "^[0-9A-Fa-f:.]{2,45}$";
};
template <> struct PatternOf<Subnet> {
    static constexpr std::string_view text = "^[0-9A-Fa-f:.]{2,45}/[0-9]{1,3}$";
};
template <> struct PatternOf<MacAddress> {
    static constexpr std::string_view text = "^[0-9A-Fa-f]{2}([:-][0-9A-Fa-f]{2}){5}$";
};
template <> struct PatternOf<Duration> {
    static constexpr std::string_view text = "^[0-9]+(ms|s|min|h|d)$";
};
template <> struct PatternOf<K3sVersion> {
    static constexpr std::string_view text = "^v[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?\\+k3s[0-9]+$";
};
template <> struct PatternOf<LabelKey> {
    static constexpr std::string_view text = "^([a-z0-9.-]{1,253}/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$";
};
template <> struct PatternOf<LabelValue> {
    static constexpr std::string_view text = "^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$";
};
template <> struct PatternOf<Taint> {
    static constexpr std::string_view text =
        "^[A-Za-z0-9./_-]+(=[A-Za-z0-9._-]*)?:(NoSchedule|PreferNoSchedule|NoExecute)$";
};
template <> struct PatternOf<Word> {
    static constexpr std::string_view text = "^[A-Za-z0-9._+/@:][A-Za-z0-9._+/@:-]{0,254}$";
};
template <> struct PatternOf<Url> {
    static constexpr std::string_view text = "^(https?|ssh|ssh-ng|s3|file)://[!-~]+$";
};
template <> struct PatternOf<AgeRecipient> {
    static constexpr std::string_view text = "^age1[a-z0-9]+$";
};
template <> struct PatternOf<RegistryMirror> {
    static constexpr std::string_view text = "^([a-z0-9.:-]{1,255}|[*])=https?://[!-~]+$";
};
template <> struct PatternOf<CacheKey> {
    static constexpr std::string_view text = "^[!-~]+:[A-Za-z0-9+/]+={0,2}$";
};

template <class T> std::vector<std::string> choicesOf()
{
    std::vector<std::string> words;
    if constexpr (requires(T choice) {
                      choice.kind();
                      choice.word();
                  })
        for (const std::string_view word : choiceWords(decltype(std::declval<T>().kind()){})) words.emplace_back(word);
    return words;
}

template <class T>
concept Numeric = requires {
    T::minimum;
    T::maximum;
};

} // namespace n3x
