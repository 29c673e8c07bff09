// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/changes/diff_view.h"

#include "app/theme/colours.h"
#include "app/theme/reading_keys.h"
#include "core/files/text_difference.h"

#include <QEvent>
#include <QFontDatabase>
#include <QTextBlock>

#include <algorithm>

namespace n3x {

namespace {

constexpr std::size_t context = 3;

DiffLine::Kind kindOf(LineSide side)
{
    switch (side) {
    case LineSide::New: return DiffLine::Kind::New;
    case LineSide::Gone: return DiffLine::Kind::Gone;
    case LineSide::Same: break;
    }
    return DiffLine::Kind::Same;
}

} // namespace

std::vector<DiffLine> difference(std::string_view before, std::string_view after)
{
    const std::vector<ComparedLine> all = comparedLines(before, after);
    std::vector<bool> shown(all.size(), false);
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (all[at].side == LineSide::Same) continue;
        const std::size_t first = at < context ? 0 : at - context;
        for (std::size_t near = first; near < std::min(at + context + 1, all.size()); ++near) shown[near] = true;
    }
    std::vector<DiffLine> lines;
    for (std::size_t at = 0; at < all.size(); ++at) {
        std::string_view text = all[at].text;
        if (!shown[at]) {
            if (lines.empty() || lines.back().kind != DiffLine::Kind::Gap) lines.push_back({DiffLine::Kind::Gap, {}});
            continue;
        }
        const bool hasEnd = text.ends_with('\n');
        if (hasEnd) text.remove_suffix(1);
        lines.push_back({kindOf(all[at].side), std::string(text)});
        if (!hasEnd) lines.push_back({DiffLine::Kind::NoLineEnd, {}});
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
        switch (line.kind) {
        case DiffLine::Kind::New: text += u'+'; break;
        case DiffLine::Kind::Gone: text += u'-'; break;
        case DiffLine::Kind::Same: text += u' '; break;
        case DiffLine::Kind::Gap: text += QStringLiteral("⋯"); break;
        case DiffLine::Kind::NoLineEnd: text += tr("(no line end at the end of the file)"); break;
        }
        text += QString::fromStdString(line.text) + u'\n';
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
        if (line.kind == DiffLine::Kind::New || line.kind == DiffLine::Kind::Gone) {
            QTextEdit::ExtraSelection ground;
            ground.format.setBackground(line.kind == DiffLine::Kind::New ? colours.goodGround : colours.errorGround);
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
