// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/preview/code_view.h"

#include "app/theme/reading_keys.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QCoreApplication>
#include <QFontDatabase>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QTextBlock>

#include <algorithm>
#include <utility>

namespace n3x {
namespace {

// The line marks and numbers beside a CodeView, which paints them.
class Margin : public QWidget {
public:
    explicit Margin(CodeView* view) : QWidget(view), view_(view)
    {
        setAccessibleName(CodeView::tr("Line numbers and changes"));
    }
    [[nodiscard]] QSize sizeHint() const override { return {view_->marginWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent* event) override { view_->paintMargin(event); }

private:
    CodeView* view_;
};

// Reading the syntax files takes tens of milliseconds, so all views share one repository.
KSyntaxHighlighting::Repository& repository()
{
    static KSyntaxHighlighting::Repository shared;
    return shared;
}

KSyntaxHighlighting::Definition definitionFor(const QString& path)
{
    const QString name = path.section(QLatin1Char('/'), -1);
    if (const auto found = repository().definitionForFileName(name); found.isValid()) return found;
    // Unit files and environment files are INI to a reader; not every release of the library knows their names.
    if (name.endsWith(QLatin1String(".network")) || name.endsWith(QLatin1String(".netdev")))
        return repository().definitionForName(QStringLiteral("INI Files"));
    if (name.startsWith(QLatin1String("k3s-"))) return repository().definitionForName(QStringLiteral("Bash"));
    return {};
}

bool holds(const std::vector<LineRange>& ranges, int line)
{
    return std::ranges::any_of(ranges,
                               [&](const LineRange& range) { return range.first <= line && line <= range.last; });
}

// Colouring a line takes some microseconds: more lines than that, and one edit of all of them would be felt.
constexpr qsizetype mostColoured = 8000;

std::vector<QStringView> splitLines(QStringView text)
{
    std::vector<QStringView> lines;
    for (qsizetype from = 0;;) {
        const qsizetype end = text.indexOf(u'\n', from);
        lines.push_back(text.sliced(from, (end < 0 ? text.size() : end) - from));
        if (end < 0) return lines;
        from = end + 1;
    }
}

} // namespace

CodeView::CodeView(QWidget* parent) : QPlainTextEdit(parent), margin_(new Margin(this)), late_(*document())
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    keepReadingKeys(*this);
    setLineWrapMode(NoWrap);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setTabStopDistance(4 * fontMetrics().horizontalAdvance(QLatin1Char(' ')));
    fade_.setStartValue(1.0);
    fade_.setEndValue(0.0);
    fade_.setDuration(1500);
    connect(&fade_, &QVariantAnimation::valueChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&fade_, &QVariantAnimation::finished, this, [this] { flashed_.clear(); });
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeView::placeMargin);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& area, int scrolled) {
        if (scrolled != 0)
            margin_->scroll(0, scrolled);
        else
            margin_->update(0, area.y(), margin_->width(), area.height());
    });
    followTheme();
    placeMargin();
}

CodeView::~CodeView() = default;

void CodeView::openFile(const QString& path, const QString& text)
{
    fade_.stop();
    flashed_.clear();
    changed_.clear();
    origins_.clear();
    late_.forget();
    if (path != path_) {
        path_ = path;
        if (highlighter_ != nullptr) highlighter_->setDefinition(definitionFor(path));
    }
    finishHighlighting();
    text_ = text;
    lineEnds_ = text.count(u'\n');
    setPlain(lineEnds_ > mostColoured);
    setPlainText(text);
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
}

// The highlighter puts some blocks off; it has to come to them while they are there.
void CodeView::finishHighlighting()
{
    if (highlighter_ != nullptr) QCoreApplication::sendPostedEvents(highlighter_.get(), QEvent::MetaCall);
}

void CodeView::setPlain(bool isPlain)
{
    if (isPlain == std::exchange(isPlain_, isPlain)) return;
    clear(); // so that no line is left to be uncoloured one by one
    if (isPlain) highlighter_.reset();
}

void CodeView::updateText(const QString& text)
{
    // A file of all nodes is long, and what an edit changes of it mostly is not: only that is read more than once.
    const CommonEnds common = commonEnds(text_, text);
    const auto front = static_cast<qsizetype>(common.front);
    const auto back = static_cast<qsizetype>(common.back);
    const QStringView before = QStringView(text_).sliced(front, text_.size() - back - front);
    const QStringView now = QStringView(text).sliced(front, text.size() - back - front);
    if (before.isEmpty() && now.isEmpty()) return;
    late_.finish();
    const int scrolled = verticalScrollBar()->value();
    const qsizetype lineEnds = lineEnds_ + now.count(u'\n') - before.count(u'\n');
    if ((lineEnds > mostColoured) != isPlain_) {
        openFile(path_, text);
        verticalScrollBar()->setValue(scrolled);
        return;
    }
    finishHighlighting();
    const int above = document()->findBlock(static_cast<int>(front)).blockNumber();
    std::vector<LineRange> changed;
    if (lineEnds == lineEnds_ && lineEnds + 1 == blockCount()) {
        changed = replaceLines(before, now, above);
    } else {
        const auto last = static_cast<int>(text.endsWith(u'\n') ? lineEnds - 1 : lineEnds);
        changed = changedBetween(before, now, above, std::max(0, last));
        QTextCursor cursor(document());
        cursor.beginEditBlock();
        cursor.setPosition(static_cast<int>(front));
        cursor.setPosition(static_cast<int>(front + before.size()), QTextCursor::KeepAnchor);
        cursor.insertText(now.toString());
        cursor.endEditBlock();
    }
    text_ = text;
    lineEnds_ = lineEnds;
    verticalScrollBar()->setValue(scrolled);
    flash(std::move(changed));
}

// Where lines only changed in their places, as values do.
std::vector<LineRange> CodeView::replaceLines(QStringView before, QStringView now, int above)
{
    const std::vector<QStringView> old = splitLines(before);
    const std::vector<QStringView> current = splitLines(now);
    std::vector<LineRange> changed;
    std::vector<NewLine> lines;
    for (std::size_t at = 0; at < current.size(); ++at) {
        if (old[at] == current[at]) continue;
        const int line = above + static_cast<int>(at);
        lines.push_back({line, current[at].toString()});
        if (!changed.empty() && changed.back().last == line - 1)
            changed.back().last = line;
        else
            changed.push_back({line, line});
    }
    late_.replace(std::move(lines), linesInSight(), isPlain_);
    return changed;
}

LineRange CodeView::linesInSight() const
{
    const int first = firstVisibleBlock().blockNumber();
    return {first, first + viewport()->height() / std::max(1, fontMetrics().lineSpacing()) + 1};
}

QMimeData* CodeView::createMimeDataFromSelection() const
{
    late_.finish(); // what is copied is the document's
    return QPlainTextEdit::createMimeDataFromSelection();
}

void CodeView::scrollContentsBy(int dx, int dy)
{
    if (dy != 0) late_.finish();
    QPlainTextEdit::scrollContentsBy(dx, dy);
}

void CodeView::setChangedLines(std::vector<LineRange> lines)
{
    if (lines == changed_) return;
    changed_ = std::move(lines);
    margin_->update();
}

void CodeView::setOriginLines(std::vector<LineRange> lines, std::optional<std::size_t> network,
                              std::optional<int> first)
{
    if (lines == origins_ && network == network_ && first == firstOrigin_) return;
    origins_ = std::move(lines);
    network_ = network;
    firstOrigin_ = first;
    viewport()->update();
    revealOrigins();
}

int CodeView::readLine() const
{
    const QTextBlock block = textCursor().block();
    const LineRange inSight = linesInSight();
    const bool isInSight = inSight.first <= block.blockNumber() && block.blockNumber() < inSight.last;
    return isInSight ? block.blockNumber() : inSight.first;
}

void CodeView::revealOrigins()
{
    if (origins_.empty()) return;
    const int first = firstOrigin_.value_or(origins_.front().first);
    const int top = firstVisibleBlock().blockNumber();
    const int shown = std::max(1, viewport()->height() / std::max(1, fontMetrics().lineSpacing()));
    if (first < top || first >= top + shown) verticalScrollBar()->setValue(std::max(0, first - shown / 4));
}

bool CodeView::isFlashing() const { return fade_.state() == QAbstractAnimation::Running; }

int CodeView::marginWidth() const
{
    const int digits = static_cast<int>(QString::number(std::max(1, blockCount())).size());
    return 14 + fontMetrics().horizontalAdvance(QLatin1Char('9')) * std::max(2, digits);
}

void CodeView::paintMargin(QPaintEvent* event)
{
    QPainter painter(margin_);
    painter.fillRect(event->rect(), colours_.window);
    painter.setFont(font());
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        if (area.top() > event->rect().bottom()) break;
        const int top = qRound(area.top());
        const int height = qRound(area.bottom()) - top;
        painter.setPen(colours_.quiet);
        painter.drawText(0, top, margin_->width() - 8, height, Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(block.blockNumber() + 1));
        if (holds(changed_, block.blockNumber()))
            painter.fillRect(margin_->width() - 4, top, 3, height, colours_.changed);
    }
}

void CodeView::resizeEvent(QResizeEvent* event)
{
    late_.finish();
    QPlainTextEdit::resizeEvent(event);
    placeMargin();
}

void CodeView::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) followTheme();
    if (event->type() == QEvent::FontChange) placeMargin();
}

void CodeView::paintEvent(QPaintEvent* event)
{
    {
        QPainter painter(viewport());
        paintOrigins(painter, event->rect());
        if (!flashed_.empty()) { // over them: what somebody edits is what they have selected
            QColor tint = colours_.changedLine;
            tint.setAlphaF(fade_.currentValue().toFloat());
            paintRanges(painter, flashed_, tint, event->rect());
        }
    }
    QPlainTextEdit::paintEvent(event);
    // The first frame has the text; the syntax files are read behind it, and it is coloured in the next.
    if (highlighter_ == nullptr && !isPlain_) QTimer::singleShot(0, this, &CodeView::beginHighlighting);
}

void CodeView::beginHighlighting()
{
    if (highlighter_ != nullptr || isPlain_) return;
    highlighter_ = std::make_unique<KSyntaxHighlighting::SyntaxHighlighter>(document());
    if (!path_.isEmpty()) highlighter_->setDefinition(definitionFor(path_));
    followTheme();
}

void CodeView::followTheme()
{
    colours_ = coloursOf(palette());
    if (highlighter_ != nullptr) {
        highlighter_->setTheme(repository().defaultTheme(colours_.isDark
                                                             ? KSyntaxHighlighting::Repository::DarkTheme
                                                             : KSyntaxHighlighting::Repository::LightTheme));
        highlighter_->rehighlight();
    }
    margin_->update();
}

void CodeView::placeMargin()
{
    const int width = marginWidth();
    setViewportMargins(width, 0, 0, 0);
    const QRect area = contentsRect();
    margin_->setGeometry(area.left(), area.top(), width, area.height());
}

void CodeView::flash(std::vector<LineRange> lines)
{
    flashed_ = std::move(lines);
    fade_.stop();
    // The desktop's wish for less motion reaches Qt as a style without animations.
    if (style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) == 0)
        flashed_.clear();
    else
        fade_.start();
    viewport()->update();
}

void CodeView::paintOrigins(QPainter& painter, const QRect& clip)
{
    if (!network_) return paintRanges(painter, origins_, mixed(colours_.base, colours_.accent, 0.12), clip);
    const NetworkStyle style = networkStyle(*network_, colours_);
    paintRanges(painter, origins_, mixed(colours_.base, style.line, 0.12), clip);
    QPen pen(style.line, 2, Qt::SolidLine, Qt::FlatCap);
    if (!style.dashes.isEmpty()) pen.setDashPattern(style.dashes);
    painter.setPen(pen);
    for (const LineRange& range : origins_) {
        const QTextBlock first = document()->findBlockByNumber(range.first);
        const QTextBlock last = document()->findBlockByNumber(range.last);
        if (!first.isValid() || !last.isValid()) continue;
        const QRectF top = blockBoundingGeometry(first).translated(contentOffset());
        const QRectF bottom = blockBoundingGeometry(last).translated(contentOffset());
        if (bottom.bottom() >= clip.top() && top.top() <= clip.bottom())
            painter.drawLine(QPointF(1, top.top()), QPointF(1, bottom.bottom()));
    }
}

void CodeView::paintRanges(QPainter& painter, const std::vector<LineRange>& ranges, const QColor& colour,
                           const QRect& clip)
{
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        if (area.top() > clip.bottom()) break;
        if (holds(ranges, block.blockNumber()))
            painter.fillRect(QRectF(0, area.top(), viewport()->width(), area.height()), colour);
    }
}

} // namespace n3x
