// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/session/unsaved_work.h"

#include <algorithm>
#include <future>
#include <utility>

namespace n3x {

UnsavedWork::UnsavedWork(const QString& dataFolder, QObject* parent)
    : QObject(parent), place_(dataFolder + QStringLiteral("/unsaved")), files_(place_)
{
    thread_.post([this] { files_.makePlace(); });
}

UnsavedWork::~UnsavedWork() { flush(); }

void UnsavedWork::look(const QString& folder, std::function<void()> then)
{
    thread_.post([this, folder, then = std::move(then)]() mutable {
        mailbox_.post([this, folder, then = std::move(then), left = files_.left(folder)] {
            offered_.removeIf([&](const KeptWork& kept) { return kept.folder == folder; });
            offered_ << left;
            then();
        });
    });
}

void UnsavedWork::keep(const QString& folder, const Project& project, const Views& views, const SourceSums& base)
{
    auto& newest = newest_[folder];
    if (!newest) newest = std::make_shared<std::atomic<quint64>>(0);
    thread_.post([this, number = ++*newest, newest = newest, folder, project, views, base] {
        if (number != *newest) return;
        mailbox_.post([this, reason = files_.keep(folder, project, views, base)] { tell(reason); });
    });
}

void UnsavedWork::tell(const QString& reason)
{
    if (reason.isEmpty() != std::exchange(isFailing_, !reason.isEmpty())) return; // as before
    if (isFailing_)
        emit keepingFailed(place_, reason);
    else
        emit keepingWorks();
}

void UnsavedWork::forget(const QString& folder)
{
    if (const auto newest = newest_.constFind(folder); newest != newest_.constEnd()) ++**newest;
    thread_.post([this, folder] { files_.forget(folder); });
}

std::optional<KeptWork> UnsavedWork::find(const QString& folder) const
{
    const auto kept = std::ranges::find(offered_, folder, &KeptWork::folder);
    return kept == offered_.end() ? std::nullopt : std::optional(*kept);
}

std::optional<KeptWork> UnsavedWork::takeOffered(const QString& folder)
{
    const auto kept = std::ranges::find(offered_, folder, &KeptWork::folder);
    if (kept == offered_.end()) return {};
    KeptWork taken = std::move(*kept);
    offered_.erase(kept);
    return taken;
}

// The one that find() gives; an older one is offered the next time.
void UnsavedWork::forgetOffered(const QString& folder)
{
    if (auto kept = takeOffered(folder)) thread_.post([this, kept = *std::move(kept)] { files_.remove(kept); });
}

void UnsavedWork::takeOver(const QString& folder)
{
    if (auto kept = takeOffered(folder)) thread_.post([this, kept = *std::move(kept)] { files_.takeOver(kept); });
}

void UnsavedWork::flush()
{
    std::promise<void> reached;
    auto wait = reached.get_future();
    thread_.post([&reached] { reached.set_value(); });
    wait.wait();
}

} // namespace n3x
