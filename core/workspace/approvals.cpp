// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/approvals.h"

#include "core/files/code_names.h"
#include "core/files/nearest.h"
#include "core/files/yaml_tree.h"
#include "core/workspace/codes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <format>

namespace n3x {
namespace {

constexpr std::string_view file = ".n3x/approvals.yaml";

// YYYY-MM-DD and a day that exists.
std::optional<Date> parseDate(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
    const auto number = [&](std::size_t from, std::size_t size) -> std::optional<int> {
        int value = 0;
        const char* end = text.data() + from + size;
        const auto [stop, error] = std::from_chars(text.data() + from, end, value);
        if (error != std::errc() || stop != end || value < 0) return {};
        return value;
    };
    const auto year = number(0, 4);
    const auto month = number(5, 2);
    const auto day = number(8, 2);
    if (!year || !month || !day) return {};
    const Date date(std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                    std::chrono::day(static_cast<unsigned>(*day)));
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::string dateText(const Date& date)
{
    return std::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

class ApprovalReader {
public:
    using Node = YamlTree::Node;
    using Kind = YamlTree::Kind;

    explicit ApprovalReader(const YamlTree& tree) : tree_(tree) {}

    Approvals read()
    {
        const Node& document = tree_.root();
        if (document.kind == Kind::Null) return {};
        if (document.kind != Kind::Map)
            refuse(document, N3X_TEXT("The approvals are no map."));
        else
            readDocument(document);
        return std::move(result_);
    }

private:
    static FilePosition positionOf(const Node& node) { return {std::string(file), node.line, node.column}; }

    void refuse(const Node& node, Text what)
    {
        result_.problems.push_back(workspace_problems::approvalWrong(positionOf(node), std::move(what)));
    }

    void refuseCode(const Node& code)
    {
        std::vector<std::string_view> codes;
        for (const CodeInfo& info : problemCodes()) codes.push_back(info.code);
        const auto meant = nearest(code.text, codes);
        refuse(code, meant ? Text(N3X_TEXT("An approval is of “%1”, which is no code; %2 is one."), {code.text, *meant})
                           : Text(N3X_TEXT("An approval is of “%1”, which is no code."), {code.text}));
    }

    // Null where the map does not say it.
    const Node* value(const Node& map, std::string_view key) const
    {
        const YamlTree::Entry* entry = tree_.entry(map, key);
        return entry == nullptr ? nullptr : &tree_.node(entry->value);
    }

    void readDocument(const Node& document)
    {
        const Node* format = value(document, "n3x");
        if (format == nullptr || format->text != "approvals/1")
            return refuse(document, N3X_TEXT("The approvals do not begin with n3x: approvals/1."));
        for (const YamlTree::Entry& entry : document.entries)
            if (const Node& key = tree_.node(entry.key); key.text != "n3x" && key.text != "approvals")
                refuse(key, {N3X_TEXT("The approvals hold the unknown key “%1”."), {key.text}});
        const Node* list = value(document, "approvals");
        if (list == nullptr || list->kind == Kind::Null) return;
        if (list->kind != Kind::List) return refuse(*list, N3X_TEXT("The approvals are no list."));
        for (const YamlTree::Entry& entry : list->entries) readApproval(tree_.node(entry.value));
    }

    void readApproval(const Node& entry)
    {
        if (entry.kind != Kind::Map) return refuse(entry, N3X_TEXT("An approval is no map."));
        constexpr std::array<std::string_view, 5> keys = {"code", "object", "who", "why", "until"};
        const std::size_t before = result_.problems.size();
        for (const YamlTree::Entry& field : entry.entries)
            if (const Node& key = tree_.node(field.key); !std::ranges::contains(keys, key.text))
                refuse(key, {N3X_TEXT("An approval holds the unknown key “%1”."), {key.text}});
        const auto said = [&](const char* key) {
            const Node* node = value(entry, key);
            if (node != nullptr && !node->text.empty()) return node->text;
            refuse(entry, {N3X_TEXT("An approval does not say “%1”."), {key}});
            return std::string();
        };
        Approval approval;
        approval.code = said("code");
        if (!approval.code.empty() && findCode(approval.code) == nullptr) refuseCode(*value(entry, "code"));
        approval.object = ObjectPath(said("object"));
        approval.who = said("who");
        approval.why = said("why");
        approval.position = positionOf(entry);
        if (const Node* until = value(entry, "until")) {
            approval.until = parseDate(until->text);
            if (!approval.until) refuse(*until, N3X_TEXT("An approval ends on no day of the calendar."));
        }
        if (result_.problems.size() == before) result_.accepted.push_back(std::move(approval));
    }

    const YamlTree& tree_;
    Approvals result_;
};

} // namespace

Approvals parseApprovals(std::string_view text)
{
    YamlReading reading = readYaml(file, text);
    std::erase_if(reading.problems,
                  [](const Problem& problem) { return problem.code == codes::fileEmpty.text; }); // empty is fine
    if (reading.tree && reading.problems.empty()) return ApprovalReader(*reading.tree).read();
    Approvals refused; // nothing is accepted by a file that is not understood as a whole
    for (Problem& problem : reading.problems) {
        refused.problems.push_back(workspace_problems::approvalWrong(*problem.position, std::move(problem.what)));
        refused.problems.back().advice = std::move(problem.advice);
    }
    return refused;
}

Problems withoutApproved(const Problems& problems, const std::vector<Approval>& accepted, Date today)
{
    Problems left;
    std::vector<const Approval*> expired;
    for (const Problem& problem : problems) {
        bool isAccepted = false;
        for (const Approval& approval : accepted) {
            if (approval.code != problem.code || !problem.path.isWithin(approval.object)) continue;
            if (approval.until && *approval.until < today) {
                if (std::ranges::find(expired, &approval) == expired.end()) expired.push_back(&approval);
            } else {
                isAccepted = true;
            }
        }
        if (!isAccepted || problem.severity == Severity::Error) left.push_back(problem);
    }
    for (const Approval* approval : expired)
        left.push_back(workspace_problems::approvalExpired(approval->position, approval->object, approval->code,
                                                           dateText(*approval->until)));
    return left;
}

} // namespace n3x
