// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/document/generation_runner.h"

#include "app/threads/mailbox.h"

#include <QTimer>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace n3x {

struct GenerationRunner::State {
    struct Request {
        Project project;
        Withheld withheld;
        std::shared_ptr<const OtherFindings> findings;
        WatchedFile watched;
        quint64 revision;
    };
    std::mutex mutex;
    std::condition_variable_any asked;
    std::optional<Request> newest;
    std::vector<std::shared_ptr<const Generation>> discarded;
    Mailbox mailbox;
    std::jthread thread; // last: it is joined before what it uses goes

    // Nothing once the thread has to end.
    std::optional<Request> next(const std::stop_token& stop)
    {
        std::unique_lock lock(mutex);
        while (asked.wait(lock, stop, [this] { return newest || !discarded.empty(); })) {
            if (newest) return std::exchange(newest, std::nullopt);
            auto gone = std::exchange(discarded, {});
            lock.unlock(); // who asks does not wait for this either
            gone.clear();
            lock.lock();
        }
        return {};
    }
};

GenerationRunner::GenerationRunner(QObject* parent) : QObject(parent), state_(std::make_unique<State>())
{
    // By way of a timer: a window that waits to be painted goes ahead of what the panels make of this.
    const auto tell = [this, state = state_.get()](const auto& signal) {
        state->mailbox.post([this, signal] { QTimer::singleShot(0, this, signal); });
    };
    state_->thread = std::jthread([this, tell, state = state_.get()](const std::stop_token& stop) {
        LiveEngine engine;
        ProblemGatherer problems;
        while (auto request = state->next(stop)) {
            request->watched.written = [&](const std::shared_ptr<const OutputBlock>& files) {
                tell([this, files] { emit written(files); });
            };
            const auto start = std::chrono::steady_clock::now();
            Generated made{.generation = std::make_shared<const Generation>(
                               engine.update(request->project, request->withheld, request->watched)),
                           .problems = {},
                           .findings = request->findings,
                           .revision = request->revision};
            made.took = std::chrono::steady_clock::now() - start;
            made.problems = problems.gather(made.generation->problemList, made.findings);
            tell([this, made = std::move(made)] { emit ready(made); });
        }
    });
}

GenerationRunner::~GenerationRunner() = default;

void GenerationRunner::request(const Project& project, const Withheld& withheld,
                               std::shared_ptr<const OtherFindings> findings, const WatchedFile& watched,
                               quint64 revision)
{
    {
        const std::scoped_lock lock(state_->mutex);
        state_->newest = State::Request{project, withheld, std::move(findings), watched, revision};
    }
    state_->asked.notify_one();
}

void GenerationRunner::discard(std::shared_ptr<const Generation> generation)
{
    {
        const std::scoped_lock lock(state_->mutex);
        state_->discarded.push_back(std::move(generation));
    }
    state_->asked.notify_one();
}

} // namespace n3x
