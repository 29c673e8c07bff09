# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""systemd-networkd reads every unit of the built-in profiles and of random ones, made wilder, and has nothing to
say about them."""

import re
import sys

from consumers import Failures, Networkd, in_parallel, need, nodes, own_namespaces, put_units, samples, skip, unit_folder

# Every complaint about a file names the file and most often the line; these are the words that must never be in one.
COMPLAINT = re.compile(r"^/etc/systemd/network/|Unknown key|Unknown section|ignoring\.?$|Failed to parse|Invalid")
# Said of the place where it runs, not of what it reads.
PLACE = re.compile(r"cgroup path|Operation not supported|D-Bus|/proc/sys")


def read(folders):
    if not own_namespaces():
        return None
    found = []
    for folder in folders:
        put_units(folder)
        with Networkd() as networkd:
            pass
        for line in networkd.log().splitlines():
            if COMPLAINT.search(line) and not PLACE.search(line):
                found.append(f"{folder}: {line}")
    return found


def read_or_skip(folders):
    found = read(folders)
    return ["not allowed"] if found is None else found


def main():
    need(Networkd.program)
    count = int(sys.argv[1])
    folder, index = samples("--random", count, "--wild")
    failures = Failures()
    with folder as root:
        # The test itself must be able to fail: networkd says so when a unit is wrong.
        bad = f"{root}/bad"
        import os

        os.mkdir(bad)
        with open(f"{bad}/10-bad.network", "w") as unit:
            unit.write("[Match]\nName=eth1\n[Network]\nBogus=yes\n")
        answer = in_parallel(read_or_skip, [bad])
        if answer == ["not allowed"]:
            skip("namespaces of our own are not allowed here")
        failures.check(len(answer) == 1 and "Bogus" in answer[0], f"networkd overlooked a bad key: {answer}")

        folders = sorted({str(unit_folder(root, *place)) for place in nodes(index)})
        for line in in_parallel(read_or_skip, folders):
            failures.add(line)
        failures.exit(f"{len(folders)} nodes read without a word")


if __name__ == "__main__":
    main()
