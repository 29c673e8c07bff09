// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/start/recent_projects.h"

#include <QCoreApplication>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdint>
#include <cstdlib>

using namespace n3x;

// The bytes are the settings file of the window.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const QTemporaryDir folder(QFile::exists(QStringLiteral("/dev/shm")) ? QStringLiteral("/dev/shm/n3x-XXXXXX")
                                                                                : QString());
    static int number = 0;
    // A name of its own each time: Qt keeps what it read, and looks only at size and time to see a change.
    QCoreApplication::setApplicationName(QString::number(number++));
    QCoreApplication::setOrganizationName(QStringLiteral("n3x"));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    const QString path = QSettings().fileName();
    QFile file(path);
    if (!path.startsWith(folder.path()) || !QDir().mkpath(QFileInfo(path).path())) std::abort();
    if (!file.open(QIODevice::WriteOnly)) std::abort();
    file.write(reinterpret_cast<const char*>(data), static_cast<qint64>(size));
    file.close();

    const QList<RecentProject> found = recentProjects();
    if (found.size() > 12) std::abort();
    for (const RecentProject& project : found)
        if (project.folder.isEmpty()) std::abort();
    rememberProject(QStringLiteral("/srv/edge"), QStringLiteral("edge"));
    if (recentProjects().value(0).folder != QStringLiteral("/srv/edge")) std::abort();
    QFile::remove(path);
    return 0;
}
