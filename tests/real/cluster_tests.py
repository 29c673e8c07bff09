# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""The tests of whole clusters in an exported repository, as the driver of NixOS would start them: wires, names of
machines, where nodes join. Nothing is started here."""

import re

from consumers import Failures
from flakes import Flakes

# What a test is made of, with its systems evaluated.
FACTS = """test: builtins.seq test.drvPath {
  script = test.config.testScript;
  machines = builtins.mapAttrs (_: node: {
    ports = builtins.mapAttrs (_: port: port.vlan) node.config.virtualisation.interfaces;
    server = (builtins.tryEval node.config.services.k3s.serverAddr).value; # false where nobody says one
    toolkit = node.config.hardware.nvidia-container-toolkit.enable;
    bridged = node.config.systemd.network.networks."10-ports".networkConfig.Bridge or null;
    switched = node.config.systemd.network.networks."10-ports".matchConfig.Name or null;
    leases = builtins.concatMap (unit: map (lease: lease.Address) (unit.dhcpServerStaticLeases or [ ]))
      (builtins.attrValues node.config.systemd.network.networks);
  }) test.nodes;
}"""

# Nodes that Python or the driver would take for something else, and a bond that DHCP serves.
ODD = """
  1st: { role: server, target: qemu-amd64, backend: nixos, addresses: { cluster: 10.1.0.31 }, macs: { eth1: "52:54:00:09:01:03" } }
  json: { role: server, target: qemu-amd64, backend: nixos, addresses: { cluster: 10.1.0.32 }, macs: { eth1: "52:54:00:09:01:04" } }
  dhcp-server: { role: agent, target: qemu-amd64, backend: nixos, addresses: { cluster: 10.1.0.33 }, macs: { eth1: "52:54:00:09:01:05" } }
initServer: 1st
"""


def test_of(flakes, folder, profile):
    return flakes.value(folder, f"packages.x86_64-linux.cluster-{profile}", FACTS)


def check_wires(machines, failures):
    """Ports of a machine on one wire would have one MAC address, and the kernel one name for both. It names cards by
    their place, and none can be called as another still is."""
    for name, machine in machines.items():
        for place, port in enumerate(sorted(machine["ports"])):
            failures.check(not re.fullmatch("eth[0-9]", port) or port == f"eth{place}", f"{name}: {port} is card {place}")
        wires = list(machine["ports"].values())
        failures.check(len(set(wires)) == len(wires), f"{name}: two ports on a wire: {machine['ports']}")


def check_rack(flakes, folder, failures):
    machines = test_of(flakes, folder, "rack")["machines"]
    check_wires(machines, failures)
    first = machines["server-1"]["ports"]
    failures.check(len(first) == 6 and machines["server-2"]["ports"] == first, f"bonds of the servers: {first}")
    failures.check(machines["agent-qemu"]["ports"] == {"eth0": 100, "eth1": first["lan0"]}, f"{machines['agent-qemu']['ports']} and {first}")
    # Nobody has the shared API address there: kube-vip's image would have to be fetched.
    failures.check({name: machine["server"] for name, machine in machines.items() if name != "server-1"} ==
                   {name: "https://10.0.1.11:6443" for name in machines if name != "server-1"}, f"{machines}")
    failures.check(not machines["server-1"]["server"], f"the founder joins {machines['server-1']['server']}")
    # The machine that stands for a board has none of its drivers.
    failures.check(not any(machine["toolkit"] for machine in machines.values()), "NVIDIA's toolkit without a driver")


def check_odd(flakes, folder, failures):
    profile = folder / "profiles/lease.yaml"
    text = profile.read_text().replace("lan: { nic: eth1 }", "lan: { bond: bond0, members: [eth1, eth2], mode: active-backup }")
    before, after = text.split("k3s:\n  clusterCidr", 1)
    profile.write_text(before.rstrip() + ODD + "k3s:\n  clusterCidr" + after)
    flakes.n3x("export", folder.name)
    test = test_of(flakes, folder, "lease")
    machines = test["machines"]
    check_wires(machines, failures)
    failures.check(set(machines) == {"1st", "json", "dhcp-server", "server-1", "agent-1", "agent-2", "DHCP"}, f"machines: {set(machines)}")
    failures.check(machines["dhcp-server"]["server"] == "https://10.1.0.31:6443", f"{machines['dhcp-server']}")
    server = machines["DHCP"]
    failures.check(len(server["ports"]) == 2 and server["bridged"] == "br0" and set(server["switched"].split()) == set(server["ports"])
                   and set(server["ports"].values()) == {machines["1st"]["ports"][name] for name in ("eth1", "eth2")}, f"DHCP: {server}")
    script = test["script"] if isinstance(test["script"], str) else ""
    run(script, failures)


def check_by_hand(flakes, folder, failures):
    """Data that the studio would not write: the test is made of it all the same, for the rules to say what is wrong."""
    data = flakes.copy(folder, "lease-by-hand")
    file = data / "lib/network/profiles/lease.nix"
    text = file.read_text()
    api = text.replace('initServer = "server-1";', 'initServer = "server-1"; apiAddress = "10.1.0.9";')
    file.write_text(api.replace('reservations = [ "10.1.0.11" ];', ""))
    machines = test_of(flakes, data, "lease")["machines"]
    failures.check(machines["agent-1"]["server"] == "https://server-1:6443", f"a founder at any address: {machines['agent-1']}")
    failures.check(sorted(machines["DHCP"]["leases"]) == ["10.1.0.11", "10.1.0.21", "10.1.0.22"], f"leases: {machines['DHCP']['leases']}")
    # networkd serves IPv4: it refuses a lease of the other family, and has nothing to serve where that is all there is.
    file.write_text(text.replace('ip = "10.1.0.21";', 'ip = "fd00:1::21";'))
    leases = test_of(flakes, data, "lease")["machines"]["DHCP"]["leases"]
    failures.check(sorted(leases) == ["10.1.0.11", "10.1.0.22"], f"leases beside one of IPv6: {leases}")
    file.write_text(text.replace('ip = "10.1.0.253";', 'ip = "fd00:1::253";'))
    machines = test_of(flakes, data, "lease")["machines"]
    failures.check("DHCP" not in machines, f"a server for IPv6: {machines.get('DHCP')}")


class Machine:
    """As the driver's, with a cluster that is up at once."""

    def __init__(self, name, names):
        self.name, self.names, self.waited = name, names, []

    def wait_for_unit(self, unit):
        self.waited.append(unit)

    def wait_until_succeeds(self, command, timeout=0):
        self.waited.append(command)

    def succeed(self, command):
        return " ".join(self.names)


class Anything:
    def __call__(self, *_):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return False


NAMES = ["1st", "json", "dhcp-server", "server-1", "agent-1", "agent-2"]


def ends(script, joined):
    """How the script ends where those nodes joined, and what it asked of the founder. The driver has put a variable for
    each machine beside its own."""
    machines = [Machine(name, joined) for name in [*NAMES, "DHCP"]]
    variables = {one.name.replace("-", "_"): one for one in machines}
    try:
        exec(script, {"start_all": lambda: None, "subtest": Anything(), "machines": machines, **variables})
    except Exception as error:  # whatever it is, it is ours
        return error, machines[0].waited
    return None, machines[0].waited


def run(script, failures):
    error, waited = ends(script, NAMES)
    failures.check(error is None, f"the script ends with {error!r}:\n{script}")
    for joined in (NAMES[:-1], [*NAMES[:-1], "stranger"]):
        error, _ = ends(script, joined)
        failures.check(isinstance(error, AssertionError), f"the script ends with {error!r} where {joined} joined")
    failures.check("k3s.service" in waited and any("-eq 6" in one for one in waited), f"the founder was asked {waited}")


def main():
    failures = Failures()
    with Flakes() as flakes:
        folder = flakes.everything()
        check_rack(flakes, folder, failures)
        check_by_hand(flakes, folder, failures)
        check_odd(flakes, folder, failures)
        failures.exit("two clusters")


main()
