# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# A project and a profile that ask for nothing, and changes of them that ask for one thing: what modules.nix makes systems
# of.
{ lib }:
rec {
  targetOf = module: rec {
    title = module;
    arch =
      if
        lib.elem module [
          "jetson-orin-nano"
          "qemu-arm64"
          "ec2-graviton"
        ]
      then
        "aarch64"
      else
        "x86_64";
    system = "${arch}-linux";
    backends = [ "nixos" ];
    nics = [
      {
        name = "eth0";
        driver = "igc";
      }
    ];
    console = [
      "tty0"
      "ttyS0,115200n8"
    ];
    boot = if lib.hasPrefix "ec2-" module then "grub" else "systemd-boot";
    disk = {
      device = "/dev/nvme0n1";
      layout = "standard";
    };
    emulated = lib.hasPrefix "qemu-" module;
    nixos = {
      inherit module;
      image = [ ];
    };
  };
  targets = [
    "n100"
    "amd-v3c18i"
    "jetson-orin-nano"
    "qemu-amd64"
    "qemu-arm64"
    "ec2-x86_64"
    "ec2-graviton"
    "generic"
  ];

  plainProject = {
    name = "lab";
    domain = "lab.example";
    k3s.version = "v1.35.0+k3s3";
    deploy = "all";
    admins = {
      ssh = [ "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA== anna@lab" ];
      age = [ ];
    };
    caches = {
      substituters = [ "https://cache.example" ];
      publicKeys = [ "cache.example-1:AAAA" ];
    };
    builders = [ ];
    hardware = lib.genAttrs targets targetOf;
  };

  nodeOf = role: target: {
    inherit role target;
    backend = "nixos";
    links =
      map
        (network: {
          name = "eth0.${network}";
          kind = "vlan";
          inherit network;
        })
        [
          "cluster"
          "office"
        ];
    k3s.flannelInterface = "eth0.cluster";
  };
  plainProfile = {
    name = "all";
    networks = [
      {
        name = "cluster";
        carries = [ "k3s" ];
      }
      {
        name = "office";
        carries = [ ];
      }
    ];
    k3s = {
      network = "cluster";
      initServer = "server-1";
      servers = [
        "server-1"
        "server-2"
      ];
      flannelBackend = "vxlan";
      disable = [ ];
      addons = [ ];
      version = "v1.35.0+k3s3";
    };
    nodes = {
      server-1 = nodeOf "server" "n100";
      server-2 = nodeOf "server" "n100";
      agent-1 = nodeOf "agent" "n100";
      jetson-1 = nodeOf "agent" "jetson-orin-nano";
    };
  };

  # ---- changes of the plain data ------------------------------------------------------------------------------------
  k3s = said: { profile = plainProfile // { k3s = plainProfile.k3s // said; }; };
  said = more: { project = plainProject // more; };
  on = target: { profile = plainProfile // { nodes.server-1 = nodeOf "server" target; }; };
  labelled = label: node: more: {
    profile = (k3s more).profile // {
      nodes = plainProfile.nodes // {
        ${node} = plainProfile.nodes.${node} // {
          k3s = plainProfile.nodes.${node}.k3s // {
            labels = [ label ];
          };
        };
      };
    };
  };
  tainted = taintsOf: more: {
    profile = (k3s more).profile // {
      nodes = plainProfile.nodes // builtins.mapAttrs (
        node: taints: plainProfile.nodes.${node} // { k3s = plainProfile.nodes.${node}.k3s // { inherit taints; }; }
      ) taintsOf;
    };
  };
  # A network for storage; each node is on it by the link that `linkOf` says, or not at all.
  stored =
    { linkOf ? _: "eth0.store", subnet ? "10.0.9.0/24", addressing ? "static", carries ? [ "storage" ] }:
    {
      profile = (k3s { addons = [ "longhorn" ]; }).profile // {
        networks = plainProfile.networks ++ [
          {
            name = "store";
            subnets = [ subnet ];
            inherit addressing carries;
            gateways = [
              "10.0.9.254"
              "fd00:9::fe"
            ];
          }
        ];
        nodes = lib.mapAttrs (
          name: node:
          node
          // {
            links =
              node.links
              ++ lib.optional (linkOf name != null) {
                name = linkOf name;
                kind = "vlan";
                network = "store";
                addresses = [
                  "10.0.9.${toString (lib.stringLength name)}/24"
                  "fd00:9::${toString (lib.stringLength name)}/64"
                ];
              };
          }
        ) plainProfile.nodes;
      };
    };
  # Kyverno, services of those ranges, and a link that says more.
  led = more: serviceCidr: {
    profile =
      (k3s {
        addons = [ "kyverno" ];
        inherit serviceCidr;
      }).profile
      // {
        nodes = plainProfile.nodes // {
          server-1 = plainProfile.nodes.server-1 // {
            links = map (link: link // more) plainProfile.nodes.server-1.links;
          };
        };
      };
  };
  by = node: change: change // { inherit node; };
  onDebian = said: names: {
    profile = (k3s said).profile // {
      nodes = plainProfile.nodes // lib.genAttrs names (name: plainProfile.nodes.${name} // { backend = "debian"; });
    };
  };
}
