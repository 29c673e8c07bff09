// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/field_access.h"
#include "core/files/fields.h"

#include <ranges>

namespace n3x {
namespace {

using Found = std::optional<std::string>;

template <HasFields Owner> Found textIn(const Owner& owner, Names names);

template <Scalar Member> Found textOfMember(const FieldRow&, const Member& member, Names names)
{
    if (!names.empty()) return {};
    if constexpr (std::is_same_v<Member, bool>)
        return member ? "true" : "false";
    else if constexpr (IsOptional<Member>::value)
        return member ? Found(textOf(*member)) : std::nullopt;
    else
        return textOf(member);
}

template <TextList Member> Found textOfMember(const FieldRow&, const Member& member, Names names)
{
    const auto* list = listIn(member);
    if (!list) return {};
    if (names.empty()) return list->empty() && !IsOptional<Member>::value ? std::nullopt : Found(joinTexts(*list));
    const auto at = elementAt(*list, names[0]);
    return at && names.size() == 1 ? Found(textOf((*list)[*at])) : std::nullopt;
}

template <Object Member> Found textOfMember(const FieldRow&, const Member& member, Names names)
{
    return textIn(member, names);
}

template <OptionalObject Member> Found textOfMember(const FieldRow&, const Member& member, Names names)
{
    return member ? textIn(*member, names) : std::nullopt;
}

template <class Item> Found textOfElement(const Item& item, Names names)
{
    if constexpr (NamedValue<Item>)
        return textOfMember(FieldRow{}, item.*NamedBy<Item>::value, names);
    else {
        if constexpr (Named<Item>)
            if (names.size() == 1 && names[0] == "name") return textOf(item.*NamedBy<Item>::key);
        return textIn(item, names);
    }
}

template <ObjectList Member> Found textOfMember(const FieldRow& row, const Member& list, Names names)
{
    using Item = Element<Member>;
    if (!row.inside.empty()) {
        if (names.empty() || names[0] != row.inside) return {};
        names = names.subspan(1);
    }
    if (names.empty()) {
        if constexpr (NamedValue<Item>)
            return list.empty() ? std::nullopt : Found(joinNamed(list));
        else
            return {};
    }
    const auto at = elementAt(list, names[0]);
    if (!at) return {};
    if constexpr (IsSequence<Member>::value)
        return textOfElement(list[*at].get(), names.subspan(1));
    else
        return textOfElement(list[*at], names.subspan(1));
}

template <HasFields Owner> Found textIn(const Owner& owner, Names names)
{
    Found found;
    if (names.empty()) return found;
    withField<Owner>(
        names[0], [&](const auto& field) { found = textOfMember(field.row, owner.*field.member, names.subspan(1)); });
    return found;
}

} // namespace

std::vector<std::string> splitTexts(std::string_view text)
{
    std::vector<std::string> parts;
    for (const auto line : std::views::split(text, '\n')) {
        const std::string_view part(line.begin(), line.end());
        const std::size_t first = part.find_first_not_of(" \t\r");
        if (first == std::string_view::npos) continue;
        parts.emplace_back(part.substr(first, part.find_last_not_of(" \t\r") - first + 1));
    }
    return parts;
}

std::string onOneLine(std::string_view text)
{
    std::string line;
    for (const std::string& part : splitTexts(text)) line += (line.empty() ? "" : ", ") + part;
    return line;
}

std::optional<std::string> valueText(const Project& project, const ObjectPath& path)
{
    const std::vector<std::string> names = path.names();
    return textIn(project, names);
}

} // namespace n3x
