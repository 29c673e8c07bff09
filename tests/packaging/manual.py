#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""manual.py MANUAL PROGRAM: the manual page and the program's help name the same long options."""

import os
import re
import subprocess
import sys

manual, program = sys.argv[1:]
page = open(manual, encoding="utf-8").read().replace("\\-", "-")
documented = set(re.findall(r"Fl -([a-z][a-z-]+)", page))

environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
text = subprocess.run([program, "--help"], capture_output=True, text=True, check=True, env=environment).stdout
options = set(re.findall(r"--([a-z][a-z-]+)", text)) - {"help-all"}  # that one is Qt's own
warnings = subprocess.run(["man", "--warnings", "-l", "-Tutf8", "-Z", manual], capture_output=True, text=True,
                          check=False).stderr

print(f"{len(options)} options")
print("only in the help:", *sorted(options - documented))
print("only in the manual page:", *sorted(documented - options))
print(warnings, end="")
sys.exit(1 if options != documented or warnings or len(options) < 3 else 0)
