// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/preview/late_lines.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>
#include <chrono>

namespace n3x {
namespace {

constexpr std::size_t mostAtOnce = 100;
constexpr auto pauseBetween = std::chrono::milliseconds(4); // the window paints and hears the keyboard

} // namespace

LateLines::LateLines(QTextDocument& document) : document_(document)
{
    pause_.setSingleShot(true);
    connect(&pause_, &QTimer::timeout, this, &LateLines::putSome);
}

void LateLines::replace(std::vector<NewLine> lines, const LineRange& inSight, bool isPlain)
{
    late_ = std::move(lines);
    isPlain_ = isPlain;
    const auto seen = std::ranges::stable_partition(
        late_, [&](const NewLine& line) { return line.number < inSight.first || line.number > inSight.last; });
    const std::size_t hidden = late_.size() - seen.size();
    put(hidden > mostAtOnce ? hidden : 0);
    if (!late_.empty()) pause_.start(pauseBetween);
}

void LateLines::finish() { put(0); }

void LateLines::forget() { late_.clear(); }

// The last ones, from that one on.
void LateLines::put(std::size_t from)
{
    if (from == late_.size()) return;
    QTextCursor cursor(&document_);
    if (isPlain_) cursor.beginEditBlock();
    for (std::size_t at = from; at < late_.size(); ++at) {
        const QTextBlock block = document_.findBlockByNumber(late_[at].number);
        cursor.setPosition(block.position());
        // By counting: moving to the end of the block would lay out its text.
        cursor.setPosition(block.position() + block.length() - 1, QTextCursor::KeepAnchor);
        cursor.insertText(late_[at].text);
    }
    if (isPlain_) cursor.endEditBlock();
    late_.erase(late_.begin() + static_cast<std::ptrdiff_t>(from), late_.end());
}

void LateLines::putSome()
{
    put(late_.size() - std::min(late_.size(), mostAtOnce));
    if (!late_.empty()) pause_.start(pauseBetween);
}

} // namespace n3x
