// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

namespace CLI {
class Option;
}

namespace n3x::cli {

// Lets an option take one of these words only; they are remembered for the completions.
void setWordChoices(CLI::Option& option, const std::vector<std::string>& words);
[[nodiscard]] std::vector<std::string> wordChoices(const CLI::Option& option);

} // namespace n3x::cli
