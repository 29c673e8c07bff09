// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/inspector/value_editor.h"

#include "app/document/translated.h"
#include "app/inspector/flow_layout.h"
#include "app/theme/style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>
#include <utility>

namespace n3x {
namespace {

QStringList words(const std::vector<std::string>& choices)
{
    QStringList list;
    for (const std::string& choice : choices) list << QString::fromStdString(choice);
    return list;
}

QHBoxLayout* rowIn(QWidget* widget)
{
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    return row;
}

void tell(QWidget* control, bool isWrong, const QString& why, const QString& help)
{
    control->setToolTip(isWrong ? why : help);
    control->setAccessibleDescription(isWrong ? why : help);
    markWrong(*control, isWrong);
}

// Of a list: none of what counts where nothing is said.
const QString nothing = QString::fromUtf8(emptyList.data(), emptyList.size());

// Says `text` of a list, which is nothing or none, where it is in sight.
QToolButton* choiceButton(ValueEditor& editor, const FieldInfo& field, const QString& text)
{
    const QString title = translated(field.title);
    auto* button = new QToolButton(&editor);
    button->setText(text == nothing ? ValueEditor::tr("None") : ValueEditor::tr("Default"));
    button->setToolTip(text == nothing ? ValueEditor::tr("Say that there is none here, whatever is said further out")
                                       : ValueEditor::tr("Say nothing here, so that what is said further out counts"));
    button->setAccessibleName(text == nothing ? ValueEditor::tr("%1: none").arg(title)
                                              : ValueEditor::tr("%1: default").arg(title));
    button->hide();
    QObject::connect(button, &QToolButton::clicked, &editor, [&editor, text] { emit editor.committed(text); });
    return button;
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
    }

    void showAround(const QString& /*text*/, const QString& fallback) override { line_->setPlaceholderText(fallback); }

    void show(const QString& text, const QString& fallback) override
    {
        showAround(text, fallback);
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
    // Scrolling the inspector must not change the values that pass under the pointer.
    bool eventFilter(QObject* watched, QEvent* event) override
    {
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

// Any of a few words: boxes in as many columns as there is room for.
class SetEditor final : public ValueEditor {
public:
    SetEditor(const FieldInfo& field, QWidget* parent) : ValueEditor(parent), field_(field)
    {
        auto* flow = new FlowLayout;
        setLayout(flow);
        flow->setContentsMargins(0, 3, 0, 3);
        int widest = 0;
        for (const QString& word : words(field.choices)) {
            auto* box = new QCheckBox(word, this);
            box->setAccessibleName(ValueEditor::tr("%1: %2").arg(translated(field.title), word));
            box->setToolTip(translated(field.help));
            connect(box, &QCheckBox::clicked, this, [this] { emit committed(chosen()); });
            flow->addWidget(box);
            widest = std::max(widest, box->sizeHint().width());
            boxes_ << box;
        }
        for (QCheckBox* box : std::as_const(boxes_)) box->setMinimumWidth(widest + 6); // columns
        asInherited_ = choiceButton(*this, field, QString());
        flow->addWidget(asInherited_);
    }

    void show(const QString& text, const QString& fallback) override
    {
        hasFallback_ = !fallback.isEmpty();
        asInherited_->setVisible(hasFallback_ && !text.isEmpty());
        others_.clear();
        for (QCheckBox* box : std::as_const(boxes_)) box->setChecked(false);
        for (const QString& word : (text.isEmpty() ? fallback : text).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
            const auto box = std::ranges::find_if(boxes_, [&](QCheckBox* each) { return each->text() == word; });
            if (box != boxes_.end())
                (*box)->setChecked(true);
            else
                others_ << word; // kept: unticking a box must not lose what it does not show
        }
    }

    void setWrong(bool isWrong, const QString& why) override
    {
        for (QCheckBox* box : std::as_const(boxes_)) tell(box, isWrong, why, translated(field_.help));
    }
    QWidget* control() override { return boxes_.first(); }

private:
    [[nodiscard]] QString chosen() const
    {
        QStringList list;
        for (const QCheckBox* box : boxes_)
            if (box->isChecked()) list << box->text();
        list += others_;
        return list.isEmpty() && hasFallback_ ? nothing : list.join(QLatin1Char('\n'));
    }

    FieldInfo field_;
    QList<QCheckBox*> boxes_;
    QToolButton* asInherited_;
    QStringList others_;
    bool hasFallback_ = false;
};

// Its text begins where that of a field of one line does.
class Lines final : public QPlainTextEdit {
public:
    explicit Lines(QWidget* parent) : QPlainTextEdit(parent) { setViewportMargins(3, 0, 0, 0); }
};

// Several texts, one a line.
class LinesEditor final : public ValueEditor {
public:
    LinesEditor(const FieldInfo& field, QWidget* parent) : ValueEditor(parent), field_(field)
    {
        const auto alone = fieldInfo(field.path); // without a project, so that nothing is inherited
        hasNoDefault_ = alone && alone->defaultText.empty();
        lines_ = new Lines(this);
        lines_->setAccessibleName(translated(field.title));
        lines_->setToolTip(translated(field.help));
        lines_->setTabChangesFocus(true);
        lines_->setLineWrapMode(QPlainTextEdit::NoWrap);
        lines_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        lines_->document()->setDocumentMargin(1);
        lineHeight_ = QLineEdit().sizeHint().height();
        none_ = choiceButton(*this, field, nothing);
        asInherited_ = choiceButton(*this, field, QString());
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(2);
        column->addWidget(lines_);
        column->addWidget(none_, 0, Qt::AlignLeft); // below, for a narrow inspector has no room beside
        column->addWidget(asInherited_, 0, Qt::AlignLeft);
        connect(lines_, &QPlainTextEdit::textChanged, this, [this] {
            fitHeight();
            if (isShowing_) return;
            isSaidEmpty_ = false;
            emit typed(text());
        });
        lines_->installEventFilter(this);
        fitHeight();
    }

    void showAround(const QString& newText, const QString& fallback) override
    {
        const bool isNone = newText == nothing;
        lines_->setPlaceholderText(isNone ? ValueEditor::tr("empty")
                                          : QString::fromStdString(onOneLine(fallback.toStdString())));
        lines_->viewport()->update(); // it paints another placeholder only where one comes or goes
        // Without lines it says nothing. Where the studio has a default of its own, none at all would be wrong.
        none_->setVisible(newText.isEmpty() && !fallback.isEmpty() && hasNoDefault_);
        asInherited_->setVisible(isNone && !fallback.isEmpty());
    }

    void show(const QString& newText, const QString& fallback) override
    {
        showAround(newText, fallback);
        isSaidEmpty_ = newText == nothing;
        if (text() == newText) return;
        const int cursor = lines_->hasFocus() ? lines_->textCursor().position() : 0; // somebody may go on typing
        isShowing_ = true;
        lines_->setPlainText(isSaidEmpty_ ? QString() : newText);
        QTextCursor at = lines_->textCursor();
        at.setPosition(std::min(cursor, lines_->document()->characterCount() - 1));
        lines_->setTextCursor(at);
        isShowing_ = false;
    }

    void setWrong(bool isWrong, const QString& why) override { tell(lines_, isWrong, why, translated(field_.help)); }
    QWidget* control() override { return lines_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched == lines_ && event->type() == QEvent::FocusOut) {
            // As a field of one line: a menu or another window takes the keyboard for a while only.
            const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
            if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason) emit committed(text());
        }
        if (watched == lines_ && event->type() == QEvent::KeyPress) {
            const auto* key = static_cast<QKeyEvent*>(event);
            const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
            if (isReturn && (key->modifiers() & Qt::ControlModifier)) {
                emit committed(text());
                return true;
            }
        }
        return ValueEditor::eventFilter(watched, event);
    }

private:
    [[nodiscard]] QString text() const
    {
        QStringList list;
        for (const QString& line : lines_->toPlainText().split(QLatin1Char('\n')))
            if (!line.trimmed().isEmpty()) list << line.trimmed();
        return list.isEmpty() && isSaidEmpty_ ? nothing : list.join(QLatin1Char('\n'));
    }

    void fitHeight()
    {
        // One line of it is as high as a field of one line.
        const int shown = std::clamp(lines_->blockCount(), 1, 6);
        const int around = std::max(0, lineHeight_ - lines_->fontMetrics().lineSpacing());
        lines_->setFixedHeight(shown * lines_->fontMetrics().lineSpacing() + around);
        // Whether it fits is known here; asked of the view, a line that waits to be laid out flashes a scroll bar.
        lines_->setVerticalScrollBarPolicy(lines_->blockCount() > shown ? Qt::ScrollBarAsNeeded
                                                                        : Qt::ScrollBarAlwaysOff);
    }

    FieldInfo field_;
    QPlainTextEdit* lines_;
    QToolButton* none_;
    QToolButton* asInherited_;
    int lineHeight_ = 0;
    bool hasNoDefault_ = false;
    bool isShowing_ = false;
    bool isSaidEmpty_ = false; // until somebody types
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
    case Control::Set: return new SetEditor(field, parent);
    case Control::Lines: return new LinesEditor(field, parent);
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
