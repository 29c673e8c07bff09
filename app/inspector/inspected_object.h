// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/files/fields.h"
#include "core/model/object_path.h"
#include "core/model/problem.h"
#include "core/model/project.h"

#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

// What the inspector says about an object, worked out without a widget.
namespace n3x {

enum class ObjectKind : std::uint8_t { Project, Profile, Uplink, Network, Node, Hardware };

[[nodiscard]] ObjectKind kindOf(const ObjectPath& object); // as objectOf() gives it

// The project that the rows of an object are read from: with a built-in target among the own ones when the object
// is that, since the table of fields knows what a project says. Such an object cannot be changed.
[[nodiscard]] bool isBuiltIn(const Project& project, const ObjectPath& object);
[[nodiscard]] Project shownProject(const Project& project, const ObjectPath& object);

// "Network storage"
[[nodiscard]] QString titleOf(const Project& project, const ObjectPath& object);
// "used by 4 nodes"; empty where there is nothing to say
[[nodiscard]] QString usageOf(const Project& project, const ObjectPath& object);

// What only the newer project has: a target, a profile, or something in the profile of that object. Empty where there
// is nothing.
[[nodiscard]] ObjectPath newObject(const Project& older, const Project& newer, const ObjectPath& object);

// A run of rows under a heading. The first section of an object has none.
struct InspectorSection {
    QString title;
    ObjectPath removable; // an inner object that can be removed as a whole: its path, else empty
    QString page;         // "K3s"; empty where the object has one page only
    std::vector<FieldInfo> rows;
};
// A sentence about a page; empty where its rows say enough.
[[nodiscard]] QString introOf(const ObjectPath& object, const QString& page);
// Those of one page follow each other, in the order of the pages.
[[nodiscard]] std::vector<InspectorSection> sectionsOf(const Project& project, const ObjectPath& object);

// Something that can be done to an object from here, besides setting values.
struct InspectorAction {
    QString name;
    QString tip;
    Edit edit;
    QString page = {}; // where it stands; empty: on the first
};
[[nodiscard]] std::vector<InspectorAction> actionsOf(const Project& project, const ObjectPath& object);

// An inner object that is begun by choosing what it is for: ports on a hardware target, a difference in a network.
struct InspectorAdder {
    QString prompt;
    QStringList offers;                              // never empty
    std::function<Edit(const std::string& offer)> begin; // of the project that it was asked of
};
[[nodiscard]] std::optional<InspectorAdder> adderOf(const Project& project, const ObjectPath& object);

} // namespace n3x
