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
#include <QTreeView>

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

    // The bar below takes a row out of sight, which may be the widest: whatever the height, all comes to rest.
    void theColumnComesToRestAtEveryHeight()
    {
        struct Resizes : QObject {
            int count = 0;
            bool eventFilter(QObject*, QEvent* event) override
            {
                if (event->type() == QEvent::Resize) ++count;
                return count > 400; // an end for this test, where there is none by itself
            }
        };
        Stage stage;
        auto* files = qobject_cast<QTreeView*>(&stage.view(QStringLiteral("Generated files")));
        QVERIFY(files != nullptr);
        N3X_EVENTUALLY(files->model()->rowCount() > 0);
        files->expandRecursively({}, 3);
        Resizes resizes;
        files->viewport()->installEventFilter(&resizes);
        for (const int width : {170, 200, 230})
            for (int height = 200; height < 500; ++height) {
                resizes.count = 0;
                stage.tree.resize(width, height);
                for (int turn = 0; turn < 12; ++turn) QCoreApplication::processEvents();
                const int before = resizes.count;
                for (int turn = 0; turn < 4; ++turn) QCoreApplication::processEvents();
                QVERIFY2(resizes.count == before && before < 20,
                         qPrintable(QStringLiteral("%1 × %2: %3").arg(width).arg(height).arg(resizes.count)));
            }
    }
};

QTEST_MAIN(ProjectTreeTest)
#include "project_tree_test.moc"
