// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/inspector/value_row.h"

#include "app/document/document.h"
#include "app/document/translated.h"
#include "app/inspector/problem_note.h"
#include "app/inspector/value_editor.h"
#include "app/inspector/value_note.h"
#include "app/theme/eliding_label.h"
#include "app/theme/icons.h"
#include "core/checks/code_names.h"
#include "core/edits/values.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace n3x {
namespace {

constexpr int narrowest = 360; // of a row whose problems stand below its field

// Who types on after a rest of this length begins a step of its own.
constexpr int typingRest = 1500; // ms

bool hasSelection(const QWidget& control)
{
    const auto* line = qobject_cast<const QLineEdit*>(&control);
    return line != nullptr && line->hasSelectedText();
}

// Values that others refer to change when they are finished, not with every key: half a name would be a rename.
bool followsTyping(const FieldInfo& field)
{
    return field.key != "name" && field.key != "subnet" && field.kind != FieldKind::Choice;
}

// What the project says of the value, as withValue takes it; empty: nothing.
std::string saidIn(const Project& project, const FieldInfo& field)
{
    const auto text = valueText(project, field.path);
    if (text && text->empty() && field.kind == FieldKind::List) return std::string(emptyList);
    return text.value_or(std::string());
}

} // namespace

ValueRow::ValueRow(Document& document, FieldInfo field, int titleWidth, QWidget* parent)
    : QWidget(parent), document_(document), field_(std::move(field))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    title_ = new QLabel(translated(field_.title), this);
    setTitleWidth(titleWidth);
    title_->setForegroundRole(QPalette::PlaceholderText);
    title_->setToolTip(translated(field_.help));
    editor_ = makeEditor(field_, this);
    title_->setBuddy(editor_->control());
    note_ = new ElidingLabel(this);
    note_->setForegroundRole(QPalette::PlaceholderText);
    // Beside the first line of what is edited.
    const int line = std::min(editor_->control()->sizeHint().height(), fontMetrics().height() + 10);
    title_->setMinimumHeight(line);
    row->addWidget(title_, 0, Qt::AlignTop);
    row->addWidget(editor_, 1);
    // As wide in every row, so that the fields are too.
    const int aside = fontMetrics().horizontalAdvance(tr("240 of 254 used")) + 2;
    note_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    note_->setFixedHeight(line);
    if (refersToObject(field_)) {
        go_ = new QToolButton(this);
        go_->setIcon(icon(QStringLiteral("go")));
        go_->setAutoRaise(true);
        const int width = go_->sizeHint().width();
        go_->setFixedSize(width, line);
        connect(go_, &QToolButton::clicked, this,
                [this] { document_.select({referenceOf(field_, document_.project())}); });
        row->addWidget(go_, 0, Qt::AlignTop);
        note_->setFixedWidth(std::max(0, aside - width - row->spacing()));
    } else {
        note_->setFixedWidth(aside);
    }
    row->addWidget(note_, 0, Qt::AlignTop);
    column->addLayout(row);
    problems_ = new QVBoxLayout;
    problems_->setSpacing(2);
    column->addLayout(problems_);

    editor_->control()->installEventFilter(this);
    connect(editor_, &ValueEditor::typed, this, &ValueRow::follow);
    connect(editor_, &ValueEditor::committed, this, &ValueRow::finish);
    connect(editor_, &ValueEditor::lineEnded, this, [this](const QString& text) {
        if (!followsTyping(field_)) finish(text); // a whole subnet
    });
}

void ValueRow::setTitleWidth(int width)
{
    if (title_->minimumWidth() == width) return;
    title_->setFixedWidth(width);
    // Only where it has to: a text that may wrap is measured anew at each step of a layout.
    title_->setWordWrap(title_->fontMetrics().horizontalAdvance(title_->text()) > width);
}

bool ValueRow::serves(const FieldInfo& field) const
{
    return sameEditor(field_, field) && refersToObject(field_) == refersToObject(field);
}

void ValueRow::finishTyping()
{
    if (pending_) finish(QString(*pending_)); // a copy: it is pending no longer
}

void ValueRow::retire() { editor_->disconnect(this); }

void ValueRow::refresh(FieldInfo field, const Project& project, const Project& saved)
{
    if (field.path != field_.path) { // of another object, or of one with another name
        pending_.reset();
        typed_.reset();
        ++typingSession_;
    }
    field_ = std::move(field);
    editor_->offer(field_.choices);
    const std::string said = saidIn(project, field_);
    const QString text = QString::fromStdString(said);
    const QString fallback = QString::fromStdString(field_.defaultText);
    isTyping(said) ? editor_->showAround(text, fallback) : editor_->show(text, fallback);
    const ValueNote note = noteOf(field_, project, saved);
    note_->setWhole(note.text);
    shareRoom();
    const auto role = note.isChange ? QPalette::Link : QPalette::PlaceholderText;
    if (role != note_->foregroundRole()) note_->setForegroundRole(role); // said again, it would be painted again
    if (go_ == nullptr) return;
    const ObjectPath target = referenceOf(field_, project);
    go_->setVisible(!target.empty());
    go_->setAccessibleName(tr("Show %1").arg(QString::fromStdString(said)));
    go_->setToolTip(go_->accessibleName());
}

bool ValueRow::showProblems(const std::vector<const Problem*>& problems)
{
    const bool same = std::ranges::equal(problems, shownProblems_,
                                         [](const Problem* one, const Problem& other) { return *one == other; });
    if (same) return false;
    shownProblems_.clear();
    bool hadKeyboard = false; // on a button that mended its problem
    while (QLayoutItem* item = problems_->takeAt(0)) {
        hadKeyboard = hadKeyboard || item->widget()->isAncestorOf(QApplication::focusWidget());
        item->widget()->deleteLater();
        delete item;
    }
    if (hadKeyboard) focusEditor();
    QString why;
    for (const Problem* problem : problems) {
        shownProblems_.push_back(*problem);
        problems_->addWidget(new ProblemNote(document_, *problem, this));
        if (problem->severity == Severity::Error && why.isEmpty())
            why = translated(problem->what) + QLatin1Char(' ') + translated(problem->advice);
    }
    editor_->setWrong(!why.isEmpty(), why);
    return true;
}

std::optional<Severity> ValueRow::worst() const
{
    const auto found = std::ranges::min_element(shownProblems_, {}, &Problem::severity);
    return found == shownProblems_.end() ? std::nullopt : std::optional(found->severity);
}

void ValueRow::focusEditor()
{
    editor_->control()->setFocus(Qt::OtherFocusReason);
    if (auto* line = qobject_cast<QLineEdit*>(editor_->control())) line->selectAll();
}

// Whether the field holds what somebody is typing, which may be another spelling of what the project says.
bool ValueRow::isTyping(const std::string& said) const
{
    return pending_ || isApplying_ || (typed_ == said && editor_->control()->hasFocus());
}

// A long text has the room of a note that says nothing; all other fields are as wide as each other.
void ValueRow::shareRoom()
{
    const auto* line = qobject_cast<const QLineEdit*>(editor_->control());
    if (line == nullptr) return;
    constexpr int around = 24; // the gaps of the row, and of the field around its text
    const int room = width() - title_->minimumWidth() - note_->minimumWidth() - around;
    note_->setHidden(note_->whole().isEmpty() && fontMetrics().horizontalAdvance(line->text()) > room);
}

// Below the field, where there is room for a sentence; else below all of the row.
void ValueRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    shareRoom();
    const int beforeField = editor_->x();
    problems_->setContentsMargins(width() < narrowest ? 0 : beforeField, 0, 0, 0);
}

bool ValueRow::eventFilter(QObject* watched, QEvent* event)
{
    // A menu or another window takes the keyboard for a while only.
    const auto* focus = event->type() == QEvent::FocusIn ? static_cast<QFocusEvent*>(event) : nullptr;
    if (focus != nullptr && focus->reason() != Qt::PopupFocusReason && focus->reason() != Qt::ActiveWindowFocusReason)
        ++typingSession_;
    if (event->type() == QEvent::KeyPress && hasSelection(*editor_->control())) ++typingSession_;
    if (event->type() == QEvent::KeyPress && pending_ && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        pending_.reset();
        showSaid();
        return true;
    }
    // The window's own, not the field's: with every key typed here there is a step of the project to undo.
    if (event->type() == QEvent::ShortcutOverride && !pending_) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ValueRow::follow(const QString& text)
{
    if (!followsTyping(field_)) {
        pending_.reset();
        if (text.toStdString() != saidIn(document_.project(), field_)) pending_ = text;
        return;
    }
    if (sinceTyped_.isValid() && sinceTyped_.hasExpired(typingRest)) ++typingSession_;
    sinceTyped_.start();
    const QPointer<ValueRow> alive(this); // an edit may take its row away
    isApplying_ = true;
    apply(text, QStringLiteral("%1#%2").arg(QString::fromStdString(field_.path.text())).arg(typingSession_));
    if (alive.isNull()) return;
    isApplying_ = false;
    typed_ = saidIn(document_.project(), field_);
}

void ValueRow::finish(const QString& text)
{
    const QPointer<ValueRow> alive(this);
    pending_.reset();
    typed_.reset();
    ++typingSession_;
    const std::string before = saidIn(document_.project(), field_);
    apply(text, {}); // each choice is a step of its own
    if (alive.isNull()) return;
    if (field_.key == "name" && text.toStdString() != before && saidIn(document_.project(), field_) == before)
        tellTaken(text);
    showSaid();
}

// As the project spells it, also where nothing changed by it.
void ValueRow::showSaid()
{
    editor_->show(QString::fromStdString(saidIn(document_.project(), field_)),
                  QString::fromStdString(field_.defaultText));
}

// An edit gives no two objects one name, so the project has no problem to show.
void ValueRow::tellTaken(const QString& name)
{
    Problem problem;
    problem.code = codes::nameTwice.text;
    problem.severity = codes::nameTwice.severity;
    problem.path = field_.path;
    problem.what = {N3X_TEXT("“%1” is the name of another one."), {name.toStdString()}};
    problem.advice = N3X_TEXT("Choose a name that none of its kind has; this one keeps its own until then.");
    showProblems({&problem});
}

void ValueRow::apply(const QString& text, const QString& mergeKey)
{
    const std::string said = text.toStdString();
    if (saidIn(document_.project(), field_) != said) document_.apply(edits::setValue(field_.path, said), mergeKey);
}

} // namespace n3x
