// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/project.h"
#include "generators/live/live_engine.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace n3x {

// Runs the live engine on a thread of its own. Asking never waits; while a generation is being made, only the newest
// project that was asked for meanwhile is kept, and what is delivered comes in the order of the asking.
class GenerationRunner final : public QObject {
    Q_OBJECT

public:
    explicit GenerationRunner(QObject* parent = nullptr);
    ~GenerationRunner() override; // waits for the generation in hand, at most

    void request(const Project& project, const Withheld& withheld, quint64 revision);

signals:
    void ready(std::shared_ptr<const n3x::Generation> generation, quint64 revision, std::chrono::nanoseconds took);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace n3x
