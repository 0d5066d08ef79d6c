"""The format of META: one copy of Talos' ADV ("auxiliary data vector"), 256 KiB.

As upstream has it (internal/pkg/meta/internal/adv/talos, release 1.13), all numbers big endian: u32 0x5a4b3c2d; records
of u32 tag, u32 size and the value, until tag 0 or until less than 8 bytes are left; 36 bytes before the end the SHA-256
of the whole copy with these 32 bytes as zeros; u32 0xa5b4c3d2.
"""

import hashlib
import struct
from collections.abc import Mapping
from typing import Final

COPY_SIZE: Final = 256 << 10  # bytes

_NUMBER: Final = struct.Struct(">I")
_RECORD: Final = struct.Struct(">II")
_MAGIC_START: Final = 0x5A4B3C2D
_MAGIC_END: Final = 0xA5B4C3D2
_DIGEST_SIZE: Final = hashlib.sha256().digest_size
_DATA_END: Final = COPY_SIZE - _DIGEST_SIZE - _NUMBER.size
_DIGEST: Final = slice(_DATA_END, _DATA_END + _DIGEST_SIZE)
# upstream keeps 20 bytes of the data area free
_CAPACITY: Final = _DATA_END - _NUMBER.size - 20

Tags = Mapping[int, bytes]


class InvalidAdvError(ValueError):
    """The bytes are no copy, or a damaged one."""


def space(tags: Tags, tag: int) -> int:
    """Return how many bytes the value of a tag may have beside the other tags; negative if there is no room for it."""
    others = sum(_RECORD.size + len(value) for other, value in tags.items() if other != tag)
    return _CAPACITY - others - _RECORD.size


def encode(tags: Tags) -> bytes:
    """Return the copy that holds these tags (each 1 to 2**32 - 1). Raises ValueError if they do not fit."""
    records = b"".join(_RECORD.pack(tag, len(value)) + value for tag, value in sorted(tags.items()))
    if len(records) > _DATA_END - _NUMBER.size:
        raise ValueError(f"{len(records)} bytes of records do not fit into a copy of META")
    blank = (_NUMBER.pack(_MAGIC_START) + records).ljust(COPY_SIZE - _NUMBER.size, b"\0") + _NUMBER.pack(_MAGIC_END)
    return blank[:_DATA_END] + hashlib.sha256(blank).digest() + blank[_DIGEST.stop :]


def decode(copy: bytes) -> dict[int, bytes]:
    """Return the tags of a copy. Raises InvalidAdvError."""
    if len(copy) != COPY_SIZE:
        raise InvalidAdvError(f"{len(copy)} bytes, not {COPY_SIZE}")
    if _NUMBER.unpack_from(copy)[0] != _MAGIC_START or _NUMBER.unpack_from(copy, _DIGEST.stop)[0] != _MAGIC_END:
        raise InvalidAdvError("no magic number")
    if _digest(copy) != copy[_DIGEST]:
        raise InvalidAdvError("wrong checksum")
    return _records(copy)


def marked(start: bytes, end: bytes) -> bool:
    """Return whether the first and the last 4 bytes are those of a copy, which may be damaged in between."""
    return start == _NUMBER.pack(_MAGIC_START) and end == _NUMBER.pack(_MAGIC_END)


def _digest(copy: bytes) -> bytes:
    digest = hashlib.sha256(copy[:_DATA_END])
    digest.update(bytes(_DIGEST_SIZE) + copy[_DIGEST.stop :])
    return digest.digest()


def _records(copy: bytes) -> dict[int, bytes]:
    tags: dict[int, bytes] = {}
    offset = _NUMBER.size
    while offset + _RECORD.size <= _DATA_END:
        tag, size = _RECORD.unpack_from(copy, offset)
        if not tag:
            break
        start, offset = offset + _RECORD.size, offset + _RECORD.size + size
        if offset > _DATA_END:
            raise InvalidAdvError(f"the value of tag {tag:#04x} has {size} bytes and reaches beyond the data")
        tags[tag] = copy[start:offset]
    return tags
