// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"
#include "core/checks/codes.h"
#include "core/files/nearest.h"
#include "core/files/schema.h"

#include <algorithm>
#include <cctype>
#include <format>

namespace n3x::cli {
ExitStatus explainCode(const std::string& code, Terminal& terminal)
{
    if (code.empty()) {
        for (const CodeInfo& info : problemCodes())
            terminal.out.add(std::format("{}  {:7}  {}\n", info.code, word(info.severity), info.title.english()));
        return ExitStatus::Fine;
    }
    std::string wanted = code;
    std::ranges::transform(wanted, wanted.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    const CodeInfo* info = findCode(wanted);
    if (info == nullptr) {
        std::vector<std::string_view> known;
        for (const CodeInfo& other : problemCodes()) known.push_back(other.code);
        terminal.notes.add(std::format("n3x: there is no code {}", code));
        if (const auto meant = nearest(wanted, std::span<const std::string_view>(known)))
            terminal.notes.add(std::format("; was {} meant?", *meant));
        terminal.notes.add("\n");
        return ExitStatus::Usage;
    }
    terminal.out.add(Colour::Bold, std::format("{}: {}", info->code, info->title.english()));
    terminal.out.add(std::format(" ({})\n\n{}\n", word(info->severity), info->reason.english()));
    if (!info->example.empty()) terminal.out.add(std::format("\n{}\n", info->example.english()));
    return ExitStatus::Fine;
}

ExitStatus showSchema(const std::string& kind, Terminal& terminal)
{
    const FileKind file = kind == "profile"    ? FileKind::Profile
                          : kind == "hardware" ? FileKind::Hardware
                                               : FileKind::Project;
    std::string text = jsonSchema(file);
    if (!text.ends_with('\n')) text += '\n';
    terminal.out.add(text);
    return ExitStatus::Fine;
}

} // namespace n3x::cli
