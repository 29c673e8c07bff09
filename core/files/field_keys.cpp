// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/field_access.h"
#include "core/files/field_info.h"

namespace n3x {
namespace {

using Keys = std::vector<std::string>;

class Collecting {
public:
    explicit Collecting(const Project& project) : project_(project) {}

    std::vector<Keys> found;

    // The object that the names lead to; absent inner objects are looked at as if they were there.
    template <HasFields Owner> void search(const Owner& owner, Names names)
    {
        if (names.empty()) return addFields(owner, {});
        withField<Owner>(names[0],
                         [&](const auto& field) { searchMember(field.row, owner.*field.member, names.subspan(1)); });
    }

private:
    template <class Member> void searchMember(const FieldRow& row, const Member& member, Names names)
    {
        if constexpr (Object<Member>)
            search(member, names);
        else if constexpr (OptionalObject<Member>)
            search(member.value_or(typename Member::value_type()), names);
        else if constexpr (ObjectList<Member>) {
            if (!row.inside.empty() && !names.empty() && names[0] == row.inside) names = names.subspan(1);
            if (names.empty()) return;
            const auto at = elementAt(member, names[0]);
            using Item = Element<Member>;
            if constexpr (!NamedValue<Item>) {
                if (!at) return;
                if constexpr (IsSequence<Member>::value)
                    searchElement(member[*at].get(), names.subspan(1));
                else
                    searchElement(member[*at], names.subspan(1));
            }
        }
    }

    template <class Item> void searchElement(const Item& item, Names names)
    {
        if (names.empty() && IsSequenceElement<Item> && !std::is_same_v<Item, Profile>) found.push_back({"name"});
        search(item, names);
    }

    template <class Item> static constexpr bool IsSequenceElement = Named<Item> && requires(Item item) { item.name; };

    template <HasFields Owner> void addFields(const Owner& owner, const Keys& prefix)
    {
        forEachField<Owner>([&](const auto& field) {
            Keys keys = prefix;
            keys.emplace_back(field.row.key);
            addMember(owner, owner.*field.member, keys);
        });
    }

    template <class Owner, class Member> void addMember(const Owner& owner, const Member& member, const Keys& keys)
    {
        if constexpr (Scalar<Member> || TextList<Member>)
            found.push_back(keys);
        else if constexpr (Object<Member>)
            addFields(member, keys);
        else if constexpr (OptionalObject<Member>)
            addFields(member.value_or(typename Member::value_type()), keys);
        else
            addElements(owner, member, keys);
    }

    template <class Owner, ObjectList Member> void addElements(const Owner& owner, const Member& list, const Keys& keys)
    {
        using Item = Element<Member>;
        if constexpr (std::is_same_v<Item, Label>)
            found.push_back(keys);
        else if constexpr (std::is_same_v<Item, NicMac>)
            addMacs(owner, keys);
        else if constexpr (std::is_same_v<Item, NetworkOverride>)
            addOverrides(owner, keys);
        else if constexpr (std::is_same_v<Item, Attachment>) {
            for (const Attachment& attachment : list) add(keys, attachment.network);
        } else if constexpr (!Named<Item>) {
            for (std::size_t at = 0; at < list.size(); ++at) {
                Keys inner = keys;
                inner.push_back(std::to_string(at));
                addFields(list[at], inner);
            }
        }
    }

    // In the order of the target's ports, whether they have one or not; then of ports that the target does not have.
    void addMacs(const Node& node, const Keys& keys)
    {
        std::vector<std::string> nics;
        if (const HardwareTarget* target = findTarget(project_, node.target))
            for (const Nic& nic : target->nics) nics.push_back(nic.name.text());
        for (const NicMac& mac : node.macs)
            if (!std::ranges::contains(nics, mac.nic.text())) nics.push_back(mac.nic.text());
        for (const std::string& nic : nics) add(keys, nic);
    }

    void addOverrides(const Node& node, const Keys& keys)
    {
        std::vector<std::string> networks;
        for (const Attachment& attachment : node.addresses) networks.push_back(attachment.network);
        for (const NetworkOverride& changed : node.overrides)
            if (!std::ranges::contains(networks, changed.network)) networks.push_back(changed.network);
        for (const std::string& network : networks) {
            Keys inner = keys;
            inner.insert(inner.end(), {"networks", network});
            addFields(NetworkOverride(), inner);
        }
    }

    void add(Keys keys, const std::string& last)
    {
        keys.push_back(last);
        found.push_back(std::move(keys));
    }

    const Project& project_;
};

} // namespace

std::vector<std::vector<std::string>> fieldKeys(const Project& project, const ObjectPath& object)
{
    Collecting collecting(project);
    const std::vector<std::string> names = object.names();
    collecting.search(project, names);
    return std::move(collecting.found);
}

} // namespace n3x
