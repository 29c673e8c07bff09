// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/session/unsaved_work.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <future>
#include <utility>

namespace n3x {

namespace {

std::optional<KeptWork> read(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    return parseKeptWork(file.readAll());
}

// Where work that was offered waits while newer work takes its usual file.
QString asideOf(const QString& file, const KeptWork& kept)
{
    return file.chopped(5) + u'-' + QString::number(kept.time.toMSecsSinceEpoch()) + QStringLiteral(".json");
}

bool isAside(const QString& file, const KeptWork& kept) { return QFile::exists(asideOf(file, kept)); }

} // namespace

UnsavedWork::UnsavedWork(const QString& dataFolder, QObject* parent)
    : QObject(parent), place_(dataFolder + QStringLiteral("/unsaved"))
{
    QDir().mkpath(place_);
    const QDir place(place_);
    for (const QString& name : place.entryList({QStringLiteral("*.json")}, QDir::Files))
        if (auto kept = read(place.filePath(name))) offered_ << *std::move(kept);
    std::ranges::stable_sort(offered_, std::ranges::greater(), &KeptWork::time); // the newest is offered first
}

UnsavedWork::~UnsavedWork() { flush(); }

QString UnsavedWork::fileOf(const QString& folder) const
{
    const QByteArray digest = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return place_ + u'/' + QString::fromLatin1(digest) + QStringLiteral(".json");
}

QString UnsavedWork::fileOf(const QString& folder, const KeptWork& kept) const
{
    return isAside(fileOf(folder), kept) ? asideOf(fileOf(folder), kept) : fileOf(folder);
}

// Another window of this program may have kept, saved or let go of that folder's work since this one began.
void UnsavedWork::lookAgain(const QString& folder)
{
    flush(); // what is being forgotten is gone by then
    offered_.removeIf([&](const KeptWork& kept) { return kept.folder == folder; });
    const QFileInfo usual(fileOf(folder));
    const QDir place(place_);
    for (const QString& name : place.entryList({usual.completeBaseName() + QStringLiteral("*.json")}, QDir::Files)) {
        if (name == usual.fileName() && newest_.contains(folder)) continue; // this session's own
        if (takenOver_.value(folder).contains(place.filePath(name))) continue;
        if (auto kept = read(place.filePath(name))) offered_ << *std::move(kept);
    }
    std::ranges::stable_sort(offered_, std::ranges::greater(), &KeptWork::time);
}

void UnsavedWork::keep(const QString& folder, const Project& project, const Views& views, const SourceSums& base)
{
    // What an earlier session left stays on disk until somebody decided about it, beside what is kept now.
    for (const KeptWork& kept : offered_) {
        if (kept.folder != folder || isAside(fileOf(folder), kept)) continue;
        QFile older(fileOf(folder));
        if (!older.rename(asideOf(fileOf(folder), kept))) return tell(older.errorString());
    }
    auto& newest = newest_[folder];
    if (!newest) newest = std::make_shared<std::atomic<quint64>>(0);
    thread_.post([this, path = fileOf(folder), number = ++*newest, newest = newest, folder, project, views, base] {
        if (number != *newest) return;
        QSaveFile file(path);
        const bool opened = file.open(QIODevice::WriteOnly);
        if (opened) {
            file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
            file.write(keptWorkText(folder, project, views, base));
        }
        const bool isKept = opened && file.commit();
        mailbox_.post([this, folder, isKept, reason = isKept ? QString() : file.errorString()] {
            if (isKept) removeTakenOver(folder);
            tell(reason);
        });
    });
}

void UnsavedWork::tell(const QString& reason)
{
    if (reason.isEmpty() != std::exchange(isFailing_, !reason.isEmpty())) return; // as before
    if (isFailing_)
        emit keepingFailed(place_, reason);
    else
        emit keepingWorks();
}

void UnsavedWork::forget(const QString& folder)
{
    const auto newest = newest_.constFind(folder);
    if (newest == newest_.constEnd()) return; // what there is was kept by another session
    ++**newest;
    newest_.erase(newest); // the next one who keeps work of that folder may be another window
    thread_.post([path = fileOf(folder)] { QFile::remove(path); });
    removeTakenOver(folder);
}

void UnsavedWork::removeTakenOver(const QString& folder)
{
    for (const QString& file : takenOver_.take(folder)) QFile::remove(file);
}

std::optional<KeptWork> UnsavedWork::find(const QString& folder) const
{
    for (const KeptWork& kept : offered_)
        if (kept.folder == folder) return kept;
    return {};
}

// The one that find() gives; an older one is offered the next time.
void UnsavedWork::forgetOffered(const QString& folder)
{
    const auto kept = std::ranges::find(offered_, folder, &KeptWork::folder);
    if (kept == offered_.end()) return;
    QFile::remove(fileOf(folder, *kept));
    offered_.erase(kept);
}

void UnsavedWork::takeOver(const QString& folder)
{
    const auto kept = std::ranges::find(offered_, folder, &KeptWork::folder);
    if (kept == offered_.end()) return;
    auto& newest = newest_[folder]; // the usual file is this session's own: it is replaced in one step
    if (!newest) newest = std::make_shared<std::atomic<quint64>>(0);
    if (isAside(fileOf(folder), *kept)) takenOver_[folder] << fileOf(folder, *kept);
    offered_.erase(kept);
}

void UnsavedWork::flush()
{
    std::promise<void> reached;
    auto wait = reached.get_future();
    thread_.post([&reached] { reached.set_value(); });
    wait.wait();
}

} // namespace n3x
