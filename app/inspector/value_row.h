// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/files/fields.h"
#include "core/model/problem.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace n3x {

class Document;
class ElidingLabel;
class ValueEditor;

// One value of an object: its title, its editor, what counts when it says nothing or what it was, and below them
// the problems of exactly this value, each with the buttons that mend it.
class ValueRow final : public QWidget {
    Q_OBJECT

public:
    ValueRow(Document& document, FieldInfo field, int titleWidth, QWidget* parent = nullptr);

    // Whether this row can show that value: what it has in common with the one shown is all but the object.
    [[nodiscard]] bool serves(const FieldInfo& field) const;
    // The same value of a project that changed, or one of another object that it serves. `saved` is the project on
    // disk, for "was 100".
    void refresh(FieldInfo field, const Project& project, const Project& saved);
    void setTitleWidth(int width);
    void finishTyping(); // what counts only when it is finished counts now
    [[nodiscard]] bool isBeingTyped() const { return isApplying_; } // the project changes by a key in this row
    void retire();       // its value is gone: what becomes of the row changes nothing any more
    bool showProblems(const std::vector<const Problem*>& problems); // whether they are others than before
    void focusEditor();

    [[nodiscard]] const FieldInfo& field() const { return field_; }
    [[nodiscard]] std::optional<Severity> worst() const; // of the problems of this value

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void follow(const QString& text); // with every key
    void finish(const QString& text);
    void apply(const QString& text, const QString& mergeKey);
    void showSaid();
    void tellTaken(const QString& name);
    void shareRoom();
    [[nodiscard]] bool isTyping(const std::string& said) const;

    Document& document_;
    FieldInfo field_;
    ValueEditor* editor_;
    QToolButton* go_ = nullptr; // to the object that the value names
    QLabel* title_;
    ElidingLabel* note_;
    QVBoxLayout* problems_;
    std::vector<Problem> shownProblems_;
    std::optional<QString> pending_; // what is typed and counts only when it is finished
    bool isApplying_ = false;
    std::optional<std::string> typed_; // what the project says since the last key
    // Each run of typing is a step of its own in the history: a visit to the field, what replaces a selection, what
    // comes after a rest.
    int typingSession_ = 0;
    QElapsedTimer sinceTyped_;
};

} // namespace n3x
