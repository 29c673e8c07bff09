// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/support/window_stage.h"

using namespace n3x;

class KeysTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { WindowStage::dress(); }

    void exportIsReachedFromFields()
    {
        WindowStage stage;
        stage.makeSample();
        stage.chooseProfile(QStringLiteral("vlans"));
        stage.document().select({ObjectPath("profiles/vlans/nodes/server-1")});
        auto* name = stage.control<QLineEdit>(QStringLiteral("Name"));
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("front"));
        QTest::keyClick(name, Qt::Key_E, Qt::ControlModifier);
        N3X_EVENTUALLY(stage.exportButton() != nullptr && stage.exportButton()->hasFocus());
        QVERIFY(stage.settled()); // what was half typed is told before anything is written
        QVERIFY(find(stage.document().profile()->nodes, "front") != nullptr);

        stage.press(Qt::Key_K, Qt::ControlModifier);
        auto* search = stage.control<QLineEdit>(QStringLiteral("Search"));
        N3X_EVENTUALLY(search->hasFocus());
        QTest::keyClicks(search, QStringLiteral("storage"));
        QTest::keyClick(search, Qt::Key_E, Qt::ControlModifier);
        N3X_EVENTUALLY(stage.exportButton()->hasFocus());
    }

    // Beside those that edit the text of a field itself.
    void keysOfActionsReachThemFromFields()
    {
        WindowStage stage;
        stage.makeSample();
        auto* search = stage.control<QLineEdit>(QStringLiteral("Search"));
        for (const QAction* action : stage.window().actions()) {
            if (action->shortcut().count() != 1 || action->objectName() == QLatin1String("undo") ||
                action->objectName() == QLatin1String("redo") || action->objectName() == QLatin1String("select-all"))
                continue;
            const QKeyCombination key = action->shortcut()[0];
            QKeyEvent asked(QEvent::ShortcutOverride, key.key(), key.keyboardModifiers());
            asked.ignore();
            QApplication::sendEvent(search, &asked);
            QVERIFY2(!asked.isAccepted(), qPrintable(action->objectName()));
        }
    }
};

QTEST_MAIN(KeysTest)
#include "keys_test.moc"
