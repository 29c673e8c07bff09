// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/theme/colours.h"

#include <QTest>

using namespace n3x;

namespace {

constexpr double readable = 4.5;

} // namespace

class ColoursTest : public QObject {
    Q_OBJECT

private slots:
    void textIsReadableOnItsGround_data();
    void textIsReadableOnItsGround();
    void networksDifferInMoreThanColour();
};

void ColoursTest::textIsReadableOnItsGround_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << lightPalette();
    QTest::newRow("dark") << darkPalette();
}

void ColoursTest::textIsReadableOnItsGround()
{
    QFETCH(QPalette, palette);
    const Colours colours = coloursOf(palette);
    for (const QColor& ground : {colours.window, colours.base}) {
        for (const QColor& text : {colours.text, colours.quiet, colours.accentText})
            QVERIFY2(contrast(text, ground) >= readable, qPrintable(text.name() + u' ' + ground.name()));
    }
    for (const QColor& ground : {colours.errorGround, colours.warningGround, colours.changedGround, colours.goodGround,
                                 colours.selection, colours.changedLine, colours.card})
        QVERIFY2(contrast(colours.text, ground) >= readable, qPrintable(ground.name()));
    QVERIFY(contrast(colours.onAccent, colours.accent) >= readable);
    for (std::size_t place = 0; place < 16; ++place) {
        const NetworkStyle style = networkStyle(place, colours);
        QVERIFY2(contrast(style.text, style.ground) >= readable, qPrintable(QString::number(place)));
    }
}

void ColoursTest::networksDifferInMoreThanColour()
{
    const Colours colours = coloursOf(lightPalette());
    for (std::size_t one = 0; one < 8; ++one)
        for (std::size_t two = one + 1; two < 8; ++two) {
            QVERIFY(networkStyle(one, colours).line != networkStyle(two, colours).line);
            QVERIFY(networkStyle(one, colours).dashes != networkStyle(two, colours).dashes);
        }
}

QTEST_MAIN(ColoursTest)
#include "colours_test.moc"
