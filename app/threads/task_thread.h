// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <functional>
#include <memory>

namespace n3x {

// A thread that does one task after the other, in the order of asking. Ending it drops what has not begun and waits
// for what has.
class TaskThread {
public:
    TaskThread();
    ~TaskThread();
    TaskThread(const TaskThread&) = delete;
    TaskThread& operator=(const TaskThread&) = delete;

    void post(std::move_only_function<void()> task);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace n3x
