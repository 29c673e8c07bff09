// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/finder.h"

#include "core/edits/repairs.h"
#include "core/edits/values.h"
#include "core/files/nearest.h"

#include <algorithm>

namespace n3x::checks {

const Code& refusalCode(const DnsLabel*, std::string_view text)
{
    return text.size() > 63 ? codes::nameTooLong : codes::notALabel;
}

const Code& refusalCode(const InterfaceName*, std::string_view text)
{
    return text.size() > 15 ? codes::interfaceNameTooLong : codes::interfaceNameRefused;
}

// Lower case, everything else a hyphen: "Edge Server_1" is "edge-server-1".
std::vector<std::string> meant(const DnsLabel*, std::string_view text)
{
    std::string label;
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z')
            label += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            label += c;
        else if (!label.empty() && label.back() != '-')
            label += '-';
    }
    if (label.size() > 63) label.resize(63);
    while (label.ends_with('-')) label.pop_back();
    if (label.empty()) return {};
    return {label};
}

std::vector<std::string> meant(const Duration*, std::string_view text)
{
    std::string withUnit = std::string(text) + "ms";
    if (text.empty() || !Duration::parse(withUnit)) return {};
    return {withUnit};
}

std::vector<std::string> meant(const IpAddress*, std::string_view text)
{
    const auto address = IpAddress::parse(text.substr(0, text.find('/')));
    if (!address) return {};
    return {address->text()};
}

std::vector<std::string> meant(const Subnet*, std::string_view text)
{
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return {};
    const auto address = IpAddress::parse(text.substr(0, slash));
    if (!address) return {};
    for (int length = 0; length <= address->bitCount(); ++length) {
        if (std::to_string(length) != text.substr(slash + 1)) continue;
        return {Subnet::around(*address, length)->text()};
    }
    return {};
}

std::vector<std::string> meant(const K3sVersion*, std::string_view text)
{
    std::vector<std::string> texts;
    for (const std::string& candidate :
         {"v" + std::string(text), std::string(text) + "+k3s1", "v" + std::string(text) + "+k3s1"})
        if (K3sVersion::parse(candidate)) texts.push_back(candidate);
    return texts;
}

std::vector<std::string> nearestWord(std::string_view text, std::vector<std::string_view> words)
{
    const auto word = nearest(text, std::span<const std::string_view>(words));
    if (!word) return {};
    return {*word};
}

std::optional<std::string> onlyNearest(std::string_view name, std::vector<std::string> names)
{
    const auto first = nearest(name, names);
    if (!first) return {};
    std::erase(names, *first);
    const auto second = nearest(name, names);
    if (second && letterDistance(name, *second) == letterDistance(name, *first)) return {};
    return first;
}

void addRefusal(Finder& finder, const Code& code, const ObjectPath& path, const std::string& text,
                const Refusal& refusal, std::vector<Edit> fixes)
{
    finder.add(code, path, text.empty() ? Text(N3X_TEXT("Nothing stands here, and a value is needed.")) : refusal.what,
               refusal.advice, std::move(fixes));
}

void addRepeated(Finder& finder, const ObjectPath& entry, const std::string& text)
{
    finder.add(codes::entryTwice, entry, {N3X_TEXT("“%1” stands in this list twice."), {text}},
               N3X_TEXT("Name it once."), {edits::setValue(entry, "")});
}

void checkName(Finder& finder, const Entered<DnsLabel>& said, const ObjectPath& object)
{
    if (said) return;
    const std::string text = said.text();
    const DnsLabel* type = nullptr;
    std::vector<Edit> fixes;
    for (const std::string& wanted : meant(type, text)) fixes.push_back(edits::giveName(object, wanted));
    addRefusal(finder, refusalCode(type, text), object / "name", text, said.refusal(), std::move(fixes));
}

} // namespace n3x::checks
