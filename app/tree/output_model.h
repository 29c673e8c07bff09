// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAbstractItemModel>

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace n3x {

// Paths as a tree of folders and files. A folder with nothing but a folder in it is one row with that. A folder's rows
// are made when it is opened, so that a tree of a hundred thousand files costs what is seen of it; when the paths
// change, rows come and go, and nothing is reset.
class OutputModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    using Paths = std::vector<std::string>; // in byte order, each once
    using Marked = std::set<std::string, std::less<>>;
    enum Role { PathRole = Qt::UserRole, IsFolderRole, IsChangedRole };

    explicit OutputModel(QObject* parent = nullptr);
    ~OutputModel() override;

    void setPaths(std::shared_ptr<const Paths> paths);
    void
    setChanged(std::shared_ptr<const Marked> changed); // files that get a mark; folders around them get a weaker one
    [[nodiscard]] QModelIndex
    indexOf(std::string_view path); // opens the folders on the way; invalid when there is none

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    bool hasChildren(const QModelIndex& parent = {}) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Entry;
    [[nodiscard]] Entry& entryOf(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const Entry& entry) const;
    [[nodiscard]] std::vector<std::unique_ptr<Entry>> entriesWithin(Entry& folder) const;
    void refresh(Entry& folder);
    void markAll(const Entry& folder);
    [[nodiscard]] bool isChanged(const Entry& entry) const;

    std::shared_ptr<const Paths> paths_ = std::make_shared<const Paths>();
    std::shared_ptr<const Marked> changed_ = std::make_shared<const Marked>();
    std::unique_ptr<Entry> root_;
};

} // namespace n3x
