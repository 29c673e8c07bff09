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
    connect(&document, &Document::saved, this, &WhatChanged::startFrom);
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
    ++baselines_;
    takesNext_ = document_.isGenerating();
    if (takesNext_) return;
    setBaseline(document_.generation()->outputs);
    take(std::make_shared<const Paths>()); // at once: there is nothing to compare
}

// Edits were made while it was written, or follow before what was saved was ever generated: that is done here, so that
// they are marked and nothing else is.
void WhatChanged::startFrom(const Project& saved)
{
    if (!document_.isGenerating() && saved == document_.project()) return startAnew();
    takesNext_ = false;
    thread_.post([this, number = ++baselines_, saved, withheld = document_.generation()->withheld] {
        mailbox_.post([this, number, outputs = generate(saved, withheld).outputs] {
            if (number == baselines_) setBaseline(outputs);
        });
    });
}

void WhatChanged::setBaseline(const OutputTree& outputs)
{
    baseline_ = outputs;
    compared_.reset();
    thread_.post(
        [this, collection = collection_, number = ++collection_->newest, outputs, generation = document_.generation()] {
            collection->paths.clear();
            collection->told.reset();
            if (!(generation->outputs == outputs))
                for (const OutputTree* tree : {&outputs, &generation->outputs})
                    for (const std::string& path : tree->paths())
                        if (differs(outputs, generation->outputs, path)) collection->paths.insert(path);
            collection->told = std::make_shared<const Paths>(collection->paths);
            mailbox_.post([this, number, paths = collection->told] {
                if (number == collection_->newest) take(paths);
            });
        });
    emit baselineChanged();
}

void WhatChanged::take(std::shared_ptr<const Paths> paths)
{
    if (paths == paths_) return;
    paths_ = std::move(paths);
    emit changed();
}

} // namespace n3x
