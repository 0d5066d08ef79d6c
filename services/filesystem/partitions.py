"""Partitions by label, as the disks themselves have them: a kernel need not know partition tables to know partitions.

GPT as in the UEFI specification 2.10, chapter 5.3; numbers are little endian.
"""

import stat
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from libtalos.linux.node import make_node

# signature, revision, header size, CRC-32 of the header with 0 in this place, reserved, LBA of this header, of the
# other one, first and last usable LBA, GUID of the disk, LBA of the entries, their number, the size of each, their CRC
_HEADER: Final = struct.Struct("<8sIIIIQQQQ16sQIII")
_CRC: Final = slice(16, 20)
# type GUID, GUID, first and last LBA, attributes, name in UTF-16
_ENTRY: Final = struct.Struct("<16s16sQQQ72s")
_ENTRIES_MAX: Final = 1 << 20  # bytes; the usual table has 16 KiB
_SECTOR: Final = 512  # bytes, the unit of /sys/block/*/size


class NoTableError(ValueError):
    """The disk has no valid GPT at that place."""


@dataclass(frozen=True, slots=True)
class Disks:
    """The disks that the kernel has in sys, with their device nodes in dev, where missing ones are made."""

    sys: Path
    dev: Path

    def labelled(self, label: str) -> list[Path]:
        """Return the devices of all partitions with that name in a GPT. Raises OSError; an unreadable disk has none."""
        return [self._node(part) for disk in self._partitioned() for part in _named(self._table(disk), disk, label)]

    def _partitioned(self) -> list[Path]:
        return sorted(disk for disk in (self.sys / "block").iterdir() if _partitions(disk))

    def _table(self, disk: Path) -> Mapping[int, str]:
        block = int((disk / "queue/logical_block_size").read_text())
        last = int((disk / "size").read_text()) * _SECTOR // block - 1
        node = self._node(disk)
        try:
            with node.open("rb", buffering=0) as stream:
                return read_names(stream, block=block, last=last)
        except OSError:
            return {}

    def _node(self, device: Path) -> Path:
        """Return the node of a device, which is made where neither devtmpfs nor udev does."""
        major, _, minor = (device / "dev").read_text().partition(":")
        path = self.dev / device.name.replace("!", "/")  # sysfs' way to write a slash
        make_node(path, stat.S_IFBLK, (int(major), int(minor)))
        return path


def read_names(disk: BinaryIO, *, block: int, last: int) -> dict[int, str]:
    """Return the names of the partitions by number (from 1), none if there is no valid GPT.

    The table at the end of the disk counts where the one at its beginning is damaged. block is the size of a logical
    block in bytes, last the number of the last one. Raises OSError.
    """
    for lba in (1, last) if last > 1 else ():
        try:
            return _names(disk, block, lba, last)
        except NoTableError:
            continue
    return {}


def _names(disk: BinaryIO, block: int, lba: int, last: int) -> dict[int, str]:
    disk.seek(lba * block)
    raw = disk.read(block)
    if len(raw) < _HEADER.size:
        raise NoTableError("the disk ends before it")
    signature, _, size, crc, _, own, _, _, _, _, first, number, width, entries_crc = _HEADER.unpack_from(raw)
    if signature != b"EFI PART" or own != lba or not _HEADER.size <= size <= block:
        raise NoTableError("no header")
    if zlib.crc32(raw[: _CRC.start] + bytes(4) + raw[_CRC.stop : size]) != crc:
        raise NoTableError("wrong checksum of the header")
    if width < _ENTRY.size or number * width > _ENTRIES_MAX or first > last:
        raise NoTableError(f"{number} entries of {width} bytes at block {first}")
    disk.seek(first * block)
    entries = disk.read(number * width)
    if len(entries) < number * width or zlib.crc32(entries) != entries_crc:
        raise NoTableError("wrong checksum of the entries")
    return dict(_used(entries, width))


def _used(entries: bytes, width: int) -> Iterator[tuple[int, str]]:
    for index, offset in enumerate(range(0, len(entries), width), start=1):
        kind, _, _, _, _, name = _ENTRY.unpack_from(entries, offset)
        if any(kind):
            yield index, name.decode("utf-16-le", errors="replace").partition("\0")[0]


def _partitions(disk: Path) -> list[Path]:
    return sorted(entry.parent for entry in disk.glob("*/partition"))


def _named(names: Mapping[int, str], disk: Path, label: str) -> list[Path]:
    return [part for part in _partitions(disk) if names.get(int((part / "partition").read_text())) == label]
