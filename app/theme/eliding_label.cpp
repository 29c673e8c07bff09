// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/theme/eliding_label.h"

#include <QEvent>

#include <cmath>

namespace n3x {

ElidingLabel::ElidingLabel(QWidget* parent, Qt::TextElideMode mode) : QLabel(parent), mode_(mode)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ElidingLabel::setWhole(const QString& text, const QString& tip)
{
    whole_ = text;
    tip_ = tip;
    setAccessibleName(text);
    updateGeometry();
    fit();
}

QSize ElidingLabel::sizeHint() const
{
    const QMargins around = contentsMargins();
    const auto text = static_cast<int>(std::ceil(QFontMetricsF(font()).horizontalAdvance(whole_)));
    return {text + 2 * margin() + around.left() + around.right(), QLabel::sizeHint().height()};
}

QSize ElidingLabel::minimumSizeHint() const { return {0, QLabel::minimumSizeHint().height()}; }

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
    const QString shown = fontMetrics().elidedText(whole_, mode_, contentsRect().width());
    setToolTip(!tip_.isEmpty() ? tip_ : shown == whole_ ? QString() : whole_);
    if (shown != text()) setText(shown);
}

} // namespace n3x
