// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/approvals.h"

#include "core/workspace/codes.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <format>

namespace n3x {
namespace {

constexpr std::string_view file = ".n3x/approvals.yaml";

FilePosition positionOf(const YAML::Mark& mark)
{
    return {std::string(file), mark.line < 0 ? 0 : mark.line + 1, mark.column < 0 ? 0 : mark.column + 1};
}

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

class Reader {
public:
    Approvals read(std::string_view text)
    {
        try {
            const YAML::Node document = YAML::Load(std::string(text));
            if (document.IsNull() || !document.IsDefined()) return {};
            readDocument(document);
        } catch (const YAML::Exception& error) {
            refuse(error.mark, {N3X_TEXT("The approvals are no YAML: %1."), {error.msg}});
        }
        return std::move(result_);
    }

private:
    void refuse(const YAML::Mark& mark, Text what)
    {
        result_.problems.push_back(workspace_problems::approvalWrong(positionOf(mark), std::move(what)));
    }

    void readDocument(const YAML::Node& document)
    {
        if (!document.IsMap()) return refuse(document.Mark(), N3X_TEXT("The approvals are no map."));
        const YAML::Node format = document["n3x"];
        if (!format.IsDefined() || format.as<std::string>("") != "approvals/1")
            return refuse(document.Mark(), N3X_TEXT("The approvals do not begin with n3x: approvals/1."));
        for (const auto& entry : document)
            if (const std::string key = entry.first.as<std::string>(""); key != "n3x" && key != "approvals")
                refuse(entry.first.Mark(), {N3X_TEXT("The approvals hold the unknown key “%1”."), {key}});
        const YAML::Node list = document["approvals"];
        if (!list.IsDefined() || list.IsNull()) return;
        if (!list.IsSequence()) return refuse(list.Mark(), N3X_TEXT("The approvals are no list."));
        for (const auto& entry : list) readApproval(entry);
    }

    void readApproval(const YAML::Node& entry)
    {
        if (!entry.IsMap()) return refuse(entry.Mark(), N3X_TEXT("An approval is no map."));
        constexpr std::array<std::string_view, 5> keys = {"code", "object", "who", "why", "until"};
        const std::size_t before = result_.problems.size();
        for (const auto& field : entry)
            if (const std::string key = field.first.as<std::string>(""); std::ranges::find(keys, key) == keys.end())
                refuse(field.first.Mark(), {N3X_TEXT("An approval holds the unknown key “%1”."), {key}});
        const auto said = [&](const char* key) {
            const YAML::Node value = entry[key];
            std::string text = value.IsDefined() && value.IsScalar() ? value.Scalar() : std::string();
            if (text.empty()) refuse(entry.Mark(), {N3X_TEXT("An approval does not say “%1”."), {key}});
            return text;
        };
        Approval approval;
        approval.code = said("code");
        approval.object = ObjectPath(said("object"));
        approval.who = said("who");
        approval.why = said("why");
        approval.position = positionOf(entry.Mark());
        if (const YAML::Node until = entry["until"]; until.IsDefined()) {
            approval.until = parseDate(until.IsScalar() ? until.Scalar() : std::string());
            if (!approval.until) refuse(until.Mark(), N3X_TEXT("An approval ends on no day of the calendar."));
        }
        if (result_.problems.size() == before) result_.accepted.push_back(std::move(approval));
    }

    Approvals result_;
};

} // namespace

Approvals parseApprovals(std::string_view text) { return Reader().read(text); }

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
