# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# What the project asks to tune beyond the defaults; without a word about it, nothing.
{
  lib,
  project,
  hardware,
  ...
}:
let
  asks = what: builtins.elem what (project.tuning or [ ]);
  isX86 = hardware.arch == "x86_64";
in
{
  config = lib.mkMerge [
    # Throughput: a congestion control that fills long links, and room for as much in flight.
    (lib.mkIf (asks "network") {
      boot.kernelModules = [ "tcp_bbr" ];
      boot.kernel.sysctl = {
        "net.core.default_qdisc" = "fq";
        "net.ipv4.tcp_congestion_control" = "bbr";
        "net.core.rmem_max" = 67108864;
        "net.core.wmem_max" = 67108864;
      };
    })

    # Little memory: compress what is idle before anything is killed.
    (lib.mkIf (asks "memory") {
      zramSwap = {
        enable = true;
        algorithm = "zstd";
        memoryPercent = 25;
      };
      boot.kernel.sysctl = {
        "vm.swappiness" = 100; # zram is cheaper than reading a page again
        "vm.vfs_cache_pressure" = 50;
      };
    })

    # Latency: cores that do not sleep deeply, at the price of power and heat.
    (lib.mkIf (asks "latency") {
      powerManagement.cpuFreqGovernor = "performance";
      boot.kernelParams = [
        "nowatchdog"
        "nmi_watchdog=0"
      ]
      ++ lib.optionals isX86 [ "processor.max_cstate=1" ];
    })
  ];
}
