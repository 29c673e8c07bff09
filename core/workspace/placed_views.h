// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/project.h"
#include "core/workspace/view.h"

namespace n3x {

// Places follow a profile or a node that an edit renamed, and go with one that it removed. What no project ever held
// (it could not be read) keeps its own.
void followEdit(Views& views, const Project& before, const Project& after);

} // namespace n3x
