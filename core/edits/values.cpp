// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/values.h"

#include "core/edits/hardware.h"
#include "core/edits/networks.h"
#include "core/edits/nodes.h"
#include "core/edits/profiles.h"
#include "core/edits/uplinks.h"
#include "core/files/fields.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace n3x::edits {
namespace {

// Where setting one value has to move others with it, the edit that does so; nothing for plain values.
std::optional<Edit> specialEdit(const std::vector<std::string>& names, std::string_view text)
{
    if (names.size() == 1 && names[0] == "deploy") return setDeploy(text);
    if (names.size() == 3 && names[2] == "name") {
        if (names[0] == "profiles") return renameProfile(names[1], text);
        if (names[0] == "hardware") return renameTarget(names[1], text);
    }
    if (names.size() != 5 || names[0] != "profiles") return {};
    const bool isName = names[4] == "name";
    if (isName && names[2] == "uplinks") return renameUplink(names[1], names[3], text);
    if (isName && names[2] == "networks") return renameNetwork(names[1], names[3], text);
    if (isName && names[2] == "nodes") return renameNode(names[1], names[3], text);
    if (names[2] == "networks" && names[4] == "subnet") return renumber(names[1], names[3], text);
    if (names[2] == "nodes" && names[4] == "target") return swapTarget(names[1], names[3], text);
    if (names[2] == "nodes" && names[4] == "role")
        if (const auto role = Choice<Role>::parse(text)) return setRole(names[1], names[3], role->kind());
    return {};
}

// The object whose inspector shows the value: a node, network, uplink, profile or target; empty for the project.
std::string ownerOf(const std::vector<std::string>& names)
{
    if (names.size() > 4 && names[0] == "profiles" &&
        (names[2] == "uplinks" || names[2] == "networks" || names[2] == "nodes"))
        return names[3];
    if (names.size() > 2 && (names[0] == "profiles" || names[0] == "hardware")) return names[1];
    return {};
}

// "Up delay" inside a sentence is "up delay", but "VLAN" stays "VLAN".
std::string insideSentence(std::string title)
{
    const auto isUpper = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (title.size() > 1 && isUpper(title[0]) && !isUpper(title[1]) && title[1] >= 'a')
        title[0] = static_cast<char>(title[0] - 'A' + 'a');
    return title;
}

// An entry of a list is called by its place, as people count.
std::optional<std::string> entryOf(const ObjectPath& path, const std::vector<std::string>& names)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (names.size() < 2 || names.back().size() > 9 || !std::ranges::all_of(names.back(), isDigit)) return {};
    const auto list = fieldInfo(path.parent());
    if (!list || list->kind != FieldKind::List) return {};
    return std::to_string(std::stoul(names.back()) + 1);
}

Text nameOf(const ObjectPath& path, const std::vector<std::string>& names, std::string_view text)
{
    if (const auto entry = entryOf(path, names)) {
        const std::vector<std::string> list(names.begin(), names.end() - 1);
        const std::string title = insideSentence(fieldInfo(path.parent())->title.english());
        const std::string owner = ownerOf(list);
        if (owner.empty())
            return text.empty() ? Text(N3X_TEXT("Remove entry %1 of %2"), {*entry, title})
                                : Text(N3X_TEXT("Change entry %1 of %2 to %3"), {*entry, title, onOneLine(text)});
        return text.empty()
                   ? Text(N3X_TEXT("Remove entry %1 of %2 of %3"), {*entry, title, owner})
                   : Text(N3X_TEXT("Change entry %1 of %2 of %3 to %4"), {*entry, title, owner, onOneLine(text)});
    }
    const auto field = fieldInfo(path);
    const std::string title = field           ? insideSentence(field->title.english())
                              : names.empty() ? std::string()
                                              : names.back();
    const std::string owner = ownerOf(names);
    if (text == emptyList)
        return owner.empty() ? Text(N3X_TEXT("Empty %1"), {title}) : Text(N3X_TEXT("Empty %1 of %2"), {title, owner});
    if (owner.empty())
        return text.empty() ? Text(N3X_TEXT("Unset %1"), {title})
                            : Text(N3X_TEXT("Change %1 to %2"), {title, onOneLine(text)});
    return text.empty() ? Text(N3X_TEXT("Unset %1 of %2"), {title, owner})
                        : Text(N3X_TEXT("Change %1 of %2 to %3"), {title, owner, onOneLine(text)});
}

} // namespace

Edit setValue(const ObjectPath& path, std::string_view text)
{
    const std::vector<std::string> names = path.names();
    if (auto edit = specialEdit(names, text)) return *std::move(edit);
    const bool isSubnet = names.size() == 6 && names[0] == "profiles" && names[2] == "networks" && names[4] == "subnet";
    return {nameOf(path, names, text),
            [path, text = std::string(text), moves = isSubnet && !text.empty()](const Project& project) {
                const Project changed = withValue(project, path, text);
                if (!moves) return changed;
                return setValue(path.parent(), valueText(changed, path.parent()).value_or("")).apply(project);
            }};
}

} // namespace n3x::edits
