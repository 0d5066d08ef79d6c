"""Sizes of the mounted file systems."""

import os
from collections.abc import Callable

import msgspec

from libtalos.linux import mountinfo
from libtalos.linux.mountinfo import MountInfo
from libtalos.mounts import View


class MountUsage(msgspec.Struct, frozen=True):
    """A mount with its size, and what an unprivileged user can still use of it, in bytes."""

    source: str
    target: str
    fstype: str
    size: int
    available: int


def mount_usage(look: Callable[[], View], complain: Callable[[str], None]) -> list[MountUsage]:
    """Return every mount that is seen below the root, in the kernel's order. Blocks. Raises OSError.

    One whose size cannot be read has the size 0, and complain is told why.
    """
    view = look()
    targets = dict.fromkeys(mount.target for mount in view.mounts)
    tops = [mountinfo.at(view.mounts, target) for target in targets]
    named = [(top, view.node_path(top.target)) for top in tops if top is not None]
    return [_usage(mount, name, complain) for mount, name in named if name is not None]


def _usage(mount: MountInfo, name: str, complain: Callable[[str], None]) -> MountUsage:
    try:
        status = os.statvfs(mount.target)
    except OSError as error:
        complain(f"statvfs({name}): {error.strerror or error}")
        return MountUsage(mount.source, name, mount.fstype, 0, 0)
    block = status.f_frsize
    return MountUsage(mount.source, name, mount.fstype, status.f_blocks * block, status.f_bavail * block)
