// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/launch/picture.h"
#include "app/window/banner.h"
#include "tests/app/support/window_stage.h"

#include <QAbstractItemView>
#include <QDir>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QSet>
#include <QStatusTipEvent>
#include <QToolButton>
#include <QTreeView>

using namespace n3x;

// What the window does around the story: leaving, finding, telling.
class WindowTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { WindowStage::dress(); }
    void init() { stage_ = std::make_unique<WindowStage>(); }
    void cleanup() { stage_.reset(); }
    void exportBeginsWithTheList();
    void closingWaitsForTheExport();
    void whatCannotBeKeptIsTold();
    void anEmptyNameIsNoProject();
    void closingAsksAndDiscards();
    void aFileChangedOnDiskIsNoticed();
    void workOfACrashIsOffered();
    void searchFindsAndGoes();
    void aProfileIsRenamedInItsTab();
    void theToolBarSaysHowMuchThereIsToExport();
    void aTipLeavesTheCountsInSight();
    void theViewMenuNamesPanelsPlainly();
    void aNarrowWindowKeepsWhatMatters();
    void panelsStayWhereTheyWerePutAndCanBeReset();
    void theListInFrontStaysInFront();
    void whatWasAskedForIsShown();
    void whatTestsItselfGoesOnAsAnyOther();
    void everyControlHasANameAndEveryActionATip();

private:
    std::unique_ptr<WindowStage> stage_;
};

namespace {

const QString storageUnit =
    QStringLiteral("backends/debian/meta-n3x/recipes-support/systemd-networkd-config/files/bonding-vlans/agent-1/"
                   "20-vlan-storage.netdev");

} // namespace

void WindowTest::exportBeginsWithTheList()
{
    stage_->makeSample();
    for (auto* dock : stage_->window().findChildren<QDockWidget*>())
        if (dock->objectName() == QStringLiteral("changes")) dock->hide();
    QVERIFY(stage_->exportButton() == nullptr);
    clickOn(stage_->exportTool());
    N3X_EVENTUALLY(stage_->exportButton() != nullptr && stage_->exportButton()->hasFocus());
    QVERIFY(!stage_->session().isExporting());
    auto* list = waitForControl<QAbstractItemView>(QStringLiteral("What an export will do"));
    QVERIFY(list != nullptr);
    const int files = list->model()->rowCount();
    QVERIFY(files > 50);
    QVERIFY(stage_->exportButton()->text().startsWith(QStringLiteral("Export %1 ").arg(files)));
    int written = 0;
    connect(&stage_->session(), &Session::exported, this,
            [&](const ExportReport& report) { written = static_cast<int>(report.added.size()); });
    stage_->press(Qt::Key_E, Qt::ControlModifier); // who knows what is in the list
    N3X_EVENTUALLY(written == files);
}

void WindowTest::closingWaitsForTheExport()
{
    stage_->makeSample();
    stage_->press(Qt::Key_E, Qt::ControlModifier);
    N3X_EVENTUALLY(stage_->exportButton() != nullptr && stage_->exportButton()->hasFocus());
    clickOn(stage_->control<QToolButton>(QStringLiteral("Add agent")));
    stage_->exportButton()->setFocus();
    QTest::keyClick(stage_->exportButton(), Qt::Key_Return);
    QVERIFY(stage_->session().isExporting());
    stage_->window().close();
    QVERIFY(stage_->window().isVisible());
    QVERIFY(!stage_->window().findChild<BannerArea*>()->textOf(QStringLiteral("leave")).isEmpty()); // and says why
    N3X_EVENTUALLY(!stage_->window().isVisible());
    QVERIFY(stage_->read(storageUnit).contains(QStringLiteral("Id=100")));
    QVERIFY(stage_->read(QStringLiteral("profiles/vlans.yaml")).contains(QStringLiteral("agent-3")));
}

void WindowTest::whatCannotBeKeptIsTold()
{
    stage_->makeSample();
    QVERIFY(QDir(stage_->pathOf(QStringLiteral("data/unsaved"))).removeRecursively());
    clickOn(stage_->control<QToolButton>(QStringLiteral("Add agent")));
    clickOn(stage_->control<QToolButton>(QStringLiteral("Add agent")));
    auto* banners = stage_->window().findChild<BannerArea*>();
    N3X_EVENTUALLY(banners->textOf(QStringLiteral("keeping")).contains(QStringLiteral("crash")));
    QVERIFY(QDir().mkpath(stage_->pathOf(QStringLiteral("data/unsaved"))));
    clickOn(stage_->control<QToolButton>(QStringLiteral("Add agent")));
    N3X_EVENTUALLY(banners->textOf(QStringLiteral("keeping")).isEmpty());
}

void WindowTest::anEmptyNameIsNoProject()
{
    auto* name = stage_->control<QLineEdit>(QStringLiteral("Project name"));
    auto* create = stage_->control<QPushButton>(QStringLiteral("Create project"));
    QVERIFY(name != nullptr && create->isEnabled());
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("Edge Lab"));
    QVERIFY(!create->isEnabled());
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("edge-lab"));
    QVERIFY(create->isEnabled());
}

void WindowTest::closingAsksAndDiscards()
{
    stage_->makeSample();
    clickOn(stage_->control<QToolButton>(QStringLiteral("Add agent")));
    QVERIFY(stage_->document().isDirty());
    stage_->window().close();
    QVERIFY(stage_->window().isVisible());
    clickOn(waitForControl<QPushButton>(QStringLiteral("Cancel")));
    N3X_EVENTUALLY(waitForControl<QPushButton>(QStringLiteral("Discard"), 50) == nullptr);
    QVERIFY(stage_->window().isVisible());
    stage_->window().close();
    clickOn(waitForControl<QPushButton>(QStringLiteral("Save")));
    N3X_EVENTUALLY(!stage_->window().isVisible());
    QVERIFY(stage_->read(QStringLiteral("profiles/vlans.yaml")).contains(QStringLiteral("agent-3")));
}

void WindowTest::aFileChangedOnDiskIsNoticed()
{
    stage_->makeSample();
    QString text = stage_->read(QStringLiteral("profiles/vlans.yaml"));
    QVERIFY(text.contains(QStringLiteral("vlan: 100")));
    stage_->write(QStringLiteral("profiles/vlans.yaml"),
                  text.replace(QStringLiteral("vlan: 100"), QStringLiteral("vlan: 177")).toUtf8());
    auto* reload = waitForControl<QPushButton>(QStringLiteral("Reload"));
    QVERIFY(reload != nullptr);
    clickOn(reload);
    N3X_EVENTUALLY(find(find(stage_->document().project().profiles, "vlans")->networks, "storage")->vlan->text() ==
                   "177");
}

void WindowTest::workOfACrashIsOffered()
{
    stage_->makeSample();
    clickOn(stage_->control<QToolButton>(QStringLiteral("Add agent")));
    const Project unsaved = stage_->document().project();
    // A crash: nobody asked, nothing was saved.
    const QString folder = stage_->session().folder().path();
    stage_->openAnew();
    stage_->window().openFolder(folder);
    clickOn(waitForControl<QPushButton>(QStringLiteral("Restore")));
    QVERIFY(stage_->document().project() == unsaved);
    QVERIFY(stage_->document().isDirty());
}

void WindowTest::searchFindsAndGoes()
{
    stage_->makeSample();
    stage_->search(QStringLiteral("dhcp-simple"));
    QCOMPARE(stage_->document().currentProfile(), QStringLiteral("dhcp-simple"));
    stage_->search(QStringLiteral("add netw"));
    QVERIFY(stage_->document().canUndo());
    auto* field = stage_->control<QLineEdit>(QStringLiteral("Search"));
    stage_->press(Qt::Key_K, Qt::ControlModifier);
    N3X_EVENTUALLY(field->hasFocus());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->hasFocus());
}

void WindowTest::aProfileIsRenamedInItsTab()
{
    stage_->makeSample();
    auto* tabs = stage_->control<QTabBar>(QStringLiteral("Profiles"));
    const auto begin = [&]() -> QLineEdit* {
        QTest::mouseDClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
        return stage_->control<QLineEdit>(QStringLiteral("Name of the profile"));
    };
    QLineEdit* name = begin();
    QVERIFY(name != nullptr && name->hasFocus());
    QCOMPARE(name->text(), QStringLiteral("vlans"));
    QTest::keyClicks(name, QStringLiteral("simple"));
    QTest::keyClick(name, Qt::Key_Return); // there is one of that name
    QVERIFY(name->isVisible());
    QVERIFY(name->accessibleDescription().contains(QStringLiteral("simple")));
    QTest::keyClick(name, Qt::Key_Escape);
    QVERIFY(!name->isVisible());
    QVERIFY(!stage_->document().canUndo());
    name = begin();
    QVERIFY(name != nullptr);
    QTest::keyClicks(name, QStringLiteral("tagged"));
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(!name->isVisible());
    QCOMPARE(stage_->document().currentProfile(), QStringLiteral("tagged"));
    QCOMPARE(tabs->tabText(1), QStringLiteral("tagged"));
    stage_->press(Qt::Key_F2, Qt::ShiftModifier); // by keyboard
    name = stage_->control<QLineEdit>(QStringLiteral("Name of the profile"));
    QVERIFY(name != nullptr && name->hasFocus());
    stage_->control(QStringLiteral("Problem list"))->setFocus(); // leaves it as it was
    QVERIFY(!name->isVisible());
    QCOMPARE(stage_->document().currentProfile(), QStringLiteral("tagged"));
}

void WindowTest::theToolBarSaysHowMuchThereIsToExport()
{
    stage_->makeSample();
    const auto count = [this] {
        int writes = 0;
        for (const Change& change : stage_->document().changes()->files)
            writes += change.kind == ChangeKind::Unchanged ? 0 : 1;
        return writes;
    };
    QVERIFY(count() > 50);
    QVERIFY(stage_->exportTool()->accessibleName().startsWith(QStringLiteral("Export %1 ").arg(count())));
    stage_->press(Qt::Key_E, Qt::ControlModifier);
    N3X_EVENTUALLY(stage_->exportButton() != nullptr && stage_->exportButton()->hasFocus());
    QTest::keyClick(stage_->exportButton(), Qt::Key_Return);
    N3X_EVENTUALLY(stage_->document().changes() && count() == 0);
    N3X_EVENTUALLY(stage_->exportTool()->accessibleName() == QStringLiteral("Export"));
}

void WindowTest::aTipLeavesTheCountsInSight()
{
    stage_->makeSample();
    QStatusTipEvent tip(QStringLiteral("Take back the last edit"));
    QApplication::sendEvent(&stage_->window(), &tip);
    const auto* said = stage_->control<QLabel>(QStringLiteral("Take back the last edit"));
    for (const char* count : {"Contents of the profile", "Warnings, counted", "Generated files, counted"})
        QVERIFY2(stage_->control(QString::fromLatin1(count)) != nullptr, count);
    QVERIFY(said != nullptr && said->text() == said->accessibleName());
    QStatusTipEvent none{QString()};
    QApplication::sendEvent(&stage_->window(), &none);
    QVERIFY(said->text().isEmpty());
}

void WindowTest::theViewMenuNamesPanelsPlainly()
{
    stage_->makeSample();
    QStringList titles;
    QStringList names;
    for (const auto* dock : stage_->window().findChildren<QDockWidget*>()) {
        titles << dock->windowTitle();
        names << dock->toggleViewAction()->text();
    }
    QVERIFY(std::ranges::any_of(titles, [](const QString& title) { return title.startsWith("Changes "); }));
    names.sort();
    QCOMPARE(names, (QStringList{"Changes", "History", "Inspector", "Preview", "Problems", "Project"}));
}

// At the least size the canvas has room, and every problem can be read.
void WindowTest::aNarrowWindowKeepsWhatMatters()
{
    stage_->makeSample();
    stage_->window().resize(1024, 700);
    QCoreApplication::processEvents();
    N3X_EVENTUALLY(stage_->window().centralWidget()->width() >= 1024 * 45 / 100);
    const auto* list = stage_->control<QTreeView>(QStringLiteral("Problem list"));
    QVERIFY(list != nullptr && list->model()->rowCount() > 0);
    int widest = 0;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        widest =
            std::max(widest, list->fontMetrics().horizontalAdvance(list->model()->index(row, 0).data().toString()));
    N3X_EVENTUALLY(list->columnWidth(0) > std::min(widest, 250));
}

void WindowTest::panelsStayWhereTheyWerePutAndCanBeReset()
{
    stage_->makeSample();
    const QString folder = stage_->session().folder().path();
    const auto dock = [this](const char* name) {
        return stage_->window().findChild<QDockWidget*>(QString::fromLatin1(name));
    };
    dock("history")->hide();
    stage_->window().addDockWidget(Qt::LeftDockWidgetArea, dock("preview"));
    dock("inspector")->setFloating(true);
    stage_->window().close();
    stage_->openAnew();
    stage_->window().openFolder(folder);
    QVERIFY(stage_->settled());
    QVERIFY(dock("history")->isHidden());
    QVERIFY(dock("inspector")->isFloating());
    QCOMPARE(stage_->window().dockWidgetArea(dock("preview")), Qt::LeftDockWidgetArea);
    stage_->search(QStringLiteral("reset layout"));
    QVERIFY(!dock("history")->isHidden());
    QVERIFY(!dock("inspector")->isFloating());
    QCOMPARE(stage_->window().dockWidgetArea(dock("preview")), Qt::RightDockWidgetArea);
}

// Of the lists that share the bottom, the one that was read.
void WindowTest::theListInFrontStaysInFront()
{
    stage_->makeSample();
    const QString folder = stage_->session().folder().path();
    const auto isInFront = [this](const char* name) {
        return !stage_->window().findChild<QDockWidget*>(QString::fromLatin1(name))->visibleRegion().isEmpty();
    };
    N3X_EVENTUALLY(!isInFront("changes"));
    stage_->window().findChild<QDockWidget*>(QStringLiteral("changes"))->raise();
    N3X_EVENTUALLY(isInFront("changes"));
    stage_->search(QStringLiteral("close project"));
    N3X_EVENTUALLY(!stage_->session().isOpen());
    stage_->window().openFolder(folder);
    QVERIFY(stage_->settled());
    N3X_EVENTUALLY(isInFront("changes"));
    stage_->window().close();
    stage_->openAnew();
    stage_->window().openFolder(folder);
    QVERIFY(stage_->settled());
    N3X_EVENTUALLY(isInFront("changes"));
}

void WindowTest::whatWasAskedForIsShown()
{
    LaunchOptions options;
    options.profile = QStringLiteral("bonding-vlans");
    options.select = QStringLiteral("profiles/bonding-vlans/networks/storage");
    options.preview = storageUnit;
    showOnceOpened(stage_->window(), options);
    stage_->makeSample();
    QCOMPARE(stage_->document().currentProfile(), options.profile);
    QCOMPARE(stage_->document().selection(), QList<ObjectPath>{ObjectPath(options.select.toStdString())});
    auto* files = stage_->control<QAbstractItemView>(QStringLiteral("Generated files"));
    N3X_EVENTUALLY(files->currentIndex().data().toString() == QStringLiteral("20-vlan-storage.netdev"));
    N3X_EVENTUALLY(files->viewport()->rect().contains(files->visualRect(files->currentIndex())));
}

void WindowTest::whatTestsItselfGoesOnAsAnyOther()
{
    stage_->makeSample();
    LaunchOptions options;
    options.folder = stage_->session().folder().path();
    QCOMPARE(testSelf(stage_->window(), options), 0);
    stage_->window().openFolder(stage_->pathOf(QStringLiteral("nowhere"))); // nobody waits for that answer any more
    N3X_EVENTUALLY(!stage_->window().findChild<BannerArea*>()->textOf(QStringLiteral("open")).isEmpty());
}

void WindowTest::everyControlHasANameAndEveryActionATip()
{
    stage_->makeSample();
    QStringList nameless;
    for (const QWidget* widget : stage_->window().findChildren<QWidget*>()) {
        const bool isControl = qobject_cast<const QAbstractButton*>(widget) != nullptr ||
                               qobject_cast<const QLineEdit*>(widget) != nullptr ||
                               qobject_cast<const QAbstractItemView*>(widget) != nullptr;
        // A header is read through its view.
        if (!isControl || qobject_cast<const QHeaderView*>(widget) != nullptr || !widget->isVisible() ||
            !widget->accessibleName().isEmpty())
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        if (button != nullptr && !button->text().isEmpty()) continue; // its text is its name
        if (widget->objectName().startsWith(QLatin1String("qt_")) ||
            QByteArray(widget->metaObject()->className()).startsWith("QLineEdit"))
            continue; // Qt's own parts
        nameless << QStringLiteral("%1 in %2")
                        .arg(QString::fromLatin1(widget->metaObject()->className()),
                             widget->parentWidget()->accessibleName());
    }
    QCOMPARE(nameless, QStringList());
    for (const QAction* action : stage_->window().findChildren<QAction*>())
        if (!action->objectName().isEmpty() && !action->text().isEmpty())
            QVERIFY2(!action->toolTip().isEmpty(), qPrintable(action->text()));
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("n3x-studio-window"));
    WindowTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "window_test.moc"
