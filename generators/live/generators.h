// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/plan/plan.h"
#include "generators/tree/output_writer.h"
#include "generators/tree/shared_file_writer.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>

// The one table of everything that is generated: a new generator is a function and a line in generators.cpp.
// All are pure; the engine re-runs those whose plan changed. The paths of what is written for a node hold the names
// of profile and node as neighbouring components (the node's perhaps with an ending): that is how a path is found.
namespace n3x {

// Whole files of one node: beginFile, write, endFile, any number of times.
struct NodeGenerator {
    std::string_view name;
    void (*write)(const NodePlan& node, const ProfilePlan& shared, OutputWriter& out);
};

// Whole files of one profile that depend on no single node. The profile's name is a component of their path.
struct ProfileGenerator {
    std::string_view name;
    void (*write)(const ProfilePlan& shared, OutputWriter& out);
};

// One file a profile that its nodes write together.
struct SharedFileGenerator {
    std::string_view name;
    std::string (*path)(std::string_view profile);
    std::unique_ptr<SharedFileWriter> (*begin)(const ProfilePlan& shared);
};

// Whole files of the project.
struct ProjectGenerator {
    std::string_view name;
    void (*write)(const ProjectPlan& project, OutputWriter& out);
};

struct Generators {
    std::span<const NodeGenerator> node;
    std::span<const ProfileGenerator> profile;
    std::span<const SharedFileGenerator> shared;
    std::span<const ProjectGenerator> project;
};

[[nodiscard]] const Generators& generators();

} // namespace n3x
