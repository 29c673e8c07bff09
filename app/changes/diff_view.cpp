// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/changes/diff_view.h"

#include "app/theme/colours.h"
#include "app/theme/reading_keys.h"
#include "core/files/text_lines.h"

#include <QEvent>
#include <QFontDatabase>
#include <QTextBlock>

#include <dtl/dtl.hpp>

#include <string>

namespace n3x {

namespace {

constexpr std::size_t context = 3;

std::vector<std::string> ownLines(std::string_view text)
{
    const auto lines = linesOf(text);
    return {lines.begin(), lines.end()};
}

DiffSide sideOf(dtl::edit_t type)
{
    if (type == dtl::SES_ADD) return DiffSide::New;
    return type == dtl::SES_DELETE ? DiffSide::Gone : DiffSide::Same;
}

} // namespace

std::vector<DiffLine> difference(std::string_view before, std::string_view after)
{
    dtl::Diff<std::string> diff(ownLines(before), ownLines(after));
    diff.onHuge();
    diff.compose();
    std::vector<DiffLine> all;
    for (const auto& [text, info] : diff.getSes().getSequence()) all.push_back({sideOf(info.type), text});

    std::vector<bool> shown(all.size(), false);
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (all[at].side == DiffSide::Same) continue;
        const std::size_t first = at < context ? 0 : at - context;
        for (std::size_t near = first; near < std::min(at + context + 1, all.size()); ++near) shown[near] = true;
    }
    std::vector<DiffLine> lines;
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (shown[at])
            lines.push_back(std::move(all[at]));
        else if (lines.empty() || lines.back().side != DiffSide::Gap)
            lines.push_back({DiffSide::Gap, {}});
    }
    return lines;
}

DiffView::DiffView(QWidget* parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    keepReadingKeys(*this);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setAccessibleName(tr("Difference"));
}

void DiffView::showLines(const std::vector<DiffLine>& lines)
{
    lines_ = lines;
    QString text;
    for (const DiffLine& line : lines_) {
        const QChar sign = line.side == DiffSide::New ? u'+' : line.side == DiffSide::Gone ? u'-' : u' ';
        text += line.side == DiffSide::Gap ? QStringLiteral("⋯") : sign + QString::fromStdString(line.text);
        text += u'\n';
    }
    text.chop(1);
    setPlainText(text);
    paintLines();
}

void DiffView::paintLines()
{
    const Colours colours = coloursOf(palette());
    QList<QTextEdit::ExtraSelection> grounds;
    QTextBlock block = document()->firstBlock();
    for (const DiffLine& line : lines_) {
        if (line.side == DiffSide::New || line.side == DiffSide::Gone) {
            QTextEdit::ExtraSelection ground;
            ground.format.setBackground(line.side == DiffSide::New ? colours.goodGround : colours.errorGround);
            ground.format.setProperty(QTextFormat::FullWidthSelection, true);
            ground.cursor = QTextCursor(block);
            grounds << ground;
        }
        block = block.next();
    }
    setExtraSelections(grounds);
}

void DiffView::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) paintLines();
}

} // namespace n3x
