// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/writers/bitbake_lines.h"
#include "generators/writers/environment_writer.h"
#include "generators/writers/ini_writer.h"
#include "generators/writers/json_writer.h"
#include "generators/writers/nix_writer.h"
#include "generators/writers/unit_name.h"

#include <QtTest/QtTest>
#include <csignal>
#include <functional>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace n3x;
using namespace std::string_view_literals;

namespace {

// What a program says that ends by SIGABRT while it runs this; empty if it ends in another way.
std::string lastWords(const std::function<void()>& run)
{
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) return {};
    const pid_t child = fork();
    if (child == 0) {
        const rlimit noCore{0, 0};
        setrlimit(RLIMIT_CORE, &noCore);
        std::signal(SIGABRT, SIG_DFL); // QtTest would report a crash
        dup2(ends[1], STDERR_FILENO);
        run();
        _exit(0);
    }
    close(ends[1]);
    std::string said;
    std::array<char, 256> piece{};
    for (ssize_t size = 0; (size = read(ends[0], piece.data(), piece.size())) > 0;)
        said.append(piece.data(), static_cast<std::size_t>(size));
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT ? said : std::string();
}

} // namespace

// In every build a text that a language cannot hold ends the program instead of getting into a file.
class UnheldTextsTest : public QObject {
    Q_OBJECT

private slots:
    void endTheProgram()
    {
        std::string text;
        const std::vector<std::pair<std::string, std::function<void()>>> writers{
            {"NixWriter", [&] { NixWriter(text).string("a\0b"sv); }},
            {"NixWriter", [&] { NixWriter(text).attribute("a\0b"sv).number(1); }},
            {"IniWriter", [&] { IniWriter(text).entry("Name", "a\nb"); }},
            {"IniWriter", [&] { IniWriter(text).nameToMatch("Name", "a\nb"); }},
            {"JsonWriter", [&] { JsonWriter(text).string("\xff"); }},
            {"EnvironmentWriter", [&] { EnvironmentWriter(text).words("N", std::vector<std::string>{"a\nb"}); }},
            {"BitbakeLines", [] { BitbakeLines().assignment("N", "a\"b"); }},
            {"BitbakeLines", [] { BitbakeLines().append("N", "a\"b"); }},
            {"UnitName", [] { (void)UnitName("20-", std::string(80, 'a')); }},
        };
        for (const auto& [name, write] : writers)
            QCOMPARE(lastWords(write),
                     name + " was given a text that its language cannot hold. Nothing was written.\n");
    }

    void heldTextsDoNot()
    {
        QCOMPARE(lastWords([] {
                     std::string text;
                     IniWriter(text).entry("Name", "größe \\\\");
                     NixWriter(text).string("\xff");
                     JsonWriter(text).string("größe");
                 }),
                 std::string());
    }
};

QTEST_APPLESS_MAIN(UnheldTextsTest)
#include "unheld_texts_test.moc"
