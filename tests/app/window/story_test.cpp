// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/launch/options.h"
#include "app/theme/colours.h"
#include "app/theme/style.h"
#include "app/window/main_window.h"
#include "tests/app/support/find_control.h"

#include <QAbstractItemView>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace n3x;

// The whole window as a person uses it: keys and clicks, controls found by their accessible names.
class StoryTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void drawEditUndoExport();
    void anEmptyNameIsNoProject();
    void closingAsksAndDiscards();
    void aFileChangedOnDiskIsNoticed();
    void workOfACrashIsOffered();
    void searchFindsAndGoes();
    void everyControlHasANameAndEveryActionATip();

private:
    void makeSample();
    void selectByTree(const QString& profile);
    [[nodiscard]] bool settled() const;
    [[nodiscard]] QString read(const QString& path) const;
    void write(const QString& path, const QByteArray& text) const;
    void search(const QString& text);
    template <class Control = QWidget> Control* control(const QString& name)
    {
        return findControl<Control>(*window_, name);
    }
    [[nodiscard]] Document& document() { return window_->session().document(); }

    std::unique_ptr<QTemporaryDir> place_;
    std::unique_ptr<MainWindow> window_;
};

namespace {

const std::string storageUnit = "backends/debian/meta-n3x/recipes-support/systemd-networkd-config/files/bonding-vlans/"
                                "agent-1/20-vlan-storage.netdev";

QStringList rowsOf(const QAbstractItemView& view)
{
    QStringList rows;
    for (int row = 0; row < view.model()->rowCount(); ++row) rows << view.model()->index(row, 0).data().toString();
    return rows;
}

} // namespace

void StoryTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setPalette(lightPalette());
    QApplication::setStyle(new Style);
}

void StoryTest::init()
{
    QSettings().clear();
    place_ = std::make_unique<QTemporaryDir>();
    window_ = std::make_unique<MainWindow>(place_->filePath(QStringLiteral("data")));
    window_->resize(1440, 900);
    window_->show();
    window_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window_.get()));
}

void StoryTest::cleanup()
{
    window_.reset();
    place_.reset();
}

bool StoryTest::settled() const
{
    Session& session = window_->session();
    return QTest::qWaitFor(
        [&] {
            return session.isOpen() && !session.document().isGenerating() && session.document().changes().has_value();
        },
        15'000);
}

QString StoryTest::read(const QString& path) const
{
    QFile file(place_->filePath(QStringLiteral("lab/")) + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void StoryTest::write(const QString& path, const QByteArray& text) const
{
    QFile file(place_->filePath(QStringLiteral("lab/")) + path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

// From the start page: a project of the sample template in a new folder.
void StoryTest::makeSample()
{
    auto* name = control<QLineEdit>(QStringLiteral("Project name"));
    QVERIFY(name != nullptr);
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("lab"));
    auto* folder = control<QLineEdit>(QStringLiteral("Project folder"));
    folder->selectAll();
    QTest::keyClicks(folder, place_->filePath(QStringLiteral("lab")));
    clickOn(control(QStringLiteral("Create project")));
    QVERIFY(settled());
}

void StoryTest::search(const QString& text)
{
    QTest::keyClick(window_.get(), Qt::Key_K, Qt::ControlModifier);
    auto* field = control<QLineEdit>(QStringLiteral("Search"));
    N3X_EVENTUALLY(field->hasFocus());
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
}

void StoryTest::drawEditUndoExport()
{
    makeSample();
    auto* tabs = control<QTabBar>(QStringLiteral("Profiles"));
    for (int at = 0; at < tabs->count(); ++at)
        if (tabs->tabText(at) == QStringLiteral("bonding-vlans"))
            QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(at).center());
    QCOMPARE(document().currentProfile(), QStringLiteral("bonding-vlans"));
    QCOMPARE(document().profile()->nodes.size(), 4u);

    // Everything is new: the first export writes it all.
    auto* list = waitForControl<QAbstractItemView>(QStringLiteral("Problem list"));
    QVERIFY(list != nullptr);
    const auto exportAll = [this] {
        QTest::keyClick(window_.get(), Qt::Key_E, Qt::ControlModifier); // shows what it would do
        QTest::qWait(300); // and reads the folder again
        QTest::keyClick(window_.get(), Qt::Key_E, Qt::ControlModifier); // does it
        QVERIFY(QTest::qWaitFor([&] { return !window_->session().isExporting(); }, 20'000));
        QVERIFY(QTest::qWaitFor(
            [&] { return document().changes() && document().changes()->count(ChangeKind::Add) == 0; }, 10'000));
    };
    exportAll();
    QVERIFY(read(QString::fromStdString(storageUnit)).contains(QStringLiteral("Id=100")));

    // A third agent, with the next free name and address.
    clickOn(control<QToolButton>(QStringLiteral("Add Agent")));
    QCOMPARE(document().profile()->nodes.size(), 5u);
    QCOMPARE(document().profile()->nodes[4]->name.text(), std::string("agent-3"));
    QVERIFY(!document().profile()->nodes[4]->addresses.empty());

    // The storage VLAN from 100 to 150, and the file follows.
    search(QStringLiteral("storage"));
    auto* vlan = waitForControl<QLineEdit>(QStringLiteral("VLAN"));
    QVERIFY(vlan != nullptr);
    vlan->setFocus();
    vlan->selectAll();
    QTest::keyClicks(vlan, QStringLiteral("150"));
    QVERIFY(settled());
    QVERIFY(document().generation()->outputs.find(storageUnit)->text().contains("Id=150"));
    QCOMPARE(document().historyNames().size(), 2);

    // 4095: a problem in the list, and nothing is generated from the profile.
    vlan->selectAll();
    QTest::keyClicks(vlan, QStringLiteral("4095"));
    QVERIFY(settled());
    QVERIFY(!document().generation()->outputs.find(storageUnit).has_value());
    QTest::keyClick(window_.get(), Qt::Key_F8);
    list = waitForControl<QAbstractItemView>(QStringLiteral("Problem list"));
    QVERIFY(list != nullptr);
    QVERIFY(rowsOf(*list).join(u'\n').contains(QStringLiteral("4095")));
    document().select({});
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    vlan = waitForControl<QLineEdit>(QStringLiteral("VLAN"));
    N3X_EVENTUALLY(vlan != nullptr && vlan->hasFocus());

    // More steps, then six back and three forward.
    vlan->selectAll();
    QTest::keyClicks(vlan, QStringLiteral("150"));
    for (int count = 0; count < 6; ++count) clickOn(control<QToolButton>(QStringLiteral("Add Agent")));
    const Project full = document().project();
    const auto nodes = document().profile()->nodes.size();
    auto* undo = control<QToolButton>(QStringLiteral("Undo"));
    auto* redo = control<QToolButton>(QStringLiteral("Redo"));
    for (int count = 0; count < 6; ++count) clickOn(undo);
    QCOMPARE(document().profile()->nodes.size(), nodes - 6);
    for (int count = 0; count < 3; ++count) clickOn(redo);
    QCOMPARE(document().profile()->nodes.size(), nodes - 3);
    for (int count = 0; count < 3; ++count) clickOn(redo);
    QVERIFY(document().project() == full);
    QVERIFY(settled());

    // A unit that somebody edited by hand is named and left alone.
    const QByteArray byHand = "# mine\n" + read(QString::fromStdString(storageUnit)).toUtf8();
    write(QString::fromStdString(storageUnit), byHand);
    document().apply({Text("touch"), [](const Project& project) { return project; }});
    exportAll();
    QCOMPARE(read(QString::fromStdString(storageUnit)).toUtf8(), byHand);
    auto* changes = waitForControl<QAbstractItemView>(QStringLiteral("What an export will do"));
    QVERIFY(changes != nullptr);
    QCOMPARE(rowsOf(*changes), QStringList{QString::fromStdString(storageUnit)});
    QVERIFY(read(QStringLiteral("profiles/bonding-vlans.yaml")).contains(QStringLiteral("vlan: 150")));
    QVERIFY(!document().isDirty());

    // Decided: the export takes it, and one more writes nothing.
    changes->setCurrentIndex(changes->model()->index(0, 0));
    clickOn(waitForControl<QPushButton>(QStringLiteral("Overwrite")));
    exportAll();
    N3X_EVENTUALLY(read(QString::fromStdString(storageUnit)).contains(QStringLiteral("Id=150")));
    QVERIFY(settled());
    N3X_EVENTUALLY(document().changes()->empty());
    ExportReport last;
    last.writeCount = 99;
    connect(&window_->session(), &Session::exported, this, [&last](const ExportReport& report) { last = report; });
    QTest::keyClick(window_.get(), Qt::Key_E, Qt::ControlModifier);
    N3X_EVENTUALLY(last.writeCount == 0);
}

void StoryTest::anEmptyNameIsNoProject()
{
    auto* name = control<QLineEdit>(QStringLiteral("Project name"));
    auto* create = control<QPushButton>(QStringLiteral("Create project"));
    QVERIFY(name != nullptr && create->isEnabled());
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("Edge Lab"));
    QVERIFY(!create->isEnabled());
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("edge-lab"));
    QVERIFY(create->isEnabled());
}

void StoryTest::closingAsksAndDiscards()
{
    makeSample();
    clickOn(control<QToolButton>(QStringLiteral("Add Agent")));
    QVERIFY(document().isDirty());
    window_->close();
    QVERIFY(window_->isVisible());
    clickOn(waitForControl<QPushButton>(QStringLiteral("Cancel")));
    N3X_EVENTUALLY(waitForControl<QPushButton>(QStringLiteral("Discard"), 50) == nullptr);
    QVERIFY(window_->isVisible());
    window_->close();
    clickOn(waitForControl<QPushButton>(QStringLiteral("Save")));
    N3X_EVENTUALLY(!window_->isVisible());
    QVERIFY(read(QStringLiteral("profiles/vlans.yaml")).contains(QStringLiteral("agent-3")));
}

void StoryTest::aFileChangedOnDiskIsNoticed()
{
    makeSample();
    QString text = read(QStringLiteral("profiles/vlans.yaml"));
    QVERIFY(text.contains(QStringLiteral("vlan: 100")));
    write(QStringLiteral("profiles/vlans.yaml"),
          text.replace(QStringLiteral("vlan: 100"), QStringLiteral("vlan: 177")).toUtf8());
    auto* reload = waitForControl<QPushButton>(QStringLiteral("Reload"));
    QVERIFY(reload != nullptr);
    clickOn(reload);
    N3X_EVENTUALLY(find(find(document().project().profiles, "vlans")->networks, "storage")->vlan->text() == "177");
}

void StoryTest::workOfACrashIsOffered()
{
    makeSample();
    clickOn(control<QToolButton>(QStringLiteral("Add Agent")));
    const Project unsaved = document().project();
    window_->session().unsavedWork().flush();
    // A crash: nobody asked, nothing was saved.
    const QString folder = window_->session().folder().path();
    window_ = std::make_unique<MainWindow>(place_->filePath(QStringLiteral("data")));
    window_->show();
    window_->openFolder(folder);
    clickOn(waitForControl<QPushButton>(QStringLiteral("Restore")));
    QVERIFY(document().project() == unsaved);
    QVERIFY(document().isDirty());
}

void StoryTest::searchFindsAndGoes()
{
    makeSample();
    search(QStringLiteral("dhcp-simple"));
    QCOMPARE(document().currentProfile(), QStringLiteral("dhcp-simple"));
    search(QStringLiteral("add netw"));
    QVERIFY(document().canUndo());
    auto* field = control<QLineEdit>(QStringLiteral("Search"));
    QTest::keyClick(window_.get(), Qt::Key_K, Qt::ControlModifier);
    N3X_EVENTUALLY(field->hasFocus());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->hasFocus());
}

void StoryTest::everyControlHasANameAndEveryActionATip()
{
    makeSample();
    QStringList nameless;
    for (const QWidget* widget : window_->findChildren<QWidget*>()) {
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
    for (const QAction* action : window_->findChildren<QAction*>())
        if (!action->objectName().isEmpty() && !action->text().isEmpty())
            QVERIFY2(!action->toolTip().isEmpty(), qPrintable(action->text()));
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("n3x-studio-story"));
    StoryTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "story_test.moc"
