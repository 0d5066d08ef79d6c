"""Which cgroup hierarchies this host has, and what is left of a node's groups in them."""

import contextlib
import enum
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from libtalos.linux import mountinfo
from libtalos.linux.mountinfo import MountInfo
from libtalos.provision import process
from libtalos.provision.process import Pid

ROOT: Final = "/sys/fs/cgroup"
HYBRID: Final = "/sys/fs/cgroup/unified"
KILL_TIMEOUT: Final = 5.0
"""Seconds that a process may take to die of SIGKILL."""


class Layout(enum.Enum):
    """How the cgroup file systems are mounted."""

    UNIFIED = "v2"
    """cgroup2 at /sys/fs/cgroup."""
    HYBRID = "v1 and v2"
    """v1 controllers, and cgroup2 at /sys/fs/cgroup/unified: where runc (since 1.1) makes a group as well."""
    LEGACY = "v1"
    """v1 controllers only."""


def detect(mounts: Iterable[MountInfo]) -> Layout:
    """Return the layout that mounts (of the host) show."""
    unified = {mount.target for mount in mounts if mount.fstype == "cgroup2"}
    if ROOT in unified:
        return Layout.UNIFIED
    return Layout.HYBRID if HYBRID in unified else Layout.LEGACY


def container_path(layout: Layout, group: str) -> str:
    """Return the OCI cgroupsPath for a node's group.

    With v1 hierarchies a relative path: below the groups of the caller, whose limits then hold for the node as well.
    With v2 an absolute one: a group next to the caller's would lie in the scope of a login session, which systemd
    takes down at logout, and a group that holds processes (as the caller's does) cannot hand controllers down.
    """
    return f"/{group}" if layout is Layout.UNIFIED else group


def find(group: str, mounts: Iterable[MountInfo]) -> list[Path]:
    """Return every directory called group in the cgroup hierarchies among mounts."""
    roots = sorted({mount.target for mount in mounts if mount.fstype in {"cgroup", "cgroup2"}})
    return [found for root in roots for found in _named(Path(root), group)]


def _named(root: Path, name: str) -> Iterator[Path]:
    for directory, subdirectories, _ in os.walk(root):
        if name in subdirectories:
            subdirectories.remove(name)
            yield Path(directory) / name


def remove(group: Path) -> None:
    """Kill every process in group and below, and remove the groups. A group that is gone is no error.

    Raises OSError (EBUSY) if a process does not go away: one in uninterruptible sleep.
    """
    for directory, _, _ in os.walk(group, topdown=False):
        path = Path(directory)
        _kill_members(path)
        with contextlib.suppress(FileNotFoundError):
            path.rmdir()


def _kill_members(group: Path) -> None:
    # Waiting on a pidfd and not for an empty cgroup.procs: a v1 group has no event for that.
    for pid in _members(group):
        with contextlib.suppress(ProcessLookupError), process.opened(pid) as fd:
            process.kill(fd)
            process.wait_for_exit(fd, timeout=KILL_TIMEOUT)


def _members(group: Path) -> list[Pid]:
    try:
        return [Pid(int(pid)) for pid in (group / "cgroup.procs").read_text().split()]
    except FileNotFoundError:
        return []


def mounts_of_host() -> list[MountInfo]:
    """Return the mounts of this process's mount namespace."""
    return mountinfo.read()
