# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# The packages and builders that exported repositories name, for one system; nothing else has a name here. A package
# is an empty derivation: it evaluates, it is never built.
{ lib, system }:
let
  inherit (builtins) derivation;

  make =
    name: more:
    derivation (
      {
        inherit name system;
        builder = "/bin/sh";
      }
      // more
    );
  package = pname: version: make "${pname}-${version}" { } // {
    inherit pname version;
    meta.mainProgram = pname;
  };
  named = names: lib.genAttrs names (name: package name "1.0");
  writeText = name: text: make name { inherit text; passAsFile = [ "text" ]; };
  runCommand = name: environment: command: make name (environment // { args = [ "-c" command ]; });

  format = extension: {
    type = (import ./declare.nix { inherit lib; }).lib.types.json;
    generate = name: value: writeText name (builtins.toJSON value);
  };

  self = named [
    "age"
    "awscli2"
    "bash"
    "colmena"
    "conntrack-tools"
    "coreutils"
    "cryptsetup"
    "curl"
    "deploy-rs"
    "disko-install"
    "e2fsprogs"
    "ethtool"
    "findutils"
    "flash-orin-nano-devkit"
    "gawk"
    "git"
    "gnugrep"
    "gnused"
    "gptfdisk"
    "intel-compute-runtime"
    "intel-media-driver"
    "iptables"
    "iproute2"
    "iso_minimal"
    "jq"
    "kas"
    "kubectl"
    "kubernetes-helm"
    "libgpiod"
    "nfs-utils"
    "nftables"
    "nix"
    "nixos-anywhere"
    "nixos-rebuild-ng"
    "nvme-cli"
    "openiscsi"
    "openssh"
    "openssl"
    "parted"
    "pciutils"
    "procps"
    "python3"
    "qemu-utils"
    "shellcheck"
    "skopeo"
    "smartmontools"
    "sops"
    "ssh-to-age"
    "systemd"
    "tcpdump"
    "tpm2-tools"
    "usbutils"
    "util-linux"
    "wireguard-tools"
    "yq-go"
    "zstd"
  ] // {
    inherit lib system writeText runCommand;
    pkgs = self;
    path = ./.;
    config = { };
    overlays = [ ];
    stdenv = {
      inherit system;
      hostPlatform = {
        inherit system;
        isLinux = lib.hasSuffix "-linux" system;
        isDarwin = lib.hasSuffix "-darwin" system;
        isx86_64 = lib.hasPrefix "x86_64" system;
        isAarch64 = lib.hasPrefix "aarch64" system;
      };
    };
    nixfmt-tree = package "nixfmt-tree" "1.0" // {
      override = { settings }: make "nixfmt-tree" { settings = builtins.toJSON settings; };
    };
    # Its runtimes for containers are in an output of their own.
    nvidia-container-toolkit = package "nvidia-container-toolkit" "1.17.8" // {
      tools = package "nvidia-container-toolkit-tools" "1.17.8";
    };
    runtimeShell = "${self.bash}/bin/bash";
    # As in nixos-25.11, which stays at the minor version that its K3s had (NixOS/nixpkgs#487642).
    k3s = k3s "1.34.1+k3s1";
    k3s_1_32 = k3s "1.32.9+k3s1";
    k3s_1_33 = throw "'k3s_1_33' has been removed from nixpkgs as it has reached end of life";
    k3s_1_34 = k3s "1.34.1+k3s1";
    linuxPackages = { kernel = package "linux" "6.12.60"; };
    linuxPackages_latest = { kernel = package "linux" "6.18"; };

    runCommandLocal = runCommand;
    writeScript = writeText;
    writeShellScript = writeText;
    writeShellScriptBin = name: text: writeText name text // { meta.mainProgram = name; };
    writeTextFile =
      { name, text, destination ? "", executable ? false, ... }:
      writeText name text // { inherit destination executable; };
    writeShellApplication =
      { name, text, runtimeInputs ? [ ], ... }:
      make name { inherit text runtimeInputs; } // { meta.mainProgram = name; };
    writeTextDir = file: writeText (baseNameOf file);
    concatText = name: files: runCommand name { inherit files; } "";
    symlinkJoin = { name, paths, ... }: make name { inherit paths; };
    buildEnv = { name, paths, ... }: make name { inherit paths; };
    linkFarm = name: entries: make name { paths = map (entry: entry.path) entries; };
    linkFarmFromDrvs = name: paths: make name { inherit paths; };
    mkShell = { name ? "shell", packages ? [ ], shellHook ? "", ... }: make name { inherit packages shellHook; };
    mkShellNoCC = self.mkShell;
    fetchurl = { url, hash, name ? baseNameOf url, ... }: make name { inherit url hash; };
    formats = lib.genAttrs [ "json" "yaml" "toml" "ini" "keyValue" ] (name: _: format name);
    testers.runNixOSTest = import ./tests.nix {
      inherit lib;
      pkgs = self;
      nixosSystem = import ./nixos.nix {
        inherit lib;
        legacyPackages = lib.genAttrs [ "x86_64-linux" "aarch64-linux" ] (
          other: if other == system then self else import ./packages.nix { inherit lib; system = other; }
        );
      };
    };
  };
  k3s = version: package "k3s" version // {
    airgap-images = package "k3s-airgap-images" version;
    airgapImages = package "k3s-airgap-images" version;
  };
in
self
