// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace n3x {

// What n3x says in a folder, as JSON; nothing where it ends with another status.
inline QJsonObject inTerminal(const QString& folder, QStringList arguments, int status = 0)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    arguments << QStringLiteral("--format") << QStringLiteral("json");
    process.start(qEnvironmentVariable("N3X_BINARY_DIR") + QStringLiteral("/bin/n3x"), arguments);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit || process.exitCode() != status)
        return {};
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

// The strings of one key in a list of objects, or of several, with blanks between them.
inline QStringList valuesOf(const QJsonArray& objects, const QStringList& keys)
{
    QStringList all;
    for (const QJsonValue& object : objects) {
        QStringList values;
        for (const QString& key : keys) values << object[key].toVariant().toString();
        all << values.join(u' ');
    }
    all.sort();
    return all;
}

} // namespace n3x
