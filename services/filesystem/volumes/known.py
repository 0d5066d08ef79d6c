"""What is known of the disks of a machine, and what makes volumes on them."""

import errno
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from services.filesystem.disks.look import Look, Seen, Volume
from services.filesystem.volumes.asked import Asked
from services.filesystem.volumes.partitions import Part
from services.filesystem.volumes.places import Steps
from services.filesystem.volumes.seen import Location

if TYPE_CHECKING:
    from services.filesystem.volumes.making.maker import Maker


class KnownDisks:
    """What is known of the disks: the last look of who follows them, or before that a look of its own.

    To look at all of them with each turn would hold partitions open that somebody wants to take away.
    """

    def __init__(self, look: Look) -> None:
        """Take the eyes."""
        self.known: Seen | None = None
        self._look = look

    def changed(self) -> None:
        """Look at the disks: one was changed by this process, of which the news comes later. Blocks. Raises OSError."""
        self.known = self._look()

    def find(self, label: str) -> Part | None:
        """Return the partition of that label, with what was seen on it. Blocks.

        Raises OSError if it cannot be looked at, or if several have the label.
        """
        return self._only(label, lambda volume: volume.entry is not None and volume.entry.name == label)

    def find_disk(self, label: str, *, longest: int) -> Part | None:
        """Return the disk that has a file system of that label as a whole, cut to so many bytes. Raises OSError."""
        cut = label[:longest]
        return self._only(cut, lambda volume: not volume.device.number and volume.found.label == cut)

    def _only(self, label: str, chosen: Callable[[Volume], bool]) -> Part | None:
        seen = self._look() if self.known is None else self.known
        found = [volume for volume in seen.volumes if chosen(volume)]
        if len(found) > 1:
            names = ", ".join(volume.device.dev_path for volume in found)
            raise OSError(errno.EEXIST, f"several partitions are labelled {label}: {names}; keep one")
        return self._part(found[0]) if found else None

    def _part(self, volume: Volume) -> Part | None:
        device, entry, node = volume.device, volume.entry, self._look.node(volume.device)
        if node is None:
            return None
        where = Location(
            path=device.dev_path,
            size=device.size,
            filesystem=volume.found.name,
            uuid=volume.found.uuid,
            parent=f"/dev/{device.parent}" if device.parent else "",
            partition_uuid=entry.uuid if entry else "",
            partition_index=device.number,
        )
        return Part(node, where)


class OnPartitions:
    """Makes partitions. What does the work is imported with the first that is missing: in most starts there is none."""

    def __init__(self, *, look: Look, sys: Path, changed: Callable[[], None]) -> None:
        """Take the eyes, where the kernel shows its disks, and who hears of a disk that was changed."""
        self._maker = partial(_maker, look=look, sys=sys, changed=changed)

    def make(self, asked: Asked) -> Steps:
        """Return what makes a partition."""
        return self._maker().partition(asked)

    def grow(self, asked: Asked, part: Part) -> Steps:
        """Return what lets it grow."""
        return self._maker().growth(asked, part.location.parent, part.node)


class OnDisks(OnPartitions):
    """Makes file systems on whole disks, which have no more to grow into."""

    def make(self, asked: Asked) -> Steps:
        """Return what makes a file system on a disk."""
        return self._maker().disk(asked)

    def grow(self, asked: Asked, part: Part) -> Steps:  # noqa: ARG002 - part of the shape
        """Return nothing."""
        return []


def _maker(*, look: Look, sys: Path, changed: Callable[[], None]) -> "Maker":
    from services.filesystem.volumes.making.maker import Maker  # noqa: PLC0415 - see above

    return Maker(look=look, sys=sys, changed=changed)
