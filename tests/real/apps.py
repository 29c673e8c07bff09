# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""The apps of an exported repository by themselves: what they refuse, and that --dry-run touches nothing.

The tools that they would start are not here and not needed: a dry run that starts one fails."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from consumers import Failures, need

REPOSITORY = Path(os.environ["N3X_SOURCE_DIR"]) / "resources/repo"
APPS = REPOSITORY / "backends/nixos/apps"
NAMES = sorted(path.stem for path in APPS.glob("*.sh"))
TOOLS = ["bash", "basename", "cat", "chmod", "date", "dirname", "find", "git", "grep", "head", "install", "jq", "mktemp",
         "mv", "rm", "sed", "sort", "tr", "uname"]
TOKENS = ["secrets/k3s-agent-token.yaml", "secrets/k3s-server-token.yaml"]
KEYS = {"agent-1": "age1agent"}  # the others have none yet
ADMIN = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"


def node(name, role, target="n100", **more):
    return {"name": name, "role": role, "target": target, "system": "x86_64-linux", "profile": "vlans",
            "attribute": f"vlans-{name}", "isDeployed": True, "isInitServer": name == "server-1", "backend": "nixos",
            "host": f"10.0.0.{len(name)}", "images": ["raw-efi", "iso-installer"], "age": KEYS.get(name), "emulated": False,
            "hasLayout": True, "module": None, "taints": [],
            "apis": ["10.0.0.250", "fd00::2"], **more}


def node_list(**more):
    return {"cluster": "lab", "deploy": "vlans", "wanted": "vlans", "held": [], "administrators": [ADMIN], "keyless": [], "profiles": {
        "simple": ["agent-1", "other-1"], "third": ["other-1"],
        "vlans": ["agent-1", "server-2", "server-1", "jetson-1", "cloud-1", "cloud-2", "old-1", "older-1"]}, "nodes": [
        node("agent-1", "agent", taints=["lab/slow=yes:NoSchedule", "quiet:NoExecute"]), node("server-2", "server"), node("server-1", "server"),
        node("jetson-1", "agent", "jetson-orin-nano", system="aarch64-linux", module="jetson-orin-nano"),
        node("cloud-1", "agent", "ec2-graviton", system="aarch64-linux", images=["amazon"], hasLayout=False),
        node("cloud-2", "agent", "ec2-x86_64", images=["amazon", "raw-efi"], hasLayout=False),
        node("old-1", "agent", backend="debian"),
        node("other-1", "agent", isDeployed=False, profile="simple")], **more}


def sealed(*readers):
    """What sops leaves in clear of a file: to whom it is encrypted."""
    return "token: ENC[…]\nsops:\n    age:\n" + "".join(f"        - recipient: {one}\n          enc: …\n" for one in readers)


class Repository:
    """A git repository with what the apps look for, and a PATH without anything that could do harm."""

    def __init__(self, folder):
        self.root = Path(folder) / "repo"
        self.bin = Path(folder) / "bin"
        self.list = Path(folder) / "nodes.json"
        self.home = Path(folder) / "home"
        self.more = {}  # of the environment
        for made in (self.root / "lib", self.root / "secrets/keys", self.bin, self.home):
            made.mkdir(parents=True)
        for tool in TOOLS:
            (self.bin / tool).symlink_to(shutil.which(tool))
        # Whoever starts the tests: the apps are told that they are started by a user.
        (self.bin / "id").write_text(f'#!{shutil.which("bash")}\necho "${{USER_ID:-1000}}"\n')
        (self.bin / "id").chmod(0o755)
        for name in ("flake.nix", "lib/project.nix", ".sops.yaml"):
            (self.root / name).write_text("{}\n")
        (self.root / ".gitignore").write_text("secrets/keys/\n")
        (self.root / "secrets/keys/agent-1.age").write_text("# public key: age1agent\nnot a real key\n")
        self.tell(node_list())
        self.git("init", "-q")
        self.git("add", ".")
        self.commit()

    def keep_tokens(self, *readers):
        for name in TOKENS:
            (self.root / name).write_text(sealed(*(readers or KEYS.values())))
        self.commit_all()

    def commit_all(self):
        self.git("add", ".")
        self.commit()

    def git(self, *arguments):
        subprocess.run(["git", *arguments], cwd=self.root, check=True, env=self.environment())

    def commit(self):
        self.git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "all")

    def tell(self, content):
        self.list.write_text(json.dumps(content))

    def environment(self):
        return {"PATH": str(self.bin), "HOME": str(self.home), "N3X_NODES": str(self.list), "LC_ALL": "C.UTF-8",
                "GIT_CONFIG_GLOBAL": "/dev/null", **self.more}

    def state(self):
        return {str(path.relative_to(self.root)): hashlib.sha256(path.read_bytes()).hexdigest()
                for path in sorted(self.root.rglob("*")) if path.is_file() and ".git/" not in str(path)}

    def start(self, app, *arguments):
        return subprocess.run(["bash", str(APPS / f"{app}.sh"), *arguments], cwd=self.root, env=self.environment(),
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)


class Apps:
    def __init__(self, repository, failures):
        self.repository = repository
        self.failures = failures

    def says(self, app, arguments, *wanted, unwanted=()):
        before = self.repository.state()
        result = self.repository.start(app, *arguments)
        what = f"{app} {' '.join(arguments)}"
        self.failures.check(result.returncode == 0, f"{what}: status {result.returncode}: {result.stderr}")
        for text in wanted:
            self.failures.check(text in result.stdout, f"{what} does not say “{text}”:\n{result.stdout}")
        for text in unwanted:
            self.failures.check(text not in result.stdout, f"{what} says “{text}”:\n{result.stdout}")
        self.failures.check(self.repository.state() == before, f"{what} changed files")
        return result.stdout

    def refuses(self, app, arguments, *wanted):
        before = self.repository.state()
        result = self.repository.start(app, *arguments)
        what = f"{app} {' '.join(arguments)}"
        self.failures.check(result.returncode == 2, f"{what}: status {result.returncode}, not 2: {result.stdout}")
        for text in wanted:
            self.failures.check(text in result.stderr, f"{what} does not say “{text}”:\n{result.stderr}")
        self.failures.check(not result.stdout, f"{what} began before it refused:\n{result.stdout}")
        self.failures.check(self.repository.state() == before, f"{what} changed files")


def check_help(apps):
    for name in NAMES:
        text = apps.says(name, ["--help"], name, "--dry-run")
        apps.failures.check(max(map(len, text.splitlines())) <= 120, f"{name} --help is too wide")
        apps.refuses(name, ["--wipe"], "There is no option --wipe.", f"{name} --help")


def check_dry_runs(apps):
    apps.says("install", ["agent-1", "--dry-run"],
              "would put secrets/keys/agent-1.age beside the system, as /var/lib/sops-nix/key.txt",
              "would run: nixos-anywhere --flake .#vlans-agent-1 --extra-files EXTRA_FILES --build-on auto "
              "root@10.0.0.7", "If agent-1 was in the cluster before, it joins only after: kubectl delete node agent-1\n",
              "ssh-keygen -R 10.0.0.7\n", unwanted=["would ask"])
    apps.repository.more = {"KUBECONFIG": "/dev/null"}
    apps.says("install", ["agent-1", "--dry-run"], "would ask the cluster of KUBECONFIG whether it knows agent-1\n", unwanted=["was in the cluster before"])
    apps.repository.more = {}
    apps.says("install", ["agent-1", "--host", "192.168.7.7", "--dry-run"], "root@192.168.7.7", unwanted=["founds"])
    apps.repository.tell(node_list(nodes=[node("agent-1", "server", isInitServer=True)]))
    founds = "agent-1 founds the cluster: from an empty disk a new one"
    apps.says("install", ["agent-1", "--dry-run"], founds, "would ask whether a cluster answers at 10.0.0.250 fd00::2\n", unwanted=["kubectl delete node"])
    apps.says("install", ["agent-1", "--found-anew", "--dry-run"], founds, unwanted=["would ask"])
    apps.repository.tell(node_list(nodes=[node("agent-1", "server", isInitServer=True, apis=[])]))
    apps.says("install", ["agent-1", "--dry-run"], founds, unwanted=["would ask"])
    apps.repository.tell(node_list())
    apps.says("rebuild", ["server-1", "agent-1", "--dry-run"],
              "would ask root@10.0.0.8 whether it has the partitions that server-1 mounts\n"
              "would run: nixos-rebuild switch --flake .#vlans-server-1 --target-host root@10.0.0.8\n"
              "would ask root@10.0.0.7 whether it has the partitions that agent-1 mounts\n"
              "would run: nixos-rebuild switch --flake .#vlans-agent-1 --target-host root@10.0.0.7\n")
    apps.says("rebuild", ["cloud-1", "--dry-run"], "nixos-rebuild switch", unwanted=["would ask"])
    apps.says("rebuild", ["--all", "--action", "boot", "--build-host", "b", "--dry-run"],
              "nixos-rebuild boot --flake .#vlans-server-1 --target-host root@10.0.0.8 --build-host b",
              unwanted=["old-1", "other-1"])
    everything = apps.says("upgrade", ["--dry-run"], "would run: kubectl cordon server-1",
                           "would run: kubectl drain agent-1 --ignore-daemonsets --delete-emptydir-data "
                           "--timeout 600s", "would wait until agent-1 reports to the cluster and is Ready",
                           "would set the taints of agent-1 as the profile says: lab/slow=yes:NoSchedule quiet:NoExecute \n",
                           "would set the taints of server-1 as the profile says: none\n",
                           unwanted=["old-1", "other-1"])
    order = [line[3:] for line in everything.splitlines() if line.startswith("== ")]
    apps.failures.check(order[:2] == ["server-1", "server-2"] and set(order[2:]) == {"agent-1", "cloud-1", "cloud-2", "jetson-1"},
                        f"upgrade goes in the order {order}")
    built = ".#nixosConfigurations.vlans-{}.config.system.build.toplevel".format
    asked = [line for line in everything.splitlines() if line.startswith("would ask ")]
    apps.failures.check([line.split()[-2] for line in asked] == [name for name in order if not name.startswith("cloud-")],
                        f"upgrade asks {asked}")
    apps.failures.check(everything.startswith("\n".join([*asked, f"would run: nix build --no-link {' '.join(map(built, order))}\n"])),
                        f"upgrade does not build all systems first:\n{everything}")
    steps = everything.partition("== server-2\n")[2].partition("== ")[0].splitlines()
    apps.failures.check([step.split()[3] if "would run" in step else step.split()[1] for step in steps] ==
                        ["check", "see", "annotate", "cordon", "remember", "drain", "switch", "see", "wait", "set", "uncordon", "annotate"], f"steps of one node: {steps}")
    apps.says("upgrade", ["agent-1", "--reboot", "--build-host", "b", "--dry-run"], "would start agent-1 anew if it runs another kernel\n",
              "would run: nix build --no-link --eval-store auto --store ssh-ng://b .#nix",
              "would run: nixos-rebuild switch --flake .#vlans-agent-1 --target-host root@10.0.0.7 --build-host b\n")
    some = apps.says("upgrade", ["agent-1", "server-2", "agent-1", "--dry-run"])
    apps.failures.check(some.count("== agent-1") == 1 and some.count("vlans-agent-1.config") == 1, f"upgrade works twice on a node: {some}")
    apps.failures.check(some.index("== server-2") < some.index("== agent-1"), "agents go before servers")
    apps.says("flash-jetson", ["jetson-1", "--dry-run"],
              "would run: nix build --inputs-from . --out-link result-flash jetpack-nixos#flash-orin-nano-devkit\n"
              "would run: sudo ./result-flash/bin/flash-orin-nano-devkit\n")
    apps.says("register-ami", ["cloud-1", "--region", "eu-central-1", "--bucket", "b", "--dry-run"],
              "would run: nix build --out-link result-ami .#packages.aarch64-linux.image-vlans-cloud-1-amazon",
              "would see whether eu-central-1 has an image lab-cloud-1-", "would run: aws s3 cp IMAGE", "would run: aws s3 rm s3://b/lab-cloud-1-",
              "--architecture arm64 --boot-mode uefi ", "SnapshotId=SNAPSHOT", "VolumeSize=50")
    apps.says("register-ami", ["cloud-2", "--region", "eu-central-1", "--bucket", "b", "--size", "80", "--dry-run"], "VolumeSize=80",
              ".#packages.x86_64-linux.image-vlans-cloud-2-amazon", "--architecture x86_64 --boot-mode uefi ")
    for app in ("register-ami", "flash-jetson"):
        apps.says(app, ["--help"], "nix run .#give-key" if app == "register-ami" else ".#packages.aarch64-linux.image-")
    apps.says("give-key", ["agent-1", "--host", "192.168.7.7", "--dry-run"],
              "would put secrets/keys/agent-1.age onto root@192.168.7.7 as /var/lib/sops-nix/key.txt",
              "would run: ssh root@192.168.7.7 /run/current-system/bin/switch-to-configuration test")
    apps.repository.tell(node_list(nodes=[node("agent-1", "agent", age=None), node("server-1", "server")]))
    apps.says("secrets-init", ["--dry-run"], "would make a key for server-1, secrets/keys/server-1.age",
              "agent-1: age1agent", unwanted=["would make a token"])
    apps.repository.tell(node_list())


def check_ipv6(apps):
    """nixos-rebuild makes a URL of the address, and takes the brackets off for ssh. The others hand it to ssh as it is."""
    apps.repository.tell(node_list(nodes=[node("agent-1", "agent", host="fd00:1::7"), node("server-1", "server", host="server-1.lab")]))
    target = "--target-host root@\\[fd00:1::7\\]\n"
    apps.says("rebuild", ["agent-1", "--dry-run"], target)
    apps.says("upgrade", ["--dry-run"], target, "--target-host root@server-1.lab\n")
    apps.says("install", ["agent-1", "--dry-run"], " root@fd00:1::7\n")
    apps.says("give-key", ["agent-1", "--dry-run"], "ssh root@fd00:1::7 ")
    apps.repository.tell(node_list())


def check_refusals(apps):
    repository = apps.repository
    for app, more in (("install", []), ("give-key", []), ("rebuild", []), ("upgrade", []), ("flash-jetson", []),
                      ("register-ami", ["--region", "r", "--bucket", "b"])):
        apps.refuses(app, ["agnet-1", *more], "There is no node agnet-1.", "Did you mean agent-1?")
        apps.refuses(app, ["completely-different", *more], "The deployed profile has: server-1 server-2")
        for debian in ("old-1", "older-1"):  # the second on hardware for Debian alone
            apps.refuses(app, [debian, *more], f"{debian} runs Debian, and {app} works on NixOS alone.", "kas")
        apps.refuses(app, ["other-1", *more], "other-1 is a node of simple and third, and the deployed profile is vlans.", "deploy in n3x.yaml")
    repository.tell(node_list(nodes=[node("old-1", "agent", backend="debian")]))
    for app, more in (("rebuild", ["--all"]), ("upgrade", [])):
        apps.refuses(app, more, "No node of the deployed profile runs NixOS.\n")
        apps.refuses(app, ["far-away"], "There is no node far-away.\n  No node of the deployed profile runs NixOS.\n")
    repository.tell(node_list())
    apps.refuses("install", [], "Which node?")
    apps.refuses("install", ["server-1"], "server-1 has no key", "nix run .#secrets-init")
    apps.refuses("install", ["agent-1"], "Nobody can be asked", "--yes")
    apps.refuses("install", ["agent-1", "--build-on", "moon"], "Nothing is built on moon.")
    for cloud in ("cloud-1", "cloud-2"):
        apps.refuses("install", [cloud], "starts from an image", "register-ami")
    repository.tell(node_list(nodes=[node("agent-1", "agent", "image-box", hasLayout=False)]))
    apps.refuses("install", ["agent-1", "--dry-run"], "image-box, the hardware of agent-1, has no layout", "write an image")
    repository.tell(node_list(keyless=["agent-1", "server-1"]))
    for app, more in (("install", ["agent-1"]), ("rebuild", ["agent-1", "server-2"]), ("rebuild", ["--all"]), ("upgrade", [])):
        named = "agent-1" if "agent-1" in more else "server-1, agent-1"
        apps.refuses(app, [*more, "--dry-run"], f"Nobody could log in to {named}:", "admins.ssh")
    apps.says("rebuild", ["server-2", "--dry-run"], "vlans-server-2")
    repository.tell(node_list())
    apps.refuses("give-key", [], "Which node?")
    apps.refuses("give-key", ["server-1"], "server-1 has no key", "nix run .#secrets-init")
    apps.refuses("rebuild", [], "Which node?")
    apps.refuses("rebuild", ["agent-1", "--action", "jump"], "There is no action jump.")
    apps.refuses("upgrade", ["--timeout", "soon"], "soon is no number of seconds.")
    apps.refuses("upgrade", [], "No key to the cluster", "KUBECONFIG", "ssh -N -L 6443:127.0.0.1:6443 root@10.0.0.8")
    apps.refuses("flash-jetson", ["agent-1"], "agent-1 is no Jetson board but n100.")
    for module, wanted in ((None, "agent-1 is no Jetson board but jetson-orin-nano."), ("jetson-xavier", "its module is jetson-xavier.")):
        repository.tell(node_list(nodes=[node("agent-1", "agent", "jetson-orin-nano", module=module)]))
        apps.refuses("flash-jetson", ["agent-1", "--dry-run"], wanted)
    repository.tell(node_list(nodes=[node("agent-1", "agent", "own-board", module="jetson-orin-nano")]))
    apps.says("flash-jetson", ["agent-1", "--dry-run"], "jetpack-nixos#flash-orin-nano-devkit")
    repository.tell(node_list())
    apps.refuses("register-ami", ["cloud-1"], "In which region?")
    for size in ("8G", "0"):
        apps.refuses("register-ami", ["cloud-1", "--region", "r", "--bucket", "b", "--size", size], f"{size} is no number of GiB.")
    apps.refuses("register-ami", ["cloud-1", "--region"], "--region needs a value.")
    apps.refuses("register-ami", ["agent-1", "--region", "r", "--bucket", "b"], "which has no image for EC2")
    for missing in TOKENS:
        away = repository.root.parent / "away.yaml"
        (repository.root / missing).rename(away)
        repository.tell(node_list(nodes=[node("agent-1", "server")]))
        apps.refuses("install", ["agent-1", "--dry-run", "--allow-dirty"], f"could not start: {missing} is missing", "nix run .#secrets-init")
        away.rename(repository.root / missing)
    repository.tell(node_list())

    check_wrong_keys(apps)

    repository.tell(node_list(administrators=[]))
    apps.refuses("secrets-init", ["--dry-run"], "No key:", "admins.age")
    for app, more in (("secrets-init", []), ("rebuild", ["--all"]), ("upgrade", []), ("install", ["agent-1"]), ("flash-jetson", ["jetson-1"])):
        repository.tell(node_list(deploy=None, wanted=None))
        apps.refuses(app, more, "The project deploys no profile.", "deploy in n3x.yaml")
        repository.tell(node_list(deploy=None, held=["third", "vlans"]))
        apps.refuses(app, more, "The project deploys vlans, which was not exported: it has errors.", "n3x check")
        repository.tell(node_list(deploy=None, held=["third"]))
        apps.refuses(app, more, "The project deploys vlans, and there is no such profile here.", "Export again")
    repository.tell(node_list())

    (repository.root / "flake.nix").write_text("{ }\n")
    for app, more in (("install", ["agent-1"]), ("rebuild", ["agent-1"]), ("upgrade", []), ("secrets-updatekeys", []),
                      ("register-ami", ["cloud-1", "--region", "r", "--bucket", "b"])):
        apps.refuses(app, [*more, "--dry-run"], "changes that are not committed", "flake.nix", "--allow-dirty")
    apps.says("rebuild", ["agent-1", "--dry-run", "--allow-dirty"], "nixos-rebuild")
    repository.git("checkout", "-q", ".")

    moved = repository.root / "lib/project.nix"
    text = moved.read_text()
    moved.unlink()
    for app in NAMES:
        apps.refuses(app, ["agent-1"] if app not in ("secrets-init", "secrets-updatekeys") else [], *[
            "There is no exported repository"] if app != "register-ami" else ["In which region?"])
    moved.write_text(text)


def check_wrong_keys(apps):
    """A disk is lost before anybody sees that the node cannot decrypt its token: so it is seen before."""
    repository = apps.repository
    key = repository.root / "secrets/keys/agent-1.age"
    text = key.read_text()
    anew = "nix run .#secrets-updatekeys"
    place = "age of agent-1 in profiles/vlans.yaml"

    def refused(apps_of_keys, *wanted, age="age1agent", role="agent"):
        repository.tell(node_list(nodes=[node("agent-1", role, age=age)]))
        for app in apps_of_keys:
            apps.refuses(app, ["agent-1", "--dry-run"], *wanted)

    both = ("install", "give-key")
    refused(both, "another key than the project says", "for age1other;", "the file is age1agent.", place, anew, age="age1other")
    refused(both, "The project does not know the key of agent-1.", f"Say age1agent as {place}", "nix run .#secrets-init", age=None)
    key.write_text("AGE-SECRET-KEY-1\n")
    refused(both, f"{key.relative_to(repository.root)} does not say its public key.", "age-keygen -y secrets/keys/agent-1.age")
    key.unlink()
    refused(both, "The key of agent-1 is not here", "public half age1agent belongs there", f"If it is lost: remove {place}", anew)
    refused(both, "agent-1 has no key", "nix run .#secrets-init", age=None)
    key.write_text(text)

    for reader in ("age1other", "age1agentsmith", "age1bigagent"):
        repository.keep_tokens(reader)
        refused(["install"], "K3s on agent-1 could not start: secrets/k3s-agent-token.yaml is not encrypted to its key.", anew)
    repository.keep_tokens()
    (repository.root / TOKENS[1]).write_text(sealed("age1other"))
    repository.commit_all()
    apps.says("install", ["agent-1", "--dry-run"], "nixos-anywhere")
    refused(["install"], "secrets/k3s-server-token.yaml is not encrypted to its key.", anew, role="server")
    repository.keep_tokens()
    repository.tell(node_list())


def check_keys(apps):
    """Private keys that git does not leave out would come into the store with whatever Nix is asked of the folder."""
    repository = apps.repository
    keys = repository.root / "secrets/keys"
    apps.says("rebuild", ["agent-1", "--dry-run"], "nixos-rebuild")

    def refused(*wanted):
        for app, more in (("install", ["agent-1"]), ("rebuild", ["--all", "--allow-dirty"]), ("upgrade", ["--allow-dirty"]),
                          ("flash-jetson", ["jetson-1"]), ("secrets-init", [])):
            apps.refuses(app, [*more, "--dry-run"], "copies secrets/keys into its store", *wanted)

    repository.git("add", "--force", "secrets/keys")
    refused("Git keeps files of secrets/keys", "git rm -r --cached secrets/keys")
    repository.git("rm", "-r", "-q", "--cached", "secrets/keys")
    (repository.root / ".gitignore").write_text("")
    refused("Git does not ignore secrets/keys", "/secrets/keys/ to .gitignore")
    repository.git("checkout", "-q", ".")
    (repository.root / ".git").rename(repository.root / "git")
    refused("This is no git repository", "git init")
    shutil.move(keys, repository.root / "away")
    apps.refuses("secrets-init", ["--dry-run"], "This is no git repository", "git init")
    apps.says("rebuild", ["agent-1", "--dry-run", "--allow-dirty"], "nixos-rebuild")
    shutil.move(repository.root / "away", keys)
    (repository.root / "git").rename(repository.root / ".git")


def check_secrets(apps):
    """With every public half in the project, the tokens are next; what is there stays."""
    repository = apps.repository
    repository.git("rm", "-q", *TOKENS)
    repository.commit()
    apps.refuses("secrets-updatekeys", [], "There are no secrets yet.")
    told = node_list()
    for one in told["nodes"]:
        one["age"] = "age1agent" if one["name"] == "agent-1" else "age1elsewhere"
    repository.tell(told)
    apps.says("secrets-init", ["--dry-run"], "server-1: its key is kept elsewhere",
              "would make a token and encrypt it as secrets/k3s-server-token.yaml",
              "would make a token and encrypt it as secrets/k3s-agent-token.yaml", unwanted=["would make a key"])
    apps.says("secrets-init", ["--dry-run"], "Commit the files", unwanted=["updatekeys"])
    (repository.root / "secrets/k3s-agent-token.yaml").write_text(sealed("age1elsewhere"))
    (repository.root / "secrets/k3s-server-token.yaml").write_text(sealed(ADMIN, "age1agent"))
    apps.says("secrets-init", ["--dry-run"], "  server-1: secrets/k3s-server-token.yaml\n  server-2: secrets/k3s-server-token.yaml\n"
              "  agent-1: secrets/k3s-agent-token.yaml\nEncrypt it to their keys: nix run .#secrets-updatekeys\nCommit")
    (repository.root / "secrets/k3s-server-token.yaml").unlink()
    (repository.root / "secrets/k3s-agent-token.yaml").write_text(sealed("age1elsewhere", "age1agent"))
    for file, text in (("hosts/agent-1.yaml", "a: ENC[…]"), ("of the office/door.yml", "a: ENC[…]"), ("keys/notes.yaml", "a: ENC[…]"),
                       ("wifi.env", "A=ENC[AES256_GCM,…]"), ("README.md", "Only encrypted files")):
        path = repository.root / "secrets" / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{text}\n")
    repository.git("add", ".")
    repository.commit()
    apps.says("secrets-init", ["--dry-run"], "secrets/k3s-agent-token.yaml is there already.",
              unwanted=["encrypt it as secrets/k3s-agent-token.yaml", "updatekeys"])
    apps.says("secrets-updatekeys", ["--help"], "k3s token rotate", "/var/lib/rancher/k3s/server/token")
    apps.says("secrets-updatekeys", ["--dry-run"], "would run: sops updatekeys --yes secrets/hosts/agent-1.yaml\n"
              "would run: sops updatekeys --yes secrets/k3s-agent-token.yaml\n"
              "would run: sops updatekeys --yes secrets/of\\ the\\ office/door.yml\nwould run: sops updatekeys --yes secrets/wifi.env\n",
              unwanted=["secrets/keys", "README"])


def check_shell(failures):
    """As the flake puts them together: what they share in front of each."""
    shared = (APPS / "common.bash").read_text()
    for name in NAMES:
        result = subprocess.run(["shellcheck", "--shell", "bash", "-"], input=shared + (APPS / f"{name}.sh").read_text(),
                                capture_output=True, text=True)
        failures.check(result.returncode == 0, f"shellcheck of {name}:\n{result.stdout}")


def check_status(failures):
    """Nothing refuses in a step, where status 2 would say that nothing changed."""
    for name in NAMES:
        script = (APPS / f"{name}.sh").read_text()
        for step in re.findall(r'run_step "[^"]*" (\w+)', script):
            body = re.search(rf"(?ms)^{step}\(\) {{$(.*?)^}}$", script)
            if failures.check(body, f"{name}: no function {step}"):
                failures.check("refuse " not in body[1], f"{name}: {step} refuses")


def main():
    need(*TOOLS, "shellcheck")
    failures = Failures()
    check_shell(failures)
    check_status(failures)
    with tempfile.TemporaryDirectory(prefix="n3x-apps-") as folder:
        apps = Apps(Repository(folder), failures)
        apps.repository.keep_tokens()
        check_help(apps)
        check_dry_runs(apps)
        check_ipv6(apps)
        check_refusals(apps)
        check_keys(apps)
        check_secrets(apps)
    failures.exit(f"{len(NAMES)} apps: {', '.join(NAMES)}")


if __name__ == "__main__":
    main()
