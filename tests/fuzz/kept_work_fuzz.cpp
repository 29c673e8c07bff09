// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/session/kept_work.h"

#include <cstdint>
#include <cstdlib>

using namespace n3x;

// What a session left can be opened, kept again and opened again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto kept = parseKeptWork(text);
    if (!kept) return 0;
    const Project project = kept->project();
    const auto again = parseKeptWork(keptWorkText(kept->folder, project, kept->views, kept->base));
    if (!again || again->folder != kept->folder || again->views.size() != kept->views.size()) std::abort();
    if (again->base != kept->base) std::abort();
    if (!(again->project() == project)) std::abort();
    return 0;
}
