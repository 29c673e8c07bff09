// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/load.h"
#include "core/files/save.h"
#include "core/files/yaml_tree.h"

#include <cstdint>
#include <cstdlib>

using namespace n3x;

// The bytes stand as each kind of file. Both readers of YAML read the same out of them. What could be read must come
// back equal from what is written, and be written the same again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char*>(data), size);
    const YamlReading quick = readYaml("fuzz.yaml", text);
    const YamlReading full = readYaml("fuzz.yaml", text, YamlReader::Full);
    if (!quick.tree != !full.tree || (quick.tree && !(*quick.tree == *full.tree))) std::abort();
    if (quick.problems != full.problems || quick.incomplete != full.incomplete) std::abort();
    if (quick.hasComments != full.hasComments) std::abort();
    (void)loadHardwareTarget("profiles/hardware/fuzz.yaml", text);
    const SourceText inputs[] = {
        {{"n3x.yaml", text}},
        {{"n3x.yaml", "n3x: project/1\nname: fuzz\nprofiles: [fuzz]\n"}, {"profiles/fuzz.yaml", text}}};
    for (const SourceText& input : inputs) {
        const LoadedProject loaded = loadProject(input);
        for (const Problem& problem : loaded.problems) {
            if (!problem.position || problem.position->line < 1 || problem.position->column < 1) std::abort();
            (void)loaded.positions.position(problem.path);
        }
        const SourceText saved = saveProject(loaded.project);
        const LoadedProject again = loadProject(saved);
        if (!(again.project == loaded.project)) std::abort();
        if (saveProject(again.project) != saved) std::abort();
        if (!loaded.unsafeToSave.empty()) continue;
        if (!again.problems.empty() && loaded.problems.empty()) std::abort();
    }
    return 0;
}
