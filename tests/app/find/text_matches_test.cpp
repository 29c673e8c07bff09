// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/find/text_matches.h"

#include <QStringList>
#include <QTest>

using namespace n3x;

class TextMatchesTest : public QObject {
    Q_OBJECT

private slots:
    void places_data();
    void places();
};

void TextMatchesTest::places_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("places");
    QTest::newRow("each") << "Id=1\nId=12\n" << "id=1" << "0 5";
    QTest::newRow("a capital is meant") << "Name=a\nname=b\n" << "Name" << "0";
    QTest::newRow("small letters find capitals") << "Name=a\nname=b\n" << "name" << "0 7";
    QTest::newRow("one after the other") << "aaaaa" << "aa" << "0 2";
    QTest::newRow("over the end of a line") << "a\nb" << "a\nb" << "0";
    QTest::newRow("other alphabets") << QStringLiteral("Zürich ZÜRICH Äé") << QStringLiteral("zürich") << "0 7";
    QTest::newRow("none") << "abc" << "d" << "";
    QTest::newRow("nothing") << "abc" << "" << "";
    QTest::newRow("in nothing") << "" << "a" << "";
}

void TextMatchesTest::places()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    QStringList places;
    for (const int at : matchesOf(text, words)) places << QString::number(at);
    QTEST(places.join(u' '), "places");
}

QTEST_APPLESS_MAIN(TextMatchesTest)
#include "text_matches_test.moc"
