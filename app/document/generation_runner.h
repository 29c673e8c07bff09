// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/project.h"
#include "core/workspace/gathered_problems.h"
#include "generators/live/live_engine.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace n3x {

// A generation, and the list of problems that belongs to it.
struct Generated {
    std::shared_ptr<const Generation> generation;
    std::shared_ptr<const Problems> problems;
    std::shared_ptr<const OtherFindings> findings; // that the list was gathered with
    quint64 revision = 0;
    std::chrono::nanoseconds took{};
};

// Runs the live engine on a thread of its own. Asking never waits; while a generation is being made, only the newest
// project that was asked for meanwhile is kept, and what is delivered comes in the order of the asking.
class GenerationRunner final : public QObject {
    Q_OBJECT

public:
    explicit GenerationRunner(QObject* parent = nullptr);
    ~GenerationRunner() override; // waits for the generation in hand, at most

    // `watched` says which file is wanted before the others; its function is not used.
    void request(const Project& project, const Withheld& withheld, std::shared_ptr<const OtherFindings> findings,
                 const WatchedFile& watched, quint64 revision);
    // Frees what nobody needs any more on the thread; of many nodes it takes a part of a frame.
    void discard(std::shared_ptr<const Generation> generation);

signals:
    void written(const std::shared_ptr<const n3x::OutputBlock>& files); // the watched one among them, before ready()
    void ready(const n3x::Generated& generated);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace n3x
