#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""Searches for inputs that break a parser, for so many minutes of the processor each:

    packaging/in-debian-13 tests/fuzz/search.py [--build build/fuzz] [--minutes 30] [--jobs 2] [FUZZER…]

New inputs that reached something gather in the user's cache, so that the next search starts where this one ended.
A finding is written beside them and named here: mend the fault and keep the input under tests/fuzz/<fuzzer>/crashes/.
Prints a line a fuzzer; exit 1 where one found something.
"""

import argparse
import concurrent.futures
import os
import re
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "n3x-studio/fuzz"
STRETCH = 60  # seconds of one run of the program; then its processor time is counted
EXECUTED = re.compile(rb"stat::number_of_executed_units:\s+(\d+)")
REACHED = re.compile(rb"\bcov: (\d+)")


def run_once(program, folders, findings, seconds):
    """One run: processor seconds used, inputs tried, edges reached, exit status.

    The limit of an input is one by the clock: high, since a search runs beside other work.
    """
    process = subprocess.Popen(
        [program, f"-max_total_time={max(1, int(seconds))}", "-timeout=100", "-rss_limit_mb=4096", "-print_final_stats=1",
         f"-artifact_prefix={findings}", *folders],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    tried = EXECUTED.search(said)
    reached = REACHED.findall(said)
    return (usage.ru_utime + usage.ru_stime, int(tried[1]) if tried else 0, int(reached[-1]) if reached else 0,
            process.returncode, said)


def search(program, minutes):
    name = program.name.removeprefix("fuzz.")
    gathered = CACHE / name
    gathered.mkdir(parents=True, exist_ok=True)
    findings = CACHE / f"{name}-"
    kept = [folder for folder in (HERE / name / "seeds", HERE / name / "crashes") if folder.is_dir()]
    used, tried, reached = 0.0, 0, 0
    start = time.monotonic()
    while used < minutes * 60:
        wanted = min(STRETCH, minutes * 60 - used)
        seconds, executed, edges, status, said = run_once(program, [gathered, *kept], findings, wanted)
        used += seconds
        tried += executed
        reached = max(reached, edges)
        if status != 0:
            tail = b"\n".join(said.splitlines()[-30:]).decode(errors="replace")
            return False, f"{name}: FOUND after {used / 60:.1f} CPU-minutes, {tried} inputs; see {findings}*\n{tail}"
    elapsed = (time.monotonic() - start) / 60
    return True, (f"{name}: nothing in {used / 60:.1f} CPU-minutes ({elapsed:.1f} by the clock), "
                  f"{tried} inputs, {reached} edges")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=Path, default=ROOT / "build/fuzz")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("fuzzers", nargs="*")
    options = parser.parse_args()
    programs = sorted((options.build / "bin/fuzz").glob("fuzz.*"))
    if options.fuzzers:
        programs = [one for one in programs if one.name.removeprefix("fuzz.") in options.fuzzers]
    if not programs:
        sys.exit(f"there is no such fuzzer below {options.build}; build the preset fuzz first")
    clean = True
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for future in concurrent.futures.as_completed([pool.submit(search, one, options.minutes) for one in programs]):
            passed, sentence = future.result()
            clean = clean and passed
            print(sentence, flush=True)
    sys.exit(0 if clean else 1)


main()
