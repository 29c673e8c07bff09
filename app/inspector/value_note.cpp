// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/inspector/value_note.h"

#include "app/inspector/inspected_object.h"
#include "core/edits/renames.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace n3x {
namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

QString shown(const std::string& text) { return QString::fromStdString(onOneLine(text)); }

bool isInProfile(const std::vector<std::string>& names, std::string_view list)
{
    return names.size() > 4 && names[0] == "profiles" && names[2] == list;
}

// Who says what counts here, where it is not the studio itself.
QString originOf(const FieldInfo& field, const Project& project)
{
    if (!field.inherits) return {};
    const auto names = field.path.names();
    if (isInProfile(names, "networks") && names[4] == "mtu")
        return Tr::tr("from %1").arg(
            shown(valueText(project, objectOf(field.path) / "uplink").value_or(std::string())));
    if (isInProfile(names, "nodes") && names[4] == "backend") return Tr::tr("from the target");
    if (names.back() == "initServer") return Tr::tr("first server");
    if (names[names.size() - 2] == "k3s") {
        const bool isNode = isInProfile(names, "nodes");
        const ObjectPath profile = ObjectPath::of({"profiles", names[1], "k3s", names.back()});
        return isNode && valueText(project, profile) ? Tr::tr("from the profile") : Tr::tr("from the project");
    }
    return isInProfile(names, "uplinks") ? Tr::tr("from the uplink") : Tr::tr("from the profile");
}

// How much of an IPv4 subnet the nodes have taken.
QString usageOfSubnet(const FieldInfo& field, const Project& project)
{
    const auto names = field.path.names();
    if (!isInProfile(names, "networks") || names[4] != "subnet") return {};
    const Profile* profile = find(project.profiles, names[1]);
    const Network* network = profile == nullptr ? nullptr : find(profile->networks, names[3]);
    if (network == nullptr || network->subnet.empty()) return {};
    const Subnet* subnet = network->subnet[0].get();
    if (subnet == nullptr || !subnet->hasBroadcast()) return {};
    qlonglong used = 0;
    for (const auto& node : profile->nodes)
        for (const Attachment& attachment : node->addresses)
            if (attachment.network == names[3])
                used += std::ranges::count_if(attachment.addresses, [&](const Entered<IpAddress>& address) {
                    return address.get() != nullptr && subnet->contains(*address.get());
                });
    const qlonglong all = (1LL << (32 - subnet->prefixLength())) - 2;
    return used == 0 ? QString() : Tr::tr("%1 of %2 used").arg(QLocale().toString(used), QLocale().toString(all));
}

} // namespace

ValueNote noteOf(const FieldInfo& field, const Project& project, const Project& saved)
{
    const auto said = valueText(project, field.path);
    const auto before = valueText(saved, field.path);
    // What was never saved has no "was"; a value that was not said was its default.
    const bool isNew = !holds(saved, objectOf(field.path));
    if (said != before && !isNew) {
        const QString was = !before ? Tr::tr("not set") : before->empty() ? Tr::tr("empty") : shown(*before);
        return {Tr::tr("was %1").arg(was), true};
    }
    if (!said && !field.defaultText.empty()) {
        if (const QString origin = originOf(field, project); !origin.isEmpty()) return {origin, false};
        if (field.kind == FieldKind::Choice) return {}; // which one it is stands in the box
        return {Tr::tr("default"), false};
    }
    if (const QString usage = usageOfSubnet(field, project); !usage.isEmpty()) return {usage, false};
    if (field.kind == FieldKind::Number)
        return {Tr::tr("%1 to %2").arg(QString::number(field.minimum), QString::number(field.maximum)), false};
    return {};
}

bool refersToObject(const FieldInfo& field)
{
    const auto names = field.path.names();
    return field.kind == FieldKind::Choice && names.size() > 1 &&
           (names.back() == "uplink" || names.back() == "target");
}

ObjectPath referenceOf(const FieldInfo& field, const Project& project)
{
    const std::string name = valueText(project, field.path).value_or(std::string());
    if (name.empty() || !refersToObject(field)) return {};
    const auto names = field.path.names();
    const ObjectPath object = names.back() == "uplink" ? ObjectPath::of({"profiles", names[1], "uplinks", name})
                                                       : ObjectPath::of({"hardware", name});
    return holds(project, object) ? object : ObjectPath();
}

} // namespace n3x
