# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Systems made of the exported modules alone, with project data that asks for one thing at a time. What they define is
# data, which nixos_modules.py looks at. `repository` is resources/repo, `stub` the stand-in for nixpkgs.
{ repository, stub }:
let
  standIn = (import (stub + "/flake.nix")).outputs { };
  inputs = {
    nixpkgs = standIn;
    disko = standIn;
    sops-nix = standIn;
    jetpack-nixos = standIn;
    nixos-hardware = standIn;
    nixos-anywhere = standIn;
  };
  inherit (standIn) lib;

  inherit (import ./plain.nix { inherit lib; })
    targets
    plainProject
    nodeOf
    plainProfile
    k3s
    said
    on
    labelled
    tainted
    stored
    led
    by
    onDebian
    ;

  # ---- a system, and what it defines --------------------------------------------------------------------------------
  systemOf =
    {
      project ? plainProject,
      profile ? plainProfile,
      node ? "server-1",
      root ? repository,
      disko ? null,
      own ? { },
    }:
    let
      target = project.hardware.${profile.nodes.${node}.target};
      hardware = target // lib.optionalAttrs (disko != null) { nixos = target.nixos // { inherit disko; }; };
    in
    lib.nixosSystem {
      specialArgs = {
        inherit
          inputs
          project
          profile
          node
          hardware
          ;
      };
      modules = [
        standIn.nixosModules.sops
        standIn.nixosModules.disko
        own
        (root + "/backends/nixos/modules")
        (root + "/backends/nixos/hardware/${hardware.nixos.module}.nix")
        {
          nixpkgs.hostPlatform = hardware.system;
          networking.hostName = node;
          fileSystems."/" = lib.mkIf (disko == null) (lib.mkDefault { device = "/dev/vda"; });
          services.k3s = {
            enable = true;
            inherit (profile.nodes.${node}) role;
          };
        }
      ]
      ++ lib.optional (disko != null) (root + "/backends/nixos/disko/${disko}.nix");
    };

  factsOf =
    change:
    let
      inherit (systemOf change) config;
      service = config.services.k3s;
    in
    # Everything that is defined is also taken, and no assertion fails.
    builtins.seq config.system.build.toplevel.drvPath {
      charts = lib.mapAttrs (_: chart: {
        inherit (chart)
          name
          repo
          version
          hash
          targetNamespace
          values
          ;
      }) service.autoDeployCharts;
      manifests = lib.mapAttrs (_: manifest: manifest.content) service.manifests;
      images = map (image: image.name) service.images;
      version = service.package.version;
      openPorts = lib.mapAttrs (_: one: one.allowedTCPPorts) config.networking.firewall.interfaces;
      ssh = {
        inherit (config.services.openssh) openFirewall settings;
        inherit (config.users.users.root.openssh.authorizedKeys) keys;
        password = config.users.users.root.hashedPassword;
      };
      files = lib.mapAttrs (_: file: file.text) config.environment.etc;
      links = lib.concatMapAttrs (
        _: lib.concatMapAttrs (path: kinds: lib.optionalAttrs (!kinds ? r) { ${path} = kinds."L+".argument or null; })
      ) config.systemd.tmpfiles.settings;
      removed = lib.concatMap (
        paths: builtins.filter (path: paths.${path} ? r) (builtins.attrNames paths)
      ) (lib.attrValues config.systemd.tmpfiles.settings);
      timers = builtins.attrNames config.systemd.timers;
      scripts = lib.mapAttrs (_: service: service.script or "") config.systemd.services;
      checks = config.system.preSwitchChecks;
      builder = config.system.systemBuilderCommands;
      sysctl = config.boot.kernel.sysctl;
      networkd = config.systemd.network.config.networkConfig;
      keeps = lib.mapAttrs (_: unit: unit.networkConfig.KeepConfiguration or null) config.systemd.network.networks;
      inherit (config.boot) kernelModules kernelParams;
      kernelOptions = lib.concatMap (patch: builtins.attrNames (patch.structuredExtraConfig or { })) config.boot.kernelPatches;
      kernelOfMachine = config.system.build.vm.config.boot.kernelPatches;
      initrd = config.boot.initrd.availableKernelModules;
      loader = {
        systemd-boot = config.boot.loader.systemd-boot.enable;
        grub = config.boot.loader.grub.enable;
        removable = config.boot.loader.grub.efiInstallAsRemovable;
      };
      microcode = {
        intel = config.hardware.cpu.intel.updateMicrocode;
        amd = config.hardware.cpu.amd.updateMicrocode;
      };
      firmware = config.hardware.enableRedistributableFirmware;
      ec2Efi = config.ec2.efi or false; # nothing but EC2's own module has it
      ec2Others = {
        init = config.virtualisation.amazon-init.enable or false;
        manager = config.services.amazon-ssm-agent.enable or false;
      };
      k3sAfter = config.systemd.services.k3s.after or [ ];
      k3sPath = map (package: package.name) (config.systemd.services.k3s.path or [ ]);
      platform = config.nixpkgs.hostPlatform;
      disks = config.disko.devices.disk;
      binds = lib.mapAttrs (_: mount: mount.device) (
        lib.filterAttrs (_: mount: lib.elem "bind" (mount.options or [ ])) config.fileSystems
      );
      mayFail = builtins.attrNames (
        lib.filterAttrs (_: mount: lib.elem "nofail" (mount.options or [ ])) config.fileSystems
      );
      k3sNeeds = config.systemd.services.k3s.unitConfig.RequiresMountsFor or [ ];
      emergency = config.systemd.enableEmergencyMode;
      sopsKeys = {
        inherit (config.sops.age) keyFile sshKeyPaths;
        gnupg = config.sops.gnupg.sshKeyPaths;
      };
      secrets = lib.mapAttrs (_: secret: baseNameOf (toString secret.sopsFile)) config.sops.secrets;
      inherit (config) warnings;
    };

  taints = {
    server-1 = [ "dedicated=db:NoSchedule" ];
    agent-1 = [
      "quiet:NoExecute"
      "dedicated=db:NoSchedule"
    ];
  };

  mirrored = said {
    caches = plainProject.caches // {
      registries = [
        {
          registry = "docker.io";
          endpoint = "https://a.example";
        }
        {
          registry = "docker.io";
          endpoint = "https://b.example";
        }
      ];
    };
  };

  onTargets = lib.mapAttrs' (name: lib.nameValuePair "on-${name}") (lib.genAttrs targets on);

  # The pod's text stands in a file of the store; here it is asked for as data.
  kubeVip = import (repository + "/lib/k3s/manifests/kube-vip.nix");
in
{
  facts = lib.mapAttrs (_: factsOf) (
    {
      plain = { };
      agent.node = "agent-1";
      management.profile = plainProfile // {
        networks = map (
          network: network // { carries = if network.name == "office" then [ "management" ] else network.carries; }
        ) plainProfile.networks;
      };
      tuned = said {
        tuning = [
          "network"
          "memory"
          "latency"
        ];
      };
      inherit mirrored;
      bundled = k3s { images = "bundled"; };
      nearVersion = k3s { version = "v1.33.1+k3s1"; };
      exactVersion = k3s { version = "v1.34.1+k3s1"; };
      virtual = k3s { apiAddress = "192.168.200.250"; };
      virtualOfSix = k3s { apiAddress = "fd00::250"; };
      virtualAgent = by "agent-1" (k3s { apiAddress = "192.168.200.250"; });
      virtualOfOne = by "server-2" (k3s { }) // {
        profile = plainProfile // {
          nodes = plainProfile.nodes // {
            server-2 = plainProfile.nodes.server-2 // {
              k3s = plainProfile.nodes.server-2.k3s // {
                flannelInterface = "eth0.office";
                apiAddress = "192.168.200.250";
              };
            };
          };
        };
      };
      kyverno = k3s { addons = [ "kyverno" ]; };
      kyvernoAgent = by "agent-1" (k3s { addons = [ "kyverno" ]; });
      longhorn = k3s { addons = [ "longhorn" ]; };
      longhornAgent = by "agent-1" (k3s { addons = [ "longhorn" ]; });
      longhornLabelled = labelled "node.longhorn.io/create-default-disk=true" "agent-1" { addons = [ "longhorn" ]; };
      longhornTainted = tainted taints { addons = [ "longhorn" ]; };
      longhornPolicy = k3s {
        addons = [
          "kyverno"
          "longhorn"
        ];
        longhornPaths = "policy";
      };
      storage = stored { };
      storageAgent = by "agent-1" (stored { });
      storageOfSix = stored { subnet = "fd00:9::/64"; };
      storageBesideK3s = stored { carries = [ ]; };
      storageAway = stored { linkOf = name: if name == "jetson-1" then null else "eth0.store"; };
      storageNamedTwice = stored { linkOf = name: if name == "jetson-1" then "bond0.9" else "eth0.store"; };
      storageByDhcp = stored { addressing = "dhcp"; };
      wayNowhere = k3s { addons = [ "kyverno" ]; };
      wayUnasked = k3s { addons = [ "nvidia" ]; };
      wayByGateway = led { gateways = [ "10.0.4.254" ]; } [ ];
      wayByRoute = led {
        routes = [
          {
            to = "0.0.0.0/0";
            via = "10.0.4.254";
          }
        ];
      } [ ];
      wayByDhcp = led { dhcpRoutes = "both"; } [ ];
      wayOfOthers = led { gateways = [ "10.0.4.254" ]; } [
        "fd00:43::/112"
        "10.43.0.0/16"
      ];
      wayOfSix = led { dhcpRoutes = "ipv6"; } [ "fd00:43::/112" ];
      storageSmall = stored { subnet = "10.0.9.0/28"; };
      locked = said { admins = plainProject.admins // { ssh = [ ]; }; };
      open = on "qemu-amd64" // said { admins = plainProject.admins // { ssh = [ ]; }; };
      lockedOwn = said { admins = plainProject.admins // { ssh = [ ]; }; } // {
        own.users.users.root.openssh.authorizedKeys.keys = [ "ssh-ed25519 AAAA" ];
      };
      lockedInstance = on "ec2-x86_64" // said {
        admins = plainProject.admins // { ssh = [ ]; };
        hardware = plainProject.hardware // { ec2-x86_64 = plainProject.hardware.ec2-x86_64 // { cloud = "ec2"; }; };
      };
      newOnDebian = onDebian { } [ "agent-1" ];
      sameOnDebian = onDebian { version = "v1.34.1+k3s1"; } [ "agent-1" ];
      serverOnDebian = onDebian { } [ "server-2" ];
      agentOfThem = by "jetson-1" (onDebian { } [ "agent-1" ]);
      nvidia = k3s { addons = [ "nvidia" ]; };
      nvidiaTainted = tainted taints { addons = [ "nvidia" ]; };
      nvidiaMixed = labelled "nvidia.com/gpu.present=true" "agent-1" { addons = [ "nvidia" ]; };
      nvidiaJetson = by "jetson-1" (k3s { addons = [ "nvidia" ]; });
      nvidiaNowhere = on "n100" // {
        profile = (k3s { addons = [ "nvidia" ]; }).profile // {
          nodes = removeAttrs plainProfile.nodes [ "jetson-1" ];
        };
      };
      boardWithLonghorn = by "jetson-1" (k3s { addons = [ "longhorn" ]; });
      boardWithWireguard = by "jetson-1" (k3s { flannelBackend = "wireguard-native"; });
      wireguard = k3s { flannelBackend = "wireguard-native"; };
      pool = {
        disko = "standard";
        own.fileSystems = lib.mkForce {
          "/" = {
            device = "tank/root";
            fsType = "zfs";
          };
          "/var/null".device = "/dev/null";
          "/var/extra" = {
            device = "/dev/disk/by-label/extra";
            options = [ "nofail" ];
          };
        };
      };
      standardDisk.disko = "standard";
      abDisk.disko = "ab";
      diskOfImage = {
        disko = "standard";
        own = {
          disko.enableConfig = lib.mkForce false;
          fileSystems."/".device = "/dev/vda";
        };
      };
    }
    // onTargets
  );
  # Each value of some systems, for nixos_values.py; `root` has tokens.
  values =
    root:
    lib.mapAttrs (_: change: import ./values.nix { inherit lib; } (systemOf change).config) (onTargets // {
      server = { };
      agent.node = "agent-1";
      ownTokens = { inherit root; };
      ownToken = {
        inherit root;
        node = "agent-1";
      };
      inherit mirrored;
      tuned = said {
        tuning = [
          "network"
          "memory"
          "latency"
        ];
      };
      longhorn = k3s { addons = [ "longhorn" ]; };
      kyverno = k3s { addons = [ "kyverno" ]; };
      kyvernoOfOne.profile = (k3s { addons = [ "kyverno" ]; }).profile // {
        nodes.server-1 = nodeOf "server" "n100";
      };
      virtual = k3s { apiAddress = "192.168.200.250"; };
      policy = k3s {
        addons = [
          "kyverno"
          "longhorn"
        ];
        longhornPaths = "policy";
      };
      storage = stored { };
      standardDisk.disko = "standard";
      abDisk.disko = "ab";
      jetson = on "jetson-orin-nano";
      ec2 = on "ec2-graviton";
    })
    // lib.mapAttrs (_: variant: import ./values.nix { inherit lib; } (systemOf { }).config.system.build.images.${variant}.config) {
      installer = "iso-installer";
      instance = "amazon";
    };
  # The tools that people have who run the cluster, by the system they work on.
  tools = lib.mapAttrs (
    _: pkgs:
    let
      shells = import (repository + "/backends/nixos/shells.nix") {
        inherit inputs lib;
        project = plainProject;
      };
    in
    map (package: package.pname) (shells pkgs).default.packages
  ) standIn.legacyPackages;
  # What is pushed to a machine, by Colmena and by deploy-rs.
  push =
    let
      system = systemOf { };
      pushed = import (repository + "/backends/nixos/push.nix") {
        inherit inputs lib;
        project = plainProject;
        machines = [
          {
            name = "server-1";
            attribute = "all-server-1";
            system = "x86_64-linux";
            host = "10.0.0.1";
            role = "server";
            target = "n100";
            profile = "all";
          }
        ];
        nixosConfigurations.all-server-1 = system;
      };
      ofDeploy = pushed.deploy.nodes.server-1.profiles.system;
      paths = ofDeploy.path.paths;
    in
    {
      deploymentConfig = pushed.colmenaHive.deploymentConfig;
      schema = pushed.colmenaHive.__schema;
      deploy = removeAttrs pushed.deploy [ "nodes" ];
      inherit (pushed.deploy.nodes.server-1) hostname;
      inherit (ofDeploy) user;
      isSystem = lib.head paths == system.config.system.build.toplevel;
      programs = map (one: { inherit (one) destination executable text; }) (lib.tail paths);
    };
  # The installer of a node with as long a name as there is, that has all that K3s may have.
  installer =
    root: target:
    let
      node = lib.concatStrings (lib.genList (_: "node-56") 9);
      image =
        (systemOf {
          inherit root node;
          inherit (mirrored) project;
          own.sops.useSystemdActivation = true;
          profile = (k3s {
            addons = [
              "kyverno"
              "longhorn"
              "nvidia"
            ];
            longhornPaths = "policy";
            initServer = node;
          }).profile // { nodes.${node} = nodeOf "server" target; };
        }).config.system.build.images.iso-installer;
      inherit (image) config;
    in
    builtins.seq image.drvPath {
      name = config.networking.hostName;
      inherit (config.system) stateVersion;
      on = {
        k3s = config.services.k3s.enable;
        manager = config.networking.networkmanager.enable;
        paths = config.systemd.services.longhorn-paths.enable;
      };
      unit = config.systemd.services ? k3s;
      secrets = lib.attrNames config.sops.secrets;
    };
  # Versions that nixpkgs has not, and none near enough in their place; a node may bring its own.
  versions = lib.mapAttrs (_: change: (systemOf change).config.services.k3s.package.version) {
    old = k3s { version = "v1.30.1+k3s1"; };
    newerAgent = by "agent-1" (k3s { version = "v1.33.1+k3s1"; });
    own = k3s { version = "v1.30.1+k3s1"; } // {
      own = { pkgs, ... }: { services.k3s.package = pkgs.k3s; };
    };
  };
  # With the tokens in place: `root` is a copy of the repository that has them.
  withTokens = root: {
    server = (factsOf { inherit root; }).secrets;
    agent = (factsOf { inherit root; node = "agent-1"; }).secrets;
    after = map (own: (factsOf { inherit root own; }).k3sAfter) [
      { }
      { sops.useSystemdActivation = true; }
    ];
    warnings = (factsOf { inherit root; }).warnings;
  };
  pods = {
    four = kubeVip {
      address = "192.168.200.250";
      interface = "bond0.200";
    };
    six = kubeVip {
      address = "fd00::250";
      interface = "eth1";
    };
  };
  policies = import (repository + "/lib/k3s/manifests/longhorn-paths.nix");
}
