# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""The flake of an exported repository: checked, shown, and every attribute of every output evaluated, for the sample,
each built-in profile, and a project that uses everything at once. A node that is added is found in all lists."""

import json
import os
import os
import re
import subprocess

from apps import node_list
from consumers import Failures
from flakes import SOURCE, TEMPLATES, Flakes

LIMIT = 2.0  # seconds of `nix flake check --no-build` of the sample with the stand-in
LINUX = ["x86_64-linux", "aarch64-linux"]
WORK = [*LINUX, "x86_64-darwin", "aarch64-darwin"]
APPS = {"install", "give-key", "rebuild", "upgrade", "flash-jetson", "register-ami", "secrets-init", "secrets-updatekeys"}


def nodes_of(flakes, folder):
    """The nodes that NixOS can run, as the data says: by the name of their output."""
    apply = """project: builtins.concatMap (profile: map (node: rec {
        inherit profile node;
        target = project.hardware.${project.profiles.${profile}.nodes.${node}.target};
        inherit (target) system; inherit (target.nixos) image; isDeployed = profile == project.deploy;
        kind = project.profiles.${profile}.nodes.${node}.target; hasLayout = target.nixos ? disko;
        runsNixos = project.profiles.${profile}.nodes.${node}.backend == "nixos";
        isNixos = builtins.elem "nixos" target.backends; }) (builtins.attrNames project.profiles.${profile}.nodes))
        (builtins.attrNames project.profiles)"""
    return [node for node in flakes.value(folder, "lib.project", apply) if node.pop("isNixos")]


def names_of(node, kind="", suffix=""):
    yield f"{kind}{node['profile']}-{node['node']}{suffix}"
    if node["isDeployed"]:
        yield f"{kind}{node['node']}{suffix}"


def wanted_outputs(nodes):
    """What follows from the nodes: names of configurations, of packages and checks by system."""
    configurations = {name for node in nodes for name in names_of(node)}
    clusters = {f"cluster-{node['profile']}" for node in nodes}
    packages = {system: {"default"} | clusters for system in LINUX}
    for node in nodes:
        packages[node["system"]].update([*names_of(node, "vm-"), *names_of(node, "boot-vm-")])
        if node["hasLayout"]:
            packages[node["system"]].update([*names_of(node, "image-", "-disko"), f"install-test-{node['kind']}"])
        for variant in node["image"]:
            packages[node["system"]].update(names_of(node, "image-", f"-{variant}"))
    evals = {name for node in nodes for name in names_of(node, "eval-")}
    return configurations, packages, evals | clusters


def compare(failures, where, what, found, wanted):
    missing, strange = sorted(set(wanted) - set(found)), sorted(set(found) - set(wanted))
    failures.check(not missing and not strange, f"{where}: {what}: missing {missing}, strange {strange}")


def modules_in(folder):
    """Each file of these folders is a module that other flakes can take."""
    for below, prefix in (("modules", ""), ("hardware", "hardware-"), ("disko", "disko-")):
        yield from (prefix + file.stem for file in (folder / "backends/nixos" / below).glob("*.nix"))


def check_outputs(failures, flakes, where, folder):
    nodes = nodes_of(flakes, folder)
    shown = flakes.show(folder)
    configurations, packages, checks = wanted_outputs(nodes)
    compare(failures, where, "nixosConfigurations", shown["nixosConfigurations"], configurations)
    for system in LINUX:
        compare(failures, where, f"packages of {system}", shown["packages"][system], packages[system])
        absent = checks - set(shown["checks"][system])
        failures.check(not absent, f"{where}: checks of {system} lack {sorted(absent)}")
    for family in ("devShells", "formatter"):
        compare(failures, where, family, shown[family], WORK)
    for system in WORK:
        compare(failures, where, f"apps of {system}", shown["apps"][system], APPS - ({"flash-jetson"} if "darwin" in system else set()))
    compare(failures, where, "nixosModules", shown["nixosModules"], list(modules_in(folder)))
    deployed = {node["node"] for node in nodes if node["isDeployed"] and node["runsNixos"]}
    for hive in ("colmenaHive.nodes", "colmenaHive.deploymentConfig", "deploy.nodes"):
        compare(failures, where, hive, flakes.value(folder, hive, "builtins.attrNames"), deployed)
    return nodes, shown


def add_node(folder, name):
    """One more agent, as somebody would write it into the deployed profile."""
    profile = folder / "profiles/vlans.yaml"
    text = profile.read_text()
    profile.write_text(text.rstrip("\n") + f"""
  {name}:
    role: agent
    target: qemu-amd64
    addresses: {{ cluster: 192.168.200.77, storage: 192.168.100.77 }}
""")


def from_other_flake(flakes, folder, file, output):
    """`nix eval` in a flake that has the repository as an input and gives what the function in that file makes of it."""
    caller = flakes.root / "caller"
    caller.mkdir(exist_ok=True)
    (caller / file.name).write_text(file.read_text())
    (caller / "flake.nix").write_text(
        '{ inputs.repository.url = "path:' + str(folder) + '"; '
        f"outputs = inputs: {{ {output} = import ./{file.name} inputs.repository; }}; }}\n"
    )
    overrides = [
        f"repository/{word}" if previous == "--override-input" else word
        for previous, word in zip([None, *flakes.overrides], flakes.overrides)
    ]
    return subprocess.run(["nix", "eval", "--json", "--no-write-lock-file", f"path:{caller}#{output}", *overrides], cwd=caller,
                          env=flakes.environment, capture_output=True, text=True)


# What other flakes may take, as the exported README says: a node with more modules, and modules without the node.
TAKEN = {
    "node": {"hostName": "agent-1", "timeZone": "Europe/Berlin", "motd": "ours", "networks": ["15-eth1", "20-vlan-cluster", "20-vlan-storage"]},
    "plain": {"hostName": "agent-1", "timeZone": "UTC", "motd": None, "networks": ["15-eth1", "20-vlan-cluster", "20-vlan-storage"]},
    "modules": {"hostName": "other", "timeZone": "UTC", "motd": None, "networks": []},
    "isSame": True,
}


def check_other_flakes(failures, flakes, folder):
    run = from_other_flake(flakes, folder, SOURCE / "tests/real/nix/other_flake.nix", "taken")
    if failures.check(run.returncode == 0, f"another flake: {run.stderr[-4000:]}"):
        failures.check(json.loads(run.stdout) == TAKEN, f"another flake takes {run.stdout}")


def every_attribute(failures, flakes, where, folder, node_count):
    """Evaluates all outputs in one process; the number of derivations met."""
    walker = SOURCE / "tests/real/nix/every_attribute.nix"
    run = from_other_flake(flakes, folder, walker, "counts")
    if not failures.check(run.returncode == 0, f"{where}: every attribute: {run.stderr[-4000:]}"):
        return 0
    counts = json.loads(run.stdout)
    failures.check(counts["nixosConfigurations"]["derivations"] >= node_count, f"{where}: {counts}")
    for family in ("packages", "checks", "devShells", "formatter", "apps", "colmenaHive", "deploy", "lib", "nixosModules"):
        failures.check(family in counts, f"{where}: no output {family}")
    return sum(count["derivations"] for count in counts.values())


def check_closures(failures, flakes, folder):
    run = flakes.run(folder, "derivation", "show", "--recursive", f"{flakes.reference(folder)}#cluster-simple")
    if not failures.check(run.returncode == 0, f"closures: {run.stderr[-2000:]}"):
        return
    test = next(one for one in json.loads(run.stdout).values() if one["name"].startswith("vm-test-run-"))
    systems = " ".join(test["inputDrvs"])
    missing = [node for node in ("server-1", "server-2", "agent-1", "agent-2") if f"nixos-system-{node}-" not in systems]
    failures.check(not missing, f"closures: the test of simple does not take the systems of {missing}: {systems}")


# What has the programs that apps start. nixpkgs' own package of nixos-rebuild has a program of another name.
STARTED = {"nixos-anywhere": "nixos-anywhere-1.0", "nixos-rebuild": "nixos-rebuild", "kubectl": "kubectl-1.0", "sops": "sops-1.0",
           "age-keygen": "age-1.0", "openssl": "openssl-1.0", "aws": "awscli2-1.0", "lsusb": "usbutils-1.0", "ssh": "openssh-1.0"}


def check_tools(failures, flakes, folder):
    """What an app starts is on its PATH, whatever the person's own has; only Nix itself is theirs."""
    for app in sorted(APPS):
        script = (folder / f"backends/nixos/apps/{app}.sh").read_text()
        script = re.sub(r"<<'TEXT'.*?\nTEXT\n|(?m:^ *#[^\n]*$)", "", script, flags=re.DOTALL)
        drv = flakes.value(folder, f"apps.x86_64-linux.{app}.program",
                           "program: builtins.head (builtins.attrNames (builtins.getContext program))")
        run = flakes.run(folder, "derivation", "show", drv)
        given = {path.rpartition("/")[2][33:] for path in next(iter(json.loads(run.stdout).values()))["env"]["runtimeInputs"].split()}
        for program, package in STARTED.items():
            starts = re.search(rf"(?m)(^ *|run |\$\(|[|!] |=\(){program} ", script)
            failures.check(not starts or package in given, f"{app} starts {program}, and has {sorted(given)}")


def check_node_file(failures, flakes, folder):
    """The file that apps read has the form of the one in the tests of apps, and names every node of every profile."""
    drv = flakes.value(folder, "apps.x86_64-linux.rebuild.program", "path: builtins.head (builtins.attrNames (builtins.getContext path))")
    derivations = json.loads(flakes.run(folder, "derivation", "show", "--recursive", drv).stdout).values()
    found = json.loads(next(one["env"]["text"] for one in derivations if one["name"] == "nodes.json"))
    compare(failures, folder.name, "the file of nodes", found, node_list())
    failures.check("agent-debian" in found.get("profiles", {}).get("rack", []), f"the file of nodes: {found.get('profiles')}")


def check_builders(failures, flakes, folder, wanted):
    """Whoever starts an app or the shell builds on the project's remote builders; without any, as Nix is set up."""
    for what, attribute, said in (("an app", "apps.x86_64-linux.rebuild.program", "text"), ("the shell", "devShells.x86_64-linux.default.outPath", "shellHook")):
        drv = flakes.value(folder, attribute, "path: builtins.head (builtins.attrNames (builtins.getContext path))")
        text = next(iter(json.loads(flakes.run(folder, "derivation", "show", drv).stdout).values()))["env"][said]
        found = re.search(r"(?m)^ *NIX_CONFIG='(.*)'\$'\\n'\"\$\{NIX_CONFIG:-\}\"$", text)
        failures.check((found and found[1]) == wanted, f"{what} builds on {found and found[1]}: {text[:400]}")


def check_readme(failures, folder, nodes, shown):
    """What people copy from the README works in the sample. A name in capitals is theirs to fill in."""
    deployed = {node["node"] for node in nodes if node["isDeployed"]}
    count = 0
    for kind, name, argument in re.findall(r"(?m)^ {4}nix (build|run) \.#(\S+)(?: -- (\S+))?", (folder / "README.md").read_text()):
        count += 1
        family, system, name = name.split(".") if name.startswith("packages.") else ("packages", "x86_64-linux", name)
        places = [shown[family][system], shown["apps"][system] if kind == "run" else {}]
        failures.check(re.search("[A-Z]{4}", name) or any(name in place for place in places), f"README: the sample has no {name} to {kind}")
        failures.check(not argument or argument == "NODE" or argument in deployed, f"README: the sample deploys no {argument}")
    failures.check(count > 10, f"README: {count} commands")


def check_held(failures, flakes, folder):
    """A profile with errors takes nothing out of the flake. That what stands there is older, the check of drift says."""
    profile = folder / "profiles/vlans.yaml"
    profile.write_text(profile.read_text().replace("192.168.200.77", "192.168.99.77"))
    subprocess.run([flakes.environment["N3X_PROGRAM"], "export", folder.name], cwd=flakes.root,
                   env=flakes.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    named = flakes.value(folder, "nixosConfigurations", "builtins.attrNames")
    failures.check("vlans-agent-9" in named, f"a profile with errors: {named}")
    found = {check: said for check, said in flakes.value(folder, "lib.checks").items() if said}
    failures.check(list(found) == ["drift"] and len(found["drift"]) == 1 and "profiles/vlans.yaml was not exported" in found["drift"][0],
                   f"a profile with errors: {found}")


def check_held_target(failures, flakes, folder):
    """Nor does it where the project calls its hardware otherwise meanwhile, or has it no more."""
    def export():
        subprocess.run([flakes.environment["N3X_PROGRAM"], "export", folder.name], cwd=flakes.root,
                       env=flakes.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    project, profile = folder / "n3x.yaml", folder / "profiles/vlans.yaml"
    plain, good = project.read_text(), profile.read_text()
    box = ("hardware:\n  my-box: { title: A box, arch: x86_64, backends: [nixos], nics: [{ name: eth1 }, { name: eth2 }],"
           " disk: { device: /dev/sda, layout: standard }, nixos: { disko: standard }, emulated: true }\n")
    project.write_text(plain + box)
    profile.write_text(good.replace("target: qemu-amd64", "target: my-box", 1))
    export()
    host = 'nodes: nodes."vlans-server-1".config.networking.hostName'
    failures.check(flakes.value(folder, "nixosConfigurations", host) == "server-1", "a target of the project's own")
    profile.write_text(good.replace("target: qemu-amd64", "target: edge-box", 1).replace("192.168.200.1", "192.168.99.1"))
    for what, text in (("renamed", plain + box.replace("my-box", "edge-box")), ("removed", plain)):
        project.write_text(text)
        export()
        failures.check("my-box" not in (folder / "lib/project.nix").read_text(), f"lib/project.nix has a target that was {what}")
        failures.check("my-box" in (folder / "lib/network/profiles/vlans.nix").read_text(), f"vlans is not held: {what}")
        failures.check(flakes.value(folder, "nixosConfigurations", host) == "server-1", f"a held profile's target was {what}")
        found = {check: said for check, said in flakes.value(folder, "lib.checks").items() if said}
        failures.check(list(found) == ["drift"], f"a held profile's target was {what}: {found}")


def main():
    failures = Failures()
    with Flakes() as flakes:
        folders = {template: flakes.exported(template) for template in TEMPLATES}
        folders["sample under git"] = flakes.exported("sample", under_git=True)
        folders["everything"] = flakes.everything()
        counted = 0
        for where, folder in folders.items():
            result = flakes.check(folder, "--all-systems")
            failures.check(result.returncode == 0, f"{where}: {result.stderr[-4000:]}")
            if result.returncode != 0:
                continue
            nodes, shown = check_outputs(failures, flakes, where, folder)
            if where == "sample":
                check_readme(failures, folder, nodes, shown)
            counted += every_attribute(failures, flakes, where, folder, len(nodes))

        # Closures: a test's inputs are the systems of its nodes.
        if "N3X_NIXPKGS" not in os.environ:
            check_closures(failures, flakes, folders["simple"])
            check_tools(failures, flakes, folders["simple"])
            check_other_flakes(failures, flakes, folders["vlans"])
            check_node_file(failures, flakes, folders["everything"])
            check_builders(failures, flakes, folders["simple"], None)
            check_builders(failures, flakes, folders["everything"],
                           "builders = @/etc/nix/machines ; builder-1 x86_64-linux,aarch64-linux - 4 1 kvm,nixos-test")

        # A node more, and no other file touched by hand.
        folder = folders["sample"]
        add_node(folder, "agent-9")
        flakes.n3x("export", folder.name)
        result, seconds = flakes.seconds(folder)
        failures.check(result.returncode == 0, f"a node more: {result.stderr[-4000:]}")
        _, shown = check_outputs(failures, flakes, "a node more", folder)
        for family, name in (("packages", "image-agent-9-qemu-efi"), ("packages", "vm-vlans-agent-9"), ("checks", "eval-agent-9")):
            failures.check(name in shown[family]["x86_64-linux"], f"a node more: {family} has no {name}")
        failures.check("agent-9" in shown["nixosConfigurations"], "a node more: no configuration")
        listed = flakes.value(folder, "lib.nodes", 'map (node: "${node.profile}-${node.name}")')
        failures.check("vlans-agent-9" in listed, "a node more: the apps' list has it not")

        check_held(failures, flakes, folder)
        check_held_target(failures, flakes, folders["vlans"])

        if not {"N3X_NIXPKGS", "N3X_NIXPKGS_LIB"} & os.environ.keys():
            failures.check(seconds <= LIMIT, f"the sample's check took {seconds:.2f} s of the processor, over {LIMIT} s")
        failures.exit(f"{len(folders)} flakes, {counted} derivations evaluated; the sample's check in {seconds:.2f} s")


if __name__ == "__main__":
    main()
