// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/cli/program_run.h"

#include <QRegularExpression>

using namespace n3x::test;

namespace {

const std::filesystem::path golden = qEnvironmentVariable("N3X_SOURCE_DIR").toStdString() + "/tests/cli/golden";

// Scripts read these answers: no key, no type and no order of theirs changes by chance. What is meant to change is read
// and then put into tests/cli/golden.
class AnswersTest final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        folder_.emplace();
        std::filesystem::copy(golden / "lab", folder_->path(), std::filesystem::copy_options::recursive);
    }

    void check()
    {
        put(folder_->path(), ".n3x/journal", "");
        compare({"check", "--format", "json"}, "check.json");
    }

    void plan() { compare({"plan", "--profile", "one"}, "plan.json"); }

    // A node with another name, a file of the one before edited by hand, a profile with errors.
    void dryRun()
    {
        QCOMPARE(runN3x(folder_->path(), {"export"}).status, 1);
        const std::string edited = "lib/k3s/flags/one/agent-1.json";
        put(folder_->path(), edited, read(folder_->path() / edited) + "by hand\n");
        replaceIn(folder_->path() / "profiles/one.yaml", "  agent-1:", "  agent-2:");
        compare({"export", "--dry-run", "--format", "json"}, "export.json");
    }

private:
    void compare(const QStringList& arguments, const char* document)
    {
        static const QRegularExpression files(
            QStringLiteral("\"unchanged\": [1-9][0-9]*")); // with each fixed file more
        const QString answer =
            QString::fromUtf8(runN3x(folder_->path(), arguments).out).replace(files, "\"unchanged\": 0");
        const QString expected = QString::fromStdString(read(golden / document));
        QCOMPARE(answer.split('\n'), expected.split('\n'));
    }

    std::optional<Scratch> folder_;
};

} // namespace

QTEST_GUILESS_MAIN(AnswersTest)
#include "answers_test.moc"
