# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The system as a whole: packages, users, units, services beside K3s.
{ lib }:
let
  inherit (lib) types;
  inherit (types)
    attrs
    attrsOf
    bool
    either
    enum
    int
    json
    lines
    listOf
    nullOr
    package
    path
    raw
    str
    submodule
    ;
  of = options: submodule { options = lib.optionTree options; };
  text = either str (listOf str);
  unitText = types.oneOf [
    str
    int
    bool
    path
    package
    (listOf (types.oneOf [
      str
      package
      path
    ]))
  ];
  unit = {
    enable = {
      type = bool;
      default = true;
    };
    description = str;
    documentation = listOf str;
    after = listOf str;
    before = listOf str;
    wants = listOf str;
    wantedBy = listOf str;
    requires = listOf str;
    requiredBy = listOf str;
    requisite = listOf str;
    partOf = listOf str;
    bindsTo = listOf str;
    conflicts = listOf str;
    unitConfig = attrsOf unitText;
  };
  service = of (
    unit
    // {
      serviceConfig = attrsOf unitText;
      environment = attrsOf (nullOr (types.oneOf [
        str
        path
        package
      ]));
      path = listOf (types.oneOf [
        package
        str
      ]);
      script = lines;
      preStart = lines;
      postStart = lines;
      preStop = lines;
      postStop = lines;
      startLimitBurst = int;
      startLimitIntervalSec = int;
      restartTriggers = listOf raw;
      restartIfChanged = bool;
      stopIfChanged = bool;
      reloadIfChanged = bool;
      startAt = text;
    }
  );
  # What a line of a settings file holds.
  atom = types.oneOf [
    bool
    int
    str
  ];
  file = of {
    enable = bool;
    text = nullOr lines;
    source = path;
    target = str;
    mode = str;
    user = str;
    group = str;
  };
  user = of {
    isNormalUser = bool;
    isSystemUser = bool;
    description = str;
    group = str;
    extraGroups = listOf str;
    home = path;
    createHome = bool;
    shell = nullOr (either package path);
    uid = nullOr int;
    hashedPassword = nullOr str;
    hashedPasswordFile = nullOr str;
    initialHashedPassword = nullOr str;
    "openssh.authorizedKeys.keys" = listOf str;
    "openssh.authorizedKeys.keyFiles" = listOf path;
  };
in
{
  assertions = listOf raw;
  warnings = listOf str;

  "nixpkgs.hostPlatform" = str; # a set too, which nobody here says
  "nixpkgs.buildPlatform" = str;
  "nixpkgs.config" = attrs;
  "nixpkgs.overlays" = listOf raw;
  "nixpkgs.pkgs" = raw;

  "nix.enable" = bool;
  "nix.package" = package;
  "nix.settings" = attrsOf (either atom (listOf atom));
  "nix.gc.automatic" = bool;
  "nix.gc.dates" = text;
  "nix.gc.options" = str;
  "nix.optimise.automatic" = bool;
  "nix.channel.enable" = bool;
  "nix.nixPath" = listOf str;
  "nix.registry" = attrsOf raw;
  "nix.extraOptions" = lines;
  "nix.distributedBuilds" = bool;
  "nix.buildMachines" = listOf raw;

  "system.name" = str;
  "system.stateVersion" = str;
  "system.build" = types.lazyAttrsOf raw;
  "system.preSwitchChecks" = attrsOf str;
  "system.systemBuilderCommands" = types.lines;
  "system.activationScripts" = attrsOf raw;
  "system.extraDependencies" = listOf package;
  "system.nixos.variant_id" = nullOr str;
  "system.nixos.tags" = listOf str;
  "system.configurationRevision" = nullOr str;
  "image.modules" = attrsOf types.deferredModule;
  "image.baseName" = str;
  "image.fileName" = str;

  "environment.systemPackages" = listOf package;
  "environment.etc" = attrsOf file;
  "environment.variables" = attrsOf (types.oneOf [
    str
    int
    path
    (listOf str)
  ]);
  "environment.sessionVariables" = attrsOf str;
  "environment.shellAliases" = attrsOf (nullOr str);
  "environment.defaultPackages" = listOf package;
  "documentation.enable" = bool;
  "documentation.nixos.enable" = bool;
  "documentation.man.enable" = bool;
  "documentation.doc.enable" = bool;
  "documentation.info.enable" = bool;

  "time.timeZone" = nullOr (types.strMatching "[^ ]*");
  "i18n.defaultLocale" = str;
  "console.keyMap" = either str path;
  "fonts.fontconfig.enable" = bool;
  "xdg.autostart.enable" = bool;
  "programs.command-not-found.enable" = bool;
  "programs.git.enable" = bool;

  "users.mutableUsers" = {
    type = bool;
    default = true;
  };
  "users.allowNoPasswordLogin" = bool;
  "users.users" = attrsOf user;
  "users.groups" = attrsOf (of {
    gid = nullOr int;
    members = listOf str;
  });
  "security.sudo.enable" = bool;
  "security.sudo.wheelNeedsPassword" = bool;
  "security.sudo.execWheelOnly" = bool;
  "security.polkit.enable" = bool;
  "security.apparmor.enable" = bool;
  "security.auditd.enable" = bool;
  "security.protectKernelImage" = bool;
  "security.tpm2.enable" = bool;

  "systemd.services" = attrsOf service;
  "systemd.timers" = attrsOf (of (unit // {
    timerConfig = attrsOf unitText;
  }));
  "systemd.targets" = attrsOf (of unit);
  "systemd.sockets" = attrsOf (of (unit // {
    socketConfig = attrsOf unitText;
    listenStreams = listOf str;
  }));
  "systemd.mounts" = listOf raw;
  "systemd.tmpfiles.rules" = listOf str;
  "systemd.tmpfiles.settings" = attrsOf (attrsOf (attrsOf (of {
    type = str;
    mode = str;
    user = str;
    group = str;
    age = str;
    argument = str;
  })));
  "systemd.settings.Manager" = attrsOf unitText;
  "systemd.coredump.enable" = bool;
  "systemd.enableEmergencyMode" = {
    type = bool;
    default = true;
  };
  "systemd.oomd.enable" = bool;
  "systemd.package" = package;

  "services.openssh.enable" = bool;
  "services.openssh.openFirewall" = bool;
  "services.openssh.ports" = listOf types.port;
  "services.openssh.allowSFTP" = bool;
  "services.openssh.settings" = attrsOf (nullOr atom);
  "services.openssh.hostKeys" = listOf attrs;
  "services.openssh.extraConfig" = lines;
  "services.journald.extraConfig" = lines;
  "services.journald.storage" = enum [
    "persistent"
    "volatile"
    "auto"
    "none"
  ];
  "services.timesyncd.enable" = bool;
  "services.timesyncd.servers" = listOf str;
  "services.chrony.enable" = bool;
  "services.logrotate.enable" = bool;
  "services.getty.autologinUser" = nullOr str;
  "services.udev.extraRules" = lines;
  "services.udev.packages" = listOf package;
  "services.fstrim.enable" = bool;
  "services.smartd.enable" = bool;
  "services.thermald.enable" = bool;
  "services.irqbalance.enable" = bool;
  "services.qemuGuest.enable" = bool;
  "services.udisks2.enable" = bool;
  "services.lvm.enable" = bool;
  "services.nfs.server.enable" = bool;
  "services.rpcbind.enable" = bool;
  "services.amazon-ssm-agent.enable" = bool;
  "services.openiscsi.enable" = bool;
  "services.openiscsi.name" = nullOr str;
  "services.xserver.enable" = bool;

  "services.k3s.enable" = bool;
  "services.k3s.package" = package;
  "services.k3s.role" = enum [
    "server"
    "agent"
  ];
  "services.k3s.clusterInit" = bool;
  "services.k3s.serverAddr" = str;
  "services.k3s.token" = str;
  "services.k3s.tokenFile" = nullOr path;
  "services.k3s.agentTokenFile" = nullOr path;
  "services.k3s.extraFlags" = either str (listOf str);
  "services.k3s.disableAgent" = bool;
  "services.k3s.environmentFile" = nullOr path;
  "services.k3s.configPath" = nullOr path;
  "services.k3s.manifests" = attrsOf (of {
    enable = bool;
    target = str;
    content = nullOr (either attrs (listOf attrs));
    source = path;
  });
  "services.k3s.charts" = attrsOf (either path package);
  "services.k3s.images" = listOf package;
  "services.k3s.containerdConfigTemplate" = nullOr str;
  "services.k3s.gracefulNodeShutdown.enable" = bool;
  "services.k3s.gracefulNodeShutdown.shutdownGracePeriod" = types.nonEmptyStr;
  "services.k3s.gracefulNodeShutdown.shutdownGracePeriodCriticalPods" = types.nonEmptyStr;
  "services.k3s.extraKubeletConfig" = attrs;
  "services.k3s.extraKubeProxyConfig" = attrs;
  "services.k3s.autoDeployCharts" = attrsOf (of {
    enable = bool;
    repo = types.nonEmptyStr;
    name = types.nonEmptyStr;
    version = types.nonEmptyStr;
    hash = str;
    package = either path package;
    values = either path attrs;
    targetNamespace = types.nonEmptyStr;
    createNamespace = bool;
    extraDeploy = listOf (either path attrs);
    extraFieldDefinitions = attrs;
  });
}
