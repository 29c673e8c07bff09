# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""Every Nix file of an exported repository is laid out as people would: two spaces a level, no tabs, nothing behind a
line's end, no two blank lines, and no line over 100 characters but where one string or one name is that long."""

import re

from consumers import Failures
from flakes import Flakes

WIDEST = 100


def faults(text):
    """(line number, what is wrong) of each fault."""
    lines = text.split("\n")
    if lines[-1] != "":
        yield len(lines), "no line end at the end"
    elif len(lines) > 1 and lines[-2] == "":
        yield len(lines), "blank lines at the end"
    in_text = False  # between '' and '', where another language has its own indentation
    for number, line in enumerate(lines, 1):
        if "\t" in line:
            yield number, "a tab"
        if line != line.rstrip():
            yield number, "blanks at the end of the line"
        if number > 1 and line == "" and lines[number - 2] == "" and number < len(lines):
            yield number, "two blank lines"
        indent = len(line) - len(line.lstrip(" "))
        if not in_text and line.strip() and indent % 2:
            yield number, f"{indent} spaces"
        if len(line) > WIDEST and not is_unbreakable(line):
            yield number, f"{len(line)} characters"
        if len(re.findall(r"''(?![$'\\])", line)) % 2:
            in_text = not in_text


def is_unbreakable(line):
    """One string, or one comment word, that alone is what makes the line too long."""
    longest = max((len(one) for one in re.findall(r'"(?:[^"\\]|\\.)*"|\S+', line)), default=0)
    return len(line) - longest < WIDEST // 2


def main():
    failures = Failures()
    for bad in ("{ a = 1; } \n", "{\n\ta = 1;\n}\n", "{\n   a = 1;\n}\n", "{ }", "{\n\n\n}\n", "{ a = [ " + "1 " * 60 + "]; }\n"):
        failures.check(list(faults(bad)), f"the test of layout takes {bad!r}")
    count = 0
    with Flakes() as flakes:
        for folder in (flakes.exported("sample"), flakes.everything()):
            for file in sorted(folder.rglob("*.nix")):
                count += 1
                name = str(file.relative_to(folder))
                for line, fault in faults(file.read_text()):
                    failures.add(f"{folder.name}/{name}:{line}: {fault}")
    failures.exit(f"{count} files laid out well")


if __name__ == "__main__":
    main()
