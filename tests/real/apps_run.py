# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""The apps of an exported repository at work, with stand-ins for the tools that they start: in which order, with what,
what is left behind, and where they stop when a tool fails. The list of nodes is in the form that `real.node_list` holds
against what the flake gives."""

import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from apps import APPS, TOKENS, Repository, node, node_list
from consumers import Failures, need

# Each notes how it was called; `fails` names calls that end with an error.
NOTE = """#!{bash}
printf '%s\\n' "{name} $*" >>"$LOG"
case "{name} $*" in {fails}) exit 1 ;; esac
{then}
"""
TOOLS = {
    # What is laid over the new system: each file with its mode.
    "nixos-anywhere": 'while [ "$1" != --extra-files ]; do shift; done; (cd "$2" && find . -printf "%m %p\\n" | sort) >>"$LOG"; cat "$2/var/lib/sops-nix/key.txt" >>"$LOG"',
    "nixos-rebuild": ":",
    # A node that reports renews its lease, so each look finds another time.
    "kubectl": """case "$*" in
  *"--output json") [ -n "${NODE:-}" ] && printf %s "$NODE" || printf {} ;;
  *bootID*)
    # Down, not there, and up again.
    if [ -e "$LOG.down" ]; then mv "$LOG.down" "$LOG.away"; echo 1; elif [ -e "$LOG.away" ]; then mv "$LOG.away" "$LOG.up"; exit 1;
    elif [ -e "$LOG.up" ] && [ -z "${LOST:-}" ]; then rm "$LOG.up"; echo 2; else echo 1; fi ;;
  *--ignore-not-found*) printf %s "${KNOWN:-}" ;;
  "get node ${CORDONED:--} "*) printf 'true %s' "${BY_US:-}" ;;
  "get nodes"*) [ -n "${NO_SERVERS:-}" ] || printf "server-1   Ready\\nserver-2   %s\\n" "${SERVER_2:-Ready}" ;;
  "get lease ${SILENT:--} "*) echo 2026-01-01 ;;
  "get lease"*) wc -l <"$LOG" ;;
esac""",
    "age-keygen": 'name=$(basename "$2" .age); printf "# public key: age1%s\\nAGE-SECRET-KEY-%s\\n" "$name" "$name" >"$2"',
    "openssl": "echo c0ffee",
    "sops": 'case $1 in encrypt) printf "sealed "; tr a-z0-9 n-za-m5-90-4 ;; esac',
    "ssh": """case "$*" in
  *key.txt*) cat >>"$LOG" ;;
  *"${DEAF:--} bash") exit 255 ;;
  *"${OLD:--} "*booted-system*) exit 1 ;;
  *boot_id) echo 1 ;;
  *"systemctl reboot") touch "$LOG.down"; exit "${HANG_UP:-0}" ;;
  *" bash") "$BASH" ;;
esac""",
    "curl": '[ -n "${ANSWERS:-}" ] && [ "$(printf "%s\\n" "$@" | tail -n 1)" = "https://$ANSWERS:6443/ping" ]',
    "lsusb": ":",
    "nix": """case "$*" in
  *preSwitchChecks*) printf 'echo "asked for %s" >>"$LOG"; exit %s' "${PARTITION:-x}" "${MISSING:-0}" ;;
  *result-ami*) mkdir -p result-ami && touch result-ami/disk.vhd ;;
  *result-flash*) mkdir -p result-flash/bin && printf '#!%s\\necho "flashed as ${SUDO:-root}" >>"$LOG"\\n' "$BASH" >result-flash/bin/flash-orin-nano-devkit && chmod +x result-flash/bin/*
esac""",
    "sudo": 'SUDO=sudo "$@"',
    "sleep": ":",
    "aws": """case "$*" in
  *describe-images*) echo "${TAKEN:-}" ;;
  *import-snapshot\\ *) echo task-1 ;;
  *SnapshotTaskDetail.Status*) if [ -e "$LOG.asked" ]; then echo "${IMPORT:-completed}"; else : >"$LOG.asked"; echo active; fi ;;
  *SnapshotTaskDetail.SnapshotId*) echo snap-7 ;;
esac""",
}


class Workshop(Repository):
    """A repository, and stand-ins on the PATH."""

    def __init__(self, folder):
        self.log = Path(folder) / "log"
        super().__init__(folder)
        for tool in ("mkdir", "tail", "touch", "sort", "wc"):
            if not (self.bin / tool).exists():
                (self.bin / tool).symlink_to(shutil.which(tool))
        self.tools()

    def tools(self, fails="-"):
        for name, then in TOOLS.items():
            path = self.bin / name
            path.unlink(missing_ok=True)
            path.write_text(NOTE.format(bash=shutil.which("bash"), name=name, fails=fails, then=then))
            path.chmod(0o755)

    def environment(self):
        return {**super().environment(), "LOG": str(self.log), "TMPDIR": str(self.home)}

    def work(self, app, *arguments, **more):
        self.log.write_text("")
        self.more = more
        result = self.start(app, *arguments)
        self.more = {}
        return result, self.log.read_text()


def calls(log, *names):
    return [line for line in log.splitlines() if line.split(" ")[0] in names]


def check_install(shop, failures):
    shop.keep_tokens()
    result, log = shop.work("install", "agent-1", "--yes", "--host", "10.9.9.9")
    failures.check(result.returncode == 0, f"install: {result.stderr}")
    failures.check("--flake .#vlans-agent-1 " in log and log.splitlines()[0].endswith(" --build-on auto root@10.9.9.9"), log)
    for line in ("600 ./var/lib/sops-nix/key.txt", "700 ./var/lib/sops-nix", "755 ./var/lib", "not a real key"):
        failures.check(line in log.splitlines(), f"install lays over the system: {log}")
    failures.check(not list(shop.home.iterdir()), f"install leaves {list(shop.home.iterdir())}")
    failures.check("joins only after: kubectl delete node agent-1" in result.stdout and result.stdout.endswith(": ssh-keygen -R 10.0.0.7\n"), result.stdout)
    check_forgotten(shop, failures)
    check_founds(shop, failures)
    shop.tools(fails="nixos-anywhere*")
    result, log = shop.work("install", "agent-1", "--yes")
    failures.check(result.returncode == 1 and not list(shop.home.iterdir()), f"a failed install: {result.returncode}, {list(shop.home.iterdir())}")
    shop.tools()
    shop.git("rm", "-q", *TOKENS)
    shop.commit()


def check_forgotten(shop, failures):
    """A cluster that still knows a node turns it away when it comes from an empty disk."""
    asked = ("install", "agent-1", "--yes")
    key = {"KUBECONFIG": "/dev/null"}
    result, log = shop.work(*asked, **key, KNOWN="node/agent-1")
    failures.check(result.returncode == 1 and "kubectl delete node agent-1\n" in result.stderr and not calls(log, "nixos-anywhere"), f"it is known: {log} {result.stderr}")
    result, log = shop.work(*asked, **key)
    failures.check(result.returncode == 0 and [line.split(" ")[0] for line in log.splitlines()[:2]] == ["kubectl", "nixos-anywhere"], f"it is not: {log}")
    failures.check("kubectl delete" not in result.stdout, f"nobody knows it: {result.stdout}")
    shop.tools(fails="*get\\ node\\ agent-1*")  # the cluster may be what is to be installed
    result, log = shop.work(*asked, **key)
    failures.check(result.returncode == 0 and "does not answer.\nIf agent-1 was in the cluster before" in result.stdout, f"no answer: {result.stdout}")
    shop.tools()


def check_founds(shop, failures):
    """An init server from an empty disk makes a cluster of its own beside the one that runs."""
    shop.tell(node_list(nodes=[node("agent-1", "server", isInitServer=True)]))
    for address in ("10.0.0.250", "[fd00::2]"):
        result, log = shop.work("install", "agent-1", "--yes", ANSWERS=address)
        failures.check(result.returncode == 1 and not calls(log, "nixos-anywhere"), f"a second cluster: {log}")
        for text in (f"second cluster: that of the project answers at {address}.", "another server as initServer in profiles/vlans.yaml", "--found-anew"):
            failures.check(text in result.stderr, f"install does not say “{text}”: {result.stderr}")
    result, log = shop.work("install", "agent-1", "--yes")
    failures.check(result.returncode == 0 and len(calls(log, "curl")) == 2 and all("--insecure" in one and "--max-time 5 " in one for one in calls(log, "curl")), f"nobody answers: {log}")
    result, log = shop.work("install", "agent-1", "--yes", "--found-anew", ANSWERS="10.0.0.250", KUBECONFIG="/dev/null", KNOWN="node/agent-1")
    failures.check(result.returncode == 0 and not calls(log, "curl", "kubectl"), f"it is to found anew: {log}")
    shop.tell(node_list())


def check_give_key(shop, failures):
    result, log = shop.work("give-key", "agent-1", "--host", "10.9.9.9")
    given, activated = calls(log, "ssh")
    failures.check(result.returncode == 0 and given.startswith("ssh root@10.9.9.9 umask 077 && ") and "key.txt" in given, log)
    failures.check(log.split("\n", 1)[1].startswith("# public key: age1agent\nnot a real key\n"), f"another key: {log}")
    failures.check("not a real key" not in given + activated + result.stdout + result.stderr, "the key is in arguments or output")
    failures.check("switch-to-configuration test" in activated, f"nothing decrypts: {log}")
    result, log = shop.work("give-key", "agent-1", NIX_SSHOPTS="-p 2222 -4")
    reached = [one.startswith("ssh -p 2222 -4 root@10.0.0.7 ") for one in calls(log, "ssh")]
    failures.check(result.returncode == 0 and reached == [True, True], f"give-key by options of SSH: {log}")
    shop.tools(fails="*key.txt*")
    result, log = shop.work("give-key", "agent-1")
    failures.check(result.returncode == 1 and len(calls(log, "ssh")) == 1, f"the key did not come there, and: {log}")
    shop.tools()


def check_rebuild(shop, failures):
    result, log = shop.work("rebuild", "--all", "--action", "dry-activate")
    wanted = ["server-1", "server-2", "agent-1", "cloud-1", "cloud-2", "jetson-1"]
    found = [line.split(".#vlans-")[1].split(" ")[0] for line in calls(log, "nixos-rebuild")]
    failures.check(found[:2] == wanted[:2] and sorted(found) == sorted(wanted), f"rebuild --all: {found}")
    failures.check(all(" dry-activate " in line for line in calls(log, "nixos-rebuild")), log)
    shop.tools(fails="*rebuild*vlans-server-2*")
    result, log = shop.work("rebuild", "--all")
    failures.check(result.returncode == 1 and "agent-1" not in log, f"rebuild goes on after a failure: {log}")
    shop.tools()


def check_disks(shop, failures):
    """A machine that runs an image has not the partitions of its layout, and would not start again."""
    key = {"KUBECONFIG": "/dev/null"}
    check = "nix eval --raw .#nixosConfigurations.vlans-agent-1.config.system.preSwitchChecks.partitions"
    for app in ("rebuild", "upgrade"):
        result, log = shop.work(app, "agent-1", NIX_SSHOPTS="-p 2222", PARTITION="y", **key)
        asked = [check, "ssh -p 2222 root@10.0.0.7 bash", "asked for y"]
        failures.check(result.returncode == 0 and log.splitlines()[:3] == asked, f"{app} asks: {log} {result.stderr}")
        result, log = shop.work(app, "agent-1", MISSING="1", **key)
        failures.check(result.returncode == 1 and log.splitlines() == [check, "ssh root@10.0.0.7 bash", "asked for x"], f"{app} goes on: {log}")
        failures.check("agent-1 keeps the system that it has." in result.stderr, f"{app}: {result.stderr}")
        result, log = shop.work(app, "agent-1", DEAF="10.0.0.7", **key)
        failures.check(result.returncode == 1 and "agent-1 cannot be asked: ssh ended with 255" in result.stderr and "switch" not in log, f"{app}: {log}")
        result, log = shop.work(app, "cloud-1", MISSING="1", **key)
        failures.check(result.returncode == 0 and not [one for one in calls(log, "ssh") if one.endswith(" bash")], f"{app} asks a node without a layout: {log}")
    result, log = shop.work("rebuild", "server-1", "agent-1", DEAF="10.0.0.7", **key)
    failures.check(result.returncode == 1 and "vlans-server-1 --target" in log and "vlans-agent-1 --target" not in log, f"rebuild: {log}")
    result, log = shop.work("upgrade", "server-1", "agent-1", DEAF="10.0.0.7", **key)
    failures.check(result.returncode == 1 and not calls(log, "kubectl", "nixos-rebuild"), f"upgrade begins: {log}")


def check_upgrade(shop, failures):
    key = {"KUBECONFIG": "/dev/null"}
    result, log = shop.work("upgrade", "server-2", "agent-1", **key)
    steps = [line.split(" ")[1] for line in calls(log, "kubectl", "nixos-rebuild", "nix") if "nix eval" not in line]
    asked = [*["get"] * 3, "wait", "get", "annotate", "uncordon", "annotate"]  # the lease as it is, and two renewals
    one = ["get", "annotate", "cordon", "get", "annotate", "drain", "switch", *asked]
    other = [*one[:-3], "taint", *one[-3:]]  # one of them has taints
    failures.check(result.returncode == 0 and steps == ["build", "get", *one, *other], f"upgrade: {steps} {result.stderr}")
    failures.check(all(f"kubectl get lease {name} --namespace kube-node-lease" in log for name in ("server-2", "agent-1")), log)
    built = built_all(log).split(" ")
    failures.check([one.split(".")[2] for one in built[3:]] == ["vlans-server-2", "vlans-agent-1"], f"upgrade builds {built}")
    failures.check("uncordon" not in result.stderr, f"all is well, and: {result.stderr}")

    # Somebody had taken server-2 out for a reason of their own.
    result, log = shop.work("upgrade", "server-2", "agent-1", CORDONED="server-2", **key)
    given = [line for line in calls(log, "kubectl") if "cordon" in line and " get " not in line]
    note = "kubectl annotate node agent-1 {}n3x/cordoned-by-upgrade{}".format
    failures.check(result.returncode == 0 and given == [note("--overwrite ", "=true"), "kubectl cordon agent-1", "kubectl uncordon agent-1", note("", "-")],
                   f"pods may come back: {given} {result.stderr}")
    failures.check(result.stdout.endswith("server-2 took no pods before, and takes none now. When it may: kubectl uncordon server-2\n"), result.stdout)
    # An upgrade that stopped had.
    result, log = shop.work("upgrade", "server-2", CORDONED="server-2", BY_US="true", **key)
    failures.check(result.returncode == 0 and "kubectl uncordon server-2" in log and "kubectl annotate node server-2 n3x/cordoned-by-upgrade-" in log,
                   f"it stays out: {log}")
    failures.check("an upgrade that stopped" in result.stdout and "takes none now" not in result.stdout, result.stdout)
    shop.tools(fails="nixos-rebuild*")
    result, log = shop.work("upgrade", "server-2", CORDONED="server-2", **key)
    failures.check(result.returncode == 1 and "takes no pods" not in result.stderr, f"it was out before, and: {result.stderr}")
    shop.tools()

    # Where it stops: with which status, before which step, and saying of which node that it takes no pods.
    for what, fails, more, status, never, left in (
            ("a server is away", "-", {"SERVER_2": "NotReady"}, 1, "cordon", None),
            ("kubectl fails", "*get\\ nodes*", {}, 1, "cordon", None),
            ("another cluster", "-", {"NO_SERVERS": "1"}, 1, "cordon", None),
            ("the cluster does not know a node", "*get\\ node\\ server-1*", {}, 1, "kubectl cordon", None),
            ("a system cannot be built", "nix\\ build*", {}, 1, "kubectl", None),
            ("the cordon fails", "*cordon\\ server-1", {}, 1, "drain", None),
            ("the switch fails", "nixos-rebuild*", {}, 1, "uncordon", "server-1"),
            ("server-1 is silent", "-", {"SILENT": "server-1"}, 1, "wait", "server-1"),
            ("server-1 is not Ready again", "*wait*server-1*", {}, 1, "uncordon", "server-1")):
        shop.tools(fails=fails)
        result, log = shop.work("upgrade", "--timeout", "1", **key, **more)
        worked = calls(log, "kubectl", "nixos-rebuild")
        failures.check(result.returncode == status and not any(never in line or "server-2" in line for line in worked),
                       f"{what}, and: {result.returncode} {log}")
        said = (f"upgrade: {left} takes no pods. The next upgrade takes it up again; when it may at once:\n"
                f"  kubectl uncordon {left} && kubectl annotate node {left} n3x/cordoned-by-upgrade-\n")
        failures.check(result.stderr.endswith(said) if left else "takes no pods" not in result.stderr,
                       f"{what}: {result.stderr}")
    shop.tools()


def check_kernels(shop, failures):
    """A drained node is the one to start anew; who does not is told of."""
    key = {"KUBECONFIG": "/dev/null"}
    result, log = shop.work("upgrade", "server-2", "agent-1", OLD="10.0.0.7", **key)
    failures.check(result.returncode == 0 and "reboot" not in log and result.stdout.endswith(
        "These run the kernel of before until they start anew: agent-1. To do that, drained: upgrade --reboot agent-1\n"), f"{result.stdout} {result.stderr}")
    for hang_up in ("0", "255"):
        result, log = shop.work("upgrade", "server-2", "agent-1", "--reboot", OLD="10.0.0.7", HANG_UP=hang_up, **key)
        steps = [re.sub("jsonpath=.*bootID.*", "boot", line) for line in log.partition("vlans-agent-1 --target")[2].splitlines()[1:]]
        boot = "kubectl get node agent-1 --output boot"
        wanted = ["ssh root@10.0.0.7 cat /proc/sys/kernel/random/boot_id", "ssh root@10.0.0.7 systemctl reboot", *["sleep 2", boot] * 3]
        at = steps.index(wanted[0]) if wanted[0] in steps else 0
        failures.check(result.returncode == 0 and steps[at:at + 8] == wanted and "kubectl get lease" in steps[at + 8], f"it starts anew: {steps} {result.stderr}")
        failures.check(log.count("systemctl reboot") == 1 and "kernel of before" not in result.stdout, f"{result.stdout}")
    result, log = shop.work("upgrade", "agent-1", "--reboot", "--timeout", "1", OLD="10.0.0.7", LOST="1", **key)
    failures.check(result.returncode == 1 and "agent-1 does not come back after" in result.stderr and "uncordon agent-1" in result.stderr and "kubectl uncordon" not in log,
                   f"it is lost: {log} {result.stderr}")
    result, log = shop.work("upgrade", "agent-1", "--build-host", "b", **key)
    failures.check(" --store ssh-ng://b " in built_all(log) and calls(log, "nixos-rebuild")[0].endswith(" --build-host b"), log)


def check_taints(shop, failures):
    """Those that the profile says, and not those that it said before; whatever somebody else set, and Kubernetes, stays."""
    def works(said, has, old, *wanted, remembers, flags=()):
        shop.tell(node_list(nodes=[node("agent-1", "agent", taints=said)]))
        notes = {"other": "x", **({"n3x/taints": old} if old else {}),
                 **({"k3s.io/node-args": json.dumps(["agent", *(word for one in flags for word in ("--node-taint", one)), "--token", "x"])} if flags else {})}
        shown = {"metadata": {"annotations": notes}, "spec": {"taints": has} if has else {}}
        result, log = shop.work("upgrade", "agent-1", KUBECONFIG="/dev/null", NODE=json.dumps(shown))
        given = [line for line in calls(log, "kubectl", "nixos-rebuild") if re.search("taint|rebuild", line)]

        def noted(ids):
            return f"kubectl annotate node agent-1 {f'--overwrite n3x/taints={ids}' if ids else 'n3x/taints-'}"

        before = noted(" ".join(sorted({*(old or "").split(), *(re.sub("=.*:", ":", one) for one in flags if "kubernetes.io/x" not in one)})))
        set_now = [f"kubectl taint node agent-1 --overwrite {' '.join(wanted)}"] if wanted else []
        failures.check(result.returncode == 0 and [line for line in given if "rebuild" not in line] == [before, *set_now, noted(remembers)]
                       and "rebuild" in given[1], f"{said} on {has} after {old} with {flags}: {given} {result.stderr}")

    def taint(key, effect, **more):
        return {"key": key, **more, "effect": effect}

    slow, quiet = "lab/slow=yes:NoSchedule", "quiet:NoExecute"
    ids = "lab/slow:NoSchedule quiet:NoExecute"
    ours = [taint("lab/slow", "NoSchedule", value="yes"), taint("quiet", "NoExecute")]
    theirs = [taint("theirs", "NoSchedule", value="a"), taint("node.kubernetes.io/unschedulable", "NoSchedule"), taint("quiet", "NoSchedule")]
    works([], [], None, remembers="")
    works([], theirs, None, remembers="")
    works([slow, quiet], theirs, None, slow, quiet, remembers=ids)
    works([slow, quiet], ours + theirs, ids, remembers=ids)
    works([slow], ours + theirs, ids, "quiet:NoExecute-", remembers="lab/slow:NoSchedule")
    works([], ours + theirs, ids, "lab/slow:NoSchedule-", "quiet:NoExecute-", remembers="")
    works([], theirs, ids, remembers="")  # somebody took them away by hand
    works([], ours, None, remembers=ids, flags=[slow, quiet])  # the node's own module says them
    works([], [taint("node.kubernetes.io/x", "NoSchedule")], "node.kubernetes.io/x:NoSchedule", remembers="", flags=["node.kubernetes.io/x:NoSchedule"])
    works(["lab/slow=no:NoSchedule"], ours, ids, "lab/slow=no:NoSchedule", "quiet:NoExecute-", remembers="lab/slow:NoSchedule")
    works(["lab/slow=yes:NoExecute"], ours[:1], ids, "lab/slow=yes:NoExecute", "lab/slow:NoSchedule-", remembers="lab/slow:NoExecute")
    # Reserved names, and the roles among them.
    works(["node.kubernetes.io/x:NoSchedule", "a.k8s.io/y=z:NoSchedule", "k8s.io/y:NoSchedule"], theirs, None, remembers="")
    role = "node-role.kubernetes.io/control-plane:NoSchedule"
    works([role, "nok8s.io/y:NoSchedule"], [], None, role, "nok8s.io/y:NoSchedule", remembers=f"{role} nok8s.io/y:NoSchedule")
    works([], [taint("node-role.kubernetes.io/control-plane", "NoSchedule")], role, f"{role}-", remembers="")

    shop.tools(fails="*taint\\ node*")
    shop.tell(node_list())
    result, log = shop.work("upgrade", "agent-1", KUBECONFIG="/dev/null")
    failures.check(result.returncode == 1 and log.splitlines()[-1].startswith("kubectl taint "), f"without its taints it takes pods: {log}")
    shop.tools()


def built_all(log):
    return next((line for line in calls(log, "nix") if line.startswith("nix build ")), "-")


def check_secrets(shop, failures):
    tokens = [shop.root / f"secrets/k3s-{role}-token.yaml" for role in ("server", "agent")]
    told = node_list()
    for one in told["nodes"]:
        one["age"] = None
    shop.tell(told)
    result, log = shop.work("secrets-init")
    made = sorted(path.name for path in (shop.root / "secrets/keys").iterdir())
    failures.check(made == ["agent-1.age", "cloud-1.age", "cloud-2.age", "jetson-1.age", "server-1.age", "server-2.age"], f"keys: {made}")
    failures.check(all(path.stat().st_mode & 0o77 == 0 for path in (shop.root / "secrets/keys").iterdir() if path.name != "agent-1.age"), "a key that others can read")
    failures.check("server-1: age1server-1" in result.stdout and not any(path.exists() for path in tokens), result.stdout)
    (shop.root / "secrets/keys/server-2.age").write_text("# a key of another kind\n")
    result, _ = shop.work("secrets-init")
    failures.check(result.returncode == 1 and "server-2.age does not say its public key" in result.stderr, f"a key without its public half: {result.returncode} {result.stderr}")
    (shop.root / "secrets/keys/server-2.age").write_text("# public key: age1server-2\n")
    shop.git("add", ".")
    tracked = subprocess.run(["git", "ls-files", "secrets/keys"], cwd=shop.root, capture_output=True, text=True, env=shop.environment()).stdout
    failures.check("server-1" not in tracked, f"git takes private keys: {tracked}")

    told = node_list()
    for one in told["nodes"]:
        one["age"] = "age1agent" if one["name"] == "agent-1" else f"age1{one['name']}"
    shop.tell(told)
    shop.tools(fails="*agent-token*")
    result, _ = shop.work("secrets-init")
    left = sorted(path.name for path in (shop.root / "secrets").glob("k3s-*"))
    failures.check(result.returncode != 0 and left == ["k3s-server-token.yaml"], f"sops fails, and there is: {left}")
    shop.tools()
    before = tokens[0].read_text()
    result, log = shop.work("secrets-init")
    failures.check(result.returncode == 0 and all(path.exists() for path in tokens), f"secrets-init: {result.stderr}")
    failures.check(tokens[0].read_text() == before, "a token that was there is another now")
    for path in tokens:
        failures.check(path.read_text().startswith("sealed ") and "c0ffee" not in path.read_text(), f"{path.name} is open")
        failures.check(path.stat().st_mode & 0o777 == 0o644, f"{path.name}: {path.stat().st_mode:o}")
    failures.check("c0ffee" not in log + result.stdout + result.stderr, "the token is in arguments or output")
    shop.git("add", ".")
    shop.commit()
    result, log = shop.work("secrets-updatekeys")  # whose key it is, sops alone knows
    failures.check(calls(log, "sops") == [f"sops updatekeys --yes secrets/k3s-{role}-token.yaml" for role in ("agent", "server")], log)


def check_cloud(shop, failures):
    asked = ["cloud-1", "--region", "eu-central-1", "--bucket", "b", "--name", "n"]
    result, log = shop.work("register-ami", *asked)
    order = [line.split(" ")[2] for line in calls(log, "aws")]
    failures.check(result.returncode == 0 and order[:3] == ["describe-images", "cp", "import-snapshot"] and order[-2:] == ["register-image", "rm"], f"register-ami: {order} {result.stderr}")
    failures.check("Ebs={SnapshotId=snap-7,VolumeSize=50," in log and "s3 cp result-ami/disk.vhd s3://b/n.vhd" in log, log)
    failures.check(calls(log, "sleep") == ["sleep 10"], f"it waits: {calls(log, 'sleep')}")
    result, log = shop.work("register-ami", *asked, "--allow-dirty", IMPORT="deleted")
    failures.check(result.returncode == 1 and "ended as deleted" in result.stderr and "register-image" not in log, f"a failed import: {log}")
    removed = "aws s3 rm s3://b/n.vhd --region eu-central-1"
    failures.check(calls(log, "aws")[-1] == removed, f"after a failed import the upload stays: {log}")
    for what, fails in (("upload", "*s3\\ cp*"), ("registration", "*register-image*")):
        shop.tools(fails=fails)
        result, log = shop.work("register-ami", *asked, "--allow-dirty")
        failures.check(result.returncode == 1 and calls(log, "aws")[-1] == removed, f"after a failed {what}: {result.returncode} {log}")
    failures.check("snap-7" in result.stderr, f"nobody hears of the snapshot: {result.stderr}")
    shop.tools()
    shutil.rmtree(shop.root / "result-ami")
    result, log = shop.work("register-ami", *asked, TAKEN="ami-7")
    failures.check(result.returncode == 1 and "has an image n already: ami-7" in result.stderr and log.count("\n") == 1, f"a name that is taken: {log} {result.stderr}")
    failures.check("--owners self --filters Name=name,Values=n " in log, log)

    check_flash(shop, failures)


def check_flash(shop, failures):
    """NVIDIA's tools reach USB as root alone; what is built belongs to whoever asks."""
    result, log = shop.work("flash-jetson", "jetson-1")
    if "do not run on" in result.stderr:
        return
    built = "nix build --inputs-from . --out-link result-flash jetpack-nixos#flash-orin-nano-devkit"
    failures.check(result.returncode == 0 and log.splitlines()[1:] == [built, "sudo ./result-flash/bin/flash-orin-nano-devkit", "flashed as sudo"],
                   f"flash-jetson: {log} {result.stderr}")
    result, log = shop.work("flash-jetson", "jetson-1", USER_ID="0")
    failures.check(result.returncode == 0 and log.splitlines()[1:] == [built, "flashed as root"], f"flash-jetson as root: {log} {result.stderr}")
    (shop.bin / "sudo").unlink()
    result, log = shop.work("flash-jetson", "jetson-1")
    failures.check(result.returncode == 2 and "no sudo" in result.stderr and not log, f"without root: {result.stderr} {log}")
    shop.tools(fails="lsusb*")
    result, log = shop.work("flash-jetson", "jetson-1")
    failures.check(result.returncode != 0 and "nix " not in log and "sudo" not in log, f"without a board: {log}")
    shutil.rmtree(shop.root / "result-flash")
    shop.tools()


def main():
    need("git", "jq")
    failures = Failures()
    with tempfile.TemporaryDirectory(prefix="n3x-apps-") as folder:
        shop = Workshop(folder)
        for check in (check_install, check_give_key, check_rebuild, check_disks, check_upgrade, check_kernels, check_taints, check_cloud, check_secrets):
            check(shop, failures)
    failures.exit(f"{len(list(APPS.glob('*.sh')))} apps at work")


if __name__ == "__main__":
    main()
