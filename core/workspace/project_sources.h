// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/files/load.h"
#include "core/model/problem.h"
#include "core/workspace/comparison.h"
#include "core/workspace/file_system.h"

#include <expected>
#include <map>
#include <string>
#include <vector>

namespace n3x {

// What the workspace knows of the project's own files since it last read or wrote them.
struct KnownSources {
    SourceText texts;    // as they stood on disk
    SourceText meant;    // what saveProject said of the project that they gave; differs where people format by hand
    SourceText views;    // `.n3x/view/*.yaml`
    SourceText approvals; // `.n3x/approvals.yaml`, where there is one
    std::vector<std::string> unsafeToSave;
    std::vector<std::string> withComments;
};

struct ReadSources {
    SourceText texts;
    Problems problems; // of what stands among the sources and cannot be one of them
};
// `n3x.yaml` and `profiles/*.yaml`. The error is for files that may not be read.
[[nodiscard]] std::expected<ReadSources, Problems> readSources(FileSystem& disk, int root);
// `.n3x/view/*.yaml`; what cannot be read is no view.
[[nodiscard]] SourceText readViews(FileSystem& disk, int root);

// Paths of one that the other lacks, or holds with another text.
[[nodiscard]] std::vector<std::string> differences(const SourceText& one, const SourceText& other);

// What a save would do, worked out before anything is written.
struct SavePlan {
    struct Write {
        std::string path;
        std::string text;
        Before before;
    };
    std::vector<Write> writes;
    std::vector<std::pair<std::string, Before>> removals;
    KnownSources after; // what is known once it is done
};

struct SaveRequest;
[[nodiscard]] std::expected<SavePlan, Problems> planSave(FileSystem& disk, int root, const KnownSources& known,
                                                         const SaveRequest& request);

} // namespace n3x
