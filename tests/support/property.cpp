// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/property.h"

#include "core/files/save.h"

namespace n3x {

std::ostream& operator<<(std::ostream& stream, const Project& project)
{
    for (const auto& [path, text] : saveProject(project)) stream << "── " << path << "\n" << text;
    return stream;
}

} // namespace n3x
