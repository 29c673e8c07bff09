// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/project.h"

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

// How a field is described, and what forms a member of the model can have. Inside of core/files only.

namespace n3x {

enum class Presence : std::uint8_t {
    Optional, // absent is a value of its own, or the default
    Expected, // the schema asks for it; a project without it is wrong, and check() says so
    Demanded, // the model cannot say that it is absent, so the loader reports it; always written
};

// Whose names a text is one of.
enum class NameOf : std::uint8_t { Nothing, Uplink, Network, Server, Profile, Target, Nic };

struct FieldRow {
    std::string_view key;
    std::string_view title;
    std::string_view help;
    Presence presence = Presence::Optional;
    std::string_view example = {};
    std::string (*defaultText)() = nullptr;
    NameOf nameOf = NameOf::Nothing;
    std::string_view inside = {}; // the key of a map around the named objects: `networks` of `overrides`
    bool single = false;          // a list of one is written as the value alone
    std::string_view proposals = {}; // good texts among others, comma separated
    std::string_view unit = {};
};

template <class Owner, class Member> struct Field {
    using MemberType = Member;
    FieldRow row;
    Member Owner::* member;
};
template <class Owner, class Member> Field(FieldRow, Member Owner::*) -> Field<Owner, Member>;

// A struct's fields, in the order of the files: specialised in field_tables.h.
template <class Owner> struct FieldsOf;

template <class Owner>
concept HasFields = requires { FieldsOf<Owner>::table; };

// A list that the files write as a map. `key` is the member that is the name; `value`, where there is one, the
// member that stands behind the colon (else the object with its fields does).
template <class Element> struct NamedBy;
template <class Element>
concept Named = requires { NamedBy<Element>::key; };
template <class Element>
concept NamedValue = Named<Element> && requires { NamedBy<Element>::value; };

// Calls visit(field) for each field of Owner.
template <class Owner, class Visit> void forEachField(Visit&& visit)
{
    std::apply([&](const auto&... field) { (visit(field), ...); }, FieldsOf<Owner>::table);
}

// Calls visit(field) for the field of that key; false when there is none.
template <class Owner, class Visit> bool withField(std::string_view key, Visit&& visit)
{
    return std::apply(
        [&](const auto&... field) { return ((field.row.key == key ? (visit(field), true) : false) || ...); },
        FieldsOf<Owner>::table);
}

// ── The forms of a member ──────────────────────────────────────────────────

template <class T> struct IsEntered : std::false_type {};
template <class T> struct IsEntered<Entered<T>> : std::true_type {
    using Value = T;
};
template <class T> struct IsOptional : std::false_type {};
template <class T> struct IsOptional<std::optional<T>> : std::true_type {
    using Inner = T;
};
template <class T> struct IsVector : std::false_type {};
template <class T> struct IsVector<std::vector<T>> : std::true_type {
    using Element = T;
};
template <class T> struct IsSequence : std::false_type {};
template <class T> struct IsSequence<Sequence<T>> : std::true_type {
    using Element = T;
};

template <class T>
concept TextLike = IsEntered<T>::value || std::is_same_v<T, std::string>;
template <class T>
concept Scalar =
    TextLike<T> || std::is_same_v<T, bool> || (IsOptional<T>::value && TextLike<typename IsOptional<T>::Inner>);
template <class T>
concept TextList = (IsVector<T>::value && TextLike<typename IsVector<T>::Element>) ||
                   (IsOptional<T>::value && IsVector<typename IsOptional<T>::Inner>::value);
template <class T>
concept Object = HasFields<T>;
template <class T>
concept OptionalObject = IsOptional<T>::value && HasFields<typename IsOptional<T>::Inner>;
template <class T>
concept ObjectList = (IsVector<T>::value && !TextLike<typename IsVector<T>::Element>) || IsSequence<T>::value;

template <class T> struct ElementOf;
template <class T> struct ElementOf<std::vector<T>> {
    using Type = T;
};
template <class T> struct ElementOf<Sequence<T>> {
    using Type = T;
};
template <class T> struct ElementOf<std::optional<std::vector<T>>> {
    using Type = T;
};
template <class T> using Element = typename ElementOf<T>::Type;

// The type that parses a scalar's text; void for the texts that name other objects.
template <class T> struct ValueOf {
    using Type = void;
};
template <class T> struct ValueOf<Entered<T>> {
    using Type = T;
};
template <class T> struct ValueOf<std::optional<T>> {
    using Type = typename ValueOf<T>::Type;
};
template <class T> using Value = typename ValueOf<T>::Type;

// ── Texts ──────────────────────────────────────────────────────────────────

inline std::string textOf(const std::string& text) { return text; }
template <class T> std::string textOf(const Entered<T>& entered) { return entered.text(); }

inline void setText(std::string& member, std::string_view text) { member = text; }
template <class T> void setText(Entered<T>& member, std::string_view text) { member = Entered<T>::from(text); }

template <TextLike T> T fromText(std::string_view text)
{
    T value;
    setText(value, text);
    return value;
}

} // namespace n3x
