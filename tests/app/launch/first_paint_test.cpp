// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/inspector/value_row.h"
#include "app/launch/first_paint.h"
#include "tests/app/support/window_stage.h"

#include <QAbstractItemView>
#include <QQuickWidget>
#include <QQuickWindow>
#include <QSignalSpy>

using namespace n3x;

// What the start is measured until: a frame that nobody could take for an empty window.
class FirstPaintTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { WindowStage::dress(); }
    void showsTheProject();
};

void FirstPaintTest::showsTheProject()
{
    QSettings().clear();
    const QTemporaryDir place;
    MainWindow window(place.filePath(QStringLiteral("data")), [&place](Session& session) {
        session.create(place.filePath(QStringLiteral("lab")), "sample", QStringLiteral("lab"));
    });
    connect(&window.session(), &Session::opened, &window, &QWidget::show);
    auto* canvas = window.findChild<QQuickWidget*>();
    QVERIFY(canvas != nullptr);
    const QSignalSpy rendered(canvas->quickWindow(), &QQuickWindow::afterRendering);

    QCOMPARE(waitForFirstPaint(window, true), 0);

    QVERIFY2(rendered.size() <= 2,
             qPrintable(QString::number(
                 rendered.size()))); // not for sizes and signs that come and go before anybody sees them
    const auto* tree = findControl<QAbstractItemView>(window, QStringLiteral("Project tree"));
    QVERIFY(tree != nullptr && tree->isVisible());
    const QModelIndex profiles = tree->model()->index(1, 0);
    QCOMPARE(tree->model()->rowCount(profiles), 4);
    QVERIFY(!tree->visualRect(tree->model()->index(0, 0, profiles)).isEmpty());
    const auto rows = window.findChildren<ValueRow*>();
    QVERIFY(std::ranges::count_if(rows, [](const ValueRow* row) { return row->isVisible(); }) >= 3);
    const QImage picture = canvas->grab().toImage();
    int cables = 0; // pixels in the colour of the first network
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) cables += picture.pixelColor(x, y) == QColor(0xff0072b2) ? 1 : 0;
    QVERIFY(cables > 200);
}

QTEST_MAIN(FirstPaintTest)
#include "first_paint_test.moc"
