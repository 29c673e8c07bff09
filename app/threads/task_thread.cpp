// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/threads/task_thread.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

namespace n3x {

struct TaskThread::State {
    std::mutex mutex;
    std::condition_variable_any posted;
    std::deque<std::move_only_function<void()>> tasks;
    std::jthread thread; // last: it is joined before what it uses goes
};

TaskThread::TaskThread() : state_(std::make_unique<State>())
{
    state_->thread = std::jthread([state = state_.get()](const std::stop_token& stop) {
        while (true) {
            std::move_only_function<void()> task;
            {
                std::unique_lock lock(state->mutex);
                if (!state->posted.wait(lock, stop, [state] { return !state->tasks.empty(); })) return;
                if (stop.stop_requested()) return;
                task = std::move(state->tasks.front());
                state->tasks.pop_front();
            }
            task();
        }
    });
}

TaskThread::~TaskThread() = default;

void TaskThread::post(std::move_only_function<void()> task)
{
    {
        const std::scoped_lock lock(state_->mutex);
        state_->tasks.push_back(std::move(task));
    }
    state_->posted.notify_one();
}

} // namespace n3x
