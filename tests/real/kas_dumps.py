# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""kas reads every generated overlay behind a small base without a word, and its local.conf says what the overlays say."""

import os
import re
import subprocess
import sys
from pathlib import Path

import yaml

from consumers import Failures, in_parallel, need, samples

KAS = "backends/debian/kas"
# The least that a chain needs before our overlays; the base of the exported repository is its own test.
BASE = """\
header:
  version: 14
build_system: isar
machine: qemuamd64
distro: debian-trixie
target: n3x-image-base
repos:
  this:
    path: .
"""
STEPS = ["repo_setup_loop", "finish_setup_repos", "repos_checkout"]


def git(folder, *arguments):
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", "-C", folder, "-c", "user.name=test", "-c", "user.email=test@localhost.invalid", *arguments],
                   env=environment, check=True, capture_output=True)


def dump(chains):
    """[(chain, output, complaint)]"""
    answers = []
    for project, chain in chains:
        folder = Path(project) / "backends/debian"
        environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8", "KAS_WORK_DIR": str(folder)}
        command = ["kas", "--log-level", "info", "dump"]
        for step in STEPS:
            command += ["--skip", step]
        result = subprocess.run([*command, ":".join(chain)], cwd=folder, env=environment, capture_output=True, text=True)
        # What is left of "kas 4.8.1 started" and the like is news, not a complaint.
        said = [line for line in result.stderr.splitlines() if not re.search(r" - INFO +- ", line)]
        answers.append((chain, result.stdout, "\n".join(said) + (f"\nexit {result.returncode}" if result.returncode else "")))
    return answers


def prepare(project):
    (project / KAS / "base.yml").write_text(BASE)
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "commit", "-q", "-m", "sample")


def assignments(text):
    found = {}
    for line in text.splitlines():
        name, value = re.fullmatch(r'([A-Z0-9_]+(?::append)?) = "([^"\\]*)"', line).groups()
        found.setdefault(name, []).append(value)
    return found


def chains_of(root, index, failures):
    """A chain for each node of the sample; for a random project one that reads all its overlays at once."""
    chains = []
    for project in index["projects"]:
        path = Path(root) / project["folder"]
        (path / KAS).mkdir(parents=True, exist_ok=True)
        prepare(path)
        everything = []
        for cluster in project["clusters"]:
            network = f"kas/network/{cluster['profile']}.yml"
            overlays = [f"kas/node/{cluster['profile']}/{node['name']}.yml" for node in cluster["nodes"]]
            overlays = [overlay for overlay in overlays if (path / "backends/debian" / overlay).exists()]
            failures.check((path / "backends/debian" / network).exists(), f"{network} is missing")
            if project["folder"] == "sample":
                chains += [(str(path), ["kas/base.yml", network, overlay]) for overlay in overlays]
            everything += [network, *overlays]
        if project["folder"].startswith("random"):
            chains.append((str(path), ["kas/base.yml", *everything]))
    return chains


def check_node(failures, chain, document):
    _, network, overlay = chain
    said = {}
    for key in sorted(document["local_conf_header"]):  # as kas itself orders them
        failures.check(re.match(r"\d\d-", key), f"{overlay}: the key {key} has no rank")
        for name, values in assignments(document["local_conf_header"][key]).items():
            failures.check(name.endswith(":append") or name not in said, f"{overlay}: {name} has two writers")
            said.setdefault(name, []).extend(values)
    failures.check(said["NETWORKD_PROFILE"] == [Path(network).stem], f"{overlay}: {said}")
    failures.check(said["NETWORKD_NODE_NAME"] == [Path(overlay).stem], f"{overlay}: {said}")
    installed = [" systemd-networkd-config", " k3s-node-config"]
    failures.check(said["IMAGE_INSTALL:append"] == installed, f"{overlay}: {said}")


def main():
    need("kas", "git")
    folder, index = samples("--random", sys.argv[1], "--under", KAS)
    failures = Failures()
    with folder as root:
        chains = chains_of(root, index, failures)
        read = 0
        for chain, output, complaint in in_parallel(dump, chains):
            failures.check(not complaint, f"{chain}: {complaint}")
            document = yaml.safe_load(output)
            if not failures.check(isinstance(document, dict), f"{chain}: {output[:200]}"):
                continue
            read += len(chain) - 1
            if len(chain) == 3:
                check_node(failures, chain, document)
        failures.check(any(len(chain) == 3 for _, chain in chains), "no node has an overlay")
        failures.exit(f"{read} overlays in {len(chains)} chains read by kas")


if __name__ == "__main__":
    main()
