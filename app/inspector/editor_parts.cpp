// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/inspector/editor_parts.h"

#include "app/theme/style.h"

#include <QWidget>

namespace n3x {

QStringList words(const std::vector<std::string>& choices)
{
    QStringList list;
    for (const std::string& choice : choices) list << QString::fromStdString(choice);
    return list;
}

void tell(QWidget* control, bool isWrong, const QString& why, const QString& help)
{
    control->setToolTip(isWrong ? why : help);
    control->setAccessibleDescription(isWrong ? why : help);
    markWrong(*control, isWrong);
}

} // namespace n3x
