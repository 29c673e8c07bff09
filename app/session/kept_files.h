// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/session/kept_work.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace n3x {

// The files of unsaved work in a folder that other windows share: one for each project, and beside it those that an
// earlier session left and nobody decided about yet. Everything here reads or writes the disk.
class KeptFiles {
public:
    explicit KeptFiles(QString place);

    void makePlace() const;
    // What others left of that project, the newest first.
    [[nodiscard]] QList<KeptWork> left(const QString& folder) const;
    // Why it could not be kept; empty: it is.
    [[nodiscard]] QString keep(const QString& folder, const Project& project, const Views& views,
                               const SourceSums& base);
    void forget(const QString& folder); // what this session keeps, and what it took over
    void remove(const KeptWork& left);
    // It is part of what this session works on; its file goes once that is written or forgotten.
    void takeOver(const KeptWork& left);

private:
    [[nodiscard]] QString usualFile(const QString& folder) const;
    [[nodiscard]] QString asideFile(const KeptWork& left) const;
    [[nodiscard]] QString putAside(const QString& folder) const;
    void removeTakenOver(const QString& folder);

    QString place_;
    QSet<QString> own_;                   // folders whose usual file this session wrote, or took over
    QHash<QString, QStringList> takenOver_; // files, by folder
};

} // namespace n3x
