// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace n3x::cli {

enum class ColourWhen : std::uint8_t { Automatic, Always, Never };
enum class Verbosity : std::uint8_t { Quiet, Normal, Verbose };
enum class Colour : std::uint8_t { None, Red, Green, Yellow, Blue, Cyan, Bold, Dim };

// One of the two streams. Text is kept until flush(), so that a run writes once.
class Stream {
public:
    Stream(int descriptor, ColourWhen when);

    void add(std::string_view text) { text_ += text; }
    void add(Colour colour, std::string_view text); // coloured where the stream shows colours

    // False where not everything could be written.
    [[nodiscard]] bool flush();

private:
    int descriptor_;
    bool isColoured_;
    std::string text_;
};

// What a command talks to: results on `out`, everything else on `notes`.
struct Terminal {
    Stream out;
    Stream notes;
    Verbosity verbosity = Verbosity::Normal;

    // A line on `notes`, unless people want it quiet.
    void say(std::string_view line);
    void sayIfVerbose(std::string_view line);
};

} // namespace n3x::cli
