// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/workspace/changes.h"
#include "generators/live/live_engine.h"

#include <set>
#include <string>

namespace n3x::cli {

// A generation as what a workspace compares and writes. Both live longer than this.
class GeneratedOutputs final : public OutputSource {
public:
    GeneratedOutputs(const Generation& generation, const Project& project);

    void forEach(const Visit& visit) const override;
    [[nodiscard]] bool isHeld(std::string_view path) const override;

private:
    const Generation& generation_;
    std::set<std::string, std::less<>> held_; // profiles that have errors and therefore no outputs
};

// The texts as they are, into a folder that is no project: nothing is compared, flushed or remembered.
// Gives the path that could not be written and why, or nothing.
struct WriteFailure {
    std::string path;
    int number = 0;
};
[[nodiscard]] std::optional<WriteFailure> writeOutputs(const Generation& generation, const std::string& folder);

} // namespace n3x::cli
