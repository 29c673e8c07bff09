// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/check.h"
#include "core/edits/values.h"
#include "core/files/save.h"
#include "core/files/templates.h"
#include "core/workspace/gathered_problems.h"

#include <QTest>

#include <algorithm>

using namespace n3x;

namespace {

const ObjectPath storageVlan("profiles/vlans/networks/storage/vlan");
constexpr Date day(std::chrono::year(2026), std::chrono::month(11), std::chrono::day(23));

Project broken() { return edits::setValue(storageVlan, "4095").apply(templateProject("sample")); }

Problem said(std::string_view code, const ObjectPath& path, const char* what)
{
    Problem problem;
    problem.code = code;
    problem.path = path;
    problem.what = Text(what);
    return problem;
}

} // namespace

class GatheredProblemsTest : public QObject {
    Q_OBJECT

private slots:
    void allStandInOneOrderAndEachOnce();
    void twoPlacesAreTwoFindings();
    void aProblemOfTheEngineSaysWhereItStands();
    void whatAnUnreadFileLacksIsNotSaid();
    void theSameListComesAgainWhereNothingDiffers();
};

void GatheredProblemsTest::allStandInOneOrderAndEachOnce()
{
    const Problems ofEngine = check(broken());
    QVERIFY(!ofEngine.empty());
    OtherFindings other;
    other.ofFiles = {said("N3X0002", ObjectPath("profiles/vlans/networks/storage/vlann"), "Unknown."), ofEngine[0]};
    other.ofFolder = {said("N3X7010", ObjectPath("name"), "Git."), other.ofFiles[0]};
    const Problems all = gathered(ofEngine, other, day);
    QCOMPARE(all.size(), ofEngine.size() + 2);
    QVERIFY(
        std::ranges::is_sorted(all, {}, [](const Problem& problem) { return std::tie(problem.path, problem.code); }));
    // Of two that say the same, the engine's stays: it knows the remedy.
    const auto kept = std::ranges::find(all, ofEngine[0].what, &Problem::what);
    QVERIFY(kept != all.end());
    QCOMPARE(kept->fixes.size(), ofEngine[0].fixes.size());
}

void GatheredProblemsTest::twoPlacesAreTwoFindings()
{
    OtherFindings other;
    for (const int line : {7, 3}) {
        other.ofFiles.push_back(said("N3X0003", ObjectPath("profiles/vlans"), "Said twice."));
        other.ofFiles.back().position = FilePosition{"profiles/vlans.yaml", line, 1};
    }
    QCOMPARE(gathered({}, other, day).size(), 2UZ);
}

void GatheredProblemsTest::whatAnUnreadFileLacksIsNotSaid()
{
    const Problems ofEngine = check(broken());
    OtherFindings other;
    other.unread.profiles = {"vlans"};
    other.ofFiles = {said("N3X0001", ObjectPath("profiles/vlans"), "A bracket is not closed.")};
    const Problems all = gathered(ofEngine, other, day);
    QVERIFY(std::ranges::contains(all, other.ofFiles[0].what, &Problem::what));
    QVERIFY(!std::ranges::contains(all, storageVlan, &Problem::path));
    QVERIFY(std::ranges::contains(gathered(ofEngine, {}, day), storageVlan, &Problem::path));
}

void GatheredProblemsTest::aProblemOfTheEngineSaysWhereItStands()
{
    const SourceText files = saveProject(broken());
    OtherFindings other;
    other.positions = loadProject(files).positions;
    const Problems all = gathered(check(broken()), other, day);
    const auto wrong = std::ranges::find(all, storageVlan, &Problem::path);
    QVERIFY(wrong != all.end());
    QVERIFY(wrong->position.has_value());
    QCOMPARE(wrong->position->file, std::string("profiles/vlans.yaml"));
    const QStringList lines = QString::fromStdString(files.at("profiles/vlans.yaml")).split(u'\n');
    QVERIFY(lines[wrong->position->line - 1].contains(QStringLiteral("4095")));
}

void GatheredProblemsTest::theSameListComesAgainWhereNothingDiffers()
{
    ProblemGatherer gatherer;
    const auto none = std::make_shared<const OtherFindings>();
    const auto first = gatherer.gather(std::make_shared<const Problems>(check(broken())), none);
    const auto second = gatherer.gather(std::make_shared<const Problems>(check(broken())), none);
    QCOMPARE(first, second);
    const auto third = gatherer.gather(std::make_shared<const Problems>(check(templateProject("sample"))), none);
    QVERIFY(first != third);
}

QTEST_GUILESS_MAIN(GatheredProblemsTest)
#include "gathered_problems_test.moc"
