// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/approvals.h"

#include <QTest>

using namespace n3x;
using namespace std::chrono_literals;

namespace {

Problem finding(std::string_view code, std::string_view path, Severity severity = Severity::Warning)
{
    Problem problem;
    problem.code = code;
    problem.path = ObjectPath(path);
    problem.severity = severity;
    return problem;
}

constexpr std::string_view good = "n3x: approvals/1\n"
                                  "approvals:\n"
                                  "  - code: N3X4001\n"
                                  "    object: profiles/vlans/uplinks/trunk\n"
                                  "    who: Anna\n"
                                  "    why: one cable only\n"
                                  "    until: 2026-12-31\n";

class ApprovalsTest final : public QObject {
    Q_OBJECT

private slots:
    void acceptsUntilItsLastDay()
    {
        const Approvals approvals = parseApprovals(good);
        QVERIFY(approvals.problems.empty());
        QCOMPARE(approvals.accepted.size(), 1U);
        QCOMPARE(approvals.accepted.front().position.line, 3);
        const Problems found = {finding("N3X4001", "profiles/vlans/uplinks/trunk/members"),
                                finding("N3X4001", "profiles/simple/uplinks/trunk"),
                                finding("N3X4002", "profiles/vlans/uplinks/trunk"),
                                finding("N3X4001", "profiles/vlans/uplinks/trunk", Severity::Error)};
        const Problems left = withoutApproved(found, approvals.accepted, 2026y / 12 / 31);
        QCOMPARE(left.size(), 3U);
        QVERIFY(left[0] == found[1] && left[1] == found[2] && left[2] == found[3]);
        const Problems later = withoutApproved(found, approvals.accepted, 2027y / 1 / 1);
        QCOMPARE(later.size(), 5U);
        QCOMPARE(later.back().code, std::string_view("N3X7021"));
    }

    void nothingIsHiddenByWhatIsNotUnderstood_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no YAML") << QByteArray("a: [");
        QTest::newRow("no map") << QByteArray("- 1");
        QTest::newRow("other format") << QByteArray("n3x: approvals/2\napprovals: []");
        QTest::newRow("no list") << QByteArray("n3x: approvals/1\napprovals: 3");
        QTest::newRow("nobody") << QByteArray("n3x: approvals/1\napprovals: [{code: N3X4001, object: b, why: c}]");
        QTest::newRow("no day") << QByteArray(
            "n3x: approvals/1\napprovals: [{code: N3X4001, object: b, who: d, why: c, until: 2026-02-30}]");
        QTest::newRow("unknown key") << QByteArray(
            "n3x: approvals/1\napprovals: [{code: N3X4001, object: b, who: d, why: c, til: 2026-02-03}]");
    }
    void nothingIsHiddenByWhatIsNotUnderstood()
    {
        QFETCH(QByteArray, text);
        const Approvals approvals = parseApprovals(text.toStdString());
        QVERIFY(approvals.accepted.empty());
        QVERIFY(!approvals.problems.empty());
        QCOMPARE(approvals.problems.front().code, std::string_view("N3X7020"));
    }

    void aCodeThatIsNoneIsTold()
    {
        std::string text(good);
        text.replace(text.find("N3X4001"), 7, "N3X401");
        const Approvals approvals = parseApprovals(text);
        QVERIFY(approvals.accepted.empty());
        QCOMPARE(approvals.problems.size(), 1U);
        QCOMPARE(approvals.problems[0].what.english(),
                 std::string("An approval is of “N3X401”, which is no code; N3X4001 is one."));
        QCOMPARE(approvals.problems[0].position->column, 11);
    }

    void emptyIsFine() { QVERIFY(parseApprovals("").problems.empty()); }
};

} // namespace

QTEST_GUILESS_MAIN(ApprovalsTest)
#include "approvals_test.moc"
