// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/threads/mailbox.h"

#include <QCoreApplication>
#include <QEvent>

#include <utility>

namespace n3x {

void Mailbox::post(std::move_only_function<void()> message)
{
    {
        const std::scoped_lock lock(mutex_);
        messages_.push_back(std::move(message));
    }
    QCoreApplication::postEvent(this, new QEvent(QEvent::User)); // one for each, so that painting comes between
}

bool Mailbox::event(QEvent* event)
{
    if (event->type() != QEvent::User) return QObject::event(event);
    std::move_only_function<void()> message;
    {
        const std::scoped_lock lock(mutex_);
        message = std::move(messages_.front());
        messages_.pop_front();
    }
    message(); // which may end this
    return true;
}

} // namespace n3x
