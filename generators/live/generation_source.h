// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/workspace/changes.h"
#include "generators/live/live_engine.h"

#include <functional>
#include <memory>
#include <set>
#include <string>

namespace n3x {

// The outputs of a generation as what a workspace compares and writes. Files of profiles that have errors are held:
// they are not given now, and not removed either. Where everything is withheld, or the
// project's own values have errors, so is every file.
class GenerationSource final : public OutputSource {
public:
    // `watch` is told how many of how many files were read.
    using Watch = std::function<void(std::size_t done, std::size_t total)>;
    GenerationSource(std::shared_ptr<const Generation> generation, const Project& project, Watch watch = {});

    void forEach(const Visit& visit) const override;
    [[nodiscard]] bool isHeld(std::string_view path) const override;
    [[nodiscard]] bool isWrittenOnce(std::string_view path) const override;
    [[nodiscard]] const std::set<std::string, std::less<>>& heldProfiles() const { return held_; }

private:
    std::shared_ptr<const Generation> generation_;
    std::set<std::string, std::less<>> held_; // profiles without outputs
    Watch watch_;
};

} // namespace n3x
