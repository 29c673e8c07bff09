// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/document/document.h"
#include "core/edits/networks.h"
#include "core/edits/profiles.h"
#include "core/files/templates.h"

#include <QTest>

using namespace n3x;

namespace {

QList<std::size_t> places(const Document& document, std::string_view profile)
{
    QList<std::size_t> all;
    for (const auto& network : find(document.project().profiles, profile)->networks)
        all << document.networkPlace(profile, network->name.text());
    return all;
}

using Places = QList<std::size_t>;

} // namespace

// The colours of networks never change by themselves.
class NetworkPlacesTest : public QObject {
    Q_OBJECT

private slots:
    void theyBeginInTheirOrder()
    {
        const Document document(templateProject("sample"));
        QCOMPARE(places(document, "vlans"), (Places{0, 1}));
        QCOMPARE(document.networkPlace("vlans", "to-come"), 2u);
    }

    // Two profiles of one name are an error that people mend in the window.
    void aProfileListedTwiceHasThem()
    {
        const Project sample = templateProject("sample");
        Profile second = *find(sample.profiles, "simple");
        second.name = Entered<DnsLabel>::from("vlans");
        Project project = sample;
        project.profiles = project.profiles.push_back(second);
        Document document(project);
        document.apply(edits::moveNetwork("vlans", "storage", 0));
        QVERIFY(QTest::qWaitFor([&] { return !document.problems().empty(); }));
    }

    void movingChangesNone()
    {
        Document document(templateProject("sample"));
        document.apply(edits::moveNetwork("vlans", "storage", 0));
        QCOMPARE(places(document, "vlans"), (Places{1, 0})); // storage first, in its own colour
    }

    void whatComesAndGoesChangesNoOther()
    {
        Document document(templateProject("sample"));
        document.apply(edits::addNetwork(document.project(), "vlans"));
        QCOMPARE(places(document, "vlans"), (Places{0, 1, 2}));
        document.apply(edits::removeNetwork("vlans", "cluster"));
        QCOMPARE(places(document, "vlans"), (Places{1, 2}));
        document.apply(edits::addNetwork(document.project(), "vlans"));
        QCOMPARE(places(document, "vlans"), (Places{1, 2, 0})); // what is free is used again
        document.undo();
        document.undo();
        QCOMPARE(places(document, "vlans"), (Places{0, 1, 2})); // as before
    }

    void aRenamedOneKeepsIts()
    {
        Document document(templateProject("sample"));
        document.apply(edits::renameNetwork("vlans", "storage", "disks"));
        QCOMPARE(places(document, "vlans"), (Places{0, 1}));
        document.apply(edits::removeNetwork("vlans", "cluster"));
        document.apply(edits::renameProfile("vlans", "other"));
        QCOMPARE(places(document, "other"), Places{1});
        document.undo();
        QCOMPARE(places(document, "vlans"), Places{1});
    }

    // What is kept with the project is only what the order of its networks does not say.
    void theyStayUntilTheNextStart()
    {
        const Project sample = templateProject("sample");
        Document document(sample);
        QVERIFY(document.views().empty());
        document.apply(edits::addNetwork(sample, "vlans"));
        QVERIFY(document.views().empty());
        document.apply(edits::removeNetwork("vlans", "cluster"));
        QCOMPARE(places(document, "vlans"), (Places{1, 2}));
        Document again;
        again.reset(document.project(), document.views());
        QCOMPARE(places(again, "vlans"), (Places{1, 2}));
        QVERIFY(!again.isDirty());
        again.apply(edits::addNetwork(again.project(), "vlans"));
        QCOMPARE(places(again, "vlans"), (Places{1, 2, 0}));

        document.undo();
        document.undo();
        QVERIFY(document.views().empty());
        QVERIFY(!document.isDirty());
    }

    void whatIsNewTakesNoOthers()
    {
        Document document;
        document.reset(templateProject("sample"), {{"vlans", {.cards = {}, .colours = {{"storage", 0}, {"gone", 1}}}}});
        QCOMPARE(places(document, "vlans"), (Places{1, 0}));
        QVERIFY(!document.isDirty());
    }

    void anotherProjectBeginsAnew()
    {
        Document document(templateProject("sample"));
        document.apply(edits::removeNetwork("vlans", "cluster"));
        QCOMPARE(places(document, "vlans"), Places{1});
        document.reset(document.project());
        QCOMPARE(places(document, "vlans"), Places{0});
    }
};

QTEST_MAIN(NetworkPlacesTest)
#include "network_places_test.moc"
