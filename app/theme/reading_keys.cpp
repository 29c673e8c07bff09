// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/theme/reading_keys.h"

#include <QKeyEvent>
#include <QPlainTextEdit>

namespace n3x {
namespace {

class ReadingKeys final : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::ShortcutOverride ||
            !static_cast<QKeyEvent*>(event)->matches(QKeySequence::SelectAll))
            return QObject::eventFilter(watched, event);
        event->accept();
        return true;
    }
};

} // namespace

void keepReadingKeys(QPlainTextEdit& text) { text.installEventFilter(new ReadingKeys(&text)); }

} // namespace n3x
