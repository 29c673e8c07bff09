// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/start/recent_projects.h"

#include <QSettings>

#include <algorithm>

namespace n3x {

namespace {

constexpr qsizetype mostRemembered = 12;

void write(const QList<RecentProject>& projects)
{
    QSettings settings;
    settings.beginWriteArray(QStringLiteral("recent"), static_cast<int>(projects.size()));
    for (qsizetype at = 0; at < projects.size(); ++at) {
        settings.setArrayIndex(static_cast<int>(at));
        settings.setValue(QStringLiteral("folder"), projects[at].folder);
        settings.setValue(QStringLiteral("name"), projects[at].name);
        settings.setValue(QStringLiteral("profile"), projects[at].profile);
    }
    settings.endArray();
}

} // namespace

QList<RecentProject> recentProjects()
{
    QSettings settings;
    QList<RecentProject> projects;
    const int count = settings.beginReadArray(QStringLiteral("recent"));
    for (int at = 0; at < std::min(count, static_cast<int>(mostRemembered)); ++at) { // the file may say any number
        settings.setArrayIndex(at);
        RecentProject project{settings.value(QStringLiteral("folder")).toString(),
                              settings.value(QStringLiteral("name")).toString(),
                              settings.value(QStringLiteral("profile")).toString()};
        if (!project.folder.isEmpty()) projects << project;
    }
    settings.endArray();
    return projects;
}

void rememberProject(const QString& folder, const QString& name)
{
    QList<RecentProject> projects = recentProjects();
    const auto known = std::ranges::find(projects, folder, &RecentProject::folder);
    const QString profile = known == projects.end() ? QString() : known->profile;
    if (known != projects.end()) projects.erase(known);
    projects.prepend({folder, name, profile});
    if (projects.size() > mostRemembered) projects.resize(mostRemembered);
    write(projects);
}

QString rememberedProfile(const QString& folder)
{
    const QList<RecentProject> projects = recentProjects();
    const auto known = std::ranges::find(projects, folder, &RecentProject::folder);
    return known == projects.end() ? QString() : known->profile;
}

void rememberProfile(const QString& folder, const QString& profile)
{
    QList<RecentProject> projects = recentProjects();
    const auto known = std::ranges::find(projects, folder, &RecentProject::folder);
    if (known == projects.end() || known->profile == profile) return;
    known->profile = profile;
    write(projects);
}

} // namespace n3x
