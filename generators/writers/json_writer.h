// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

namespace n3x {

// Writes one JSON text (RFC 8259), two spaces a level, in the order of the calls. It appends to the text and builds no
// tree: ten thousand nodes have a file each, and a tree costs several allocations a value.
class JsonWriter {
public:
    explicit JsonWriter(std::string& text) : text_(text) {}

    [[nodiscard]] static bool canHold(std::string_view text); // valid UTF-8

    void openObject() { open('{'); }
    void closeObject() { close('}'); }
    void openArray() { open('['); }
    void closeArray() { close(']'); }

    // Name of a member; its value must follow.
    void name(std::string_view name);

    void string(std::string_view value);

    // After the outermost value.
    void endLine() { text_ += '\n'; }

private:
    void open(char bracket);
    void close(char bracket);
    void beginValue();
    void quoted(std::string_view value);

    std::string& text_;
    unsigned depth_ = 0;
    bool isFirst_ = true;   // no comma before the next value
    bool afterName_ = false;
};

} // namespace n3x
