// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/problem_list.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace n3x::checks {
namespace {

// Up to so many changes are put in one by one; more are merged in a single pass.
constexpr std::size_t fewChanges = 24;

int countErrors(const Problems& problems)
{
    return static_cast<int>(std::ranges::count(problems, Severity::Error, &Problem::severity));
}

// Takes out of both sorted lists what is in both.
void cancel(Problems& removed, Problems& added)
{
    Problems onlyRemoved;
    Problems onlyAdded;
    auto gone = removed.begin();
    auto come = added.begin();
    while (gone != removed.end() && come != added.end()) {
        if (comesBefore(*gone, *come))
            onlyRemoved.push_back(std::move(*gone++));
        else if (comesBefore(*come, *gone))
            onlyAdded.push_back(std::move(*come++));
        else {
            if (!(*gone == *come)) { // reads the same, but another severity or other fixes
                onlyRemoved.push_back(std::move(*gone));
                onlyAdded.push_back(std::move(*come));
            }
            ++gone;
            ++come;
        }
    }
    std::move(gone, removed.end(), std::back_inserter(onlyRemoved));
    std::move(come, added.end(), std::back_inserter(onlyAdded));
    removed = std::move(onlyRemoved);
    added = std::move(onlyAdded);
}

} // namespace

bool comesBefore(const Problem& one, const Problem& other)
{
    const auto key = [](const Problem& problem) {
        return std::tie(problem.path.text(), problem.code, problem.what.pattern, problem.what.arguments,
                        problem.advice.pattern, problem.advice.arguments);
    };
    return key(one) < key(other);
}

int ProblemList::replace(Problems& owned, Problems next)
{
    if (owned.empty() && next.empty()) [[likely]]
        return 0;
    if (owned == next) return 0;
    const int grown = countErrors(next) - countErrors(owned);
    std::move(owned.begin(), owned.end(), std::back_inserter(removed_));
    added_.insert(added_.end(), next.begin(), next.end());
    owned = std::move(next);
    return grown;
}

bool ProblemList::settle()
{
    if (removed_.empty() && added_.empty()) return false;
    std::ranges::sort(removed_, comesBefore);
    std::ranges::sort(added_, comesBefore);
    cancel(removed_, added_);
    const bool changes = !removed_.empty() || !added_.empty();
    if (removed_.size() + added_.size() <= fewChanges) {
        for (const Problem& gone : removed_) {
            const auto [first, last] = std::ranges::equal_range(sorted_, gone, comesBefore);
            const auto exact = std::find(first, last, gone);
            if (exact != last)
                sorted_.erase(exact);
            else if (first != last)
                sorted_.erase(first);
        }
        for (Problem& come : added_) {
            const auto place = std::ranges::upper_bound(sorted_, come, comesBefore);
            sorted_.insert(place, std::move(come));
        }
    } else {
        Problems merged;
        merged.reserve(sorted_.size() + added_.size());
        Problems kept;
        std::set_difference(std::make_move_iterator(sorted_.begin()), std::make_move_iterator(sorted_.end()),
                            removed_.begin(), removed_.end(), std::back_inserter(kept), comesBefore);
        std::merge(std::make_move_iterator(kept.begin()), std::make_move_iterator(kept.end()),
                   std::make_move_iterator(added_.begin()), std::make_move_iterator(added_.end()),
                   std::back_inserter(merged), comesBefore);
        sorted_ = std::move(merged);
    }
    removed_.clear();
    added_.clear();
    return changes;
}

} // namespace n3x::checks
