// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tree/output_model.h"

#include "app/theme/colours.h"
#include "app/theme/icons.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>
#include <utility>

namespace n3x {

struct OutputModel::Entry {
    Entry* folder = nullptr;
    std::string path; // of a folder with its '/', of the root empty
    std::string name;
    bool isFolder = false;
    bool isOpen = false; // its rows are made
    std::vector<std::unique_ptr<Entry>> entries; // folders before files, each by name

    [[nodiscard]] auto key() const { return std::pair(!isFolder, std::string_view(name)); }
};

OutputModel::OutputModel(QObject* parent) : QAbstractItemModel(parent), root_(std::make_unique<Entry>())
{
    root_->isFolder = true;
    root_->isOpen = true;
}

OutputModel::~OutputModel() = default;

OutputModel::Entry& OutputModel::entryOf(const QModelIndex& index) const
{
    return index.isValid() ? *static_cast<Entry*>(index.internalPointer()) : *root_;
}

QModelIndex OutputModel::indexOf(const Entry& entry) const
{
    if (&entry == root_.get()) return {};
    const auto& siblings = entry.folder->entries;
    const auto at = std::ranges::find(siblings, &entry, [](const auto& sibling) { return sibling.get(); });
    return createIndex(static_cast<int>(at - siblings.begin()), 0, &entry);
}

// What stands directly in a folder, from the sorted paths; whole subfolders are stepped over. One that holds nothing
// but a folder is one row with it: what the first and the last of its paths have in common, all between them have.
std::vector<std::unique_ptr<OutputModel::Entry>> OutputModel::entriesWithin(Entry& folder) const
{
    std::vector<std::unique_ptr<Entry>> entries;
    auto at = std::ranges::lower_bound(*paths_, folder.path);
    while (at != paths_->end() && at->starts_with(folder.path)) {
        const std::size_t slash = at->find('/', folder.path.size());
        auto entry = std::make_unique<Entry>();
        entry->folder = &folder;
        entry->isFolder = slash != std::string::npos;
        if (entry->isFolder) {
            std::string behind = at->substr(0, slash + 1);
            behind.back() = '/' + 1;
            const auto first = std::exchange(at, std::lower_bound(at, paths_->end(), behind));
            const auto common = std::ranges::mismatch(*first, *std::prev(at)).in1 - first->begin();
            entry->path = first->substr(0, first->rfind('/', static_cast<std::size_t>(common) - 1) + 1);
        } else {
            entry->path = *at++;
        }
        entry->name =
            entry->path.substr(folder.path.size(), entry->path.size() - folder.path.size() - (entry->isFolder ? 1 : 0));
        entries.push_back(std::move(entry));
    }
    std::ranges::sort(entries, {}, [](const auto& entry) { return entry->key(); });
    return entries;
}

void OutputModel::refresh(Entry& folder)
{
    if (!folder.isOpen) return;
    std::vector<std::unique_ptr<Entry>> next = entriesWithin(folder);
    auto& now = folder.entries;
    const QModelIndex parent = indexOf(folder);
    std::size_t at = 0;
    const auto removeUntil = [&](std::size_t end) {
        if (end == at) return;
        beginRemoveRows(parent, static_cast<int>(at), static_cast<int>(end) - 1);
        now.erase(now.begin() + static_cast<std::ptrdiff_t>(at), now.begin() + static_cast<std::ptrdiff_t>(end));
        endRemoveRows();
    };
    for (auto& entry : next) {
        std::size_t gone = at;
        while (gone < now.size() && now[gone]->key() < entry->key()) ++gone;
        removeUntil(gone);
        if (at == now.size() || entry->key() < now[at]->key()) {
            beginInsertRows(parent, static_cast<int>(at), static_cast<int>(at));
            now.insert(now.begin() + static_cast<std::ptrdiff_t>(at), std::move(entry));
            endInsertRows();
        } else {
            refresh(*now[at]);
        }
        ++at;
    }
    removeUntil(now.size());
}

void OutputModel::setPaths(std::shared_ptr<const Paths> paths)
{
    paths_ = std::move(paths);
    refresh(*root_);
}

void OutputModel::setChanged(std::shared_ptr<const Marked> changed)
{
    if (changed == changed_) return;
    changed_ = std::move(changed);
    markAll(*root_);
}

void OutputModel::markAll(const Entry& folder)
{
    if (folder.entries.empty()) return;
    emit dataChanged(indexOf(*folder.entries.front()), indexOf(*folder.entries.back()),
                     {Qt::DecorationRole, IsChangedRole, Qt::AccessibleTextRole});
    for (const auto& entry : folder.entries) markAll(*entry);
}

bool OutputModel::isChanged(const Entry& entry) const
{
    if (!entry.isFolder) return changed_->contains(entry.path);
    const auto first = changed_->lower_bound(entry.path);
    return first != changed_->end() && first->starts_with(entry.path);
}

QModelIndex OutputModel::indexOf(std::string_view path)
{
    Entry* folder = root_.get();
    while (true) {
        if (!folder->isOpen) fetchMore(indexOf(*folder));
        const auto found = std::ranges::find_if(folder->entries, [&](const auto& entry) {
            return entry->isFolder ? path.starts_with(entry->path) : path == entry->path;
        });
        if (found == folder->entries.end()) return {};
        if (!(*found)->isFolder) return indexOf(**found);
        folder = found->get();
    }
}

QModelIndex OutputModel::index(int row, int column, const QModelIndex& parent) const
{
    const Entry& folder = entryOf(parent);
    if (row < 0 || column != 0 || static_cast<std::size_t>(row) >= folder.entries.size()) return {};
    return createIndex(row, column, folder.entries[static_cast<std::size_t>(row)].get());
}

QModelIndex OutputModel::parent(const QModelIndex& index) const
{
    return index.isValid() ? indexOf(*entryOf(index).folder) : QModelIndex();
}

int OutputModel::rowCount(const QModelIndex& parent) const { return static_cast<int>(entryOf(parent).entries.size()); }

int OutputModel::columnCount(const QModelIndex&) const { return 1; }

bool OutputModel::hasChildren(const QModelIndex& parent) const
{
    const Entry& entry = entryOf(parent);
    return entry.isOpen ? !entry.entries.empty() : entry.isFolder;
}

bool OutputModel::canFetchMore(const QModelIndex& parent) const
{
    const Entry& entry = entryOf(parent);
    return entry.isFolder && !entry.isOpen;
}

void OutputModel::fetchMore(const QModelIndex& parent)
{
    Entry& folder = entryOf(parent);
    if (!folder.isFolder || folder.isOpen) return;
    folder.isOpen = true;
    std::vector<std::unique_ptr<Entry>> entries = entriesWithin(folder);
    if (entries.empty()) return;
    beginInsertRows(parent, 0, static_cast<int>(entries.size()) - 1);
    folder.entries = std::move(entries);
    endInsertRows();
}

QVariant OutputModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const Entry& entry = entryOf(index);
    const QString name = QString::fromStdString(entry.name);
    switch (role) {
    case Qt::DisplayRole: return name;
    case Qt::ToolTipRole:
    case PathRole: return QString::fromStdString(entry.path);
    case Qt::DecorationRole:
        if (!isChanged(entry))
            return icon(entry.isFolder ? QStringLiteral("folder") : QStringLiteral("file"),
                        coloursOf(QGuiApplication::palette()).quiet);
        return icon(entry.isFolder ? QStringLiteral("folder") : QStringLiteral("changed"),
                    coloursOf(QGuiApplication::palette()).changed);
    case Qt::AccessibleTextRole: return isChanged(entry) ? tr("%1, changed").arg(name) : name;
    case IsFolderRole: return entry.isFolder;
    case IsChangedRole: return isChanged(entry);
    default: return {};
    }
}

} // namespace n3x
