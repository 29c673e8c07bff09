// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/session/kept_files.h"
#include "app/threads/mailbox.h"
#include "app/threads/task_thread.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace n3x {

// Keeps what is not saved yet beside the program's data, so that a crash loses the last edit at most. Reading and
// writing happen on a thread of its own; only the newest state of a project is written.
class UnsavedWork final : public QObject {
    Q_OBJECT

public:
    explicit UnsavedWork(const QString& dataFolder, QObject* parent = nullptr); // normally AppDataLocation
    ~UnsavedWork() override;

    void keep(const QString& folder, const Project& project, const Views& views, const SourceSums& base = {});
    void forget(const QString& folder); // it was saved, or discarded on purpose; what others kept stays

    // What a session before this one, or another window, left for that folder; `then` is called when find() knows it.
    // It is offered until forgetOffered(), and not mixed with what this session keeps.
    void look(const QString& folder, std::function<void()> then);
    [[nodiscard]] std::optional<KeptWork> find(const QString& folder) const;
    void forgetOffered(const QString& folder);
    // What find() gives is part of the work from now on; what was left of it goes once that is written or forgotten.
    void takeOver(const QString& folder);

    void flush(); // waits until everything is written; for the end of the program and for tests

signals:
    void keepingFailed(const QString& folder, const QString& reason); // once, until it goes again
    void keepingWorks(); // again, after it had failed

private:
    [[nodiscard]] std::optional<KeptWork> takeOffered(const QString& folder);
    void tell(const QString& reason); // empty: it was written

    QString place_;
    QList<KeptWork> offered_; // the newest of a folder first
    QHash<QString, std::shared_ptr<std::atomic<quint64>>> newest_; // by folder
    bool isFailing_ = false;
    Mailbox mailbox_;
    KeptFiles files_; // of the thread only
    TaskThread thread_; // last: it ends before what it uses goes
};

} // namespace n3x
