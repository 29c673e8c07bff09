// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <rapidcheck.h>

#include <ostream>
#include <string>
#include <utility>

namespace n3x::test {

// A property inside a QtTest function: QVERIFY(holds("load gives back what save wrote", [](const Project& p) {…})).
// RapidCheck prints the counterexample and how to make it again (RC_PARAMS="reproduce=…").
template <class Testable> bool holds(const std::string& description, Testable&& testable)
{
    return rc::check(description, std::forward<Testable>(testable));
}

} // namespace n3x::test

namespace n3x {
struct Project;

// Counterexamples are shown as the files that they are.
std::ostream& operator<<(std::ostream& stream, const Project& project);
} // namespace n3x
