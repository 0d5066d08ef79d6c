"""The steps to a partition of a user volume, as values. None touches what another partition has.

They look again under the disk's lock before they write. What was begun is not taken back: the next plan finishes it.
"""

import errno
import os
from typing import Final

import msgspec

from libtalos.linux import blkpg
from libtalos.mounts import filesystems
from libtalos.mounts.operations.images import FormatImage
from services.filesystem import gpt
from services.filesystem.disks.layout import ALIGNMENT
from services.filesystem.disks.operations import sfdisk
from services.filesystem.disks.resources import pretty
from services.filesystem.volumes.making.space import Gap, is_free
from services.filesystem.volumes.making.workdisk import WorkDisk

# Linux filesystem data, as upstream has it for every volume of its own
LINUX: Final = "0FC63DAF-8483-4772-8E79-3D69D8477DE4"


class Kept(msgspec.Struct, frozen=True):
    """A step that is not taken back."""

    disk: WorkDisk

    def undo(self) -> None:
        """Leave it: the next plan goes on from here."""


class MakeTable(Kept, frozen=True):
    """A partition table without partitions, on a disk that has nothing."""

    def describe(self) -> str:
        """Return one line."""
        return f"write an empty GPT to {self.disk.device.dev_path}"

    def execute(self) -> None:
        """Run sfdisk. Raises OSError if the disk has something by now, or is in use."""
        with self.disk.bench() as (bench, _):
            _ensure_blank(self.disk)
            bench.ensure_unused()
            sfdisk(bench, "--wipe", "never", text="label: gpt\n")


class ErasePlace(Kept, frozen=True):
    """Nothing is to be found in the place of a partition to be, of what has been there once."""

    place: Gap

    def describe(self) -> str:
        """Return one line."""
        where = f"bytes {self.place.first * self.disk.block} to {(self.place.last + 1) * self.disk.block - 1}"
        return f"erase the first and the last MiB of what is free on {self.disk.device.dev_path}, {where}"

    def execute(self) -> None:
        """Write zeros. Raises OSError if the place is not free any more."""
        with self.disk.bench():
            _ensure_free(self.disk, self.place)
            fd = os.open(self.disk.node, os.O_WRONLY | os.O_CLOEXEC)
            try:
                for offset in (self.place.first * self.disk.block, (self.place.last + 1) * self.disk.block - ALIGNMENT):
                    _zero(fd, offset)
                os.fsync(fd)
            finally:
                os.close(fd)


class AddPartition(Kept, frozen=True):
    """One more partition in the table, under its label."""

    place: Gap
    label: str

    def describe(self) -> str:
        """Return one line."""
        size = pretty(self.place.blocks * self.disk.block)
        return f"add a partition labelled {self.label} to {self.disk.device.dev_path}: {size}"

    def execute(self) -> None:
        """Run sfdisk. Raises OSError if the place is not free any more, or somebody has taken the label."""
        with self.disk.bench() as (bench, _):
            _ensure_free(self.disk, self.place)
            line = f'start={self.place.first}, size={self.place.blocks}, type={LINUX}, name="{self.label}"\n'
            sfdisk(bench, "--append", "--wipe", "never", "--wipe-partitions", "never", text=line)


class ShowPartition(Kept, frozen=True):
    """The kernel is told of one partition; of others it knows what it knows."""

    label: str

    def describe(self) -> str:
        """Return one line."""
        return f"tell the kernel where the partition labelled {self.label} on {self.disk.device.dev_path} is"

    def execute(self) -> None:
        """Tell it. Raises OSError if the table has no such partition, or the kernel another one of its number."""
        with self.disk.bench() as (_, lock):
            part = _entry(self.disk, self.label)
            start, size = part.first * self.disk.block, (part.last - part.first + 1) * self.disk.block
            known = self.disk.parts().get(part.number)
            if known is None:
                blkpg.add(lock, part.number, start, size)
            elif (known.start, known.size) != (start, size):
                raise OSError(errno.EBUSY, f"the kernel has another partition {part.number}: restart the node")
            self.disk.look.node(self.disk.parts()[part.number])
        self.disk.changed()


class GrowPartition(Kept, frozen=True):
    """A partition takes what is free behind it."""

    label: str
    last: int

    def describe(self) -> str:
        """Return one line."""
        return f"grow the partition labelled {self.label} on {self.disk.device.dev_path} to block {self.last}"

    def execute(self) -> None:
        """Run sfdisk, and tell the kernel. Raises OSError if the place is not free any more."""
        with self.disk.bench() as (bench, lock):
            part = _entry(self.disk, self.label)
            _ensure_free(self.disk, Gap(part.last + 1, self.last))
            blocks = self.last - part.first + 1
            sfdisk(bench, "--partno", str(part.number), text=f"size={blocks}\n")
            blkpg.resize(lock, part.number, part.first * self.disk.block, blocks * self.disk.block)
        self.disk.changed()


class GrowFilesystem(Kept, frozen=True):
    """The file system of a partition takes all of it."""

    label: str
    fstype: str

    def describe(self) -> str:
        """Return one line."""
        return f"grow {filesystems.named(self.fstype)} {self.label} to the size of its partition"

    def execute(self) -> None:
        """Let the kernel grow XFS, and e2fsprogs an ext4, which must not be mounted. Raises OSError."""
        with self.disk.bench() as (bench, _):
            number = _entry(self.disk, self.label).number
            if self.fstype == filesystems.XFS:
                bench.grow_xfs(number)
                return
            # resize2fs wants a check before it, and the ioctl of one that is mounted a privilege of its own
            node = str(bench.part(number))
            bench.run("e2fsck", "-f", "-p", node)
            bench.run("resize2fs", node)


class FormatDisk(Kept, frozen=True):
    """A file system on a whole disk that has nothing."""

    label: str
    fstype: str

    def describe(self) -> str:
        """Return one line."""
        return f"make {filesystems.named(self.fstype)} on {self.disk.device.dev_path}, label {self.label}"

    def execute(self) -> None:
        """Run mkfs. Raises OSError if the disk has something by now, or is in use."""
        with self.disk.bench() as (bench, _):
            _ensure_blank(self.disk)
            bench.ensure_unused()
            FormatImage(self.disk.node, self.label, fstype=self.fstype).execute()
        self.disk.changed()


def _ensure_blank(disk: WorkDisk) -> None:
    found = disk.contents() or ("a GPT" if disk.table() else "")
    if found:
        raise OSError(errno.EEXIST, f"{disk.device.dev_path} has {found} by now")


def _ensure_free(disk: WorkDisk, place: Gap) -> None:
    table = disk.table()
    if table is None or not is_free(table, place):
        raise OSError(errno.EEXIST, f"{disk.device.dev_path} has another partition table by now")


def _entry(disk: WorkDisk, label: str) -> gpt.Partition:
    table = disk.table()
    found = [part for part in table.partitions if part.name == label] if table else []
    if len(found) != 1:
        raise OSError(errno.ENOENT, f"{disk.device.dev_path} has {len(found) or 'no'} partitions labelled {label}")
    return found[0]


def _zero(fd: int, offset: int) -> None:
    written = 0
    while written < ALIGNMENT:
        written += os.pwrite(fd, bytes(ALIGNMENT - written), offset + written)
