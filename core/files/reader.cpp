// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/reader.h"

namespace n3x {
namespace {

ObjectPath pathOf(const ObjectPath& base, const Reader::Where* where)
{
    if (!where) return base;
    const ObjectPath outer = pathOf(base, where->outer);
    return where->name.empty() && !where->outer ? outer : outer / where->name;
}

std::string_view formOf(YamlTree::Kind kind)
{
    switch (kind) {
    case YamlTree::Kind::List: return N3X_TEXT("a list");
    case YamlTree::Kind::Map: return N3X_TEXT("a map");
    case YamlTree::Kind::Scalar: return N3X_TEXT("a text or number");
    case YamlTree::Kind::Null: break;
    }
    return N3X_TEXT("nothing");
}

} // namespace

void Reader::report(const Code& code, const Node& node, const Where* where, Text what, Text advice)
{
    problems_.push_back({code.text,
                         code.severity,
                         pathOf(base_, where),
                         FilePosition{std::string(file_), std::max(node.line, 1), std::max(node.column, 1)},
                         std::move(what),
                         std::move(advice),
                         {}});
}

void Reader::wrongForm(const Node& node, const Where& where, std::string_view expected)
{
    lost_ = true;
    const std::string form(formOf(node.kind));
    report(codes::wrongForm, node, &where,
           where.name.empty() && where.outer == nullptr
               ? Text(N3X_TEXT("The file is %1; %2 belongs there."), {form, std::string(expected)})
               : Text(N3X_TEXT("“%1” is %2 here; %3 belongs there."),
                      {std::string(where.name), form, std::string(expected)}),
           {N3X_TEXT("Write %1."), {std::string(expected)}});
}

// A label's value may be empty; it comes without a row. Of nothing, the parser only knows what follows it.
void Reader::withoutValue(const FieldRow& row, const Where& where)
{
    if (row.key.empty() || where.key == nullptr) return;
    report(codes::keyWithoutValue, *where.key, &where,
           {N3X_TEXT("“%1” has no value here, so it counts as not said."), {std::string(where.name)}},
           N3X_TEXT("Write the value behind the colon, or remove the key."));
}

void Reader::reportUnknown(const Node& key, const Where& where, const std::vector<std::string_view>& known)
{
    lost_ = true;
    Text advice(N3X_TEXT("Remove it, or look its name up: n3x schema lists all keys."));
    if (const auto meant = nearest(key.text, std::span<const std::string_view>(known)))
        advice = {N3X_TEXT("Did you mean “%1”?"), {*meant}};
    report(codes::keyUnknown, key, &where, {N3X_TEXT("The key “%1” is unknown here."), {key.text}}, std::move(advice));
}

} // namespace n3x
