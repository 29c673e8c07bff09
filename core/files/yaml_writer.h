// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace n3x {

// A value of YAML: a text, a number, true or false, a list or a map. Whether a text needs quotes is decided here and
// nowhere else, so that readers of YAML 1.1 (PyYAML) and 1.2 give back the same texts: the text "no" is quoted,
// control characters are escaped. Bytes that are no UTF-8 become U+FFFD.
class YamlValue {
public:
    [[nodiscard]] static YamlValue text(std::string_view text) { return YamlValue(std::string(text)); }
    [[nodiscard]] static YamlValue number(std::int64_t number) { return YamlValue(number); }
    [[nodiscard]] static YamlValue flag(bool flag) { return YamlValue(flag); }
    // Several lines, written as a block of their own ("|") where that can hold them.
    [[nodiscard]] static YamlValue lines(std::string_view text) { return YamlValue(Lines{std::string(text)}); }
    [[nodiscard]] static YamlValue list(std::vector<YamlValue> items = {}) { return YamlValue(std::move(items)); }
    [[nodiscard]] static YamlValue texts(std::span<const std::string> items);
    [[nodiscard]] static YamlValue map(std::vector<std::pair<std::string, YamlValue>> entries = {})
    {
        return YamlValue(std::move(entries));
    }

    [[nodiscard]] bool isContainer() const { return content_.index() >= 4; }

private:
    friend class YamlWriter;

    struct Lines {
        std::string text;
    };
    using List = std::vector<YamlValue>;
    using Map = std::vector<std::pair<std::string, YamlValue>>;

    template <class T> explicit YamlValue(T content) : content_(std::move(content)) {}

    std::variant<std::string, std::int64_t, bool, Lines, List, Map> content_;
};

// Writes a document of block style, two spaces a level, in the order of the calls. Lists and maps given as values
// stand on one line where they fit into 100 columns. There is no way to append text that is not a value.
class YamlWriter {
public:
    // "# line", one for each line of the text.
    void comment(std::string_view text);
    void emptyLine();

    // In a map (the document is one): key and value, or a map or list that stays open until close().
    void put(std::string_view key, const YamlValue& value);
    void openMap(std::string_view key);
    void openList(std::string_view key);

    // In an open list: an item, or a map as item that stays open until close().
    void item(const YamlValue& value);
    void openItem();

    void close();

    // The document; everything that was opened is closed by now. An empty one is "{}".
    [[nodiscard]] const std::string& text();

    // The one-line form of a text, quoted where it has to be: what put() writes behind the colon.
    [[nodiscard]] static std::string scalar(std::string_view text);

private:
    enum class Level : std::uint8_t { Map, List };
    struct Open {
        Level level;
        bool empty = true;
        bool inItem = false; // the map of a list's item: its first key stands behind the hyphen
    };

    [[nodiscard]] static std::string flow(const YamlValue& value, bool inFlow);
    [[nodiscard]] std::string indentation() const;
    void beginContent();
    void beginLine();
    void writeKey(std::string_view key);
    void writeValue(const YamlValue& value);
    void writeLines(std::string_view text);

    std::string out_;
    std::vector<Open> open_{{Level::Map}};
};

} // namespace n3x
