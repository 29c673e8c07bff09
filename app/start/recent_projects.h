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
void rememberProject(const QString& folder, const QString& name); // puts it first
[[nodiscard]] QString rememberedProfile(const QString& folder); // empty where nobody knows
void rememberProfile(const QString& folder, const QString& profile); // of a project that is remembered

} // namespace n3x
