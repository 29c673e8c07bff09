# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
"""What the tests against real consumers share: samples to read, namespaces to read them in, answers to CTest."""

import ctypes
import json
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77
UNITS = "backends/debian/meta-n3x/recipes-support/systemd-networkd-config/files"
MODULES = "backends/nixos/nodes"
PROFILE_DATA = "lib/network/profiles"


class Failures:
    """Collects what is wrong; the first few are shown, all are counted."""

    shown = 20

    def __init__(self):
        self.count = 0

    def add(self, text):
        self.count += 1
        if self.count <= self.shown:
            print(f"FAIL: {text}", file=sys.stderr)

    def check(self, holds, text):
        if not holds:
            self.add(text)
        return holds

    def exit(self, done):
        if self.count:
            print(f"{self.count} failures", file=sys.stderr)
            sys.exit(1)
        print(done)
        sys.exit(0)


def skip(reason):
    print(f"SKIPPED: {reason}")
    sys.exit(SKIPPED)


def need(*programs):
    for program in programs:
        if not shutil.which(program) and not os.access(program, os.X_OK):
            skip(f"{program} is not here")


def samples(*arguments):
    """Projects and their outputs, written by the program of that name: a folder that goes away, and its index."""
    folder = tempfile.TemporaryDirectory(prefix="n3x-real-", dir=memory_folder())
    subprocess.run([os.environ["N3X_REAL_SAMPLES"], folder.name, *map(str, arguments)], check=True)
    index = json.loads((Path(folder.name) / "index.json").read_text())
    return folder, index


def memory_folder():
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def clusters(index):
    for project in index["projects"]:
        for cluster in project["clusters"]:
            yield project, cluster


def nodes(index):
    for project, cluster in clusters(index):
        for node in cluster["nodes"]:
            yield project, cluster, node


def unit_folder(folder, project, cluster, node):
    return Path(folder) / project["folder"] / UNITS / cluster["profile"] / node["name"]


def in_parallel(work, items):
    """work(chunk) for every chunk of the items, each in a process of its own; the results in order of the chunks."""
    workers = os.cpu_count() or 1
    chunks = [items[start::workers] for start in range(workers) if items[start::workers]]
    with multiprocessing.get_context("fork").Pool(len(chunks), maxtasksperchild=1) as pool:
        return [result for results in pool.map(work, chunks, chunksize=1) for result in results]


def own_namespaces():
    """Gives this process its own network and mounts, with what networkd needs to start there. False: not allowed."""
    try:
        os.unshare(os.CLONE_NEWNET | os.CLONE_NEWNS)
    except PermissionError:
        return False
    mount("none", "/", None, MS_REC | MS_PRIVATE)
    mount("tmpfs", "/run", "tmpfs")
    os.makedirs("/run/systemd/netif")
    os.makedirs("/run/dbus")
    shutil.chown("/run/systemd/netif", "systemd-network", "systemd-network")
    Path("/run/machine-id").write_text("0123456789abcdef0123456789abcdef\n")
    mount("/run/machine-id", "/etc/machine-id", None, MS_BIND)
    # Read-only, or networkd waits for a udev that is not there.
    mount("sysfs", "/sys", "sysfs", MS_RDONLY)
    os.makedirs("/run/units")
    mount("/run/units", "/etc/systemd/network", None, MS_BIND)
    return True


def put_units(folder):
    for old in Path("/run/units").iterdir():
        old.unlink()
    for unit in Path(folder).iterdir():
        shutil.copyfile(unit, f"/run/units/{unit.name}")


MS_RDONLY, MS_BIND, MS_REC, MS_PRIVATE = 1, 4096, 16384, 1 << 18
_libc = ctypes.CDLL(None, use_errno=True)


def mount(source, target, kind, flags=0):
    arguments = [value.encode() if value else None for value in (source, target, kind)]
    if _libc.mount(*arguments, ctypes.c_ulong(flags), None) != 0:
        error = ctypes.get_errno()
        raise OSError(error, f"mount {source} on {target}: {os.strerror(error)}")


class Networkd:
    """systemd-networkd in the namespaces of this process. On entering it has read every unit."""

    program = "/usr/lib/systemd/systemd-networkd"

    def __enter__(self):
        import socket

        path = "/run/notify"
        if os.path.exists(path):
            os.unlink(path)
        self.notify = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.notify.bind(path)
        os.chmod(path, 0o666)
        self.notify.settimeout(10)
        self.output = tempfile.TemporaryFile()
        environment = {"PATH": os.environ["PATH"], "NOTIFY_SOCKET": path, "SYSTEMD_LOG_LEVEL": "info", "LC_ALL": "C.UTF-8"}
        self.process = subprocess.Popen([self.program], env=environment, stdout=self.output, stderr=self.output)
        try:
            while b"READY=1" not in self.notify.recv(4096):
                pass
        except TimeoutError:
            self.__exit__()
            raise RuntimeError(f"networkd did not start:\n{self.log()}") from None
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.notify.close()

    def log(self):
        self.output.seek(0)
        return self.output.read().decode(errors="replace")


class Nix:
    """Real Nix with a store of its own in a folder that goes away: nothing is built, nothing is fetched."""

    def __init__(self):
        need("nix-instantiate")
        self.folder = tempfile.TemporaryDirectory(prefix="n3x-nix-", dir=memory_folder())
        root = self.folder.name
        self.environment = {
            **os.environ,
            "HOME": root,
            "NIX_STORE_DIR": f"{root}/store",
            "NIX_STATE_DIR": f"{root}/state",
            "NIX_LOG_DIR": f"{root}/log",
            "NIX_CONF_DIR": f"{root}/conf",
            "NIX_REMOTE": "",
            "NIX_PATH": "",
            "NIX_CONFIG": "build-users-group =\nsandbox = false\nsubstituters =\n",
        }

    def run(self, *arguments, expression=None):
        command = ["nix-instantiate", *map(str, arguments)]
        if expression is not None:
            command += ["--expr", expression]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True)

    def value(self, expression):
        """What an expression evaluates to, in full."""
        path = Path(self.folder.name) / "expression.nix"
        path.write_text(expression)
        result = self.run("--eval", "--strict", "--json", path)
        if result.returncode != 0:
            raise RuntimeError(result.stderr)
        return json.loads(result.stdout)

    def values(self, files):
        """What each of many files evaluates to, in one process."""
        return self.value("map import [ " + " ".join(str(Path(file)) for file in files) + " ]")
