"""Volumes on partitions of a machine's disks, named by their label."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from libtalos.mounts import View, xfs
from libtalos.mounts.flags import flags_and_data
from libtalos.mounts.operations.images import FormatImage
from libtalos.mounts.operations.mounting import Mount
from libtalos.mounts.planner import mount_point
from services.filesystem.disks.probe import probe
from services.filesystem.volumes.places import Place, Steps, source, unmounting
from services.filesystem.volumes.seen import Location


class Part(NamedTuple):
    """A partition that was found: its node for this process, and what its location says."""

    node: Path
    location: Location


Find = Callable[[str], Part | None]


class PartitionPlace(NamedTuple):
    """XFS on the partition of that label. find raises OSError if several have it."""

    label: str
    target: str
    options: tuple[str, ...]
    find: Find

    def locate(self, view: View) -> Location | None:  # noqa: ARG002 - part of the shape
        """Return the partition. One that nothing was seen on is looked at once more: mkfs makes no news."""
        found = self.find(self.label)
        if found is None or found.location.filesystem:
            return found.location if found else None
        now = probe(found.node)
        return found.location._replace(filesystem=now.name, uuid=now.uuid)

    def provision(self, view: View) -> None:  # noqa: ARG002
        """Return that it is not made here: the volume is missing until a disk has the partition."""
        return

    def prepare(self, view: View) -> Steps:  # noqa: ARG002
        """Return what makes the file system, if there is none, or one that was not finished."""
        part = self._part()
        head = xfs.superblock(part.node)
        if head is not None and head.finished:
            return []
        return [FormatImage(part.node, self.label[: xfs.LABEL_MAX], unfinished=head is not None)]

    def mount(self, view: View) -> Steps:
        """Return what mounts it."""
        if view.mounted(self.target):
            return []
        flags, data = flags_and_data(self.options)
        operation = Mount(str(self._part().node), view.path(self.target), "xfs", flags, data)
        return [*mount_point(self.target, view), operation]

    def unmount(self, view: View) -> Steps:
        """Return what unmounts it."""
        return unmounting(self.target, view)

    def source(self, view: View) -> str:
        """Return the device."""
        return source(self.target, view)

    def _part(self) -> Part:
        found = self.find(self.label)
        if found is None:
            raise FileNotFoundError(f"no disk has a partition labelled {self.label}")
        return found


class EitherPlace(NamedTuple):
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
        return unmounting(self.target, view)

    def source(self, view: View) -> str:
        """Return what is mounted."""
        return source(self.target, view)

    def _chosen(self, view: View) -> Place:
        return self.other if self.partition.locate(view) is None else self.partition
