// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/document/document.h"
#include "app/search/search.h"
#include "app/search/search_field.h"
#include "app/theme/colours.h"
#include "core/files/templates.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QSignalSpy>
#include <QTest>

using namespace n3x;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

SearchHit hit(const QString& title) { return {.title = title, .detail = {}, .icon = {}, .choose = {}, .score = 0}; }

} // namespace

class SearchTest : public QObject {
    Q_OBJECT

private slots:
    void letters();
    void objectsOfTheProfileInSightComeFirst();
    void thePagesOfTheProjectAreFound();
    void networksHaveTheirColours();
    void aBondIsFoundByItsName();
    void whatIsDisabledIsNotFound();
    void anotherQueryMovesRowsAndResetsNothing();
};

void SearchTest::letters()
{
    QVERIFY(fitness(u"stor", u"storage") > fitness(u"stor", u"my-storage"));
    QVERIFY(fitness(u"storage", u"storage") > fitness(u"storage", u"storage-2"));
    QVERIFY(fitness(u"s1", u"server-1") >= 0);
    QVERIFY(fitness(u"1s", u"server-1") < 0);
    QCOMPARE(fitness(u"", u"anything"), 0);
}

void SearchTest::objectsOfTheProfileInSightComeFirst()
{
    Document document(templateProject("sample"));
    document.setCurrentProfile(QStringLiteral("vlans"));
    const auto hits = search(document, {}, QStringLiteral("storage"), 12);
    QVERIFY(!hits.empty());
    QCOMPARE(hits.front().title, QStringLiteral("storage"));
    hits.front().choose();
    QCOMPARE(document.selection(), QList<ObjectPath>{ObjectPath("profiles/vlans/networks/storage")});
}

void SearchTest::thePagesOfTheProjectAreFound()
{
    Document document(templateProject("sample"));
    QSignalSpy revealed(&document, &Document::revealRequested);
    for (const auto& [word, path] :
         {std::pair("k3s set", "k3s/version"), std::pair("add-ons", "k3s/addons"), std::pair("secrets", "admins/age"),
          std::pair("deployment", "deploy"), std::pair("administrators", "admins/ssh")}) {
        const auto hits = search(document, {}, QString::fromLatin1(word), 12);
        QVERIFY2(!hits.empty(), word);
        hits.front().choose();
        QCOMPARE(revealed.last().first().value<ObjectPath>(), ObjectPath(path));
    }
}

void SearchTest::networksHaveTheirColours()
{
    Document document(templateProject("sample"));
    document.setCurrentProfile(QStringLiteral("vlans"));
    const auto middle = [&](const QString& name) {
        return search(document, {}, name, 1).front().icon.pixmap(QSize(16, 16), 1).toImage().pixelColor(2, 8);
    };
    const Colours colours = coloursOf(QGuiApplication::palette());
    QCOMPARE(middle(QStringLiteral("cluster")), networkStyle(0, colours).line);
    QCOMPARE(middle(QStringLiteral("storage")), networkStyle(1, colours).line);
}

void SearchTest::aBondIsFoundByItsName()
{
    Document document(templateProject("sample"));
    const auto hits = search(document, {}, QStringLiteral("bond0"), 12);
    QVERIFY(!hits.empty());
    QCOMPARE(hits.front().title, QStringLiteral("bond0"));
    hits.front().choose();
    QCOMPARE(document.currentProfile(), QStringLiteral("bonding-vlans"));
    QCOMPARE(document.selection(), QList<ObjectPath>{ObjectPath("profiles/bonding-vlans/uplinks/trunk")});
}

void SearchTest::whatIsDisabledIsNotFound()
{
    Document document(templateProject("sample"));
    QAction action(QStringLiteral("&Zebra"));
    QCOMPARE(search(document, {&action}, QStringLiteral("zebra"), 12).size(), 1u);
    action.setEnabled(false);
    QCOMPARE(search(document, {&action}, QStringLiteral("zebra"), 12).size(), 0u);
}

void SearchTest::anotherQueryMovesRowsAndResetsNothing()
{
    HitModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const auto titles = [&] {
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row) rows << model.index(row, 0).data().toString();
        return rows;
    };
    for (const QStringList& wanted :
         {QStringList{QStringLiteral("a"), QStringLiteral("b")}, QStringList{QStringLiteral("c")}, QStringList(),
          QStringList{QStringLiteral("a"), QStringLiteral("d"), QStringLiteral("e")}}) {
        std::vector<SearchHit> hits;
        for (const QString& title : wanted) hits.push_back(hit(title));
        model.show(std::move(hits));
        QCOMPARE(titles(), wanted);
    }
    QCOMPARE(resets.size(), 0);
}

QTEST_MAIN(SearchTest)
#include "search_test.moc"
