// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/embedded_file.h"
#include "core/files/load.h"
#include "core/model/project.h"

namespace n3x {
namespace {

Sequence<HardwareTarget> readCatalogue()
{
    Sequence<HardwareTarget> targets;
    for (const EmbeddedFile& file : builtInFiles()) {
        if (!file.path.starts_with("profiles/hardware/")) continue;
        // A test loads each of these files; a broken one never leaves this room.
        if (auto target = loadHardwareTarget(file.path, file.text))
            targets = targets.push_back(immer::box<HardwareTarget>(*std::move(target)));
    }
    return targets;
}

} // namespace

const Sequence<HardwareTarget>& builtInHardware()
{
    static const Sequence<HardwareTarget> targets = readCatalogue();
    return targets;
}

const HardwareTarget* findTarget(const Project& project, std::string_view name)
{
    if (const HardwareTarget* own = find(project.hardware, name)) return own;
    return find(builtInHardware(), name);
}

} // namespace n3x
