// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/session/unsaved_work.h"

#include "core/files/save.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>
#include <future>

namespace n3x {

namespace {

constexpr int format = 1;

QByteArray written(const QString& folder, const Project& project, const Views& views)
{
    QJsonObject sources;
    for (const auto& [path, text] : saveProject(project))
        sources[QString::fromStdString(path)] = QString::fromStdString(text);
    QJsonObject places;
    for (const auto& [profile, view] : views)
        places[QString::fromStdString(profile)] = QString::fromStdString(viewText(view));
    return QJsonDocument(
               QJsonObject{{QStringLiteral("format"), format},
                           {QStringLiteral("folder"), folder},
                           {QStringLiteral("name"), QString::fromStdString(project.name.text())},
                           {QStringLiteral("time"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
                           {QStringLiteral("sources"), sources},
                           {QStringLiteral("views"), places}})
        .toJson(QJsonDocument::Compact);
}

std::optional<KeptWork> read(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QJsonObject said = QJsonDocument::fromJson(file.readAll()).object();
    if (said[QStringLiteral("format")].toInt() != format) return {};
    KeptWork kept{.folder = said[QStringLiteral("folder")].toString(),
                  .projectName = said[QStringLiteral("name")].toString(),
                  .time = QDateTime::fromString(said[QStringLiteral("time")].toString(), Qt::ISODateWithMs),
                  .sources = {},
                  .views = {}};
    const QJsonObject sources = said[QStringLiteral("sources")].toObject();
    for (auto source = sources.begin(); source != sources.end(); ++source)
        kept.sources[source.key().toStdString()] = source.value().toString().toStdString();
    const QJsonObject places = said[QStringLiteral("views")].toObject();
    for (auto place = places.begin(); place != places.end(); ++place)
        if (auto view = parseView(place.value().toString().toStdString()))
            kept.views[place.key().toStdString()] = *std::move(view);
    if (kept.folder.isEmpty() || kept.sources.empty()) return {};
    return kept;
}

// Where work that was offered waits while newer work takes its usual file.
QString asideOf(const QString& file, const KeptWork& kept)
{
    return file.chopped(5) + u'-' + QString::number(kept.time.toMSecsSinceEpoch()) + QStringLiteral(".json");
}

bool isAside(const QString& file, const KeptWork& kept) { return QFile::exists(asideOf(file, kept)); }

// At every key it would be the same again.
void tellOnce(const QString& file)
{
    static std::atomic_flag told;
    if (!told.test_and_set()) qWarning("Unsaved work cannot be kept in %s", qUtf8Printable(file));
}

} // namespace

Project KeptWork::project() const { return loadProject(sources).project; }

UnsavedWork::UnsavedWork(const QString& dataFolder) : place_(dataFolder + QStringLiteral("/unsaved"))
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

void UnsavedWork::keep(const QString& folder, const Project& project, const Views& views)
{
    // What an earlier session left stays on disk until somebody decided about it, beside what is kept now.
    for (const KeptWork& kept : offered_)
        if (kept.folder == folder && !isAside(fileOf(folder), kept) &&
            !QFile::rename(fileOf(folder), asideOf(fileOf(folder), kept))) {
            tellOnce(fileOf(folder));
            return;
        }
    thread_.post([path = fileOf(folder), number = ++*newest_, newest = newest_, folder, project, views] {
        if (number != *newest) return;
        QSaveFile file(path);
        const bool opened = file.open(QIODevice::WriteOnly);
        if (opened) {
            file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
            file.write(written(folder, project, views));
        }
        if (!opened || !file.commit()) tellOnce(path);
    });
}

void UnsavedWork::forget(const QString& folder)
{
    for (const KeptWork& kept : offered_)
        if (kept.folder == folder && !isAside(fileOf(folder), kept)) return; // this session has kept nothing yet
    ++*newest_;
    thread_.post([path = fileOf(folder)] { QFile::remove(path); });
}

std::optional<KeptWork> UnsavedWork::find(const QString& folder) const
{
    for (const KeptWork& kept : offered_)
        if (kept.folder == folder) return kept;
    return {};
}

QList<KeptWork> UnsavedWork::findAll() const { return offered_; }

// The one that find() gives; an older one is offered the next time.
void UnsavedWork::forgetOffered(const QString& folder)
{
    const auto kept = std::ranges::find(offered_, folder, &KeptWork::folder);
    if (kept == offered_.end()) return;
    QFile::remove(isAside(fileOf(folder), *kept) ? asideOf(fileOf(folder), *kept) : fileOf(folder));
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
