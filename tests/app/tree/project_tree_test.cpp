// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/document/document.h"
#include "app/preview/what_changed.h"
#include "app/tree/project_tree.h"
#include "core/files/templates.h"
#include "tests/app/support/find_control.h"

#include <QAbstractItemView>
#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollBar>

using namespace n3x;

namespace {

struct Stage {
    Document document{templateProject("sample")};
    WhatChanged whatChanged{document};
    ProjectTree tree{document, whatChanged};

    Stage()
    {
        tree.resize(230, 800);
        tree.show();
        if (!QTest::qWaitForWindowExposed(&tree)) qFatal("the tree does not show");
    }
    [[nodiscard]] QAbstractItemView& view(const QString& name) const
    {
        return *findControl<QAbstractItemView>(tree, name);
    }
    [[nodiscard]] QAbstractItemView& project() const { return view(QStringLiteral("Project tree")); }
    // The row of a hardware target.
    [[nodiscard]] QModelIndex target(const QString& name) const
    {
        const auto found = project().model()->match(project().model()->index(0, 0), Qt::DisplayRole, name, 1,
                                                    Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? QModelIndex() : found.front();
    }
    // Its menu, as the menu key asks for it.
    QMenu* menuOf(const QModelIndex& index) const
    {
        project().setCurrentIndex(index);
        project().scrollTo(index);
        QWidget* area = project().viewport();
        const QPoint at = project().visualRect(index).center();
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, at, area->mapToGlobal(at));
        QApplication::sendEvent(area, &asked);
        return qobject_cast<QMenu*>(QApplication::activePopupWidget());
    }
    static QStringList words(const QMenu& menu)
    {
        QStringList words;
        for (const QAction* action : menu.actions()) words << action->text();
        return words;
    }
};

} // namespace

class ProjectTreeTest : public QObject {
    Q_OBJECT

private slots:
    void aTargetIsDuplicatedFromItsMenu()
    {
        Stage stage;
        QMenu* menu = stage.menuOf(stage.target(QStringLiteral("n100")));
        QVERIFY(menu != nullptr);
        const QStringList ofAll{QStringLiteral("Duplicate"), QStringLiteral("Move up"), QStringLiteral("Move down")};
        QCOMPARE(Stage::words(*menu), ofAll);
        menu->setActiveAction(menu->actions().constFirst());
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(stage.document.project().hardware.size(), std::size_t(1));
        const std::string own = stage.document.project().hardware[0]->name.text();
        QCOMPARE(stage.document.selection(), QList<ObjectPath>{ObjectPath("hardware") / own}); // to be changed
        menu = stage.menuOf(stage.target(QString::fromStdString(own)));
        QVERIFY(menu != nullptr);
        QCOMPARE(Stage::words(*menu), ofAll + QStringList{QStringLiteral("Remove target")});
        menu->close();
        stage.project().setFocus();
        QTest::keyClick(&stage.project(), Qt::Key_Delete);
        QVERIFY(stage.document.project().hardware.empty());
    }

    void readingOnlyItIsNot()
    {
        Stage stage;
        stage.document.setReadOnly(QStringLiteral("Only for reading."));
        QMenu* menu = stage.menuOf(stage.target(QStringLiteral("n100")));
        QVERIFY(menu != nullptr && !menu->actions().constFirst()->isEnabled());
        QCOMPARE(menu->actions().constFirst()->toolTip(), QStringLiteral("Only for reading."));
        menu->close();
    }

    // Units that lie deep differ at the end, too.
    void deepNamesKeepBothEnds()
    {
        Stage stage;
        auto& files = stage.view(QStringLiteral("Generated files"));
        const QString folder = QStringLiteral("backends/debian/meta-n3x/recipes-support/");
        const QString unit =
            folder + QStringLiteral("systemd-networkd-config/files/bonding-vlans/agent-1/20-vlan-storage.netdev");
        N3X_EVENTUALLY(files.model()->rowCount() > 0);
        stage.tree.showOutput(unit);
        const QModelIndex index = files.currentIndex();
        QCOMPARE(index.data(Qt::ToolTipRole).toString(), unit);
        QCOMPARE(files.horizontalScrollBar()->maximum(), 0);
        const QRect room = files.visualRect(index);
        QVERIFY(room.right() <= files.viewport()->width());
        const int letters = room.width() - 24; // beside the icon
        const QString seen = files.fontMetrics().elidedText(index.data().toString(), files.textElideMode(), letters);
        QVERIFY2(seen.startsWith(QStringLiteral("20-vlan")) && seen.endsWith(QStringLiteral(".netdev")),
                 qPrintable(seen));
        int depth = 0;
        for (QModelIndex above = index.parent(); above.isValid(); above = above.parent()) ++depth;
        QCOMPARE(depth, 6);
    }
};

QTEST_MAIN(ProjectTreeTest)
#include "project_tree_test.moc"
