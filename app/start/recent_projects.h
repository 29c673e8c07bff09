// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>

namespace n3x {

struct RecentProject {
    QString folder;
    QString name;
    QString profile = {}; // that was in sight when it was left

    friend bool operator==(const RecentProject&, const RecentProject&) = default;
};

// The projects that were opened last, newest first; kept in the settings.
[[nodiscard]] QList<RecentProject> recentProjects();
// Puts it first. Returns the profile that was in sight when it was left, empty where nobody knows.
QString rememberProject(const QString& folder, const QString& name);
void rememberProfile(const QString& folder, const QString& profile); // of a project that is remembered

} // namespace n3x
