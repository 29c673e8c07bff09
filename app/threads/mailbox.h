// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

#include <deque>
#include <functional>
#include <mutex>

namespace n3x {

// The way back from a TaskThread: what other threads post is run by the thread that made the mailbox, one at a time
// between its events, in the order of posting. What has not been run goes with the mailbox, which has to outlive the
// threads that post.
// A queued call of Qt would do the same; here a mutex stands between the threads, which the thread sanitizer sees.
class Mailbox final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void post(std::move_only_function<void()> message); // from any thread

protected:
    bool event(QEvent* event) override;

private:
    std::mutex mutex_;
    std::deque<std::move_only_function<void()>> messages_;
};

} // namespace n3x
