// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/folder/source_sums.h"
#include "core/files/load.h"
#include "core/model/project.h"
#include "core/workspace/view.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace n3x {

// Unsaved work of an earlier session that did not end well.
struct KeptWork {
    QString folder;
    QString projectName;
    QDateTime time;
    SourceText sources;
    Views views;
    SourceSums base; // the sources on disk that it started from; empty: kept by a version that did not say

    [[nodiscard]] Project project() const;
};

// The file in which it is kept, with the time of now.
[[nodiscard]] QByteArray keptWorkText(const QString& folder, const Project& project, const Views& views,
                                      const SourceSums& base = {});

// Nothing where the text is no kept work of this format; it is never worth a message.
[[nodiscard]] std::optional<KeptWork> parseKeptWork(const QByteArray& text);

} // namespace n3x
