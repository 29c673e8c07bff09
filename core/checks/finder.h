// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/checks/code_names.h"
#include "core/edits/values.h"
#include "core/types/choice.h"
#include "core/types/duration.h"
#include "core/types/kubernetes.h"
#include "core/types/mac_address.h"
#include "core/types/number.h"
#include "core/types/plain_text.h"
#include "core/types/subnet.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

// What the checks share: how a problem is noted, and what becomes of a text that a type refused.
namespace n3x::checks {

class Finder {
public:
    explicit Finder(Problems& found) : found_(found) {}

    void add(const Code& code, ObjectPath path, Text what, Text advice, std::vector<Edit> fixes = {})
    {
        found_.push_back(
            {code.text, code.severity, std::move(path), {}, std::move(what), std::move(advice), std::move(fixes)});
    }

    void take(Problem problem) { found_.push_back(std::move(problem)); }

private:
    Problems& found_;
};

// The same edit, for a person to choose.
[[nodiscard]] inline Edit choice(Edit edit)
{
    edit.isChoice = true;
    return edit;
}

// The code for a text that this type refuses; the pointer only chooses the overload.
[[nodiscard]] const Code& refusalCode(const DnsLabel*, std::string_view text);
[[nodiscard]] const Code& refusalCode(const InterfaceName*, std::string_view text);
inline const Code& refusalCode(const DnsName*, std::string_view) { return codes::notADnsName; }
inline const Code& refusalCode(const Line*, std::string_view) { return codes::textRefused; }
inline const Code& refusalCode(const Word*, std::string_view) { return codes::textRefused; }
inline const Code& refusalCode(const Url*, std::string_view) { return codes::urlRefused; }
inline const Code& refusalCode(const SshKey*, std::string_view) { return codes::sshKeyRefused; }
inline const Code& refusalCode(const AgeRecipient*, std::string_view) { return codes::ageKeyRefused; }
inline const Code& refusalCode(const CacheKey*, std::string_view) { return codes::cacheKeyRefused; }
inline const Code& refusalCode(const RegistryMirror*, std::string_view) { return codes::mirrorRefused; }
inline const Code& refusalCode(const Duration*, std::string_view) { return codes::durationRefused; }
inline const Code& refusalCode(const JobCount*, std::string_view) { return codes::jobCountRefused; }
inline const Code& refusalCode(const IpAddress*, std::string_view) { return codes::addressRefused; }
inline const Code& refusalCode(const Subnet*, std::string_view) { return codes::subnetRefused; }
inline const Code& refusalCode(const MacAddress*, std::string_view) { return codes::macRefused; }
inline const Code& refusalCode(const VlanId*, std::string_view) { return codes::vlanRefused; }
inline const Code& refusalCode(const Mtu*, std::string_view) { return codes::mtuRefused; }
inline const Code& refusalCode(const LabelKey*, std::string_view) { return codes::labelKeyRefused; }
inline const Code& refusalCode(const LabelValue*, std::string_view) { return codes::labelValueRefused; }
inline const Code& refusalCode(const Taint*, std::string_view) { return codes::taintRefused; }
inline const Code& refusalCode(const K3sVersion*, std::string_view) { return codes::versionRefused; }
template <class Kind> const Code& refusalCode(const Choice<Kind>*, std::string_view) { return codes::notAChoice; }

// Texts that were probably meant; empty when there is no telling.
template <class T> std::vector<std::string> meant(const T*, std::string_view) { return {}; }
[[nodiscard]] std::vector<std::string> meant(const DnsLabel*, std::string_view text);
[[nodiscard]] std::vector<std::string> meant(const Duration*, std::string_view text);
[[nodiscard]] std::vector<std::string> meant(const IpAddress*, std::string_view text);
[[nodiscard]] std::vector<std::string> meant(const Subnet*, std::string_view text);
[[nodiscard]] std::vector<std::string> meant(const K3sVersion*, std::string_view text);
[[nodiscard]] std::vector<std::string> nearestWord(std::string_view text, std::vector<std::string_view> words);
template <class Kind> std::vector<std::string> meant(const Choice<Kind>*, std::string_view text)
{
    const auto words = choiceWords(Kind{});
    return nearestWord(text, {words.begin(), words.end()});
}

// The name that was probably meant; nothing where two are as near, of which a person has to choose.
[[nodiscard]] std::optional<std::string> onlyNearest(std::string_view name, std::vector<std::string> names);

void addRefusal(Finder& finder, const Code& code, const ObjectPath& path, const std::string& text,
                const Refusal& refusal, std::vector<Edit> fixes);

// Notes a text that its type refused; the path is only made where there is one. Gives back whether it is a value.
template <class T, class Path>
bool checkValue(Finder& finder, const Entered<T>& said, Path&& path, std::vector<Edit> fixes = {})
{
    if (said.valid()) [[likely]]
        return true;
    const std::string text = said.text();
    if (T::parse(text)) return true; // nothing was said where nothing is a value too: there is no refusal
    const T* type = nullptr;
    const ObjectPath where = path();
    for (const std::string& meantText : meant(type, text)) fixes.push_back(edits::setValue(where, meantText));
    addRefusal(finder, refusalCode(type, text), where, text, said.refusal(), std::move(fixes));
    return false;
}

template <class T, class Path> bool checkValue(Finder& finder, const std::optional<Entered<T>>& said, Path&& path)
{
    return !said || checkValue(finder, *said, std::forward<Path>(path));
}

// Every element of a list, each under its index.
template <class T, class Path> bool checkEach(Finder& finder, const std::vector<Entered<T>>& said, Path&& path)
{
    bool good = true;
    for (std::size_t index = 0; index < said.size(); ++index)
        good = checkValue(finder, said[index], [&] { return path() / index; }) && good;
    return good;
}

void addRepeated(Finder& finder, const ObjectPath& entry, const std::string& text);

// The same of a list that has no rule of its own for what stands in it twice.
template <class T, class Path> void checkValues(Finder& finder, const std::vector<Entered<T>>& said, Path&& path)
{
    checkEach(finder, said, path);
    for (std::size_t index = 1; index < said.size(); ++index)
        if (const auto own = said.begin() + static_cast<std::ptrdiff_t>(index);
            *own && std::find(said.begin(), own, *own) != own)
            addRepeated(finder, path() / index, own->text());
}

// The name of an object. One that is mended is one that no other has.
void checkName(Finder& finder, const Entered<DnsLabel>& said, const ObjectPath& object);

template <class T> const T* valueOf(const std::optional<Entered<T>>& said) { return said ? said->get() : nullptr; }

// The kind of a choice, or what counts where none is said or the word is refused.
template <class Kind> Kind kindOf(const std::optional<Entered<Choice<Kind>>>& said, Kind otherwise)
{
    const auto* value = valueOf(said);
    return value == nullptr ? otherwise : value->kind();
}

template <class Kind> bool contains(const std::vector<Entered<Choice<Kind>>>& said, Kind kind)
{
    for (const auto& one : said)
        if (one && one.value().kind() == kind) return true;
    return false;
}

} // namespace n3x::checks
