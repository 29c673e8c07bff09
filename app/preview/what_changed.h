// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/preview/changed_lines.h"
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

// Which generated files, and which of their lines, differ from what followed from the project when it was last
// opened, saved or exported. One for the whole window, so that every mark means the same.
class WhatChanged final : public QObject {
    Q_OBJECT

public:
    explicit WhatChanged(Document& document, QObject* parent = nullptr);

    [[nodiscard]] bool isChanged(std::string_view path) const { return paths_.contains(path); }
    // In byte order; with the files that are gone since then.
    [[nodiscard]] const std::set<std::string, std::less<>>& paths() const { return paths_; }
    // Lines of the file as it is now.
    [[nodiscard]] std::vector<LineRange> linesOf(std::string_view path) const;
    // The file as it was then; nothing for a new one.
    [[nodiscard]] std::optional<std::string> before(std::string_view path) const;

signals:
    void changed();

private:
    void follow(const Generation& generation);
    void startAnew();

    Document& document_;
    OutputTree baseline_;
    bool takesNext_ = true; // the next generation of the current project becomes the baseline
    std::set<std::string, std::less<>> paths_;
};

} // namespace n3x
