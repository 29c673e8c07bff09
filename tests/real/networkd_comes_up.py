# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""Links without tag and bond really come up under systemd-networkd with the addresses of the plan; where the plan says
DHCP with reservations, a real DHCP server gives them out. Nodes with VLANs or bonds are left out:
build machines' kernels have neither, and networkd gives up a link whose VLANs it cannot make, addresses and all."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from consumers import Failures, Networkd, in_parallel, need, nodes, own_namespaces, put_units, samples, skip, unit_folder

# What of the sample has neither, and has to be among what comes up.
EXPECTED = {f"{profile}/{node}" for profile in ("simple", "dhcp-simple")
            for node in ("server-1", "server-2", "agent-1", "agent-2")}
UNEVEN = Path(__file__).parent / "uneven_links"
PATIENCE = 15  # seconds; a link is up after some 20 ms, an IPv6 address after its duplicate check


def ip(*arguments, check=True):
    return subprocess.run(["ip", *arguments], check=check, capture_output=True, text=True).stdout


def addresses(link):
    found = json.loads(ip("-j", "addr", "show", "dev", link))[0]
    return {f"{one['local']}/{one['prefixlen']}" for one in found["addr_info"] if one["scope"] == "global"}


class DhcpServer:
    """dnsmasq on the far ends, in a network namespace of its own, as the profile's server."""

    def __init__(self, links, subnets):
        ip("netns", "add", "far")
        self.folder = tempfile.TemporaryDirectory()
        command = ["ip", "netns", "exec", "far", "dnsmasq", "--keep-in-foreground", "--port=0", "--no-ping", "--conf-file=/dev/null",
                   "--log-dhcp", "--log-facility=-", f"--dhcp-leasefile={self.folder.name}/leases", "--dhcp-authoritative",
                   "--user=root", f"--pid-file={self.folder.name}/pid"]
        for number, link in enumerate(links):
            ip("link", "set", f"far{number}", "netns", "far")
            ip("netns", "exec", "far", "ip", "link", "set", f"far{number}", "up")
            reservation = next((one for one in link["reservations"] if ":" not in one), None)
            if link["dhcp"] and link["mac"] and reservation:
                network = subnets[link["network"]]
                ip("netns", "exec", "far", "ip", "addr", "add", network["server"], "dev", f"far{number}")
                command += [f"--interface=far{number}", f"--dhcp-range={network['first']},{network['last']},2m",
                            f"--dhcp-host={link['mac']},{reservation}"]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def stop(self):
        self.process.terminate()
        self.process.wait()
        ip("netns", "del", "far")


def wanted_addresses(link, prefixes):
    static = set(link["addresses"])
    if link["dhcp"] and link["mac"] and prefixes.get(link["network"]):
        static |= {f"{one}/{prefixes[link['network']]['length']}" for one in link["reservations"] if ":" not in one}
    return static


def is_configured(link):
    """Whether networkd has done all that it was told, as the boot waits for it."""
    index = json.loads(ip("-j", "link", "show", "dev", link))[0]["ifindex"]
    state = Path(f"/run/systemd/netif/links/{index}")
    return state.exists() and "ADMIN_STATE=configured" in state.read_text()


def bring_up(folder, node, served):
    """The node, complaints about it, and how many addresses were right."""
    links = node["links"]
    for number, link in enumerate(links):
        ip("link", "add", link["name"], "type", "veth", "peer", "name", f"far{number}")
        if link["mac"]:
            ip("link", "set", link["name"], "address", link["mac"])
    server = DhcpServer(links, served)
    put_units(folder)
    wrong, right = [], 0
    try:
        with Networkd() as networkd:
            end = time.monotonic() + PATIENCE
            for link in links:
                wanted = wanted_addresses(link, served)
                while addresses(link["name"]) != wanted and time.monotonic() < end:
                    time.sleep(0.02)
                found = addresses(link["name"])
                if found != wanted:
                    wrong.append(f"{folder}: {link['name']} has {sorted(found)}, planned {sorted(wanted)}\n{networkd.log()[-2000:]}")
                else:
                    right += len(wanted)
                while not link["dhcp"] and not is_configured(link["name"]) and time.monotonic() < end:
                    time.sleep(0.02)
                if not link["dhcp"] and not is_configured(link["name"]):
                    wrong.append(f"{folder}: networkd does not get done with {link['name']}\n{networkd.log()[-2000:]}")
                mtu = json.loads(ip("-j", "link", "show", "dev", link["name"]))[0]["mtu"]
                if link["mtu"] and mtu != link["mtu"]:
                    wrong.append(f"{folder}: {link['name']} has the MTU {mtu}, planned {link['mtu']}")
    finally:
        server.stop()
        for link in links:
            ip("link", "del", link["name"], check=False)
    return folder, wrong, right


def bring_up_all(places):
    if not own_namespaces():
        return [("", ["not allowed"], 0)]
    return [bring_up(*place) for place in places]


def served_networks(cluster):
    """What the profile's own DHCP servers have to know, by network."""
    return {network["name"]: network for network in cluster["served"]}


def main():
    need(Networkd.program, "ip", "dnsmasq")
    failures = Failures()
    (folder, index), (uneven, uneven_index) = samples("--random", sys.argv[1]), samples("--project", UNEVEN)
    with folder as root, uneven as uneven_root:
        places, left_out = [], 0
        for root, (project, cluster, node) in [*((root, one) for one in nodes(index)), *((uneven_root, one) for one in nodes(uneven_index))]:
            served = served_networks(cluster)
            if any(link["kind"] != "physical" for link in node["links"]):
                left_out += 1
            elif any(wanted_addresses(link, served) for link in node["links"]):
                places.append((str(unit_folder(root, project, cluster, node)), node, served))
        total, came_up = 0, set()
        for place, wrong, right in in_parallel(bring_up_all, places):
            if wrong == ["not allowed"]:
                skip("namespaces of our own are not allowed here")
            total += right
            if right and not wrong and "/sample/" in place:
                came_up.add("/".join(place.split("/")[-2:]))
            for text in wrong:
                failures.add(text)
        failures.check(EXPECTED <= came_up, f"of the sample these did not come up: {sorted(EXPECTED - came_up)}")
        failures.exit(f"{len(places)} nodes came up with {total} planned addresses; "
                      f"{left_out} have VLANs or bonds")


if __name__ == "__main__":
    main()
