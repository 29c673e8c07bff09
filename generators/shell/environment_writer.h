// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

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

    // A word of a list: not empty, and without line feed and tab.
    [[nodiscard]] static bool canHoldWord(std::string_view word);

    void assignment(std::string_view name, std::string_view value);

    // NAME="one two three", of which systemd makes three arguments where a command line says $NAME
    // (systemd.service(5)), and a shell where it says eval "… $NAME".
    template <std::ranges::input_range Words> void words(std::string_view name, const Words& words)
    {
        begin(name);
        bool isFirst = true;
        for (const auto& word : words) {
            if (!isFirst) text_ += ' ';
            isFirst = false;
            appendWord(word);
        }
        end();
    }

    // A line of its own after `# `; control characters become spaces.
    void comment(std::string_view line);
    void blankLine() { text_ += '\n'; }

private:
    void begin(std::string_view name);
    void append(std::string_view value);
    void appendWord(std::string_view word);
    void end() { text_ += "\"\n"; }

    std::string& text_;
};

// One argument of a POSIX shell command, in single quotes where it is not plain by itself.
// Anything but NUL.
void appendShellWord(std::string& text, std::string_view word);

} // namespace n3x
