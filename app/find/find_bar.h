// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace n3x {

// A slim bar at the foot of a text to read: it finds words there, marks them and goes from one to the next, also while
// the text changes. Closed, it follows nothing.
class FindBar final : public QWidget {
    Q_OBJECT

public:
    // In a widget with the text, which is all that lies in there.
    explicit FindBar(QPlainTextEdit& text, QWidget* parent = nullptr);
    ~FindBar() override;

    // Of the text that has the keyboard, or whose bar has it; null where there is none.
    [[nodiscard]] static FindBar* inHand();

    // Takes the keyboard. What is selected in the text is looked for.
    void begin();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    enum class Step : std::uint8_t { Next, Previous };

    void build();
    void follow();
    void end();
    void look();                 // where the words stand now
    void findAnew();             // from the place where the reader is
    void step(Step direction);   // round the end
    void choose(int match);
    void mark();                 // those in sight
    void say();
    [[nodiscard]] std::optional<std::size_t> chosen() const; // which of the matches is selected in the text

    QPlainTextEdit& text_;
    QLineEdit* field_;
    QLabel* count_;
    std::vector<int> matches_;
    std::unique_ptr<QObject> following_; // while it is open
    QTimer pause_;                       // after a change of the text, of which many come at once
};

} // namespace n3x
