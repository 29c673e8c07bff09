// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/document/translated.h"
#include "app/inspector/inspected_object.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

// Which rows of an object stand together, and on which page.
namespace n3x {
namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

// What people look for by its subject, wherever the files keep it.
QString subjectOf(std::string_view key)
{
    if (key == "deploy" || key == "tuning") return Tr::tr("Deployment");
    if (key == "k3s/addons" || key == "k3s/longhornPaths") return Tr::tr("Add-ons");
    if (key == "admins/age" || key == "age") return Tr::tr("Secrets");
    return {};
}

// The page of the rows under an outer key that are no subject of their own.
QString pageOf(std::string_view outer)
{
    if (outer == "k3s") return Tr::tr("K3s");
    if (outer == "caches" || outer == "builders") return Tr::tr("Deployment");
    return Tr::tr("General");
}

// Lists of objects: each of them is a section of its own, that can be removed.
bool isListed(std::string_view outer)
{
    return outer == "overrides" || outer == "routes" || outer == "builders" || outer == "nics";
}

// Rows of one outer key ("dhcp/…", "addresses/…") stand together under the title of that object; those of a subject
// of their own come last.
std::vector<InspectorSection> grouped(const Project& project, const ObjectPath& object)
{
    std::vector<InspectorSection> sections{{.title = {}, .removable = {}, .page = pageOf({}), .rows = {}}};
    std::vector<InspectorSection> subjects;
    std::string group;
    for (FieldInfo& field : fieldsOf(project, object)) {
        if (field.kind == FieldKind::Object || field.kind == FieldKind::Objects) continue;
        if (const QString subject = subjectOf(field.key); !subject.isEmpty()) {
            auto known = std::ranges::find(subjects, subject, &InspectorSection::title);
            if (known == subjects.end())
                known =
                    subjects.insert(subjects.end(), {.title = subject, .removable = {}, .page = subject, .rows = {}});
            known->rows.push_back(std::move(field));
            continue;
        }
        const std::size_t slash = field.key.find('/');
        const std::string outer = slash == std::string::npos ? std::string() : field.key.substr(0, slash);
        if (isListed(outer)) continue;
        if (outer.empty()) {
            sections.front().rows.push_back(std::move(field));
            continue;
        }
        if (outer != group || sections.size() == 1) {
            group = outer;
            const auto known = fieldInfo(project, object / std::string_view(outer));
            sections.push_back({.title = known ? translated(known->title) : QString::fromStdString(outer),
                                .removable = {},
                                .page = pageOf(outer),
                                .rows = {}});
        }
        sections.back().rows.push_back(std::move(field));
    }
    std::ranges::move(subjects, std::back_inserter(sections));
    return sections;
}

void addListed(std::vector<InspectorSection>& sections, const Project& project, const ObjectPath& path,
               const QString& title, std::string_view outer)
{
    InspectorSection section{.title = title, .removable = path, .page = pageOf(outer), .rows = fieldsOf(project, path)};
    std::erase_if(section.rows, [](const FieldInfo& field) {
        return field.kind == FieldKind::Object || field.kind == FieldKind::Objects;
    });
    if (!section.rows.empty()) sections.push_back(std::move(section));
}

// A port has nothing of a bond, and a bond no port of its own. What is said all the same is shown, to be taken away.
void leaveOutOtherKind(std::vector<InspectorSection>& sections, const Project& project, const Uplink& uplink)
{
    constexpr std::array ofBonds{"members", "mode",      "primary",  "miimon",
                                 "upDelay", "downDelay", "lacpRate", "hashPolicy"};
    for (InspectorSection& section : sections)
        std::erase_if(section.rows, [&](const FieldInfo& field) {
            const std::string key = field.path.names().back();
            const bool isOfOther = uplink.bond ? key == "nic" : std::ranges::contains(ofBonds, key);
            return isOfOther && !valueText(project, field.path);
        });
}

// Pages in the order in which people fill them; the sections of one page follow each other.
void sortByPage(std::vector<InspectorSection>& sections)
{
    const QStringList pages{Tr::tr("General"), Tr::tr("K3s"), Tr::tr("Add-ons"), Tr::tr("Secrets"),
                            Tr::tr("Deployment")};
    const bool isOne = std::ranges::all_of(
        sections, [&](const InspectorSection& section) { return section.page == sections.front().page; });
    if (isOne) { // nothing to turn
        for (InspectorSection& section : sections) section.page.clear();
        return;
    }
    std::ranges::stable_sort(sections, {}, [&](const InspectorSection& section) { // what a page is named after first
        return std::pair(pages.indexOf(section.page), section.title != section.page && !section.title.isEmpty());
    });
}

} // namespace

QString introOf(const ObjectPath& object, const QString& page)
{
    const bool isNode = kindOf(object) == ObjectKind::Node;
    if (page == Tr::tr("K3s"))
        if (const auto field = fieldInfo(object / "k3s")) return translated(field->help);
    if (page == Tr::tr("Add-ons")) return Tr::tr("What is installed into the cluster beside K3s.");
    if (page == Tr::tr("Secrets"))
        return isNode
                   ? Tr::tr("The key that this node opens its own secrets with.")
                   : Tr::tr("Who may open what lies encrypted in the folder secrets. Nothing is stored in the clear.");
    if (page == Tr::tr("Deployment"))
        return Tr::tr("What the real machines run, and where builds find what is already there.");
    return {};
}

std::vector<InspectorSection> sectionsOf(const Project& project, const ObjectPath& object)
{
    std::vector<InspectorSection> sections = grouped(project, object);
    const auto names = object.names();
    const auto add = [&](std::string_view list, const ObjectPath& path, const QString& title) {
        addListed(sections, project, path, title, list);
    };
    const auto shown = [](const auto& name) { return QString::fromStdString(name); };
    if (names.empty()) {
        for (std::size_t at = 0; at < project.builders.size(); ++at)
            add("builders", object / "builders" / at, Tr::tr("Remote builder %1").arg(at + 1));
    } else if (names[0] == "hardware") {
        if (const HardwareTarget* target = findTarget(project, names[1]))
            for (std::size_t at = 0; at < target->nics.size(); ++at)
                add("nics", object / "nics" / at, Tr::tr("Port %1").arg(at + 1));
    }
    const Profile* profile = names.size() < 4 || names[0] != "profiles" ? nullptr : find(project.profiles, names[1]);
    if (profile != nullptr) {
        if (const Uplink* uplink = names[2] == "uplinks" ? find(profile->uplinks, names[3]) : nullptr) {
            for (const TargetPorts& ports : uplink->targets)
                add("targets", object / "targets" / std::string_view(ports.target),
                    Tr::tr("On %1").arg(shown(ports.target)));
            leaveOutOtherKind(sections, project, *uplink);
        } else if (const Network* network = names[2] == "networks" ? find(profile->networks, names[3]) : nullptr) {
            for (std::size_t at = 0; at < network->routes.size(); ++at)
                add("routes", object / "routes" / at, Tr::tr("Route %1").arg(at + 1));
        } else if (const Node* node = names[2] == "nodes" ? find(profile->nodes, names[3]) : nullptr) {
            for (const NetworkOverride& each : node->overrides)
                add("overrides", object / "overrides" / "networks" / std::string_view(each.network),
                    Tr::tr("Differs in %1").arg(shown(each.network)));
        }
    }
    sortByPage(sections);
    return sections;
}

} // namespace n3x
