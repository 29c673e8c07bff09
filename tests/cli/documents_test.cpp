// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/codes.h"
#include "tests/cli/program_run.h"

#include <QFile>
#include <QRegularExpression>

#include <array>
#include <format>

using namespace n3x;
using namespace n3x::test;

namespace {

QByteArray sourceFile(const QString& path)
{
    QFile file(qEnvironmentVariable("N3X_SOURCE_DIR") + '/' + path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s is not there", qPrintable(path));
    return file.readAll();
}

QStringList matches(const QString& text, const QString& pattern)
{
    QStringList found;
    for (const auto& match : QRegularExpression(pattern, QRegularExpression::MultilineOption).globalMatch(text))
        found << match.captured(1);
    return found;
}

class DocumentsTest final : public QObject {
    Q_OBJECT

private slots:
    // The manual page says what the program says of itself, command by command and option by option.
    void theManualNamesEverything()
    {
        const QString manual = QString::fromUtf8(sourceFile("packaging/man/n3x.1")).replace("\\-", "-");
        const QString help = QString::fromUtf8(runN3x("/", {"--help"}).out);
        const QStringList commands =
            matches(help.section("SUBCOMMANDS:", 1).isEmpty() ? help.section("Subcommands:", 1)
                                                              : help.section("SUBCOMMANDS:", 1),
                    "^  ([a-z]+) ");
        QVERIFY2(commands.size() >= 10, qPrintable(help));
        QStringList options = matches(help, "(--[a-z-]+)");
        for (const QString& command : commands) {
            QVERIFY2(manual.contains(QRegularExpression("^\\.(TP\n)?(B|BR|BI) " + command + "\\b",
                                                        QRegularExpression::MultilineOption)),
                     qPrintable(command));
            options += matches(QString::fromUtf8(runN3x("/", {command, "--help"}).out), "(--[a-z-]+)");
        }
        options.removeDuplicates();
        QVERIFY(options.size() >= 15);
        for (const QString& option : options)
            QVERIFY2(manual.contains(QRegularExpression(QRegularExpression::escape(option) + "\\b")),
                     qPrintable(option));
        // And names nothing that is gone. git's own option stands in it, too.
        for (const QString& option : matches(manual, "(--[a-z][a-z-]+)"))
            QVERIFY2(options.contains(option) || option == "--intent-to-add", qPrintable(option));
    }

    void theReadmesProfileIsOne()
    {
        const QString readme = QString::fromUtf8(sourceFile("README.md"));
        const QStringList profiles = matches(readme, "^```yaml\n((?s:.*?))^```$");
        QCOMPARE(profiles.size(), 1);
        const ProjectScratch project;
        put(project.path(), "profiles/rack.yaml", profiles[0].toStdString());
        put(project.path(), "n3x.yaml", "n3x: project/1\nname: site\nprofiles: [rack]\n");
        const Run run = runN3x(project.path(), {"check"});
        QCOMPARE(run.status, 0);
        QVERIFY2(!run.out.contains("rack.yaml"), run.out.constData());
    }

    // Every key of every JSON answer stands in the manual page.
    void theManualNamesEveryKey()
    {
        QString manual = QString::fromUtf8(sourceFile("packaging/man/n3x.1"));
        manual = manual.section(".SH \"JSON OUTPUT\"", 1).section(".SH FILES", 0, 0);
        const ProjectScratch project(QStringLiteral("bonding-vlans"));
        put(project.path(), "lib/network/profiles/bonding-vlans.nix", "somebody's own");
        const auto answer = [&](const QStringList& arguments) {
            return QJsonDocument::fromJson(runN3x(project.path(), arguments).out).object();
        };
        QStringList keys;
        const auto add = [&](const auto& self, const QJsonValue& value) -> void {
            for (const auto& item : value.toArray()) self(self, item);
            const QJsonObject object = value.toObject();
            for (auto at = object.begin(); at != object.end(); ++at) {
                keys << at.key();
                self(self, at.value());
            }
        };
        add(add, answer({"plan", "--profile", "bonding-vlans"}));
        add(add, answer({"export", "--dry-run", "--format", "json"}));
        add(add, answer({"check", "--format", "json"}));
        keys.removeDuplicates();
        QVERIFY2(keys.size() > 70 && keys.contains("reason") && keys.contains("hashPolicy"),
                 qPrintable(keys.join(' ')));
        for (const QString& key : keys)
            QVERIFY2(manual.contains(QRegularExpression("\\b" + key + "\\b")), qPrintable(key));
    }

    void everyCodeIsExplained()
    {
        constexpr std::array severities{"error", "warning", "note"};
        std::string all;
        for (const CodeInfo& code : problemCodes()) {
            const std::string_view severity = severities[static_cast<std::size_t>(code.severity)];
            const std::string title = code.title.english();
            all += std::format("{}  {:7}  {}\n", code.code, severity, title);
            const Run one = runN3x("/", {"explain", QString::fromStdString(std::string(code.code))});
            QCOMPARE(one.status, 0);
            QCOMPARE(one.out.toStdString(), std::format("{}: {} ({})\n\n{}\n\n{}\n", code.code, title, severity,
                                                        code.reason.english(), code.example.english()));
        }
        QCOMPARE(runN3x("/", {"explain"}).out.toStdString(), all);
    }

    void theManualIsWellFormed()
    {
        const Run run = runProgram("man", {"--warnings", "-l", "-E", "UTF-8", "-Tutf8", "-"}, "/",
                                   sourceFile("packaging/man/n3x.1"));
        QVERIFY2(run.status == 0 && run.notes.isEmpty(), run.notes.constData());
        QVERIFY(run.out.contains("EXIT STATUS"));
    }

    void completionsAreTheProgramsOwn_data()
    {
        QTest::addColumn<QString>("shell");
        QTest::addColumn<QString>("file");
        QTest::newRow("bash") << "bash" << "packaging/completions/bash/n3x";
        QTest::newRow("zsh") << "zsh" << "packaging/completions/zsh/_n3x";
        QTest::newRow("fish") << "fish" << "packaging/completions/fish/n3x.fish";
    }
    void completionsAreTheProgramsOwn()
    {
        QFETCH(QString, shell);
        QFETCH(QString, file);
        const Run run = runN3x("/", {"completion", shell});
        QVERIFY2(run.out == sourceFile(file), qPrintable("renew it: n3x completion " + shell + " > " + file));
        const Run parsed = runProgram(shell, {"-n"}, "/", run.out);
        QVERIFY2(parsed.status == 0 && parsed.notes.isEmpty(), parsed.notes.constData());
    }

    void bashCompletes_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("replies");
        QTest::newRow("command") << QStringList{"n3x", "ex"} << QByteArray("export explain");
        QTest::newRow("option") << QStringList{"n3x", "export", "--dr"} << QByteArray("--dry-run");
        QTest::newRow("value") << QStringList{"n3x", "check", "--format", "s"} << QByteArray("sarif");
        QTest::newRow("value behind =") << QStringList{"n3x", "check", "--format", "=", "s"} << QByteArray("sarif");
        QTest::newRow("no value yet") << QStringList{"n3x", "export", "--format", "="} << QByteArray("text json");
        QTest::newRow("a name, not a file") << QStringList{"n3x", "plan", "--profile", "\"\""} << QByteArray();
        QTest::newRow("behind a global option") << QStringList{"n3x", "-q", "check", "--fi"} << QByteArray("--fix");
        QTest::newRow("word") << QStringList{"n3x", "schema", "pro"} << QByteArray("project profile");
    }
    void bashCompletes()
    {
        QFETCH(QStringList, words);
        QFETCH(QByteArray, replies);
        const QString script = "source <(" + program() + " completion bash); COMP_WORDS=(" + words.join(' ') +
                               "); COMP_CWORD=" + QString::number(words.size() - 1) +
                               "; _n3x; echo \"${COMPREPLY[*]}\"";
        QCOMPARE(runProgram("bash", {"-c", script}, "/").out.trimmed(), replies);
    }

    void zshAndFishComplete_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("replies");
        QTest::newRow("command") << "n3x ex" << QStringList{"explain", "export"};
        QTest::newRow("option") << "n3x export --dr" << QStringList{"--dry-run"};
        QTest::newRow("value") << "n3x check --format s" << QStringList{"sarif"};
        QTest::newRow("behind a global option") << "n3x -q check --fi" << QStringList{"--fix"};
        QTest::newRow("word") << "n3x schema pro" << QStringList{"profile", "project"};
    }
    void zshAndFishComplete()
    {
        QFETCH(QString, line);
        QFETCH(QStringList, replies);
        const QString source = qEnvironmentVariable("N3X_SOURCE_DIR");
        const QString folder = source + "/packaging/completions/";
        const Run zsh = runProgram("zsh", {"-f", source + "/tests/cli/ask.zsh", folder + "zsh", line}, "/");
        QStringList words = matches(QString::fromUtf8(zsh.out), "offered:(\\S+)");
        words.sort();
        words.removeDuplicates();
        QVERIFY2(words == replies, zsh.out.constData());
        const Run fish = runProgram("fish",
                                    {"--no-config", "-c", "source $argv[1]; complete -C $argv[2] | cut -f1 | sort",
                                     folder + "fish/n3x.fish", line},
                                    "/");
        QCOMPARE(QString::fromUtf8(fish.out).split('\n', Qt::SkipEmptyParts), replies);
    }
};

} // namespace

QTEST_GUILESS_MAIN(DocumentsTest)
#include "documents_test.moc"
