# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""Hostile texts in every field of a project: what no check refuses comes back equal from the real readers of all outputs
that it lands in."""

import json
import os
import subprocess
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator

import nix_lib_equals_cpp as equality
from consumers import MODULES, PROFILE_DATA, UNITS, Failures, Nix, need, samples
from units import parse_unit

FLAGS = {"domain": "--tls-san=", "disable": "--disable=", "label": "--node-label=example.com/x=", "taint": "--node-taint=x=",
         "nic": "--flannel-iface=", "labelKey": "--node-label="}
ENDS = {"taint": ":NoSchedule", "labelKey": "=v"}
# A test of texts that are all refused would be none; how many of the texts each field takes at the very least.
AT_LEAST = {"summary": 150, "domain": 5, "disable": 50, "label": 20, "taint": 20, "machine": 50, "nic": 30, "target": 50,
            "title": 150, "speed": 150, "console": 150, "device": 150, "module": 50, "image": 50, "builder": 50, "ssh": 50,
            "system": 50, "feature": 50, "driver": 50, "layout": 50, "substituter": 20, "mirror": 20, "registry": 20, "cacheKey": 5,
            "labelKey": 20, "distro": 50, "kasMachine": 50, "artifact": 50, "releaseExtension": 50, "bond": 20, "downloads": 20, "aptProxy": 20,
            "registryName": 5}

# Every text of the files, as their schema has it, and the field above that stands for it.
HARDWARE = {"KEY": "target", "title": "title", "nics/name": "nic", "nics/speed": "speed", "nics/driver": "driver", "console": "console",
            "disk/device": "device", "nixos/module": "module", "nixos/disko": "layout", "nixos/image": "image", "debian/machine": "machine",
            "debian/distro": "distro", "debian/kasMachine": "kasMachine", "debian/artifacts": "artifact",
            "debian/releaseExtensions": "releaseExtension"}
TEXTS = {
    "project": {"k3s/disable": "disable", "domain": "domain", "caches/substituters": "substituter", "caches/publicKeys": "cacheKey",
                "caches/sstateMirror": "mirror", "caches/downloadMirror": "downloads", "caches/aptProxy": "aptProxy",
                "caches/registries": "registry", "builders/host": "builder", "builders/systems": "system", "builders/features": "feature",
                "admins/ssh": "ssh", "hardware/KEY": "target",
                **{f"hardware/*/{leaf}": field for leaf, field in HARDWARE.items() if leaf != "KEY"}},
    "hardware": {leaf: field for leaf, field in HARDWARE.items() if leaf != "KEY"},
    "profile": {"summary": "summary", "nodes/*/target": "target", "nodes/*/macs/KEY": "nic", "nodes/*/labels/KEY": "labelKey",
                "nodes/*/labels/*": "label", "nodes/*/taints": "taint", "nodes/*/k3s/disable": "disable", "k3s/disable": "disable",
                "uplinks/*/bond": "bond", **{f"uplinks/*/{leaf}": "nic" for leaf in (
                    "nic", "members", "primary", "targets/*/nic", "targets/*/members", "targets/*/primary")}},
}
# Names of other objects, and texts of so few forms that nothing hostile is among them: those that are like these.
NAMES = {"project": {"deploy"}, "hardware": set(), "profile": {"initServer", "networks/*/uplink", "nodes/*/overrides/networks/*/uplink"}}
PLAIN = ("name", "nameservers", "k3s/clusterCidr", "k3s/version", "admins/age"), ("networks/*/dhcp/mac", "networks/*/dhcp/leaseTime")


def option_words(path):
    script = f'. {path}; eval "set -- $K3S_SERVER_OPTS"; printf "%s\\0" "$@"'
    return subprocess.run(["bash", "-c", script], capture_output=True, check=True).stdout.decode().split("\0")[:-1]


def matched_name(pattern):
    """What systemd matches: one backslash is taken by splitting, one by fnmatch."""
    for _ in range(2):
        out, at = "", 0
        while at < len(pattern):
            at += pattern[at] == "\\"
            out += pattern[at]
            at += 1
        pattern = out
    return pattern


def in_profile_data(profile):
    """Where the profile data holds the text of each field."""
    node = profile["nodes"]["server-1"]
    return {
        "summary": [profile["summary"]],
        "domain": [profile.get("domain")],
        "disable": profile["k3s"]["disable"],
        "label": [label.partition("=")[2] for label in node["k3s"].get("labels", []) if label.startswith("example.com/x=")],
        "labelKey": [label.removesuffix("=v") for label in node["k3s"].get("labels", []) if label.endswith("=v")],
        "bond": [link["name"].removeprefix("b") for link in node["links"] if link["kind"] == "bond"],
        "taint": [taint[len("x="):-len(":NoSchedule")] for taint in node["k3s"].get("taints", [])],
        "nic": [link["name"] for link in node["links"]],
        "target": [node["target"]],
    }


def in_project_data(project, target):
    """The same of lib/project.nix."""
    hardware = project["hardware"][target]
    return {
        "title": [hardware["title"]],
        "speed": [nic.get("speed") for nic in hardware["nics"]],
        "console": hardware["console"],
        "device": [(hardware["disk"].get("device") or "").removeprefix("/dev/")],
        "module": [hardware["nixos"].get("module")],
        "image": hardware["nixos"]["image"],
        "builder": [builder["host"] for builder in project["builders"]],
        "system": [system for builder in project["builders"] for system in builder["systems"]],
        "feature": [feature for builder in project["builders"] for feature in builder["features"]],
        "driver": [nic.get("driver") for nic in hardware["nics"]],
        "layout": [hardware["nixos"].get("disko")],
        "substituter": [url.removeprefix("https://cache.example/") for url in project["caches"]["substituters"]],
        "mirror": [project["caches"].get("sstateMirror", "").removeprefix("https://mirror.example/")],
        "downloads": [project["caches"].get("downloadMirror", "").removeprefix("https://downloads.example/")],
        "aptProxy": [project["caches"].get("aptProxy", "").removeprefix("http://apt.example/")],
        "registryName": [one["registry"] for one in project["caches"].get("registries", [])],
        "registry": [one["endpoint"].removeprefix("https://registry.example/") for one in project["caches"].get("registries", [])],
        "cacheKey": [key.rpartition(":")[0] for key in project["caches"]["publicKeys"]],
        "ssh": [key.split(" ", 2)[2] for key in project["admins"]["ssh"]],
    }


def leaves(schema, path=()):
    """Each text of a file by its place, with the pattern that it has to follow."""
    for part in schema.get("anyOf", []):
        yield from leaves(part, path)
    if schema.get("type") == "string" and "enum" not in schema:
        yield "/".join(path), schema.get("pattern")
    if "propertyNames" in schema:
        yield "/".join((*path, "KEY")), schema["propertyNames"].get("pattern")
    for name, below in schema.get("properties", {}).items():
        yield from leaves(below, (*path, name))
    for name, below in ((("*",), schema.get("additionalProperties")), ((), schema.get("items"))):
        if isinstance(below, dict):
            yield from leaves(below, (*path, *name))


def schema_of(kind):
    return json.loads(subprocess.run([os.environ["N3X_PROGRAM"], "schema", kind], check=True, stdout=subprocess.PIPE).stdout)


def check_all_are_here(schemas, failures):
    """No text of the files is left out."""
    found = {kind: dict(leaves(schema)) for kind, schema in schemas.items()}
    plain = {found[kind][leaf] for kind, some in zip(("project", "profile"), PLAIN) for leaf in some}
    for kind, texts in TEXTS.items():
        free = {leaf for leaf, pattern in found[kind].items() if pattern not in plain} - NAMES[kind]
        failures.check(free == set(texts), f"{kind}: texts in no hostile project {free - set(texts)}, no texts {set(texts) - free}")
    unused = set(AT_LEAST) - {"registryName"} - {field for texts in TEXTS.values() for field in texts.values()}
    failures.check(not unused, f"fields that stand for nothing: {unused}")


def main():
    need("bash")
    nix = Nix()
    folder, index = samples("--hostile")
    failures = Failures()
    schemas = {kind: schema_of(kind) for kind in TEXTS}
    check_all_are_here(schemas, failures)
    validators = {"n3x.yaml": Draft202012Validator(schemas["project"]), "profiles/simple.yaml": Draft202012Validator(schemas["profile"])}
    with folder as root:
        texts = [bytes.fromhex(text) for text in json.loads((Path(root) / "hostile/index.json").read_text())["texts"]]
        taken = dict.fromkeys(AT_LEAST, 0)
        places = [(texts[number].decode(), project) for number, project in enumerate(index["fields"]) if project["accepted"]]
        folders = [Path(root) / project["folder"] for _, project in places]
        modules = nix.values([path / MODULES / "simple/server-1.nix" for path in folders])
        data = nix.values([path / PROFILE_DATA / "simple.nix" for path in folders])
        projects = nix.values([path / "lib/project.nix" for path in folders])
        for (text, project), path, module, profile, whole in zip(places, folders, modules, data, projects):
            for field in project["accepted"]:
                taken[field] += 1
            accepted = project["accepted"]
            flags = json.loads((path / "lib/k3s/flags/simple/server-1.json").read_text())["extraFlags"]
            options = option_words(path / "backends/debian/meta-n3x/recipes-support/k3s-node-config/files/simple/server-1/k3s-server")
            for field, flag in FLAGS.items():
                if field in accepted:
                    for where, words in (("flags", flags), ("options", options), ("module", module["services"]["k3s"]["extraFlags"])):
                        failures.check(flag + text + ENDS.get(field, "") in words, f"{field} {text!r}: not among the {where}: {words}")
            for field, values in in_profile_data(profile).items():
                if field in accepted:
                    failures.check(text in values, f"{field} {text!r}: not in the profile data: {values}")
            for field, values in in_project_data(whole, profile["nodes"]["server-1"]["target"]).items():
                if field in accepted:
                    failures.check(text in values, f"{field} {text!r}: not in the project's data: {values}")
            # What the studio takes, an editor with its schema takes too.
            for file, validator in validators.items():
                for error in validator.iter_errors(yaml.safe_load((path / file).read_bytes())):
                    failures.add(f"{text!r} in {accepted}: {file}: {error.json_path}: {error.message}")
            # No output has these: the file that people write does.
            debian = yaml.safe_load((path / "n3x.yaml").read_bytes())["hardware"][profile["nodes"]["server-1"]["target"]].get("debian", {})
            for field, value in (("distro", debian.get("distro")), ("kasMachine", debian.get("kasMachine")),
                                 ("artifact", debian.get("artifacts")), ("releaseExtension", debian.get("releaseExtensions"))):
                failures.check(field not in accepted or text == value or [text] == value, f"{field} {text!r} came back as {value!r}")
            if "bond" in accepted:
                netdev = dict(parse_unit((path / UNITS / "simple/server-1" / f"10-b{text}.netdev").read_text()))
                failures.check(dict(netdev["NetDev"])["Name"] == f"b{text}", f"bond {text!r}: {netdev}")
            if "machine" in accepted:
                overlay = yaml.safe_load((path / "backends/debian/kas/node/simple/server-1.yml").read_bytes())
                failures.check(overlay["machine"] == text, f"machine {text!r} came back as {overlay['machine']!r}")
            if "nic" in accepted:
                unit = path / UNITS / "simple/server-1" / f"20-{text}.network"
                pattern = dict(dict(parse_unit(unit.read_text()))["Match"])["Name"]
                failures.check(matched_name(pattern) == text, f"nic {text!r}: units match {pattern!r}")
                network = module["systemd"]["network"]["networks"][f"20-{text}"]
                failures.check(network["matchConfig"]["Name"] == pattern, f"nic {text!r}: the module matches {network}")
                failures.check(text in module["networking"]["firewall"]["interfaces"], f"nic {text!r}: firewall")
                failures.check(profile["interfaces"]["cluster"] == text, f"nic {text!r}: {profile['interfaces']}")
        # The repository's own functions bring them through as C++ does.
        for (text, _), result in zip(places, equality.compared(nix, equality.LIB, [(path, "simple") for path in folders])):
            for one in result["differences"]:
                failures.add(f"{text!r}: {equality.shown(one)}")
        for field, least in AT_LEAST.items():
            failures.check(taken[field] >= least, f"{field} takes only {taken[field]} of {len(texts)} texts")
        failures.exit(f"{len(texts)} texts in {len(taken)} fields; taken: {taken}")


if __name__ == "__main__":
    main()
