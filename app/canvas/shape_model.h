// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAbstractListModel>
#include <QRectF>
#include <QtQmlIntegration>

#include <vector>

namespace n3x {

// What the canvas shows, object by object, for those who do not see pixels: screen readers, tests, and the handles in
// QML. Rows are kept by key, so that only what came, went or changed is told.
class ShapeModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by the canvas")

public:
    enum Role { Key = Qt::UserRole + 1, Name, Description, Shape, Selected, Focused };

    struct Row {
        QString key; // of two rows with one key the second is told as new whenever anything changes
        QString name;
        QString description;
        QRectF shape;
        bool isSelected = false;
        bool isFocused = false;

        friend bool operator==(const Row&, const Row&) = default;
    };

    explicit ShapeModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    // The rows in a stable order: those that stay keep their order among each other, or are told as gone and come.
    void setRows(std::vector<Row> rows);
    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    std::vector<Row> rows_;
};

} // namespace n3x
