// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <ranges>
#include <string>
#include <string_view>

namespace n3x {

// Writes assignments that a POSIX shell and systemd's EnvironmentFile= read alike:
//
//     NAME="one two three"
//
// Names are literals of the generators: letters, digits and '_'.
class EnvironmentWriter {
public:
    explicit EnvironmentWriter(std::string& text) : text_(text) {}

    // A word of a list: not empty, valid UTF-8, no control character: systemd refuses the rest.
    [[nodiscard]] static bool canHoldWord(std::string_view word);

    // NAME="one two three", of which systemd makes three arguments where a command line says $NAME
    // (systemd.service(5)), and a shell where it says eval "… $NAME".
    template <std::ranges::input_range Words> void words(std::string_view name, const Words& words)
    {
        text_.append(name).append("=\"");
        bool isFirst = true;
        for (const auto& word : words) {
            if (!isFirst) text_ += ' ';
            isFirst = false;
            appendWord(word);
        }
        text_ += "\"\n";
    }

    // A line of its own after `# `; control characters become spaces.
    void comment(std::string_view line);

private:
    void appendWord(std::string_view word);

    std::string& text_;
};

} // namespace n3x
