// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/theme/eliding_label.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QTabBar>
#include <QToolButton>

namespace n3x {

// The words in sight that have less room than they ask for. What is elided on purpose says so by its type: a list, a
// tree, an ElidingLabel.
inline QStringList cutTexts(const QWidget& within)
{
    QStringList cut;
    const auto tell = [&](const QWidget& part, const QString& text) {
        cut << QStringLiteral("%1 “%2” %3×%4 of %5×%6")
                   .arg(QString::fromLatin1(part.metaObject()->className()), text)
                   .arg(part.width())
                   .arg(part.height())
                   .arg(part.sizeHint().width())
                   .arg(part.sizeHint().height());
    };
    for (const QWidget* part : within.findChildren<QWidget*>()) {
        if (!part->isVisible() || part->visibleRegion().isEmpty()) continue;
        if (const auto* button = qobject_cast<const QAbstractButton*>(part)) {
            const QSize wanted = button->sizeHint();
            if (!button->text().isEmpty() && (wanted.width() > button->width() || wanted.height() > button->height()))
                tell(*button, button->text());
        } else if (const auto* label = qobject_cast<const QLabel*>(part)) {
            if (label->text().isEmpty() || qobject_cast<const ElidingLabel*>(part) != nullptr) continue;
            const int height = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
            if (height > label->height() || (!label->wordWrap() && label->sizeHint().width() > label->width()))
                tell(*label, label->text());
        } else if (const auto* field = qobject_cast<const QLineEdit*>(part)) {
            const QString text = field->text().isEmpty() ? field->placeholderText() : QString();
            int room = field->width() - 8;
            for (const auto* sign : field->findChildren<QToolButton*>())
                if (sign->isVisible()) room -= sign->width();
            if (field->fontMetrics().horizontalAdvance(text) > room || field->fontMetrics().height() > field->height())
                tell(*field, text);
        } else if (const auto* tabs = qobject_cast<const QTabBar*>(part)) {
            for (int at = 0; at < tabs->count(); ++at)
                if (tabs->tabRect(at).width() < tabs->fontMetrics().horizontalAdvance(tabs->tabText(at)))
                    tell(*tabs, tabs->tabText(at));
        }
    }
    return cut;
}

} // namespace n3x
