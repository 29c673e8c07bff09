# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""Units, modules, flags and profile data of `simple` and `vlans` say what the n3x network library says, and more only
where its schema has no word for it."""

import json
import os
from pathlib import Path

from consumers import MODULES, PROFILE_DATA, UNITS, Failures, Nix, samples
from units import parse_unit

# Beyond the library: nothing waits for a link but the one of K3s.
MORE_IN_UNITS = {("Link", "RequiredForOnline")}
MORE_IN_NETWORKS = {"linkConfig"}
MORE_IN_NETWORKING = {"hostName", "firewall"}
MORE_IN_MODULES = {"services"}
# The rest of the table of K3s settings, in its order.
MORE_FLAGS = ["--tls-san", "--cluster-init", "--server", "--token-file", "--agent-token-file", "--cluster-cidr", "--service-cidr",
              "--flannel-backend", "--flannel-ipv6-masq", "--disable", "--node-label", "--node-taint", "--node-name"]


def unit_facts(text):
    facts = {}
    for section, settings in parse_unit(text):
        for key, value in settings:
            facts.setdefault(section, {}).setdefault(key, []).append(value)
    return facts


def without(facts, more):
    left = {section: {key: value for key, value in settings.items() if (section, key) not in more}
            for section, settings in facts.items()}
    return {section: settings for section, settings in left.items() if settings}


def module_facts(module):
    module = {key: value for key, value in module.items() if key not in MORE_IN_MODULES}
    module["networking"] = {k: v for k, v in module["networking"].items() if k not in MORE_IN_NETWORKING}
    network = module["systemd"]["network"]
    network["networks"] = {name: {k: v for k, v in unit.items() if k not in MORE_IN_NETWORKS}
                           for name, unit in network["networks"].items()}
    return module


def main():
    golden_folder = Path(os.environ["N3X_SOURCE_DIR"]) / "tests/generators/golden"
    folder, _ = samples()
    nix = Nix()
    failures = Failures()
    compared = 0
    with folder as root:
        root = Path(root) / "sample-without-domain"  # which the library has no word for
        for profile in ("simple", "vlans"):
            golden = json.loads((golden_folder / f"{profile}.json").read_text())
            data = nix.values([root / PROFILE_DATA / f"{profile}.nix"])[0]
            for key, value in golden["profile"].items():
                failures.check(data.get(key) == value, f"{profile}: {key} is {data.get(key)}, not {value}")
            for name, node in golden["nodes"].items():
                where = f"{profile}/{name}"
                folder = root / UNITS / profile / name
                units = {path.name: unit_facts(path.read_text()) for path in folder.iterdir()}
                failures.check(units.keys() == node["units"].keys(), f"{where}: units {sorted(units)}")
                for file, facts in node["units"].items():
                    ours = without(units.get(file, {}), MORE_IN_UNITS)
                    failures.check(ours == facts, f"{where}/{file}: {ours} is not {facts}")
                module = nix.values([root / MODULES / profile / f"{name}.nix"])[0]
                ours = module_facts(module)
                failures.check(ours == node["module"], f"{where}: module {json.dumps(ours)} is not {json.dumps(node['module'])}")
                flags = json.loads((root / "lib/k3s/flags" / profile / f"{name}.json").read_text())
                failures.check(flags["role"] == node["role"], f"{where}: role {flags['role']}")
                first = flags["extraFlags"][: len(node["flags"])]
                failures.check(first == node["flags"], f"{where}: flags begin {first}, not {node['flags']}")
                more = [flag.partition("=")[0] for flag in flags["extraFlags"][len(node["flags"]):]]
                failures.check(set(more) <= set(MORE_FLAGS), f"{where}: more flags {more}")
                order = [MORE_FLAGS.index(flag) for flag in more if flag in MORE_FLAGS]
                failures.check(order == sorted(order), f"{where}: order of flags {more}")
                compared += 1
        failures.exit(f"{compared} nodes equal the golden facts")


if __name__ == "__main__":
    main()
