// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/mend.h"

#include "core/checks/check.h"

#include <limits>
#include <set>
#include <string>
#include <utility>

namespace n3x {
namespace {

// Enough for any project that a person wrote; a fix that brings another problem must not run for ever.
constexpr int mostFixes = 1000;

} // namespace

Mended mend(Project project, const std::function<bool(const Problem&)>& isAccepted)
{
    Mended mended{std::move(project), {}};
    CheckCache cache;
    std::set<std::string> tried;
    std::size_t fewest = std::numeric_limits<std::size_t>::max();
    for (int round = 0; round < mostFixes; ++round) {
        bool changed = false;
        const auto& problems = cache.update(mended.project);
        if (problems.size() < fewest) { // what comes nearer to the end may do the same again: another member of a list
            fewest = problems.size();
            tried.clear();
        }
        for (const Problem& problem : problems) {
            if (problem.fixes.empty() || (isAccepted && isAccepted(problem))) continue;
            const Edit& fix = problem.fixes.front();
            const std::string key = problem.path.text() + '\n' + std::string(problem.code) + '\n' + fix.name.english();
            if (!tried.insert(key).second) continue;
            Project next = fix.apply(mended.project);
            if (next == mended.project) continue;
            mended.names.push_back(fix.name);
            mended.project = std::move(next);
            changed = true;
            break; // the other problems are of a project that is no more
        }
        if (!changed) break;
    }
    return mended;
}

} // namespace n3x
