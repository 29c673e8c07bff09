// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/field_info.h"
#include "core/files/field_access.h"
#include "core/files/value_facts.h"

namespace n3x {
namespace {

using Description = std::optional<FieldDescription>;

FieldInfo named(const FieldRow& row)
{
    FieldInfo info;
    info.title = row.title;
    info.help = row.help;
    info.unit = row.unit;
    info.example = row.example;
    if (row.defaultText) info.defaultText = row.defaultText();
    info.optional = row.presence == Presence::Optional;
    for (std::string_view rest = row.proposals; !rest.empty();) {
        const std::size_t comma = rest.find(',');
        info.choices.emplace_back(rest.substr(0, comma));
        info.open = true;
        rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
    }
    return info;
}

template <class Type> FieldInfo scalarInfo(const FieldRow& row)
{
    FieldInfo info = named(row);
    if constexpr (std::is_void_v<Type>) {
        info.kind = row.nameOf == NameOf::Nothing ? FieldKind::Text : FieldKind::Choice;
    } else if constexpr (Numeric<Type>) {
        info.kind = FieldKind::Number;
        info.minimum = Type::minimum;
        info.maximum = Type::maximum;
    } else {
        info.pattern = PatternOf<Type>::text;
        if (auto choices = choicesOf<Type>(); !choices.empty()) {
            info.kind = FieldKind::Choice;
            info.choices = std::move(choices);
        }
    }
    return info;
}

template <HasFields Owner> Description describeIn(Names names);

template <Scalar Member> Description describe(const FieldRow& row, Names names)
{
    if (!names.empty()) return {};
    FieldInfo info = scalarInfo<Value<Member>>(row);
    if constexpr (std::is_same_v<Member, bool>) {
        info.kind = FieldKind::Switch;
        info.defaultText = "false";
    }
    return FieldDescription{std::move(info), row.nameOf};
}

template <TextList Member> Description describe(const FieldRow& row, Names names)
{
    FieldInfo info = scalarInfo<Value<Element<Member>>>(row);
    if (names.empty())
        info.kind = FieldKind::List;
    else if (names.size() != 1 || !indexFrom(names[0]))
        return {};
    else
        info.optional = true;
    return FieldDescription{std::move(info), row.nameOf};
}

template <Object Member> Description describe(const FieldRow& row, Names names)
{
    if (!names.empty()) return describeIn<Member>(names);
    FieldInfo info = named(row);
    info.kind = FieldKind::Object;
    return FieldDescription{std::move(info), NameOf::Nothing};
}

template <OptionalObject Member> Description describe(const FieldRow& row, Names names)
{
    return describe<typename Member::value_type>(row, names);
}

template <class Item> Description describeElement(const FieldRow& row, Names names)
{
    if constexpr (NamedValue<Item>) {
        using Member = std::remove_cvref_t<decltype(std::declval<Item>().*NamedBy<Item>::value)>;
        FieldRow inner = row;
        inner.example = {};
        inner.nameOf = NameOf::Nothing;
        Description found = describe<Member>(inner, names.subspan(1));
        if (found) {
            found->info.title = {N3X_TEXT("%1"), {names[0]}};
            found->info.optional = true;
        }
        return found;
    } else {
        if (names.size() == 1) {
            FieldInfo info = named(row);
            info.kind = FieldKind::Object;
            info.title = {N3X_TEXT("%1"), {names[0]}};
            return FieldDescription{std::move(info), NameOf::Nothing};
        }
        if constexpr (Named<Item>) {
            if (names.size() == 2 && names[1] == "name") {
                using Key = std::remove_cvref_t<decltype(std::declval<Item>().*NamedBy<Item>::key)>;
                return describe<Key>(FieldRow{.key = "name",
                                              .title = N3X_TEXT("Name"),
                                              .help = N3X_TEXT("What others call it by."),
                                              .presence = Presence::Expected},
                                     {});
            }
        }
        return describeIn<Item>(names.subspan(1));
    }
}

template <ObjectList Member> Description describe(const FieldRow& row, Names names)
{
    using Item = Element<Member>;
    if (!names.empty() && !row.inside.empty()) {
        if (names[0] != row.inside) return {};
        names = names.subspan(1);
    }
    if (!names.empty()) {
        if (!Named<Item> && !indexFrom(names[0])) return {};
        return describeElement<Item>(row, names);
    }
    FieldInfo info = named(row);
    info.kind = NamedValue<Item> ? FieldKind::Map : FieldKind::Objects;
    return FieldDescription{std::move(info), NameOf::Nothing};
}

template <HasFields Owner> Description describeIn(Names names)
{
    Description found;
    withField<Owner>(names[0], [&](const auto& field) {
        using Member = typename std::remove_cvref_t<decltype(field)>::MemberType;
        found = describe<Member>(field.row, names.subspan(1));
    });
    return found;
}

} // namespace

std::optional<FieldDescription> describeField(const ObjectPath& path)
{
    const std::vector<std::string> names = path.names();
    if (names.empty()) return {};
    auto found = describeIn<Project>(names);
    if (!found) return {};
    found->info.path = path;
    found->info.key = names.back();
    return found;
}

std::optional<FieldInfo> fieldInfo(const ObjectPath& path)
{
    auto found = describeField(path);
    return found ? std::optional(std::move(found->info)) : std::nullopt;
}

} // namespace n3x
