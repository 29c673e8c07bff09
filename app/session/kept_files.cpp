// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/session/kept_files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

namespace n3x {

namespace {

std::optional<KeptWork> read(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    return parseKeptWork(file.readAll());
}

} // namespace

KeptFiles::KeptFiles(QString place) : place_(std::move(place)) {}

void KeptFiles::makePlace() const { QDir().mkpath(place_); }

QString KeptFiles::usualFile(const QString& folder) const
{
    const QByteArray digest = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return place_ + u'/' + QString::fromLatin1(digest) + QStringLiteral(".json");
}

// Where work that was left waits while newer work takes its usual file.
QString KeptFiles::asideFile(const KeptWork& left) const
{
    return usualFile(left.folder).chopped(5) + u'-' + QString::number(left.time.toMSecsSinceEpoch()) +
           QStringLiteral(".json");
}

QList<KeptWork> KeptFiles::left(const QString& folder) const
{
    QList<KeptWork> found;
    const QFileInfo usual(usualFile(folder));
    const QDir place(place_);
    for (const QString& name : place.entryList({usual.completeBaseName() + QStringLiteral("*.json")}, QDir::Files)) {
        if (name == usual.fileName() && own_.contains(folder)) continue;
        if (takenOver_.value(folder).contains(place.filePath(name))) continue;
        if (auto kept = read(place.filePath(name))) found << *std::move(kept);
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &KeptWork::time);
    return found;
}

QString KeptFiles::keep(const QString& folder, const Project& project, const Views& views, const SourceSums& base)
{
    // What others left stays on disk until somebody decided about it, beside what is kept now.
    if (!own_.contains(folder))
        if (const QString reason = putAside(folder); !reason.isEmpty()) return reason;
    QSaveFile file(usualFile(folder));
    if (!file.open(QIODevice::WriteOnly)) return file.errorString();
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(keptWorkText(folder, project, views, base));
    if (!file.commit()) return file.errorString();
    own_ << folder;
    removeTakenOver(folder);
    return {};
}

// Why it could not be put aside; empty: nothing stands in the way now.
QString KeptFiles::putAside(const QString& folder) const
{
    const auto left = read(usualFile(folder));
    if (!left) return {};
    QFile file(usualFile(folder));
    return file.rename(asideFile(*left)) ? QString() : file.errorString();
}

void KeptFiles::forget(const QString& folder)
{
    if (own_.remove(folder)) QFile::remove(usualFile(folder));
    removeTakenOver(folder);
}

void KeptFiles::remove(const KeptWork& left)
{
    if (QFile::remove(asideFile(left))) return;
    if (!own_.contains(left.folder)) QFile::remove(usualFile(left.folder));
}

void KeptFiles::takeOver(const KeptWork& left)
{
    if (const QString aside = asideFile(left); QFile::exists(aside))
        takenOver_[left.folder] << aside;
    else
        own_ << left.folder; // it is replaced in one step
}

void KeptFiles::removeTakenOver(const QString& folder)
{
    for (const QString& file : takenOver_.take(folder)) QFile::remove(file);
}

} // namespace n3x
