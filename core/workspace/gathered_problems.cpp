// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/gathered_problems.h"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <tuple>

namespace n3x {

namespace {

auto place(const Problem& problem) { return std::tie(problem.path, problem.code); }

// One of them may know no place; two places are two findings.
bool saysTheSame(const Problem& one, const Problem& two)
{
    return one.code == two.code && one.path == two.path && one.what == two.what &&
           (one.position == two.position || !one.position || !two.position);
}

} // namespace

Problems gathered(const Problems& ofEngine, const OtherFindings& other, Date today)
{
    Problems more = other.ofFiles;
    more.insert(more.end(), other.ofFolder.begin(), other.ofFolder.end());
    std::ranges::stable_sort(more, {}, place);

    Problems all;
    all.reserve(ofEngine.size() + more.size());
    const auto wasRead = [&](const Problem& problem) { return !other.unread.holds(problem.path); };
    if (other.unread.project || !other.unread.profiles.empty())
        std::ranges::merge(ofEngine | std::views::filter(wasRead), more, std::back_inserter(all), {}, place, place);
    else
        std::ranges::merge(ofEngine, more, std::back_inserter(all), {}, place, place);
    if (!more.empty()) {
        // Only neighbours can be the same; the first, the engine's, has the fixes.
        Problems once;
        once.reserve(all.size());
        for (Problem& problem : all) {
            bool isKnown = false;
            for (auto known = once.rbegin(); known != once.rend() && place(*known) == place(problem); ++known)
                isKnown = isKnown || saysTheSame(*known, problem);
            if (!isKnown) once.push_back(std::move(problem));
        }
        all = std::move(once);
    }
    if (!other.approvals.empty()) {
        all = withoutApproved(all, other.approvals, today);
        std::ranges::stable_sort(all, {}, place); // it adds what it has to say itself at the end
    }
    for (Problem& problem : all)
        if (!problem.position) problem.position = other.positions.position(problem.path);
    return all;
}

ProblemGatherer::List ProblemGatherer::gather(const List& ofEngine, const std::shared_ptr<const OtherFindings>& other)
{
    const Date day = today();
    if (ofEngine == ofEngine_ && other == other_ && day == day_) return result_;
    ofEngine_ = ofEngine;
    other_ = other;
    day_ = day;
    if (Problems now = gathered(*ofEngine, *other, day); now != *result_)
        result_ = std::make_shared<const Problems>(std::move(now));
    return result_;
}

} // namespace n3x
