// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/types/duration.h"
#include "core/types/ip_address.h"
#include "generators/writers/append_parts.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace n3x {

// Writes the files of systemd.syntax(7): sections of Key=value lines. Sections and keys are literals of the generators.
// It never allocates but by growing the text.
class IniWriter {
public:
    explicit IniWriter(std::string& text) : text_(text) {}

    // The rest of a line: UTF-8 as systemd takes it, no control character, no white space at the ends, no odd run of
    // backslashes at the end (systemd would read the next line as its continuation).
    [[nodiscard]] static bool canHold(std::string_view value);

    // A line of its own after `# `; control characters become spaces.
    void comment(std::string_view line);

    void section(std::string_view name) { appendParts(text_, "\n[", name, "]\n"); }

    void entry(std::string_view key, std::string_view value);
    void entry(std::string_view key, const char* value) { entry(key, std::string_view(value)); }
    void entry(std::string_view key, bool value)
    {
        appendParts(text_, key, value ? std::string_view("=yes\n") : std::string_view("=no\n"));
    }
    void entry(std::string_view key, std::uint32_t value);
    void entry(std::string_view key, const IpAddress& value);
    void entry(std::string_view key, const IpAddress& address, int prefixLength);
    void entry(std::string_view key, Duration value);

    // Exactly this name where systemd expects patterns (systemd.network(5), Name= of [Match]).
    void nameToMatch(std::string_view key, std::string_view name);

private:
    void begin(std::string_view key) { appendParts(text_, key, "="); }

    std::string& text_;
};

// The pattern of systemd.network(5) that matches this name and no other: what nameToMatch writes behind the '='.
void appendNameToMatch(std::string& text, std::string_view name);

} // namespace n3x
