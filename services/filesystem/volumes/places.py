"""Where volumes are: what is there, and the operations that make it, prepare it, and mount it.

Every operation is planned on what is there now, so that a start after a death at any point does only what is missing.
"""

import errno
import os
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Protocol

import msgspec

from libtalos.mounts import Facts, Operation, View, filesystems, missing, rows
from libtalos.mounts.dead import dead
from libtalos.mounts.operations.mounting import Unmount
from libtalos.mounts.planner import attachment, image
from services.filesystem.volumes.asked import Asked
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


class Plain(msgspec.Struct, frozen=True):
    """A place of which there is nothing to find, to make or to mount, as far as a kind of place does not say more."""

    @property
    def target(self) -> str:
        """Where it is mounted: nowhere."""
        return ""

    def locate(self, view: View) -> Location | None:  # noqa: ARG002 - part of the shape
        """Return that it is where it will be."""
        return Location("")

    def provision(self, view: View) -> Steps | None:  # noqa: ARG002
        """Return nothing."""
        return []

    def prepare(self, view: View) -> Steps:  # noqa: ARG002
        """Return nothing."""
        return []

    def mount(self, view: View) -> Steps:  # noqa: ARG002
        """Return nothing."""
        return []

    def unmount(self, view: View) -> Steps:
        """Return what unmounts what is mounted at the target."""
        return [Unmount(view.path(self.target))] if self.target and view.mounted(self.target) else []

    def source(self, view: View) -> str:
        """Return what is mounted at the target, by the kernel's name for it."""
        mounted = view.mounted(self.target) if self.target else None
        return (view.node_path(mounted.source) or mounted.source) if mounted else ""


class ImagePlace(Plain, frozen=True):
    """A file system in a file, mounted through a loop device. Its size is the row's, unless a document asks for it."""

    row: rows.VolumeRow
    facts: Facts
    asked: Asked | None = None

    @property
    def target(self) -> str:
        """Where it is mounted."""
        return self.row.target

    def locate(self, view: View) -> Location | None:
        """Return the file."""
        status = view.status(self.row.image, follow=True)
        if status is None:
            return None
        whole = filesystems.whole(view.path(self.row.image), self.row.type)
        return Location(self.row.image, status.st_size, self.row.type if whole else "")

    def provision(self, view: View) -> Steps:
        """Return what makes the file, whole or not at all. Raises OSError if there is no space for it."""
        facts = self.facts
        if self.asked is not None:
            status = os.statvfs(view.path(str(PurePosixPath(self.row.image).parent)))
            size = self.asked.least(status.f_bavail * status.f_frsize)
            facts = Facts(sizes={self.row.label: size}, dev=facts.dev)
        return image(self.row, view, facts)

    def prepare(self, view: View) -> Steps:
        """Return what makes the file system, if the file has none or one that was not finished."""
        return image(self.row, view, self.facts)

    def mount(self, view: View) -> Steps:
        """Return what mounts it; the loop device goes with the mount.

        A user volume whose file system is dead is mounted anew. Raises OSError for another one: the node works in it.
        """
        seen, path = view.mounted(self.target), view.path(self.target)
        if seen is None or not dead(seen, path):
            return missing(self.row, view, self.facts)
        if self.asked is None:
            raise OSError(errno.EIO, f"its file system has failed ({seen.source}): restart the node")
        return [Unmount(path, lazily=True), *attachment(self.row, view, self.facts)]


class TreePlace(Plain, frozen=True):
    """A directory, a symbolic link or an overlay of the node's tree: there is nothing to find before it is made."""

    row: rows.DirectoryRow | rows.LinkRow | rows.OverlayRow
    facts: Facts

    @property
    def target(self) -> str:
        """Where it is."""
        return self.row.target

    def mount(self, view: View) -> Steps:
        """Return what makes it, and what puts mode and owner right."""
        return missing(self.row, view, self.facts)

    def unmount(self, view: View) -> Steps:
        """Return what takes an overlay away; a directory and a link stay."""
        return super().unmount(view) if isinstance(self.row, rows.OverlayRow) else []

    def source(self, view: View) -> str:
        """Return what is mounted."""
        return super().source(view) if isinstance(self.row, rows.OverlayRow) else ""


class FoundPlace(Plain, frozen=True):
    """What others make and use, and nobody mounts: META. find returns where it is, or None."""

    find: Callable[[View], Location | None]

    def locate(self, view: View) -> Location | None:
        """Return what find finds."""
        return self.find(view)

    def provision(self, view: View) -> None:  # noqa: ARG002 - part of the shape
        """Return that it cannot be made here."""
        return


class NoPlace(Plain, frozen=True):
    """What this node cannot have; reason says why."""

    reason: str

    def locate(self, view: View) -> None:  # noqa: ARG002 - part of the shape
        """Return that it is not there."""
        return

    def provision(self, view: View) -> None:  # noqa: ARG002
        """Raise OSError with the reason."""
        raise OSError(errno.EOPNOTSUPP, self.reason)


class Remains(Plain, frozen=True):
    """What is left of a volume that nobody wants any more: perhaps it is still mounted."""

    where: str

    @property
    def target(self) -> str:
        """Where it was mounted."""
        return self.where
