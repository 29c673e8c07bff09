// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/core/checks/small_project.h"

#include "core/checks/check.h"
#include "core/checks/code_names.h"
#include "core/checks/codes.h"

#include <QtTest/QtTest>

#include <algorithm>
#include <cstdio>
#include <set>

using namespace n3x;
using namespace n3x::test;

namespace {

std::vector<Case> allCases()
{
    std::vector<Case> cases;
    for (auto some : {nameCases(), addressCases(), linkCases(), clusterCases(), limitCases(), addonCases(),
                      routeCases(), apiCases()})
        for (Case& one : some) cases.push_back(std::move(one));
    return cases;
}

Project after(const Change& change)
{
    Project project = smallProject();
    if (change) change(project);
    return project;
}

QByteArray listed(const Problems& problems)
{
    std::string text;
    for (const Problem& problem : problems)
        text += std::string(problem.code) + " " + problem.path.text() + ": " + problem.what.english() + " " +
                problem.advice.english() + "\n";
    return QByteArray::fromStdString(text);
}

bool has(const Problems& problems, std::string_view code, std::string_view path)
{
    return std::ranges::any_of(problems,
                               [&](const Problem& one) { return one.code == code && one.path.text() == path; });
}

std::set<std::string_view> codesOf(const Problems& problems)
{
    std::set<std::string_view> codes;
    for (const Problem& one : problems) codes.insert(one.code);
    return codes;
}

void addRows()
{
    QTest::addColumn<std::size_t>("index");
    std::size_t index = 0;
    for (const Case& one : allCases()) QTest::newRow((std::string(one.code) + " " + one.name).c_str()) << index++;
}

} // namespace

class RulesTest : public QObject {
    Q_OBJECT
private slots:
    void smallProjectHasNone();
    void isFound_data() { addRows(); }
    void isFound();
    void nearMissIsNot_data() { addRows(); }
    void nearMissIsNot();
    void fixesAreOffered();
    void fixesMend_data() { addRows(); }
    void fixesMend();
    void everyCodeHasBoth();

private:
    const std::vector<Case> cases_ = allCases();
};

void RulesTest::smallProjectHasNone()
{
    const Problems problems = check(smallProject());
    QVERIFY2(problems.empty(), listed(problems).constData());
}

void RulesTest::isFound()
{
    QFETCH(std::size_t, index);
    const Case& one = cases_[index];
    const Problems problems = check(after(one.wrong));
    QVERIFY2(has(problems, one.code, fullPath(one.path)), listed(problems).constData());
    std::set<std::string_view> expected(one.also.begin(), one.also.end());
    expected.insert(one.code);
    QVERIFY2(codesOf(problems) == expected, listed(problems).constData());
    for (const Problem& problem : problems) {
        const CodeInfo* info = findCode(problem.code);
        QVERIFY(info != nullptr && info->severity == problem.severity);
        for (const Text& text : {problem.what, problem.advice}) {
            const std::string sentence = text.english();
            QVERIFY2(sentence.ends_with('.') || sentence.ends_with('?'), sentence.c_str());
            QVERIFY2(!sentence.contains('!') && !sentence.contains("lease "), sentence.c_str());
        }
    }
}

void RulesTest::nearMissIsNot()
{
    QFETCH(std::size_t, index);
    const Case& one = cases_[index];
    const Problems problems = check(after(one.nearMiss));
    QVERIFY2(!codesOf(problems).contains(one.code), listed(problems).constData());
    QVERIFY2(!hasErrors(problems), listed(problems).constData());
}

// By name, in their order, and which of them a person has to choose. What is printed is what would have to stand in the
// file.
void RulesTest::fixesAreOffered()
{
    QFile file(qEnvironmentVariable("N3X_SOURCE_DIR") + QStringLiteral("/tests/core/checks/fixes.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    std::string offered;
    for (const Case& one : cases_) {
        offered += std::string(one.code) + " " + one.name + "\n";
        for (const Problem& problem : check(after(one.wrong)))
            if (problem.code == one.code && problem.path.text() == fullPath(one.path))
                for (const Edit& fix : problem.fixes)
                    offered += (fix.isChoice ? "    choice: " : "    ") + fix.name.english() + "\n";
    }
    const bool isThat = file.readAll().toStdString() == offered;
    if (!isThat) std::fputs(offered.c_str(), stdout);
    QVERIFY(isThat);
}

void RulesTest::fixesMend()
{
    QFETCH(std::size_t, index);
    const Project wrong = after(cases_[index].wrong);
    const Problems before = check(wrong);
    for (const Problem& problem : before) {
        for (const Edit& fix : problem.fixes) {
            const Problems now = check(fix.apply(wrong));
            const QByteArray told = QByteArray::fromStdString(fix.name.english()) + "\n" + listed(now);
            QVERIFY2(!has(now, problem.code, problem.path.text()), told.constData());
            for (const Problem& other : now)
                QVERIFY2(other.severity != Severity::Error || has(before, other.code, other.path.text()),
                         told.constData());
        }
    }
}

void RulesTest::everyCodeHasBoth()
{
    std::set<std::string_view> shown;
    for (const Case& one : cases_) {
        shown.insert(one.code);
        QVERIFY2(one.nearMiss != nullptr || one.code == codes::noProfile.text, one.name.c_str());
    }
    for (const CodeInfo& code : problemCodes()) {
        const bool ours = code.code[3] >= '1' && code.code[3] <= '6';
        QVERIFY2(!ours || shown.contains(code.code), std::string(code.code).c_str());
    }
}

QTEST_GUILESS_MAIN(RulesTest)
#include "rules_test.moc"
