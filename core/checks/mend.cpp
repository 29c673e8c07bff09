// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/mend.h"

#include "core/checks/check.h"

#include <map>
#include <string>
#include <utility>

namespace n3x {
namespace {

// Beside one for each problem that is there at first: a fix that brings another problem must not run for ever.
constexpr std::size_t mostMore = 1000;
// The same sentence may be about the next member of a list; two fixes that undo each other end here.
constexpr int mostTries = 32;

} // namespace

Mended mend(Project project, const std::function<bool(const Problem&)>& isAccepted, std::optional<std::size_t> most)
{
    Mended mended{.project = std::move(project), .names = {}, .isComplete = false};
    CheckCache cache;
    std::map<std::string, int> tries;
    const std::size_t limit = most.value_or(cache.update(mended.project).size() + mostMore);
    for (std::size_t round = 0; round < limit; ++round) {
        bool changed = false;
        for (const Problem& problem : cache.update(mended.project)) {
            const Edit* fix = problem.unaskedFix();
            if (fix == nullptr || (isAccepted && isAccepted(problem))) continue;
            const std::string key = problem.path.text() + '\n' + std::string(problem.code) + '\n' + fix->name.english();
            if (++tries[key] > mostTries) continue;
            Project next = fix->apply(mended.project);
            if (next == mended.project) continue;
            mended.names.push_back(fix->name);
            mended.project = std::move(next);
            changed = true;
            break; // the other problems are of a project that is no more
        }
        mended.isComplete = !changed;
        if (mended.isComplete) break;
    }
    return mended;
}

} // namespace n3x
