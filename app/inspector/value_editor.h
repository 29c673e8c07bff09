// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/files/fields.h"

#include <QString>
#include <QWidget>

namespace n3x {

// The control for one value, chosen by the kind of its field. It holds the text of the value and knows no project.
class ValueEditor : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    // Shows a value as withValue takes it: an empty text means that nothing is said and `fallback` counts. Emits
    // nothing, and leaves a control alone whose text already says the same, so that typing is not disturbed.
    virtual void show(const QString& text, const QString& fallback) = 0;
    // The same while somebody types: what stands in and beside the control follows, its text stays.
    virtual void showAround(const QString& /*text*/, const QString& /*fallback*/) {}
    // Other names may be meant than when the editor was made.
    virtual void offer(const std::vector<std::string>& /*choices*/) {}
    virtual void setWrong(bool isWrong, const QString& why) = 0; // marks the control and tells screen readers why
    [[nodiscard]] virtual QWidget* control() = 0;                // what takes the keyboard

signals:
    void typed(const QString& text);     // with every key, for values that are followed live
    void lineEnded(const QString& text); // of several
    void committed(const QString& text); // a choice was made, Enter pressed, or the control left
};

// The editor of a field's kind, named for screen readers by the field's title.
[[nodiscard]] ValueEditor* makeEditor(const FieldInfo& field, QWidget* parent);
// Whether the editor made for one field edits the other as well, once it offers the choices of that.
[[nodiscard]] bool sameEditor(const FieldInfo& one, const FieldInfo& other);

} // namespace n3x
