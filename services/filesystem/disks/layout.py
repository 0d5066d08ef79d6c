"""The partitions of a node's disk (upstream: pkg/machinery/imager/quirks, GRUB's layout since 1.11)."""

from typing import Final

import msgspec

from services.filesystem import gpt
from services.filesystem.disks.errors import DiskError

MIB: Final = 1 << 20
GIB: Final = 1 << 30
VFAT: Final = "vfat"
XFS: Final = "xfs"

_EFI: Final = "c12a7328-f81f-11d2-ba4b-00a0c93ec93b"
_BIOS: Final = "21686148-6449-6e6f-744e-656564454649"
_DATA: Final = "0fc63daf-8483-4772-8e79-3d69d8477de4"
LEGACY_BIOS_BOOTABLE: Final = 1 << 2  # attribute of a partition (UEFI 2.10, 5.3.3)
_UNFINISHED: Final = ".new"

ALIGNMENT: Final = MIB  # where partitions begin, and where the last one ends
# bytes at the end of a disk: the second table, 128 entries of 128 bytes and a header, in blocks of up to 4 KiB
_TABLE: Final = (16 << 10) + (4 << 10)
# Less is not worth a change: mkfs.xfs and the kernel leave so much unused where it makes no allocation group.
GAIN_MIN: Final = 16 * MIB


class Slot(msgspec.Struct, frozen=True):
    """A partition that is wanted: size in bytes (of the last one its least), filesystem empty if it is used raw."""

    number: int
    label: str
    kind: str
    size: int
    filesystem: str = ""
    attributes: int = 0

    @property
    def unfinished(self) -> str:
        """The name that it has until its file system is whole and on the disk."""
        return f"{self.label}{_UNFINISHED}"


LAYOUT: Final = (
    Slot(1, "EFI", _EFI, 100 * MIB, VFAT),
    Slot(2, "BIOS", _BIOS, MIB, attributes=LEGACY_BIOS_BOOTABLE),
    Slot(3, "BOOT", _DATA, 2000 * MIB, XFS),
    Slot(4, "META", _DATA, MIB),
    Slot(5, "STATE", _DATA, 100 * MIB, XFS),
    Slot(6, "EPHEMERAL", _DATA, 2 * GIB, XFS),
)


class Area(msgspec.Struct, frozen=True):
    """Where a partition is to be on a disk: first and last block."""

    slot: Slot
    first: int
    last: int

    @property
    def blocks(self) -> int:
        """How many blocks it has."""
        return self.last - self.first + 1


def laid_out(name: str, *, size: int, block: int) -> tuple[Area, ...]:
    """Return where the partitions are on a disk of so many bytes, in blocks of so many: the last one takes the rest.

    Raises DiskError if the disk is too small.
    """
    areas, start = [], ALIGNMENT
    end = (size - _TABLE) // ALIGNMENT * ALIGNMENT
    for slot in LAYOUT:
        until = end if slot is LAYOUT[-1] else start + slot.size
        areas.append(Area(slot, start // block, until // block - 1))
        start = until
    least = ALIGNMENT + sum(slot.size for slot in LAYOUT)
    if end < least:
        needed = (least + ALIGNMENT) // MIB
        raise DiskError(f"{name} has {size // MIB} MiB, and the partitions need {needed}: take a larger disk")
    return tuple(areas)


def is_ours(table: gpt.Table | None, areas: tuple[Area, ...], *, block: int) -> bool:
    """Return whether a table has these partitions, finished or not; the last one may be smaller than it could be."""
    if table is None or len(table.partitions) != len(areas):
        return False
    *fixed, last = zip(table.partitions, areas, strict=True)
    part, area = last
    return (
        all(_fits(part, area) and part.last == area.last for part, area in fixed)
        and _fits(part, area)
        and area.first + area.slot.size // block - 1 <= part.last <= area.last
    )


def _fits(part: gpt.Partition, area: Area) -> bool:
    slot = area.slot
    names = {slot.label, slot.unfinished} if slot.filesystem else {slot.label}
    return (part.number, part.kind, part.first, part.attributes) == (
        slot.number,
        slot.kind,
        area.first,
        slot.attributes,
    ) and part.name in names
