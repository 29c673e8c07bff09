// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QPlainTextEdit>

#include <string>
#include <string_view>
#include <vector>

namespace n3x {

// A line of a difference as it is shown, without a line end: of both texts, a gap where equal ones are left out, or
// that the line above ends the file without a line end.
struct DiffLine {
    enum class Kind : std::uint8_t { Same, Gone, New, Gap, NoLineEnd };

    Kind kind = Kind::Same;
    std::string text;

    friend bool operator==(const DiffLine&, const DiffLine&) = default;
};

// The lines that differ with three equal ones around them.
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
