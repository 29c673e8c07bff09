// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSize>
#include <QString>
#include <QStringList>

#include <expected>
#include <optional>

namespace n3x {

enum class Appearance : std::uint8_t { Desktop, Light, Dark };

// What the command line of n3x-studio says.
struct LaunchOptions {
    QString folder;     // of the project to open, also where its n3x.yaml was named; empty: the start page
    bool sample = false; // the sample project, copied into the data folder where it is missing
    QString picture;    // file to paint the window into instead of showing it
    QSize size;         // of the window; empty: as it was left
    Appearance appearance = Appearance::Desktop;
    double scale = 0;   // 0: the screen's own
    bool selfTest = false;
    bool firstPaint = false; // end when the window can be seen

    // What is in sight at first.
    QString profile;
    QString select; // path of an object
    QString preview; // path of a generated file
};

// The options, or what is wrong with them; `--help` and `--version` print and end the program.
[[nodiscard]] std::expected<LaunchOptions, QString> parseOptions(const QStringList& arguments);

// `--help` and `--version` alone, before there is an application that asks for a display.
void answerWithoutDisplay(int argc, char** argv);

// The two that have to be known before there is an application: the scale and whether there is a display.
void prepareEnvironment(int argc, char** argv);

} // namespace n3x
