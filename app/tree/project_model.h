// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/object_path.h"
#include "core/model/project.h"

#include <QStandardItemModel>
#include <QString>

#include <functional>

namespace n3x {

// What the project is made of, as the left dock shows it: n3x.yaml, the profiles, the hardware targets.
class ProjectModel final : public QStandardItemModel {
    Q_OBJECT

public:
    enum Role { PathRole = Qt::UserRole, CountRole, IsProfileRole, SeverityRole };
    enum Section { ProjectFile, Profiles, Hardware };

    explicit ProjectModel(QObject* parent = nullptr);

    void setProject(const Project& project);
    void setCurrentProfile(const QString& name); // shown in bold
    // The worst severity of the problems within a path, for the sign beside it; nothing is wrong below 0.
    void setSeverities(const std::function<int(const ObjectPath&)>& worst);

    [[nodiscard]] QModelIndex profileIndex(const QString& name) const;

private:
    void updateSection(Section section, const std::vector<std::pair<QString, QString>>& namesAndDetails,
                       const QString& iconName, std::string_view listPath);
};

} // namespace n3x
