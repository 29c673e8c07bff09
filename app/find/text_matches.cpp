// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/find/text_matches.h"

#include <QStringMatcher>

#include <algorithm>

namespace n3x {

std::vector<int> matchesOf(QStringView text, QStringView words)
{
    std::vector<int> matches;
    if (words.isEmpty()) return matches;
    const bool isExact = std::ranges::any_of(words, [](QChar letter) { return letter.isUpper(); });
    const QStringMatcher matcher(words, isExact ? Qt::CaseSensitive : Qt::CaseInsensitive);
    for (qsizetype at = matcher.indexIn(text); at >= 0; at = matcher.indexIn(text, at + words.size()))
        matches.push_back(static_cast<int>(at));
    return matches;
}

} // namespace n3x
