// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/yaml_tree.h"

#include "core/files/code_names.h"
#include "core/files/load.h"
#include "core/files/plain_yaml.h"
#include "core/files/text_scan.h"
#include "core/files/yaml_tree_builder.h"
#include "core/types/plain_text.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <istream>
#include <streambuf>

namespace n3x {
namespace {

// Reads bytes where they are; std::istringstream would copy 16 MiB.
class ViewBuffer : public std::streambuf {
public:
    explicit ViewBuffer(std::string_view text)
    {
        char* begin = const_cast<char*>(text.data()); // never written: the buffer has no put area
        setg(begin, begin, begin + text.size());
    }
};

// yaml-cpp gives the escapes \N and \_ (YAML 1.2, 5.7) as the single bytes 85 and A0. The file is UTF-8, so a byte that
// belongs to no character comes from them, and means U+0085 or U+00A0.
std::string withWholeCharacters(const std::string& text)
{
    std::string whole;
    std::string_view rest = text;
    while (const auto at = firstNotUtf8(rest)) {
        const char byte = rest[*at];
        if (byte != '\x85' && byte != '\xA0') return whole + toUtf8(rest);
        whole.append(rest.substr(0, *at)).append({'\xC2', byte});
        rest.remove_prefix(*at + 1);
    }
    return whole.append(rest);
}

// The events of the parser, for the builder.
class ParserEvents : public YAML::EventHandler {
public:
    explicit ParserEvents(YamlTreeBuilder& builder) : builder_(builder) {}

    void OnDocumentStart(const YAML::Mark& mark) override
    {
        if (++documents_ == 1) return;
        builder_.report(codes::severalDocuments, placeOf(mark),
                        N3X_TEXT("A second document begins here; only the first is read."),
                        N3X_TEXT("Remove the line of three hyphens, or move what follows into a file of its own."));
        throw YamlTreeBuilder::Stop();
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { builder_.addNull(placeOf(mark), anchor); }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override
    {
        if (tag == "!") checkQuote(mark);
        if (tag == "?") // it marks a text without quotes
            builder_.addPlain(value, placeOf(mark), anchor);
        else
            builder_.addQuoted(withWholeCharacters(value), placeOf(mark), anchor);
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        builder_.openContainer(YamlTree::Kind::List, placeOf(mark), anchor);
    }
    void OnSequenceEnd() override { builder_.closeContainer(); }

    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        builder_.openContainer(YamlTree::Kind::Map, placeOf(mark), anchor);
    }
    void OnMapEnd() override { builder_.closeContainer(); }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override { builder_.addAlias(placeOf(mark), anchor); }

private:
    static YamlTreeBuilder::Place placeOf(const YAML::Mark& mark) { return {mark.line + 1, mark.column + 1}; }

    // The parser takes the end of the file for the end of a quoted text.
    void checkQuote(const YAML::Mark& mark)
    {
        const std::string_view text = builder_.text();
        const std::size_t start = static_cast<std::size_t>(std::max(mark.pos, 0));
        const char quote = start < text.size() ? text[start] : '\0';
        if (quote != '"' && quote != '\'') return;
        for (std::size_t at = start + 1; at < text.size(); ++at) {
            if (text[at] == quote) return;
            if (quote == '"' && text[at] == '\\') ++at;
        }
        builder_.report(codes::notYaml, placeOf(mark), N3X_TEXT("A quote is opened here and never closed."),
                        N3X_TEXT("Close it at the end of the text."));
        throw YamlTreeBuilder::Stop();
    }

    YamlTreeBuilder& builder_;
    int documents_ = 0;
};

} // namespace

const YamlTree::Entry* YamlTree::entry(const Node& map, std::string_view key) const
{
    const auto text = [&](std::uint32_t at) -> const std::string& { return nodes_[map.entries[at].key].text; };
    if (map.kind != Kind::Map) return nullptr;
    if (const auto sorted = sorted_.find(static_cast<Index>(&map - nodes_.data())); sorted != sorted_.end()) {
        const auto found = std::ranges::lower_bound(sorted->second, key, std::ranges::less(), text);
        return found != sorted->second.end() && text(*found) == key ? &map.entries[*found] : nullptr;
    }
    for (const Entry& entry : map.entries)
        if (nodes_[entry.key].text == key) return &entry;
    return nullptr;
}

namespace {

// Sentences for what people really get wrong; the parser's own words know nothing of what they meant.
std::pair<Text, Text> syntaxSentences(std::string_view message)
{
    if (message.contains("end of map flow") || message.contains("end of sequence flow"))
        return {N3X_TEXT("A bracket or brace is not closed, or a comma is missing in it."),
                N3X_TEXT("Close it, and put commas between its elements.")};
    if (message.contains("illegal map value"))
        return {N3X_TEXT("A colon stands where no value can follow."),
                N3X_TEXT("Put a text that holds a colon in quotes, and begin each key on a line of its own.")};
    if (message.contains("end of map not found") || message.contains("end of sequence not found"))
        return {N3X_TEXT("The line is indented unlike the ones before it, or its colon is missing."),
                N3X_TEXT("Indent keys of one level by the same number of spaces, and write “key: value”.")};
    if (message.contains("illegal map key") || message.contains("illegal block entry"))
        return {N3X_TEXT("A key or a list's hyphen stands where none can begin."),
                N3X_TEXT("Begin it on a line of its own, indented like the others of its level.")};
    if (message.contains("EOF in scalar") || message.contains("document indicator in scalar"))
        return {N3X_TEXT("A quote is opened and never closed."), N3X_TEXT("Close it at the end of the text.")};
    if (message.contains("escape character"))
        return {N3X_TEXT("A backslash stands before a character that it cannot escape."),
                N3X_TEXT("Use single quotes, or write the backslash twice.")};
    if (message.contains("anchor is not defined"))
        return {N3X_TEXT("An alias names an anchor that does not stand before it."),
                N3X_TEXT("Put a text that begins with an asterisk in quotes, or define the anchor first.")};
    if (message.contains("unknown token") || message.contains("character in scalar"))
        return {N3X_TEXT("A text begins with a character that means something else in YAML."),
                N3X_TEXT("Put the text in quotes.")};
    return {N3X_TEXT("The file is not valid YAML here."),
            N3X_TEXT("Compare the line with its neighbours: indentation, colons, quotes, brackets.")};
}

void parse(std::string_view text, YamlTreeBuilder& builder)
{
    ViewBuffer buffer(text);
    std::istream stream(&buffer);
    try {
        ParserEvents events(builder);
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(events)) {
        }
    } catch (const YamlTreeBuilder::Stop&) { // reported where it was thrown
    } catch (const YAML::Exception& error) {
        auto [what, advice] = syntaxSentences(error.msg);
        builder.report(codes::notYaml, {std::max(error.mark.line, 0) + 1, std::max(error.mark.column, 0) + 1},
                       std::move(what), std::move(advice));
    } catch (const std::exception&) { // what the parser throws beside its own, such as std::bad_alloc
        builder.report(codes::notYaml, {1, 1}, N3X_TEXT("The file cannot be read as YAML."),
                       N3X_TEXT("Restore it from the last commit, or look for what was changed last."));
    }
}

// What the parser stumbled over behind the marks of a merge is a line that stands there twice: the marks are the
// reason. A text may hold such lines; where nothing is wrong before its end, nobody is told of them.
void tellOfMerge(std::string_view file, std::string_view text, std::size_t before, Problems& problems)
{
    const auto wrong = std::find_if(problems.begin() + static_cast<std::ptrdiff_t>(before), problems.end(),
                                    [](const Problem& problem) { return problem.code == codes::notYaml.text; });
    if (wrong == problems.end()) return;
    const auto mark = conflictMark(text);
    const int line = mark ? lineAndColumn(text, *mark).first : 0;
    if (!mark || line > wrong->position->line) return;
    wrong->position = FilePosition{std::string(file), line, 1};
    wrong->what = N3X_TEXT("A merge left its marks here: the file holds both sides of a conflict.");
    wrong->advice =
        N3X_TEXT("Keep what is right of the two sides, and remove the lines of <<<<<<<, ======= and >>>>>>>.");
}

// Whether the bytes may be given to the parser; says why not.
bool mayBeParsed(std::string_view text, YamlTreeBuilder& builder)
{
    if (text.size() > largestFile) {
        builder.report(codes::fileTooLarge, {1, 1},
                       {N3X_TEXT("The file has %1 bytes; more than %2 are not read."),
                        {std::to_string(text.size()), std::to_string(largestFile)}},
                       N3X_TEXT("Split the profile, or take away what does not belong there."));
        return false;
    }
    const TextFlaws flaws = textFlaws(text);
    const auto at = [&](std::size_t offset) {
        const auto [line, column] = lineAndColumn(text, offset);
        return YamlTreeBuilder::Place{line, column};
    };
    if (flaws.notUtf8) {
        builder.report(
            codes::notUtf8, at(*flaws.notUtf8),
            {N3X_TEXT("The byte at offset %1 belongs to no character of UTF-8."), {std::to_string(*flaws.notUtf8)}},
            N3X_TEXT("Save the file as UTF-8."));
        return false;
    }
    if (flaws.control) {
        builder.report(codes::controlCharacter, at(*flaws.control),
                       N3X_TEXT("A control character stands here that YAML does not allow."),
                       N3X_TEXT("Remove it, or write it as an escape inside double quotes."));
        return false;
    }
    return true;
}

} // namespace

YamlReading readYaml(std::string_view file, std::string_view text, YamlReader reader)
{
    YamlReading reading;
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    YamlTreeBuilder builder(file, text, reading.problems);
    if (!mayBeParsed(text, builder)) return reading;

    if (reader == YamlReader::Quickest) {
        YamlTreeBuilder plain(file, text, reading.problems);
        if (const PlainYaml read = readPlainYaml(plain); read != PlainYaml::Unusual) {
            reading.hasComments = read == PlainYaml::WithComments;
            reading.tree = plain.finish();
            return reading;
        }
        reading.problems.clear();
    }
    if (const auto deep = deepFlow(text)) {
        const auto [line, column] = lineAndColumn(text, *deep);
        builder.report(codes::nestedTooDeep, {line, column},
                       {N3X_TEXT("Lists and maps stand more than %1 levels inside each other here."),
                        {std::to_string(deepestNesting)}},
                       N3X_TEXT("Look for a bracket or brace that is never closed."));
        return reading;
    }

    const LineFacts facts = lineFacts(text);
    reading.hasComments = facts.hasComments;
    for (const int line : facts.tabLines)
        builder.report(codes::tabIndented, {line, 1}, N3X_TEXT("The line is indented with a tab."),
                       N3X_TEXT("Use spaces, two a level."));
    const std::size_t before = reading.problems.size();
    parse(text, builder);
    tellOfMerge(file, text, before, reading.problems);
    // A tab is the reason for the syntax error behind it, which would only distract.
    if (!facts.tabLines.empty())
        reading.problems.erase(
            std::remove_if(reading.problems.begin() + static_cast<std::ptrdiff_t>(before), reading.problems.end(),
                           [](const Problem& problem) { return problem.code == codes::notYaml.text; }),
            reading.problems.end());
    reading.incomplete = std::ranges::any_of(reading.problems, [](const Problem& problem) {
        return std::ranges::contains(
            std::array<std::string_view, 5>{codes::notYaml.text, codes::tabIndented.text, codes::aliasesTooLarge.text,
                                            codes::nestedTooDeep.text, codes::aliasInItself.text},
            problem.code);
    });
    reading.tree = builder.finish();
    if (reading.tree->root().kind == YamlTree::Kind::Null && reading.problems.empty())
        builder.report(codes::fileEmpty, {1, 1}, N3X_TEXT("The file is empty."),
                       N3X_TEXT("Restore it from the last commit, or remove it."));
    return reading;
}

} // namespace n3x
