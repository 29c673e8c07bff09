#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""Fresh processes of n3x beside those of its peers, in turns, into fresh folders in memory: as ratios.

    packaging/in-debian-13 tests/bench/processes.py [--n3x PROGRAM] [--runs N] [--no-limits]

On a machine that others use too, `chrt -f 5` before it puts both sides ahead of them. Exit 1 where a limit is not held
or a peer is not here.
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
UNITS = "backends/debian/meta-n3x/recipes-support/systemd-networkd-config/files"
VLANS = 1000


class Workshop:
    """A folder in memory with fresh folders in it for every run."""

    def __init__(self):
        memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.holder = tempfile.TemporaryDirectory(prefix="n3x-bench-", dir=memory)
        self.root = Path(self.holder.name)
        self.count = 0

    def fresh(self, name):
        self.count += 1
        folder = self.root / f"{name}-{self.count}"
        folder.mkdir()
        return folder


def timed(command, environment, output):
    with open(output, "wb") as stream:
        start = time.perf_counter()
        result = subprocess.run(command, env=environment, stdout=stream, stderr=subprocess.PIPE)
        elapsed = time.perf_counter() - start
    if result.returncode not in (0, 1):  # 1: done, and there are warnings to read
        sys.exit(f"{command[0]} left with {result.returncode}: {result.stderr.decode(errors='replace')}")
    return elapsed


def in_turns(runs, ours, theirs):
    """Median times of both, and the median of the ratios of neighbouring runs. Whoever goes first changes each turn."""
    pairs = []
    for turn in range(runs + 2):
        if turn % 2 == 0:
            one, two = ours(), theirs()
        else:
            two = theirs()
            one = ours()
        if turn >= 2:  # the first of each only warm the files
            pairs.append((one, two))
    return (statistics.median(one for one, _ in pairs), statistics.median(two for _, two in pairs),
            statistics.median(one / two for one, two in pairs))


def files_under(folder):
    return sum(1 for path in folder.rglob("*") if path.is_file())


def nix_environment(workshop):
    root = workshop.fresh("nix")
    return {"PATH": os.environ["PATH"], "HOME": str(root), "NIX_CONF_DIR": str(root), "NIX_STATE_DIR": str(root),
            "NIX_CONFIG": "build-users-group =\nsandbox = false\nsubstituters =\nexperimental-features = nix-command\n"}


def four_profiles(workshop, n3x, runs):
    """All outputs of the sample project, beside the units of the same profiles by Nix."""
    project = workshop.fresh("sample")
    subprocess.run([n3x, "new", "--template", "sample", str(project / "p")], check=True, capture_output=True)
    environment = {"PATH": os.environ["PATH"], "HOME": str(project)}
    nix = nix_environment(workshop)
    yardstick = ROOT / "tests/bench/nix_yardstick.nix"
    made = []

    def ours():
        folder = workshop.fresh("ours")
        elapsed = timed([n3x, "--quiet", "-C", str(project / "p"), "generate", "--output", str(folder / "out")], environment, folder / "log")
        made.append(folder)
        return elapsed

    def theirs():
        folder = workshop.fresh("nix-out")
        # Without a store: the quickest that Nix can be.
        return timed(["nix", "eval", "--offline", "--store", "dummy://", "--json", "--file", str(yardstick)], nix,
                     folder / "units.json")

    result = in_turns(runs, ours, theirs)
    written = files_under(made[-1] / "out")
    if written < 60:
        sys.exit(f"n3x generate wrote only {written} files")
    return result


def vlan_project(folder):
    """One server on one uplink with a thousand VLANs, as its own user would write it."""
    (folder / "profiles").mkdir(parents=True)
    (folder / "n3x.yaml").write_text("n3x: project/1\nname: wide\nprofiles: [wide]\n")
    networks, addresses = [], []
    for number in range(1, VLANS + 1):
        carries = "carries: [k3s], " if number == 1 else ""
        base = f"10.{100 + number // 250}.{number % 250}"
        networks.append(f"  net-{number}: {{ uplink: trunk, vlan: {number}, {carries}subnet: [{base}.0/24] }}\n")
        addresses.append(f"      net-{number}: {base}.1\n")
    (folder / "profiles/wide.yaml").write_text(
        "n3x: profile/1\nname: wide\nsummary: A thousand VLANs\nuplinks:\n  trunk: { nic: e1 }\n"
        f"networks:\n{''.join(networks)}nodes:\n  server-1:\n    role: server\n    target: wide\n    addresses:\n{''.join(addresses)}")
    with open(folder / "n3x.yaml", "a") as project:
        project.write("hardware:\n  wide: { title: One port, arch: x86_64, backends: [debian], debian: { machine: wide }, nics: [{ name: e1 }] }\n")


def netplan_file(root):
    (root / "etc/netplan").mkdir(parents=True)
    path = root / "etc/netplan/wide.yaml"
    lines = ["network:\n  version: 2\n  renderer: networkd\n  ethernets:\n    e1: {}\n  vlans:\n"]
    for number in range(1, VLANS + 1):
        address = f"10.{100 + number // 250}.{number % 250}.1/24"
        lines.append(f"    e1.{number}: {{ id: {number}, link: e1, addresses: [{address}] }}\n")
    path.write_text("".join(lines))
    path.chmod(0o600)


def thousand_vlans(workshop, n3x, runs):
    project = workshop.fresh("wide")
    vlan_project(project / "p")
    environment = {"PATH": os.environ["PATH"], "HOME": str(project)}
    roots = []

    def ours():
        folder = workshop.fresh("ours")
        elapsed = timed([n3x, "--quiet", "-C", str(project / "p"), "generate", "--output", str(folder / "out")], environment, folder / "log")
        if len(roots) == 0:
            units = files_under(folder / "out" / UNITS)
            if units != 2 * VLANS + 1:
                sys.exit(f"n3x generate wrote {units} units")
        return elapsed

    def theirs():
        root = workshop.fresh("netplan")
        netplan_file(root)
        elapsed = timed(["netplan", "generate", "--root-dir", str(root)], environment, root / "log")
        roots.append(root)
        units = files_under(root / "run/systemd/network")
        if units != 2 * VLANS + 1:
            sys.exit(f"netplan generate wrote {units} units")
        return elapsed

    return in_turns(runs, ours, theirs)


def first_paint(workshop, n3x, runs):
    """From the start to the first frame in which the sample project can be seen, beside a window with an empty scene."""
    programs = Path(n3x).parent
    studio, blank = programs / "n3x-studio", programs / "benches/bench.start.blank"
    if not studio.exists() or not blank.exists():
        return None
    home = workshop.fresh("home")
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "XDG_RUNTIME_DIR": str(home), "LC_ALL": "C.UTF-8",
                   "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}

    def until_painted(command):
        start = time.perf_counter()
        program = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        line = program.stdout.readline()
        elapsed = time.perf_counter() - start
        program.communicate()
        if line != b"painted\n":
            sys.exit(f"{command[0]} said {line!r}")
        return elapsed

    return in_turns(runs, lambda: until_painted([studio, "--sample", "--first-paint"]), lambda: until_painted([blank]))


MEASURES = [
    ("four profiles, all outputs, fresh process", "`nix eval`", 0.5, four_profiles, "nix"),
    ("1,000 VLANs on one node, fresh process", "`netplan generate`", 1 / 8, thousand_vlans, "netplan"),
    ("start to first paint with the sample", "a blank program with a QQuickWidget", 2, first_paint, "sh"),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--n3x", default=str(ROOT / "build/release/bin/n3x"))
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--no-limits", action="store_true", help="only see that it runs")
    arguments = parser.parse_args()
    if not os.access(arguments.n3x, os.X_OK):
        print(f"SKIPPED: {arguments.n3x} is not built")
        sys.exit(77)
    held = True
    for work, peer, limit, measure, program in MEASURES:
        workshop = Workshop()
        result = measure(workshop, arguments.n3x, arguments.runs) if shutil.which(program) else None
        workshop.holder.cleanup()
        if result is None:
            held = False
            print(f"{work}: {program} or a program of ours is not here")
            continue
        ours, theirs, ratio = result
        held = held and ratio <= limit
        missed = "" if ratio <= limit else ", not reached"
        print(f"figure | {work} | {ratio:.2f} × {peer} ({1000 * ours:.0f} ms beside {1000 * theirs:.0f} ms) | ≤ {limit:g} ×{missed} |",
              flush=True)
    sys.exit(0 if held or arguments.no_limits else 1)


if __name__ == "__main__":
    main()
