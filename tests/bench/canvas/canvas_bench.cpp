// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

// How long the canvas takes with the software renderer, in milliseconds: from an edit to the frame that shows it, and
// for frames of panning and zooming. `bench.canvas [rounds] [nodes]`; the limits are those of the issue: 16 ms p95,
// none over 50.
#include "app/canvas/canvas_panel.h"
#include "app/canvas/canvas_view.h"
#include "app/document/document.h"
#include "app/theme/colours.h"
#include "core/edits/nodes.h"
#include "core/edits/values.h"
#include "core/files/templates.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QQuickWidget>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <vector>

using namespace n3x;

namespace {

// Tells when a frame of the canvas was really painted on the window.
class FrameClock : public QObject {
public:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint) isPainting_ = true;
        return false;
    }
    // Runs the event loop until the widget was painted; false when nothing was within a second.
    bool awaitFrame()
    {
        isPainting_ = false;
        bool isLate = false;
        QTimer deadline; // also wakes the loop where no event would
        deadline.setSingleShot(true);
        QObject::connect(&deadline, &QTimer::timeout, [&isLate] { isLate = true; });
        deadline.start(1000);
        while (!isPainting_ && !isLate) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return isPainting_;
    }

private:
    bool isPainting_ = false;
};

// What the window's thread itself worked, in milliseconds: the same on a busy machine as on an idle one.
double worked()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

struct Times {
    const char* name;
    std::vector<double> values;
    std::vector<double> work;    // of the thread, for the whole frame
    std::vector<double> changes; // of that, for the change itself

    void print()
    {
        const auto at = [](std::vector<double>& sorted, double share) {
            std::ranges::sort(sorted);
            return sorted[std::min(sorted.size() - 1,
                                   static_cast<std::size_t>(share * static_cast<double>(sorted.size())))];
        };
        std::printf(
            "%-24s %4zu frames  p50 %6.2f  p95 %6.2f  max %6.2f ms   thread p50 %6.2f  p95 %6.2f  max %6.2f ms, "
            "of it the change %5.2f\n",
            name, values.size(), at(values, 0.5), at(values, 0.95), at(values, 1), at(work, 0.5), at(work, 0.95),
            at(work, 1), at(changes, 0.5));
    }
};

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 100;
    const auto nodes = static_cast<std::size_t>(argc > 2 ? std::max(5, std::atoi(argv[2])) : 1000);
    const Project sample = templateProject("sample");
    Document document(edits::addNodes(sample, "bonding-vlans", Role::Agent, "n100", nodes - 4).apply(sample));
    document.setCurrentProfile(QStringLiteral("bonding-vlans"));
    CanvasPanel panel(document);
    panel.setPalette(lightPalette());
    panel.resize(1400, 900);
    panel.show();
    if (!QTest::qWaitForWindowExposed(&panel) || !panel.view()) return 1;
    FrameClock clock;
    panel.quick()->installEventFilter(&clock);
    clock.awaitFrame();
    QElapsedTimer settle;
    settle.start();
    while (document.isGenerating() && settle.elapsed() < 30000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    CanvasView& view = *panel.view();

    const auto measure = [&](const char* name, int count, const std::function<void(int)>& change) {
        Times times{name, {}, {}, {}};
        for (int round = 0; round < count; ++round) {
            QElapsedTimer timer;
            timer.start();
            const double begin = worked();
            change(round);
            const double changed = worked();
            if (clock.awaitFrame()) {
                times.values.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
                times.work.push_back(worked() - begin);
                times.changes.push_back(changed - begin);
            }
            QTest::qWait(2); // what was put off must not count for the next
        }
        if (times.values.empty())
            std::printf("%-28s nothing was painted\n", name);
        else
            times.print();
    };
    const auto vlan = [&](int round) {
        document.apply(edits::setValue(ObjectPath("profiles/bonding-vlans/networks/storage/vlan"),
                                       std::to_string(101 + round % 90)));
    };
    const auto rename = [&](int round) {
        const std::string name = document.profile()->nodes[10]->name.text();
        document.apply(edits::renameNode("bonding-vlans", name, "worker-" + std::to_string(round)));
    };
    const auto add = [&](int) {
        document.apply(edits::addNode(document.project(), "bonding-vlans", Role::Agent, "n100"));
    };

    const struct {
        const char* name;
        double zoom;
    } levels[] = {{"cards", 1.0}, {"names", 0.4}, {"dots (all)", 0.0}};
    for (const auto& level : levels) {
        view.fit();
        if (level.zoom > 0) view.zoomAt({700, 450}, level.zoom / view.zoom());
        clock.awaitFrame();
        std::printf("%s, %.0f %%\n", level.name, view.zoom() * 100);
        measure("  edit: VLAN", rounds, vlan);
        measure("  edit: rename node", rounds, rename);
        measure("  edit: add node", std::max(1, rounds / 4), add);
        measure("  pan", rounds, [&](int round) { view.pan(round % 40 < 20 ? 23 : -23, round % 20 < 10 ? 11 : -11); });
        measure("  zoom", rounds, [&](int round) { view.zoomAt({500, 400}, round % 10 < 5 ? 1.04 : 1 / 1.04); });
    }
    return 0;
}
