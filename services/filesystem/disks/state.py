"""A disk as it is: its table in both copies, what the kernel knows of it, what is in its last partition."""

from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO, Final

import msgspec
from msgspec.structs import replace

from libtalos.linux import xfs
from libtalos.mounts.xfs import superblock
from services.filesystem import gpt
from services.filesystem.disks.device import Device, devices
from services.filesystem.disks.layout import LAYOUT
from services.filesystem.disks.look import Look
from services.filesystem.disks.mounts import root_of
from services.filesystem.disks.probe import Found, probe

_MBR: Final = 512  # bytes
_MBR_ENTRIES: Final = range(446, 510, 16)
_MBR_TYPE: Final = 4  # offset of an entry's type
_PROTECTIVE: Final = 0xEE


class State(msgspec.Struct, frozen=True):
    """What there is. Sizes in bytes.

    protected: the protective MBR is there, without which programs see no GPT. agreed: both copies of the table are
    whole, where they belong and the same. shown: where the kernel has partitions (start and size by number). filled:
    the size of the file system on the last partition; None if it has no whole one.
    """

    device: Device
    found: Found
    table: gpt.Table | None = None
    protected: bool = False
    agreed: bool = False
    shown: Mapping[int, tuple[int, int]] = {}
    filled: int | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing is known to be on the disk."""
        return not self.found.name and self.table is None


def take(look: Look, sys: Path, disk: Device, node: Path) -> State:
    """Return the state of a disk. Blocks. Raises OSError."""
    parts = {each.number: each for each in devices(sys) if each.parent == disk.name}
    last = disk.size // disk.sector_size - 1
    with node.open("rb", buffering=0) as stream:
        table = gpt.read(stream, block=disk.sector_size, last=last)
        copies = [_copy(stream, disk, lba, last) for lba in (gpt.PRIMARY, last)]
        protected = _protected(stream)
    return State(
        device=disk,
        found=probe(node),
        table=table,
        protected=protected,
        agreed=table is not None and all(copy is not None and _same(copy, table) for copy in copies),
        shown={number: (each.start, each.size) for number, each in parts.items()},
        filled=_filled(look, parts.get(LAYOUT[-1].number)),
    )


def _copy(stream: BinaryIO, disk: Device, lba: int, last: int) -> gpt.Table | None:
    try:
        return gpt.read_copy(stream, block=disk.sector_size, lba=lba, last=last)
    except gpt.NoTableError:
        return None


def _same(copy: gpt.Table, table: gpt.Table) -> bool:
    return replace(copy, other=0) == replace(table, other=0)


def _protected(stream: BinaryIO) -> bool:
    stream.seek(0)
    mbr = stream.read(_MBR)
    return mbr[510:] == b"\x55\xaa" and any(mbr[entry + _MBR_TYPE] == _PROTECTIVE for entry in _MBR_ENTRIES)


def _filled(look: Look, part: Device | None) -> int | None:
    node = look.node(part) if part else None
    if part is None or node is None:
        return None
    found = superblock(node)
    if found is None or not found.finished:
        return None
    with root_of(part) as root:
        # the superblock on the device is behind while the file system is mounted
        return found.size if root is None else xfs.geometry(root).size
