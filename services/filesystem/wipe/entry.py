"""A partition taken out of a GPT, on the disk: the copy at the end first, so that one copy is whole at any moment."""

import os
import struct
import zlib
from typing import BinaryIO, Final, NamedTuple

from services.filesystem import gpt

# the fields of a header that count here (UEFI specification 2.10, 5.3.2), by their offset
_SIZE, _CRC, _OWN, _OTHER, _ENTRIES, _COUNT, _WIDTH, _ENTRIES_CRC = 12, 16, 24, 32, 72, 80, 84, 88
_U32: Final = struct.Struct("<I")
_U64: Final = struct.Struct("<Q")


class _Copy(NamedTuple):
    """What one copy of a table consists of."""

    header: bytes
    entries: bytes


def drop(fd: int, number: int, *, block: int, last: int) -> bool:
    """Take a partition out of an open disk's table; return whether it was there.

    block is the size of a logical block in bytes, last the number of the last one. A copy that is not whole is written
    anew from the other one, so that a second call finishes what a first one has begun. Raises OSError.
    """
    with os.fdopen(os.dup(fd), "rb", buffering=0) as disk:
        copies = {lba: copy for lba in (gpt.PRIMARY, last) if (copy := _read(disk, block, lba, last))}
    if not copies:
        return False
    there = False
    base = next(iter(copies.values()))
    for lba in (last, gpt.PRIMARY):
        copy = copies.get(lba) or _moved(base, lba, block, last)
        width = _u32(copy.header, _WIDTH)
        place = slice((number - 1) * width, number * width)
        there = there or any(copy.entries[place])
        entries = copy.entries[: place.start] + bytes(width) + copy.entries[place.stop :]
        _write(fd, entries, _u64(copy.header, _ENTRIES) * block)
        _write(fd, _sealed(copy.header, entries), lba * block)
        os.fsync(fd)
    return there


def _read(disk: BinaryIO, block: int, lba: int, last: int) -> _Copy | None:
    try:
        gpt.read_copy(disk, block=block, lba=lba, last=last)
    except gpt.NoTableError:
        return None
    disk.seek(lba * block)
    header = disk.read(block)
    disk.seek(_u64(header, _ENTRIES) * block)
    return _Copy(header, disk.read(_u32(header, _COUNT) * _u32(header, _WIDTH)))


def _moved(base: _Copy, lba: int, block: int, last: int) -> _Copy:
    """Return what the other copy of a table has to be, at lba."""
    blocks = -(-len(base.entries) // block)
    header = bytearray(base.header)
    _U64.pack_into(header, _OWN, lba)
    _U64.pack_into(header, _OTHER, last if lba == gpt.PRIMARY else gpt.PRIMARY)
    _U64.pack_into(header, _ENTRIES, gpt.PRIMARY + 1 if lba == gpt.PRIMARY else last - blocks)
    return _Copy(bytes(header), base.entries)


def _sealed(header: bytes, entries: bytes) -> bytes:
    """Return a header with the checksums of its entries and of itself."""
    result = bytearray(header)
    _U32.pack_into(result, _ENTRIES_CRC, zlib.crc32(entries))
    _U32.pack_into(result, _CRC, 0)
    _U32.pack_into(result, _CRC, zlib.crc32(result[: _u32(header, _SIZE)]))
    return bytes(result)


def _u32(data: bytes, offset: int) -> int:
    return int(_U32.unpack_from(data, offset)[0])


def _u64(data: bytes, offset: int) -> int:
    return int(_U64.unpack_from(data, offset)[0])


def _write(fd: int, data: bytes, offset: int) -> None:
    while data:
        written = os.pwrite(fd, data, offset)
        data, offset = data[written:], offset + written
