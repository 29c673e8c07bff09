#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""The rules of the house that no compiler knows; HACKING.md gives their reasons. Prints what breaks one."""

import re
import sys

from tree import CODE, ROOT, files

ROOMS = {"core": 0, "generators": 1, "app": 2, "qml": 3, "tests": 4}
LONGEST = 400
VAGUE = re.compile(r"^(utils?|helpers?|misc|common)$")
TOP = set("CMakeLists.txt app qml core generators profiles resources tests packaging README.md LICENSE LICENSES "
          "HACKING.md REUSE.toml CMakePresets.json".split())
SPDX = ["SPDX-" + rest for rest in ("FileCopyrightText: 2026 The n3x Studio authors", "License-Identifier: Apache-2.0")]
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.M)
QT = re.compile(r"^(Q[A-Z]\w*|Qt\w+/.*|qt?[a-z]+\.h|KSyntaxHighlighting/.*)$")


def problems_of_code(file, text):
    room = file.parts[0]
    if room not in ROOMS:
        return
    lines = text.count("\n")
    if lines > LONGEST:
        yield 1, f"has {lines} lines, {LONGEST} are allowed; give the second idea a file of its own"
    for match in INCLUDE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        name = match[1]
        other = name.split("/")[0]
        if other in ROOMS and "/" in name:
            if ROOMS[other] > ROOMS[room]:
                yield line, f"includes upwards: {room} may not use {name}"
            if not (ROOT / name).exists():
                yield line, f"includes {name}, which is not there"
        elif '"' in match[0] and (ROOT / file.parent / name).exists():
            yield line, f'includes "{name}"; say where it is from the top of the tree'
        if room in ("core", "generators") and QT.match(name):
            yield line, f"includes {name}: core and generators know no Qt"
    if file.suffix == ".h" and "#pragma once" not in text:
        yield 1, "is a header without #pragma once"


def problems_of_names(file):
    if len(file.parts) > 0 and not file.parts[0].startswith(".") and file.parts[0] not in TOP:
        yield 1, "stands outside the fixed top level of the tree"
    if file.parts[0] in ROOMS:
        for part in (*file.parts[:-1], file.stem):
            if VAGUE.match(part):
                yield 1, f"is called {part}; name it after what it holds"
        if file.suffix in CODE and not re.fullmatch(r"[a-z0-9_]+", file.stem):
            yield 1, "is not in lower_case"


def problems_of_licence(file, text):
    if file.suffix in (*CODE, ".qml", ".py", ".cmake") or file.name == "CMakeLists.txt":
        if not all(line in text[:400] for line in SPDX):
            yield 1, "lacks the two SPDX lines at its top"


def problems_of_guide(file, text):
    """A file that a page for contributors names, in backticks, exists. <name> and … stand for anything."""
    for match in re.finditer(r"`([^`\s]+)`", text):
        name = match[1].rstrip("/")
        if name.split("/")[0] not in TOP or name.startswith("build/"):
            continue
        pattern = re.sub(r"<[^>]+>|…", "*", name)
        if not any(ROOT.glob(pattern)):
            yield text.count("\n", 0, match.start()) + 1, f"names {name}, which is not there"


def problems():
    for file in files():
        yield from ((file, *p) for p in problems_of_names(file))
        if file.suffix in (*CODE, ".qml", ".py", ".cmake", ".md") or file.name == "CMakeLists.txt":
            if file.parts[0] == "resources":
                continue
            text = (ROOT / file).read_text(encoding="utf-8")
            yield from ((file, *p) for p in problems_of_licence(file, text))
            if file.suffix in CODE or file.suffix == ".qml":
                yield from ((file, *p) for p in problems_of_code(file, text))
            if file.name in ("HACKING.md", "README.md") and len(file.parts) == 1:
                yield from ((file, *p) for p in problems_of_guide(file, text))


found = [f"{file}:{line}: {sentence}" for file, line, sentence in problems()]
print("\n".join(found) or "The house is in order.")
sys.exit(1 if found else 0)
