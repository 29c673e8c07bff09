# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What is one of a few words, by the name of its field, with the words of the studio. Another word
# would take an add-on or a setting away without a sound.
{
  role = [
    "server"
    "agent"
  ];
  backend = [
    "nixos"
    "debian"
  ];
  backends = [
    "nixos"
    "debian"
  ];
  mode = [
    "balance-rr"
    "active-backup"
    "balance-xor"
    "broadcast"
    "802.3ad"
    "balance-tlb"
    "balance-alb"
  ];
  lacpRate = [
    "slow"
    "fast"
  ];
  hashPolicy = [
    "layer2"
    "layer3+4"
    "layer2+3"
    "encap2+3"
    "encap3+4"
  ];
  carries = [
    "k3s"
    "storage"
    "management"
    "ingress"
  ];
  addressing = [
    "static"
    "dhcp"
  ];
  flannelBackend = [
    "vxlan"
    "host-gw"
    "wireguard-native"
    "none"
  ];
  addons = [
    "kyverno"
    "longhorn"
    "nvidia"
  ];
  longhornPaths = [
    "link"
    "policy"
  ];
  images = [
    "registry"
    "bundled"
  ];
  tuning = [
    "network"
    "memory"
    "latency"
  ];
  arch = [
    "x86_64"
    "aarch64"
  ];
  boot = [
    "systemd-boot"
    "grub"
    "extlinux"
  ];
  layout = [
    "standard"
    "ab"
    "image"
  ];
  cloud = [ "ec2" ];
}
