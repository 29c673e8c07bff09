// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/preview/what_changed.h"

#include "app/document/document.h"

#include <atomic>
#include <utility>

namespace n3x {

namespace {

bool differs(const OutputTree& one, const OutputTree& two, std::string_view path)
{
    const auto first = one.find(path);
    const auto second = two.find(path);
    return first.has_value() != second.has_value() || (first && !(*first == *second));
}

} // namespace

struct WhatChanged::Collection {
    Paths paths;
    std::shared_ptr<const Paths> told;
    std::atomic<quint64> newest = 0; // counted by the window
};

WhatChanged::WhatChanged(Document& document, QObject* parent)
    : QObject(parent), document_(document), collection_(std::make_shared<Collection>())
{
    connect(&document, &Document::generationChanged, this, &WhatChanged::follow);
    connect(&document, &Document::projectReset, this, &WhatChanged::startAnew);
    connect(&document, &Document::saved, this, &WhatChanged::startAnew);
    if (!document.isGenerating()) startAnew();
}

WhatChanged::~WhatChanged() = default;

bool WhatChanged::isChanged(std::string_view path) const
{
    return differs(baseline_, document_.generation()->outputs, path);
}

std::vector<LineRange> WhatChanged::linesOf(std::string_view path) const
{
    if (!isChanged(path)) return {};
    const auto now = document_.generation()->outputs.find(path);
    if (!now) return {};
    if (!compared_ || compared_->path != path || !(compared_->now == *now))
        compared_ = Compared{std::string(path), *now, changedLines(before(path).value_or(std::string()), now->text())};
    return compared_->lines;
}

std::optional<std::string> WhatChanged::before(std::string_view path) const
{
    const auto file = baseline_.find(path);
    return file ? std::optional(file->text()) : std::nullopt;
}

void WhatChanged::follow(const std::shared_ptr<const Generation>& generation)
{
    if (takesNext_ && !document_.isGenerating()) return startAnew();
    if (generation->changed.empty()) return;
    thread_.post([this, collection = collection_, number = ++collection_->newest, generation, baseline = baseline_] {
        for (const std::string& path : generation->changed)
            if (differs(generation->outputs, baseline, path))
                collection->paths.insert(path);
            else
                collection->paths.erase(path);
        if (number != collection->newest) return; // who comes after tells
        if (!collection->told || *collection->told != collection->paths)
            collection->told = std::make_shared<const Paths>(collection->paths);
        mailbox_.post([this, number, paths = collection->told] {
            if (number == collection_->newest) take(paths);
        });
    });
}

void WhatChanged::startAnew()
{
    // Saved while an edit was still on its way: what that generation shows is what was saved.
    takesNext_ = document_.isGenerating();
    if (takesNext_) return;
    baseline_ = document_.generation()->outputs;
    compared_.reset();
    ++collection_->newest;
    thread_.post([collection = collection_] {
        collection->paths.clear();
        collection->told.reset();
    });
    emit baselineChanged();
    take(std::make_shared<const Paths>());
}

void WhatChanged::take(std::shared_ptr<const Paths> paths)
{
    if (paths == paths_) return;
    paths_ = std::move(paths);
    emit changed();
}

} // namespace n3x
