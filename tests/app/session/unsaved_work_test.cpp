// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/session/unsaved_work.h"

#include "core/edits/values.h"
#include "core/files/templates.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace n3x;

class UnsavedWorkTest : public QObject {
    Q_OBJECT

private slots:
    void whatWasKeptIsFoundByTheNextSession();
    void sumsTellWhichSourcesAreOthers();
    void whatWasForgottenIsNot();
    void anOfferIsNotOverwritten();
    void workBesideAnOfferIsKeptToo();
    void whatIsTakenOverIsThereUntilItIsWritten();
    void anotherWindowIsHeard();
    void whatWasForgottenIsNoLongerOnesOwn();
    void whatIsBeingForgottenIsNoOffer();
    void workBeforeTheAnswerSparesTheOffer();
    void foldersDoNotDisturbEachOther();
    void aTornFileIsNoOffer();
    void whatCannotBeKeptIsToldOnce();
};

namespace {

const QString folder = QStringLiteral("/projects/edge-lab");

Project edited()
{
    return edits::setValue(ObjectPath("profiles/vlans/networks/storage/vlan"), "4095").apply(templateProject("sample"));
}

// As a session does that opens the folder.
std::optional<KeptWork> look(UnsavedWork& work, const QString& name = folder)
{
    bool isAnswered = false;
    work.look(name, [&] { isAnswered = true; });
    if (!QTest::qWaitFor([&] { return isAnswered; })) qFatal("no answer");
    return work.find(name);
}

std::optional<KeptWork> foundNext(const QTemporaryDir& data, const QString& name = folder)
{
    UnsavedWork next(data.path());
    return look(next, name);
}

} // namespace

void UnsavedWorkTest::whatWasKeptIsFoundByTheNextSession()
{
    const QTemporaryDir data;
    const Views views{{"vlans", {.cards = {{"server-1", {40, 60}}}, .colours = {{"storage", 3}}}}};
    const SourceSums base = sumsOf({{"n3x.yaml", "n3x: project/1\n"}, {"profiles/vlans.yaml", ""}});
    {
        UnsavedWork work(data.path());
        work.keep(folder, templateProject("sample"), {});
        work.keep(folder, edited(), views, base); // even with a value that is wrong
    }
    const auto kept = foundNext(data);
    QVERIFY(kept.has_value());
    QVERIFY(kept->project() == edited());
    QCOMPARE(kept->views, views);
    QVERIFY(kept->base == base);
    QVERIFY(!foundNext(data, QStringLiteral("/projects/other")));
}

void UnsavedWorkTest::sumsTellWhichSourcesAreOthers()
{
    const SourceSums before = sumsOf({{"a", "1"}, {"b", "2"}, {"d", "4"}});
    const SourceSums after = sumsOf({{"a", "1"}, {"b", "3"}, {"c", "4"}});
    QVERIFY((differences(before, after) == std::vector<std::string>{"b", "c", "d"}));
    QVERIFY(differences(before, before).empty());
}

void UnsavedWorkTest::whatWasForgottenIsNot()
{
    const QTemporaryDir data;
    {
        UnsavedWork work(data.path());
        work.keep(folder, edited(), {});
        work.forget(folder);
    }
    QVERIFY(!foundNext(data));
}

void UnsavedWorkTest::anOfferIsNotOverwritten()
{
    const QTemporaryDir data;
    UnsavedWork(data.path()).keep(folder, edited(), {});
    {
        UnsavedWork second(data.path());
        second.keep(folder, templateProject("sample"), {}); // edited before anybody answered
        second.forget(folder);
    }
    UnsavedWork third(data.path());
    QVERIFY(look(third)->project() == edited());
    third.forgetOffered(folder);
    third.flush();
    QVERIFY(!foundNext(data));
}

// Nobody answered the offer, and the second session crashed as well.
void UnsavedWorkTest::workBesideAnOfferIsKeptToo()
{
    const QTemporaryDir data;
    UnsavedWork(data.path()).keep(folder, edited(), {});
    QTest::qSleep(5); // their times tell them apart
    {
        UnsavedWork second(data.path());
        second.keep(folder, templateProject("simple"), {});
        second.flush();
        second.keep(folder, templateProject("sample"), {});
    }
    {
        UnsavedWork third(data.path());
        QVERIFY(look(third)->project() == templateProject("sample"));
        third.forgetOffered(folder);
        QVERIFY(third.find(folder)->project() == edited());
    }
    UnsavedWork fourth(data.path());
    QVERIFY(look(fourth)->project() == edited());
    fourth.forgetOffered(folder);
    fourth.flush();
    QVERIFY(!foundNext(data));
}

// Two windows run at once: what one of them keeps is not the other's to remove, nor to offer when it is gone.
// A second crash, or a disk that is full now, does not lose what the first one left.
void UnsavedWorkTest::whatIsTakenOverIsThereUntilItIsWritten()
{
    for (const bool isAside : {false, true}) {
        const QTemporaryDir data;
        const QDir place(data.filePath(QStringLiteral("unsaved")));
        const auto files = [&] { return QDir(place).entryList(QDir::Files).size(); };
        UnsavedWork(data.path()).keep(folder, edited(), {});
        if (isAside) UnsavedWork(data.path()).keep(folder, templateProject("sample"), {});
        UnsavedWork work(data.path());
        QVERIFY(look(work).has_value());
        while (work.find(folder) && !(work.find(folder)->project() == edited())) work.forgetOffered(folder);
        QVERIFY(work.find(folder).has_value());
        work.takeOver(folder);
        QVERIFY(!work.find(folder));
        work.flush();
        QCOMPARE(files(), 1);
        QVERIFY(foundNext(data)->project() == edited());
        QVERIFY(!look(work)); // not twice
        work.keep(folder, templateProject("simple"), {});
        work.flush();
        QCOMPARE(files(), 1);
        QVERIFY(foundNext(data)->project() == templateProject("simple"));
        work.forget(folder);
        work.flush();
        QCOMPARE(files(), 0);
    }
}

void UnsavedWorkTest::anotherWindowIsHeard()
{
    const QTemporaryDir data;
    UnsavedWork early(data.path());
    UnsavedWork alive(data.path());
    alive.keep(folder, edited(), {});
    alive.flush();
    UnsavedWork late(data.path());
    QVERIFY(look(late).has_value());

    early.forget(folder);
    early.flush();
    QVERIFY(foundNext(data).has_value());
    QVERIFY(look(early).has_value());
    QVERIFY(!look(alive)); // its own is no offer

    alive.forget(folder);
    alive.flush();
    QVERIFY(!look(late));
}

// Saved and closed here, edited in another window, and open here again.
void UnsavedWorkTest::whatWasForgottenIsNoLongerOnesOwn()
{
    const QTemporaryDir data;
    UnsavedWork first(data.path());
    first.keep(folder, templateProject("simple"), {});
    first.forget(folder);
    first.flush();
    UnsavedWork(data.path()).keep(folder, edited(), {}); // and killed
    QVERIFY(look(first).has_value());
    QVERIFY(first.find(folder)->project() == edited());
    first.keep(folder, templateProject("sample"), {}); // before anybody answered
    first.forget(folder);
    first.flush();
    QVERIFY(foundNext(data)->project() == edited());
}

void UnsavedWorkTest::whatIsBeingForgottenIsNoOffer()
{
    const QTemporaryDir data;
    UnsavedWork work(data.path());
    work.keep(folder, edited(), {});
    work.flush();
    for (int at = 0; at < 20; ++at) work.keep(QStringLiteral("/projects/%1").arg(at), edited(), {}); // ahead of it
    work.forget(folder);
    QVERIFY(!look(work));
}

// Nothing waits for the disk: somebody may edit before it is known what was left.
void UnsavedWorkTest::workBeforeTheAnswerSparesTheOffer()
{
    const QTemporaryDir data;
    UnsavedWork(data.path()).keep(folder, edited(), {});
    UnsavedWork work(data.path());
    bool isAnswered = false;
    work.look(folder, [&] { isAnswered = true; });
    work.keep(folder, templateProject("sample"), {});
    QVERIFY(!isAnswered);
    QVERIFY(QTest::qWaitFor([&] { return isAnswered; }));
    QVERIFY(work.find(folder)->project() == edited());
    work.forgetOffered(folder);
    work.flush();
    QVERIFY(foundNext(data)->project() == templateProject("sample"));
}

void UnsavedWorkTest::foldersDoNotDisturbEachOther()
{
    const QTemporaryDir data;
    const QString other = QStringLiteral("/projects/other");
    {
        UnsavedWork work(data.path());
        work.keep(other, templateProject("simple"), {});
        work.keep(folder, edited(), {});
        work.forget(other);
    }
    QVERIFY(foundNext(data).has_value());
    QVERIFY(!foundNext(data, other));
}

void UnsavedWorkTest::aTornFileIsNoOffer()
{
    const QTemporaryDir data;
    UnsavedWork(data.path()).flush();
    QFile torn(data.path() + QStringLiteral("/unsaved/half.json"));
    QVERIFY(torn.open(QIODevice::WriteOnly));
    torn.write("{\"format\":1,\"folder\":\"/projects/edge-lab\",\"sour");
    torn.close();
    QVERIFY(!foundNext(data));
}

void UnsavedWorkTest::whatCannotBeKeptIsToldOnce()
{
    const QTemporaryDir data;
    const QString place = data.filePath(QStringLiteral("unsaved"));
    UnsavedWork work(data.path());
    QSignalSpy failed(&work, &UnsavedWork::keepingFailed);
    QSignalSpy works(&work, &UnsavedWork::keepingWorks);
    const auto keep = [&] {
        work.keep(folder, edited(), {});
        work.flush();
        QCoreApplication::processEvents();
    };
    work.flush();
    QVERIFY(QDir(place).removeRecursively());
    keep();
    keep();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].toString(), place);
    QVERIFY(!failed[0][1].toString().isEmpty());
    QCOMPARE(works.size(), 0);
    QVERIFY(QDir().mkpath(place));
    keep();
    QCOMPARE(works.size(), 1);
    QCOMPARE(failed.size(), 1);
}

QTEST_GUILESS_MAIN(UnsavedWorkTest)
#include "unsaved_work_test.moc"
