// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include <vector>

namespace n3x {

class Document;

// The hardware targets that a new node can have, for the palette: the project's own and the built-in ones.
class TargetModel final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by the canvas panel")

public:
    enum Role { Name = Qt::UserRole + 1, Title };

    explicit TargetModel(Document& document, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    struct Row {
        QString name;
        QString title;

        friend bool operator==(const Row&, const Row&) = default;
    };
    void follow();

    Document& document_;
    std::vector<Row> rows_;
};

} // namespace n3x
