// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/edits/values.h"
#include "tests/app/support/cut_texts.h"
#include "tests/app/support/window_stage.h"

#include <QAbstractItemView>
#include <QDockWidget>

using namespace n3x;

// No word is cut: in the usual window and in the smallest, whatever is selected. CTest runs it at 200 % too.
class FitsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { WindowStage::dress(); }
    void init() { stage_ = std::make_unique<WindowStage>(); }
    void cleanup() { stage_.reset(); }
    void theStartPage_data() { sizes(); }
    void theStartPage();
    void everyPageOfEveryKindOfObject_data() { sizes(); }
    void everyPageOfEveryKindOfObject();
    void everyPanelBelow_data() { sizes(); }
    void everyPanelBelow();

private:
    static void sizes()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("usual") << QSize(1440, 900);
        QTest::newRow("smallest") << QSize(1024, 700);
    }
    void expectNothingCut(const QString& where)
    {
        QTest::qWait(60); // laid out, and what comes a moment later is there
        stage_->picture(QStringLiteral("fits-%1-%2").arg(QString::fromUtf8(QTest::currentDataTag()), where));
        const QStringList cut = cutTexts(stage_->window());
        QVERIFY2(cut.isEmpty(), qPrintable(where + QStringLiteral(": ") + cut.join(u'\n')));
    }

    std::unique_ptr<WindowStage> stage_;
};

void FitsTest::theStartPage()
{
    QFETCH(QSize, size);
    stage_->window().resize(size);
    expectNothingCut(QStringLiteral("start"));
    auto* name = stage_->control<QLineEdit>(QStringLiteral("Project name"));
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("Edge Lab"));
    expectNothingCut(QStringLiteral("refused"));
}

void FitsTest::everyPageOfEveryKindOfObject()
{
    QFETCH(QSize, size);
    stage_->window().resize(size);
    stage_->makeSample();
    stage_->chooseProfile(QStringLiteral("bonding-vlans"));
    for (const char* path :
         {"", "profiles/bonding-vlans", "profiles/bonding-vlans/nodes/agent-1", "profiles/bonding-vlans/uplinks/trunk",
          "profiles/bonding-vlans/networks/storage", "hardware/n100"}) {
        const QString name = QString::fromLatin1(*path == '\0' ? "project" : path).replace(u'/', u'-');
        stage_->document().select({ObjectPath(path)});
        auto* pages = stage_->control<QTabBar>(QStringLiteral("Pages"));
        for (int page = 0; page < (pages == nullptr ? 1 : pages->count()); ++page) {
            if (pages != nullptr) pages->setCurrentIndex(page);
            expectNothingCut(QStringLiteral("%1-%2").arg(name).arg(page));
            if (QTest::currentTestFailed()) return;
        }
    }
}

void FitsTest::everyPanelBelow()
{
    QFETCH(QSize, size);
    stage_->window().resize(size);
    stage_->makeSample();
    stage_->chooseProfile(QStringLiteral("bonding-vlans"));
    const ObjectPath vlan("profiles/bonding-vlans/networks/storage/vlan");
    stage_->document().apply(edits::setValue(vlan, "4095"));
    stage_->document().reveal(vlan);
    QVERIFY(stage_->settled());
    for (const char* panel : {"problems", "changes", "history"}) {
        auto* dock = stage_->window().findChild<QDockWidget*>(QString::fromLatin1(panel));
        dock->raise();
        auto* list = waitForControl<QAbstractItemView>(
            QLatin1String(panel) == QLatin1String("problems")  ? QStringLiteral("Problem list")
            : QLatin1String(panel) == QLatin1String("changes") ? QStringLiteral("What an export will do")
                                                               : QStringLiteral("History"));
        QVERIFY2(list != nullptr, panel);
        list->setCurrentIndex(list->model()->index(0, 0));
        expectNothingCut(QString::fromLatin1(panel));
        if (QTest::currentTestFailed()) return;
    }
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("n3x-studio-fits"));
    FitsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "fits_test.moc"
