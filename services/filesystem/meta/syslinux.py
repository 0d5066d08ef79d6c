"""The format that META had before Talos' own: syslinux' ADV, in the last 1024 bytes. It is read and never written.

Two copies of 512 bytes, numbers little endian (syslinux, libinstaller/setadv.c): u32 0x5a2d2fa5; a checksum, which is
0xa3041767 less the sum of the u32 words from 8 to 507; records of u8 tag, u8 length and the value, until tag 0;
u32 0xdd28bf64.
"""

import struct
from typing import Final

from services.filesystem.meta.adv import InvalidAdvError

SIZE: Final = 1024  # bytes, both copies

_COPY_SIZE: Final = SIZE // 2
_MAGIC_START: Final = 0x5A2D2FA5
_MAGIC_SUM: Final = 0xA3041767
_MAGIC_END: Final = 0xDD28BF64
_LAYOUT: Final = struct.Struct("<II500sI")
_WORDS: Final = struct.Struct("<125I")


def decode(copies: bytes) -> dict[int, bytes]:
    """Return the tags of the first valid copy of two. Raises InvalidAdvError if none is valid."""
    if len(copies) != SIZE:
        raise InvalidAdvError(f"{len(copies)} bytes, not {SIZE}")
    try:
        return _copy(copies[:_COPY_SIZE])
    except InvalidAdvError:
        return _copy(copies[_COPY_SIZE:])


def _copy(copy: bytes) -> dict[int, bytes]:
    start, checksum, data, end = _LAYOUT.unpack(copy)
    if (start, end) != (_MAGIC_START, _MAGIC_END):
        raise InvalidAdvError("no magic number")
    if (_MAGIC_SUM - sum(_WORDS.unpack(data))) % (1 << 32) != checksum:
        raise InvalidAdvError("wrong checksum")
    return _records(data)


def _records(data: bytes) -> dict[int, bytes]:
    tags: dict[int, bytes] = {}
    offset = 0
    while offset + 2 <= len(data) and data[offset]:
        tag, size = data[offset : offset + 2]
        start, offset = offset + 2, offset + 2 + size
        if offset > len(data):
            raise InvalidAdvError(f"the value of tag {tag:#04x} has {size} bytes and reaches beyond the data")
        tags[tag] = data[start:offset]
    return tags
