// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/document/translated.h"

#include <QCoreApplication>

namespace n3x {

QString translated(const Text& text)
{
    if (text.empty()) return {};
    const std::string pattern(text.pattern);
    return QString::fromStdString(text.filled(QCoreApplication::translate("n3x", pattern.c_str()).toStdString()));
}

} // namespace n3x
