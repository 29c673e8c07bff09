// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/word_choices.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace n3x::cli {

// The library keeps choices inside a check that tells nobody, but shows an option's type: {text,json}.
void setWordChoices(CLI::Option& option, const std::vector<std::string>& words)
{
    std::string type;
    for (const std::string& word : words) type += (type.empty() ? "{" : ",") + word;
    option.type_name(type + "}");
    option.check(CLI::Validator(
        [words, type](const std::string& said) {
            return std::ranges::find(words, said) != words.end() ? std::string() : said + " is none of " + type + "}";
        },
        ""));
}

std::vector<std::string> wordChoices(const CLI::Option& option)
{
    std::string type = option.get_type_name();
    if (!type.starts_with('{') || !type.contains('}')) return {};
    type = type.substr(1, type.find('}') - 1);
    return CLI::detail::split(type, ',');
}

} // namespace n3x::cli
