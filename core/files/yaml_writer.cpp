// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/yaml_writer.h"

#include "core/files/yaml_quoting.h"
#include "core/types/plain_text.h"

#include <type_traits>

namespace n3x {
namespace {

constexpr std::size_t widestLine = 100;
constexpr std::size_t longestSimpleKey = 512; // YAML allows 1024 characters before the colon; beyond, "? " is needed

std::string keyText(std::string_view key) { return yamlScalar(key, YamlPlace::Flow); }

} // namespace

YamlValue YamlValue::texts(std::span<const std::string> items)
{
    std::vector<YamlValue> values;
    values.reserve(items.size());
    for (const std::string& item : items) values.push_back(text(item));
    return list(std::move(values));
}

std::string YamlWriter::scalar(std::string_view text) { return yamlScalar(text, YamlPlace::Block); }

// The one-line form of any value.
std::string YamlWriter::flow(const YamlValue& value, bool inFlow)
{
    return std::visit(
        [&]<class T>(const T& content) -> std::string {
            if constexpr (std::is_same_v<T, std::string>)
                return yamlScalar(content, inFlow ? YamlPlace::Flow : YamlPlace::Block);
            else if constexpr (std::is_same_v<T, std::int64_t>)
                return std::to_string(content);
            else if constexpr (std::is_same_v<T, bool>)
                return content ? "true" : "false";
            else if constexpr (std::is_same_v<T, YamlValue::Lines>)
                return yamlQuoted(content.text);
            else if constexpr (std::is_same_v<T, YamlValue::List>) {
                std::string line = "[";
                for (const YamlValue& item : content) {
                    if (line.size() > 1) line += ", ";
                    line += flow(item, true);
                }
                return line + "]";
            } else {
                if (content.empty()) return "{}";
                std::string line = "{";
                for (const auto& [key, item] : content) {
                    line += line.size() > 1 ? ", " : " ";
                    line += keyText(key) + ": " + flow(item, true);
                }
                return line + " }";
            }
        },
        value.content_);
}

std::string YamlWriter::indentation() const { return std::string(2 * (open_.size() - 1), ' '); }

void YamlWriter::comment(std::string_view text)
{
    for (bool more = true; more;) {
        const std::size_t end = text.find('\n');
        const std::string line = yamlComment(text.substr(0, end));
        out_ += indentation() + (line.empty() ? "#" : "# ") + line + "\n";
        more = end != std::string_view::npos;
        if (more) text.remove_prefix(end + 1);
    }
}

void YamlWriter::emptyLine() { out_ += "\n"; }

// Where the next key or item begins: behind the hyphen of its item, or on a line of its own.
void YamlWriter::beginLine()
{
    Open& level = open_.back();
    if (level.inItem && level.empty)
        out_ += ' ';
    else
        out_ += indentation();
    level.empty = false;
}

// A container that turned out empty gets its brackets behind the colon.
void YamlWriter::beginContent()
{
    if (open_.size() > 1 && open_.back().empty && !open_.back().inItem) out_ += "\n";
}

void YamlWriter::writeKey(std::string_view key)
{
    beginContent();
    beginLine();
    const std::string text = keyText(key);
    if (text.size() <= longestSimpleKey)
        out_ += text + ":";
    else
        out_ += "? " + text + "\n" + indentation() + ":";
}

void YamlWriter::put(std::string_view key, const YamlValue& value)
{
    writeKey(key);
    writeValue(value);
}

void YamlWriter::item(const YamlValue& value)
{
    beginContent();
    beginLine();
    out_ += "-";
    writeValue(value);
}

void YamlWriter::writeValue(const YamlValue& value)
{
    if (const auto* lines = std::get_if<YamlValue::Lines>(&value.content_)) return writeLines(lines->text);
    const std::string line = flow(value, false);
    const std::size_t column = out_.size() - (out_.rfind('\n') + 1);
    if (!value.isContainer() || line == "[]" || line == "{}" || (column + 1 + line.size() <= widestLine)) {
        out_ += " " + line + "\n";
        return;
    }
    if (const auto* list = std::get_if<YamlValue::List>(&value.content_)) {
        open_.push_back({Level::List});
        for (const YamlValue& one : *list) item(one);
    } else {
        open_.push_back({Level::Map});
        for (const auto& [key, one] : std::get<YamlValue::Map>(value.content_)) put(key, one);
    }
    close();
}

// "|" keeps lines as they are, but begins and ends by rules of its own; what does not fit them is quoted.
void YamlWriter::writeLines(std::string_view text)
{
    if (!fitsLiteralBlock(text)) {
        out_ += " " + yamlQuoted(text) + "\n";
        return;
    }
    out_ += " |\n";
    const std::string indent = std::string(2 * open_.size(), ' ');
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        if (end != 0) out_ += indent + std::string(text.substr(0, end));
        out_ += "\n";
        text.remove_prefix(end + 1);
    }
}

void YamlWriter::openMap(std::string_view key)
{
    writeKey(key);
    open_.push_back({Level::Map});
}

void YamlWriter::openList(std::string_view key)
{
    writeKey(key);
    open_.push_back({Level::List});
}

void YamlWriter::openItem()
{
    beginContent();
    beginLine();
    out_ += "-";
    open_.push_back({Level::Map, true, true});
}

void YamlWriter::close()
{
    if (open_.size() == 1) return;
    const Open closed = open_.back();
    open_.pop_back();
    if (closed.empty) out_ += closed.level == Level::List ? " []\n" : " {}\n";
}

const std::string& YamlWriter::text()
{
    while (open_.size() > 1) close();
    if (open_.front().empty) {
        out_ += "{}\n";
        open_.front().empty = false;
    }
    return out_;
}

} // namespace n3x
