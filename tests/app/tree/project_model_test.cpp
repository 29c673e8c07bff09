// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tree/project_model.h"
#include "core/edits/profiles.h"
#include "core/files/templates.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace n3x;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

QStringList rowsOf(const ProjectModel& model, ProjectModel::Section section)
{
    QStringList rows;
    const QModelIndex list = model.index(section, 0);
    for (int row = 0; row < model.rowCount(list); ++row) rows << model.index(row, 0, list).data().toString();
    return rows;
}

} // namespace

class ProjectModelTest : public QObject {
    Q_OBJECT

private slots:
    void profilesAndTargetsFollowTheProject();
    void theWorstProblemIsShownBesideItsObject();
};

void ProjectModelTest::profilesAndTargetsFollowTheProject()
{
    ProjectModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    const Project sample = templateProject("sample");
    model.setProject(sample);
    const QStringList before = rowsOf(model, ProjectModel::Profiles);
    QCOMPARE(before.size(), static_cast<qsizetype>(sample.profiles.size()));
    QVERIFY(rowsOf(model, ProjectModel::Hardware).contains(QStringLiteral("n100")));
    const QPersistentModelIndex kept = model.profileIndex(QStringLiteral("vlans"));
    QVERIFY(kept.isValid());
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setProject(edits::removeProfile("simple").apply(sample));
    QVERIFY(!rowsOf(model, ProjectModel::Profiles).contains(QStringLiteral("simple")));
    QCOMPARE(kept.data().toString(), QStringLiteral("vlans"));
    model.setProject(sample);
    QCOMPARE(rowsOf(model, ProjectModel::Profiles), before);
    QCOMPARE(resets.size(), 0);
}

void ProjectModelTest::theWorstProblemIsShownBesideItsObject()
{
    ProjectModel model;
    model.setProject(templateProject("sample"));
    model.setSeverities([](const ObjectPath& path) { return path == ObjectPath("profiles/vlans") ? 0 : -1; });
    QCOMPARE(model.profileIndex(QStringLiteral("vlans")).data(ProjectModel::SeverityRole).toInt(), 0);
    QCOMPARE(model.profileIndex(QStringLiteral("simple")).data(ProjectModel::SeverityRole).toInt(), -1);
}

QTEST_MAIN(ProjectModelTest)
#include "project_model_test.moc"
