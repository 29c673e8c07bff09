// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/inspector/value_editor.h"

#include "app/document/translated.h"
#include "app/inspector/editor_parts.h"
#include "app/inspector/list_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <tuple>
#include <utility>

namespace n3x {
namespace {

QHBoxLayout* rowIn(QWidget* widget)
{
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    return row;
}

// One line of text. Numbers step with the arrow keys; texts with proposals complete.
class LineEditor final : public ValueEditor {
public:
    LineEditor(const FieldInfo& field, QWidget* parent) : ValueEditor(parent), field_(field)
    {
        line_ = new QLineEdit(this);
        line_->setAccessibleName(translated(field.title));
        line_->setToolTip(translated(field.help));
        auto* row = rowIn(this);
        row->addWidget(line_, 1);
        if (!field.unit.empty()) row->addWidget(new QLabel(QString::fromStdString(field.unit), this));
        offer(field.choices);
        connect(line_, &QLineEdit::textEdited, this, [this](const QString& text) {
            isEdited_ = true;
            emit typed(text);
        });
        connect(line_, &QLineEdit::editingFinished, this, [this] {
            if (std::exchange(isEdited_, false)) emit committed(line_->text());
        });
        line_->installEventFilter(this);
    }

    void offer(const std::vector<std::string>& choices) override
    {
        if (field_.kind != FieldKind::Text || std::exchange(offered_, choices) == choices) return;
        auto* completer = new QCompleter(words(choices), line_);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        line_->setCompleter(completer); // which takes the one before away
        connect(completer, qOverload<const QString&>(&QCompleter::activated), this, [this](const QString& chosen) {
            isEdited_ = true; // as if it had been typed to its end
            emit typed(chosen);
        });
    }

    void showAround(const QString& /*text*/, const QString& fallback) override { line_->setPlaceholderText(fallback); }

    void show(const QString& text, const QString& fallback) override
    {
        showAround(text, fallback);
        isEdited_ = false; // what was typed before is of no account any more
        if (line_->text() == text) return;
        const int cursor = line_->cursorPosition();
        line_->setText(text); // shows its beginning, unless somebody is typing in it
        line_->setCursorPosition(line_->hasFocus() ? std::min(cursor, static_cast<int>(text.size())) : 0);
    }

    void setWrong(bool isWrong, const QString& why) override { tell(line_, isWrong, why, translated(field_.help)); }
    QWidget* control() override { return line_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched == line_ && field_.kind == FieldKind::Number && event->type() == QEvent::KeyPress) {
            const int key = static_cast<QKeyEvent*>(event)->key();
            if (key == Qt::Key_Up || key == Qt::Key_Down) {
                step(key == Qt::Key_Up ? 1 : -1);
                return true;
            }
        }
        return ValueEditor::eventFilter(watched, event);
    }

private:
    void step(qint64 by)
    {
        bool isNumber = false;
        const QString shown = line_->text().isEmpty() ? line_->placeholderText() : line_->text();
        const qint64 number = shown.toLongLong(&isNumber);
        if (!isNumber) return;
        line_->setText(QString::number(std::clamp<qint64>(number + by, field_.minimum, field_.maximum)));
        emit typed(line_->text());
    }

    FieldInfo field_;
    QLineEdit* line_;
    std::vector<std::string> offered_;
    bool isEdited_ = false; // also where its own undo took back what was typed
};

// One of a few words, and "not said" where that is allowed.
class ChoiceEditor final : public ValueEditor {
public:
    ChoiceEditor(const FieldInfo& field, QWidget* parent) : ValueEditor(parent), field_(field)
    {
        box_ = new QComboBox(this);
        box_->setAccessibleName(translated(field.title));
        box_->setToolTip(translated(field.help));
        box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box_->setFocusPolicy(Qt::StrongFocus);
        box_->installEventFilter(this);
        fill(field.choices);
        rowIn(this)->addWidget(box_, 1);
        connect(box_, &QComboBox::activated, this, [this] { emit committed(box_->currentData().toString()); });
    }

    void offer(const std::vector<std::string>& choices) override
    {
        if (offered_ == choices) return;
        box_->clear();
        fill(choices);
    }

    void show(const QString& text, const QString& fallback) override
    {
        if (field_.optional)
            box_->setItemText(0, fallback.isEmpty() ? ValueEditor::tr("not set")
                                                    : ValueEditor::tr("%1 (default)").arg(fallback));
        int index = box_->findData(text);
        if (index < 0) { // a word that the type refuses is shown as it is
            box_->addItem(text, text);
            index = box_->count() - 1;
        }
        box_->setCurrentIndex(index);
    }

    void setWrong(bool isWrong, const QString& why) override { tell(box_, isWrong, why, translated(field_.help)); }
    QWidget* control() override { return box_; }

protected:
    // Scrolling the inspector must not change the values that pass under the pointer, and an arrow key none on the way
    // to the one that is meant: it opens the list.
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched == box_ && event->type() == QEvent::KeyPress) {
            const int key = static_cast<QKeyEvent*>(event)->key();
            if (key == Qt::Key_Up || key == Qt::Key_Down) {
                box_->showPopup();
                return true;
            }
        }
        if (watched == box_ && event->type() == QEvent::Wheel && !box_->hasFocus()) {
            event->ignore();
            return true;
        }
        return ValueEditor::eventFilter(watched, event);
    }

private:
    void fill(const std::vector<std::string>& choices)
    {
        offered_ = choices;
        if (field_.optional) box_->addItem(QString(), QString());
        for (const QString& word : words(choices)) box_->addItem(word, word);
    }

    FieldInfo field_;
    QComboBox* box_;
    std::vector<std::string> offered_;
};

class SwitchEditor final : public ValueEditor {
public:
    SwitchEditor(const FieldInfo& field, QWidget* parent) : ValueEditor(parent), field_(field)
    {
        box_ = new QCheckBox(this);
        box_->setAccessibleName(translated(field.title));
        box_->setToolTip(translated(field.help));
        rowIn(this)->addWidget(box_, 1);
        connect(box_, &QCheckBox::clicked, this,
                [this](bool on) { emit committed(on ? QStringLiteral("true") : QStringLiteral("false")); });
    }

    void show(const QString& text, const QString& fallback) override
    {
        box_->setChecked((text.isEmpty() ? fallback : text) == QLatin1String("true"));
    }
    void setWrong(bool isWrong, const QString& why) override { tell(box_, isWrong, why, translated(field_.help)); }
    QWidget* control() override { return box_; }

private:
    FieldInfo field_;
    QCheckBox* box_;
};

enum class Control : std::uint8_t { Line, Choice, Switch, Set, Lines };

Control controlOf(const FieldInfo& field)
{
    const bool isChosen = !field.choices.empty() && !field.open;
    switch (field.kind) {
    case FieldKind::Choice: return Control::Choice;
    case FieldKind::Switch: return Control::Switch;
    case FieldKind::List: return isChosen && field.choices.size() <= 8 ? Control::Set : Control::Lines;
    case FieldKind::Map: return Control::Lines;
    case FieldKind::Text: return isChosen ? Control::Choice : Control::Line;
    default: return Control::Line;
    }
}

} // namespace

ValueEditor* makeEditor(const FieldInfo& field, QWidget* parent)
{
    switch (controlOf(field)) {
    case Control::Choice: return new ChoiceEditor(field, parent);
    case Control::Switch: return new SwitchEditor(field, parent);
    case Control::Set: return makeSetEditor(field, parent);
    case Control::Lines: return makeLinesEditor(field, parent);
    case Control::Line: break;
    }
    return new LineEditor(field, parent);
}

bool sameEditor(const FieldInfo& one, const FieldInfo& other)
{
    const Control control = controlOf(one);
    const auto facts = [](const FieldInfo& field) {
        return std::tie(field.kind, field.title, field.help, field.unit, field.minimum, field.maximum, field.optional);
    };
    return control == controlOf(other) && facts(one) == facts(other) &&
           (control != Control::Set || one.choices == other.choices);
}

} // namespace n3x
