# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""Real Nix evaluates the repository's own functions on the data of the built-in profiles and of many random ones, and they
give what C++ wrote: units and option files byte for byte, module and flags value for value. What the studio found no
fault with, the checks of lib/checks find none with either.

    nix_lib_equals_cpp.py COUNT [SEED]

N3X_NIX_PROJECTS says another count. A difference is shown with its profile, shrunk.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

import shrink
from consumers import MODULES, PROFILE_DATA, Failures, Nix, clusters, in_parallel, memory_folder, samples

SOURCE = Path(os.environ["N3X_SOURCE_DIR"])
LIB = SOURCE / "resources/repo/lib"
# What is compared, and not what is the same in every repository.
FOLDERS = [PROFILE_DATA, MODULES, "lib/k3s/flags", "backends/debian/meta-n3x/recipes-support"]
OUTPUTS = [word for place in [*(folder + "/" for folder in FOLDERS), "lib/project.nix", ".sops.yaml"] for word in ("--under", place)]
AT_ONCE = 250  # projects written and compared before the next ones; keeps folders in memory small


def quoted(text):
    return json.dumps(text).replace("${", "\\${")


def compared(nix, lib, places):
    """What Nix found of each (root of a project, name of a profile)."""
    items = " ".join(f'{{ root = /. + {quoted(str(root))}; profile = {quoted(profile)}; }}' for root, profile in places)
    return nix.value(f"import {SOURCE}/tests/real/nix/lib_against_files.nix {lib} [ {items} ]")


def places_of(folder, index):
    return [(Path(folder) / project["folder"], cluster["profile"]) for project, cluster in clusters(index)]


def first_difference(nix, lib, folder, index):
    """The number of the first project that shows a difference, and what it is."""
    results = iter(compared(nix, lib, places_of(folder, index)))
    for number, project in enumerate(index["projects"]):
        differences = [one for _, result in zip(project["clusters"], results) for one in result["differences"]]
        if differences:
            return number, differences
    return None, []


def shrunk(nix, lib, project_folder):
    """The smallest project with a difference that is found below this one, as text, and that difference."""

    def first_that_fails(candidates):
        with tempfile.TemporaryDirectory(prefix="n3x-shrink-", dir=memory_folder()) as root:
            arguments = []
            for number, trees in enumerate(candidates):
                shrink.write(trees, Path(root) / str(number))
                arguments += ["--project", Path(root) / str(number)]
            holder, index = samples(*arguments, *OUTPUTS)
            with holder as folder:
                number, found = first_difference(nix, lib, folder, index)
            if number is not None:
                differences[:] = found
            return number

    differences = []
    trees = shrink.shrunk(shrink.read(project_folder), first_that_fails)
    profiles = [file for file in trees if file.startswith("profiles/")]
    return "\n".join(f"--- {file}\n{shrink.text(tree)}" for file, tree in trees.items()), differences, trees, profiles


def shown(difference):
    def lines(value):
        return value if isinstance(value, str) else json.dumps(value, indent=1, ensure_ascii=False, sort_keys=True)

    return f"{difference['where']}:\nC++ wrote:\n{lines(difference['cpp'])}\nNix gives:\n{lines(difference['nix'])}"


def compare_some(chunk):
    """Nodes, units, and the first difference with its shrunk project, of some thousands of random projects."""
    nix = Nix()
    nodes = units = profiles = 0
    for count, seed, with_samples in chunk:
        folder, index = samples("--random", count, "--seed", seed, "--wild", "--sources", *OUTPUTS)
        if not with_samples:
            index["projects"] = [one for one in index["projects"] if not one["folder"].startswith("sample")]
        with folder as root:
            places = places_of(root, index)
            for (project, cluster), result in zip(clusters(index), compared(nix, LIB, places), strict=True):
                named = sorted(node["name"] for node in cluster["nodes"])
                assert result["nodes"] == named, f"{project['folder']}: nodes {result['nodes']}, planned {named}"
                if result["differences"]:
                    text, differences, _, _ = shrunk(nix, LIB, Path(root) / project["folder"])
                    where = f"seed {seed}, {project['folder']}/{cluster['profile']}"
                    return [(nodes, units, profiles, f"{where}, shrunk to\n{text}{shown(differences[0])}")]
                nodes += len(named)
                units += result["units"]
                profiles += 1
    return [(nodes, units, profiles, None)]


def compare_all(count, seed):
    failures = Failures()
    chunks = [(min(AT_ONCE, count - start), seed + start, start == 0) for start in range(0, count, AT_ONCE)]
    nodes = units = profiles = 0
    for some_nodes, some_units, some_profiles, fault in in_parallel(compare_some, chunks):
        nodes, units, profiles = nodes + some_nodes, units + some_units, profiles + some_profiles
        if fault:
            failures.add(fault)
    failures.check(failures.count or profiles >= count, f"only {profiles} profiles of {count} projects were compared")
    failures.exit(f"{profiles} profiles, {nodes} nodes, {units} units: Nix and C++ give the same")


def main():
    count = int(os.environ.get("N3X_NIX_PROJECTS", sys.argv[1]))
    compare_all(count, int(sys.argv[2]) if len(sys.argv) > 2 else 20_261_123)


if __name__ == "__main__":
    main()
