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
                              settings.value(QStringLiteral("name")).toString()};
        if (!project.folder.isEmpty()) projects << project;
    }
    settings.endArray();
    return projects;
}

void rememberProject(const RecentProject& project)
{
    QList<RecentProject> projects = recentProjects();
    projects.removeIf([&](const RecentProject& known) { return known.folder == project.folder; });
    projects.prepend(project);
    if (projects.size() > mostRemembered) projects.resize(mostRemembered);
    write(projects);
}

} // namespace n3x
