# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""Every hostile text comes back equal through the real reader of each language, or its writer refuses it beforehand."""

import json
import os
import re
import subprocess
from pathlib import Path

import yaml

from consumers import Failures, Nix, need, samples

SYSTEMD = "/usr/lib/systemd/systemd"
# How many of the texts each file must hold at least, so that "refused" does not become the way out.
AT_LEAST = {"texts.nix": 0.98, "names.nix": 0.98, "texts.yml": 0.9, "texts.json": 0.9,
            "words.env": 0.7, "texts.unit": 0.6}


def compare(failures, file, found, expected):
    failures.check(len(found) == len(expected), f"{file}: {len(found)} texts, not {len(expected)}")
    for ours, theirs in zip(expected, found):
        failures.check(ours == theirs, f"{file}: {ours!r} came back as {theirs!r}")


def shell(script, folder, program="bash"):
    result = subprocess.run([program, "-c", script], cwd=folder, capture_output=True, env={"LC_ALL": "C.UTF-8"}, check=True)
    return result.stdout.split(b"\0")[:-1]


def systemd_descriptions(folder):
    """Asks systemd to read the units and to show what it read; it does not do so as root."""
    subprocess.run(["chmod", "-R", "a+rX", folder], check=True)
    home = folder / "home"
    home.mkdir()
    command = [SYSTEMD, "--test", "--user", "--unit=default.target"]
    if os.geteuid() == 0:
        os.chown(home, 65534, 65534)
        command = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", *command]
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(home), "XDG_RUNTIME_DIR": str(home),
                   "SYSTEMD_UNIT_PATH": str(folder / "units"), "SYSTEMD_LOG_TARGET": "console", "SYSTEMD_PAGER": ""}
    result = subprocess.run(command, cwd="/", env=environment, capture_output=True)
    if result.returncode != 0:
        raise RuntimeError(result.stderr.decode(errors="replace"))
    shown = {}
    for block in re.split(rb"\t\xe2\x86\x92 Unit ", result.stdout):
        name, _, rest = block.partition(b":\n")
        description = re.match(rb"\t\tDescription: (.*)\n", rest)
        after = b"\t\tDocumentation: man:after\n" in rest
        if description and after:
            shown[name.decode()] = description[1]
    return shown, result.stderr


def main():
    need("bash", "dash", "jq", SYSTEMD)
    nix = Nix()
    folder, _ = samples("--hostile", "--under", "nothing")
    failures = Failures()
    with folder as root:
        os.chmod(root, 0o755)
        hostile = Path(root) / "hostile"
        index = json.loads((hostile / "index.json").read_text())
        texts = [bytes.fromhex(text) for text in index["texts"]]
        failures.check(len(set(texts)) >= 200, f"only {len(set(texts))} different texts")
        held = {file: [texts[number] for number in numbers] for file, numbers in index["held"].items()}
        for file, share in AT_LEAST.items():
            failures.check(len(held[file]) >= share * len(texts), f"{file} holds only {len(held[file])} of {len(texts)}")

        # Nix: as JSON where that can carry the bytes; the rest compared inside Nix by its length.
        value = nix.value(f"let all = import {hostile}/texts.nix; in all // {{ texts = map builtins.toJSON "
                          f"(builtins.filter (t: true) []); lengths = map builtins.stringLength all.texts; names = builtins.length (builtins.attrNames all.names); }}")
        compare(failures, "texts.nix (lengths)", value["lengths"], [len(text) for text in held["texts.nix"]])
        failures.check(value["names"] == len(set(held["names.nix"])), "names.nix: names fell together")
        valid = [number for number, text in enumerate(held["texts.nix"]) if is_utf8(text)]
        picked = "[ " + " ".join(map(str, valid)) + " ]"
        found = nix.value(f"let all = import {hostile}/texts.nix; in map (builtins.elemAt all.texts) {picked}")
        compare(failures, "texts.nix", [text.encode() for text in found], [held["texts.nix"][number] for number in valid])
        numbers = [index["held"]["names.nix"][number] for number in valid]
        found = nix.value(f"let all = import {hostile}/texts.nix; in map (n: builtins.head (builtins.filter "
                          f"(name: all.names.${{name}} == n) (builtins.attrNames all.names))) [ {' '.join(map(str, numbers))} ]")
        compare(failures, "names.nix", [text.encode() for text in found], [texts[number] for number in numbers])

        document = yaml.safe_load((hostile / "texts.yml").read_bytes())
        for part in ("texts", "lines"):
            found = [item.encode() if isinstance(item, str) else item for item in document[part]]
            compare(failures, f"texts.yml, {part}", found, held["texts.yml"])
        names = {name.encode() if isinstance(name, str) else name: number for name, number in document["names"].items()}
        wanted = {texts[number]: number for number in index["held"]["texts.yml"]}
        failures.check(names == wanted, f"texts.yml: names {names.keys() ^ wanted.keys()}")

        found = json.loads((hostile / "texts.json").read_bytes())
        compare(failures, "texts.json", [text.encode() for text in found], held["texts.json"])
        again = subprocess.run(["jq", "-c", "."], stdin=open(hostile / "texts.json", "rb"), capture_output=True, check=True)
        compare(failures, "texts.json (jq)", [text.encode() for text in json.loads(again.stdout)], held["texts.json"])

        for program in ("bash", "dash"):
            compare(failures, f"words.env ({program})", shell(""". ./words.env; eval "set -- $WORDS"; printf '%s\\0' "$@" """, hostile, program),
                    held["words.env"])

        shown, said = systemd_descriptions(hostile)
        numbers = index["held"]["texts.unit"]
        compare(failures, "texts.unit", [shown.get(f"t{number}.target") for number in numbers], held["texts.unit"])
        failures.check(b"t" not in said or b".target:" not in said, f"systemd says: {said[:400]!r}")
        failures.exit(f"{len(texts)} texts came back equal or were refused")


def is_utf8(text):
    try:
        text.decode()
        return True
    except UnicodeDecodeError:
        return False


if __name__ == "__main__":
    main()
