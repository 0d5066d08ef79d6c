"""The steps from a disk to a node's disk, as values: printed before they are done, and done one by one.

They cannot be taken back, since what was on the disk before is gone. What is interrupted is finished by the next plan.
"""

import errno
import os
from pathlib import Path
from typing import Final, Protocol

import msgspec

from libtalos.mounts.xfs import superblock
from services.filesystem.disks.layout import LEGACY_BIOS_BOOTABLE, MIB, VFAT, Area, is_ours
from services.filesystem.disks.probe import probe
from services.filesystem.disks.state import State

_EDGE: Final = MIB  # bytes at the beginning and the end, where file systems, RAIDs and tables have their magic


class Bench(Protocol):
    """The disk that is worked on."""

    @property
    def node(self) -> Path:
        """The disk's device node."""

    @property
    def size(self) -> int:
        """The disk's size in bytes."""

    @property
    def block(self) -> int:
        """The size of its blocks in bytes."""

    def part(self, number: int) -> Path:
        """Return the node of a partition that the kernel knows. Raises OSError."""

    def run(self, *command: str, text: str = "") -> None:
        """Run a program, with text as its input. Raises OSError with what it said."""

    def state(self) -> State:
        """Return the disk as it is now. Raises OSError."""

    def ensure_unused(self) -> None:
        """Raise DiskInUseError if the disk or one of its partitions is mounted or used otherwise."""

    def show(self, extents: dict[int, tuple[int, int]]) -> None:
        """Let the kernel have these partitions (start and size in bytes by number) and no others. Raises OSError."""

    def grow_xfs(self, number: int) -> None:
        """Let the XFS on a partition have all of it, mounted or not. Raises OSError."""


class Operation(Protocol):
    """One step."""

    def describe(self) -> str:
        """Return one line in the imperative."""

    def execute(self, bench: Bench) -> None:
        """Do it. Raises OSError, DiskError."""


class Erase(msgspec.Struct, frozen=True):
    """Nothing is to be found any more. The old table goes last: until then the disk is seen not to be empty."""

    areas: tuple[Area, ...]

    def describe(self) -> str:
        """Tell the step."""
        return "erase the first and the last MiB of the disk and of each partition to be"

    def execute(self, bench: Bench) -> None:
        """Write zeros."""
        bench.ensure_unused()
        bench.show({})
        inner = [edge for area in self.areas for edge in _edges(area.first, area.last + 1, bench.block)]
        fd = os.open(bench.node, os.O_WRONLY | os.O_CLOEXEC)
        try:
            for offset in (*inner, bench.size - _EDGE):
                _zero(fd, offset)
            os.fsync(fd)
            _zero(fd, 0)
            os.fsync(fd)
        finally:
            os.close(fd)


class WriteTable(msgspec.Struct, frozen=True):
    """A table with all partitions; those with a file system are unfinished."""

    areas: tuple[Area, ...]

    def describe(self) -> str:
        """Tell the step."""
        return f"write a GPT with {', '.join(area.slot.label for area in self.areas)}"

    def execute(self, bench: Bench) -> None:
        """Run sfdisk."""
        header = f"label: gpt\nunit: sectors\nfirst-lba: {self.areas[0].first}\n"
        sfdisk(bench, "--wipe", "never", "--wipe-partitions", "never", text=header + "".join(map(_line, self.areas)))


class RestoreTable(msgspec.Struct, frozen=True):
    """Both copies of the table anew: one is damaged, or the disk has another size."""

    area: Area

    def describe(self) -> str:
        """Tell the step."""
        return "write both copies of the GPT anew"

    def execute(self, bench: Bench) -> None:
        """Run sfdisk; it writes both, whatever it changes."""
        table = bench.state().table
        name = table.partitions[0].name if table else self.area.slot.label
        sfdisk(bench, "--part-label", after=(str(self.area.slot.number), name))


class ShowPartitions(msgspec.Struct, frozen=True):
    """The kernel is told of the partitions: it may not know GPT, or know an older table."""

    areas: tuple[Area, ...]

    def describe(self) -> str:
        """Tell the step."""
        return "tell the kernel where the partitions are"

    def execute(self, bench: Bench) -> None:
        """Tell it."""
        block = bench.block
        bench.show({area.slot.number: (area.first * block, area.blocks * block) for area in self.areas})


class MakeFilesystem(msgspec.Struct, frozen=True):
    """A file system on an unfinished partition."""

    area: Area

    def describe(self) -> str:
        """Tell the step."""
        slot = self.area.slot
        return f"make {slot.filesystem} {slot.label} on partition {slot.number}"

    def execute(self, bench: Bench) -> None:
        """Run mkfs, and see to it that the file system is on the disk. Raises OSError if it is not there then."""
        slot, node = self.area.slot, bench.part(self.area.slot.number)
        bench.run(*mkfs(slot.filesystem, slot.label), str(node))
        _sync(node)
        found = probe(node)
        whole = slot.filesystem == VFAT or ((block := superblock(node)) is not None and block.finished)
        if (found.name, found.label) != (slot.filesystem, slot.label) or not whole:
            raise OSError(errno.EIO, f"{node}: {found.name or 'nothing'} is found after {self.describe()}")


class NamePartition(msgspec.Struct, frozen=True):
    """A partition gets its label: from here on it is finished."""

    area: Area

    def describe(self) -> str:
        """Tell the step."""
        return f"label partition {self.area.slot.number} {self.area.slot.label}"

    def execute(self, bench: Bench) -> None:
        """Run sfdisk."""
        sfdisk(bench, "--part-label", after=(str(self.area.slot.number), self.area.slot.label))


class GrowPartition(msgspec.Struct, frozen=True):
    """The last partition takes what the disk has become larger by."""

    area: Area

    def describe(self) -> str:
        """Tell the step."""
        return f"grow partition {self.area.slot.number} ({self.area.slot.label}) to the end of the disk"

    def execute(self, bench: Bench) -> None:
        """Run sfdisk: the second copy of the table goes to the end first."""
        sfdisk(bench, "--relocate", "gpt-bak-std")
        sfdisk(bench, "--partno", str(self.area.slot.number), text=f"size={self.area.blocks}\n")


class GrowFilesystem(msgspec.Struct, frozen=True):
    """The file system of the last partition takes all of it."""

    area: Area

    def describe(self) -> str:
        """Tell the step."""
        slot = self.area.slot
        return f"grow {slot.filesystem} {slot.label} to the size of partition {slot.number}"

    def execute(self, bench: Bench) -> None:
        """Let the kernel grow it."""
        bench.grow_xfs(self.area.slot.number)


class Verify(msgspec.Struct, frozen=True):
    """A look at the disk as it has become."""

    areas: tuple[Area, ...]

    def describe(self) -> str:
        """Tell the step."""
        return "read everything back"

    def execute(self, bench: Bench) -> None:
        """Compare. Raises OSError that says what is not as it was written."""
        state, block = bench.state(), bench.block
        table = state.table
        if table is None or not state.agreed or not state.protected:
            raise OSError(
                errno.EIO, f"{bench.node}: the two copies of its partition table are not both whole and the same"
            )
        labels = [part.name for part in table.partitions]
        if not is_ours(table, self.areas, block=block) or labels != [area.slot.label for area in self.areas]:
            raise OSError(errno.EIO, f"{bench.node}: its partition table is not what was written: {table.partitions}")
        shown = {part.number: (part.first * block, (part.last - part.first + 1) * block) for part in table.partitions}
        if dict(state.shown) != shown:
            raise OSError(
                errno.EIO, f"{bench.node}: the kernel has other partitions than the table: {dict(state.shown)}"
            )


def mkfs(filesystem: str, label: str) -> tuple[str, ...]:
    """Return the command that makes a file system, without the device.

    Upstream's options; --unsupported lets mkfs.xfs make one as small as STATE, below 300 MiB.
    """
    if filesystem == VFAT:
        return ("mkfs.vfat", "-F", "32", "-n", label)
    small = ("--unsupported",) if label == "STATE" else ()
    return ("mkfs.xfs", *small, "-q", "-f", "-n", "ftype=1", "-L", label)


def sfdisk(bench: Bench, *options: str, after: tuple[str, ...] = (), text: str = "") -> None:
    """Run sfdisk on the disk; the kernel is told by BLKPG, which works for one without GPT as well."""
    bench.run("sfdisk", "--quiet", "--no-reread", "--no-tell-kernel", *options, str(bench.node), *after, text=text)


def _line(area: Area) -> str:
    slot = area.slot
    name = slot.unfinished if slot.filesystem else slot.label
    attributes = ', attrs="LegacyBIOSBootable"' if slot.attributes & LEGACY_BIOS_BOOTABLE else ""
    size = f"start={area.first}, size={area.blocks}"
    return f'{size}, type={slot.kind.upper()}, name="{name}"{attributes}\n'


def _edges(first: int, end: int, block: int) -> tuple[int, int]:
    return first * block, end * block - _EDGE


def _zero(fd: int, offset: int) -> None:
    written = 0
    while written < _EDGE:
        written += os.pwrite(fd, bytes(_EDGE - written), offset + written)


def _sync(node: Path) -> None:
    """Return when a device has what was written to it; what is read next comes from there."""
    fd = os.open(node, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(fd)
        os.posix_fadvise(fd, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(fd)
