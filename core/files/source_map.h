// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/object_path.h"
#include "core/model/problem.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace n3x {

class YamlTree;

// Where the objects of a loaded project stand in its files. Positions are looked up in what was read, so that
// keeping them costs nothing for each value.
class SourceMap {
public:
    // Of the value; where it is absent, of the nearest object around it. Nothing for a project without files.
    [[nodiscard]] std::optional<FilePosition> position(const ObjectPath& path) const;

    void setProject(std::string file, std::shared_ptr<const YamlTree> tree);
    void setProfile(const std::string& profile, std::string file, std::shared_ptr<const YamlTree> tree);

private:
    struct Source {
        std::string file;
        std::shared_ptr<const YamlTree> tree; // null where the file could not be read at all
    };

    Source project_;
    std::map<std::string, Source, std::less<>> profiles_;
};

} // namespace n3x
