"""Sizes of the mounted file systems."""

import os
from collections.abc import Callable
from dataclasses import dataclass

from libtalos.linux import mountinfo
from libtalos.linux.mountinfo import MountInfo
from libtalos.mounts import View


@dataclass(frozen=True, slots=True)
class MountUsage:
    """A mount with its size, and what an unprivileged user can still use of it, in bytes; error: why they are 0."""

    source: str
    target: str
    fstype: str
    size: int
    available: int
    error: str = ""


def mount_usage(look: Callable[[], View]) -> list[MountUsage]:
    """Return every mount that is seen below the root, in the kernel's order. Blocks. Raises OSError."""
    view = look()
    targets = dict.fromkeys(mount.target for mount in view.mounts)
    tops = [mountinfo.at(view.mounts, target) for target in targets]
    named = [(top, view.node_path(top.target)) for top in tops if top is not None]
    return [_usage(mount, name) for mount, name in named if name is not None]


def _usage(mount: MountInfo, name: str) -> MountUsage:
    try:
        status = os.statvfs(mount.target)
    except OSError as error:
        return MountUsage(mount.source, name, mount.fstype, 0, 0, error.strerror or str(error))
    block = status.f_frsize
    return MountUsage(mount.source, name, mount.fstype, status.f_blocks * block, status.f_bavail * block)
