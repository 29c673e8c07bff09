# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""Exported repositories before real Nix, with the stand-in of tests/real/nix/stub for every input.

N3X_NIXPKGS=DIR      a checkout of nixpkgs comes in its place; disko and the others remain stand-ins
N3X_NIXPKGS_LIB=DIR  the folder `lib` of nixpkgs comes in place of the stand-in's: its module system, our list of options
"""

import json
import os
import resource
import shutil
import subprocess
import tempfile
from pathlib import Path

from consumers import Nix, memory_folder, need

SOURCE = Path(os.environ["N3X_SOURCE_DIR"])
STUB = SOURCE / "tests/real/nix/stub"
EVERYTHING = SOURCE / "tests/real/everything"
INPUTS = ["nixpkgs", "disko", "sops-nix", "nixos-hardware", "nixos-anywhere", "jetpack-nixos"]
TEMPLATES = ["sample", "simple", "vlans", "bonding-vlans", "dhcp-simple"]


class Flakes:
    """A folder with exported repositories and a Nix of their own; both go away with it."""

    def __init__(self):
        need("nix", "git")
        self.nix = Nix()
        self.holder = tempfile.TemporaryDirectory(prefix="n3x-flakes-", dir=memory_folder())
        self.root = Path(self.holder.name)
        self.environment = {
            **self.nix.environment,
            "NIX_CONFIG": self.nix.environment["NIX_CONFIG"]
            + "flake-registry =\nexperimental-features = nix-command flakes\nwarn-dirty = false\n",
            "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_CONFIG_SYSTEM": "/dev/null",
        }
        stub = self.stub()
        inputs = {name: f"path:{stub}" for name in INPUTS}
        if "N3X_NIXPKGS" in os.environ:
            inputs["nixpkgs"] = f"path:{os.environ['N3X_NIXPKGS']}"
        self.overrides = [word for name, url in inputs.items() for word in ("--override-input", name, url)]

    def stub(self):
        """Nix copies it into its store; a copy of ours must not change meanwhile."""
        copy = self.root / "stub"
        shutil.copytree(STUB, copy)
        if "N3X_NIXPKGS_LIB" in os.environ:
            shutil.copytree(os.environ["N3X_NIXPKGS_LIB"], copy / "nixpkgs-lib")
            (copy / "flake.nix").write_text("{ outputs = _: import ./outputs.nix { lib = import ./nixpkgs-lib; }; }\n")
        return copy

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.holder.cleanup()
        self.nix.folder.cleanup()

    def n3x(self, *arguments):
        subprocess.run([os.environ["N3X_PROGRAM"], *map(str, arguments)], check=True, stdout=subprocess.DEVNULL,
                       env=self.environment, cwd=self.root)

    def git(self, folder, *arguments):
        subprocess.run(["git", "-C", str(folder), *arguments], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, env=self.environment)

    def exported(self, template, under_git=False):
        """A new project of a template, exported; its folder."""
        folder = self.root / (template + ("-git" if under_git else ""))
        self.n3x("new", folder.name, "--template", template)
        if under_git:
            self.git(folder, "init")
        self.n3x("export", folder.name)
        return folder

    def everything(self):
        folder = self.root / "everything"
        shutil.copytree(EVERYTHING, folder)
        self.n3x("export", "everything")
        return folder

    def copy(self, folder, name):
        other = self.root / name
        shutil.copytree(folder, other)
        return other

    def run(self, folder, *arguments):
        """`nix …` in an exported repository."""
        return subprocess.run(["nix", *arguments, *self.overrides], cwd=folder, env=self.environment,
                              capture_output=True, text=True)

    @staticmethod
    def reference(folder):
        """As people would call it there: git's files where there is git, else the folder as it is."""
        return "." if (folder / ".git").exists() else f"path:{folder}"

    def check(self, folder, *arguments):
        return self.run(folder, "flake", "check", "--no-build", *arguments, self.reference(folder))

    def seconds(self, folder):
        """A check, and what it takes of the processor: other work on the machine is none of its own."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        result = self.check(folder)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return result, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    def show(self, folder):
        result = self.run(folder, "flake", "show", "--json", "--all-systems", self.reference(folder))
        if result.returncode != 0:
            raise RuntimeError(result.stderr)
        return json.loads(result.stdout)

    def value(self, folder, attribute, apply=None):
        arguments = ["eval", "--json", f"{self.reference(folder)}#{attribute}"]
        result = self.run(folder, *arguments, *(["--apply", apply] if apply else []))
        if result.returncode != 0:
            raise RuntimeError(result.stderr)
        return json.loads(result.stdout)
