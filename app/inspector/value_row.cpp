// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/inspector/value_row.h"

#include "app/document/document.h"
#include "app/document/translated.h"
#include "app/inspector/problem_note.h"
#include "app/inspector/value_editor.h"
#include "core/edits/networks.h"
#include "core/edits/values.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace n3x {
namespace {

// Values that others refer to change when they are finished, not with every key: half a name would be a rename.
bool followsTyping(const FieldInfo& field)
{
    return field.key != "name" && field.key != "subnet" && field.kind != FieldKind::Choice;
}

Edit editFor(const FieldInfo& field, const std::string& text)
{
    const auto names = field.path.names();
    const bool isSubnet = names.size() == 5 && names[0] == "profiles" && names[2] == "networks" && names[4] == "subnet";
    // Addresses move with their network.
    if (isSubnet) return edits::renumber(names[1], names[3], text);
    return edits::setValue(field.path, text);
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
    auto* title = new QLabel(translated(field_.title), this);
    title->setFixedWidth(titleWidth);
    title->setWordWrap(true);
    title->setForegroundRole(QPalette::PlaceholderText);
    title->setToolTip(translated(field_.help));
    editor_ = makeEditor(field_, this);
    title->setBuddy(editor_->control());
    note_ = new QLabel(this);
    note_->setTextFormat(Qt::PlainText);
    note_->setMinimumWidth(64);
    note_->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(title, 0, Qt::AlignTop);
    row->addWidget(editor_, 1);
    row->addWidget(note_);
    column->addLayout(row);
    problems_ = new QVBoxLayout;
    problems_->setContentsMargins(titleWidth + 8, 0, 0, 0);
    problems_->setSpacing(2);
    column->addLayout(problems_);

    editor_->control()->installEventFilter(this);
    connect(editor_, &ValueEditor::typed, this, [this](const QString& text) {
        if (followsTyping(field_)) apply(text);
    });
    connect(editor_, &ValueEditor::committed, this, &ValueRow::apply);
}

void ValueRow::refresh(FieldInfo field, const Project& project, const Project& saved)
{
    field_ = std::move(field);
    const auto said = valueText(project, field_.path);
    const auto before = valueText(saved, field_.path);
    editor_->show(QString::fromStdString(said.value_or(std::string())), QString::fromStdString(field_.defaultText));
    // What was never saved has no "was"; a value that was not said was its default.
    const bool isNew =
        !before && valueText(saved, field_.path.parent() / "name") != valueText(project, field_.path.parent() / "name");
    QString note;
    if (said != before && !isNew)
        note = tr("was %1").arg(before ? QString::fromStdString(*before) : tr("not set"));
    else if (!said && !field_.defaultText.empty())
        note = tr("default");
    note_->setText(note.size() > 24 ? note.left(23) + QChar(0x2026) : note);
    note_->setToolTip(note);
}

void ValueRow::showProblems(const std::vector<const Problem*>& problems)
{
    const bool same = std::ranges::equal(problems, shownProblems_,
                                         [](const Problem* one, const Problem& other) { return *one == other; });
    if (same) return;
    shownProblems_.clear();
    while (QLayoutItem* item = problems_->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    QString why;
    for (const Problem* problem : problems) {
        shownProblems_.push_back(*problem);
        problems_->addWidget(new ProblemNote(document_, *problem, this));
        if (problem->severity == Severity::Error && why.isEmpty())
            why = translated(problem->what) + QLatin1Char(' ') + translated(problem->advice);
    }
    editor_->setWrong(!why.isEmpty(), why);
}

void ValueRow::focusEditor() { editor_->control()->setFocus(Qt::OtherFocusReason); }

bool ValueRow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn) ++typingSession_;
    return QWidget::eventFilter(watched, event);
}

void ValueRow::apply(const QString& text)
{
    const std::string said = text.toStdString();
    if (valueText(document_.project(), field_.path).value_or(std::string()) == said) return;
    const QString key = QStringLiteral("%1#%2").arg(QString::fromStdString(field_.path.text())).arg(typingSession_);
    document_.apply(editFor(field_, said), followsTyping(field_) ? key : QString());
}

} // namespace n3x
