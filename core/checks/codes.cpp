// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/checks/codes.h"

#include "core/checks/code_tables.h"
#include "core/files/codes.h"
#include "core/workspace/codes.h"

#include <algorithm>
#include <array>
#include <vector>

namespace n3x {
namespace {

// The tables of the rooms; one line each.
std::vector<CodeInfo> allCodes()
{
    std::vector<CodeInfo> all;
    const auto add = [&](std::span<const CodeInfo> table) { all.insert(all.end(), table.begin(), table.end()); };
    add(fileProblemCodes());
    add(nameCodes());
    add(addressCodes());
    add(linkCodes());
    add(clusterCodes());
    add(workspaceProblemCodes());
    std::ranges::sort(all, {}, &CodeInfo::code);
    return all;
}

} // namespace

std::span<const CodeInfo> problemCodes()
{
    static const std::vector<CodeInfo> codes = allCodes();
    return codes;
}

const CodeInfo* findCode(std::string_view code)
{
    const auto codes = problemCodes();
    const auto found = std::ranges::lower_bound(codes, code, {}, &CodeInfo::code);
    return found != codes.end() && found->code == code ? &*found : nullptr;
}

} // namespace n3x
