"""GUID partition tables as the disk has them (UEFI specification 2.10, chapter 5.3); numbers are little endian."""

import struct
import uuid
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final

import msgspec

# signature, revision, header size, CRC-32 of the header with 0 in this place, reserved, LBA of this header, of the
# other one, first and last usable LBA, GUID of the disk, LBA of the entries, their number, the size of each, their CRC
_HEADER: Final = struct.Struct("<8sIIIIQQQQ16sQIII")
_CRC: Final = slice(16, 20)
# type GUID, GUID, first and last LBA, attributes, name in UTF-16
_ENTRY: Final = struct.Struct("<16s16sQQQ72s")
_ENTRIES_MAX: Final = 1 << 20  # bytes; the usual table has 16 KiB
PRIMARY: Final = 1  # LBA of the table at the beginning


class NoTableError(ValueError):
    """The disk has no valid GPT at that place."""


class Partition(msgspec.Struct, frozen=True):
    """An entry: number from 1, GUIDs in lower case, first and last block, attributes, name."""

    number: int
    kind: str
    uuid: str
    first: int
    last: int
    attributes: int
    name: str


class Table(msgspec.Struct, frozen=True):
    """One copy of a table: where its other copy is, the blocks that partitions may have, and the partitions."""

    uuid: str
    other: int
    first_usable: int
    last_usable: int
    partitions: tuple[Partition, ...]


def read(disk: BinaryIO, *, block: int, last: int) -> Table | None:
    """Return the table of a disk, None if there is no valid one. Raises OSError.

    The copy at the end of the disk counts where the one at its beginning is damaged. block is the size of a logical
    block in bytes, last the number of the last one.
    """
    for lba in (PRIMARY, last) if last > PRIMARY else ():
        try:
            return read_copy(disk, block=block, lba=lba, last=last)
        except NoTableError:
            continue
    return None


def read_copy(disk: BinaryIO, *, block: int, lba: int, last: int) -> Table:
    """Return the copy whose header is in that block. Raises NoTableError if it is not whole, OSError."""
    disk.seek(lba * block)
    raw = disk.read(block)
    if len(raw) < _HEADER.size:
        raise NoTableError("the disk ends before it")
    signature, _, size, crc, _, own, other, low, high, guid, first, number, width, entries_crc = _HEADER.unpack_from(
        raw
    )
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
    return Table(_guid(guid), other, low, high, tuple(_used(entries, width)))


def _used(entries: bytes, width: int) -> Iterator[Partition]:
    for number, offset in enumerate(range(0, len(entries), width), start=1):
        kind, own, first, last, attributes, name = _ENTRY.unpack_from(entries, offset)
        if any(kind):
            text = name.decode("utf-16-le", errors="replace").partition("\0")[0]
            yield Partition(number, _guid(kind), _guid(own), first, last, attributes, text)


def _guid(raw: bytes) -> str:
    return str(uuid.UUID(bytes_le=raw))
