// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/plan/plan.h"
#include "generators/live/generators.h"
#include "generators/live/path_changes.h"
#include "generators/tree/output_tree.h"

#include <memory>
#include <optional>
#include <vector>

namespace n3x {

struct WatchedFile;

// What of the project besides a profile itself changed since the profile was last planned.
struct ProjectChange {
    bool shared = true;   // something that goes into every ProfilePlan
    bool hardware = true; // a hardware target
};

// Plans and outputs of one profile, followed from edit to edit. Whether a node has to be done again is decided by
// comparing boxes: an edit makes new boxes for what it touches and for nothing else.
class ProfileEngine {
public:
    explicit ProfileEngine(const Generators& table) : table_(&table) {}

    // Follows the project to this state of the profile, which has no errors. Counts as seen all that was compared,
    // so `change` must be everything since the last call. `watched` is null or of this profile.
    void update(const Project& project, const immer::box<Profile>& profile, ProjectChange change,
                const WatchedFile* watched, PathChanges& changes);

    // All its paths, as when the profile comes or goes.
    void addAllPaths(PathChanges& changes) const;

    [[nodiscard]] const std::shared_ptr<const ProfileOutputs>& outputs() const { return outputs_; }
    [[nodiscard]] const std::shared_ptr<const ClusterPlan>& plan() const { return plan_; }

private:
    // A node's plan and what was written from it.
    struct Written {
        std::shared_ptr<const NodePlan> plan;
        std::shared_ptr<const OutputBlock> block;
    };
    struct Slot {
        const Node* said; // alive as long as said_
        bool isServer;
    };
    enum class Redo : std::uint8_t { Nothing, Plans, Outputs }; // of nodes that did not change themselves

    [[nodiscard]] static std::vector<const Node*> serversIn(const std::vector<Slot>& slots);
    [[nodiscard]] static Sequence<HardwareTarget> ownTargetsOf(const Project& project, const std::vector<Slot>& slots);
    [[nodiscard]] std::shared_ptr<const ProfilePlan> planShared(const Project& project, const Profile& profile,
                                                                const std::vector<Slot>& slots,
                                                                ProjectChange change) const;
    [[nodiscard]] Written write(const Project& project, const ProfilePlan& shared, const Node& node,
                                const Written* before, Redo redo);
    [[nodiscard]] Written writtenAt(std::size_t index) const
    {
        return {outputs_->plans[index], outputs_->nodes[index]};
    }

    void replaceSome(const Project& project, const std::vector<Slot>& slots, ProfileOutputs& outputs,
                     PathChanges& changes);
    void replaceRange(const Project& project, const std::vector<Slot>& slots, ProfileOutputs& outputs,
                      PathChanges& changes);
    void replaceAll(const Project& project, const std::vector<Slot>& slots, Redo redo, const WatchedFile* watched,
                    ProfileOutputs& outputs, PathChanges& changes);
    // What a watched file is to tell before the others are written.
    [[nodiscard]] std::shared_ptr<const OutputBlock> joined(const Project& project, const std::vector<Slot>& slots,
                                                            std::size_t file, const std::string& path);
    void beginSharedFiles();
    void writeOwn(ProfileOutputs& outputs, PathChanges& changes);
    void account(const std::vector<Written>& before, const std::vector<Written>& after, ProfileOutputs& outputs,
                 PathChanges& changes);

    const Generators* table_;
    std::optional<immer::box<Profile>> said_;
    std::vector<Slot> slots_;
    std::shared_ptr<const ProfilePlan> shared_;
    std::vector<std::unique_ptr<SharedFileWriter>> sharedFiles_; // of shared_, by generator
    std::shared_ptr<const ProfileOutputs> outputs_;
    std::shared_ptr<const ClusterPlan> plan_;
    std::vector<bool> sharedChanged_; // in the update that is being made, by generator
    OutputWriter scratch_;
};

} // namespace n3x
