// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/field_access.h"
#include "core/files/fields.h"
#include "core/types/plain_text.h"

namespace n3x {
namespace {

template <HasFields Owner> void setIn(Owner& owner, Names names, std::string_view text);

template <Scalar Member> void setMember(const FieldRow&, Member& member, Names names, std::string_view text)
{
    if (!names.empty()) return;
    if constexpr (std::is_same_v<Member, bool>)
        member = text == "true";
    else if constexpr (IsOptional<Member>::value) {
        if (text.empty())
            member.reset();
        else
            setText(member.emplace(), text);
    } else {
        setText(member, text);
    }
}

template <class List> void setElement(List& list, std::string_view name, std::string_view text)
{
    const auto index = indexFrom(name);
    if (!index || *index > list.size()) return;
    const auto at = list.begin() + static_cast<std::ptrdiff_t>(*index);
    if (text.empty()) {
        if (at != list.end()) list.erase(at);
    } else if (at != list.end()) {
        setText(*at, text);
    } else {
        list.push_back(fromText<typename List::value_type>(text));
    }
}

template <TextList Member> void setMember(const FieldRow&, Member& member, Names names, std::string_view text)
{
    if constexpr (IsOptional<Member>::value) {
        if (names.empty() && text.empty()) return member.reset();
        if (!member) member.emplace();
        setMember(FieldRow{}, *member, names, text);
    } else {
        if (names.size() == 1) return setElement(member, names[0], text);
        if (!names.empty()) return;
        member.clear();
        for (const std::string& part : splitTexts(text)) member.push_back(fromText<Element<Member>>(part));
    }
}

template <Object Member> void setMember(const FieldRow&, Member& member, Names names, std::string_view text)
{
    setIn(member, names, text);
}

template <OptionalObject Member> void setMember(const FieldRow&, Member& member, Names names, std::string_view text)
{
    if (names.empty()) { // "" takes the whole object away
        if (text.empty()) member.reset();
        return;
    }
    auto changed = member.value_or(typename Member::value_type());
    setIn(changed, names, text);
    if (member || changed != typename Member::value_type()) member = std::move(changed);
}

// What a line "name=text" says of one element.
template <class Item> Item namedFrom(std::string_view part)
{
    Item item;
    const std::size_t sign = part.find('=');
    setText(item.*NamedBy<Item>::key, part.substr(0, sign));
    const std::string_view text = sign == std::string_view::npos ? std::string_view() : part.substr(sign + 1);
    auto& value = item.*NamedBy<Item>::value;
    if constexpr (TextLike<std::remove_cvref_t<decltype(value)>>) {
        setText(value, text);
    } else {
        std::string list(text);
        std::ranges::replace(list, '+', '\n');
        setMember(FieldRow{}, value, {}, list);
    }
    return item;
}

template <class Item> void setElementMember(Item& item, Names names, std::string_view text)
{
    if constexpr (NamedValue<Item>)
        setMember(FieldRow{}, item.*NamedBy<Item>::value, names, text);
    else {
        if constexpr (Named<Item>)
            if (names.size() == 1 && names[0] == "name") return setText(item.*NamedBy<Item>::key, text);
        setIn(item, names, text);
    }
}

// Lists that an edit of a value may add to: what a person sees as a row, not as an object.
template <class Item> inline constexpr bool growsByValue =
    NamedValue<Item> || std::is_same_v<Item, TargetPorts> || std::is_same_v<Item, NetworkOverride> || !Named<Item>;

template <class Member> void addElement(Member& list, Names names, std::string_view text)
{
    using Item = Element<Member>;
    if (text.empty() && !std::is_same_v<Item, Label>) return;
    Item item;
    if constexpr (Named<Item>)
        setText(item.*NamedBy<Item>::key, names[0]);
    else if (indexFrom(names[0]) != list.size())
        return;
    const Item before = item;
    setElementMember(item, names.subspan(1), text);
    if (item != before) list.push_back(std::move(item));
}

// An element that says nothing any more goes: a MAC address, the ports of a target, an override.
template <class Item> bool saysNothing(const Item& item)
{
    if constexpr (std::is_same_v<Item, NicMac>)
        return item.mac.text().empty();
    else if constexpr (std::is_same_v<Item, TargetPorts>)
        return !item.nic && !item.members && !item.primary;
    else if constexpr (std::is_same_v<Item, NetworkOverride>)
        return !item.vlan && !item.mtu && !item.uplink;
    else
        return false;
}

template <ObjectList Member> void setMember(const FieldRow& row, Member& list, Names names, std::string_view text)
{
    using Item = Element<Member>;
    if (!row.inside.empty()) {
        if (names.empty() || names[0] != row.inside) return;
        names = names.subspan(1);
    }
    if (names.empty()) {
        if constexpr (NamedValue<Item>) {
            list.clear();
            for (const std::string& part : splitTexts(text)) list.push_back(namedFrom<Item>(part));
        }
        return;
    }
    const auto at = elementAt(list, names[0]);
    if constexpr (IsSequence<Member>::value) {
        if (!at) return;
        Item item = list[*at].get();
        setElementMember(item, names.subspan(1), text);
        if (item != list[*at].get()) list = std::move(list).set(*at, immer::box<Item>(std::move(item)));
    } else {
        if (!at) {
            if constexpr (growsByValue<Item>) addElement(list, names, text);
            return;
        }
        Item& item = list[*at];
        const bool wholeElement = names.size() == 1 && !NamedValue<Item>;
        if (wholeElement && text.empty()) {
            list.erase(list.begin() + static_cast<std::ptrdiff_t>(*at));
            return;
        }
        setElementMember(item, names.subspan(1), text);
        if (saysNothing(item)) list.erase(list.begin() + static_cast<std::ptrdiff_t>(*at));
    }
}

template <HasFields Owner> void setIn(Owner& owner, Names names, std::string_view text)
{
    if (names.empty()) return;
    withField<Owner>(names[0],
                     [&](const auto& field) { setMember(field.row, owner.*field.member, names.subspan(1), text); });
}

} // namespace

Project withValue(const Project& project, const ObjectPath& path, std::string_view text)
{
    std::vector<std::string> names = path.names();
    for (std::string& name : names) name = toUtf8(name); // a new label's or override's name comes from the path
    Project changed = project;
    setIn(changed, names, toUtf8(text));
    return changed;
}

} // namespace n3x
