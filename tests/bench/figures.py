#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""Every figure of README.md, measured one after the other with the release build; says what runs before each.

    packaging/in-debian-13 chrt -f 5 tests/bench/figures.py [--only WORD] [--write]

`chrt -f 5` (where it is allowed) puts them ahead of what else the machine does. --write makes the table in README.md,
between `<!-- figures -->` and `<!-- /figures -->`, anew. Exit 1 where a figure is missed or missing.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = "build/release/bin"
REPEATED = ["--benchmark_repetitions=9", "--benchmark_enable_random_interleaving=true"]
# As programs run where no display is: the same on every machine.
SCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "LC_ALL": "C.UTF-8"}
BENCHES = [
    ["tests/bench/processes.py", "--runs", "40"],
    ["tests/bench/nix_lib.py", "--samples", f"{BUILD}/tests/n3x-real-samples", "--runs", "40"],
    ["tests/bench/flake_check.py"],
    [f"{BUILD}/benches/bench.generation", *REPEATED],
    [f"{BUILD}/benches/bench.checks", *REPEATED, "--benchmark_filter=oneNode"],
    [f"{BUILD}/benches/bench.generation_memory"],
    [f"{BUILD}/benches/bench.export", "50"],
    [f"{BUILD}/benches/bench.canvas", "100"],
    [f"{BUILD}/benches/bench.window", "50"],
]


def measured(command):
    """The rows that a bench says, and whether it is content."""
    print("\n$ " + " ".join(command), flush=True)
    rows = []
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ, **SCREEN}, stdout=subprocess.PIPE, text=True) as bench:
        for line in bench.stdout:
            print(line, end="", flush=True)
            if line.startswith("figure | "):
                rows.append([cell.strip() for cell in line.strip().removeprefix("figure |").strip(" |").split(" | ")])
    return rows, bench.returncode == 0 and bool(rows)


def put_into(readme, rows):
    text = readme.read_text()
    start, end = "<!-- figures -->\n", "<!-- /figures -->"
    before, rest = text.split(start, 1)
    table, after = rest.split(end, 1)
    notes = table[table.rindex("|\n") + 2:] if "|\n" in table else ""
    lines = ["| work | measured | to reach | bench |", "| --- | --- | --- | --- |"]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    readme.write_text(before + start + "\n".join(lines) + "\n" + notes + end + after)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", help="benches with this word in their command")
    parser.add_argument("--write", action="store_true", help="make the table in README.md anew")
    arguments = parser.parse_args()
    if arguments.write and arguments.only:
        parser.error("a table is all of one day: --write measures everything")
    every, held = [], True
    for command in BENCHES:
        if arguments.only not in " ".join(command):
            continue
        rows, content = measured(command)
        held = held and content
        every += [[*row, f"`{Path(command[0]).name}`"] for row in rows]
    if arguments.write:
        put_into(ROOT / "README.md", every)
    sys.exit(0 if held else 1)


if __name__ == "__main__":
    main()
