// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/schema.h"

#include "core/files/field_tables.h"
#include "core/files/format.h"
#include "core/files/value_facts.h"

#include <nlohmann/json.hpp>

namespace n3x {
namespace {

using Json = nlohmann::ordered_json;

template <HasFields Owner> Json objectSchema();

template <class Type> Json scalarSchema()
{
    if constexpr (std::is_void_v<Type>)
        return {{"type", "string"}};
    else if constexpr (Numeric<Type>)
        return {{"type", "integer"}, {"minimum", Type::minimum}, {"maximum", Type::maximum}};
    else {
        Json schema{{"type", "string"}};
        if (const auto choices = choicesOf<Type>(); !choices.empty()) schema["enum"] = choices;
        if (!PatternOf<Type>::text.empty()) schema["pattern"] = PatternOf<Type>::text;
        return schema;
    }
}

template <Scalar Member> Json valueSchema()
{
    if constexpr (std::is_same_v<Member, bool>)
        return {{"type", "boolean"}};
    else
        return scalarSchema<Value<Member>>();
}

// One value may stand without its list.
template <TextList Member> Json valueSchema()
{
    const Json item = scalarSchema<Value<Element<Member>>>();
    return {{"anyOf", Json::array({item, {{"type", "array"}, {"items", item}}})}};
}

template <Object Member> Json valueSchema() { return objectSchema<Member>(); }
template <OptionalObject Member> Json valueSchema() { return objectSchema<typename Member::value_type>(); }

template <ObjectList Member> Json valueSchema()
{
    using Item = Element<Member>;
    if constexpr (!Named<Item>)
        return {{"type", "array"}, {"items", objectSchema<Item>()}};
    else {
        using Key = std::remove_cvref_t<decltype(std::declval<Item>().*NamedBy<Item>::key)>;
        Json schema{{"type", "object"}};
        const Json names = scalarSchema<Value<Key>>();
        if (names.contains("pattern")) schema["propertyNames"] = {{"pattern", names["pattern"]}};
        if constexpr (NamedValue<Item>)
            schema["additionalProperties"] =
                valueSchema<std::remove_cvref_t<decltype(std::declval<Item>().*NamedBy<Item>::value)>>();
        else
            schema["additionalProperties"] = objectSchema<Item>();
        return schema;
    }
}

template <class Member> Json fieldSchema(const FieldRow& row)
{
    Json schema{{"title", row.title}, {"description", row.help}};
    Json value;
    if constexpr (std::is_same_v<Member, Sequence<Profile>>)
        value = {{"type", "array"}, {"uniqueItems", true}, {"items", scalarSchema<DnsLabel>()}};
    else
        value = valueSchema<Member>();
    if (!row.inside.empty())
        value = {
            {"type", "object"}, {"additionalProperties", false}, {"properties", {{std::string(row.inside), value}}}};
    schema.update(value);
    if (!row.example.empty()) schema["examples"] = Json::array({row.example});
    if (row.defaultText && schema.contains("type")) {
        const std::string text = row.defaultText();
        if (schema["type"] == "integer")
            schema["default"] = std::stoi(text);
        else
            schema["default"] = text;
    }
    return schema;
}

template <HasFields Owner> Json objectSchema()
{
    Json properties = Json::object();
    Json required = Json::array();
    forEachField<Owner>([&](const auto& field) {
        using Member = typename std::remove_cvref_t<decltype(field)>::MemberType;
        properties[std::string(field.row.key)] = fieldSchema<Member>(field.row);
        if (field.row.presence != Presence::Optional) required.push_back(field.row.key);
    });
    Json schema{{"type", "object"}, {"additionalProperties", false}, {"properties", std::move(properties)}};
    if (!required.empty()) schema["required"] = std::move(required);
    return schema;
}

template <HasFields Owner> std::string fileSchema(std::string_view title, std::string_view format)
{
    Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", title}};
    schema.update(objectSchema<Owner>());
    Json properties{{"n3x",
                     {{"title", "Format"},
                      {"description", "What this file is, and in which version of its format."},
                      {"const", format}}}};
    properties.update(schema["properties"]);
    schema["properties"] = std::move(properties);
    Json required = Json::array({"n3x"});
    for (const auto& key : schema["required"]) required.push_back(key);
    schema["required"] = std::move(required);
    return schema.dump(2) + "\n";
}

} // namespace

std::string jsonSchema(FileKind kind)
{
    switch (kind) {
    case FileKind::Project: return fileSchema<Project>("n3x Studio project (n3x.yaml)", projectFormat);
    case FileKind::Profile: return fileSchema<Profile>("n3x Studio profile (profiles/<name>.yaml)", profileFormat);
    case FileKind::Hardware: break;
    }
    return fileSchema<HardwareTarget>("n3x Studio hardware target (profiles/hardware/<target>.yaml)", hardwareFormat);
}

} // namespace n3x
