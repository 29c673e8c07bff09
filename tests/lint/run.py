#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""Runs one linter over all files of its kind: run.py format|shell|desktop|appstream."""

import subprocess
import sys

from tree import ROOT, code_files, files, is_shell

KINDS = {
    "format": (["clang-format", "--dry-run", "-Werror", "--ferror-limit=1"], code_files),
    "shell": (["shellcheck", "-x"], lambda: [f for f in files() if is_shell(f)]),
    "desktop": (["desktop-file-validate"], lambda: [f for f in files() if f.suffix == ".desktop"]),
    # There is no home page yet, and none is made up.
    "appstream": (["appstreamcli", "validate", "--no-net", "--override=url-homepage-missing=info"],
                  lambda: [f for f in files() if f.name.endswith(".metainfo.xml")]),
}

command, chosen = KINDS[sys.argv[1]]
names = [str(name) for name in chosen()]
if not names:
    print("no file of this kind")
    sys.exit(1)
status = subprocess.run([*command, *names], cwd=ROOT, check=False).returncode
print(f"{len(names)} files")
sys.exit(1 if status else 0)
