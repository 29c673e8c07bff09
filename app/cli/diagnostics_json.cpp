// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/diagnostics.h"
#include "app/cli/json_text.h"
#include "app/cli/source_lines.h"
#include "core/checks/codes.h"

#include <algorithm>
#include <set>

namespace n3x::cli {
namespace {

std::string_view severityWord(Severity severity)
{
    return severity == Severity::Info ? std::string_view("info") : word(severity);
}

// SARIF counts characters, the loader bytes.
int columnInCharacters(SourceLines& lines, const FilePosition& where)
{
    const std::string_view line = lines.line(where.file, where.line);
    if (line.empty()) return where.column;
    const auto before = line.substr(0, static_cast<std::size_t>(std::max(where.column, 1) - 1));
    return 1 + static_cast<int>(std::ranges::count_if(
                   before, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80; }));
}

Json location(const Problem& problem, SourceLines& lines)
{
    Json place = Json::object();
    if (problem.position) {
        Json& physical = place["physicalLocation"];
        physical["artifactLocation"] = {{"uri", uriText(problem.position->file)}, {"uriBaseId", "PROJECT"}};
        if (problem.position->line > 0)
            physical["region"] = {{"startLine", problem.position->line},
                                  {"startColumn", columnInCharacters(lines, *problem.position)}};
    }
    if (!problem.path.empty()) place["logicalLocations"] = Json::array({{{"fullyQualifiedName", problem.path.text()}}});
    return place;
}

Json rule(std::string_view code)
{
    Json described = {{"id", code}};
    const CodeInfo* info = findCode(code);
    if (info == nullptr) return described;
    described["shortDescription"] = {{"text", info->title.english()}};
    described["fullDescription"] = {{"text", info->reason.english()}};
    described["help"] = {{"text", info->example.english()}};
    described["defaultConfiguration"] = {{"level", word(info->severity)}};
    return described;
}

} // namespace

std::string problemsJson(const Problems& problems)
{
    Json list = Json::array();
    for (const Problem& problem : problems) {
        Json entry = {{"code", problem.code},
                      {"severity", severityWord(problem.severity)},
                      {"path", problem.path.text()},
                      {"file", nullptr},
                      {"line", nullptr},
                      {"column", nullptr},
                      {"what", problem.what.english()},
                      {"advice", problem.advice.english()},
                      {"fixes", Json::array()}};
        if (problem.position) {
            entry["file"] = problem.position->file;
            if (problem.position->line > 0) {
                entry["line"] = problem.position->line;
                entry["column"] = problem.position->column;
            }
        }
        for (const Edit& fix : problem.fixes) entry["fixes"].push_back(fix.name.english());
        list.push_back(std::move(entry));
    }
    const ProblemCounts found = counts(problems);
    return jsonText({{"n3x", "problems/1"},
                     {"problems", std::move(list)},
                     {"errors", found.errors},
                     {"warnings", found.warnings},
                     {"infos", found.infos}});
}

std::string problemsSarif(const Problems& problems, const SourceText& sources)
{
    std::set<std::string_view> codes;
    for (const Problem& problem : problems) codes.insert(problem.code);
    Json rules = Json::array();
    for (const std::string_view code : codes) rules.push_back(rule(code));
    Json results = Json::array();
    SourceLines lines(sources);
    for (const Problem& problem : problems) {
        std::string sentence = problem.what.english();
        if (!problem.advice.empty()) sentence += " " + problem.advice.english();
        Json result = {{"ruleId", problem.code},
                       {"ruleIndex", std::distance(codes.begin(), codes.find(problem.code))},
                       {"level", word(problem.severity)},
                       {"message", {{"text", sentence}}}};
        if (Json place = location(problem, lines); !place.empty()) result["locations"] = Json::array({place});
        results.push_back(std::move(result));
    }
    const Json run = {{"tool", {{"driver", {{"name", "n3x"}, {"version", N3X_VERSION}, {"rules", rules}}}}},
                      {"columnKind", "unicodeCodePoints"},
                      {"results", results}};
    return jsonText({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                     {"version", "2.1.0"},
                     {"runs", Json::array({run})}});
}

} // namespace n3x::cli
