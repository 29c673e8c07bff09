# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""What the exported NixOS modules say of a machine, value for value. nixos_modules asks why things are so; here each
subject stands in full, so that nothing of what hardens, starts or watches a machine is changed or lost unseen."""

import os
import re
import shutil
import tempfile
from pathlib import Path

from consumers import Failures, Nix

SOURCE = Path(os.environ["N3X_SOURCE_DIR"])
REPOSITORY = SOURCE / "resources/repo"
APPS = REPOSITORY / "backends/nixos/apps"

HARDENED = {
    "kernel.dmesg_restrict": 1, "kernel.kptr_restrict": 2, "kernel.unprivileged_bpf_disabled": 1,
    "net.ipv4.conf.all.accept_redirects": 0, "net.ipv4.conf.all.send_redirects": 0, "net.ipv6.conf.all.accept_redirects": 0,
    # What pods need of the kernel
    "net.ipv4.ip_forward": 1, "net.ipv6.conf.all.forwarding": 1,
    "net.bridge.bridge-nf-call-iptables": 1, "net.bridge.bridge-nf-call-ip6tables": 1}
NEEDS = {"enable": True, "unitConfig": {"RequiresMountsFor": ["/var/lib/rancher", "/var/lib/kubelet", "/var/lib/longhorn", "/var/log/pods"]}}
KUBECONFIG = {"KUBECONFIG": "/etc/rancher/k3s/k3s.yaml"}
TOKEN = {"format": "yaml", "key": "token", "mode": "0400", "restartUnits": ["k3s.service"]}
VOLUMES = ["noatime", "nofail", "x-systemd.before=systemd-tmpfiles-setup.service", "nodev", "nosuid"]
LOADER = {"editor": False, "timeout": 3}
NO_HOST = {"openiscsi": {"enable": False, "name": None}, "rpcbind": False, "fileSystems": [], "tools": [], "folders": {}}

# The least that a machine has; each kind adds to it.
DISKS = ["ahci", "nvme", "sd_mod", "usb_storage", "xhci_pci"]
K3S_MODULES = ["br_netfilter", "overlay"]
VIRTIO = ["virtio_net", "virtio_pci", "virtio_mmio", "virtio_blk", "virtio_scsi", "9p", "9pnet_virtio"]
VIRTIO_DEVICES = ["virtio_balloon", "virtio_console", "virtio_rng", "virtio_gpu"]
REMOVABLE = {"device": "nodev", "efiSupport": True, "efiInstallAsRemovable": True}


def machine(drivers, in_initrd=(), modules=(), intel=False, amd=False, **more):
    return {"drivers": {"availableKernelModules": drivers, "kernelModules": list(in_initrd)}, "modules": [*K3S_MODULES, *modules, "igc"],
            "microcode": {"intel": intel, "amd": amd}, "firmware": True, "grub": None, "trim": False, "cooling": False, "ec2Efi": None, **more}


def partition(size, content=None, **more):
    return {"size": size, "content": content, **more}


# Firmware finds the ESP by its type, and systemd the slots by theirs.
ESP = partition("1G", "vfat", priority=1, type="EF00")
REST = partition("100%", "ext4")
STORE, VERITY = "8484680C-9521-48C6-9C11-B0720656F69E", "77FF5F63-E7B6-4633-ACF4-1565B864C0E6"

TOOLS = ["nixos-anywhere", "nixos-rebuild-ng", "deploy-rs", "sops", "age", "ssh-to-age", "kubectl", "kubernetes-helm", "jq", "shellcheck",
         "nixfmt-tree"]
WANTED_TOOLS = {f"{arch}-{kind}": TOOLS + more for arch in ("x86_64", "aarch64")
                for kind, more in (("linux", ["kas", "qemu-utils", "usbutils"]), ("darwin", []))}

# A system and a subject, as modules.nix and values.nix call them → all that there is of it.
WANTED = {
    "server.base": {"stateVersion": "25.11", "timeZone": "UTC", "domain": "lab.example", "resolved": True, "onlineWithin": 120,
                    "emergency": False, "cleanOnBoot": True, "documentation": False, "journal": "SystemMaxUse=1G\nMaxRetentionSec=7day\n"},
    "server.entry": {
        "mutableUsers": False, "allowNoPasswordLogin": True, "sudo": False,
        "root": {"hashedPassword": "!", "keys": ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA== anna@lab"]},
        "ssh": {"enable": True, "openFirewall": False, "hostKeys": [{"type": "ed25519", "path": "/etc/ssh/ssh_host_ed25519_key"}],
                "settings": {"PermitRootLogin": "prohibit-password", "PasswordAuthentication": False,
                             "KbdInteractiveAuthentication": False, "X11Forwarding": False}}},
    "server.nix": {"settings": {"experimental-features": ["nix-command", "flakes"], "substituters": ["https://cache.example"],
                                "trusted-public-keys": ["cache.example-1:AAAA"]},
                   "gc": {"automatic": True, "dates": "weekly", "options": "--delete-older-than 14d"}},
    "server.sysctl": HARDENED,
    "server.kernelModules": ["br_netfilter", "overlay", "kvm-intel", "igc"],
    "server.kernelParams": [],
    "server.host": NO_HOST,

    # An image of nixpkgs has less room for kernels than a layout.
    "server.loader": {**LOADER, "configurationLimit": 3, "canTouchEfiVariables": True},
    "standardDisk.loader": {**LOADER, "configurationLimit": 10, "canTouchEfiVariables": True},
    "ec2.loader": {**LOADER, "configurationLimit": 3, "canTouchEfiVariables": False},

    "tuned.sysctl": {**HARDENED, "net.core.default_qdisc": "fq", "net.core.rmem_max": 67108864, "net.core.wmem_max": 67108864,
                     "net.ipv4.tcp_congestion_control": "bbr", "vm.swappiness": 100, "vm.vfs_cache_pressure": 50},
    "tuned.kernelModules": ["tcp_bbr", "br_netfilter", "overlay", "kvm-intel", "igc"],
    "tuned.kernelParams": ["nowatchdog", "nmi_watchdog=0", "processor.max_cstate=1"],
    "tuned.memory": {"enable": True, "algorithm": "zstd", "memoryPercent": 25},
    "tuned.frequency": "performance",

    "server.k3s": {"graceful": True, "variables": KUBECONFIG, "unit": NEEDS},
    "agent.k3s": {"graceful": True, "variables": {}, "unit": NEEDS},
    "mirrored.k3s": {"graceful": True, "variables": KUBECONFIG, "unit": {**NEEDS, "restartTriggers": [
        '{"mirrors":{"docker.io":{"endpoint":["https://a.example","https://b.example"]}}}']}},
    "ownTokens.secrets": {"k3s-server-token": TOKEN, "k3s-agent-token": TOKEN},
    "ownToken.secrets": {"k3s-agent-token": TOKEN},
    "virtual.host": {**NO_HOST, "folders": {"/var/lib/rancher/k3s/agent/pod-manifests": "0700"}},

    "kyverno.values": {"kyverno": {"admissionController": {"replicas": 3}}},
    "kyvernoOfOne.values": {"kyverno": {"admissionController": {"replicas": 1}}},
    "longhorn.values": {"longhorn": {
        "csi": {"kubeletRootDir": "/var/lib/kubelet"}, "persistence": {"defaultClassReplicaCount": 3, "reclaimPolicy": "Delete"},
        "defaultSettings": {"createDefaultDiskLabeledNodes": "false", "defaultDataLocality": "best-effort",
                            "defaultDataPath": "/var/lib/longhorn", "defaultReplicaCount": "3", "guaranteedInstanceManagerCPU": "12",
                            "nodeDrainPolicy": "block-if-contains-last-replica"}}},
    "longhorn.host": {"openiscsi": {"enable": True, "name": "iqn.2020-01.io.longhorn:server-1"}, "rpcbind": True,
                      "fileSystems": {"nfs": True}, "tools": ["openiscsi-1.0", "nfs-utils-1.0", "cryptsetup-1.0", "util-linux-1.0"],
                      "folders": {"/var/lib/longhorn": "0700"}},
    "policy.units": {"longhorn-network": {}, "longhorn-paths": {
        "enable": True, "description": "Longhorn's managers, made anew where they are older than the policy for them",
        "wantedBy": ["multi-user.target"], "after": ["k3s.service"], "startLimitIntervalSec": 0,
        "serviceConfig": {"Type": "exec", "Restart": "on-failure", "RestartSec": "30s"}}},
    "storage.units": {"longhorn-paths": {}, "longhorn-network": {
        "enable": True, "description": "Longhorn's instance managers, made anew where they are not on its network",
        "requisite": ["k3s.service"], "after": ["k3s.service"], "serviceConfig": {"Type": "oneshot", "LogLevelMax": "notice"}}},
    "storage.timer": {"enable": True, "wantedBy": ["timers.target"],
                      "timerConfig": {"OnBootSec": "3min", "OnUnitInactiveSec": "3min", "RandomizedDelaySec": "30s"}},

    # What stands in /boot is for nobody else, and a volume brings no program that runs as its owner.
    "standardDisk.mounts": {"/boot": ["umask=0077"], "/": ["noatime"], "/var/lib/rancher": ["noatime"], "/var/lib/longhorn": VOLUMES},
    "abDisk.mounts": {"/boot": ["umask=0077"], "/": ["noatime"], "/var/lib/longhorn": VOLUMES},
    "jetson.jetson": {"board": {"enable": True, "som": "orin-nano", "carrierBoard": "devkit"}, "trim": True, "packages": {"allowUnfree": True},
                      "watchdogs": {"RuntimeWatchdogSec": "30s", "RebootWatchdogSec": "10min"}},
    "on-generic.machine": machine(DISKS),
    "on-n100.machine": machine(["igc", "r8169", *DISKS], modules=["kvm-intel"], intel=True, trim=True, cooling=True),
    "on-amd-v3c18i.machine": machine(DISKS, modules=["kvm-amd"], amd=True, trim=True),
    "on-jetson-orin-nano.machine": machine([], trim=True),
    "on-qemu-amd64.machine": machine([*DISKS, *VIRTIO], VIRTIO_DEVICES, firmware=False),
    "on-qemu-arm64.machine": machine(VIRTIO, VIRTIO_DEVICES, firmware=False),
    "on-ec2-x86_64.machine": machine([*DISKS, "nvme"], ["xen-blkfront"], firmware=False, grub=REMOVABLE, ec2Efi=True),
    "on-ec2-graviton.machine": machine(["nvme"], ["xen-blkfront"], firmware=False, grub=REMOVABLE, ec2Efi=True),
    # Its AMI starts by UEFI, whatever the machine is else.
    "instance.machine": machine(["igc", "r8169", *DISKS, "nvme"], ["xen-blkfront"], ["kvm-intel"], intel=True, trim=True, cooling=True, ec2Efi=True),
    "longhorn.kernelModules": ["br_netfilter", "overlay", "iscsi_tcp", "dm_crypt", "kvm-intel", "igc"],

    "standardDisk.partitions": {
        "esp": ESP, "root": partition("40G", "ext4", priority=2), "state": partition("40G", "ext4", priority=3), "longhorn": REST},
    "abDisk.partitions": {
        "esp": ESP, "store-a": partition("12G", priority=2, type=STORE, label="store-a"),
        "verity-a": partition("256M", priority=3, type=VERITY, label="verity-a"),
        "store-b": partition("12G", priority=4, type=STORE, label="store-b"),
        "verity-b": partition("256M", priority=5, type=VERITY, label="verity-b"),
        "state": partition("60G", "ext4", priority=6), "longhorn": REST},
    "ec2.timeServers": ["169.254.169.123"],
    "installer.console": {"autologin": None, "nixos": "!"},
    "installer.host": {**NO_HOST, "tools": ["disko-install-1.0"]},
}

PUSHED = {
    "schema": "v0.5",
    "deploymentConfig": {"server-1": {
        "targetHost": "10.0.0.1", "targetUser": "root", "targetPort": None, "allowLocalDeployment": False, "buildOnTarget": False,
        "tags": ["server", "n100", "all"], "replaceUnknownProfiles": True, "privilegeEscalationCommand": ["sudo", "-H", "--"],
        "sshOptions": [], "keys": {}}},
    # A machine that is lost after the switch goes back by itself, by the program that deploy-rs starts there.
    "deploy": {"autoRollback": True, "magicRollback": True, "sshUser": "root"},
    "hostname": "10.0.0.1", "user": "root", "isSystem": True,
    "programs": [{"destination": "/activate-rs", "executable": True,
                  "text": '#!STORE-bash-1.0/bin/bash\nexec STORE-deploy-rs-1.0/bin/activate "$@"\n'}],
}


def differences(wanted, found, where=""):
    """Each value that differs, by its place."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        for key in sorted(set(wanted) | set(found)):
            yield from differences(wanted.get(key, "nothing"), found.get(key, "nothing"), f"{where}.{key}" if where else key)
    elif wanted != found or type(wanted) is not type(found):
        yield f"{where}: {found}, and not {wanted}"


def call(rest):
    return f"(import {SOURCE}/tests/real/nix/modules.nix {{ repository = {REPOSITORY}; stub = {SOURCE}/tests/real/nix/stub; }}).{rest}"


def values(nix):
    with tempfile.TemporaryDirectory(prefix="n3x-values-") as folder:
        root = Path(folder) / "repo"
        shutil.copytree(REPOSITORY, root)
        for name in ("k3s-server-token", "k3s-agent-token"):
            (root / f"secrets/{name}.yaml").write_text("token: ENC[…]\n")
        asked = " ".join(f'"{what}" = v.{what};' for what in WANTED)
        return nix.value(f"let v = {call(f'values {root}')}; in {{ {asked} }}")


def pushed(nix):
    found = nix.value(call("push"))
    for program in found["programs"]:
        program["text"] = re.sub(r"/\S+/store/[a-z0-9]{32}", "STORE", program["text"])
    return found


def check_key(nix, failures):
    """The apps put a node's key where its system looks for it."""
    wanted = nix.value(call("facts.plain.sopsKeys.keyFile"))
    puts = re.search(r'install -m 600 "\$key" "\$extra(/\S+)"', (APPS / "install.sh").read_text())
    failures.check(puts and puts[1] == wanted, f"install puts the key to {puts and puts[1]}, and the system reads {wanted}")
    gives = re.search(r"&& cd (\S+) && cat >new && mv new (\S+)'", (APPS / "give-key.sh").read_text())
    failures.check(gives and f"{gives[1]}/{gives[2]}" == wanted, f"give-key puts it to {gives and gives[0]}, and the system reads {wanted}")


def main():
    failures = Failures()
    nix = Nix()
    for wanted, found in ((WANTED, values(nix)), (PUSHED, pushed(nix)), (WANTED_TOOLS, nix.value(call("tools")))):
        for difference in differences(wanted, found):
            failures.add(difference)
    check_key(nix, failures)
    failures.exit(f"{len(WANTED)} subjects")


if __name__ == "__main__":
    main()
