#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""What people read: every number has its singular and its plural in English, every class that speaks is found by the
translators' tool under the name that the program asks for, and no text exclaims or begs."""

import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

from tree import ROOT, code_files

LUPDATE = "/usr/lib/qt6/bin/lupdate"
ENGLISH = ROOT / "resources/translations/n3x-studio_en.ts"
UNWANTED = re.compile(r"!|\b(please|oops|sorry)\b", re.IGNORECASE)


def messages(path):
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name"), message.findtext("source"), message


def numbers(path):
    return {(context, source): len(message.findall("translation/numerusform"))
            for context, source, message in messages(path) if message.get("numerus")}


faults = []
with tempfile.TemporaryDirectory() as folder:
    found = f"{folder}/found.ts"
    told = subprocess.run([LUPDATE, "-silent", "-no-obsolete", "-I", ".", "app", "qml", "-ts", found], cwd=ROOT,
                          check=True, capture_output=True, text=True).stderr
    faults += [line.removeprefix(f"{ROOT}/") for line in told.splitlines() if "lacks Q_OBJECT" in line]
    said = [(context, source) for context, source, _ in messages(found)]
    known = numbers(ENGLISH)
    faults += [f"{context}: “{source}” has no English singular and plural"
               for context, source in sorted(numbers(found)) if known.get((context, source)) != 2]

for file in code_files():
    if file.parts[0] in ("core", "generators", "app"):
        text = (ROOT / file).read_text()
        said += [(str(file), literal) for literal in re.findall(r'N3X_TEXT\(\s*"((?:[^"\\]|\\.)*)"', text)]
faults += [f"{place}: “{text}” exclaims or begs" for place, text in said if UNWANTED.search(text)]

print("\n".join(faults) if faults else f"{len(said)} texts")
sys.exit(1 if faults or len(said) < 500 else 0)
