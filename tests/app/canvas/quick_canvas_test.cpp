// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/canvas/canvas_stage.h"

#include <QAbstractEventDispatcher>
#include <QQuickWindow>

using namespace n3x;
using n3x::test::CanvasStage;

class QuickCanvasTest : public QObject {
    Q_OBJECT

private slots:
    // By itself a QQuickWidget lets a timer run first, for 5 ms.
    void aChangeIsDrawnWithoutAWait()
    {
        CanvasStage stage;
        const auto isWaiting = [&] {
            return !QAbstractEventDispatcher::instance()->timersForObject(stage.panel->quick()).empty();
        };
        QVERIFY(QTest::qWaitFor([&] { return !isWaiting(); }));
        int without = 0;
        for (int round = 0; round < 5; ++round) {
            QTest::qWait(20); // more frames than a screen shows would wait
            stage.view().pan(10, 5);
            QVERIFY(isWaiting());
            QElapsedTimer timer;
            timer.start();
            qint64 before = 0; // drawing itself may take longer than the wait
            while (isWaiting()) {
                before = timer.elapsed();
                QCoreApplication::processEvents();
            }
            if (before < 3) ++without;
        }
        QVERIFY(without > 0);
    }

    void framesThatNoScreenShowsAreLeftToTheTimer()
    {
        CanvasStage stage;
        QTest::qWait(20);
        int frames = 0;
        connect(
            stage.panel->quick()->quickWindow(), &QQuickWindow::afterRendering, this, [&frames] { ++frames; },
            Qt::DirectConnection);
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 200) {
            stage.view().pan(timer.elapsed() % 2 == 0 ? 1 : -1, 0);
            QCoreApplication::processEvents();
        }
        QVERIFY2(frames > 0 && frames <= 45, qPrintable(QString::number(frames)));
    }
};

QTEST_MAIN(QuickCanvasTest)
#include "quick_canvas_test.moc"
