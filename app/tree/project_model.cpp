// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tree/project_model.h"

#include "app/theme/colours.h"
#include "app/theme/icons.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace n3x {

ProjectModel::ProjectModel(QObject* parent) : QStandardItemModel(parent)
{
    const auto add = [this](const QString& iconName, const QString& name, const char* path) {
        auto* item = new QStandardItem(icon(iconName), name);
        item->setEditable(false);
        item->setData(QString::fromLatin1(path), PathRole);
        appendRow(item);
        return item;
    };
    add(QStringLiteral("project"), QStringLiteral("n3x.yaml"), "");
    add(QStringLiteral("profile"), tr("profiles"), "profiles");
    add(QStringLiteral("hardware"), tr("hardware"), "hardware");
}

// Rows that are in both lists stay the same items, so that what is selected and opened stays so.
void ProjectModel::updateSection(Section section, const std::vector<std::pair<QString, QString>>& namesAndDetails,
                                 const QString& iconName, std::string_view listPath)
{
    QStandardItem* list = item(section);
    list->setData(static_cast<int>(namesAndDetails.size()), CountRole);
    for (int row = list->rowCount() - 1; row >= 0; --row)
        if (std::ranges::find(namesAndDetails, list->child(row)->text(), &std::pair<QString, QString>::first) ==
            namesAndDetails.end())
            list->removeRow(row);
    int row = 0;
    for (const auto& [name, detail] : namesAndDetails) {
        int found = row;
        while (found < list->rowCount() && list->child(found)->text() != name) ++found;
        if (found < list->rowCount() && found > row) list->insertRow(row, list->takeRow(found));
        if (found >= list->rowCount()) {
            auto* entry = new QStandardItem(icon(iconName), name);
            entry->setEditable(false);
            list->insertRow(row, entry);
        }
        QStandardItem* entry = list->child(row);
        entry->setData(QString::fromStdString((ObjectPath(listPath) / name.toStdString()).text()), PathRole);
        entry->setData(section == Profiles, IsProfileRole);
        if (entry->toolTip() != detail) entry->setToolTip(detail);
        ++row;
    }
    if (list->rowCount() > row) list->removeRows(row, list->rowCount() - row);
}

void ProjectModel::setProject(const Project& project)
{
    std::vector<std::pair<QString, QString>> profiles;
    for (const auto& profile : project.profiles)
        profiles.emplace_back(QString::fromStdString(profile->name.text()),
                              QString::fromStdString(profile->summary.text()));
    updateSection(Profiles, profiles, QStringLiteral("profile"), "profiles");

    std::vector<std::pair<QString, QString>> targets;
    for (const auto& target : project.hardware)
        targets.emplace_back(QString::fromStdString(target->name.text()),
                             tr("%1 (own target)").arg(QString::fromStdString(target->title.text())));
    for (const auto& target : builtInHardware())
        if (!indexOf(project.hardware, target->name.text()))
            targets.emplace_back(QString::fromStdString(target->name.text()),
                                 QString::fromStdString(target->title.text()));
    updateSection(Hardware, targets, QStringLiteral("hardware"), "hardware");
}

void ProjectModel::setCurrentProfile(const QString& name)
{
    const QStandardItem* list = item(Profiles);
    for (int row = 0; row < list->rowCount(); ++row) {
        QStandardItem* profile = list->child(row);
        QFont font = profile->font();
        if (font.bold() == (profile->text() == name)) continue;
        font.setBold(profile->text() == name);
        profile->setFont(font);
    }
}

void ProjectModel::setSeverities(const std::function<int(const ObjectPath&)>& worst)
{
    for (int section = 0; section < rowCount(); ++section) {
        for (int row = 0; row < item(section)->rowCount(); ++row) {
            QStandardItem* entry = item(section)->child(row);
            const int severity = worst(ObjectPath(entry->data(PathRole).toString().toStdString()));
            if (entry->data(SeverityRole).isNull() || entry->data(SeverityRole).toInt() != severity)
                entry->setData(severity, SeverityRole);
        }
    }
}

QModelIndex ProjectModel::profileIndex(const QString& name) const
{
    const QStandardItem* list = item(Profiles);
    for (int row = 0; row < list->rowCount(); ++row)
        if (list->child(row)->text() == name) return list->child(row)->index();
    return {};
}

} // namespace n3x
