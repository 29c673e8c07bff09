// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/save.h"

#include "core/files/field_tables.h"
#include "core/files/format.h"
#include "core/files/yaml_writer.h"

#include <algorithm>
#include <charconv>

namespace n3x {
namespace {

template <class T> struct IsNumber : std::false_type {};
template <class Rule> struct IsNumber<BoundedNumber<Rule>> : std::true_type {};

// A number that its type refused (VLAN 4095) is still written as the number that somebody typed.
YamlValue numberOrText(const std::string& text)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool same = error == std::errc() && end == text.data() + text.size() && std::to_string(number) == text;
    return same ? YamlValue::number(number) : YamlValue::text(text);
}

template <TextLike T> YamlValue valueOf(const T& member)
{
    if constexpr (IsNumber<Value<T>>::value)
        return numberOrText(textOf(member));
    else
        return YamlValue::text(textOf(member));
}

template <class List> YamlValue listOf(const List& list, bool single)
{
    if (single && list.size() == 1) return valueOf(list.front());
    std::vector<YamlValue> items;
    items.reserve(list.size());
    for (const auto& item : list) items.push_back(valueOf(item));
    return YamlValue::list(std::move(items));
}

// Whether nothing has been said. A type that takes an empty text is told apart from one where nothing stands.
template <class Member> bool isAbsent(const FieldRow& row, const Member& member, const Member& absent)
{
    if (row.presence == Presence::Demanded) return false;
    return member == absent;
}

template <class Owner> void writeFields(const Owner& owner, YamlWriter& writer);

template <Scalar Member> void writeField(const FieldRow& row, const Member& member, YamlWriter& writer)
{
    if constexpr (std::is_same_v<Member, bool>)
        writer.put(row.key, YamlValue::flag(member));
    else if constexpr (IsOptional<Member>::value)
        writer.put(row.key, valueOf(*member));
    else
        writer.put(row.key, valueOf(member));
}

template <TextList Member> void writeField(const FieldRow& row, const Member& member, YamlWriter& writer)
{
    if constexpr (IsOptional<Member>::value)
        writer.put(row.key, listOf(*member, row.single));
    else
        writer.put(row.key, listOf(member, row.single));
}

template <Object Member> void writeField(const FieldRow& row, const Member& member, YamlWriter& writer)
{
    writer.openMap(row.key);
    writeFields(member, writer);
    writer.close();
}

template <OptionalObject Member> void writeField(const FieldRow& row, const Member& member, YamlWriter& writer)
{
    writeField(row, *member, writer);
}

template <class Item> void writeNamed(const Item& item, YamlWriter& writer)
{
    writer.openMap(textOf(item.*NamedBy<Item>::key));
    writeFields(item, writer);
    writer.close();
}

template <ObjectList Member> void writeElements(std::string_view key, const Member& member, YamlWriter& writer)
{
    using Item = Element<Member>;
    if constexpr (NamedValue<Item>) {
        std::vector<std::pair<std::string, YamlValue>> entries;
        for (const Item& item : member) {
            const auto& value = item.*NamedBy<Item>::value;
            if constexpr (TextLike<std::remove_cvref_t<decltype(value)>>)
                entries.emplace_back(textOf(item.*NamedBy<Item>::key), valueOf(value));
            else
                entries.emplace_back(textOf(item.*NamedBy<Item>::key), listOf(value, true));
        }
        writer.put(key, YamlValue::map(std::move(entries)));
    } else if constexpr (Named<Item>) {
        writer.openMap(key);
        for (const auto& item : member) {
            if constexpr (IsSequence<Member>::value)
                writeNamed(item.get(), writer);
            else
                writeNamed(item, writer);
        }
        writer.close();
    } else {
        writer.openList(key);
        for (const Item& item : member) {
            writer.openItem();
            writeFields(item, writer);
            writer.close();
        }
        writer.close();
    }
}

template <ObjectList Member> void writeField(const FieldRow& row, const Member& member, YamlWriter& writer)
{
    if (row.inside.empty()) return writeElements(row.key, member, writer);
    writer.openMap(row.key);
    writeElements(row.inside, member, writer);
    writer.close();
}

void writeField(const FieldRow& row, const Sequence<Profile>& profiles, YamlWriter& writer)
{
    std::vector<YamlValue> names;
    for (const auto& profile : profiles) names.push_back(YamlValue::text(profile->name.text()));
    writer.put(row.key, YamlValue::list(std::move(names)));
}

template <class Owner> void writeFields(const Owner& owner, YamlWriter& writer)
{
    static const Owner absent;
    forEachField<Owner>([&](const auto& field) {
        if (!isAbsent(field.row, owner.*field.member, absent.*field.member))
            writeField(field.row, owner.*field.member, writer);
    });
}

template <class Owner> std::string fileOf(std::string_view format, const Owner& owner)
{
    YamlWriter writer;
    writer.put("n3x", YamlValue::text(format));
    writeFields(owner, writer);
    return writer.text();
}

} // namespace

std::string profileFile(std::string_view name, int earlier)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string file = "profiles/";
    if (name.empty()) file += "%";
    for (std::size_t at = 0; at < name.size(); ++at) {
        const char c = name[at];
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '_' || (c == '.' && at != 0);
        if (plain) {
            file += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        file += '%';
        file += digits[byte >> 4U];
        file += digits[byte & 0xfU];
    }
    if (earlier != 0) file += "%~" + std::to_string(earlier + 1);
    return file + ".yaml";
}

std::string profileFile(std::string_view name) { return profileFile(name, 0); }

SourceText saveProject(const Project& project)
{
    SourceText files;
    files.emplace("n3x.yaml", fileOf(projectFormat, project));
    std::map<std::string, int, std::less<>> seen;
    for (const auto& profile : project.profiles) {
        const std::string name = profile->name.text();
        files.emplace(profileFile(name, seen[name]++), fileOf(profileFormat, profile.get()));
    }
    return files;
}

std::string saveHardwareTarget(const HardwareTarget& target) { return fileOf(hardwareFormat, target); }

} // namespace n3x
