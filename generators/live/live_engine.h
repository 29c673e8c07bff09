// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/files/load.h"
#include "core/model/problem.h"
#include "core/plan/plan.h"
#include "generators/live/generators.h"
#include "generators/tree/output_tree.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace n3x {

// Lines of an output that come from one link of one node.
struct LineOrigin {
    std::uint32_t line = 0; // the first, from 0
    std::uint32_t count = 0;
    std::string node;
    std::string link;    // empty: from the node as a whole
    std::string uplink;
    std::string network; // empty where the link only carries

    friend bool operator==(const LineOrigin&, const LineOrigin&) = default;
};

// Everything that follows from one project: a value that is never changed, cheap to copy, safe to read from any thread.
struct Generation {
    std::shared_ptr<const Problems> problemList = std::make_shared<const Problems>();
    OutputTree outputs;

    // Paths added, removed or with another text since the engine's last update, each once: profile by profile,
    // node by node.
    std::vector<std::string> changed;

    // By profile; none where it has errors or is withheld.
    std::map<std::string, std::shared_ptr<const ClusterPlan>, std::less<>> plans;
    Withheld withheld;
    bool projectHasErrors = false; // in its own values: then there are no outputs at all

    // Whether nothing is generated, whatever the profiles say.
    [[nodiscard]] bool isHeld() const { return withheld.everything || projectHasErrors; }
    [[nodiscard]] const Problems& problems() const { return *problemList; }
};

// Which lines of an output come from which link; writes the file once more, so not for loops over all files.
[[nodiscard]] std::vector<LineOrigin> originsOf(const Generation& generation, std::string_view path,
                                                const Generators& table = generators());

// A file that somebody looks at. An update that writes every node of the profile anew writes first the files of this
// node or, where `node` is empty, this file that all nodes write together.
struct WatchedFile {
    std::string profile;
    std::string node;
    std::string path;
    // Called by update() as soon as that is done, at most once, with the text that the generation to come holds.
    std::function<void(const std::shared_ptr<const OutputBlock>& files)> written;
};

// Turns one project after another into generations, and does again only what an edit reached. Gives the same
// bytes as a new engine would. Not thread-safe itself: one thread updates, what it returns may go anywhere.
class LiveEngine {
public:
    explicit LiveEngine(const Generators& table = generators());
    ~LiveEngine();
    LiveEngine(LiveEngine&&) noexcept;
    LiveEngine& operator=(LiveEngine&&) noexcept;

    // `withheld` counts as profiles with errors.
    [[nodiscard]] Generation update(const Project& project, const Withheld& withheld = {},
                                    const WatchedFile& watched = {});

private:
    struct State;
    std::unique_ptr<State> state_;
};

// A project's outputs from nothing.
[[nodiscard]] Generation generate(const Project& project, const Withheld& withheld = {});

} // namespace n3x
