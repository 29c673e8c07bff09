// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/codes.h"

#include <QtTest/QtTest>

#include <algorithm>
#include <set>

using namespace n3x;

class CodesTest : public QObject {
    Q_OBJECT
private slots:
    void areSortedAndUnique();
    void explainThemselves();
    void areFound();
};

void CodesTest::areSortedAndUnique()
{
    const auto codes = problemCodes();
    QVERIFY(codes.size() > 90);
    QVERIFY(std::ranges::is_sorted(codes, {}, &CodeInfo::code));
    std::set<std::string_view> unique;
    for (const CodeInfo& info : codes) QVERIFY2(unique.insert(info.code).second, std::string(info.code).c_str());
}

void CodesTest::explainThemselves()
{
    for (const CodeInfo& info : problemCodes()) {
        const std::string code(info.code);
        QVERIFY2(code.size() == 7 && code.starts_with("N3X"), code.c_str());
        QVERIFY2(!info.title.empty() && !info.reason.empty() && !info.example.empty(), code.c_str());
        QVERIFY2(!info.title.english().ends_with('.'), code.c_str());
        QVERIFY2(info.reason.english().ends_with('.') || info.reason.english().ends_with(')'), code.c_str());
        QVERIFY2(!info.reason.english().contains('!') && !info.reason.english().contains("please"), code.c_str());
    }
}

void CodesTest::areFound()
{
    QVERIFY(findCode("N3X3001") != nullptr);
    QVERIFY(findCode("N3X3001")->severity == Severity::Error);
    QVERIFY(findCode("N3X8888") == nullptr);
    QVERIFY(findCode("") == nullptr);
}

QTEST_GUILESS_MAIN(CodesTest)
#include "codes_test.moc"
