// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/terminal.h"

#include <cerrno>
#include <cstdlib>
#include <unistd.h>

namespace n3x::cli {
namespace {

// https://no-color.org: any value but an empty one means no.
bool showsColours(int descriptor, ColourWhen when)
{
    if (when != ColourWhen::Automatic) return when == ColourWhen::Always;
    const char* refused = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    return (refused == nullptr || *refused == '\0') && terminal != nullptr && std::string_view(terminal) != "dumb" &&
           ::isatty(descriptor) == 1;
}

std::string_view sequence(Colour colour)
{
    switch (colour) {
    case Colour::Red: return "\x1b[1;31m";
    case Colour::Green: return "\x1b[32m";
    case Colour::Yellow: return "\x1b[1;33m";
    case Colour::Blue: return "\x1b[1;34m";
    case Colour::Cyan: return "\x1b[36m";
    case Colour::Bold: return "\x1b[1m";
    case Colour::Dim: return "\x1b[2m";
    case Colour::None: break;
    }
    return "";
}

} // namespace

Stream::Stream(int descriptor, ColourWhen when) : descriptor_(descriptor), isColoured_(showsColours(descriptor, when))
{
}

void Stream::add(Colour colour, std::string_view text)
{
    if (!isColoured_ || colour == Colour::None) {
        text_ += text;
        return;
    }
    text_ += sequence(colour);
    text_ += text;
    text_ += "\x1b[0m";
}

bool Stream::flush()
{
    std::string_view left = text_;
    while (!left.empty()) {
        const ssize_t count = ::write(descriptor_, left.data(), left.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        left.remove_prefix(static_cast<std::size_t>(count));
    }
    text_.clear();
    return true;
}

void Terminal::say(std::string_view line)
{
    if (verbosity == Verbosity::Quiet) return;
    notes.add(line);
    notes.add("\n");
}

void Terminal::sayIfVerbose(std::string_view line)
{
    if (verbosity == Verbosity::Verbose) say(line);
}

} // namespace n3x::cli
