// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QDockWidget;
class QLabel;
class QToolButton;

namespace n3x {

// The thin strip above a dock: its name, and small buttons to let it float and to hide it. Where docks are tabs, the
// tab says the name already and only the line is left that shows where the keyboard is.
class DockTitle final : public QWidget {
    Q_OBJECT

public:
    explicit DockTitle(QDockWidget& dock);

    void setInHand(bool isInHand); // the keyboard is in the dock

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();
    [[nodiscard]] bool isTabbed() const;

    QDockWidget& dock_;
    QLabel* name_;
    QToolButton* float_;
    QToolButton* close_;
    bool isTabbed_ = false;
    bool isInHand_ = false;
};

} // namespace n3x
