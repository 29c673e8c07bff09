// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/mend.h"

#include "core/checks/check.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace n3x {
namespace {

// Beside one for each problem that is there at first: a fix that brings another problem must not run for ever.
constexpr std::size_t mostMore = 1000;
// The same sentence may be about the next member of a list; two fixes that undo each other end here.
constexpr int mostTries = 32;

using Place = std::pair<ObjectPath, std::string_view>;

Place placeOf(const Problem& problem) { return {problem.path, problem.code}; }

} // namespace

Mended mend(Project project, const std::function<bool(const Problem&)>& isAccepted, std::optional<std::size_t> most)
{
    Mended mended{.project = std::move(project), .names = {}, .isComplete = false};
    CheckCache cache;
    std::map<std::string, int> tries;
    std::set<Place> inVain; // after their fix the same stood there, and no other problem less
    const std::size_t limit = most.value_or(cache.update(mended.project).size() + mostMore);
    for (std::size_t round = 0; round < limit; ++round) {
        bool changed = false;
        const Problems& problems = cache.update(mended.project);
        const std::size_t count = problems.size();
        for (const Problem& problem : problems) {
            const Edit* fix = problem.unaskedFix();
            if (fix == nullptr || (isAccepted && isAccepted(problem))) continue;
            const std::string key = problem.path.text() + '\n' + std::string(problem.code) + '\n' + fix->name.english();
            const Place where = placeOf(problem);
            if (++tries[key] > mostTries || inVain.contains(where)) continue;
            Project next = fix->apply(mended.project);
            if (next == mended.project) continue;
            const Text name = fix->name;
            changed = true;
            const Problems& after = cache.update(next);
            if (after.size() >= count && std::ranges::contains(after, where, placeOf)) {
                inVain.insert(where);
                break;
            }
            inVain.clear(); // it may help now
            mended.names.push_back(name);
            mended.project = std::move(next);
            break; // the other problems are of a project that is no more
        }
        mended.isComplete = !changed;
        if (mended.isComplete) break;
    }
    return mended;
}

} // namespace n3x
