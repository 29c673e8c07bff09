# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""vm-<node> and boot-vm-<node> of an exported repository, as QEMU and the kernel would take them: each port of the plan
is there under its name, K3s finds its link, its tokens and room, and somebody can log in. Nothing is started here."""

import re
import subprocess

from consumers import Failures
from flakes import Flakes

LINUX = ["x86_64-linux", "aarch64-linux"]

# Each node of a profile with what its machine is made of.
FACTS = """project: builtins.mapAttrs (_: profile: builtins.mapAttrs (name: node: {
    inherit (node) target;
    ports = builtins.filter (link: link.kind == "physical") node.links;
    links = map (link: link.name) node.links;
    kept = builtins.concatMap (link: if link ? dhcp then link.reservations or [ ] else [ ]) node.links;
  }) profile.nodes) project.profiles"""
MACHINES = """packages: builtins.mapAttrs (_: machine: let inherit (machine) config; v = config.virtualisation; in builtins.seq machine.drvPath {
    cards = v.qemu.networkingOptions; rules = config.boot.initrd.services.udev.rules;
    inherit (v) memorySize diskSize graphics;
    disk = v.diskImage; inherit (config.system) name; grows = config.boot.growPartition && (v.fileSystems."/".autoResize or false);
    console = config.boot.kernelParams;
    units = builtins.mapAttrs (_: unit: unit.matchConfig.Name) config.systemd.network.networks;
    addresses = builtins.concatMap (unit: unit.address or [ ]) (builtins.attrValues config.systemd.network.networks);
    dhcp = let units = config.systemd.network.networks; in
      builtins.filter (name: units.${name}.networkConfig.DHCP or "no" != "no") (builtins.attrNames units);
    inherit (config.services.k3s) extraFlags; images = builtins.length config.services.k3s.images;
    tokens = builtins.filter (rule: builtins.match "f /run/secrets/.*" rule != null) config.systemd.tmpfiles.rules;
    secrets = builtins.attrNames config.sops.secrets;
    login = config.services.getty.autologinUser;
    open = builtins.mapAttrs (_: one: one.allowedTCPPorts or [ ]) config.networking.firewall.interfaces;
    jetpack = config.hardware.nvidia-jetpack.enable or false;
  }) (removeAttrs packages (builtins.filter (name: builtins.match "(boot-)?vm-.*" name == null) (builtins.attrNames packages)))"""


# Servers and agents have a token each, as they have where they run.
TOKENS = ["f /run/secrets/k3s-agent-token 0400 root root - agents-of-a-test",
          "f /run/secrets/k3s-server-token 0400 root root - servers-of-a-test"]


def check_cards(where, node, machine, failures):
    """The cards by their names: { name: (wire or None, MAC address) }."""
    names = dict(re.findall(r'ATTR\{address\}=="([^"]*)", NAME="([^"]*)"', machine["rules"]))
    cards = {}
    found = [re.fullmatch(r"-netdev (\S+),id=(\w+) -device virtio-net-pci,netdev=(\w+),mac=([0-9a-f:]{17})", card) for card in machine["cards"]]
    if not failures.check(all(found), f"{where}: QEMU's cards are {machine['cards']}"):
        return {}
    for place, card in enumerate(found):
        name = names.get(card[4])
        failures.check(card[2] == card[3] and name, f"{where}: {card[0]}: no name by {machine['rules']}")
        # While the kernel still calls another card so, none can get the name.
        theirs = re.fullmatch(r"eth(\d+)", name or "")
        failures.check(not theirs or int(theirs[1]) == place or int(theirs[1]) >= len(found), f"{where}: {name} is card {place}")
        cards[name] = (re.search(r"mcast=([^,]*)", card[1]), card[4])
    failures.check(len(cards) == len(found) and len({mac for _, mac in cards.values()}) == len(found), f"{where}: {machine['cards']}")
    for port in node["ports"]:
        wire, mac = cards.get(port["name"], (None, None))
        failures.check(wire, f"{where}: port {port['name']} of the plan is no card: {sorted(cards)}")
        failures.check(port.get("mac", mac) == mac, f"{where}: {port['name']} has {mac}")
        failures.check(port["name"] in machine["units"].values(), f"{where}: no unit matches {port['name']}")
    # The way out: nobody's network, and no wait.
    out = [card[1] for card in found if card[1].startswith("user,")]
    failures.check(len(out) == 1 and "net=192.0.2.0/24" in out[0] and "QEMU_NET_OPTS" in out[0], f"{where}: the way out is {out}")
    return {name: (wire[1], mac) for name, (wire, mac) in cards.items() if wire}


def check_machine(where, node, machine, failures):
    cards = check_cards(where, node, machine, failures)
    flag = next((flag for flag in machine["extraFlags"] if flag.startswith("--flannel-iface=")), "")
    failures.check(flag.partition("=")[2] in node["links"], f"{where}: K3s looks for {flag}")
    failures.check(machine["memorySize"] >= 2048 and machine["diskSize"] >= 16384, f"{where}: {machine['memorySize']}, {machine['diskSize']}")
    failures.check(sorted(machine["tokens"]) == TOKENS and not machine["secrets"] and machine["images"], f"{where}: {machine['tokens']}, {machine['secrets']}")
    failures.check(machine["login"] == "root" and not machine["graphics"], f"{where}: {machine['login']} at the console")
    failures.check(machine["open"].get("outside0") == [22], f"{where}: SSH is open on {machine['open']}")
    failures.check(not machine["jetpack"], f"{where}: drivers of a board")
    failures.check(machine["dhcp"] == ["90-outside0"] and set(node["kept"]) <= set(machine["addresses"]),
                   f"{where}: by DHCP: {machine['dhcp']}, addresses: {machine['addresses']}")
    return cards


def check_left_out(flakes, folder, kept, failures):
    """What machines keep in the folder is no change of the repository, which apps would refuse."""
    tried = flakes.copy(folder, f"{folder.name}-tried")
    flakes.git(tried, "init")
    flakes.git(tried, "add", ".")
    for name in kept:
        (tried / name).write_text("")
    found = subprocess.run(["git", "-C", str(tried), "ls-files", "--others", "--exclude-standard"], check=True, capture_output=True, text=True)
    failures.check(not found.stdout, f"{folder.name}: git would take\n{found.stdout}")


def check_repository(flakes, folder, failures):
    count, wires, macs, kept = 0, {}, {}, {}
    listed = flakes.value(folder, "lib.nodes", "map (node: { inherit (node) profile name system attribute; })")
    machines = {system: flakes.value(folder, f"packages.{system}", MACHINES) for system in LINUX}
    facts = flakes.value(folder, "lib.project", FACTS)
    for one in listed:
        node = facts[one["profile"]][one["name"]]
        made = {}
        for kind in ("vm", "boot-vm"):
            where = f"{folder.name}: {kind}-{one['attribute']}"
            made[kind] = machines[one["system"]][f"{kind}-{one['attribute']}"]
            cards = check_machine(where, node, made[kind], failures)
            count += 1
            # As nixpkgs calls them; a machine of another profile has others.
            own = {made[kind]["disk"], f"{made[kind]['name']}-efi-vars.fd"}
            others = {name for name, owner in kept.items() if owner != one["attribute"]}
            failures.check(not own & others, f"{where}: it shares {own & others}")
            kept |= dict.fromkeys(own, one["attribute"])
        failures.check(made["vm"]["disk"] != made["boot-vm"]["disk"] and made["boot-vm"]["grows"],
                       f"{where}: one disk for both, or one that is full: {made['boot-vm']['disk']}")
        failures.check(made["boot-vm"]["console"][-1].startswith("console=ttyS0"), f"{where}: {made['boot-vm']['console']}")
        for port in node["ports"]:
            wire, mac = cards.get(port["name"], (None, None))
            wires.setdefault((one["profile"], port["uplink"]), set()).add(wire)
            owner = macs.setdefault((one["profile"], mac), one["name"])
            failures.check(owner == one["name"], f"{where}: {mac} is also of {owner}")
    # Nodes meet on the wires of their uplink, and those of other profiles are elsewhere.
    for (profile, uplink), found in wires.items():
        for (other, _), theirs in wires.items():
            failures.check(profile == other or not found & theirs, f"{profile} and {other} share {found & theirs}")
        ports = max(len([port for port in facts[profile][name]["ports"] if port["uplink"] == uplink]) for name in facts[profile])
        failures.check(len(found) == ports, f"{folder.name}: uplink {uplink} of {profile} has the wires {found}")
    check_left_out(flakes, folder, kept, failures)
    return count


def main():
    failures = Failures()
    with Flakes() as flakes:
        folders = [flakes.everything(), flakes.exported("sample"), flakes.exported("dhcp-simple")]
        count = sum(check_repository(flakes, folder, failures) for folder in folders)
        failures.exit(f"{count} machines")


if __name__ == "__main__":
    main()
