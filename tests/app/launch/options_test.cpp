// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/launch/options.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <string>

using namespace n3x;

namespace {

std::expected<LaunchOptions, QString> parsed(const QStringList& arguments)
{
    return parseOptions(QStringList{QStringLiteral("n3x-studio")} + arguments);
}

} // namespace

class OptionsTest : public QObject {
    Q_OBJECT

private slots:
    void everyOptionIsUnderstood();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
    void aProjectIsNamedByItsFile();
    void onlyAScaleReachesTheScreen();
};

void OptionsTest::everyOptionIsUnderstood()
{
    const auto options =
        parsed({QStringLiteral("lab"), QStringLiteral("--size"), QStringLiteral("1024x700"), QStringLiteral("--theme"),
                QStringLiteral("dark"), QStringLiteral("--scale=2"), QStringLiteral("--profile"),
                QStringLiteral("vlans"), QStringLiteral("--picture"), QStringLiteral("a.png")});
    QVERIFY(options.has_value());
    QCOMPARE(options->folder, QStringLiteral("lab"));
    QCOMPARE(options->size, QSize(1024, 700));
    QVERIFY(options->appearance == Appearance::Dark);
    QCOMPARE(options->scale, 2.0);
    QCOMPARE(options->profile, QStringLiteral("vlans"));
    QCOMPARE(options->picture, QStringLiteral("a.png"));
    QVERIFY(!options->sample);
}

void OptionsTest::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("two folders") << QStringList{QStringLiteral("a"), QStringLiteral("b")};
    QTest::newRow("unknown option") << QStringList{QStringLiteral("--foo")};
    QTest::newRow("no value") << QStringList{QStringLiteral("--size")};
    QTest::newRow("size") << QStringList{QStringLiteral("--size"), QStringLiteral("wide")};
    QTest::newRow("size of nothing") << QStringList{QStringLiteral("--size"), QStringLiteral("0x700")};
    QTest::newRow("theme") << QStringList{QStringLiteral("--theme"), QStringLiteral("pink")};
    QTest::newRow("scale") << QStringList{QStringLiteral("--scale"), QStringLiteral("100")};
    QTest::newRow("scale that is no number") << QStringList{QStringLiteral("--scale"), QStringLiteral("nan")};
    QTest::newRow("part of no project") << QStringList{QStringLiteral("--profile"), QStringLiteral("vlans")};
}

void OptionsTest::whatIsWrongIsSaid()
{
    QFETCH(QStringList, arguments);
    const auto options = parsed(arguments);
    QVERIFY(!options.has_value());
    QVERIFY(options.error().endsWith(u'.'));
}

void OptionsTest::aProjectIsNamedByItsFile()
{
    const QTemporaryDir place;
    const QString file = place.filePath(QStringLiteral("n3x.yaml"));
    QCOMPARE(parsed({file})->folder, file); // where there is none, it is what was said
    QVERIFY(QFile(file).open(QIODevice::WriteOnly));
    QCOMPARE(parsed({file})->folder, place.path());
}

// Before there is an application that could refuse it.
void OptionsTest::onlyAScaleReachesTheScreen()
{
    const auto prepared = [](const char* scale) {
        std::array<std::string, 3> words{"n3x-studio", "--scale", scale};
        std::array<char*, 3> arguments{words[0].data(), words[1].data(), words[2].data()};
        qunsetenv("QT_SCALE_FACTOR");
        prepareEnvironment(3, arguments.data());
        return qEnvironmentVariable("QT_SCALE_FACTOR");
    };
    for (const char* wrong : {"nan", "inf", "0", "-2", "9", "wide"}) QCOMPARE(prepared(wrong), QString());
    QCOMPARE(prepared("1.5"), QStringLiteral("1.5"));
    qunsetenv("QT_SCALE_FACTOR");
}

QTEST_GUILESS_MAIN(OptionsTest)
#include "options_test.moc"
