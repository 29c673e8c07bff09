// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/files/code_names.h"
#include "core/files/field_tables.h"
#include "core/files/nearest.h"
#include "core/files/yaml_tree.h"
#include "core/model/problem.h"

#include <immer/flex_vector_transient.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace n3x {

// Turns the tree of one file into objects of the model by the field tables. What a type refuses is kept as its text;
// what the model has no place for is a problem, and `lost` says so.
class Reader {
public:
    using Node = YamlTree::Node;

    // The way to what is being read; its text is made only when a problem needs it.
    struct Where {
        const Where* outer = nullptr;
        std::string_view name;
        const Node* key = nullptr; // where the name stands
    };

    Reader(const YamlTree& tree, std::string_view file, const ObjectPath& base, Problems& problems)
        : tree_(tree), file_(file), base_(base), problems_(problems)
    {
    }

    [[nodiscard]] bool lost() const { return lost_; }

    // The fields of a map. `others` are keys that somebody else reads.
    template <class Owner>
    void readObject(const Node& node, Owner& owner, const Where& where,
                    std::initializer_list<std::string_view> others = {})
    {
        if (node.kind == YamlTree::Kind::Null) return missingFields(node, owner, where);
        if (node.kind != YamlTree::Kind::Map) return wrongForm(node, where, N3X_TEXT("a map of keys and values"));
        for (const YamlTree::Entry& entry : node.entries) {
            const Node& key = tree_.node(entry.key);
            if (tree_.entry(node, key.text) != &entry) { // the second of two: reported when the tree was made
                lost_ = true;
                continue;
            }
            const Where here{&where, key.text, &key};
            const bool known = withField<Owner>(key.text, [&](const auto& field) {
                readField(field.row, tree_.node(entry.value), owner.*field.member, here);
            });
            if (!known && !std::ranges::contains(others, key.text)) unknownKey<Owner>(key, where, others);
        }
        missingFields(node, owner, where);
    }

    void report(const Code& code, const Node& node, const Where* where, Text what, Text advice);

    template <Scalar Member> void readField(const FieldRow& row, const Node& node, Member& member, const Where& where)
    {
        if (node.kind == YamlTree::Kind::Null) return withoutValue(row, where);
        if (node.kind != YamlTree::Kind::Scalar) return wrongForm(node, where, N3X_TEXT("one text or number"));
        if constexpr (std::is_same_v<Member, bool>) {
            if (node.text != "true" && node.text != "false") return wrongForm(node, where, N3X_TEXT("true or false"));
            member = node.text == "true";
        } else if constexpr (IsOptional<Member>::value) {
            setText(member.emplace(), node.text);
        } else {
            setText(member, node.text);
        }
    }

    // A list; a single text is a list of one.
    template <TextList Member> void readField(const FieldRow&, const Node& node, Member& member, const Where& where)
    {
        auto& list = [&]() -> auto& {
            if constexpr (IsOptional<Member>::value)
                return member.emplace();
            else
                return member;
        }();
        if (node.kind == YamlTree::Kind::Null) return;
        if (node.kind == YamlTree::Kind::Scalar) {
            list.push_back(fromText<Element<Member>>(node.text));
            return;
        }
        if (node.kind != YamlTree::Kind::List) return wrongForm(node, where, N3X_TEXT("a list of texts"));
        list.reserve(node.entries.size());
        for (std::size_t at = 0; at < node.entries.size(); ++at) {
            const Node& item = tree_.node(node.entries[at].value);
            const std::string index = std::to_string(at);
            if (item.kind == YamlTree::Kind::Scalar)
                list.push_back(fromText<Element<Member>>(item.text));
            else
                wrongForm(item, Where{&where, index}, N3X_TEXT("one text or number"));
        }
    }

    template <Object Member> void readField(const FieldRow&, const Node& node, Member& member, const Where& where)
    {
        readObject(node, member, where);
    }

    template <OptionalObject Member> void readField(const FieldRow&, const Node& node, Member& member,
                                                    const Where& where)
    {
        readObject(node, member.emplace(), where);
    }

    template <ObjectList Member> void readField(const FieldRow& row, const Node& node, Member& member,
                                                const Where& where)
    {
        if (row.inside.empty()) return readElements(node, member, where);
        if (node.kind == YamlTree::Kind::Null) return;
        if (node.kind != YamlTree::Kind::Map) return wrongForm(node, where, N3X_TEXT("a map of keys and values"));
        for (const YamlTree::Entry& entry : node.entries) {
            const Node& key = tree_.node(entry.key);
            if (key.text == row.inside && tree_.entry(node, key.text) == &entry)
                readElements(tree_.node(entry.value), member, Where{&where, row.inside});
            else if (key.text == row.inside)
                lost_ = true;
            else
                reportUnknown(key, where, {row.inside});
        }
    }

    // The names of profiles; the profiles themselves are files of their own.
    void readField(const FieldRow&, const Node&, Sequence<Profile>&, const Where&) {}

private:
    template <ObjectList Member> void readElements(const Node& node, Member& member, const Where& where)
    {
        using Item = Element<Member>;
        if (node.kind == YamlTree::Kind::Null) return;
        if constexpr (!Named<Item>) {
            if (node.kind != YamlTree::Kind::List) return wrongForm(node, where, N3X_TEXT("a list of maps"));
            for (std::size_t at = 0; at < node.entries.size(); ++at) {
                const std::string index = std::to_string(at);
                readObject(tree_.node(node.entries[at].value), member.emplace_back(), Where{&where, index});
            }
        } else {
            if (node.kind != YamlTree::Kind::Map)
                return wrongForm(node, where, N3X_TEXT("a map of names and what belongs to them"));
            std::vector<Item> items;
            items.reserve(node.entries.size());
            for (const YamlTree::Entry& entry : node.entries) {
                const Node& key = tree_.node(entry.key);
                items.push_back(readNamed<Item>(key, tree_.node(entry.value), Where{&where, key.text}));
            }
            if constexpr (IsSequence<Member>::value) {
                auto building = member.transient();
                for (Item& item : items) building.push_back(immer::box<Item>(std::move(item)));
                member = building.persistent();
            } else {
                member = std::move(items);
            }
        }
    }

    template <class Item> Item readNamed(const Node& key, const Node& value, const Where& where)
    {
        Item item;
        setText(item.*NamedBy<Item>::key, key.text);
        if constexpr (NamedValue<Item>) {
            auto& member = item.*NamedBy<Item>::value;
            if constexpr (TextLike<std::remove_cvref_t<decltype(member)>>) setText(member, "");
            readField(FieldRow{}, value, member, where);
        } else if constexpr (std::is_same_v<Item, HardwareTarget>) {
            readObject(value, item, where, {"n3x"}); // the form of a catalogue's file
        } else {
            readObject(value, item, where);
        }
        return item;
    }

    template <class Owner> void missingFields(const Node& node, const Owner&, const Where& where)
    {
        forEachField<Owner>([&](const auto& field) {
            if (field.row.presence != Presence::Demanded || tree_.entry(node, field.row.key)) return;
            report(codes::keyMissing, node, &where,
                   {N3X_TEXT("The key “%1” is missing here."), {std::string(field.row.key)}},
                   {N3X_TEXT("Add it: %1"), {std::string(field.row.help)}});
        });
    }

    template <class Owner> void unknownKey(const Node& key, const Where& where,
                                           std::initializer_list<std::string_view> others)
    {
        std::vector<std::string_view> known(others);
        forEachField<Owner>([&](const auto& field) { known.push_back(field.row.key); });
        reportUnknown(key, where, known);
    }

    void reportUnknown(const Node& key, const Where& where, const std::vector<std::string_view>& known);
    void wrongForm(const Node& node, const Where& where, std::string_view expected);
    void withoutValue(const FieldRow& row, const Where& where);

    const YamlTree& tree_;
    std::string_view file_;
    const ObjectPath& base_;
    Problems& problems_;
    bool lost_ = false;
};

} // namespace n3x
