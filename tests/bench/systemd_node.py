"""systemd as PID 1 of namespaces of its own, from its start to multi-user.target and back."""

import os
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from libtalos.linux.cgroup import Cgroups
from tests.bench.child import child
from tests.bench.supervise_peers import remove_group

SYSTEMD = "systemd"
READY_WITHIN = 60.0
STOP_WITHIN = 30.0
# systemd's own stamps, in microseconds of the monotonic clock (org.freedesktop.systemd1(5))
_MANAGER = {
    "PID 1 begins": "UserspaceTimestampMonotonic",
    "generators run": "GeneratorsFinishTimestampMonotonic",
    "units loaded": "UnitsLoadFinishTimestampMonotonic",
}
_TARGETS = ("sysinit.target", "basic.target", "multi-user.target")
_INTO_GROUP = 'echo 0 > "$0/cgroup.procs"; exec "$@"'
_NAMESPACES = ("--pid", "--mount", "--cgroup", "--ipc", "--uts", "--net")
# what a container engine prepares, and nothing more: root, /proc, /sys, /dev, /run, cgroups
_ENTER = """
tree=$0 work=$1
mount --bind "$tree" "$tree"; cd "$tree"
mount -t proc proc proc; mount --bind proc/sys proc/sys; mount -o remount,ro,bind proc/sys proc/sys
mount -t sysfs -o ro sysfs sys; mount -t tmpfs -o mode=755 tmpfs dev; mkdir dev/pts dev/shm
for name in null zero full random urandom tty; do touch dev/$name; mount --bind /dev/$name dev/$name; done
mount -t devpts -o newinstance,ptmxmode=666 devpts dev/pts; ln -s pts/ptmx dev/ptmx
mount -t tmpfs -o mode=755 tmpfs run; mkdir run/bench; mount --bind "$work" run/bench
mount -t cgroup2 cgroup2 sys/fs/cgroup; mkdir -p mnt; pivot_root . mnt; cd /; umount -l /mnt
export container=bench NOTIFY_SOCKET=/run/bench/notify
exec /lib/systemd/systemd --unit=multi-user.target --show-status=0 --log-target=null
"""


class SystemdNode:
    """systemd that has finished its start."""

    def __init__(self, process: subprocess.Popen[bytes], began: float) -> None:
        self._process = process
        self._began = began

    @property
    def pid(self) -> int:
        """Its PID 1 as seen from here: the child of unshare."""
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children")
        return int(children.read_text().split()[0])

    def phases(self) -> dict[str, float]:
        """Seconds from the exec to each phase."""
        manager = {name: self._stamp(prop) for name, prop in _MANAGER.items()}
        return manager | {target: self._stamp("ActiveEnterTimestampMonotonic", target) for target in _TARGETS}

    def seconds_to_target(self) -> float:
        """Seconds from the exec to multi-user.target."""
        return self._stamp("ActiveEnterTimestampMonotonic", "multi-user.target")

    def stop(self) -> float:
        """Power off; seconds until all is gone."""
        began = time.monotonic()
        # what systemd takes as "power off" (systemd(1), SIGRTMIN+4)
        os.kill(self.pid, signal.SIGRTMIN + 4)
        self._process.wait(STOP_WITHIN)
        return time.monotonic() - began

    def _stamp(self, name: str, *unit: str) -> float:
        command = ("nsenter", "-t", str(self.pid), "-a", "systemctl", "show", "--value", "-p", name, *unit)
        shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return int(shown) / 1e6 - self._began


@contextmanager
def booted_systemd(tree: Path) -> Iterator[SystemdNode]:
    """Boot it, wait until it says that it is up, and end all of it whatever happens."""
    name = f"libtalos-bench-systemd-{os.getpid()}"
    with tempfile.TemporaryDirectory(prefix="libtalos-bench-") as made, _listening(f"{made}/notify") as notify:
        group = Cgroups.find().group(name)
        group.create()
        try:
            began = time.monotonic()
            with child(_command(group.path, tree, Path(made)), stderr=subprocess.DEVNULL) as process:
                _await_ready(notify, process)
                yield SystemdNode(process, began)
        finally:
            remove_group(name)


@contextmanager
def _listening(path: str) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notify:
        notify.bind(path)
        notify.settimeout(READY_WITHIN)
        yield notify


def _await_ready(notify: socket.socket, process: subprocess.Popen[bytes]) -> None:
    """Wait for the line that systemd sends once every job of its start is done (sd_notify(3))."""
    while b"READY=1" not in notify.recv(4096).splitlines():
        if process.poll() is not None:
            raise ChildProcessError(f"systemd ended with {process.returncode}")


def _command(group: Path, tree: Path, work: Path) -> tuple[str, ...]:
    enter = ("/bin/bash", "-ec", _ENTER, str(tree), str(work))
    return ("/bin/sh", "-c", _INTO_GROUP, str(group), "unshare", *_NAMESPACES, "--fork", "--kill-child", *enter)
