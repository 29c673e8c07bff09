// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QPlainTextEdit>

#include <string_view>
#include <vector>

namespace n3x {

enum class DiffSide : std::uint8_t { Same, Gone, New, Gap };

struct DiffLine {
    DiffSide side = DiffSide::Same;
    std::string text;

    friend bool operator==(const DiffLine&, const DiffLine&) = default;
};

// The lines of two texts, those that differ with three equal ones around them; a Gap stands where some are left out.
[[nodiscard]] std::vector<DiffLine> difference(std::string_view before, std::string_view after);

// Shows a difference: what goes in red with "-", what comes in green with "+".
class DiffView final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit DiffView(QWidget* parent = nullptr);

    void showLines(const std::vector<DiffLine>& lines);

protected:
    void changeEvent(QEvent* event) override;

private:
    void paintLines();

    std::vector<DiffLine> lines_;
};

} // namespace n3x
