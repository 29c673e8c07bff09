# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# cluster-<profile>: the nodes of a profile as virtual machines. Building it runs it, and its inputs
# are the systems of its nodes: what is tested is what is built. What asks a registry is left out:
# K3s has its own images here, add-ons and the shared API address have none.
#
#   nix build .#cluster-vlans                    runs the test
#   nix run .#cluster-vlans.driverInteractive    gives the same machines by hand
{
  inputs,
  project,
  nodes,
  lib,
  ...
}:
pkgs:
let
  inherit (builtins) filter toJSON;
  testNode = import ./test-node.nix { inherit inputs project lib; };
  dhcpServer = import ./dhcp-server.nix { inherit lib; };

  clusterTest =
    name: profile:
    let
      ours = map (node: node.name) (filter (node: node.profile == name) nodes);
    in
    pkgs.testers.runNixOSTest {
      name = "cluster-${name}";
      node = {
        # A node's own module may set options of nixpkgs.
        pkgsReadOnly = false;
        specialArgs = { inherit inputs project profile; };
      };
      nodes = lib.genAttrs ours (testNode profile) // dhcpServer profile;
      globalTimeout = 1800;

      # The driver makes a variable of each machine, and a node may be called as any of ours.
      skipTypeCheck = true;

      testScript = ''
        wanted = set(${toJSON ours})
        init = next(one for one in machines if one.name == "${profile.k3s.initServer}")
        start_all()

        with subtest("Every node has its links"):
            for one in machines:
                one.wait_for_unit("systemd-networkd-wait-online.service")

        with subtest("K3s starts on the server that founds the cluster"):
            init.wait_for_unit("k3s.service")
            init.wait_until_succeeds("k3s kubectl get --raw /readyz")

        with subtest("Every node is Ready"):
            ready = "k3s kubectl get nodes --no-headers | grep -cw Ready"
            init.wait_until_succeeds(f"test $({ready}) -eq {len(wanted)}", timeout=900)
            names = "k3s kubectl get nodes -o jsonpath='{.items[*].metadata.name}'"
            found = set(init.succeed(names).split())
            assert found == wanted, found
      '';
    };

  # A profile that is all Debian has nothing to start here.
  hasNodes =
    name: profile:
    lib.any (node: node.profile == name && node.name == profile.k3s.initServer) nodes;
in
lib.mapAttrs' (name: profile: lib.nameValuePair "cluster-${name}" (clusterTest name profile)) (
  lib.filterAttrs hasNodes project.profiles
)
