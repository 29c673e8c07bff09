// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/codes.h"

#include <algorithm>
#include <vector>

namespace n3x {

std::span<const CodeInfo> problemCodes()
{
    static const std::vector<CodeInfo> all = [] {
        std::vector<CodeInfo> joined;
        for (const auto table : {fileCodes(), nameCodes(), addressCodes(), linkCodes(), clusterCodes(), workspaceCodes()})
            joined.insert(joined.end(), table.begin(), table.end());
        std::ranges::stable_sort(joined, {}, &CodeInfo::code);
        return joined;
    }();
    return all;
}

const CodeInfo* findCode(std::string_view code)
{
    const auto all = problemCodes();
    const auto found = std::ranges::lower_bound(all, code, {}, &CodeInfo::code);
    return found != all.end() && found->code == code ? &*found : nullptr;
}

} // namespace n3x
