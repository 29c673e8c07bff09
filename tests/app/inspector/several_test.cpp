// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/support/inspector_stage.h"

#include <QTest>

using namespace n3x;

// What the inspector offers where several objects are selected.
class SeveralTest : public QObject {
    Q_OBJECT

    static void select(InspectorStage& stage, const std::vector<const char*>& objects)
    {
        QList<ObjectPath> paths;
        for (const char* object : objects) paths << ObjectPath("profiles/vlans/" + std::string(object));
        stage.document.select(paths);
    }

private slots:
    void theirNetworksRoleAndHardware()
    {
        InspectorStage stage;
        select(stage, {"nodes/agent-1", "nodes/agent-2", "nodes/server-1", "networks/storage"});
        const Project before = stage.document.project();
        choose(stage, QStringLiteral("Detach from"), QStringLiteral("storage"));
        QCOMPARE(stage.document.undoName(), QStringLiteral("Detach 3 nodes from storage"));
        QCOMPARE(stage.said(ObjectPath("profiles/vlans/nodes/agent-1/addresses/storage")), std::string("(nothing)"));
        choose(stage, QStringLiteral("Attach to"), QStringLiteral("storage"));
        QVERIFY(stage.document.project() == before);
        QTest::mouseClick(&stage.control<QPushButton>(QStringLiteral("Make 2 node(s) servers")), Qt::LeftButton);
        QCOMPARE(stage.said(ObjectPath("profiles/vlans/nodes/agent-2/role")), std::string("server"));
        choose(stage, QStringLiteral("Hardware target"), QStringLiteral("Intel N100 mini PC"));
        QCOMPARE(stage.document.undoName(), QStringLiteral("Change hardware of 3 nodes to n100"));
        stage.expectNothingCut();
        QTest::mouseClick(&stage.control<QPushButton>(QStringLiteral("Remove 3 node(s)")), Qt::LeftButton);
        QCOMPARE(stage.document.profile()->nodes.size(), std::size_t(1));
    }

    void networksAloneOfferNothingOfNodes()
    {
        InspectorStage stage;
        select(stage, {"networks/cluster", "networks/storage"});
        QVERIFY(findControl(*stage.panel, QStringLiteral("Network storage")) != nullptr);
        QVERIFY(findControl(*stage.panel, QStringLiteral("Attach to")) == nullptr);
    }
};

QTEST_MAIN(SeveralTest)
#include "several_test.moc"
