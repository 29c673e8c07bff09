// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/yaml_tree.h"

#include "core/files/load.h"
#include "core/files/text_scan.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <exception>
#include <istream>
#include <numeric>
#include <streambuf>

namespace n3x {
namespace {

constexpr std::size_t largeMap = 12; // entries, from which on a sorted list beats looking at all of them

// Reads bytes where they are; std::istringstream would copy 16 MiB.
class ViewBuffer : public std::streambuf {
public:
    explicit ViewBuffer(std::string_view text)
    {
        char* begin = const_cast<char*>(text.data()); // never written: the buffer has no put area
        setg(begin, begin, begin + text.size());
    }
};

} // namespace

// Makes a tree out of the parser's events. What must not go on is thrown as Stop and caught in readYaml, this side
// of the room's edge.
class YamlTreeBuilder : public YAML::EventHandler {
public:
    struct Stop : std::exception {};
    using Index = YamlTree::Index;
    using Kind = YamlTree::Kind;

    YamlTreeBuilder(std::string_view file, std::string_view text, Problems& problems)
        : file_(file), text_(text), problems_(problems)
    {
    }

    std::shared_ptr<const YamlTree> finish()
    {
        while (!open_.empty()) closeContainer();
        return tree_;
    }

    void report(std::string_view code, int line, int column, Text what, Text advice)
    {
        problems_.push_back({code,
                             Severity::Error,
                             {},
                             FilePosition{std::string(file_), line, column},
                             std::move(what),
                             std::move(advice),
                             {}});
    }

    void OnDocumentStart(const YAML::Mark& mark) override
    {
        if (++documents_ == 1) return;
        report("N3X0018", mark.line + 1, mark.column + 1,
               N3X_TEXT("A second document begins here; only the first is read."),
               N3X_TEXT("Remove the line of three hyphens, or move what follows into a file of its own."));
        throw Stop();
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { addNode(Kind::Null, mark, anchor); }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override
    {
        if (tag == "!") checkQuote(mark);
        // "?" marks a text without quotes.
        const bool null = tag == "?" && (value == "~" || value == "null" || value == "Null" || value == "NULL");
        const Index index = addNode(null ? Kind::Null : Kind::Scalar, mark, anchor);
        tree_->nodes_[index].text = value;
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        openContainer(Kind::List, mark, anchor);
    }
    void OnSequenceEnd() override { closeContainer(); }

    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        openContainer(Kind::Map, mark, anchor);
    }
    void OnMapEnd() override { closeContainer(); }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        const auto found = anchors_.find(anchor);
        if (found == anchors_.end()) return;
        if (std::ranges::any_of(open_,
                                [&](const Container& container) { return container.node == found->second.node; })) {
            report("N3X0020", mark.line + 1, mark.column + 1,
                   N3X_TEXT("The alias stands inside the value that it stands for."),
                   N3X_TEXT("Write the value out instead."));
            throw Stop();
        }
        aliased_ += found->second.size;
        if (aliased_ > mostAliasedValues) {
            report("N3X0007", mark.line + 1, mark.column + 1,
                   {N3X_TEXT("The aliases up to this one stand for more than %1 values."),
                    {std::to_string(mostAliasedValues)}},
                   N3X_TEXT("Write the values out, or leave the repetition away."));
            throw Stop();
        }
        attach(found->second.node, found->second.size);
    }

private:
    struct Container {
        Index node;
        YAML::anchor_t anchor;
        std::size_t size = 1; // values in it, aliases counted as what they stand for
        bool keyIsNext = true;
        Index key = 0;
    };
    struct Anchored {
        Index node;
        std::size_t size;
    };

    Index newNode(Kind kind, const YAML::Mark& mark)
    {
        tree_->nodes_.push_back({kind, mark.line + 1, mark.column + 1, {}, {}});
        return static_cast<Index>(tree_->nodes_.size() - 1);
    }

    Index addNode(Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor)
    {
        const Index index = newNode(kind, mark);
        if (anchor != 0) anchors_.insert_or_assign(anchor, Anchored{index, 1});
        attach(index, 1);
        return index;
    }

    void openContainer(Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor)
    {
        if (open_.size() >= static_cast<std::size_t>(deepestNesting)) {
            report("N3X0008", mark.line + 1, mark.column + 1,
                   {N3X_TEXT("Lists and maps stand more than %1 levels inside each other here."),
                    {std::to_string(deepestNesting)}},
                   N3X_TEXT("Look for a bracket or brace that is never closed."));
            throw Stop();
        }
        const Index index = newNode(kind, mark);
        if (anchor != 0) anchors_.insert_or_assign(anchor, Anchored{index, 1});
        open_.push_back({index, anchor, 1, true, 0});
    }

    void closeContainer()
    {
        const Container closed = open_.back();
        open_.pop_back();
        if (tree_->nodes_[closed.node].kind == Kind::Map) checkKeys(closed.node);
        if (closed.anchor != 0) anchors_.insert_or_assign(closed.anchor, Anchored{closed.node, closed.size});
        attach(closed.node, closed.size);
    }

    // Puts a finished node where it belongs.
    void attach(Index index, std::size_t size)
    {
        if (open_.empty()) {
            tree_->root_ = index;
            return;
        }
        Container& container = open_.back();
        container.size += size;
        if (tree_->nodes_[container.node].kind == Kind::List) {
            tree_->nodes_[container.node].entries.push_back({0, index});
        } else if (container.keyIsNext) {
            container.key = index;
            container.keyIsNext = false;
        } else {
            container.keyIsNext = true;
            addEntry(container, index);
        }
    }

    void addEntry(const Container& container, Index value)
    {
        const YamlTree::Node& key = tree_->nodes_[container.key];
        if (key.kind == Kind::List || key.kind == Kind::Map) {
            report("N3X0005", key.line, key.column, N3X_TEXT("A list or map stands where a key belongs."),
                   N3X_TEXT(
                       "Write a plain name before the colon; put text that begins with a bracket or brace in quotes."));
            return;
        }
        tree_->nodes_[container.node].entries.push_back({container.key, value});
    }

    void checkKeys(Index map)
    {
        const auto& entries = tree_->nodes_[map].entries;
        std::vector<std::uint32_t> order(entries.size());
        std::iota(order.begin(), order.end(), 0U);
        const auto text = [&](std::uint32_t at) -> const std::string& { return tree_->nodes_[entries[at].key].text; };
        std::ranges::stable_sort(order, {}, text);
        for (std::size_t at = 1; at < order.size(); ++at) {
            if (text(order[at]) != text(order[at - 1])) continue;
            const YamlTree::Node& first = tree_->nodes_[entries[order[at - 1]].key];
            const YamlTree::Node& again = tree_->nodes_[entries[order[at]].key];
            report("N3X0003", again.line, again.column,
                   {N3X_TEXT("The key “%1” already stands in line %2."), {again.text, std::to_string(first.line)}},
                   N3X_TEXT("Keep one of the two, or give them different names."));
        }
        if (entries.size() >= largeMap) tree_->sorted_.emplace(map, std::move(order));
    }

    // The parser takes the end of the file for the end of a quoted text.
    void checkQuote(const YAML::Mark& mark)
    {
        const std::size_t start = static_cast<std::size_t>(std::max(mark.pos, 0));
        const char quote = start < text_.size() ? text_[start] : '\0';
        if (quote != '"' && quote != '\'') return;
        for (std::size_t at = start + 1; at < text_.size(); ++at) {
            if (text_[at] == quote) return;
            if (quote == '"' && text_[at] == '\\') ++at;
        }
        report("N3X0001", mark.line + 1, mark.column + 1, N3X_TEXT("A quote is opened here and never closed."),
               N3X_TEXT("Close it at the end of the text."));
        throw Stop();
    }

    std::string_view file_;
    std::string_view text_;
    Problems& problems_;
    std::shared_ptr<YamlTree> tree_ = std::make_shared<YamlTree>();
    std::vector<Container> open_;
    std::unordered_map<YAML::anchor_t, Anchored> anchors_;
    std::size_t aliased_ = 0;
    int documents_ = 0;
};

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
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
        }
    } catch (const YamlTreeBuilder::Stop&) { // reported where it was thrown
    } catch (const YAML::Exception& error) {
        auto [what, advice] = syntaxSentences(error.msg);
        builder.report("N3X0001", std::max(error.mark.line, 0) + 1, std::max(error.mark.column, 0) + 1, std::move(what),
                       std::move(advice));
    } catch (const std::exception&) { // what the parser throws beside its own, such as std::bad_alloc
        builder.report("N3X0001", 1, 1, N3X_TEXT("The file cannot be read as YAML."),
                       N3X_TEXT("Restore it from the last commit, or look for what was changed last."));
    }
}

// Whether the bytes may be given to the parser; says why not.
bool mayBeParsed(std::string_view text, YamlTreeBuilder& builder)
{
    if (text.size() > largestFile) {
        builder.report("N3X0009", 1, 1,
                       {N3X_TEXT("The file has %1 bytes; more than %2 are not read."),
                        {std::to_string(text.size()), std::to_string(largestFile)}},
                       N3X_TEXT("Split the profile, or take away what does not belong there."));
        return false;
    }
    const TextFlaws flaws = textFlaws(text);
    const auto at = [&](std::size_t offset) { return lineAndColumn(text, offset); };
    if (flaws.notUtf8) {
        const auto [line, column] = at(*flaws.notUtf8);
        builder.report(
            "N3X0010", line, column,
            {N3X_TEXT("The byte at offset %1 belongs to no character of UTF-8."), {std::to_string(*flaws.notUtf8)}},
            N3X_TEXT("Save the file as UTF-8."));
        return false;
    }
    if (flaws.control) {
        const auto [line, column] = at(*flaws.control);
        builder.report("N3X0011", line, column, N3X_TEXT("A control character stands here that YAML does not allow."),
                       N3X_TEXT("Remove it, or write it as an escape inside double quotes."));
        return false;
    }
    if (flaws.deepFlow) {
        const auto [line, column] = at(*flaws.deepFlow);
        builder.report("N3X0008", line, column,
                       {N3X_TEXT("Lists and maps stand more than %1 levels inside each other here."),
                        {std::to_string(deepestNesting)}},
                       N3X_TEXT("Look for a bracket or brace that is never closed."));
        return false;
    }
    return true;
}

} // namespace

YamlReading readYaml(std::string_view file, std::string_view text)
{
    YamlReading reading;
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    YamlTreeBuilder builder(file, text, reading.problems);
    if (!mayBeParsed(text, builder)) return reading;

    const LineFacts facts = lineFacts(text);
    reading.hasComments = facts.hasComments;
    for (const int line : facts.tabLines)
        builder.report("N3X0002", line, 1, N3X_TEXT("The line is indented with a tab."),
                       N3X_TEXT("Use spaces, two a level."));
    const std::size_t before = reading.problems.size();
    parse(text, builder);
    // A tab is the reason for the syntax error behind it, which would only distract.
    if (!facts.tabLines.empty())
        reading.problems.erase(std::remove_if(reading.problems.begin() + static_cast<std::ptrdiff_t>(before),
                                              reading.problems.end(),
                                              [](const Problem& problem) { return problem.code == "N3X0001"; }),
                               reading.problems.end());
    reading.incomplete = std::ranges::any_of(reading.problems, [](const Problem& problem) {
        return std::ranges::contains(
            std::array<std::string_view, 5>{"N3X0001", "N3X0002", "N3X0007", "N3X0008", "N3X0020"}, problem.code);
    });
    reading.tree = builder.finish();
    if (reading.tree->root().kind == YamlTree::Kind::Null && reading.problems.empty())
        builder.report("N3X0017", 1, 1, N3X_TEXT("The file is empty."),
                       N3X_TEXT("Restore it from the last commit, or remove it."));
    return reading;
}

} // namespace n3x
