// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/live/generation_source.h"

#include "generators/output_paths.h"

namespace n3x {

GenerationSource::GenerationSource(std::shared_ptr<const Generation> generation, const Project& project, Watch watch)
    : generation_(std::move(generation)), held_(generation_->withheld.profiles), watch_(std::move(watch))
{
    for (const auto& profile : project.profiles)
        if (const std::string name = profile->name.text(); !generation_->plans.contains(name)) held_.insert(name);
}

void GenerationSource::forEach(const Visit& visit) const
{
    if (generation_->isHeld()) return;
    const std::size_t total = generation_->outputs.fileCount();
    std::size_t done = 0;
    generation_->outputs.forEach([&](std::string_view path, const FileText& text) {
        visit(path, text.text());
        if (watch_) watch_(++done, total);
    });
}

bool GenerationSource::isHeld(std::string_view path) const
{
    const std::string_view profile = output_paths::profileOf(path);
    return generation_->isHeld() || (!profile.empty() && held_.contains(profile));
}

// Nix adds an input that it first needs, and people update it.
bool GenerationSource::isWrittenOnce(std::string_view path) const { return path == "flake.lock"; }

} // namespace n3x
