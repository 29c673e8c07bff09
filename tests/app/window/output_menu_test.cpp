// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/values.h"
#include "tests/app/support/window_stage.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QMenu>
#include <QSignalSpy>
#include <QUrl>

using namespace n3x;

namespace {

const QString folder =
    QStringLiteral("backends/debian/meta-n3x/recipes-support/systemd-networkd-config/files/vlans/agent-1/");
const QString unit = folder + QStringLiteral("20-vlan-storage.netdev");

} // namespace

// What can be done with a generated file where it stands in the tree.
class OutputMenuTest : public QObject {
    Q_OBJECT

public slots:
    void take(const QUrl& url) { opened_ << url.toLocalFile(); }

private slots:
    void initTestCase()
    {
        WindowStage::dress();
        QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "take");
    }
    void init()
    {
        opened_.clear();
        stage_ = std::make_unique<WindowStage>();
        stage_->makeSample();
        stage_->search(unit);
        N3X_EVENTUALLY(files().currentIndex().data(Qt::ToolTipRole).toString() == unit);
    }
    void cleanup() { stage_.reset(); }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    void whatIsNotExportedIsCopiedOnly();
    void whatIsExportedIsOpened();
    void aFileIsComparedWithTheFolder();

private:
    QAbstractItemView& files() const { return *stage_->control<QAbstractItemView>(QStringLiteral("Generated files")); }
    // As the menu key asks for it.
    QMenu* menuOf(const QModelIndex& index) const
    {
        files().setCurrentIndex(index);
        files().scrollTo(index);
        QWidget* area = files().viewport();
        const QPoint at = files().visualRect(index).center();
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, at, area->mapToGlobal(at));
        QApplication::sendEvent(area, &asked);
        return qobject_cast<QMenu*>(QApplication::activePopupWidget());
    }
    static QAction* entry(const QMenu* menu, const QString& words)
    {
        if (menu == nullptr) return nullptr;
        for (QAction* action : menu->actions())
            if (action->text() == words) return action;
        return nullptr;
    }
    // By keyboard, as far as it can be chosen.
    void choose(const QModelIndex& index, const QString& words) const
    {
        QMenu* menu = menuOf(index);
        QAction* action = entry(menu, words);
        QVERIFY2(action != nullptr && action->isEnabled(), qPrintable(words));
        menu->setActiveAction(action);
        QTest::keyClick(menu, Qt::Key_Return);
    }
    void exportAll()
    {
        stage_->press(Qt::Key_E, Qt::ControlModifier);
        N3X_EVENTUALLY(stage_->exportButton() != nullptr && stage_->exportButton()->hasFocus());
        const QSignalSpy exported(&stage_->session(), &Session::exported);
        QTest::keyClick(stage_->exportButton(), Qt::Key_Return);
        N3X_EVENTUALLY(exported.count() == 1 && !stage_->session().isExporting());
        QVERIFY(stage_->settled());
    }

    std::unique_ptr<WindowStage> stage_;
    QStringList opened_;
};

void OutputMenuTest::whatIsNotExportedIsCopiedOnly()
{
    const QModelIndex index = files().currentIndex();
    choose(index, QStringLiteral("Copy path"));
    QCOMPARE(QGuiApplication::clipboard()->text(), unit);
    choose(index, QStringLiteral("Copy text"));
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("Kind=vlan")));
    for (const QModelIndex& row : {index, index.parent()}) {
        QMenu* menu = menuOf(row);
        const QAction* show = entry(menu, QStringLiteral("Show in file manager"));
        QVERIFY(show != nullptr && !show->isEnabled());
        QVERIFY(show->toolTip().contains(QStringLiteral("export first")));
        const QAction* open = entry(menu, QStringLiteral("Open in editor"));
        QCOMPARE(open != nullptr, row == index);
        QVERIFY(open == nullptr || (!open->isEnabled() && open->toolTip() == show->toolTip()));
        menu->close();
    }
}

void OutputMenuTest::whatIsExportedIsOpened()
{
    exportAll();
    const QModelIndex index = files().currentIndex();
    choose(index, QStringLiteral("Open in editor"));
    choose(index, QStringLiteral("Show in file manager"));
    choose(index.parent(), QStringLiteral("Show in file manager"));
    const QString onDisk = stage_->pathOf(QStringLiteral("lab/")) + folder.chopped(1);
    QCOMPARE(opened_, (QStringList{stage_->pathOf(QStringLiteral("lab/")) + unit, onDisk, onDisk}));
}

void OutputMenuTest::aFileIsComparedWithTheFolder()
{
    exportAll();
    const auto compare = [this] {
        QMenu* menu = menuOf(files().currentIndex());
        const bool isOffered = entry(menu, QStringLiteral("Compare with the folder"))->isEnabled();
        menu->close();
        return isOffered;
    };
    N3X_EVENTUALLY(stage_->document().changes()->count(ChangeKind::Add) == 0);
    QVERIFY(!compare());
    stage_->document().apply(edits::setValue(ObjectPath("profiles/vlans/networks/storage/vlan"), "150"));
    stage_->press(Qt::Key_F8); // the list of problems in front
    N3X_EVENTUALLY(stage_->settled() && compare());
    choose(files().currentIndex(), QStringLiteral("Compare with the folder"));
    auto* list = waitForControl<QAbstractItemView>(QStringLiteral("What an export will do"));
    QVERIFY(list != nullptr);
    N3X_EVENTUALLY(list->currentIndex().siblingAtColumn(0).data().toString() == unit);
    QVERIFY(waitForControl(QStringLiteral("Difference")) != nullptr);
}

QTEST_MAIN(OutputMenuTest)
#include "output_menu_test.moc"
