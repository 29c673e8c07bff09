// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/live/profile_engine.h"

#include "core/model/inherited_settings.h"
#include "core/model/profile_frame.h"
#include "core/plan/plan_parts.h"
#include "generators/live/live_engine.h"

#include <immer/algorithm.hpp>
#include <immer/flex_vector_transient.hpp>

#include <algorithm>
#include <set>
#include <unordered_map>

namespace n3x {
namespace {

// Everything of a profile but its nodes.
template <class T> immer::flex_vector<T> persistent(const auto& range, auto member)
{
    auto list = immer::flex_vector<T>().transient();
    for (const auto& one : range) list.push_back(one.*member);
    return list.persistent();
}

// Whether the pieces joined are the same text.
bool sameJoined(const auto& before, const auto& after, std::size_t piece)
{
    const auto textOf = [piece](const auto& one) { return one.block->piece(piece); };
    if (std::ranges::equal(before, after, {}, textOf, textOf)) return true;
    const auto sizeOf = [&](const auto& all) {
        std::size_t size = 0;
        for (const auto& one : all) size += textOf(one).size();
        return size;
    };
    if (sizeOf(before) != sizeOf(after)) return false;
    std::string old;
    std::string now;
    for (const auto& one : before) old.append(textOf(one));
    for (const auto& one : after) now.append(textOf(one));
    return old == now;
}

} // namespace

std::vector<const Node*> ProfileEngine::serversIn(const std::vector<Slot>& slots)
{
    std::vector<const Node*> servers;
    for (const Slot& slot : slots)
        if (slot.isServer) servers.push_back(slot.said);
    return servers;
}

// Most projects have none, and their nodes need not be asked.
Sequence<HardwareTarget> ProfileEngine::ownTargetsOf(const Project& project, const std::vector<Slot>& slots)
{
    if (project.hardware.empty()) return {};
    std::set<std::string_view> named;
    for (const Slot& slot : slots) named.insert(slot.said->target);
    return planning::ownTargets(project, named);
}

std::shared_ptr<const ProfilePlan> ProfileEngine::planShared(const Project& project, const Profile& profile,
                                                             const std::vector<Slot>& slots, ProjectChange change) const
{
    const bool frameChanged = !shared_ || change.shared || !sameFrame(**said_, profile);
    const std::vector<const Node*> servers = serversIn(slots);
    Sequence<HardwareTarget> hardware = ownTargetsOf(project, slots);
    if (!frameChanged && servers == serversIn(slots_) && hardware == shared_->hardware) return shared_;

    ProfilePlan plan = frameChanged ? planning::planWithoutServers(project, profile) : *shared_;
    plan.hardware = std::move(hardware);
    planning::planServers(plan, project, profile, servers);
    if (shared_ && *shared_ == plan) return shared_;
    return std::make_shared<const ProfilePlan>(std::move(plan));
}

ProfileEngine::Written ProfileEngine::write(const Project& project, const ProfilePlan& shared, const Node& node,
                                            const Written* before, Redo redo)
{
    Written now;
    NodePlan plan = planNode(project, shared, node);
    if (before && *before->plan == plan) {
        if (redo != Redo::Outputs) return *before;
        now.plan = before->plan;
    } else {
        now.plan = std::make_shared<const NodePlan>(std::move(plan));
    }
    scratch_.clear();
    for (const NodeGenerator& generator : table_->node) generator.write(*now.plan, shared, scratch_);
    for (const auto& file : sharedFiles_) {
        scratch_.beginPiece();
        file->writeNode(*now.plan, scratch_);
        scratch_.endPiece();
    }
    now.block = before && *before->block == scratch_.written() ? before->block
                                                               : std::make_shared<const OutputBlock>(scratch_.block());
    return now;
}

void ProfileEngine::update(const Project& project, const immer::box<Profile>& profile, ProjectChange change,
                           const WatchedFile* watched, PathChanges& changes)
{
    if (said_ && said_->impl() == profile.impl() && !change.shared && !change.hardware) return;

    std::vector<Slot> slots;
    slots.reserve(profile->nodes.size());
    const bool knows = slots_.size() == profile->nodes.size();
    immer::for_each_chunk(profile->nodes, [&](const immer::box<Node>* first, const immer::box<Node>* last) {
        for (; first != last; ++first) {
            const Node* node = &first->get();
            // A node that stands where it stood is not even read.
            const bool same = knows && slots_[slots.size()].said == node;
            slots.push_back({node, same ? slots_[slots.size()].isServer : isServer(*node)});
        }
    });

    const bool isNew = !outputs_;
    sharedChanged_.assign(table_->shared.size(), false);
    const std::shared_ptr<const ProfilePlan> shared = planShared(project, *profile, slots, change);
    const bool sharedChanged = shared != shared_;
    shared_ = shared;
    if (sharedChanged) beginSharedFiles();

    auto outputs = isNew ? std::make_shared<ProfileOutputs>() : std::make_shared<ProfileOutputs>(*outputs_);
    if (isNew) outputs->profile = shared->profile;
    if (sharedChanged) writeOwn(*outputs, changes);
    if (isNew || sharedChanged || change.hardware)
        replaceAll(project, slots, sharedChanged ? Redo::Outputs : Redo::Plans, watched, *outputs, changes);
    else if (knows)
        replaceSome(project, slots, *outputs, changes);
    else
        replaceRange(project, slots, *outputs, changes);

    for (std::size_t at = 0; at < sharedChanged_.size(); ++at)
        if (sharedChanged_[at]) changes.add(outputs->sharedPaths[at]);
    plan_ = std::make_shared<const ClusterPlan>(shared_, outputs->plans);
    outputs_ = std::move(outputs);
    slots_ = std::move(slots);
    said_ = profile;
}

// The nodes that are others than before, each in its place.
void ProfileEngine::replaceSome(const Project& project, const std::vector<Slot>& slots, ProfileOutputs& outputs,
                                PathChanges& changes)
{
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at < slots.size(); ++at)
        if (slots[at].said != slots_[at].said) places.push_back(at);

    // Where several differ they may only have changed places.
    std::unordered_map<const Node*, std::size_t> moved;
    if (places.size() > 1)
        for (const std::size_t at : places) moved.emplace(slots_[at].said, at);

    std::vector<Written> before;
    std::vector<Written> after;
    for (const std::size_t at : places) {
        before.push_back(writtenAt(at));
        const auto known = moved.find(slots[at].said);
        if (known != moved.end()) changes.moved = true;
        after.push_back(known != moved.end()
                            ? writtenAt(known->second)
                            : write(project, *shared_, *slots[at].said, &before.back(), Redo::Nothing));
        if (after.back().plan != before.back().plan)
            outputs.plans = std::move(outputs.plans).set(at, after.back().plan);
        if (after.back().block != before.back().block)
            outputs.nodes = std::move(outputs.nodes).set(at, after.back().block);
    }
    account(before, after, outputs, changes);
}

// The nodes between the first and the last that are others than before, where some came or went.
void ProfileEngine::replaceRange(const Project& project, const std::vector<Slot>& slots, ProfileOutputs& outputs,
                                 PathChanges& changes)
{
    const auto same = [](const Slot& one, const Slot& two) { return one.said == two.said; };
    const std::size_t shorter = std::min(slots.size(), slots_.size());
    std::size_t start = 0;
    while (start < shorter && same(slots[start], slots_[start])) ++start;
    std::size_t kept = 0;
    while (kept < shorter - start && same(slots[slots.size() - 1 - kept], slots_[slots_.size() - 1 - kept])) ++kept;

    std::vector<Written> before;
    std::unordered_map<const Node*, std::size_t> known;
    for (std::size_t at = start; at < slots_.size() - kept; ++at) {
        before.push_back(writtenAt(at));
        known.emplace(slots_[at].said, at - start);
    }
    std::vector<Written> after;
    for (std::size_t at = start; at < slots.size() - kept; ++at) {
        const auto old = known.find(slots[at].said);
        after.push_back(old != known.end() ? before[old->second]
                                           : write(project, *shared_, *slots[at].said, nullptr, Redo::Nothing));
    }
    const std::size_t end = slots_.size() - kept;
    outputs.plans = outputs.plans.take(start) + persistent<std::shared_ptr<const NodePlan>>(after, &Written::plan) +
                    outputs.plans.drop(end);
    outputs.nodes = outputs.nodes.take(start) + persistent<std::shared_ptr<const OutputBlock>>(after, &Written::block) +
                    outputs.nodes.drop(end);
    changes.moved = true;
    account(before, after, outputs, changes);
}

void ProfileEngine::replaceAll(const Project& project, const std::vector<Slot>& slots, Redo redo,
                               const WatchedFile* watched, ProfileOutputs& outputs, PathChanges& changes)
{
    std::vector<Written> before;
    before.reserve(slots_.size());
    if (outputs_) {
        auto block = outputs_->nodes.begin();
        for (const auto& plan : outputs_->plans) before.push_back({plan, *block++});
    }
    const auto writeAt = [&](std::size_t at) {
        // Most edits leave the nodes where they are; for the others a comparison with the wrong node only costs time.
        const Written* old = at < before.size() ? &before[at] : nullptr;
        return write(project, *shared_, *slots[at].said, old, redo);
    };
    std::optional<Written> ahead;
    std::size_t aheadAt = 0;
    if (watched != nullptr && watched->written) {
        const auto isWatched = [&](const Slot& slot) { return slot.said->name.text() == watched->node; };
        const auto slot = std::ranges::find_if(slots, isWatched);
        aheadAt = static_cast<std::size_t>(slot - slots.begin());
        if (slot != slots.end()) watched->written(ahead.emplace(writeAt(aheadAt)).block);
        const auto file = std::ranges::find(outputs.sharedPaths, watched->path);
        if (watched->node.empty() && file != outputs.sharedPaths.end())
            watched->written(
                joined(project, slots, static_cast<std::size_t>(file - outputs.sharedPaths.begin()), *file));
    }
    std::vector<Written> after;
    after.reserve(slots.size());
    for (std::size_t at = 0; at < slots.size(); ++at) after.push_back(ahead && at == aheadAt ? *ahead : writeAt(at));
    outputs.plans = persistent<std::shared_ptr<const NodePlan>>(after, &Written::plan);
    outputs.nodes = persistent<std::shared_ptr<const OutputBlock>>(after, &Written::block);
    account(before, after, outputs, changes);
}

std::shared_ptr<const OutputBlock> ProfileEngine::joined(const Project& project, const std::vector<Slot>& slots,
                                                         std::size_t file, const std::string& path)
{
    SharedFileWriter& shared = *sharedFiles_[file];
    scratch_.clear();
    scratch_.beginFile({path});
    shared.writeHead(scratch_);
    for (const Slot& slot : slots) shared.writeNode(planNode(project, *shared_, *slot.said), scratch_);
    shared.writeFoot(scratch_);
    scratch_.endFile();
    return std::make_shared<const OutputBlock>(scratch_.block());
}

void ProfileEngine::beginSharedFiles()
{
    sharedFiles_.clear();
    for (const SharedFileGenerator& generator : table_->shared) sharedFiles_.push_back(generator.begin(*shared_));
}

void ProfileEngine::writeOwn(ProfileOutputs& outputs, PathChanges& changes)
{
    scratch_.clear();
    for (const ProfileGenerator& generator : table_->profile) generator.write(*shared_, scratch_);
    std::vector<std::string> paths;
    for (std::size_t at = 0; at < sharedFiles_.size(); ++at) {
        paths.push_back(table_->shared[at].path(shared_->profile));
        scratch_.beginPiece();
        sharedFiles_[at]->writeHead(scratch_);
        scratch_.endPiece();
        scratch_.beginPiece();
        sharedFiles_[at]->writeFoot(scratch_);
        scratch_.endPiece();
    }
    const auto before = outputs.own;
    outputs.own = std::make_shared<const OutputBlock>(scratch_.block());
    outputs.fileCount += outputs.own->fileCount() + paths.size();
    if (!before) {
        changes.addAllOf(*outputs.own);
        sharedChanged_.assign(paths.size(), true);
        outputs.sharedSizes.assign(paths.size(), 0);
        changes.moved = true;
    } else {
        outputs.fileCount -= before->fileCount() + outputs.sharedPaths.size();
        changes.compare(*before, *outputs.own);
        for (std::size_t at = 0; at < paths.size(); ++at) {
            if (before->piece(2 * at) == outputs.own->piece(2 * at) &&
                before->piece(2 * at + 1) == outputs.own->piece(2 * at + 1))
                continue;
            sharedChanged_[at] = true;
            outputs.sharedSizes[at] -= before->piece(2 * at).size() + before->piece(2 * at + 1).size();
            outputs.sharedSizes[at] += outputs.own->piece(2 * at).size() + outputs.own->piece(2 * at + 1).size();
        }
    }
    if (!before)
        for (std::size_t at = 0; at < paths.size(); ++at)
            outputs.sharedSizes[at] = outputs.own->piece(2 * at).size() + outputs.own->piece(2 * at + 1).size();
    outputs.sharedPaths = std::move(paths);
}

// Takes note of what replacing these nodes by those does to paths, counts and the files that nodes write together.
void ProfileEngine::account(const std::vector<Written>& before, const std::vector<Written>& after,
                            ProfileOutputs& outputs, PathChanges& changes)
{
    for (const Written& one : before) outputs.fileCount -= one.block->fileCount();
    for (const Written& one : after) outputs.fileCount += one.block->fileCount();
    for (std::size_t shared = 0; shared < table_->shared.size(); ++shared) {
        for (const Written& one : before) outputs.sharedSizes[shared] -= one.block->piece(shared).size();
        for (const Written& one : after) outputs.sharedSizes[shared] += one.block->piece(shared).size();
        if (!sameJoined(before, after, shared)) sharedChanged_[shared] = true;
    }

    const auto name = [](const Written& one) -> const std::string& { return one.plan->name; };
    if (std::ranges::equal(before, after, {}, name, name)) {
        for (std::size_t at = 0; at < before.size(); ++at) changes.compare(*before[at].block, *after[at].block);
        return;
    }
    changes.moved = true;
    std::unordered_map<std::string_view, const OutputBlock*> gone;
    for (const Written& one : before) gone.emplace(name(one), one.block.get());
    for (const Written& one : after) {
        const auto old = gone.find(name(one));
        if (old == gone.end()) {
            changes.addAllOf(*one.block);
            continue;
        }
        changes.compare(*old->second, *one.block);
        gone.erase(old);
    }
    for (const Written& one : before)
        if (gone.contains(name(one))) changes.addAllOf(*one.block);
}

void ProfileEngine::addAllPaths(PathChanges& changes) const
{
    changes.moved = true;
    changes.addAllOf(*outputs_->own);
    for (const std::string& path : outputs_->sharedPaths) changes.add(path);
    for (const auto& block : outputs_->nodes) changes.addAllOf(*block);
}

} // namespace n3x
