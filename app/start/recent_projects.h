// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace n3x {

struct RecentProject {
    QString folder;
    QString name;

    friend bool operator==(const RecentProject&, const RecentProject&) = default;
};

// The projects that were opened last, newest first; kept in the settings.
[[nodiscard]] QList<RecentProject> recentProjects();
void rememberProject(const RecentProject& project);

} // namespace n3x
