// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/repo/fixed_files.h"

#include "generators/repo/exported_files.h"

namespace n3x {

void writeFixedFiles(const ProjectPlan& /*project*/, OutputWriter& out)
{
    for (const EmbeddedFile& file : exportedFiles()) {
        out.beginFile({file.path});
        out.text() += file.text;
        out.endFile();
    }
}

} // namespace n3x
