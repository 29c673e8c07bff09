// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/fields.h"
#include "core/files/load.h"
#include "core/files/save.h"
#include "core/files/templates.h"

#include <cstdint>
#include <cstdlib>

using namespace n3x;

// Lines "path=text" are set one after the other in the sample project, which must stay one that can be saved and read.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    Project project = templateProject("sample");
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const std::size_t sign = std::min(line.find('='), line.size());
        const ObjectPath path(line.substr(0, sign));
        project = withValue(project, path, sign == line.size() ? std::string_view() : line.substr(sign + 1));
        const auto text = valueText(project, path);
        (void)fieldInfo(project, path);
        (void)fieldsOf(project, path);
        if (text && !fieldInfo(path)) std::abort(); // a value that the table does not know
    }
    const LoadedProject loaded = loadProject(saveProject(project));
    if (!(loaded.project == project)) std::abort();
    return 0;
}
