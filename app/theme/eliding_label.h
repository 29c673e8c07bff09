// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLabel>

namespace n3x {

// A text of one line that gives way: what has no room becomes an ellipsis, and the tip says the whole.
class ElidingLabel final : public QLabel {
    Q_OBJECT

public:
    explicit ElidingLabel(QWidget* parent = nullptr, Qt::TextElideMode mode = Qt::ElideRight);

    void setWhole(const QString& text, const QString& tip = {}); // `tip` says more than the text does
    [[nodiscard]] const QString& whole() const { return whole_; }

    [[nodiscard]] QSize sizeHint() const override; // of the whole text
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fit();

    Qt::TextElideMode mode_;
    QString whole_;
    QString tip_;
};

} // namespace n3x
