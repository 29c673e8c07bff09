// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cassert>
#include <ranges>
#include <string>
#include <string_view>

namespace n3x {

// Writes assignments that a POSIX shell and systemd's EnvironmentFile= read alike:
//
//     NAME="value"
//
// Names are literals of the generators: letters, digits and '_'.
class EnvironmentWriter {
public:
    explicit EnvironmentWriter(std::string& text) : text_(text) {}

    // Valid UTF-8 without control characters but tab and line feed: systemd refuses the rest.
    [[nodiscard]] static bool canHold(std::string_view value);

    // A word of a list: what $NAME outside quotes hands on as one argument, in both readers, unchanged.
    [[nodiscard]] static bool canHoldWord(std::string_view word);

    void assignment(std::string_view name, std::string_view value);

    // NAME="one two three", to be split at the spaces where it is used.
    template <std::ranges::input_range Words> void words(std::string_view name, const Words& words)
    {
        begin(name);
        bool isFirst = true;
        for (const auto& word : words) {
            assert(canHoldWord(word));
            if (!isFirst) text_ += ' ';
            isFirst = false;
            append(word);
        }
        end();
    }

    // A line of its own after `# `; control characters become spaces.
    void comment(std::string_view line);
    void blankLine() { text_ += '\n'; }

private:
    void begin(std::string_view name);
    void append(std::string_view value);
    void end() { text_ += "\"\n"; }

    std::string& text_;
};

// One argument of a POSIX shell command, in single quotes where it is not plain by itself.
// Anything but NUL.
void appendShellWord(std::string& text, std::string_view word);

} // namespace n3x
