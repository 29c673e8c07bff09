// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/theme/style.h"
#include "app/window/banner.h"
#include "app/window/question.h"

#include <QApplication>
#include <QLabel>
#include <QTest>
#include <QToolTip>

#include <memory>

using namespace n3x;

namespace {

const QString foreign = QStringLiteral("/projects/x<h1>B</h1> cannot be opened.");

// The labels that say it, wherever they are.
QList<QLabel*> labels()
{
    QList<QLabel*> found;
    for (QWidget* widget : QApplication::allWidgets())
        if (auto* label = qobject_cast<QLabel*>(widget); label != nullptr && label->text() == foreign) found << label;
    return found;
}

} // namespace

// Names and sentences of others are words, whatever is in them.
class PlainWordsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setStyle(new Style); }
    void init()
    {
        window_ = std::make_unique<QWidget>();
        window_->show();
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    }
    void cleanup() { window_.reset(); }
    void inABanner()
    {
        auto* banners = new BannerArea(window_.get());
        banners->show(QStringLiteral("open"), BannerKind::Error, foreign);
        banners->QWidget::show();
        expectPlain(1);
    }
    void inAQuestion()
    {
        makeQuestion(*window_, foreign, foreign)->open();
        expectPlain(2);
    }
    void inATip()
    {
        QToolTip::showText(window_->mapToGlobal(QPoint(1, 1)), foreign, window_.get());
        expectPlain(1);
    }

private:
    static void expectPlain(qsizetype count)
    {
        QCOMPARE(labels().size(), count);
        for (const QLabel* label : labels()) QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    std::unique_ptr<QWidget> window_;
};

QTEST_MAIN(PlainWordsTest)
#include "plain_words_test.moc"
