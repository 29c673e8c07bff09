// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/core/workspace/scratch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

// Runs the program n3x as its users do.
namespace n3x::test {

struct Run {
    int status = -1;
    QByteArray out;
    QByteArray notes;
};

inline QString program() { return qEnvironmentVariable("N3X_BINARY_DIR") + QStringLiteral("/bin/n3x"); }

inline Run runProgram(const QString& program, const QStringList& arguments, const std::filesystem::path& folder,
                      const QByteArray& input = {})
{
    QProcess process;
    process.setWorkingDirectory(QString::fromStdString(folder.string()));
    process.start(program, arguments);
    if (!process.waitForStarted()) qFatal("%s does not start", qPrintable(program));
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished()) qFatal("%s does not end", qPrintable(program));
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

inline Run runN3x(const std::filesystem::path& folder, const QStringList& arguments)
{
    return runProgram(program(), arguments, folder);
}

inline void replaceIn(const std::filesystem::path& file, const std::string& before, const std::string& after)
{
    std::string text = read(file);
    const std::size_t at = text.find(before);
    if (at == std::string::npos) qFatal("%s does not hold %s", file.c_str(), before.c_str());
    text.replace(at, before.size(), after);
    put(file.parent_path(), file.filename().string(), text);
}

// A project from a template, in a folder of its own.
struct ProjectScratch {
    explicit ProjectScratch(const QString& templateName = QStringLiteral("vlans"))
    {
        const Run made = runN3x(scratch.path(), {"new", "lab", "--template", templateName});
        if (made.status != 0) qFatal("%s", made.notes.constData());
    }
    Scratch scratch;
    [[nodiscard]] std::filesystem::path path() const { return scratch.path() / "lab"; }
};

} // namespace n3x::test
