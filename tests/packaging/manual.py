#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""manual.py MANUAL PROGRAM: the manual page knows every command and long option that the program's help shows."""

import os
import re
import subprocess
import sys

manual, program = sys.argv[1:]
plain = re.sub(r"\\-", "-", open(manual, encoding="utf-8").read())
documented_options = set(re.findall(r"Fl -([a-z][a-z-]+)", plain))
documented_commands = set(re.findall(r"^\.It Cm ([a-z]+)", plain, re.M))


def help_of(*words):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
    return subprocess.run([program, *words, "--help"], capture_output=True, text=True, check=True, env=environment).stdout


text = help_of()
commands = re.findall(r"^  ([a-z]+)  +\S", text.partition("SUBCOMMANDS:")[2] or text.partition("Subcommands:")[2], re.M)
options = set(re.findall(r"--([a-z][a-z-]+)", text))
for command in commands:
    options |= set(re.findall(r"--([a-z][a-z-]+)", help_of(command)))
options -= {"help-all"}  # Qt's own

missing = sorted(set(commands) - documented_commands) + sorted("--" + o for o in options - documented_options)
gone = sorted(documented_commands - set(commands)) + sorted("--" + o for o in documented_options - options)
print(f"{len(commands)} commands, {len(options)} options")
if missing:
    print("not in the manual page:", *missing)
if gone:
    print("only in the manual page:", *gone)
warnings = subprocess.run(["man", "--warnings", "-l", "-Tutf8", "-Z", manual], capture_output=True, text=True, check=False).stderr
print(warnings, end="")
sys.exit(1 if missing or gone or warnings or len(options) < 3 else 0)
