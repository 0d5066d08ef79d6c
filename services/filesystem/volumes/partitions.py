"""Volumes on the disks of a machine: on partitions named by their label, or on a whole disk."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol

import msgspec

from libtalos.linux.mountinfo import MountInfo
from libtalos.mounts import View, filesystems
from libtalos.mounts.dead import dead
from libtalos.mounts.flags import flags_and_data
from libtalos.mounts.operations.images import FormatImage
from libtalos.mounts.operations.mounting import Mount, Unmount
from libtalos.mounts.planner import drift, mount_point
from libtalos.mounts.rows import LABEL_MAX
from services.filesystem.disks.probe import probe
from services.filesystem.volumes.asked import Asked
from services.filesystem.volumes.places import Place, Plain, Steps
from services.filesystem.volumes.seen import Location

# what a look at a device calls the file systems that a volume may have
FOUND = {"xfs": filesystems.XFS, "extfs": filesystems.EXT4}


class Part(NamedTuple):
    """A partition or disk that was found: its node for this process, and what its location says."""

    node: Path
    location: Location


Find = Callable[[str], Part | None]


class Makes(Protocol):
    """Plans what makes volumes on the disks of a machine; raises OSError, ValueError with the reason if it cannot."""

    def make(self, asked: Asked) -> Steps:
        """Return what makes one that is not there."""

    def grow(self, asked: Asked, part: Part) -> Steps:
        """Return what lets one have the space that has become free behind it."""


class PartitionPlace(Plain, frozen=True):
    """A file system on the partition, or disk, of that label. find raises OSError if several have it.

    Without makes it is not made here.
    """

    asked: Asked
    mount_path: str
    options: tuple[str, ...]
    find: Find
    makes: Makes | None = None

    @property
    def target(self) -> str:
        """Where it is mounted."""
        return self.mount_path

    def locate(self, view: View) -> Location | None:  # noqa: ARG002 - part of the shape
        """Return the partition. One that nothing was seen on is looked at once more: mkfs makes no news."""
        found = self.find(self.asked.label)
        if found is None or found.location.filesystem:
            return found.location if found else None
        now = probe(found.node)
        return found.location._replace(filesystem=now.name, uuid=now.uuid)

    def provision(self, view: View) -> Steps | None:
        """Return what makes it. Raises OSError, ValueError if no disk can be taken, or if it has gone while mounted."""
        if view.mounted(self.target):
            message = f"{self.target} is mounted, and no disk has {self.asked.label} any more: bring the disk back"
            raise OSError(errno.ENODEV, message)
        return self.makes.make(self.asked) if self.makes else None

    def prepare(self, view: View) -> Steps:
        """Return what makes the file system, if there is none, or one that was not finished, and what lets it grow.

        One that is mounted does not grow. Raises OSError if there is another one.
        """
        part, wanted = self._part(), self.asked.filesystem
        whole = filesystems.whole(part.node, wanted)
        if whole:
            grows = self.makes is not None and self.asked.grow and not view.mounted(self.target)
            return self.makes.grow(self.asked, part) if self.makes and grows else []
        seen = probe(part.node).name
        if seen and FOUND.get(seen) != wanted:
            message = f"{part.location.path} has {seen}, and {wanted} is asked for: wipe it, or ask for what it has"
            raise OSError(errno.EEXIST, message)
        label = self.asked.label[: LABEL_MAX[wanted]]
        return [FormatImage(part.node, label, unfinished=whole is False, fstype=wanted)]

    def mount(self, view: View) -> Steps:
        """Return what mounts it, makes it writable again, or puts it in the place of what was mounted of a lost device.

        Raises OSError if the device has gone.
        """
        seen, path, node = view.mounted(self.target), view.path(self.target), self._part().node
        gone = seen is not None and (not _is_of(seen, node) or dead(seen, path))
        if seen is not None and not gone:
            return drift(self.options, seen, path)
        flags, data = flags_and_data(self.options)
        mount = Mount(str(node), path, self.asked.filesystem, flags, data)
        return [Unmount(path, lazily=True), mount] if gone else [*mount_point(self.target, view), mount]

    def _part(self) -> Part:
        found = self.find(self.asked.label)
        if found is None:
            raise FileNotFoundError(errno.ENOENT, f"no disk has a partition labelled {self.asked.label}")
        return found


def _is_of(mount: MountInfo, node: Path) -> bool:
    device = node.stat().st_rdev
    return (os.major(device), os.minor(device)) == (mount.major, mount.minor)


class EitherPlace(msgspec.Struct, frozen=True):
    """A partition where a disk has it, else what a node without one has."""

    partition: PartitionPlace
    other: Place

    @property
    def target(self) -> str:
        """Where it is mounted: the same for both."""
        return self.other.target

    def locate(self, view: View) -> Location | None:
        """Return the one that is there."""
        return self.partition.locate(view) or self.other.locate(view)

    def provision(self, view: View) -> Steps | None:
        """Return what makes the other: a partition that is missing is not made here."""
        return self.other.provision(view)

    def prepare(self, view: View) -> Steps:
        """Return what prepares the one that is there."""
        return self._chosen(view).prepare(view)

    def mount(self, view: View) -> Steps:
        """Return what mounts the one that is there; nothing if either is mounted."""
        return [] if self.source(view) else self._chosen(view).mount(view)

    def unmount(self, view: View) -> Steps:
        """Return what unmounts it."""
        return self.other.unmount(view)

    def source(self, view: View) -> str:
        """Return what is mounted."""
        return self.other.source(view)

    def _chosen(self, view: View) -> Place:
        return self.other if self.partition.locate(view) is None else self.partition
