// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/diagnostics.h"

#include "app/cli/source_lines.h"

#include <algorithm>
#include <format>
#include <iterator>

namespace n3x::cli {
namespace {

constexpr std::size_t longestShown = 160; // of a source line; beyond, the caret would not be found anyway

Colour colour(Severity severity)
{
    switch (severity) {
    case Severity::Error: return Colour::Red;
    case Severity::Warning: return Colour::Yellow;
    case Severity::Info: return Colour::Blue;
    }
    return Colour::Red;
}

bool continuesCharacter(char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80; }

// A file's bytes reach the terminal only where they are harmless there.
std::string shown(std::string_view line)
{
    std::string text(line);
    for (char& c : text)
        if ((static_cast<unsigned char>(c) < 32 && c != '\t') || c == 127) c = '?';
    return text;
}

void printSource(Stream& stream, std::string_view line, const FilePosition& where)
{
    if (line.empty() || line.size() > longestShown) return;
    const std::size_t from = std::min(line.size(), static_cast<std::size_t>(std::max(where.column, 1) - 1));
    std::size_t to = line.find_first_of(" \t,]}#", from);
    to = std::min(to, line.size());
    std::string caret;
    for (const char c : line.substr(0, from))
        if (!continuesCharacter(c)) caret += c == '\t' ? '\t' : ' ';
    caret += '^';
    for (std::size_t at = from + 1; at < to; ++at)
        if (!continuesCharacter(line[at])) caret += '~';
    stream.add(Colour::Dim, std::format("{:5} | ", where.line));
    stream.add(shown(line) + "\n");
    stream.add(Colour::Dim, "      | ");
    stream.add(Colour::Green, caret);
    stream.add("\n");
}

std::string counted(std::size_t count, std::string_view one)
{
    return std::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

} // namespace

std::string_view word(Severity severity)
{
    switch (severity) {
    case Severity::Error: return "error";
    case Severity::Warning: return "warning";
    case Severity::Info: return "note";
    }
    return "error";
}

ProblemCounts counts(const Problems& problems)
{
    ProblemCounts result;
    for (const Problem& problem : problems) switch (problem.severity) {
        case Severity::Error: ++result.errors; break;
        case Severity::Warning: ++result.warnings; break;
        case Severity::Info: ++result.infos; break;
        }
    return result;
}

Problems onlyErrors(const Problems& problems)
{
    Problems errors;
    std::ranges::copy_if(problems, std::back_inserter(errors),
                         [](const Problem& problem) { return problem.severity == Severity::Error; });
    return errors;
}

void printProblems(Stream& stream, const Problems& problems, const SourceText& sources)
{
    SourceLines lines(sources);
    for (const Problem& problem : problems) {
        const bool placed = problem.position && problem.position->line > 0;
        std::string where = problem.position ? problem.position->file : problem.path.text();
        if (placed) where += std::format(":{}:{}", problem.position->line, problem.position->column);
        stream.add(Colour::Bold, (where.empty() ? "n3x" : shown(where)) + ": ");
        stream.add(colour(problem.severity), std::string(word(problem.severity)) + ": ");
        stream.add(shown(problem.what.english()));
        stream.add(Colour::Dim, std::format(" [{}]", problem.code));
        stream.add("\n");
        if (placed) printSource(stream, lines.line(problem.position->file, problem.position->line), *problem.position);
        if (!problem.advice.empty()) stream.add("      = " + shown(problem.advice.english()) + "\n");
        if (const Edit* fix = problem.unaskedFix()) {
            stream.add(Colour::Cyan, "      = n3x check --fix: ");
            stream.add(shown(fix->name.english()) + "\n");
        }
    }
}

std::string countsText(const Problems& problems)
{
    const ProblemCounts found = counts(problems);
    std::string text;
    const auto add = [&](std::size_t count, std::string_view one) {
        if (count == 0) return;
        if (!text.empty()) text += ", ";
        text += counted(count, one);
    };
    add(found.errors, "error");
    add(found.warnings, "warning");
    add(found.infos, "note");
    return text.empty() ? "no problems" : text;
}

} // namespace n3x::cli
