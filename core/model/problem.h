// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/object_path.h"
#include "core/model/project.h"
#include "core/types/text.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace n3x {

enum class Severity : std::uint8_t { Error, Warning, Info };

// One thing that a person does to a project: a pure function and the name that the undo list shows.
struct Edit {
    Text name;
    std::function<Project(const Project&)> apply;
    // It drops what somebody typed, or adds what nobody said: a person chooses it, and nothing makes it unasked.
    bool isChoice = false;

    // Two edits of one name do the same to the same project; functions cannot be compared.
    friend bool operator==(const Edit& one, const Edit& two) { return one.name == two.name; }
};

// Where in a file, counted from 1 as editors do. Columns count bytes.
struct FilePosition {
    std::string file; // relative to the project's folder, with '/'
    int line = 0;
    int column = 0;

    friend auto operator<=>(const FilePosition&, const FilePosition&) = default;
};

// Something that is wrong with a project, for people: the code never changes its meaning (`n3x explain`),
// `what` says what is wrong with which object, `advice` what to do. Errors keep a profile from being generated.
struct Problem {
    std::string_view code; // "N3X1001", a literal
    Severity severity = Severity::Error;
    ObjectPath path;
    std::optional<FilePosition> position; // filled in where the project came from files
    Text what;
    Text advice;
    std::vector<Edit> fixes; // each mends this problem by itself; the first is the best

    // The fix that may be made unasked; null where there is none, or a person has to choose it.
    [[nodiscard]] const Edit* unaskedFix() const
    {
        return fixes.empty() || fixes.front().isChoice ? nullptr : &fixes.front();
    }

    friend bool operator==(const Problem&, const Problem&) = default;
};

using Problems = std::vector<Problem>;

[[nodiscard]] inline bool hasErrors(const Problems& problems)
{
    for (const Problem& problem : problems)
        if (problem.severity == Severity::Error) return true;
    return false;
}

} // namespace n3x
