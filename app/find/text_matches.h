// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringView>

#include <vector>

namespace n3x {

// Where the words begin in the text, one after the other. A capital among them asks for exactly these letters.
[[nodiscard]] std::vector<int> matchesOf(QStringView text, QStringView words);

} // namespace n3x
