"""Where volumes are: what is there, and the operations that make it, prepare it, and mount it.

Every operation is planned on what is there now, so that a start after a death at any point does only what is missing.
"""

import errno
import os
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import NamedTuple, Protocol

from libtalos.mounts import Facts, Operation, View, missing, rows, xfs
from libtalos.mounts.operations.mounting import Unmount
from libtalos.mounts.planner import image
from services.filesystem.disks.resources import pretty
from services.filesystem.volumes.seen import Location

Steps = list[Operation]


class Place(Protocol):
    """Where a volume is. Its methods look and change nothing; each raises OSError if it cannot look.

    target is the absolute path on the node at which it can be used, empty if it is never mounted.
    """

    @property
    def target(self) -> str:
        """Where it is mounted."""

    def locate(self, view: View) -> Location | None:
        """Return where it is, None if it is not there."""

    def provision(self, view: View) -> Steps | None:
        """Return what makes it, None if nobody here can."""

    def prepare(self, view: View) -> Steps:
        """Return what makes it fit for a mount, once it is there."""

    def mount(self, view: View) -> Steps:
        """Return what mounts it; nothing if it is."""

    def unmount(self, view: View) -> Steps:
        """Return what unmounts it; nothing if it is not mounted."""

    def source(self, view: View) -> str:
        """Return what the kernel has mounted at the target; empty if that is nothing."""


class Limits(NamedTuple):
    """How large a volume may be made, in bytes; a maximum of 0 is none, and then the minimum is what is made."""

    minimum: int
    maximum: int

    def size(self, free: int) -> int:
        """Return the size to make where so many bytes are free. Raises OSError if the minimum does not fit."""
        if free < self.minimum:
            message = f"{pretty(free)} are free, and {pretty(self.minimum)} are the least that is asked for"
            raise OSError(errno.ENOSPC, message)
        return max(min(self.maximum, free), self.minimum)


class ImagePlace(NamedTuple):
    """XFS in a file, mounted through a loop device. Without limits its size is the row's."""

    row: rows.VolumeRow
    facts: Facts
    limits: Limits | None = None

    @property
    def target(self) -> str:
        """Where it is mounted."""
        return self.row.target

    def locate(self, view: View) -> Location | None:
        """Return the file."""
        status = view.status(self.row.image, follow=True)
        if status is None:
            return None
        found = xfs.superblock(view.path(self.row.image))
        finished = found is not None and found.finished
        return Location(self.row.image, status.st_size, "xfs" if finished else "")

    def provision(self, view: View) -> Steps:
        """Return what makes the file, whole or not at all. Raises OSError if there is no space for it."""
        facts = self.facts
        if self.limits is not None:
            status = os.statvfs(view.path(str(PurePosixPath(self.row.image).parent)))
            size = self.limits.size(status.f_bavail * status.f_frsize)
            facts = Facts(sizes={self.row.label: size}, dev=facts.dev)
        return image(self.row, view, facts)

    def prepare(self, view: View) -> Steps:
        """Return what makes the file system, if the file has none or one that was not finished."""
        return image(self.row, view, self.facts)

    def mount(self, view: View) -> Steps:
        """Return what mounts it."""
        return missing(self.row, view, self.facts)

    def unmount(self, view: View) -> Steps:
        """Return what unmounts it; the loop device goes with that."""
        return unmounting(self.row.target, view)

    def source(self, view: View) -> str:
        """Return the loop device."""
        return source(self.row.target, view)


class TreePlace(NamedTuple):
    """A directory, a symbolic link or an overlay of the node's tree: there is nothing to find before it is made."""

    row: rows.DirectoryRow | rows.LinkRow | rows.OverlayRow
    facts: Facts

    @property
    def target(self) -> str:
        """Where it is."""
        return self.row.target

    def locate(self, view: View) -> Location:  # noqa: ARG002 - part of the shape
        """Return that it is where it will be."""
        return Location("")

    def provision(self, view: View) -> Steps:  # noqa: ARG002
        """Return nothing."""
        return []

    def prepare(self, view: View) -> Steps:  # noqa: ARG002
        """Return nothing."""
        return []

    def mount(self, view: View) -> Steps:
        """Return what makes it, and what puts mode and owner right."""
        return missing(self.row, view, self.facts)

    def unmount(self, view: View) -> Steps:
        """Return what takes an overlay away; a directory and a link stay."""
        return unmounting(self.row.target, view) if isinstance(self.row, rows.OverlayRow) else []

    def source(self, view: View) -> str:
        """Return what is mounted."""
        return "overlay" if isinstance(self.row, rows.OverlayRow) and view.mounted(self.row.target) else ""


class FoundPlace(NamedTuple):
    """What others make and use, and nobody mounts: META. find returns where it is, or None."""

    find: Callable[[View], Location | None]
    target: str = ""

    def locate(self, view: View) -> Location | None:
        """Return what find finds."""
        return self.find(view)

    def provision(self, view: View) -> None:  # noqa: ARG002 - part of the shape
        """Return that it cannot be made here."""
        return

    def prepare(self, view: View) -> Steps:  # noqa: ARG002
        """Return nothing."""
        return []

    def mount(self, view: View) -> Steps:  # noqa: ARG002
        """Return nothing."""
        return []

    def unmount(self, view: View) -> Steps:  # noqa: ARG002
        """Return nothing."""
        return []

    def source(self, view: View) -> str:  # noqa: ARG002
        """Return nothing."""
        return ""


class Remains(NamedTuple):
    """What is left of a volume that nobody wants any more: perhaps it is still mounted."""

    target: str

    def locate(self, view: View) -> Location:  # noqa: ARG002 - part of the shape
        """Return that there is nothing to find."""
        return Location("")

    def provision(self, view: View) -> Steps:  # noqa: ARG002
        """Return nothing."""
        return []

    def prepare(self, view: View) -> Steps:  # noqa: ARG002
        """Return nothing."""
        return []

    def mount(self, view: View) -> Steps:  # noqa: ARG002
        """Return nothing: it is as it is."""
        return []

    def unmount(self, view: View) -> Steps:
        """Return what unmounts it."""
        return unmounting(self.target, view)

    def source(self, view: View) -> str:
        """Return what is mounted."""
        return source(self.target, view)


def unmounting(target: str, view: View) -> Steps:
    """Return what unmounts what is mounted at target."""
    return [Unmount(view.path(target))] if view.mounted(target) else []


def source(target: str, view: View) -> str:
    """Return what is mounted at target, by the kernel's name for it."""
    mounted = view.mounted(target)
    return (view.node_path(mounted.source) or mounted.source) if mounted else ""
