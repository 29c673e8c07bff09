// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/diagnostics.h"
#include "core/checks/check.h"
#include "core/files/load.h"
#include "core/files/templates.h"
#include "core/types/plain_text.h"
#include "generators/live/live_engine.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <cstdlib>

using namespace n3x;

// The bytes are a profile: what is checked and generated from it can be said, and is the same however one came there.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const SourceText sources = {{"n3x.yaml", "n3x: project/1\nname: fuzz\nprofiles: [fuzz]\n"},
                                {"profiles/fuzz.yaml", std::string(reinterpret_cast<const char*>(data), size)}};
    const LoadedProject loaded = loadProject(sources);
    const Withheld held = withheld(loaded);
    const Generation generation = generate(loaded.project, held);
    if (generation.problems() != check(loaded.project)) std::abort();
    generation.outputs.forEach([](std::string_view path, const FileText& text) {
        if (!isUtf8(path) || !isUtf8(text.text())) std::abort();
    });

    static const Project sample = templateProject("sample");
    LiveEngine engine;
    (void)engine.update(sample);
    const Generation live = engine.update(loaded.project, held);
    if (!(live.outputs == generation.outputs) || live.problems() != generation.problems()) std::abort();

    Problems problems = loaded.problems;
    problems.insert(problems.end(), generation.problems().begin(), generation.problems().end());
    if (!nlohmann::json::accept(cli::problemsJson(problems))) std::abort();
    if (!nlohmann::json::accept(cli::problemsSarif(problems, sources))) std::abort();
    return 0;
}
