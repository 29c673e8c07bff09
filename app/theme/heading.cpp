// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/theme/heading.h"

#include <QLabel>

namespace n3x {

void makeHeading(QLabel& label)
{
    QFont font = label.font();
    font.setBold(true);
    font.setCapitalization(QFont::AllUppercase);
    font.setPointSizeF(font.pointSizeF() * 0.86);
    font.setLetterSpacing(QFont::PercentageSpacing, 104);
    label.setFont(font);
}

void makeTitle(QLabel& label)
{
    QFont font = label.font();
    font.setBold(true);
    label.setFont(font);
}

} // namespace n3x
