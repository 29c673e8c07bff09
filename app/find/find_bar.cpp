// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/find/find_bar.h"

#include "app/find/text_matches.h"
#include "app/theme/colours.h"
#include "app/theme/icons.h"
#include "app/theme/style.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolButton>

#include <algorithm>
#include <chrono>

namespace n3x {
namespace {

constexpr auto pauseAfterChange = std::chrono::milliseconds(50);
constexpr int markOfMatch = QTextFormat::UserProperty; // what else is marked in the text is not ours

} // namespace

FindBar::FindBar(QPlainTextEdit& text, QWidget* parent)
    : QWidget(parent), text_(text), field_(new QLineEdit), count_(new QLabel)
{
    build();
    hide();
    pause_.setSingleShot(true);
    pause_.setInterval(pauseAfterChange);
    connect(&pause_, &QTimer::timeout, this, &FindBar::look);
    connect(field_, &QLineEdit::textChanged, this, &FindBar::findAnew);
    field_->installEventFilter(this);
}

FindBar::~FindBar() = default;

void FindBar::build()
{
    setAccessibleName(tr("Find bar"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 4, 6, 4);
    row->setSpacing(6);
    field_->setAccessibleName(tr("Find in the text"));
    field_->setPlaceholderText(tr("Find"));
    field_->setClearButtonEnabled(true);
    count_->setAccessibleName(tr("Matches"));
    count_->setForegroundRole(QPalette::PlaceholderText);
    count_->setMinimumWidth(count_->fontMetrics().horizontalAdvance(tr("nothing found"))); // the bar stays as it is
    row->addWidget(field_, 1);
    row->addWidget(count_);
    const auto add = [&](const QString& picture, const QString& name, const QString& tip, auto act) {
        auto* button = new QToolButton;
        button->setIcon(icon(picture));
        button->setAutoRaise(true);
        button->setAccessibleName(name);
        button->setToolTip(tip);
        connect(button, &QToolButton::clicked, this, act);
        row->addWidget(button);
    };
    add(QStringLiteral("up"), tr("Previous match"), tr("Previous match (Shift+F3)"), [this] { step(Step::Previous); });
    add(QStringLiteral("down"), tr("Next match"), tr("Next match (F3)"), [this] { step(Step::Next); });
    add(QStringLiteral("close"), tr("Close find bar"), tr("Close (Escape)"), [this] { end(); });
}

FindBar* FindBar::inHand()
{
    for (const QWidget* widget = QApplication::focusWidget(); widget != nullptr; widget = widget->parentWidget())
        if (auto* bar = widget->findChild<FindBar*>(Qt::FindDirectChildrenOnly)) return bar;
    return nullptr;
}

void FindBar::begin()
{
    const bool isInText = !field_->hasFocus();
    if (following_ == nullptr) follow();
    show();
    field_->setFocus(Qt::ShortcutFocusReason);
    const QString selected = text_.textCursor().selectedText();
    if (isInText && !selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator)) field_->setText(selected);
    // Who scrolled without the keyboard reads on from there.
    if (selected.isEmpty() && !text_.viewport()->rect().intersects(text_.cursorRect()))
        text_.setTextCursor(text_.cursorForPosition({}));
    field_->selectAll();
    look();
}

void FindBar::follow()
{
    following_ = std::make_unique<QObject>();
    text_.installEventFilter(this);
    connect(text_.document(), &QTextDocument::contentsChange, following_.get(), [this] {
        if (!pause_.isActive()) pause_.start();
    });
    connect(&text_, &QPlainTextEdit::selectionChanged, following_.get(), [this] { say(); });
    connect(&text_, &QPlainTextEdit::cursorPositionChanged, following_.get(), [this] { say(); });
    connect(text_.verticalScrollBar(), &QScrollBar::valueChanged, following_.get(), [this] { mark(); });
    connect(text_.verticalScrollBar(), &QScrollBar::rangeChanged, following_.get(), [this] { mark(); });
}

void FindBar::end()
{
    text_.removeEventFilter(this);
    following_.reset();
    pause_.stop();
    matches_.clear();
    mark();
    text_.setFocus(Qt::ShortcutFocusReason);
    hide();
}

void FindBar::look()
{
    pause_.stop();
    matches_ = matchesOf(text_.toPlainText(), field_->text());
    mark();
    say();
}

void FindBar::findAnew()
{
    if (following_ == nullptr) return;
    look();
    QTextCursor reader = text_.textCursor();
    const auto at = std::ranges::lower_bound(matches_, reader.selectionStart());
    if (!matches_.empty()) return choose(at == matches_.end() ? matches_.front() : *at);
    reader.setPosition(reader.selectionStart());
    text_.setTextCursor(reader);
}

void FindBar::step(Step direction)
{
    if (pause_.isActive()) look();
    if (matches_.empty()) return;
    const QTextCursor reader = text_.textCursor();
    if (direction == Step::Next) {
        const auto at = std::ranges::lower_bound(matches_, reader.selectionEnd());
        choose(at == matches_.end() ? matches_.front() : *at);
    } else {
        const auto at = std::ranges::lower_bound(matches_, reader.selectionStart());
        choose(at == matches_.begin() ? matches_.back() : *std::prev(at));
    }
}

void FindBar::choose(int match)
{
    QTextCursor cursor(text_.document());
    cursor.setPosition(match);
    cursor.setPosition(match + static_cast<int>(field_->text().size()), QTextCursor::KeepAnchor);
    const bool wasInSight = text_.viewport()->rect().contains(text_.cursorRect(cursor));
    text_.setTextCursor(cursor);
    if (!wasInSight) text_.centerCursor();
}

// Each mark follows every change of the text, so there are not more of them than can be seen.
void FindBar::mark()
{
    if (pause_.isActive()) return; // they are not where they were
    QList<QTextEdit::ExtraSelection> marks = text_.extraSelections();
    marks.removeIf([](const auto& each) { return each.format.hasProperty(markOfMatch); });
    const QRect sight = text_.viewport()->rect();
    const auto length = static_cast<int>(field_->text().size());
    const int first = text_.cursorForPosition(sight.topLeft()).block().position();
    const QTextBlock lastBlock = text_.cursorForPosition(sight.bottomLeft()).block();
    const Colours colours = coloursOf(text_.palette());
    for (auto at = std::ranges::lower_bound(matches_, first - length);
         at != matches_.end() && *at < lastBlock.position() + lastBlock.length(); ++at) {
        QTextEdit::ExtraSelection match;
        match.format.setBackground(mixed(colours.base, colours.warning, 0.28));
        match.format.setForeground(colours.text); // colours of words are made for the plain ground
        match.format.setProperty(markOfMatch, true);
        match.cursor = QTextCursor(text_.document());
        match.cursor.setPosition(*at);
        match.cursor.setPosition(*at + length, QTextCursor::KeepAnchor);
        marks << match;
    }
    text_.setExtraSelections(marks);
}

std::optional<std::size_t> FindBar::chosen() const
{
    const QTextCursor reader = text_.textCursor();
    const auto at = std::ranges::lower_bound(matches_, reader.selectionStart());
    if (at == matches_.end() || *at != reader.selectionStart()) return {};
    if (reader.selectionEnd() - *at != field_->text().size()) return {};
    return static_cast<std::size_t>(at - matches_.begin());
}

void FindBar::say()
{
    const auto at = chosen();
    const bool isMissing = matches_.empty() && !field_->text().isEmpty();
    markWrong(*field_, isMissing);
    if (isMissing)
        count_->setText(tr("nothing found"));
    else if (matches_.empty())
        count_->clear();
    else if (at)
        count_->setText(tr("%1 of %2").arg(*at + 1).arg(matches_.size()));
    else
        count_->setText(tr("%n match(es)", nullptr, static_cast<int>(matches_.size())));
}

// The keys of the bar, which it has in its text, too, while it is open; those of the window for others are faster.
bool FindBar::eventFilter(QObject* watched, QEvent* event)
{
    if (following_ == nullptr || (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress))
        return QWidget::eventFilter(watched, event);
    const auto* press = static_cast<QKeyEvent*>(event);
    const bool isReturn = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
    const bool isOurs = press->key() == Qt::Key_F3 || press->key() == Qt::Key_Escape || (isReturn && watched == field_);
    if (!isOurs || (press->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) != 0)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::ShortcutOverride) return true;
    if (press->key() == Qt::Key_Escape)
        end();
    else
        step(press->modifiers().testFlag(Qt::ShiftModifier) ? Step::Previous : Step::Next);
    return true;
}

void FindBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && following_ != nullptr) mark();
}

void FindBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), coloursOf(palette()).line);
}

} // namespace n3x
