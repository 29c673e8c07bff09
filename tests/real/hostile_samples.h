// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>

namespace n3x {

// Writes folder/hostile: for each language a file in which its writer put every text that it can hold, and
// texts.json, which says for each text its bytes in hexadecimal and which of the files hold it.
void writeHostileSamples(const std::filesystem::path& folder);

} // namespace n3x
