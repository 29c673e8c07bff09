// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/theme/eliding_label.h"

#include <QEvent>

namespace n3x {

ElidingLabel::ElidingLabel(QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ElidingLabel::setWhole(const QString& text)
{
    whole_ = text;
    setAccessibleName(text);
    fit();
}

void ElidingLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    fit();
}

void ElidingLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange) fit();
}

void ElidingLabel::fit()
{
    const QString shown = fontMetrics().elidedText(whole_, Qt::ElideRight, contentsRect().width());
    setToolTip(shown == whole_ ? QString() : whole_);
    if (shown != text()) setText(shown);
}

} // namespace n3x
