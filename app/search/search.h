// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QIcon>
#include <QString>

#include <cstdint>
#include <functional>
#include <vector>

class QAction;

namespace n3x {

class Document;

enum class FoundOn : std::uint8_t { Elsewhere, Canvas, Preview };

// Something that a search can find and do.
struct SearchHit {
    QString title;
    QString detail; // what it is, and where
    QIcon icon;
    std::function<void()> choose;
    FoundOn foundOn = FoundOn::Elsewhere; // where it is seen once it is chosen
    int score = 0;
};

// How well a query fits a text: the letters in their order, better where they stand together, at the start of words,
// and in short texts. Negative when it does not fit.
[[nodiscard]] int fitness(QStringView query, QStringView text);

// The best hits among nodes, networks, uplinks, profiles, hardware targets, generated files and actions.
[[nodiscard]] std::vector<SearchHit> search(Document& document, const QList<QAction*>& actions, const QString& query,
                                            std::size_t most);

} // namespace n3x
