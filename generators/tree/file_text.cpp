// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/tree/file_text.h"

#include <algorithm>

namespace n3x {
namespace {

// The pieces of a text one after the other, taken in bites of any length.
class PieceReader {
public:
    explicit PieceReader(const FileText& text)
    {
        text.forEachPiece([this](std::string_view piece) {
            if (!piece.empty()) pieces_.push_back(piece);
        });
    }

    [[nodiscard]] bool atEnd() const { return at_ == pieces_.size(); }
    [[nodiscard]] std::string_view rest() const { return pieces_[at_].substr(offset_); }
    void skip(std::size_t count)
    {
        offset_ += count;
        if (offset_ == pieces_[at_].size()) ++at_, offset_ = 0;
    }

private:
    std::vector<std::string_view> pieces_;
    std::size_t at_ = 0;
    std::size_t offset_ = 0;
};

} // namespace

FileText::FileText(std::shared_ptr<const OutputBlock> block, std::size_t file) : source_(Whole{std::move(block), {}})
{
    auto& whole = std::get<Whole>(source_);
    whole.text = whole.block->file(file).text;
}

std::size_t FileText::size() const
{
    if (const auto* whole = std::get_if<Whole>(&source_)) return whole->text.size();
    return std::get<SharedFile>(source_).size;
}

std::string FileText::text() const
{
    std::string text;
    text.reserve(size());
    forEachPiece([&](std::string_view piece) { text.append(piece); });
    return text;
}

std::uint64_t FileText::hash() const
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    forEachPiece([&](std::string_view piece) {
        for (const char c : piece) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    });
    return hash;
}

bool operator==(const FileText& one, const FileText& two)
{
    if (one.size() != two.size()) return false;
    const auto* left = std::get_if<FileText::Whole>(&one.source_);
    const auto* right = std::get_if<FileText::Whole>(&two.source_);
    if (left && right) return left->text.data() == right->text.data() || left->text == right->text;
    if (!left && !right) {
        const auto& mine = std::get<SharedFile>(one.source_);
        const auto& theirs = std::get<SharedFile>(two.source_);
        if (mine.profile == theirs.profile && mine.index == theirs.index &&
            mine.nodes.identity() == theirs.nodes.identity())
            return true;
    }
    PieceReader first(one);
    PieceReader second(two);
    while (!first.atEnd()) {
        const std::size_t bite = std::min(first.rest().size(), second.rest().size());
        if (first.rest().data() != second.rest().data() &&
            first.rest().substr(0, bite) != second.rest().substr(0, bite))
            return false;
        first.skip(bite);
        second.skip(bite);
    }
    return true;
}

} // namespace n3x
