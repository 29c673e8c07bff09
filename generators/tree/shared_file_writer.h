// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/plan/plan.h"
#include "generators/tree/output_writer.h"

namespace n3x {

// Writes one file that the nodes of a profile write together. It belongs to one ProfilePlan, which outlives it, and may
// keep what follows from that alone, so that ten thousand nodes do not work it out again. Not for several threads at
// once. The three append to out.text() and begin no file.
class SharedFileWriter {
public:
    SharedFileWriter() = default;
    SharedFileWriter(const SharedFileWriter&) = delete;
    SharedFileWriter& operator=(const SharedFileWriter&) = delete;
    virtual ~SharedFileWriter() = default;

    virtual void writeHead(OutputWriter& out) = 0;
    virtual void writeNode(const NodePlan& node, OutputWriter& out) = 0;
    virtual void writeFoot(OutputWriter& out) = 0;
};

} // namespace n3x
