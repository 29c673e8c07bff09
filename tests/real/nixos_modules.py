# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""The exported NixOS modules, one question at a time, with the stand-in for nixpkgs: what each defines when the
project asks for its subject, that it defines nothing when nobody asks, and that Kubernetes would take its objects."""

import json
import os
import re
import shutil
import subprocess
import tempfile
import tomllib
from pathlib import Path

import jsonschema

from consumers import Failures, Nix

SOURCE = Path(os.environ["N3X_SOURCE_DIR"])
REPOSITORY = SOURCE / "resources/repo"
EXPRESSION = SOURCE / "tests/real/nix/modules.nix"
STUB = SOURCE / "tests/real/nix/stub"
SCHEMAS = json.loads((SOURCE / "tests/real/nix/kubernetes_schemas.json").read_text())


def call(rest):
    return f'(import {EXPRESSION} {{ repository = {REPOSITORY}; stub = {STUB}; }}).{rest}'


def follows(failures, kind, value, what):
    try:
        jsonschema.validate(value, {"$ref": f"#/$defs/{kind}", "$defs": SCHEMAS["$defs"]})
    except jsonschema.ValidationError as error:
        failures.add(f"{what} is no {kind}: {error.json_path}: {error.message}")


def refusal(nix, expression):
    try:
        return f"it evaluates to {nix.value(expression)}"
    except RuntimeError as error:
        return str(error)


def check_plain(facts, failures):
    plain = facts["plain"]
    for empty in ("charts", "manifests", "images", "files", "links", "secrets", "disks"):
        failures.check(not plain[empty], f"without a word about it, {empty} are {plain[empty]}")
    ssh = plain["ssh"]
    failures.check(ssh["password"] == "!" and len(ssh["keys"]) == 1, f"ssh: {ssh}")
    failures.check(ssh["settings"] == {"PermitRootLogin": "prohibit-password", "PasswordAuthentication": False,
                                       "KbdInteractiveAuthentication": False, "X11Forwarding": False}, f"ssh: {ssh}")
    # What the studio pins is newer than what the pinned nixpkgs has: the next older one runs, and the machine says so.
    failures.check(plain["version"].startswith("1.34."), f"K3s {plain['version']}")
    told = [one for one in plain["warnings"] if "v1.35.0+k3s3" in one and plain["version"] in one]
    failures.check(len(told) == 1, f"another K3s than was asked for: {plain['warnings']}")
    exact = facts["exactVersion"]
    failures.check(exact["version"].startswith("1.34.") and not [one for one in exact["warnings"] if "nixpkgs gives" in one], f"{exact['warnings']}")
    # deploy-rs goes back by it; a system that was installed or rebuilt is one to go back to as well.
    failures.check(plain["builder"].endswith("-deploy-rs-activate $out/deploy-rs-activate\n"), f"built by {plain['builder']}")
    failures.check("vm.swappiness" not in plain["sysctl"], "tuned without being asked")
    failures.check("wireguard" not in plain["kernelModules"], "WireGuard without being asked")
    for case, is_told in (("locked", True), ("open", False), ("plain", False), ("lockedOwn", False), ("lockedInstance", False)):
        told = [one for one in facts[case]["warnings"] if "N3X6011" in one and "Nobody could log in to server-1" in one]
        failures.check(len(told) == is_told, f"{case}: who could log in: {facts[case]['warnings']}")
    # A secret of the node's own is decrypted by its key, and by no other, before there are tokens.
    failures.check(plain["sopsKeys"] == {"keyFile": "/var/lib/sops-nix/key.txt", "sshKeyPaths": [], "gnupg": []}, f"keys: {plain['sopsKeys']}")
    told = [one for one in plain["warnings"] if "secrets-init" in one]
    failures.check(len(told) == 1, f"without tokens: {plain['warnings']}")
    tuned = facts["tuned"]
    failures.check(tuned["sysctl"]["net.ipv4.tcp_congestion_control"] == "bbr", "no BBR")
    failures.check(tuned["sysctl"]["vm.swappiness"] == 100, "no zram")
    failures.check("processor.max_cstate=1" in tuned["kernelParams"], "cores sleep deeply")
    failures.check("wireguard" in facts["wireguard"]["kernelModules"], "no WireGuard")


def check_versions(facts, failures):
    """Debian runs what was asked for, and a kubelet newer than a server's API is outside Kubernetes' version skew policy."""
    for name, is_told in (("newOnDebian", True), ("sameOnDebian", False), ("serverOnDebian", False), ("agentOfThem", False), ("plain", False)):
        told = [one for one in facts[name]["warnings"] if "agents too new for it" in one]
        failures.check(len(told) == is_told and all("server-1 runs K3s 1.34.1" in one and ": agent-1 (" in one for one in told),
                       f"{name}: {facts[name]['warnings']}")


def check_network(facts, failures):
    # SSH is open where the apps reach the node, and on no other link.
    for name, link in (("plain", "eth0.cluster"), ("agent", "eth0.cluster"), ("management", "eth0.office")):
        case = facts[name]
        failures.check(case["openPorts"] == {link: [22]} and not case["ssh"]["openFirewall"],
                       f"{name}: SSH is open on {case['openPorts']}, everywhere: {case['ssh']['openFirewall']}")
    registries = json.loads(facts["mirrored"]["files"]["rancher/k3s/registries.yaml"])
    failures.check(registries == {"mirrors": {"docker.io": {"endpoint": ["https://a.example", "https://b.example"]}}},
                   f"registries.yaml: {registries}")
    failures.check(facts["bundled"]["images"] == ["k3s-airgap-images-1.34.1+k3s1"], facts["bundled"]["images"])
    told = [one for one in facts["nearVersion"]["warnings"] if "v1.33.1+k3s1" in one]
    failures.check(len(told) == 1, "a version that nixpkgs lacks goes unsaid")


def check_ways(facts, failures):
    """Where add-ons bring services, a node without a default route of their family is told of; nowhere else. The reason
    is K3s' own: its API server finds webhooks without one."""
    explained = subprocess.run([os.environ["N3X_PROGRAM"], "explain", "N3X5032"], check=True, capture_output=True, text=True).stdout
    failures.check("asks for one on every node" in " ".join(explained.split()) and "webhook" not in explained, f"N3X5032: {explained}")
    for name, is_told in (("wayNowhere", True), ("wayUnasked", False), ("wayByGateway", False), ("wayByRoute", False),
                          ("wayByDhcp", False), ("wayOfOthers", True), ("wayOfSix", False)):
        told = [one for one in facts[name]["warnings"] if "N3X5032" in one]
        failures.check(len(told) == is_told and all("server-1 has no default route: K3s asks for one" in one for one in told), f"{name}: {facts[name]['warnings']}")


def check_virtual_address(facts, pods, failures):
    path = "/var/lib/rancher/k3s/agent/pod-manifests/kube-vip.yaml"
    failures.check("kube-vip.yaml" in (facts["virtual"]["links"].get(path) or ""), "no pod on a server")
    failures.check(path not in facts["virtualAgent"]["links"], "a pod on an agent")
    # What was linked there when there was an address, or when an agent was a server, goes.
    for case in ("plain", "agent", "virtualAgent"):
        failures.check(facts[case]["removed"] == [path], f"{case} removes {facts[case]['removed']}")
    failures.check(path not in facts["virtual"]["removed"], "the pod that a server has is removed")
    # networkd leaves it where kube-vip put it, and what Flannel says of the way to other nodes' pods.
    failures.check(facts["virtual"]["keeps"] == {"20-vlan-cluster": "static"}, f"kept: {facts['virtual']['keeps']}")
    failures.check(facts["virtualOfSix"]["keeps"] == {"20-vlan-cluster": True}, f"kept of IPv6: {facts['virtualOfSix']['keeps']}")
    failures.check(facts["virtualOfOne"]["keeps"] == {"20-vlan-office": "static"}, f"kept: {facts['virtualOfOne']['keeps']}")
    for case in ("plain", "agent", "virtualAgent"):
        failures.check(not facts[case]["keeps"], f"{case} keeps {facts[case]['keeps']}")
        failures.check(facts[case]["networkd"] == {"ManageForeignRoutes": False, "ManageForeignRoutingPolicyRules": False},
                       f"{case}: networkd manages {facts[case]['networkd']}")
    for family, address, bits in (("four", "192.168.200.250", "32"), ("six", "fd00::250", "128")):
        pod = pods[family]
        follows(failures, "Pod", pod, f"kube-vip for {address}")
        says = {one["name"]: one.get("value") for one in pod["spec"]["containers"][0]["env"]}
        failures.check(says["address"] == address and says["vip_subnet"] == bits and says["cp_enable"] == "true",
                       f"kube-vip: {says}")
        # kube-vip 1.0.2 reads no other file, and without kubernetes_addr it asks a host called "kubernetes".
        mount, volume = pod["spec"]["containers"][0]["volumeMounts"][0], pod["spec"]["volumes"][0]
        failures.check((mount["mountPath"], mount["name"], volume["hostPath"]["path"]) ==
                       ("/etc/kubernetes/admin.conf", volume["name"], "/etc/rancher/k3s/k3s.yaml"), f"kubeconfig: {mount} {volume}")
        failures.check(says["kubernetes_addr"] == ("https://127.0.0.1:6443" if family == "four" else "https://[::1]:6443"),
                       f"kube-vip: {says}")


def check_charts(facts, failures):
    for case, names in (("kyverno", {"kyverno"}), ("kyvernoAgent", set()), ("longhorn", {"longhorn"}),
                        ("longhornAgent", set()), ("longhornPolicy", {"kyverno", "longhorn"}),
                        ("nvidia", {"nvidia-device-plugin"}), ("nvidiaJetson", set())):
        failures.check(set(facts[case]["charts"]) == names, f"charts of {case}: {set(facts[case]['charts'])}")
    for case in facts.values():
        for name, chart in case["charts"].items():
            failures.check(re.fullmatch(r"sha256-[A-Za-z0-9+/]{43}=", chart["hash"]), f"hash of {name}")
            failures.check(re.fullmatch(r"v?[0-9]+\.[0-9]+\.[0-9]+", chart["version"]), f"version of {name}")
            failures.check(chart["repo"].startswith("https://"), f"repository of {name}")
    values = facts["longhorn"]["charts"]["longhorn"]["values"]
    failures.check(values["persistence"]["defaultClassReplicaCount"] == 3, "copies on four nodes")
    failures.check(values["defaultSettings"]["createDefaultDiskLabeledNodes"] == "false", "nobody asks, so all keep")
    failures.check(all(isinstance(one, str) for one in values["defaultSettings"].values()), "a setting is no text")
    values = facts["longhornLabelled"]["charts"]["longhorn"]["values"]
    failures.check(values["persistence"]["defaultClassReplicaCount"] == 1, "copies on one node")
    failures.check(values["defaultSettings"]["createDefaultDiskLabeledNodes"] == "true", "the one that asks keeps")
    failures.check(values["defaultSettings"]["nodeDrainPolicy"] == "allow-if-replica-is-stopped", "a drain waits for the only copy")
    failures.check(facts["longhorn"]["charts"]["longhorn"]["values"]["defaultSettings"]["nodeDrainPolicy"] ==
                   "block-if-contains-last-replica", "a drain does not wait for copies")
    check_tolerations(facts, failures)
    label = {"key": "nvidia.com/gpu.present", "operator": "In", "values": ["true"]}
    jetson = {"key": "kubernetes.io/hostname", "operator": "In", "values": ["jetson-1"]}
    for case, wanted in (("nvidia", [jetson, label]), ("nvidiaNowhere", [label])):
        affinity = facts[case]["charts"]["nvidia-device-plugin"]["values"]["affinity"]["nodeAffinity"]
        terms = affinity["requiredDuringSchedulingIgnoredDuringExecution"]["nodeSelectorTerms"]
        failures.check([one["matchExpressions"] for one in terms] == [[one] for one in wanted], f"{case}: {terms}")
    failures.check(facts["nvidiaJetson"]["k3sPath"] == ["nvidia-container-toolkit-tools-1.17.8"], f"runtimes: {facts['nvidiaJetson']['k3sPath']}")
    failures.check(not facts["nvidia"]["k3sPath"], "runtimes for a GPU that is elsewhere")
    generator, config = "nvidia-container-toolkit-cdi-generator.service", "nvidia-container-runtime/config.toml"
    failures.check(generator in facts["nvidiaJetson"]["k3sAfter"] and generator not in facts["nvidia"]["k3sAfter"], "K3s starts before pods can be given a GPU")
    failures.check(tomllib.loads(facts["nvidiaJetson"]["files"].get(config, "")) == {"nvidia-container-runtime": {"mode": "cdi"}}
                   and config not in facts["nvidia"]["files"], f"the runtime of a board: {facts['nvidiaJetson']['files']}")
    for case, wanted in (("nvidia", "tegra"), ("nvidiaNowhere", None), ("nvidiaMixed", None)):
        values = facts[case]["charts"]["nvidia-device-plugin"]["values"]
        failures.check([values.get(f"device{one}Strategy") for one in ("List", "ID", "Discovery")] == ["envvar", "index", wanted], f"{case}: {values}")


def check_tolerations(facts, failures):
    """Longhorn and the device plugin run on nodes with taints too; Longhorn says nothing where there are none."""
    plain = facts["longhorn"]["charts"]["longhorn"]["values"]
    failures.check("taintToleration" not in plain["defaultSettings"] and "longhornManager" not in plain, "tolerations of nothing")
    values = facts["longhornTainted"]["charts"]["longhorn"]["values"]
    failures.check(values["defaultSettings"]["taintToleration"] == "quiet:NoExecute; dedicated=db:NoSchedule",
                   f"taints: {values['defaultSettings']}")
    wanted = [{"key": "quiet", "operator": "Exists", "effect": "NoExecute"},
              {"key": "dedicated", "operator": "Equal", "value": "db", "effect": "NoSchedule"}]
    for part in ("longhornManager", "longhornDriver"):
        failures.check(values[part]["tolerations"] == wanted, f"{part}: {values[part]}")
    own = [{"key": "CriticalAddonsOnly", "operator": "Exists"}, {"key": "nvidia.com/gpu", "operator": "Exists", "effect": "NoSchedule"}]
    for case, more in (("nvidia", []), ("nvidiaTainted", wanted)):
        found = facts[case]["charts"]["nvidia-device-plugin"]["values"].get("tolerations")
        failures.check(found == own + more, f"{case} tolerates {found}")


PODS = {"items": [
    {"metadata": {"name": name}, "spec": {"containers": [{"env": [{"name": one} for one in env]}, {}]},
     "status": {"conditions": [{"type": "Ready", "status": ready}]}}
    for name, env, ready in (("crashing", ["NODE"], "False"), ("working-by-the-link", ["NODE"], "True"),
                             ("starting-with-paths", ["NODE", "PATH"], "False"))]}


def run_beside_k3s(script, answers):
    """What it asks K3s for and what it says; `answers` are objects by what `kubectl get` names."""
    with tempfile.TemporaryDirectory(prefix="n3x-pods-") as folder:
        tool, told = Path(folder) / "k3s", Path(folder) / "told"
        cases = "".join(f"*' get {what} '*) cat {folder}/{number} ;;\n" for number, what in enumerate(answers))
        for number, answer in enumerate(answers.values()):
            (Path(folder) / str(number)).write_text(json.dumps(answer))
        tool.write_text(f'#!/bin/sh\necho "$@" >> {told}\ncase " $* " in\n{cases}esac\n')
        tool.chmod(0o755)
        result = subprocess.run(["bash", "-euc", script], check=True, capture_output=True, text=True,
                                env={"PATH": f"{folder}:{os.environ['PATH']}"})
        return told.read_text().splitlines(), result.stderr


def check_made_anew(script, failures):
    """Of Longhorn's managers those are made anew that cannot work, and no other."""
    calls, _ = run_beside_k3s(script, {"pods": PODS})
    failures.check([one.split()[1] for one in calls] == ["wait", "get", "delete"], f"the policy first: {calls}")
    failures.check(calls[-1] == "kubectl delete pod -n longhorn-system --wait=false crashing", f"made anew: {calls[-1]}")


def check_longhorn_paths(facts, policies, failures):
    link = "/usr/local/bin"
    for case in ("longhorn", "longhornAgent"):
        failures.check(facts[case]["links"].get(link) == "/run/current-system/sw/bin", f"no link in {case}")
        failures.check(not facts[case]["manifests"], f"a policy in {case}")
        failures.check("iscsi_tcp" in facts[case]["kernelModules"], f"no iSCSI in {case}")
    failures.check(link not in facts["longhornPolicy"]["links"], "a link beside the policy")
    check_made_anew(facts["longhornPolicy"]["scripts"]["longhorn-paths"], failures)
    failures.check("longhorn-paths" not in facts["longhorn"]["scripts"], "pods made anew without a policy")
    failures.check(facts["longhornPolicy"]["manifests"]["longhorn-paths"] == policies, "no policy")
    for policy in policies:
        follows(failures, "ClusterPolicy", policy, "the policy for Longhorn")
        for kind in ("containers", "initContainers"):
            one = policy["spec"]["rules"][0]["mutate"]["patchStrategicMerge"]["spec"][kind][0]
            failures.check(one["(name)"] == "*", f"{kind} without the condition: {one}")
            path = one["env"][0]["value"].split(":")
            failures.check(path[0].startswith("/usr") and path[-1] == "/run/current-system/sw/bin", f"PATH is {path}")


def check_storage_network(facts, failures):
    """Longhorn's copies go over the network that carries storage, where every node is on it by a link of one name."""
    case = facts["storage"]
    failures.check(set(case["charts"]) == {"longhorn", "multus"}, f"charts: {set(case['charts'])}")
    setting = case["charts"]["longhorn"]["values"]["defaultSettings"].get("storageNetwork")
    attachment = case["manifests"]["longhorn-network"]
    follows(failures, "NetworkAttachmentDefinition", attachment, "the network for storage")
    about = attachment["metadata"]
    failures.check(setting == f"{about['namespace']}/{about['name']}", f"Longhorn is told {setting}, there is {about}")
    plugin = json.loads(attachment["spec"]["config"])
    failures.check((plugin["type"], plugin["master"], plugin["mode"]) == ("macvlan", "eth0.store", "bridge"), f"{plugin}")
    ipam = plugin["ipam"]
    failures.check(ipam["range"] == "10.0.9.0/24" and ipam["range_start"] == "10.0.9.128", f"addresses of pods: {ipam}")
    failures.check(sorted(ipam["exclude"]) == ["10.0.9.254/32", "10.0.9.7/32", "10.0.9.8/32", "10.0.9.8/32", "10.0.9.8/32"],
                   f"taken: {ipam['exclude']}")
    folders = case["charts"]["multus"]["values"]["config"]["cni_conf"]
    own = case["charts"]["multus"]["values"]["rke2-whereabouts"]
    failures.check(own["enabled"] and ipam["configuration_path"].startswith(folders["confDir"] + "/"), f"{folders} {ipam}")
    failures.check({key: folders[key] for key in own["cniConf"]} == own["cniConf"], f"two places: {folders} {own}")
    six = json.loads(facts["storageOfSix"]["manifests"]["longhorn-network"]["spec"]["config"])["ipam"]
    failures.check("range_start" not in six and "fd00:9::fe/128" in six["exclude"] and len(six["exclude"]) == 5, f"IPv6: {six}")
    failures.check(not facts["storageAgent"]["charts"] and not facts["storageAgent"]["manifests"], "an agent deploys charts")
    for name, why in (("storageBesideK3s", None), ("storageAway", "jetson-1 is not on it"), ("storageSmall", "too small"),
                      ("storageNamedTwice", "not called"), ("storageByDhcp", "by DHCP")):
        case = facts[name]
        failures.check("storageNetwork" not in case["charts"]["longhorn"]["values"]["defaultSettings"] and not case["manifests"]
                       and "multus" not in case["charts"], f"{name}: {case['manifests']}")
        told = [one for one in case["warnings"] if "network of the pods" in one]
        failures.check(len(told) == (why is not None) and all(why in one and "store" in one for one in told), f"{name}: {told}")


def check_network_of_pods(facts, failures):
    """An instance manager that came before Multus is not on the network for storage: it is made anew, or people are told."""
    for name, case in facts.items():
        is_there = name in ("storage", "storageOfSix")
        failures.check(("longhorn-network" in case["scripts"]) == is_there == ("longhorn-network" in case["timers"]), f"{name}: {case['timers']}")

    def pod(name, phase="Running", **notes):
        about = {"name": name, **({"annotations": {f"k8s.v1.cni.cncf.io/{key.replace('_', '-')}": "x" for key in notes}} if notes else {})}
        return {"metadata": about, "spec": {"nodeName": "agent-1"}, "status": {"phase": phase}}

    pods = [pod("fine", networks=1, network_status=1), pod("starting", phase="Pending", networks=1), pod("elsewhere", network_status=1),
            pod("unasked"), pod("idle", networks=1), pod("copying", networks=1), pod("serving", networks=1)]
    calls, said = run_beside_k3s(facts["storage"]["scripts"]["longhorn-network"], {
        "pods": {"items": pods}, "instancemanagers.longhorn.io idle": {"status": {"instanceEngines": {}}},
        "instancemanagers.longhorn.io copying": {"status": {"instanceReplicas": {"a": {}}}},
        "instancemanagers.longhorn.io serving": {"status": {"instanceEngines": {"a": {}}, "instanceReplicas": {}}}})
    asked = [one.split()[3] for one in calls if " instancemanagers" in one]
    failures.check(asked == ["idle", "copying", "serving"], f"looked at: {calls}")
    failures.check([one for one in calls if " delete " in one] == ["kubectl delete pod --wait=false idle -n longhorn-system"], f"made anew: {calls}")
    failures.check([line.split(" on agent-1 ")[0] for line in said.splitlines()] == ["<4>idle", "<3>copying", "<3>serving"], f"told: {said}")
    calls, said = run_beside_k3s(facts["storage"]["scripts"]["longhorn-network"], {"pods": {"items": []}})
    failures.check(len(calls) == 1 and not said, f"without Longhorn: {calls} {said}")


def check_hardware(facts, failures):
    for name, case in facts.items():
        if name.startswith("on-"):
            failures.check("console=ttyS0,115200n8" == [p for p in case["kernelParams"] if "console" in p][-1],
                           f"{name}: the last console is not the main one: {case['kernelParams']}")
            failures.check(("net.ifnames=0" in case["kernelParams"]) == name.startswith("on-qemu"),
                           f"{name}: {case['kernelParams']}")
            is_cloud, is_arm = name.startswith("on-ec2"), name in ("on-jetson-orin-nano", "on-qemu-arm64", "on-ec2-graviton")
            failures.check(case["platform"] == ("aarch64-linux" if is_arm else "x86_64-linux"), f"{name}: {case['platform']}")
            failures.check(case["loader"] == {"systemd-boot": not is_cloud, "grub": is_cloud, "removable": is_cloud},
                           f"{name}: {case['loader']}")
            failures.check(case["firmware"] == (not is_cloud and not name.startswith("on-qemu")), f"{name}: firmware {case['firmware']}")
            failures.check(case["ec2Efi"] == is_cloud, f"{name}: EFI of EC2 is {case['ec2Efi']}")
            failures.check(not is_cloud or not any(case["ec2Others"].values()), f"{name}: others say what it is: {case['ec2Others']}")
    for target, processor, module in (("n100", "intel", "kvm-intel"), ("amd-v3c18i", "amd", "kvm-amd")):
        case = facts[f"on-{target}"]
        failures.check(case["microcode"] == {"intel": processor == "intel", "amd": processor == "amd"}, f"{target}: {case['microcode']}")
        failures.check(module in case["kernelModules"] and "nvme" in case["initrd"], f"{target}: {case['kernelModules']}, {case['initrd']}")
    failures.check({"igc", "r8169", "nvme"} <= set(facts["on-n100"]["initrd"]), f"n100: {facts['on-n100']['initrd']}")
    standard = facts["standardDisk"]["disks"]["main"]
    failures.check(standard["device"] == "/dev/nvme0n1", "another disk")
    mounts = {one["content"]["mountpoint"] for one in standard["content"]["partitions"].values()}
    failures.check(mounts == {"/boot", "/", "/var/lib/rancher", "/var/lib/longhorn"}, f"standard mounts {mounts}")
    parts = facts["abDisk"]["disks"]["main"]["content"]["partitions"]
    failures.check(set(parts) == {"esp", "store-a", "verity-a", "store-b", "verity-b", "state", "longhorn"}, set(parts))
    for layout in ("standardDisk", "abDisk"):
        parts = facts[layout]["disks"]["main"]["content"]["partitions"]
        order = [one.get("priority", 1000) for one in parts.values()]
        failures.check(len(set(order)) == len(order), f"{layout}: two partitions of one place")
        taken = sum(float(one["size"][:-1]) / (1024 if one["size"].endswith("M") else 1) for one in parts.values() if one["size"] != "100%")
        image = facts[layout]["disks"]["main"]["imageSize"]
        failures.check(image.endswith("G") and taken + 8 < int(image[:-1]) < 128e9 / 2**30 - 1, f"{layout}: an image of {image} for a disk of 128 GB")
        failures.check([name for name, one in parts.items() if one["size"] == "100%"] == ["longhorn"],
                       f"{layout}: the rest is not Longhorn's")


def check_kernels(facts, failures):
    """NVIDIA's kernel lacks what others have; it is built with what the profile asks of it, and no other kernel is built anew."""
    always = {"NETFILTER_XT_MATCH_STATISTIC", "IP_SET", "NETFILTER_XT_SET"}
    asked = {"VXLAN", "WIREGUARD", "ISCSI_TCP"}
    for case, wanted in (("on-jetson-orin-nano", {"VXLAN"}), ("boardWithLonghorn", {"VXLAN", "ISCSI_TCP"}), ("boardWithWireguard", {"WIREGUARD"})):
        found = set(facts[case]["kernelOptions"])
        failures.check(always <= found and found & asked == wanted, f"{case}: the kernel has {sorted(found)}")
    others = [name for name, case in facts.items() if case["kernelOptions"] and case["platform"] == "x86_64-linux"]
    failures.check(not others and not any(case["kernelOfMachine"] for case in facts.values()), f"kernels are built anew for {others} and machines of QEMU")


def partition_of(layout, path):
    """The partition that a path lies on, bound elsewhere or not."""
    for bound, source in layout["binds"].items():
        path = source + path[len(bound):] if path == bound or path.startswith(bound + "/") else path
    mounts = {one["content"]["mountpoint"]: name for name, one in layout["disks"]["main"]["content"]["partitions"].items() if "content" in one}
    return mounts[max((mount for mount in mounts if f"{path}/".startswith(f"{mount.rstrip('/')}/")), key=len)]


def check_rooms(facts, failures):
    """Whatever a pod writes, it fills the state's partition and not the system's; an image has one partition alone."""
    for layout, system in (("standardDisk", "root"), ("abDisk", "state")):
        failures.check(partition_of(facts[layout], "/nix/store") == system, f"{layout}: the system is elsewhere")
        for path in ("/var/lib/rancher/k3s/agent", "/var/lib/kubelet/pods/1/volumes", "/var/log/pods/a_b_1/c/0.log"):
            failures.check(partition_of(facts[layout], path) == "state", f"{layout}: {path} is on {partition_of(facts[layout], path)}")
        failures.check(partition_of(facts[layout], "/var/log/journal") == system, f"{layout}: the journal is elsewhere")
    failures.check(not facts["diskOfImage"]["binds"], f"an image binds {facts['diskOfImage']['binds']}")


def check_partitions(facts, failures):
    """Whatever brings a system that the machine could not start from, is told so before anything changes."""
    def run(case, **more):
        # As nixpkgs wraps it now; it wrapped it in less before.
        script = "set -o errexit -o nounset -o pipefail\n" + facts[case]["checks"]["partitions"]
        told = subprocess.run(["shellcheck", "--shell", "bash", "-"], input=script, capture_output=True, text=True)
        failures.check(told.returncode == 0, f"shellcheck of the check of {case}:\n{told.stdout}")
        return subprocess.run(["bash", "-c", script], capture_output=True, text=True, env={"PATH": os.environ["PATH"], **more})

    for installs in ("", "0"):
        refused = run("standardDisk", NIXOS_INSTALL_BOOTLOADER=installs)
        failures.check(refused.returncode == 1, f"it takes the system: {refused}")
        for text in ("server-1 would not start again", "nix run .#install -- server-1\n", "nix build .#packages.x86_64-linux.image-all-server-1-disko\n",
                     "\n    qemu-img convert -O raw result/main.qcow2 /dev/nvme0n1\n", "\nMissing: /dev/disk/by-partlabel/x\n"):
            failures.check(text in refused.stderr, f"the machine does not say “{text}”: {refused.stderr}")
    for case, more in (("standardDisk", {"NIXOS_INSTALL_BOOTLOADER": "1"}), ("pool", {})):
        taken = run(case, **more)
        failures.check(taken.returncode == 0 and not taken.stderr, f"{case} with {more} refuses: {taken}")
    readme = " ".join((REPOSITORY / "README.md").read_text().split())
    failures.check("qemu-img convert -O raw result/main.qcow2 /dev/DISK" in readme and "pkgs.qemu-utils" in (REPOSITORY / "backends/nixos/shells.nix").read_text(),
                   "the README does not say how the image of a disk is written, or nix develop has no tool for it")
    failures.check(not facts["on-ec2-graviton"]["checks"], "who has no layout is asked for one")


def check_failed_disk(facts, failures):
    """A partition that fails leaves a node that SSH reaches, and K3s writes nothing where it should have been."""
    for layout in ("standardDisk", "abDisk"):
        failures.check(facts[layout]["mayFail"] == ["/var/lib/longhorn"], f"{layout}: {facts[layout]['mayFail']} may fail")
        mounts = {one["content"]["mountpoint"] for one in facts[layout]["disks"]["main"]["content"]["partitions"].values() if "content" in one}
        of_k3s = (mounts | set(facts[layout]["binds"])) - {"/", "/boot"}
        failures.check(of_k3s <= set(facts[layout]["k3sNeeds"]), f"{layout}: K3s starts without {of_k3s}")
    failures.check(not any(case["emergency"] for case in facts.values()), "a node waits for somebody at its console")


def check_slots(facts, failures):
    """As long as nobody fills a slot, whoever chooses the layout ab is told so, wherever they read of it."""
    parts = facts["abDisk"]["disks"]["main"]["content"]["partitions"]
    failures.check(not any("content" in parts[f"{kind}-{slot}"] for kind in ("store", "verity") for slot in "ab"), f"{parts}")
    schema = subprocess.run([os.environ["N3X_PROGRAM"], "schema", "hardware"], check=True, capture_output=True, text=True).stdout
    for where, text in (("the schema", json.loads(schema)["properties"]["disk"]["properties"]["layout"]["description"]),
                        *((file, (REPOSITORY / file).read_text()) for file in ("backends/nixos/disko/ab.nix", "README.md"))):
        failures.check("nothing writes" in text.lower(), f"{where} promises A/B updates: {text[:400]}")


def check_installer(found, failures):
    """It has the network of its node, by networkd alone, and nothing of the cluster."""
    failures.check(found == {"name": f"{'node-56' * 7}node-installer", "stateVersion": "25.11", "secrets": [], "unit": False,
                             "on": {"k3s": False, "manager": False, "paths": False}}, f"installer: {found}")


def check_tokens(nix, failures):
    with tempfile.TemporaryDirectory(prefix="n3x-tokens-") as folder:
        root = Path(folder) / "repo"
        shutil.copytree(REPOSITORY, root)
        for name in ("k3s-server-token", "k3s-agent-token"):
            (root / f"secrets/{name}.yaml").write_text("token: ENC[…]\n")
        found = nix.value(call(f"withTokens {root}"))
        for target in ("n100", "jetson-orin-nano"):
            check_installer(nix.value(call(f'installer {root} "{target}"')), failures)
    server, agent = "k3s-server-token", "k3s-agent-token"
    failures.check(found["server"] == {server: f"{server}.yaml", agent: f"{agent}.yaml"}, f"server: {found['server']}")
    waits = ["sops-install-secrets.service" in after for after in found["after"]]
    failures.check(waits == [False, True], f"K3s waits for its token: {found['after']}")
    failures.check(found["agent"] == {agent: f"{agent}.yaml"}, f"an agent has {found['agent']}")
    failures.check(not [one for one in found["warnings"] if "secrets" in one], found["warnings"])


def main():
    failures = Failures()
    nix = Nix()
    facts = nix.value(call("facts"))
    check_plain(facts, failures)
    check_versions(facts, failures)
    check_network(facts, failures)
    check_ways(facts, failures)
    check_virtual_address(facts, nix.value(call("pods")), failures)
    check_charts(facts, failures)
    check_longhorn_paths(facts, nix.value(call("policies")), failures)
    check_storage_network(facts, failures)
    check_network_of_pods(facts, failures)
    check_hardware(facts, failures)
    check_kernels(facts, failures)
    check_rooms(facts, failures)
    check_slots(facts, failures)
    check_partitions(facts, failures)
    check_failed_disk(facts, failures)
    check_tokens(nix, failures)
    for case, version in (("old", "v1.30.1+k3s1"), ("newerAgent", "v1.33.1+k3s1")):
        refused = refusal(nix, call(f"versions.{case}"))
        failures.check("nixpkgs has 1.34.1+k3s1" in refused and version in refused, f"{case}: {refused[-600:]}")
    failures.check(nix.value(call("versions.own")) == "1.34.1+k3s1", "a node's own package")
    failures.exit(f"{len(facts)} systems")


main()
