"""systemd as PID 1 of its own namespaces, from a tree that is made once (it is left out while there is none)."""

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

from libtalos.image.spec import checkout_of_suite
from tests.bench.supervise_peers import Job, Peer, remove_group
from tests.bench.systemd_tree import tree_path

TREE = tree_path(checkout_of_suite() / "_out" / "bench")
_ENTER = """
tree=$0 work=$1 units=$2
mount --bind $tree $tree; cd $tree
mount -t proc proc proc; mount --bind proc/sys proc/sys; mount -o remount,ro,bind proc/sys proc/sys
mount -t sysfs -o ro sysfs sys; mount -t tmpfs -o mode=755 tmpfs dev
for name in null zero full random urandom tty; do touch dev/$name; mount --bind /dev/$name dev/$name; done
mount -t tmpfs -o mode=755 tmpfs run; mkdir -p $tree$work; mount --bind $work $tree$work
mkdir -p run/systemd/system; cp "$units"/* run/systemd/system/
mount -t cgroup2 cgroup2 sys/fs/cgroup; mkdir -p mnt; pivot_root . mnt; cd /; umount -l /mnt
container=bench exec /lib/systemd/systemd --unit=bench.target --show-status=0 --log-target=null
"""


class Systemd(Peer):
    """systemd with a target that pulls in only the services: no sysinit, no journal."""

    name = "systemd"
    note = "RestartSec=0, no start limit"
    stop_signal = signal.SIGRTMIN + 4
    captures = False

    @classmethod
    def missing(cls) -> str | None:
        if not (TREE / "lib/systemd/systemd").exists():
            return f"there is no {TREE}"
        return None if _unified() else "there is no cgroup2 mount"

    @property
    def _group(self) -> Path:
        return Path(_unified() or "/nowhere") / f"libtalos-bench-systemd-{os.getpid()}"

    def configure(self, jobs: Sequence[Job]) -> None:
        units = self.directory / "units"
        units.mkdir()
        wants = "".join(f"Wants=w{job.id}.service\n" for job in jobs)
        (units / "bench.target").write_text(f"[Unit]\n{wants}")
        for job in jobs:
            program = self.directory / "probe"
            if not program.exists():
                shutil.copy(job.argv[0], program)
            text = "[Unit]\nDefaultDependencies=no\nStartLimitIntervalSec=0\n[Service]\n"
            text += f"ExecStart={' '.join(job.argv)}\nRestart=always\nRestartSec=0\nStandardOutput=null\n"
            (units / f"w{job.id}.service").write_text(text)

    def command(self) -> tuple[str, ...]:
        return ("/bin/bash", "-c", _ENTER, str(TREE), str(self.directory.parent), str(self.directory / "units"))

    def wrapper(self) -> tuple[str, ...]:
        self._group.mkdir(exist_ok=True)
        into = 'echo 0 > "$0/cgroup.procs"; exec "$@"'
        namespaces = ("--pid", "--mount", "--cgroup", "--ipc", "--uts", "--net")
        return ("/bin/sh", "-c", into, str(self._group), "unshare", *namespaces, "--fork", "--kill-child")

    def stop_one(self, pid: int) -> None:
        control = ("nsenter", "-t", str(pid), "-a", "systemctl", "stop", "w0.service")
        subprocess.run(control, check=True)

    def clean(self) -> None:
        remove_group(self._group.name)


def _unified() -> str | None:
    for line in Path("/proc/self/mountinfo").read_text().splitlines():
        left, _, right = line.partition(" - ")
        if right.startswith("cgroup2 "):
            return left.split(" ")[4]
    return None
