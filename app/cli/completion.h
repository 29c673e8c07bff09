// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace n3x::cli {

// The completion script of a shell ("bash", "zsh" or "fish"), made from the options as they are.
[[nodiscard]] std::string completionScript(const CLI::App& app, std::string_view shell);

} // namespace n3x::cli
