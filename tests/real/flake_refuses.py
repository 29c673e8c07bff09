# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""Each check of an exported flake, shown a repository that is broken in its way: `nix flake check --no-build` refuses it,
and the message names file, object and remedy. Untouched, the same repository passes."""

import json
import re

from broken_rules import (AGREEMENT_OF_EVERYTHING, AGREEMENT_OF_SAMPLE, BONDED, RACK, RULES_OF_EVERYTHING, RULES_OF_SAMPLE, VLANS,
                          check_choices, check_codes, codes_of_lib)
from consumers import UNITS, Failures
from flakes import SOURCE, Flakes

AGE_NODE = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"
AGE_OTHER = "age1t7rxyev2z3rw82stdlrrepyc39nvn86l5078zqkf5uasdy86jp6svpy7pa"
AGE_LEFT = "age1" + "q" * 58  # of somebody whom the project knew once


class Repository:
    """A copy to break. A change that changes nothing is a fault of the test."""

    def __init__(self, folder):
        self.folder = folder

    def replace(self, file, old, new, count=1):
        path = self.folder / file
        text = path.read_text()
        if old not in text:
            raise RuntimeError(f"{file} has no {old!r}")
        path.write_text(text.replace(old, new) if count == 0 else text.replace(old, new, count))

    def replace_in_node(self, file, node, old, new):
        path = self.folder / file
        head, mark, rest = path.read_text().partition(f"  nodes.{node} = {{")
        if old not in rest or not mark:
            raise RuntimeError(f"{file}: node {node} has no {old!r}")
        path.write_text(head + mark + rest.replace(old, new, 1))

    def in_link(self, file, node, link, attribute):
        """One attribute of one link of one node, beside what the link has in common with others."""
        path = self.folder / file
        head, mark, rest = path.read_text().partition(f"  nodes.{node} = {{")
        name = f'"{link}"' if "." in link else link
        pattern = re.compile(r"\(links\." + re.escape(name) + r" // \{|links\." + re.escape(name) + r"(?=\n)")
        found = pattern.search(rest)
        if not found:
            raise RuntimeError(f"{file}: node {node} has no link {link}")
        new = f"(links.{name} // {{ {attribute}" + ("" if found[0].startswith("(") else " })")
        path.write_text(head + mark + rest[: found.start()] + new + rest[found.end() :])

    def append(self, file, text):
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text((path.read_text() if path.exists() else "") + text)

    def remove(self, file):
        (self.folder / file).unlink()

    def taken_over(self):
        """Without the studio's manifest: what the other checks see must not hide behind it."""
        self.remove(".n3x/manifest.json")
        return self


# name of the check → how it is broken, and what the message must hold.
SAMPLE = [
    ("drift", lambda r: r.replace(VLANS, "vlanId = 100;", "vlanId = 150;"), [VLANS, "export again", "git checkout"]),
    ("drift", lambda r: r.replace("profiles/vlans.yaml", "vlan: 100", "vlan: 150"), ["profiles/vlans.yaml changed after", "Export again"]),
    ("drift", lambda r: r.append("n3x.yaml", "# by hand\n"), ["n3x.yaml changed after", "Export again"]),
    # A profile with errors is held: what stands here of it is older than its source.
    ("drift", lambda r: r.replace("lib/project.nix", "held = [ ];", 'held = [ "vlans" "new" ];'),
     ["profiles/vlans.yaml was not exported", "profiles/new.yaml was not exported", "Export again"]),
    (None, lambda r: r.taken_over().replace("lib/project.nix", "held = [ ];", 'held = [ "new" ];'), []),
    ("drift", lambda r: r.remove(f"{UNITS}/vlans/agent-1/20-vlan-storage.netdev"), [f"{UNITS}/vlans/agent-1/20-vlan-storage.netdev", "missing"]),
    ("drift", lambda r: r.replace("backends/nixos/nodes/vlans/agent-1.nix", "6443", "6444") , ["backends/nixos/nodes/vlans/agent-1.nix"]),
    ("drift-vlans-server-1", lambda r: r.taken_over().in_link(VLANS, "server-1", "eth1.100", "vlanId = 150;"),
     [f"{UNITS}/vlans/server-1/20-vlan-storage.netdev", VLANS, "server-1", "Id=100", "Id=150", "export again"]),
    ("drift-vlans-server-1", lambda r: r.taken_over().replace("backends/nixos/nodes/vlans/server-1.nix", "192.168.100.1/24", "192.168.100.9/24"),
     ["backends/nixos/nodes/vlans/server-1.nix", "20-vlan-storage", "192.168.100.9/24", "export again"]),
    ("drift-vlans-server-1", lambda r: r.taken_over().replace("backends/nixos/nodes/vlans/server-1.nix", "--disable=servicelb", "--disable=metrics-server"),
     ["backends/nixos/nodes/vlans/server-1.nix", "--disable=metrics-server", "--disable=servicelb"]),
    ("drift-vlans-server-1", lambda r: r.taken_over().replace("lib/k3s/flags/vlans/server-1.json", "eth1.200", "eth1.201"),
     ["lib/k3s/flags/vlans/server-1.json", "--flannel-iface=eth1.201", "--flannel-iface=eth1.200"]),
    ("drift-vlans-server-1", lambda r: r.taken_over().append(f"{UNITS}/vlans/server-1/99-own.network", "[Match]\n"),
     ["99-own.network", "nothing makes it"]),
    ("drift-vlans-server-1", lambda r: r.taken_over().append("backends/debian/meta-n3x/recipes-support/k3s-node-config/files/vlans/server-1/k3s-server", "#\n"),
     ["k3s-node-config/files/vlans/server-1/k3s-server", "export again"]),
    ("rules-vlans", lambda r: r.taken_over().replace(VLANS, "storage = 100;", "storage = 150;"), [f"{VLANS}: network storage: ", "vlanIds say 150", "export again"]),
    ("rules-vlans", lambda r: r.taken_over().replace(VLANS, 'storage = "192.168.100.1"', 'storage = "192.168.100.9"'), [f"{VLANS}: node server-1: ", "192.168.100.9", "eth1.100", "export again"]),
    ("rules-vlans", lambda r: r.taken_over().replace(VLANS, "storageVlanId = 100;", "storageVlanId = 150;"), [f"{VLANS}: network storage: ", "storageVlanId is 150", "vlanIds say 100", "export again"]),
    ("rules-vlans", lambda r: r.taken_over().replace(VLANS, 'storageIPs.server-1 = "192.168.100.1"', 'storageIPs.server-1 = "192.168.100.9"'), [f"{VLANS}: node server-1: ", "storageIPs say 192.168.100.9", "export again"]),
    ("rules-vlans", lambda r: r.taken_over().in_link(VLANS, "agent-1", "eth1.100", "vlanId = 101;"), [f"{VLANS}: node agent-1: ", "eth1.100", "VLAN 101", "export again"]),
    ("members-vlans", lambda r: r.taken_over().in_link(VLANS, "server-1", "eth1", 'name = "eth7";'), [f"{VLANS}: node server-1: ", "eth7", "qemu-amd64", "N3X6003", "export again"]),
    ("members-vlans", lambda r: r.taken_over().in_link(VLANS, "server-1", "eth1.200", 'parent = "eth8";'), [f"{VLANS}: node server-1: ", "eth8", "export again"]),
    ("members-vlans", lambda r: r.taken_over().in_link(VLANS, "server-1", "eth1", 'vlans = [ "eth1.200" "eth1.300" ];'), [f"{VLANS}: node server-1: ", "eth1.300", "export again"]),
    ("members-bonding-vlans", lambda r: r.taken_over().in_link(BONDED, "agent-1", "bond0", 'members = [ "eth1" "eth5" ];'),
     [f"{BONDED}: node agent-1: ", "bond bond0", "eth5", "export again"]),
    ("versions", lambda r: r.taken_over().replace(VLANS, 'version = "v1.35.0+k3s3";', 'version = "1.35";'), [VLANS, "1.35", "N3X5014", "n3x.yaml"]),
    ("versions", lambda r: versioned(r, "v1.31.9+k3s2"), [f"{VLANS}: node agent-1: ", "v1.31.9+k3s2", "v1.35.0+k3s3", "N3X5024", "profiles/vlans.yaml", "export again"]),
    ("versions", lambda r: versioned(r, "v1.34.2+k3s1", "server-1"), [f"{VLANS}: node agent-1: ", "a server v1.34.2+k3s1", "never newer", "N3X5024", "export again"]),
    ("versions", lambda r: versioned(r, "1.34"), [f"{VLANS}: node agent-1: ", "1.34 is no version", "N3X5014", "export again"]),
    ("versions", lambda r: versioned(r, "v1.36.0+k3s1"), [f"{VLANS}: node agent-1: ", "never newer", "N3X5024", "export again"]),
    (None, lambda r: versioned(r, "v1.32.0-rc1+k3s1"), []),
    ("versions", lambda r: r.taken_over().replace("lib/project.nix", 'k3s.version = "v1.35.0+k3s3"', 'k3s.version = "latest"'), ["lib/project.nix: k3s: ", "latest", "N3X5014", "n3x.yaml", "export again"]),
    ("names", lambda r: r.taken_over().replace("lib/project.nix", "profiles = {\n", "profiles = {\n    vlans-server = import ./network/profiles/vlans-server.nix;\n") or
     r.append("lib/network/profiles/vlans-server.nix", 'let vlans = import ./vlans.nix; in vlans // { name = "vlans-server"; nodes."1" = vlans.nodes.server-1; }\n'),
     ["lib/project.nix: ", "vlans-server-1", "node server-1 of profile vlans", "N3X1003", "Rename", "export again"]),
    # What only the module system can refuse.
    ("eval-vlans-agent-1", lambda r: r.append("backends/nixos/own/vlans/agent-1.nix", "{ users.users.root.passwd = \"x\"; }\n"), ["users.users.root.passwd", "agent-1.nix"]),
    ("eval-vlans-agent-1", lambda r: r.append("backends/nixos/own/vlans/agent-1.nix", "{ systemd.network.networks.x.networkConfig.Dhcp = true; }\n"), ["networks.x.networkConfig", "Dhcp"]),
    ("eval-vlans-agent-1", lambda r: r.taken_over().remove("backends/nixos/nodes/vlans/agent-1.nix"), ["backends/nixos/nodes/vlans/agent-1.nix is missing", "Export again"]),
    ("own", lambda r: r.append("backends/nixos/own/vlans/sevrer-1.nix", "{ }\n"), ["own/vlans/sevrer-1.nix: ", "no node sevrer-1", "server-1", "Rename it"]),
    ("own", lambda r: r.append("backends/nixos/own/vlasn/server-1.nix", "{ }\n"), ["own/vlasn: ", "no profile vlasn", "vlans", "Rename the folder"]),
    (None, lambda r: [r.append(f"backends/nixos/own/{file}.nix", "{ }\n") for file in ("vlans/server-1", "common", "shared/disk")], []),
    ("eval-vlans-agent-1", lambda r: r.append("backends/nixos/own/vlans/agent-1.nix", "{ networking.hostnam = \"x\"; }\n"), ["networking.hostnam", "agent-1.nix"]),
    ("eval-vlans-agent-1", lambda r: r.append("backends/nixos/own/vlans/agent-1.nix", "{ services.k3s.enable = \"yes\"; }\n"), ["services.k3s.enable", "agent-1.nix"]),
    ("eval-vlans-agent-1", lambda r: r.append("backends/nixos/own/vlans/agent-1.nix", "{ networking.hostName = \"other\"; }\n"), ["networking.hostName", "agent-1.nix"]),
    ("eval-agent-1", lambda r: r.append("backends/nixos/own/vlans/agent-1.nix", '{ assertions = [ { assertion = false; message = "agent-1 has no door"; } ]; }\n'), ["agent-1 has no door"]),
]

SECRET = "secrets/k3s-server-token.yaml"
AGENTS = "secrets/k3s-agent-token.yaml"
HOST = "secrets/hosts/agent-1.yaml"
ENCRYPTED = """token: ENC[AES256_GCM,data:AA==,iv:AA==,tag:AA==,type:str]
sops:
    age:
        - recipient: {recipients}
          enc: |
            -----BEGIN AGE ENCRYPTED FILE-----
"""


SEALED = """---
# of the office
#ENC[AES256_GCM,data:AA==,type:comment]
networks:
    - name: ENC[AES256_GCM,data:AA==,iv:AA==,tag:AA==,type:str]
      "its: password": "ENC[AES256_GCM,data:AA==,iv:AA==,tag:AA==,type:str]"
      keys:
        - ENC[AES256_GCM,data:AA==,iv:AA==,tag:AA==,type:str]
        - - ENC[AES256_GCM,data:AA==,iv:AA==,tag:AA==,type:int]
    - {}
none: null
empty: ""
lists: []
channel_unencrypted: 11

"""


SEALED_JSON = f"""{{
  "password": "ENC[AES256_GCM,data:AA==,iv:AA==,tag:AA==,type:str]",
  "sops": {{ "age": [ {{ "recipient": "{AGE_NODE}" }} ] }}
}}
"""


def encrypted(*recipients):
    return ENCRYPTED.format(recipients="\n        - recipient: ".join(recipients))


def administrators(repository):
    return re.findall("age1[a-z0-9]{58}", (repository.folder / "lib/project.nix").read_text())


def versioned(repository, version, node="agent-1"):
    return repository.taken_over().replace_in_node(VLANS, node, "    k3s = {\n", f'    k3s = {{\n      version = "{version}";\n')


def with_keys(repository, without=None):
    """The two nodes that run NixOS with keys of their own, as the project would give them."""
    repository.taken_over()
    for node, key in (("server-1", AGE_NODE), ("agent-1", AGE_OTHER)):
        if node == without:
            continue
        repository.replace(VLANS, f"  nodes.{node} = {{\n", f'  nodes.{node} = {{\n    age = "{key}";\n')
    (repository.folder / ".sops.yaml").unlink(missing_ok=True)
    return repository


RULES = """creation_rules:
  - path_regex: secrets/k3s-server-token\\.yaml$
    key_groups:
      - age:
          - {servers}
  - path_regex: "secrets/k3s-agent-token\\\\.yaml$"
    key_groups:
      - age:
          - {servers}
          - {agents}
"""

SECRETS = [
    ("secrets", lambda r: with_keys(r).append(SECRET, encrypted(AGE_OTHER)), [SECRET, "node server-1", "cannot decrypt", "secrets-updatekeys"]),
    ("secrets", lambda r: with_keys(r).append(SECRET, encrypted(AGE_NODE, AGE_OTHER)), [SECRET, "node agent-1", "for servers alone", "secrets-updatekeys"]),
    ("secrets", lambda r: with_keys(r).append(SECRET, "token: abc\n"), [f"{SECRET}: it is not encrypted", "secrets-updatekeys -- --help"]),
    # A leftover of sops does not make a file encrypted, and every file is looked at.
    ("secrets", lambda r: with_keys(r).append(SECRET, encrypted(AGE_NODE).replace("ENC[AES256_GCM,", "plain[")), [f"{SECRET}: line 1 is not encrypted", "secrets-updatekeys -- --help"]),
    ("secrets", lambda r: with_keys(r).append(SECRET, encrypted(AGE_NODE) + "more:\n  - ENC[x]\n  - |\n    open\n"), [f"{SECRET}: line 9 is not encrypted"]),
    ("secrets", lambda r: with_keys(r).append("secrets/wifi.yaml", "password: abc\n"), ["secrets/wifi.yaml: it is not encrypted"]),
    ("secrets", lambda r: with_keys(r).append("secrets/deep/er/wifi.yml", encrypted(AGE_NODE).replace("ENC[", "'")), ["secrets/deep/er/wifi.yml: line 1 is not encrypted"]),
    ("secrets", lambda r: with_keys(r).append("secrets/keys/server-1.age", "AGE-SECRET-KEY-1\n"), ["secrets/keys: ", "every user can read", "git init"]),
    ("secrets", lambda r: with_keys(r).append("secrets/wifi.json", SEALED_JSON.replace(AGE_NODE, AGE_LEFT)), [f"secrets/wifi.json: {AGE_LEFT} can decrypt it", "secrets-updatekeys"]),
    (None, lambda r: [with_keys(r).append("secrets/wifi.json", SEALED_JSON), r.append("secrets/of-git/.gitignore", "*.bak\n"),
                      r.append("secrets/.gitkeep", ""), r.append("secrets/hosts/README.md", "Theirs\n")], []),
    (None, lambda r: with_keys(r).append("secrets/wifi.yaml", SEALED + encrypted(AGE_NODE)), []),
    ("secrets", lambda r: with_keys(r).append(".sops.yaml", RULES.format(servers=AGE_OTHER, agents=AGE_NODE)), [".sops.yaml", "node server-1", SECRET, "Export again"]),
    ("secrets", lambda r: with_keys(r).append(".sops.yaml", "creation_rules: []\n"), [".sops.yaml", "no rule", SECRET]),
    ("secrets", lambda r: with_keys(r, without="agent-1").append(AGENTS, encrypted(AGE_NODE)),
     [f"{AGENTS}: node agent-1 ", "knows no key", "profiles/vlans.yaml", "export again", "secrets-updatekeys"]),
    ("secrets", lambda r: with_keys(r).append(HOST, encrypted(AGE_NODE)), [f"{HOST}: node agent-1 ", "cannot decrypt", "secrets-updatekeys"]),
    ("secrets", lambda r: with_keys(r).append(HOST, encrypted(AGE_NODE, AGE_OTHER)), [f"{HOST}: node server-1 ", "for node agent-1 alone", "secrets-updatekeys"]),
    ("secrets", lambda r: with_keys(r).append("secrets/hosts/agnet-1.yaml", encrypted(AGE_OTHER)),
     ["secrets/hosts/agnet-1.yaml: ", "no node agnet-1", "agent-1", "Rename the file"]),
    ("secrets", lambda r: with_keys(r).append("secrets/wifi.yaml", encrypted(AGE_NODE, AGE_LEFT)), [f"secrets/wifi.yaml: {AGE_LEFT} can decrypt it", "secrets-updatekeys"]),
    ("secrets", lambda r: with_keys(r).append(HOST, encrypted(AGE_OTHER, AGE_LEFT)), [f"{HOST}: {AGE_LEFT} can decrypt it", "secrets-updatekeys"]),
    (None, lambda r: with_keys(r).append(HOST, encrypted(AGE_OTHER)), []),
    (None, lambda r: with_keys(r).append(SECRET, encrypted(AGE_NODE)) or r.append(".sops.yaml", RULES.format(servers=AGE_NODE, agents=AGE_OTHER)), []),
]

# In other forms than YAML, and under any name.
FORMS = [
    *[("secrets", lambda r, file=file: with_keys(r).append(file, "password = abc\n"), [f"{file}: it is not encrypted", "secrets-updatekeys -- --help"])
      for file in ("secrets/wifi.json", "secrets/deep/wifi.env", f"{SECRET}.bak", "secrets/hosts/server-1.json", "secrets/noname", "secrets/.hidden")],
    *[("secrets", lambda r, file=file, text=text: with_keys(r).append(file, f"{text}AGE-SECRET-KEY-1ABC\n"), [f"{file}: it holds a private key of age", "history"])
      for file, text in (("secrets/admin.key", "# of Anna\n"), ("secrets/wifi.json", SEALED_JSON), ("secrets/wifi.yaml", SEALED + "# "))],
]

OWN = "backends/nixos/own/lease/agent-2.nix"


def rootless(repository):
    """The hardware of agent-2 with nothing to mount."""
    only_image = 'nixos = {\n        image = [ "raw-efi" "iso-installer" ]'
    repository.taken_over().replace("lib/project.nix", only_image, "nixos = {\n        image = [ ]")
    return repository


def keyless(repository, *own):
    """Nobody has a key, but on nodes whose own settings give one."""
    data = repository.taken_over().folder / "lib/project.nix"
    text, count = re.subn(r"ssh = \[[^\]]*\]", "ssh = [ ]", data.read_text())
    data.write_text(text)
    for node in own:
        repository.append(f"backends/nixos/own/rack/{node}.nix", '{ users.users.root.openssh.authorizedKeys.keys = [ "ssh-ed25519 AAAA" ]; }\n')
    if count != 1:
        raise RuntimeError("lib/project.nix has no keys to take away")


EVERYTHING = [
    ("roots-lease", rootless, ["lib/project.nix", "node agent-2 of lease", "image-box", "N3X6012", OWN, "export again"]),
    (None, lambda r: rootless(r).append(OWN, '{ fileSystems."/" = { device = "/dev/vda"; fsType = "ext4"; }; }\n'), []),
    # The rules as the studio writes them.
    ("secrets", lambda r: r.taken_over().replace(".sops.yaml", AGE_NODE, AGE_OTHER, 0), [".sops.yaml", "node server-1", "cannot decrypt", SECRET]),
    ("secrets", lambda r: r.taken_over().replace(".sops.yaml", AGE_NODE, AGE_OTHER, 0), [".sops.yaml", "node agent-n100", "for servers alone"]),
    ("drift", lambda r: r.replace(".sops.yaml", AGE_NODE, AGE_OTHER, 0), [".sops.yaml", "export again"]),
    # Administrators read all there is, whoever it is for.
    ("secrets", lambda r: r.append("secrets/deep/er/wifi.yml", encrypted(AGE_NODE)), ["secrets/deep/er/wifi.yml: administrator age1", "cannot decrypt", "secrets-updatekeys"]),
    (None, lambda r: r.append("secrets/deep/er/wifi.yml", encrypted(*administrators(r))), []),
    # Where a word decides of what is made, making it says what is wrong, as the check does.
    ("drift-rack-server-1", lambda r: r.taken_over().replace(RACK, 'flannelBackend = "wireguard-native"', 'flannelBackend = "wg"'),
     [f"{RACK}: there is no flannelBackend wg", "wireguard-native", "N3X1007", "export again"]),
    ("keys", lambda r: keyless(r), ["lib/project.nix: nobody could log in to agent-jetson, agent-n100, agent-v3000, server-1, server-2, server-3 of rack",
                                    "N3X6011", "admins.ssh of n3x.yaml", "export again", "backends/nixos/own/rack/NODE.nix"]),
    ("keys", lambda r: keyless(r, "agent-jetson", "agent-n100", "agent-v3000", "server-1", "server-2"), ["nobody could log in to server-3 of rack"]),
    (None, lambda r: keyless(r, "agent-jetson", "agent-n100", "agent-v3000", "server-1", "server-2", "server-3"), []),
    ("members-rack", lambda r: r.taken_over().replace_in_node(RACK, "agent-jetson", 'target = "jetson-orin-nano"', 'target = "jetson"'), [RACK, "node agent-jetson", "N3X6001"]),
]


def refuse(failures, flakes, pristine, number, check, breaks, wanted):
    folder = flakes.copy(pristine, f"broken-{number}")
    breaks(Repository(folder))
    result = flakes.check(folder, "--keep-going")
    label = f"broken {number} ({check})"
    message = re.sub(r"\x1b\[[0-9;]*m", "", result.stderr)
    if check is None:
        failures.check(result.returncode == 0, f"{label}: refused: {message[-3000:]}")
        return
    failures.check(result.returncode != 0, f"{label}: `nix flake check --no-build` took it")
    said = told(message, check)
    if not failures.check(said, f"{label}: its check says nothing: {message[-3000:]}"):
        return
    for word in wanted:
        failures.check(word in said, f"{label}: no “{word}” in: {said}")


def told(message, check):
    """What one check says among all that is said."""
    parts = re.split(r"while checking the derivation '", message)
    own = (part for part in parts if part.startswith(f"checks.x86_64-linux.{check}'"))
    return "\n".join(part.partition("\nchecking ")[0] for part in own)


def found_by_lib(flakes, folder, check):
    """The check by itself, as `nix eval .#lib.checks.<name>` asks for it: the sentences that the flake would say."""
    of = f"import {folder}/lib/checks {{ project = import {folder}/lib/load-project.nix; }}"
    return "\n".join(flakes.nix.value(f"({of}).{check}"))


def refuse_rule(failures, flakes, pristine, number, check, breaks, wanted):
    folder = flakes.copy(pristine, f"rule-{number}")
    breaks(Repository(folder))
    label = f"rule {number} ({' '.join(wanted[:2]) if wanted else check})"
    try:
        said = found_by_lib(flakes, folder, check)
    except RuntimeError as error:
        failures.add(f"{label}: {error}")
        return
    if wanted is None:
        failures.check(not said, f"{label}: refused: {said}")
        return
    failures.check(any(all(word in line for word in wanted) for line in said.split("\n")), f"{label}: no line with {wanted} in: {said}")


def check_drift_of_all(failures, flakes, pristine):
    """Every file that was rendered, and not exported as it stands: changed by a line end, it is told of by its name."""
    folder = flakes.copy(pristine, f"{pristine.name}-drifted")
    manifest = json.loads((folder / ".n3x/manifest.json").read_text())["files"]
    rendered = [file for file in manifest if not (SOURCE / "resources/repo" / file).exists()]
    for file in rendered:
        with open(folder / file, "a") as text:
            text.write("\n")
    told = {line.split(" ")[0] for line in found_by_lib(flakes, folder, "drift").split("\n")}
    untold = sorted(set(rendered) - told)
    failures.check(len(rendered) > 100 and not untold, f"of {len(rendered)} rendered files these may drift: {untold}")


def check_root_is_asked_for(failures, flakes, pristine):
    """A node's own settings may mount its root; where they do not, the node names what is missing, and where to say it."""
    folder = flakes.copy(pristine, "own-without-root")
    rootless(Repository(folder)).append(OWN, "{ }\n")
    result = flakes.check(folder, "--keep-going")
    message = " ".join(result.stderr.split())
    for word in ("agent-2 of lease mounts no root file system", "image-box", "N3X6012", OWN):
        failures.check(result.returncode != 0 and word in message, f"a node without a root: no {word} in: {message[-3000:]}")


def check_module_is_missed(failures, flakes, pristine):
    """A machine whose hardware names a module that nobody wrote runs with the generic one, and says so."""
    folder = flakes.copy(pristine, "without-module")
    Repository(folder).taken_over().replace("lib/project.nix", 'module = "n100"', 'module = "n10"')
    for node, is_told in (("rack-agent-n100", True), ("rack-server-1", False)):
        told = [one for one in flakes.value(folder, f"nixosConfigurations.{node}.config.warnings") if "N3X6013" in one]
        failures.check(len(told) == is_told and all("backends/nixos/hardware/n10.nix" in one for one in told), f"{node} without its module: {told}")


def main():
    failures = Failures()
    number = 0
    with Flakes() as flakes:
        check_choices(failures, flakes.nix)
        check_codes(failures)
        for folder, cases, rules in ((flakes.exported("sample"), SAMPLE + SECRETS, RULES_OF_SAMPLE + AGREEMENT_OF_SAMPLE + FORMS),
                                     (flakes.everything(), EVERYTHING, RULES_OF_EVERYTHING + AGREEMENT_OF_EVERYTHING)):
            result = flakes.check(folder)
            failures.check(result.returncode == 0, f"{folder.name} as it is: {result.stderr[-3000:]}")
            check_drift_of_all(failures, flakes, folder)
            if folder.name == "everything":
                check_root_is_asked_for(failures, flakes, folder)
                check_module_is_missed(failures, flakes, folder)
            # Nix shows what lib/checks says, so a few by the whole flake are enough.
            for case in [*cases, *(rule for rule in rules[::10] if rule[2])]:
                number += 1
                refuse(failures, flakes, folder, number, *case)
            for case in rules:
                number += 1
                refuse_rule(failures, flakes, folder, number, *case)
    untold = codes_of_lib() - {code for _, _, wanted in SAMPLE + EVERYTHING + RULES_OF_SAMPLE + RULES_OF_EVERYTHING
                               for word in wanted or [] for code in re.findall("N3X[0-9]{4}", word)}
    failures.check(not untold, f"no repository is broken for {sorted(untold)}")
    failures.exit(f"{number} broken repositories told apart")


if __name__ == "__main__":
    main()
