// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/load.h"

#include "core/files/code_names.h"
#include "core/files/format.h"
#include "core/files/nearest.h"
#include "core/files/reader.h"
#include "core/files/save.h"
#include "core/files/yaml_tree.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace n3x {
namespace {

constexpr std::string_view projectFile = "n3x.yaml";
const Reader::Where top;

// What came of one file.
struct FileReading {
    YamlReading yaml;
    bool lost = false; // it says something that the model does not hold
    bool hasFormat = true;
    bool wasRead = false; // to its end, as what it is
};

std::string_view kindOf(std::string_view format) { return format.substr(0, format.find('/')); }

// Whether the first key says that the file is what it should be; only then it is read further.
bool isOfFormat(const YamlTree& tree, std::string_view expected, Reader& reader)
{
    const YamlTree::Node& root = tree.root();
    if (root.kind != YamlTree::Kind::Map) return true; // the reader of the object says what is wrong
    const YamlTree::Entry* entry = tree.entry(root, "n3x");
    if (!entry) {
        reader.report(codes::keyMissing, root, nullptr, {N3X_TEXT("The key “%1” is missing here."), {"n3x"}},
                      {N3X_TEXT("Begin the file with “n3x: %1”, which says what it is."), {std::string(expected)}});
        return true;
    }
    const YamlTree::Node& value = tree.node(entry->value);
    if (value.text == expected) return true;
    const Reader::Where where{&top, "n3x"};
    const bool sameKind = kindOf(value.text) == kindOf(expected) && value.text.contains('/');
    const std::string_view version =
        std::string_view(value.text).substr(std::min(value.text.size(), kindOf(value.text).size() + 1));
    const bool newer = sameKind && !version.empty() && version != "0" &&
                       std::ranges::all_of(version, [](char c) { return c >= '0' && c <= '9'; });
    if (newer)
        reader.report(codes::newerFormat, value, &where,
                      {N3X_TEXT("The file has the format “%1”, which is newer than this program."), {value.text}},
                      {N3X_TEXT("Open it with a newer n3x Studio; this one reads “%1” and leaves the file as it is."),
                       {std::string(expected)}});
    else
        reader.report(
            codes::otherKind, value, &where,
            {N3X_TEXT("The file says that it is “%1”; “%2” belongs here."), {value.text, std::string(expected)}},
            {N3X_TEXT("Write “n3x: %1”, or put the file where it belongs."), {std::string(expected)}});
    return false;
}

template <class Owner>
FileReading readFile(std::string_view file, std::string_view text, std::string_view format, const ObjectPath& base,
                     Owner& owner, Problems& problems)
{
    FileReading reading{readYaml(file, text)};
    for (Problem& problem : reading.yaml.problems) {
        problem.path = base;
        reading.lost = true;
        problems.push_back(std::move(problem));
    }
    // An empty file has been reported once; that its keys are missing as well would be noise.
    if (!reading.yaml.tree || reading.yaml.tree->root().kind == YamlTree::Kind::Null) return reading;
    const std::size_t before = problems.size();
    Reader reader(*reading.yaml.tree, file, base, problems);
    const YamlTree::Node& root = reading.yaml.tree->root();
    reading.hasFormat = root.kind != YamlTree::Kind::Map || reading.yaml.tree->entry(root, "n3x");
    if (isOfFormat(*reading.yaml.tree, format, reader)) {
        reader.readObject(reading.yaml.tree->root(), owner, top, {"n3x"});
        reading.lost = reading.lost || reader.lost();
        reading.wasRead = !reading.yaml.incomplete && root.kind == YamlTree::Kind::Map;
    } else {
        reading.lost = true;
    }
    // Where the tree ends early, forms are wrong and keys are missing only because nobody read on.
    if (reading.yaml.incomplete)
        problems.erase(std::remove_if(problems.begin() + static_cast<std::ptrdiff_t>(before), problems.end(),
                                      [](const Problem& problem) {
                                          return problem.code == codes::wrongForm.text ||
                                                 problem.code == codes::keyMissing.text;
                                      }),
                       problems.end());
    return reading;
}

std::vector<std::pair<std::string, const YamlTree::Node*>> listedProfiles(const YamlTree& tree)
{
    std::vector<std::pair<std::string, const YamlTree::Node*>> listed;
    const YamlTree::Entry* entry = tree.entry(tree.root(), "profiles");
    if (!entry) return listed;
    const YamlTree::Node& list = tree.node(entry->value);
    if (list.kind == YamlTree::Kind::Scalar) listed.emplace_back(list.text, &list);
    if (list.kind != YamlTree::Kind::List) return listed;
    for (const YamlTree::Entry& item : list.entries) {
        const YamlTree::Node& name = tree.node(item.value);
        if (name.kind == YamlTree::Kind::Scalar) listed.emplace_back(name.text, &name);
    }
    return listed;
}

void sortProblems(Problems& problems)
{
    std::ranges::stable_sort(problems, [](const Problem& one, const Problem& two) {
        return std::tie(one.position, one.code, one.path) < std::tie(two.position, two.code, two.path);
    });
    // What an alias stands for is one place in the file, however often it is read.
    const auto repeated = std::ranges::unique(problems, [](const Problem& one, const Problem& two) {
        return one.position == two.position && one.code == two.code && one.what == two.what;
    });
    problems.erase(repeated.begin(), repeated.end());
}

constexpr std::string_view profilesFolder = "profiles/";

class ProjectLoading {
public:
    explicit ProjectLoading(const SourceText& files) : files_(files) {}

    LoadedProject load()
    {
        const auto source = files_.find(std::string(projectFile));
        if (source == files_.end()) {
            loaded_.unread.project = true;
            report(codes::noProjectFile, {}, {std::string(projectFile), 1, 1},
                   N3X_TEXT("The folder has no file n3x.yaml."),
                   N3X_TEXT("Open the folder that has one, or make a project with n3x new."));
            return std::move(loaded_);
        }
        FileReading reading =
            readFile(projectFile, source->second, projectFormat, {}, loaded_.project, loaded_.problems);
        note(std::string(projectFile), reading);
        loaded_.unread.project = !reading.wasRead;
        loaded_.positions.setProject(std::string(projectFile), reading.yaml.tree);
        if (reading.yaml.tree) loadProfiles(*reading.yaml.tree);
        reportUnlisted(reading.yaml.tree != nullptr && !reading.lost);
        sortProblems(loaded_.problems);
        return std::move(loaded_);
    }

private:
    void loadProfiles(const YamlTree& project)
    {
        checkList(project);
        const auto listed = listedProfiles(project);
        findUnlisted(listed);
        std::map<std::string, int, std::less<>> seen;
        auto profiles = loaded_.project.profiles.transient();
        for (const auto& [name, node] : listed) {
            const int earlier = seen[name]++;
            const std::string file = profileFile(name, earlier);
            if (earlier != 0 && !files_.contains(file)) { // the same once more, which nothing would be lost with
                reportListedTwice(name, *node);
                continue;
            }
            Profile profile = loadProfile(name, file, *node);
            profiles.push_back(immer::box<Profile>(std::move(profile)));
        }
        loaded_.project.profiles = profiles.persistent();
    }

    void findUnlisted(const std::vector<std::pair<std::string, const YamlTree::Node*>>& listed)
    {
        std::set<std::string> meant;
        std::map<std::string, int, std::less<>> seen;
        for (const auto& [name, node] : listed) meant.insert(profileFile(name, seen[name]++));
        for (const auto& [file, text] : files_)
            if (file.starts_with(profilesFolder) && file.ends_with(".yaml") &&
                file.find('/', profilesFolder.size()) == std::string::npos && !meant.contains(file))
                unlisted_.push_back(file);
    }

    void checkList(const YamlTree& project)
    {
        const YamlTree::Entry* entry = project.entry(project.root(), "profiles");
        if (!entry) return;
        std::vector<std::string> names; // reads the list for its form only
        Problems& problems = loaded_.problems;
        const ObjectPath base;
        Reader reader(project, projectFile, base, problems);
        reader.readField(FieldRow{}, project.node(entry->value), names, Reader::Where{&top, "profiles"});
        if (reader.lost()) unsafe(std::string(projectFile));
    }

    // Nothing is generated of a profile while it is.
    void reportListedTwice(const std::string& name, const YamlTree::Node& listed)
    {
        loaded_.unread.profiles.insert(name);
        report(codes::profileFileMissing, ObjectPath::of({"profiles", name}),
               {std::string(projectFile), listed.line, listed.column},
               {N3X_TEXT("The profile “%1” is listed twice."), {name}},
               N3X_TEXT("Take the name out of the list once, or name another profile."));
    }

    Profile loadProfile(const std::string& name, const std::string& file, const YamlTree::Node& listed)
    {
        const ObjectPath path = ObjectPath::of({"profiles", name});
        Profile profile;
        const auto source = files_.find(file);
        if (source == files_.end()) {
            // Its place is kept: a project that is saved must not forget it.
            reportMissing(name, file, path, listed);
            unsafe(file);
            loaded_.unread.profiles.insert(name);
            loaded_.positions.setProfile(name, std::string(projectFile), nullptr);
        } else {
            const FileReading reading = readFile(file, source->second, profileFormat, path, profile, loaded_.problems);
            note(file, reading);
            if (!reading.wasRead) loaded_.unread.profiles.insert(name);
            loaded_.positions.setProfile(name, file, reading.yaml.tree);
            if (reading.yaml.tree && !reading.yaml.incomplete)
                compareNames(name, file, path, profile, *reading.yaml.tree);
        }
        profile.name = Entered<DnsLabel>::from(name);
        return profile;
    }

    [[nodiscard]] std::vector<std::string> unlistedNames() const
    {
        std::vector<std::string> names;
        for (const std::string_view file : unlisted_)
            names.emplace_back(file.substr(profilesFolder.size(), file.rfind('.') - profilesFolder.size()));
        return names;
    }

    // The file of a name that cannot be one is nothing that anybody should make.
    void reportMissing(const std::string& name, const std::string& file, const ObjectPath& path,
                       const YamlTree::Node& listed)
    {
        Text what(N3X_TEXT("The profile “%1” has no file %2."), {name, file});
        Text advice = N3X_TEXT("Add the file, or take the name out of the list.");
        if (!DnsLabel::parse(name)) {
            what = {N3X_TEXT("“%1” in the list of profiles is not the name of a profile."), {name}};
            advice = N3X_TEXT("Write a name of lower-case letters, digits and hyphens whose file, NAME.yaml, is in "
                              "the folder profiles; or take it out of the list.");
        } else if (!unlisted_.empty()) {
            // A slip of the list, maybe: what was exported of the profile that is meant must not go.
            loaded_.unread.project = true;
            const std::vector<std::string> names = unlistedNames();
            const auto meant = names.size() == 1 ? names.front() : nearest(name, names);
            if (meant) advice = {N3X_TEXT("Did you mean “%1”? The list does not name its file."), {*meant}};
        }
        report(codes::profileFileMissing, path, {std::string(projectFile), listed.line, listed.column}, std::move(what),
               std::move(advice));
    }

    void compareNames(const std::string& name, const std::string& file, const ObjectPath& path, const Profile& profile,
                      const YamlTree& tree)
    {
        const YamlTree::Entry* entry = tree.entry(tree.root(), "name");
        if (!entry || profile.name.reads(name) || profile.name.text().empty()) return;
        const YamlTree::Node& node = tree.node(entry->value);
        report(codes::profileNameDiffers, path / "name", {file, node.line, node.column},
               {N3X_TEXT("The file says that the profile's name is “%1”; its own name says “%2”."), {node.text, name}},
               {N3X_TEXT("Write “name: %1”, or rename the file and its entry in n3x.yaml."), {name}});
    }

    // Where n3x.yaml could not be read nobody knows what it lists.
    void reportUnlisted(bool listIsKnown)
    {
        if (!listIsKnown) return;
        for (const std::string& file : unlisted_) {
            report(codes::profileUnlisted, ObjectPath("profiles"), {file, 1, 1},
                   {N3X_TEXT("The file %1 is not in the list of profiles, so it is not read."), {file}},
                   N3X_TEXT("Add its name to “profiles” in n3x.yaml, or move it out of the folder."));
        }
    }

    void report(const Code& code, ObjectPath path, FilePosition position, Text what, Text advice)
    {
        loaded_.problems.push_back(
            {code.text, code.severity, std::move(path), std::move(position), std::move(what), std::move(advice), {}});
    }

    void note(const std::string& file, const FileReading& reading)
    {
        if (reading.lost) unsafe(file);
        if (!reading.hasFormat) loaded_.filesWithoutFormat.push_back(file);
        if (reading.yaml.hasComments) loaded_.filesWithComments.push_back(file);
    }

    void unsafe(const std::string& file)
    {
        if (!std::ranges::contains(loaded_.unsafeToSave, file)) loaded_.unsafeToSave.push_back(file);
    }

    const SourceText& files_;
    LoadedProject loaded_;
    std::vector<std::string> unlisted_; // files of profiles that the list does not name
};

} // namespace

LoadedProject loadProject(const SourceText& files) { return ProjectLoading(files).load(); }

bool Unread::holds(const ObjectPath& path) const
{
    const std::vector<std::string> names = path.names();
    if (names.size() >= 2 && names[0] == "profiles") return profiles.contains(names[1]);
    return project;
}

Withheld withheld(const LoadedProject& loaded)
{
    const auto isLost = [&](std::string_view file) { return std::ranges::contains(loaded.unsafeToSave, file); };
    const auto isUnread = [&](std::string_view file) {
        return isLost(file) || std::ranges::contains(loaded.filesWithoutFormat, file);
    };
    Withheld result;
    result.unread = loaded.unread;
    result.everything = loaded.unread.project || isUnread(projectFile);
    std::map<std::string, int, std::less<>> seen;
    for (const immer::box<Profile>& profile : loaded.project.profiles)
        if (std::string name = profile->name.text(); isUnread(profileFile(name, seen[name]++)))
            result.profiles.insert(std::move(name));
    return result;
}

std::expected<HardwareTarget, Problems> loadHardwareTarget(std::string_view file, std::string_view text)
{
    std::string_view name = file.substr(file.rfind('/') + 1);
    name = name.substr(0, name.rfind(".yaml"));
    HardwareTarget target;
    Problems problems;
    const ObjectPath base = ObjectPath::of({"hardware", name});
    readFile(file, text, hardwareFormat, base, target, problems);
    sortProblems(problems);
    if (hasErrors(problems)) return std::unexpected(std::move(problems));
    target.name = Entered<Word>::from(name);
    return target;
}

} // namespace n3x
