// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/session/kept_work.h"

#include "core/files/save.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace n3x {

namespace {

constexpr int format = 1;

} // namespace

Project KeptWork::project() const { return loadProject(sources).project; }

QByteArray keptWorkText(const QString& folder, const Project& project, const Views& views, const SourceSums& base)
{
    QJsonObject sources;
    for (const auto& [path, text] : saveProject(project))
        sources[QString::fromStdString(path)] = QString::fromStdString(text);
    QJsonObject places;
    for (const auto& [profile, view] : views)
        places[QString::fromStdString(profile)] = QString::fromStdString(viewText(view));
    QJsonObject sums;
    for (const auto& [path, sum] : base) sums[QString::fromStdString(path)] = QString::fromStdString(hexText(sum));
    return QJsonDocument(
               QJsonObject{{QStringLiteral("format"), format},
                           {QStringLiteral("folder"), folder},
                           {QStringLiteral("name"), QString::fromStdString(project.name.text())},
                           {QStringLiteral("time"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
                           {QStringLiteral("sources"), sources},
                           {QStringLiteral("views"), places},
                           {QStringLiteral("base"), sums}})
        .toJson(QJsonDocument::Compact);
}

std::optional<KeptWork> parseKeptWork(const QByteArray& text)
{
    const QJsonObject said = QJsonDocument::fromJson(text).object();
    if (said[QStringLiteral("format")].toInt() != format) return {};
    KeptWork kept{.folder = said[QStringLiteral("folder")].toString(),
                  .projectName = said[QStringLiteral("name")].toString(),
                  .time = QDateTime::fromString(said[QStringLiteral("time")].toString(), Qt::ISODateWithMs),
                  .sources = {},
                  .views = {},
                  .base = {}};
    const QJsonObject sources = said[QStringLiteral("sources")].toObject();
    for (auto source = sources.begin(); source != sources.end(); ++source)
        kept.sources[source.key().toStdString()] = source.value().toString().toStdString();
    const QJsonObject places = said[QStringLiteral("views")].toObject();
    for (auto place = places.begin(); place != places.end(); ++place)
        if (auto view = parseView(place.value().toString().toStdString()))
            kept.views[place.key().toStdString()] = *std::move(view);
    const QJsonObject sums = said[QStringLiteral("base")].toObject();
    for (auto sum = sums.begin(); sum != sums.end(); ++sum)
        if (const auto known = parseSha256(sum.value().toString().toStdString()))
            kept.base[sum.key().toStdString()] = *known;
    if (kept.folder.isEmpty() || kept.sources.empty()) return {};
    return kept;
}

} // namespace n3x
