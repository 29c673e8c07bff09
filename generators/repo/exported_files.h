// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/files/embedded_file.h"

namespace n3x {

/// The fixed files of every exported repository, sorted by path, which is the path in the export
/// (`lib/network/mk-network-config.nix`); they stand under resources/repo.
std::span<const EmbeddedFile> exportedFiles();

} // namespace n3x
