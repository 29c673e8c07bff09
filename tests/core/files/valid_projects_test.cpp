// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/check.h"
#include "core/files/fields.h"
#include "core/files/templates.h"
#include "tests/support/property.h"
#include "tests/support/random_project.h"

#include <QTest>

using namespace n3x;

namespace {

std::string errorsOf(const Project& project)
{
    std::string all;
    for (const Problem& problem : check(project))
        if (problem.severity == Severity::Error)
            all += std::string(problem.code) + " " + problem.path.text() + ": " + problem.what.english() + "\n";
    return all;
}

} // namespace

// The projects that other tests start from are good ones.
class ValidProjectsTest : public QObject {
    Q_OBJECT
private slots:
    void builtIns()
    {
        for (const std::string_view name : templateNames())
            QCOMPARE(QString::fromStdString(errorsOf(templateProject(name))), QString());
    }

    // So that the others can fail at all.
    void wrongOne()
    {
        const Project good = templateProject("vlans");
        QVERIFY(!errorsOf(withValue(good, ObjectPath("profiles/vlans/networks/storage/vlan"), "4095")).empty());
    }

    void large() { QCOMPARE(QString::fromStdString(errorsOf(test::largeProject(1000))), QString()); }

    void randomProjects()
    {
        QVERIFY(test::holds("a random project has no errors", [](const Project& project) {
            const std::string errors = errorsOf(project);
            if (!errors.empty()) RC_FAIL(errors);
        }));
    }

    void sameShapeSameProject()
    {
        QVERIFY(test::holds("the same shape gives the same project", [] {
            const test::Shape shape = *test::shapes();
            RC_ASSERT(test::randomProject(shape) == test::randomProject(shape));
        }));
    }
};

QTEST_APPLESS_MAIN(ValidProjectsTest)
#include "valid_projects_test.moc"
