// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QApplication>
#include <QEventLoop>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <functional>
#include <utility>

// What the benches of the window measure with.
namespace n3x {

// What this thread itself worked, in milliseconds: the same on a busy machine as on an idle one.
[[nodiscard]] inline double worked()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

// An application that knows the longest frame, in milliseconds by the clock on the wall: an event with all that it
// brought about and the events that followed it at once, until a window was painted or the thread had nothing to do.
// (The signals of the event dispatcher do not tell: that of GLib says it is about to block before it sends events, not
// after.)
class WatchedApplication : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (QThread::currentThread() != thread()) return QApplication::notify(receiver, event);
        const bool isOutermost = depth_ == 0;
        if (isOutermost) begin();
        ++depth_;
        const bool isTaken = QApplication::notify(receiver, event);
        --depth_;
        if (isOutermost) end();
        if (isOutermost && event->type() == QEvent::UpdateRequest) last_ = {}; // a frame: the next begins
        return isTaken;
    }

    // Around what is called outside an event, as an edit is by a bench.
    void during(const std::function<void()>& work)
    {
        begin();
        ++depth_;
        work();
        --depth_;
        end();
    }

    double takeLongest() { return std::exchange(longest_, 0); }

private:
    using Clock = std::chrono::steady_clock;

    void begin()
    {
        const auto now = Clock::now();
        if (now - last_ > std::chrono::microseconds(50)) begin_ = now;
    }
    void end()
    {
        last_ = Clock::now();
        longest_ = std::max(longest_, std::chrono::duration<double, std::milli>(last_ - begin_).count());
    }

    int depth_ = 0;
    Clock::time_point begin_;
    Clock::time_point last_;
    double longest_ = 0;
};

// Tells when a widget was painted.
class PaintWatch : public QObject {
public:
    explicit PaintWatch(QObject& watched) : watched_(&watched) { watched.installEventFilter(this); }
    bool eventFilter(QObject* object, QEvent* event) override
    {
        if (object == watched_ && event->type() == QEvent::Paint) wasPainted = true;
        return false;
    }

    bool wasPainted = false;

private:
    const QObject* watched_;
};

// Runs the event loop until `done` holds; false when it does not in time.
inline bool waitUntil(const std::function<bool()>& done, int milliseconds)
{
    bool isLate = false;
    QTimer deadline; // also wakes the loop where no event would
    deadline.setSingleShot(true);
    QObject::connect(&deadline, &QTimer::timeout, [&isLate] { isLate = true; });
    deadline.start(milliseconds);
    while (!done() && !isLate) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return done();
}

// Runs the event loop that long.
inline void rest(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace n3x
