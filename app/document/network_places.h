// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/edits/renames.h"
#include "core/model/project.h"
#include "core/workspace/view.h"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace n3x {

// The place of each network in the row of colours: that which its view says, or that of its order when the project was
// opened. From then on it keeps its place, whatever comes, goes or moves beside it; a new one takes the lowest that is
// free, and one that an undo brings back has the place that it had.
class NetworkPlaces {
public:
    void reset(const Project& project, const Views& views);
    void follow(const Project& before, const Project& after, const Renames& renames);

    // Of a network that is not known, the place that it would take.
    [[nodiscard]] std::size_t of(std::string_view profile, std::string_view network) const;
    // Those that the order of the profile's networks does not say; all of them, or none.
    [[nodiscard]] std::map<std::string, std::size_t, std::less<>> toKeep(const Profile& profile) const;

private:
    struct Row {
        std::map<std::string, std::size_t, std::less<>> places;     // of those that are there
        std::map<std::string, std::size_t, std::less<>> remembered; // of those that were
    };
    static void enter(Row& row, const Profile& profile);
    [[nodiscard]] static std::size_t lowestFree(const Row& row);

    std::map<std::string, Row, std::less<>> rows_; // by profile
};

} // namespace n3x
