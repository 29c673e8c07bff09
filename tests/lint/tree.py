# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""Which files are ours: what Git knows or would add; in an unpacked archive, everything outside build/."""

import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
CODE = (".cpp", ".h")


def files():
    git = ["git", "-C", str(ROOT), "-c", "safe.directory=*", "ls-files", "-z", "-co", "--exclude-standard"]
    if (ROOT / ".git").exists():
        names = subprocess.run(git, check=True, capture_output=True, text=True).stdout.split("\0")
        return sorted({pathlib.PurePosixPath(n) for n in names if n and (ROOT / n).is_file()})
    found = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [f for f in folders if f not in ("build", ".git", ".cache")]
        found += [pathlib.PurePosixPath(os.path.relpath(os.path.join(folder, n), ROOT)) for n in names]
    return sorted(found)


def code_files():
    return [f for f in files() if f.suffix in CODE]


def is_shell(file):
    if file.suffix in (".sh", ".bash"):
        return True
    if file.suffix or str(file).startswith("resources/"):
        return False
    with open(ROOT / file, "rb") as stream:
        first = stream.readline(80)
    return first.startswith(b"#!") and (b"bash" in first or first.rstrip().endswith(b"/sh"))
