// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QLabel;

namespace n3x {

// Dresses a label as the name of a panel or of a part of one: small, bold, in capitals.
void makeHeading(QLabel& label);
// Dresses it as the name of what is shown or of a run of its values: bold, as large as the text around it.
void makeTitle(QLabel& label);

} // namespace n3x
