// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/plan/plan.h"
#include "generators/tree/file_text.h"
#include "generators/tree/output_block.h"
#include "generators/tree/output_writer.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace n3x {

// All outputs of one profile.
struct ProfileOutputs {
    std::string profile;
    NodePlans plans;                         // plans[i] is what nodes[i] was written from
    OutputBlocks nodes;
    std::shared_ptr<const OutputBlock> own;  // files of the profile, heads and feet of the shared files
    std::vector<std::string> sharedPaths;    // path of each file that the nodes write together
    std::vector<std::size_t> sharedSizes;
    std::size_t fileCount = 0;
};

// Path in the exported repository → text, in byte order of paths. A value: copies share everything.
// Safe to read from any thread.
class OutputTree {
public:
    OutputTree();
    // `order` may be shared with an older tree of the same paths in the same places; null makes a new one.
    class Order;
    OutputTree(std::shared_ptr<const OutputBlock> project, std::vector<std::shared_ptr<const ProfileOutputs>> profiles,
               std::shared_ptr<const Order> order);

    [[nodiscard]] std::size_t fileCount() const;
    [[nodiscard]] std::optional<FileText> find(std::string_view path) const; // never sorts the tree
    [[nodiscard]] std::vector<std::string> paths() const;

    // The node that a file was written for; nothing for files of profiles and project.
    struct NodeFile {
        std::shared_ptr<const ProfileOutputs> profile;
        std::size_t node;
        std::size_t file; // in profile->nodes[node]
    };
    [[nodiscard]] std::optional<NodeFile> nodeOf(std::string_view path) const;

    // visit(std::string_view path, const FileText&) in byte order of paths. The first call on a tree with
    // new paths sorts them.
    template <class Visit> void forEach(Visit&& visit) const
    {
        for (std::size_t at = 0; at < fileCount(); ++at) {
            const Entry entry = sortedEntry(at);
            visit(entry.path, entry.text);
        }
    }

    [[nodiscard]] std::span<const std::shared_ptr<const ProfileOutputs>> profiles() const { return profiles_; }
    [[nodiscard]] const std::shared_ptr<const OutputBlock>& project() const { return project_; }
    [[nodiscard]] const std::shared_ptr<const Order>& order() const { return order_; }

    // The same paths with the same bytes.
    friend bool operator==(const OutputTree& one, const OutputTree& two);

private:
    struct Entry {
        std::string_view path;
        FileText text;
    };
    [[nodiscard]] Entry sortedEntry(std::size_t at) const;

    std::shared_ptr<const OutputBlock> project_; // never null
    std::vector<std::shared_ptr<const ProfileOutputs>> profiles_;
    std::shared_ptr<const Order> order_;
};

} // namespace n3x
