// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/preview/what_changed.h"

#include "app/document/document.h"

namespace n3x {

WhatChanged::WhatChanged(Document& document, QObject* parent) : QObject(parent), document_(document)
{
    connect(&document, &Document::generationChanged, this,
            [this](const std::shared_ptr<const Generation>& generation) { follow(*generation); });
    connect(&document, &Document::projectReset, this, &WhatChanged::startAnew);
    connect(&document, &Document::saved, this, &WhatChanged::startAnew);
    if (!document.isGenerating()) startAnew();
}

std::vector<LineRange> WhatChanged::linesOf(std::string_view path) const
{
    if (!isChanged(path)) return {};
    const auto now = document_.generation()->outputs.find(path);
    if (!now) return {};
    const std::string text = now->text();
    return changedLines(before(path).value_or(std::string()), text);
}

std::optional<std::string> WhatChanged::before(std::string_view path) const
{
    const auto file = baseline_.find(path);
    return file ? std::optional(file->text()) : std::nullopt;
}

void WhatChanged::follow(const Generation& generation)
{
    if (takesNext_ && !document_.isGenerating()) return startAnew();
    for (const std::string& path : generation.changed) {
        const auto now = generation.outputs.find(path);
        const auto then = baseline_.find(path);
        const bool same = now.has_value() == then.has_value() && (!now || *now == *then);
        if (same)
            paths_.erase(path);
        else
            paths_.insert(path);
    }
    emit changed();
}

void WhatChanged::startAnew()
{
    // Saved while an edit was still on its way: what that generation shows is what was saved.
    takesNext_ = document_.isGenerating();
    if (takesNext_) return;
    baseline_ = document_.generation()->outputs;
    paths_.clear();
    emit changed();
}

} // namespace n3x
