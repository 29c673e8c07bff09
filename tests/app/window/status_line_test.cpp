// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/status_line.h"

#include "app/document/document.h"
#include "app/preview/what_changed.h"
#include "core/edits/nodes.h"
#include "core/edits/values.h"
#include "core/files/templates.h"
#include "tests/app/support/window_stage.h"

#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace n3x;

namespace {

const ObjectPath storageVlan("profiles/vlans/networks/storage/vlan");

struct Stage {
    explicit Stage(const Project& project = templateProject("sample")) : document(project)
    {
        document.setCurrentProfile(QStringLiteral("vlans"));
        line.show();
        if (!settled()) qFatal("nothing is generated");
    }
    [[nodiscard]] bool settled()
    {
        return QTest::qWaitFor([&] { return !document.isGenerating(); }, 10'000);
    }
    [[nodiscard]] QString said(const char* name) const
    {
        const QWidget* part = findControl(line, QString::fromLatin1(name));
        return part == nullptr ? QString() : part->property("text").toString();
    }
    [[nodiscard]] QToolButton* button(const char* name) const
    {
        return findControl<QToolButton>(line, QString::fromLatin1(name));
    }

    Document document;
    WhatChanged whatChanged{document};
    StatusLine line{document, whatChanged};
};

} // namespace

class StatusLineTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { WindowStage::dress(); }
    void nodesAndNetworksAreThoseOfTheProfile();
    void problemsAreCountedByHowBadTheyAre();
    void filesAreCountedAndTheChangedOnes();
    void theTimeIsThatOfTheLastEdit();
    void whatItCountsIsShownByAClick();
    void itSaysNothingWithoutAProject();
};

void StatusLineTest::nodesAndNetworksAreThoseOfTheProfile()
{
    Stage stage;
    QCOMPARE(stage.said("Contents of the profile"), QStringLiteral("4 node(s) · 2 network(s)"));
    stage.document.apply(edits::addNode(stage.document.project(), "vlans", Role::Agent));
    QCOMPARE(stage.said("Contents of the profile"), QStringLiteral("5 node(s) · 2 network(s)"));
    stage.document.setCurrentProfile(QStringLiteral("simple"));
    QCOMPARE(stage.said("Contents of the profile"), QStringLiteral("4 node(s) · 1 network(s)"));
    stage.document.reset(Project());
    QCOMPARE(stage.said("Contents of the profile"), QStringLiteral("0 node(s) · 0 network(s)"));
}

void StatusLineTest::problemsAreCountedByHowBadTheyAre()
{
    Stage stage;
    QCOMPARE(stage.said("Errors, counted"), QStringLiteral("0 error(s)"));
    QCOMPARE(stage.said("Warnings, counted"), QStringLiteral("4 warning(s)")); // an even number of servers, in each
    const QColor calm = stage.button("Errors, counted")->palette().color(QPalette::ButtonText);
    stage.document.apply(edits::setValue(storageVlan, "4095"));
    QVERIFY(stage.settled());
    QCOMPARE(stage.said("Errors, counted"), QStringLiteral("1 error(s)"));
    QCOMPARE(stage.said("Warnings, counted"), QStringLiteral("4 warning(s)"));
    QVERIFY(stage.button("Errors, counted")->palette().color(QPalette::ButtonText) != calm);
    stage.document.apply(edits::setRole("vlans", "server-2", Role::Agent));
    QVERIFY(stage.settled());
    QCOMPARE(stage.said("Warnings, counted"), QStringLiteral("3 warning(s)"));
    stage.document.undo();
    stage.document.undo();
    QVERIFY(stage.settled());
    QCOMPARE(stage.said("Errors, counted"), QStringLiteral("0 error(s)"));
    QCOMPARE(stage.button("Errors, counted")->palette().color(QPalette::ButtonText), calm);
}

void StatusLineTest::filesAreCountedAndTheChangedOnes()
{
    Stage stage;
    const auto files = [&] { return stage.document.generation()->outputs.fileCount(); };
    const std::size_t before = files();
    QVERIFY(before > 200);
    QCOMPARE(stage.said("Generated files, counted"), QStringLiteral("%1 file(s)").arg(before));
    stage.document.apply(edits::addNode(stage.document.project(), "vlans", Role::Agent));
    QVERIFY(stage.settled());
    QVERIFY(files() > before);
    N3X_EVENTUALLY(stage.whatChanged.paths()->size() >= files() - before);
    QCOMPARE(stage.said("Generated files, counted"),
             QStringLiteral("%1 file(s), %2 changed").arg(files()).arg(stage.whatChanged.paths()->size()));
    stage.document.markSaved(stage.document.project(), stage.document.views());
    N3X_EVENTUALLY(stage.said("Generated files, counted") == QStringLiteral("%1 file(s)").arg(files()));
}

void StatusLineTest::theTimeIsThatOfTheLastEdit()
{
    Stage stage;
    static const QRegularExpression form(QStringLiteral("^generated in ([0-9]+(\\.[0-9])?) ms$"));
    for (const char* vlan : {"150", "160"}) {
        stage.document.apply(edits::setValue(storageVlan, vlan));
        QVERIFY(stage.settled());
        const auto said = form.match(stage.said("Time of the last generation"));
        QVERIFY2(said.hasMatch(), qPrintable(stage.said("Time of the last generation")));
        const double taken = std::chrono::duration<double, std::milli>(stage.document.generationTime()).count();
        QVERIFY(std::abs(said.captured(1).toDouble() - taken) <= (taken < 10 ? 0.051 : 0.51));
    }
}

void StatusLineTest::whatItCountsIsShownByAClick()
{
    Stage stage;
    const QSignalSpy problems(&stage.line, &StatusLine::problemsRequested);
    const QSignalSpy changes(&stage.line, &StatusLine::changesRequested);
    clickOn(stage.button("Errors, counted"));
    clickOn(stage.button("Warnings, counted"));
    QCOMPARE(problems.size(), 2);
    QCOMPARE(changes.size(), 0);
    clickOn(stage.button("Generated files, counted"));
    QCOMPARE(changes.size(), 1);
}

void StatusLineTest::itSaysNothingWithoutAProject()
{
    WindowStage stage;
    const auto isSaid = [&] { return stage.control(QStringLiteral("Contents of the profile")) != nullptr; };
    QVERIFY(!isSaid());
    stage.makeSample();
    QVERIFY(isSaid());
    stage.search(QStringLiteral("close project"));
    N3X_EVENTUALLY(!stage.session().isOpen());
    QVERIFY(!isSaid());
    QVERIFY(stage.control(QStringLiteral("Generated files, counted")) == nullptr);
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("n3x-studio-status"));
    StatusLineTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "status_line_test.moc"
