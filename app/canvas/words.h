// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QCoreApplication>

namespace n3x {

// The context under which the translators find the words of the canvas: Words::tr("…").
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Canvas)
};

} // namespace n3x
