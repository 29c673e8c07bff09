#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""Runs clang-tidy over every source of the product in a build tree: tidy.py BUILD [SOURCE…].

A file that passed is not looked at again until it, a header of ours that it reaches, its command, .clang-tidy or
clang-tidy itself changes; what passed is remembered in the user's cache, so that a fresh clone profits too.
The tests are not looked at: both compilers read them with all warnings, and they would double the time.
The precompiled headers of g++ are left out: clang cannot read them, and so each file also has to stand alone.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

from tree import ROOT

CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "n3x-studio/clang-tidy"
INCLUDE = re.compile(rb'^\s*#\s*include\s*"([^"]+)"', re.M)
ROOMS = ("core", "generators", "app", "qml")
ONLY_GCC = ("-Winvalid-pch",)


def arguments(command):
    """The compiler's arguments that clang needs, from a line of compile_commands.json."""
    words = iter(shlex.split(command)[1:])
    for word in words:
        if word in ("-o", "-include", "-MF", "-MT", "-MQ"):
            next(words)
        elif word in ("-c", "-MD", "-Werror", *ONLY_GCC) or word.endswith(".cpp"):
            continue
        else:
            yield word
    yield "-Wno-deprecated-declarations"  # see n3x_options.cmake


def reached(file, build, seen):
    """The file and every header of ours that it reaches, also those that the build made for it."""
    if file in seen:
        return
    seen.add(file)
    for name in INCLUDE.findall(file.read_bytes()):
        for folder in (ROOT, file.parent):
            header = folder / name.decode()
            if header.is_file():
                reached(header.resolve(), build, seen)
                break


def fingerprint(file, args, build, version):
    seen = set()
    reached(file, build, seen)
    key = hashlib.sha256()
    # The place of the tree and of the build must not matter, or a fresh clone would start from nothing.
    key.update("\0".join([version, *args]).replace(str(build), "BUILD").replace(str(ROOT), "ROOT").encode())
    key.update((ROOT / ".clang-tidy").read_bytes())
    for part in sorted(seen):
        key.update(str(part.relative_to(ROOT)).encode() + b"\0" + part.read_bytes() + b"\0")
    return key.hexdigest()


def check(entry, build, version):
    file = pathlib.Path(entry["file"])
    args = list(arguments(entry["command"]))
    passed = CACHE / fingerprint(file, args, build, version)
    if passed.exists():
        passed.touch()
        return True, True, ""
    run = subprocess.run(["clang-tidy", "--quiet", str(file), "--", *args], cwd=entry["directory"],
                         capture_output=True, text=True)
    if run.returncode == 0:
        passed.touch()
    return run.returncode == 0, False, "" if run.returncode == 0 else run.stdout + run.stderr


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    wanted = [pathlib.Path(name).resolve() for name in sys.argv[2:]]
    CACHE.mkdir(parents=True, exist_ok=True)
    version = subprocess.run(["clang-tidy", "--version"], capture_output=True, text=True, check=True).stdout
    entries = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        file = pathlib.Path(entry["file"])
        product = ROOT in file.parents and file.relative_to(ROOT).parts[0] in ROOMS
        if file in wanted or (product and not wanted):
            entries[file] = entry
    if not entries:
        print("no source to look at; is the tree configured?")
        return 1
    failed = known = 0
    with concurrent.futures.ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        for fine, cached, output in pool.map(lambda e: check(e, build, version), entries.values()):
            known += cached
            failed += not fine
            if output:
                print(output, flush=True)
    print(f"{len(entries)} sources, {known} of them known to be fine, {failed} with findings")
    return 1 if failed else 0


sys.exit(main())
