# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# vm-<node> and boot-vm-<node>: the node as a virtual machine to try out here, with the ports of its
# plan. Those of one profile that run here are on the same wires, and make a cluster. The way out,
# and in by what QEMU_NET_OPTS says, is a port more; root is logged in at the console.
{
  lib,
  project,
  profile,
  node,
  ...
}:
let
  inherit (builtins)
    filter
    hashString
    substring
    ;
  unit = (import ../../lib/network/unit-names.nix).network;
  wires = import ../../tests/nixos/wires.nix { inherit lib profile; };
  inherit (profile.nodes.${node}) links;

  # A wire is a multicast group of this host's own; those of other profiles are others.
  digits = text: at: substring (2 * at) 2 (hashString "sha256" text);
  number = at: toString (lib.fromHexString (digits "${project.name} ${profile.name}" at));
  groupOf = wire: "239.${number 0}.${number 1}.${toString wire}:17600";
  macOf =
    name:
    let
      port = lib.findFirst (link: link.kind == "physical" && link.name == name) { } links;
      octets = map (digits "${profile.name} ${node} ${name}") (lib.range 0 2);
    in
    port.mac or "52:54:00:${lib.concatStringsSep ":" octets}";

  way = "outside0";
  cards =
    map (card: {
      inherit (card) name;
      netdev = "socket,mcast=${groupOf card.wire},localaddr=127.0.0.1";
    }) (wires.cards node)
    ++ [
      {
        name = way;
        # Addresses for documentation, which no network of a plan has.
        netdev = "user,net=192.0.2.0/24\${QEMU_NET_OPTS:+,$QEMU_NET_OPTS}";
      }
    ];

  # Nobody serves DHCP here, so each has the address that is kept for it.
  kept = filter (link: link ? dhcp && link ? reservations) links;

  machine = {
    imports = [ (import ../../tests/nixos/virtual-machine.nix { inherit lib; } profile node) ];

    # Its disk and its variables of EFI are files called so, and profiles have nodes of one name.
    system.name = "${profile.name}-${node}";

    virtualisation = {
      graphics = false;
      qemu.networkingOptions = lib.mkForce (
        lib.imap0 (
          at: card:
          "-netdev ${card.netdev},id=port${toString at} "
          + "-device virtio-net-pci,netdev=port${toString at},mac=${macOf card.name}"
        ) cards
      );
    };
    # While the machine starts: later, what stands on a port has its address too.
    boot.initrd.services.udev.rules = lib.concatMapStrings (card: ''
      SUBSYSTEM=="net", ACTION=="add", ATTR{address}=="${macOf card.name}", NAME="${card.name}"
    '') cards;

    systemd.network.networks = {
      "90-${way}" = {
        matchConfig.Name = way;
        networkConfig = {
          DHCP = "ipv4";
          IPv6AcceptRA = false;
          LinkLocalAddressing = "no";
        };
        linkConfig.RequiredForOnline = false;
      };
    }
    // lib.listToAttrs (
      map (
        link:
        lib.nameValuePair (unit link) {
          networkConfig.DHCP = lib.mkForce "no";
          address = link.reservations;
        }
      ) kept
    );
    networking.firewall.interfaces.${way}.allowedTCPPorts = [ 22 ];
    services.getty.autologinUser = "root";
  };
in
{
  virtualisation.vmVariant = machine;
  virtualisation.vmVariantWithBootLoader =
    { config, ... }:
    {
      imports = [ machine ];
      # The disk of the other one has no partitions; this one's are as small as what is on them.
      virtualisation.diskImage = "./${config.system.name}-boot.qcow2";
      virtualisation.fileSystems."/".autoResize = true;
      boot.growPartition = true;
      boot.kernelParams = lib.mkAfter (
        map (console: "console=${console}") config.virtualisation.qemu.consoles
      );
    };
}
