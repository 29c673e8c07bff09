// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/preview/changed_lines.h"
#include "app/threads/mailbox.h"
#include "app/threads/task_thread.h"
#include "generators/tree/output_tree.h"

#include <QObject>

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace n3x {

class Document;
struct Generation;
struct Project;

// Which generated files, and which of their lines, differ from what followed from the project when it was last
// opened, saved or exported. One for the whole window, so that every mark means the same.
class WhatChanged final : public QObject {
    Q_OBJECT

public:
    explicit WhatChanged(Document& document, QObject* parent = nullptr);
    ~WhatChanged() override;

    using Paths = std::set<std::string, std::less<>>;

    [[nodiscard]] bool isChanged(std::string_view path) const;
    // In byte order; with the files that are gone since then. Collected where nobody waits for it, since one edit can
    // reach every file of a large project: changed() tells that it has caught up.
    [[nodiscard]] const std::shared_ptr<const Paths>& paths() const { return paths_; }
    // Lines of the file as it is now.
    [[nodiscard]] std::vector<LineRange> linesOf(std::string_view path) const;
    // The file as it was then; nothing for a new one.
    [[nodiscard]] std::optional<std::string> before(std::string_view path) const;

signals:
    void changed(); // paths() is another
    void baselineChanged(); // so linesOf() may say something else for the same file

private:
    void follow(const std::shared_ptr<const Generation>& generation);
    void startAnew();
    void startFrom(const Project& saved);
    void setBaseline(const OutputTree& outputs);
    void take(std::shared_ptr<const Paths> paths);

    // What was asked for last, which is asked for again at every edit.
    struct Compared {
        std::string path;
        FileText now;
        std::vector<LineRange> lines;
    };
    struct Collection; // of the thread
    Document& document_;
    OutputTree baseline_;
    mutable std::optional<Compared> compared_; // with the baseline
    bool takesNext_ = true; // the next generation of the current project becomes the baseline
    quint64 baselines_ = 0; // asked for
    std::shared_ptr<const Paths> paths_ = std::make_shared<const Paths>();
    std::shared_ptr<Collection> collection_;
    Mailbox mailbox_;
    TaskThread thread_; // last: it ends before what it uses goes
};

} // namespace n3x
