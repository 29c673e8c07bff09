# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What a system says of each subject, in full: nixos_values.py holds it against one literal each, so that no value can be
# changed or lost unseen. `config` is that of a system.
{ lib }:
config:
let
  # What a unit says beyond what every unit is; its script and its tools are looked at where it is run.
  isSaid = name: value: name == "enable" || !builtins.elem value [ [ ] { } "" false ];
  said = unit: lib.filterAttrs isSaid (removeAttrs unit [ "script" "path" ]);
  serviceOf = name: said (config.systemd.services.${name} or { });
  namesOf = map (package: package.name);
  partitions = lib.concatMap (disk: lib.attrValues disk.content.partitions) (lib.attrValues config.disko.devices.disk);
  mounted = builtins.filter (partition: partition ? content) partitions;
  inherit (config.boot) initrd;
in
{
  # What a machine is made of, and starts by.
  machine = {
    drivers = { inherit (initrd) availableKernelModules kernelModules; };
    modules = config.boot.kernelModules;
    microcode = lib.mapAttrs (_: one: one.updateMicrocode) config.hardware.cpu;
    firmware = config.hardware.enableRedistributableFirmware;
    grub = if config.boot.loader.grub.enable then { inherit (config.boot.loader.grub) device efiSupport efiInstallAsRemovable; } else null;
    trim = config.services.fstrim.enable;
    cooling = config.services.thermald.enable;
    ec2Efi = config.ec2.efi or null;
  };
  partitions = lib.concatMapAttrs (_: disk: lib.mapAttrs (_: part: removeAttrs part [ "content" ] // {
    content = part.content.format or null;
  }) disk.content.partitions) config.disko.devices.disk;

  base = {
    inherit (config.system) stateVersion;
    inherit (config.time) timeZone;
    inherit (config.networking) domain;
    resolved = config.services.resolved.enable;
    onlineWithin = config.systemd.network.wait-online.timeout;
    emergency = config.systemd.enableEmergencyMode;
    inherit (config.boot.tmp) cleanOnBoot;
    documentation = config.documentation.enable;
    journal = config.services.journald.extraConfig;
  };
  entry = {
    inherit (config.users) mutableUsers allowNoPasswordLogin;
    root = { inherit (config.users.users.root) hashedPassword; inherit (config.users.users.root.openssh.authorizedKeys) keys; };
    sudo = config.security.sudo.enable;
    ssh = { inherit (config.services.openssh) enable openFirewall hostKeys settings; };
  };
  inherit (config.boot.kernel) sysctl;
  inherit (config.boot) kernelModules;
  kernelParams = lib.filter (one: !lib.hasPrefix "console=" one) config.boot.kernelParams;
  nix = { inherit (config.nix) settings gc; };
  loader = {
    inherit (config.boot.loader) timeout;
    inherit (config.boot.loader.systemd-boot) editor configurationLimit;
    inherit (config.boot.loader.efi) canTouchEfiVariables;
  };
  memory = config.zramSwap;
  frequency = config.powerManagement.cpuFreqGovernor;

  k3s = {
    graceful = config.services.k3s.gracefulNodeShutdown.enable;
    variables = config.environment.variables;
    unit = serviceOf "k3s";
  };
  values = lib.mapAttrs (_: chart: chart.values) config.services.k3s.autoDeployCharts;
  # What Longhorn and kube-vip have of the machine itself.
  host = {
    openiscsi = { inherit (config.services.openiscsi) enable name; };
    rpcbind = config.services.rpcbind.enable;
    fileSystems = config.boot.supportedFilesystems;
    tools = namesOf config.environment.systemPackages;
    folders = lib.concatMapAttrs (_: lib.concatMapAttrs (path: kinds: lib.optionalAttrs (kinds ? d) { ${path} = kinds.d.mode; })) config.systemd.tmpfiles.settings;
  };
  units = lib.genAttrs [ "longhorn-network" "longhorn-paths" ] serviceOf;
  timer = said (config.systemd.timers.longhorn-network or { });
  mounts = lib.listToAttrs (map (one: lib.nameValuePair one.content.mountpoint one.content.mountOptions) mounted);
  secrets = lib.mapAttrs (_: one: { inherit (one) format key mode restartUnits; }) config.sops.secrets;

  jetson = {
    board = { inherit (config.hardware.nvidia-jetpack) enable som carrierBoard; };
    watchdogs = config.systemd.settings.Manager;
    trim = config.services.fstrim.enable;
    packages = config.nixpkgs.config;
  };
  inherit (config.networking) timeServers;
  console = {
    autologin = config.services.getty.autologinUser;
    nixos = config.users.users.nixos.initialHashedPassword or null;
  };
}
