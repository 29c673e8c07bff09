// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/changes/diff_view.h"

#include <QTest>

using namespace n3x;

// What of a file is shown beside what an export would make of it.
class DiffViewTest : public QObject {
    Q_OBJECT

private slots:
    void equalLinesAreLeftOut()
    {
        DiffView view;
        view.showLines(difference("1\n2\n3\n4\n5\nold\n", "1\n2\n3\n4\n5\nnew\n"));
        QCOMPARE(view.toPlainText(), QStringLiteral("⋯\n 3\n 4\n 5\n-old\n+new"));
    }

    void aMissingLineEndIsSaid()
    {
        DiffView view;
        view.showLines(difference("one\ntwo", "one\ntwo\n"));
        QCOMPARE(view.toPlainText(), QStringLiteral(" one\n-two\n(no line end at the end of the file)\n+two"));
        view.showLines(difference("same", "same"));
        QVERIFY(!view.toPlainText().contains(QStringLiteral("line end")));
    }
};

QTEST_MAIN(DiffViewTest)
#include "diff_view_test.moc"
