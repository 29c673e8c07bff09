# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""The test of equality can fail: faults are put into copies of the repository's functions, each is noticed, and the
project that shows it is shrunk."""

import shutil
import tempfile
from pathlib import Path

import nix_lib_equals_cpp as equality
import shrink
from consumers import Failures, Nix, memory_folder, samples

# File of lib/, what stands there, and what is put in its place.
FAULTS = [
    ("network/unit-texts.nix", '"MTUBytes=', '"MTUByte='),
    ("network/unit-names.nix", '"15-${link.name}"', '"25-${link.name}"'),
    ("network/module-values.nix", "LACPTransmitRate = bonding.lacpRate", 'LACPTransmitRate = "fast"'),
    ("k3s/mk-k3s-flags.nix", 'serverRow "disable"', 'row "disable"'),
    # Ports of hardware that the schema cannot say, and MAC addresses that it says of another link.
    ("checks/rules/agreement-links.nix", 'base.kind == "bond" || !(hasOwnPorts node)', "true"),
    ("checks/rules/agreement-services.nix", "base.name == link.parent or null", "false"),
    # A check that refuses what the studio takes.
    ("checks/rules/links.nix", "stringLength link.name > 15", "stringLength link.name > 7"),
]
SMALL = 60  # values in the files of a shrunk project; the random ones have some hundreds


def main():
    nix = Nix()
    failures = Failures()
    folder, index = samples("--random", 120, "--wild", "--sources", *equality.OUTPUTS)
    with folder as root, tempfile.TemporaryDirectory(prefix="n3x-faulty-", dir=memory_folder()) as copies:
        for number, (file, right, wrong) in enumerate(FAULTS):
            lib = Path(copies) / str(number)
            shutil.copytree(equality.LIB, lib)
            text = (lib / file).read_text()
            failures.check(right in text, f"{file} has no {right}; name another fault")
            (lib / file).write_text(text.replace(right, wrong))
            at, differences = equality.first_difference(nix, lib, root, index)
            if not failures.check(at is not None, f"{wrong} in {file} is not noticed"):
                continue
            project = Path(root) / index["projects"][at]["folder"]
            before = sum(map(shrink.size, shrink.read(project).values()))
            text, differences, trees, profiles = equality.shrunk(nix, lib, project)
            after = sum(map(shrink.size, trees.values()))
            small = len(profiles) == 1 and after <= SMALL
            failures.check(small and differences, f"{wrong}: {before} values shrunk to {after}:\n{text}")
            print(f"{file}, {wrong}: {before} values shrunk to {after}")
    failures.exit(f"{len(FAULTS)} faults noticed")


if __name__ == "__main__":
    main()
