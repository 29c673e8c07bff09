// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/manifest.h"

#include <nlohmann/json.hpp>

namespace n3x {
namespace {

constexpr std::string_view format = "manifest/1";
constexpr std::string_view head = "{\n  \"n3x\": \"manifest/1\",\n  \"files\": {\n";
constexpr std::string_view foot = "  }\n}\n";

bool isPlain(char c) { return static_cast<unsigned char>(c) >= 32 && c != '"' && c != '\\' && c != 127; }

void appendString(std::string& out, std::string_view text)
{
    for (const char c : text)
        if (!isPlain(c)) {
            out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
            return;
        }
    out += '"';
    out += text;
    out += '"';
}

// Exactly what manifestText writes, without the cost of a JSON document; anything else is left to the real parser.
std::optional<Manifest> parseOwnForm(std::string_view text)
{
    if (!text.starts_with(head) || !text.ends_with(foot)) return {};
    text.remove_prefix(head.size());
    text.remove_suffix(foot.size());
    Manifest manifest;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        const bool last = text.empty();
        if (!last && !line.ends_with(',')) return {};
        if (!last) line.remove_suffix(1);
        constexpr std::string_view before = "    \"";
        constexpr std::string_view between = "\": \"";
        constexpr std::size_t tail = between.size() + 64 + 1;
        if (!line.starts_with(before) || line.size() < before.size() + tail || !line.ends_with('"')) return {};
        const std::string_view path = line.substr(before.size(), line.size() - before.size() - tail);
        if (line.substr(before.size() + path.size(), between.size()) != between) return {};
        for (const char c : path)
            if (!isPlain(c)) return {};
        const auto sum = parseSha256(line.substr(line.size() - 65, 64));
        if (!sum) return {};
        const auto before_ = manifest.size();
        manifest.emplace_hint(manifest.end(), path, *sum);
        if (manifest.size() == before_) return {};
    }
    return manifest;
}

} // namespace

std::string manifestText(const Manifest& manifest)
{
    std::string text(head);
    text.reserve(manifest.size() * 160 + 64);
    bool first = true;
    for (const auto& [path, sum] : manifest) {
        if (!first) text += ",\n";
        first = false;
        text += "    ";
        appendString(text, path);
        text += ": \"";
        text += hexText(sum);
        text += '"';
    }
    if (!first) text += '\n';
    text += foot;
    return text;
}

std::optional<Manifest> parseManifest(std::string_view text)
{
    if (auto manifest = parseOwnForm(text)) return manifest;
    const nlohmann::json document = nlohmann::json::parse(text, nullptr, false);
    if (!document.is_object() || document.value("n3x", nlohmann::json()) != format) return {};
    const auto files = document.find("files");
    if (files == document.end() || !files->is_object()) return {};
    Manifest manifest;
    for (const auto& [path, value] : files->items()) {
        if (!value.is_string()) return {};
        const auto sum = parseSha256(value.get_ref<const std::string&>());
        if (!sum) return {};
        manifest.emplace(path, *sum);
    }
    return manifest;
}

} // namespace n3x
