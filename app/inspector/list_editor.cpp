// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/inspector/list_editor.h"

#include "app/document/translated.h"
#include "app/inspector/editor_parts.h"
#include "app/inspector/flow_layout.h"

#include <QCheckBox>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace n3x {
namespace {

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
            if (isReturn) {
                lines_->insertPlainText(QStringLiteral("\n"));
                emit lineEnded(text());
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
            if (!line.trimmed().isEmpty()) list << entriesOf(line.trimmed());
        return list.isEmpty() && isSaidEmpty_ ? nothing : list.join(QLatin1Char('\n'));
    }

    // One a line, or several with commas between them, as defaults and sentences show them, where no entry can hold
    // one.
    [[nodiscard]] QStringList entriesOf(const QString& line) const
    {
        if (!line.contains(QLatin1Char(',')) || field_.pattern.empty()) return {line};
        const QRegularExpression good(QRegularExpression::anchoredPattern(QString::fromStdString(field_.pattern)));
        if (good.match(line).hasMatch()) return {line};
        QStringList entries;
        for (const QString& part : line.split(QLatin1Char(','), Qt::SkipEmptyParts))
            if (!part.trimmed().isEmpty()) entries << part.trimmed();
        const bool areGood =
            std::ranges::all_of(entries, [&](const QString& one) { return good.match(one).hasMatch(); });
        return areGood ? entries : QStringList{line};
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

} // namespace

ValueEditor* makeSetEditor(const FieldInfo& field, QWidget* parent) { return new SetEditor(field, parent); }
ValueEditor* makeLinesEditor(const FieldInfo& field, QWidget* parent) { return new LinesEditor(field, parent); }

} // namespace n3x
