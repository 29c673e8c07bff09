// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/cli/program_run.h"

#include <array>
#include <random>
#include <sstream>

using namespace n3x;
using namespace n3x::test;

namespace {

using Lines = std::vector<std::string>;

Lines linesOf(const std::string& text)
{
    Lines lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::string joined(const Lines& lines)
{
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

// One thing that people, editors and merges do to a line.
void breakOne(Lines& lines, std::mt19937& random)
{
    constexpr std::array<std::string_view, 10> values{"null", "\"\"", "[]",   "{}",      "4095",
                                                      "-1",   "~",    "true", "\"a b\"", "99999999999999999999"};
    if (lines.empty()) return;
    const std::size_t at = random() % lines.size();
    std::string& line = lines[at];
    const std::size_t colon = line.find(": ");
    switch (random() % 6) {
    case 0: lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at)); break;
    case 1: lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), Lines(lines)[random() % lines.size()]); break;
    case 2:
        if (colon != std::string::npos)
            line = line.substr(0, colon + 2) + std::string(values[random() % values.size()]);
        break;
    case 3: line = line.substr(0, random() % (line.size() + 1)); break;
    case 4: line.insert(0, random() % 2 == 0 ? "\t" : " "); break;
    default: line += random() % 2 == 0 ? " \xff" : "x";
    }
}

class BrokenFilesTest final : public QObject {
    Q_OBJECT

private slots:
    // The machines of the profile that is meant keep their outputs.
    void aSlipOfTheListRemovesNothing()
    {
        const ProjectScratch project;
        QCOMPARE(runN3x(project.path(), {"export"}).status, 0);
        const Files before = filesAtRest(project.path());
        replaceIn(project.path() / "n3x.yaml", "profiles: [vlans]", "profiles: [vlan]");
        const Run run = runN3x(project.path(), {"export"});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.notes.contains("N3X0014") && run.notes.contains("Did you mean “vlans”?"), run.notes.constData());
        QVERIFY2(!run.notes.contains("N3X1105"), run.notes.constData()); // what follows from it
        Files after = filesAtRest(project.path());
        after["n3x.yaml"] = before.at("n3x.yaml");
        QVERIFY(after == before);
        const Run fixed = runN3x(project.path(), {"check", "--fix"});
        QVERIFY2(fixed.status == 1 && !fixed.out.contains("N3X7009"), fixed.out.constData());
        QVERIFY(!std::filesystem::exists(project.path() / "profiles/vlan.yaml"));
    }

    void whateverIsBrokenIsSaid()
    {
        std::mt19937 random(1);
        const ProjectScratch good(QStringLiteral("sample"));
        std::array<int, 4> statuses{};
        for (int round = 0; round < 25; ++round) {
            const Scratch scratch;
            const auto lab = scratch.path() / "lab";
            std::filesystem::copy(good.path(), lab, std::filesystem::copy_options::recursive);
            for (auto count = 1 + random() % 3; count > 0; --count) {
                const std::string file = random() % 4 == 0 ? "n3x.yaml" : "profiles/vlans.yaml";
                Lines lines = linesOf(read(lab / file));
                breakOne(lines, random);
                put(lab, file, joined(lines));
            }
            const Files before = filesAtRest(lab);
            for (const QStringList& arguments :
                 {QStringList{"check"}, {"check", "--format", "sarif"}, {"export", "--dry-run"}, {"diff"}}) {
                const Run run = runN3x(lab, arguments);
                QVERIFY2(run.status == 0 || run.status == 1,
                         (joined(linesOf(read(lab / "n3x.yaml"))) + run.notes.toStdString()).c_str());
                if (arguments.size() == 1 && arguments[0] == "check") ++statuses[static_cast<std::size_t>(run.status)];
            }
            QCOMPARE(filesAtRest(lab), before);
            const Run mended = runN3x(lab, {"check", "--fix"});
            QVERIFY(mended.status == 0 || mended.status == 1);
            const Files after = filesAtRest(lab);
            if (!mended.notes.contains("Fixed: ")) QCOMPARE(after, before); // what cannot be saved whole is not saved
            const Run again = runN3x(lab, {"check", "--fix"});
            QVERIFY2(!again.notes.contains("Fixed: "), again.notes.constData());
            QCOMPARE(filesAtRest(lab), after);
        }
        QVERIFY(statuses[0] > 0 && statuses[1] > 0); // else it breaks nothing, or all
    }
};

} // namespace

QTEST_GUILESS_MAIN(BrokenFilesTest)
#include "broken_files_test.moc"
