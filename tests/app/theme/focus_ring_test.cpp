// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/theme/colours.h"
#include "app/theme/style.h"

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

using namespace n3x;

// Who uses the keyboard sees where it is.
class FocusRingTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QApplication::setPalette(lightPalette());
        QApplication::setStyle(new Style);
    }
    void flatControlsShowTheKeyboard();
};

void FocusRingTest::flatControlsShowTheKeyboard()
{
    QWidget window;
    auto* row = new QHBoxLayout(&window);
    auto* line = new QLineEdit;
    auto* box = new QCheckBox(QStringLiteral("storage"));
    auto* flat = new QToolButton;
    flat->setText(QStringLiteral("Remove"));
    flat->setAutoRaise(true);
    flat->setFocusPolicy(Qt::TabFocus);
    for (QWidget* part : std::initializer_list<QWidget*>{line, box, flat}) row->addWidget(part);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    line->setFocus();
    for (QWidget* part : std::initializer_list<QWidget*>{box, flat}) {
        const QImage without = part->grab().toImage();
        QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
        QCOMPARE(window.focusWidget(), part);
        const QImage with = part->grab().toImage();
        QVERIFY2(with != without, part->metaObject()->className());
    }
}

QTEST_MAIN(FocusRingTest)
#include "focus_ring_test.moc"
