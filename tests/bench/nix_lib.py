#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""A fresh process of Nix evaluates the exported lib/ for 1,000 nodes: their data is read, and every unit text is made.

    packaging/in-debian-13 tests/bench/nix_lib.py --samples build/release/bin/tests/n3x-real-samples [--runs N] [--no-limits]

On a machine that others use too, `chrt -f 5` before it puts Nix ahead of them. Exit 1 where the limit is not held.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NODES = 1000
LIMIT = 0.060


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--samples", required=True, help="the program that writes samples")
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--no-limits", action="store_true", help="only see that it runs")
    arguments = parser.parse_args()
    if not shutil.which("nix-instantiate"):
        print("SKIPPED: nix-instantiate is not here")
        sys.exit(77)
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="n3x-bench-", dir=memory) as folder:
        subprocess.run([arguments.samples, f"{folder}/out", "--large", str(NODES), "--under", "lib/"], check=True)
        environment = {"PATH": os.environ["PATH"], "HOME": folder, "NIX_CONF_DIR": folder, "NIX_STATE_DIR": f"{folder}/state",
                       "NIX_STORE_DIR": f"{folder}/store", "NIX_CONFIG": "build-users-group =\nsubstituters =\n"}
        profile = f"{folder}/out/large/lib/network/profiles/large.nix"
        files = f"(import {ROOT}/resources/repo/lib/network/mk-network-config.nix {{ }}).generateAllNodeFiles (import {profile})"
        units = f"let files = {files}; in builtins.deepSeq files (builtins.foldl' (sum: one: sum + builtins.length " \
                "(builtins.attrNames one)) 0 (builtins.attrValues files))"

        def timed(expression):
            start = time.perf_counter()
            result = subprocess.run(["nix-instantiate", "--eval", "--expr", expression], env=environment, capture_output=True, text=True)
            elapsed = time.perf_counter() - start
            if result.returncode != 0:
                sys.exit(result.stderr)
            return elapsed, int(result.stdout)

        runs = [(timed(units), timed("0")) for _ in range(arguments.runs + 2)][2:]  # the first only warm the files
    made = runs[0][0][1]
    if made != 8 * NODES:
        sys.exit(f"{made} units were made")
    whole = statistics.median(one for (one, _), _ in runs)
    nothing = statistics.median(one for _, (one, _) in runs)
    missed = "" if whole <= LIMIT else ", not reached"
    print(f"figure | exported `lib/` for {NODES:,} nodes: every unit text, fresh process of Nix | {1000 * whole:.0f} ms "
          f"({1000 * nothing:.0f} ms for evaluating nothing) | ≤ {1000 * LIMIT:.0f} ms{missed} |")
    sys.exit(0 if whole <= LIMIT or arguments.no_limits else 1)


if __name__ == "__main__":
    main()
