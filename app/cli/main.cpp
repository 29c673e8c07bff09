// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/command_line.h"

int main(int argumentCount, char** arguments) { return n3x::cli::run(argumentCount, arguments); }
