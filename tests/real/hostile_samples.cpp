// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/real/hostile_samples.h"

#include "core/files/yaml_writer.h"
#include "core/types/plain_text.h"
#include "generators/writers/environment_writer.h"
#include "generators/writers/ini_writer.h"
#include "generators/writers/json_writer.h"
#include "generators/writers/nix_writer.h"
#include "tests/support/hostile_texts.h"

#include <nlohmann/json.hpp>

#include <format>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace n3x {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

std::string hexadecimal(std::string_view bytes)
{
    std::string digits;
    for (const char c : bytes) digits += std::format("{:02x}", static_cast<unsigned char>(c));
    return digits;
}

void writeFile(const fs::path& path, std::string_view text) { std::ofstream(path, std::ios::binary) << text; }

std::string numbered(std::string_view letter, std::size_t number)
{
    return std::string(letter) + std::to_string(number);
}

struct Samples {
    std::vector<std::string> texts;
    json held = json::object(); // file → numbers of the texts that are in it

    // put(number, text) for each text that the language holds.
    template <class Holds, class Put> void fill(const char* file, Holds holds, Put put)
    {
        json numbers = json::array();
        for (std::size_t at = 0; at < texts.size(); ++at) {
            if (!holds(texts[at])) continue;
            numbers.push_back(at);
            put(at, texts[at]);
        }
        held[file] = numbers;
    }
};

std::string nixFile(Samples& samples)
{
    std::string text;
    NixWriter nix(text);
    nix.openSet();
    nix.attribute("texts").openList();
    samples.fill("texts.nix", NixWriter::canHold, [&](std::size_t, std::string_view one) { nix.string(one); });
    nix.closeList();
    nix.attribute("names").openSet();
    samples.fill("names.nix", NixWriter::canHold,
                 [&](std::size_t at, std::string_view one) { nix.attribute(one).number(at); });
    nix.closeSet();
    // A comment must end where its line ends, whatever is in it.
    for (const std::string& one : samples.texts) nix.comment({one});
    nix.attribute("comments").boolean(true);
    nix.closeSet();
    return text;
}

std::string yamlFile(Samples& samples)
{
    YamlWriter yaml;
    for (const std::string& one : samples.texts) yaml.comment(one);
    yaml.openList("texts");
    samples.fill("texts.yml", isUtf8, [&](std::size_t, std::string_view one) { yaml.item(YamlValue::text(one)); });
    yaml.close();
    yaml.openList("lines");
    for (const std::string& one : samples.texts)
        if (isUtf8(one)) yaml.item(YamlValue::lines(one));
    yaml.close();
    yaml.openMap("names");
    for (std::size_t at = 0; at < samples.texts.size(); ++at)
        if (isUtf8(samples.texts[at])) yaml.put(samples.texts[at], YamlValue::number(static_cast<std::int64_t>(at)));
    yaml.close();
    return yaml.text();
}

std::string jsonFile(Samples& samples)
{
    std::string text;
    JsonWriter writer(text);
    writer.openArray();
    samples.fill("texts.json", isUtf8, [&](std::size_t, std::string_view one) { writer.string(one); });
    writer.closeArray();
    writer.endLine();
    return text;
}

std::string environmentFile(Samples& samples)
{
    std::string text;
    EnvironmentWriter environment(text);
    for (const std::string& one : samples.texts) environment.comment(one);
    std::vector<std::string> words;
    samples.fill("words.env", EnvironmentWriter::canHoldWord,
                 [&](std::size_t, std::string_view one) { words.emplace_back(one); });
    environment.words("WORDS", words);
    return text;
}

// One unit a text: systemd itself reads them and shows their descriptions.
void writeUnits(Samples& samples, const fs::path& folder)
{
    fs::create_directories(folder);
    std::string all = "[Unit]\n";
    // Units are UTF-8 in which '%' begins a specifier; both are rules of this one setting and not of the writer.
    const auto holds = [](std::string_view one) { return IniWriter::canHold(one) && isUtf8(one) && !one.empty(); };
    samples.fill("texts.unit", holds, [&](std::size_t at, std::string_view one) {
        std::string doubled;
        for (const char c : one) doubled += c == '%' ? std::string("%%") : std::string(1, c);
        std::string text;
        IniWriter ini(text);
        ini.comment(one);
        ini.section("Unit");
        ini.entry("Description", std::string_view(doubled));
        ini.entry("Documentation", "man:after");
        const std::string name = numbered("t", at) + ".target";
        writeFile(folder / name, text);
        all += "Wants=" + name + "\n";
    });
    writeFile(folder / "default.target", all);
}

} // namespace

void writeHostileSamples(const fs::path& folder)
{
    const fs::path hostile = folder / "hostile";
    fs::create_directories(hostile);
    Samples samples{test::hostileTexts()};
    writeFile(hostile / "texts.nix", nixFile(samples));
    writeFile(hostile / "texts.yml", yamlFile(samples));
    writeFile(hostile / "texts.json", jsonFile(samples));
    writeFile(hostile / "words.env", environmentFile(samples));
    writeUnits(samples, hostile / "units");
    json texts = json::array();
    for (const std::string& one : samples.texts) texts.push_back(hexadecimal(one));
    writeFile(hostile / "index.json", json{{"texts", texts}, {"held", samples.held}}.dump());
}

} // namespace n3x
