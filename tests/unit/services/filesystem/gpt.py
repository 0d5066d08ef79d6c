"""A disk with a GPT, made apart from the code that reads it."""

import struct
import zlib
from collections.abc import Sequence

DATA = bytes.fromhex("af3dc60f838472478e793d69d8477de4")  # 0FC63DAF-8483-4772-8E79-3D69D8477DE4


def disk(names: Sequence[str | None], *, block: int = 512, blocks: int = 4096, width: int = 128) -> bytes:
    """A disk with partitions of these names, of 1 MiB each; None is an unused entry."""
    entries = b"".join(_entry(name, 2048 * (index + 1), width) for index, name in enumerate(names)).ljust(
        128 * width, b"\0"
    )
    space = -(-len(entries) // block)
    last = blocks - 1
    result = bytearray(_protective(blocks).ljust(block * blocks, b"\0"))
    for own, other, first in ((1, last, 2), (last, 1, last - space)):
        header = _header(own, other, first, entries, width)
        result[own * block : own * block + len(header)] = header
        result[first * block : first * block + len(entries)] = entries
    return bytes(result)


def _entry(name: str | None, first: int, width: int) -> bytes:
    if name is None:
        return bytes(width)
    body = struct.pack("<16s16sQQQ", DATA, b"g" * 16, first, first + 2047, 0)
    return (body + name.encode("utf-16-le").ljust(72, b"\0")).ljust(width, b"\0")


def _header(own: int, other: int, first: int, entries: bytes, width: int) -> bytes:
    """One of the two headers: both know where they and the other one are."""
    last = max(own, other)
    usable = (34, last - 34)
    head = b"EFI PART" + struct.pack("<II", 0x10000, 92)
    rest = struct.pack("<IQQQQ16sQIII", 0, own, other, *usable, b"d" * 16, first, 128, width, zlib.crc32(entries))
    checksum = zlib.crc32(head + bytes(4) + rest)
    return head + struct.pack("<I", checksum) + rest


def _protective(blocks: int) -> bytes:
    """The MBR that keeps old programs off: one partition, of type 0xEE, that is all of the disk."""
    return (
        bytes(446)
        + struct.pack("<BBBBBBBBII", 0, 0, 2, 0, 0xEE, 255, 255, 255, 1, blocks - 1)
        + bytes(48)
        + b"\x55\xaa"
    )
