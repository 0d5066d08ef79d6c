"""What generated codecs of both languages call when something is rare: other types, wrong values, several ranges."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any, NoReturn

from libtalos.wireformat.errors import EncodeError, WireError

# What an encoder notices, before it is known which value it is
ENCODE_FAULTS = (TypeError, ValueError, AttributeError, OverflowError, IndexError, struct.error)


def wrong(value: object) -> NoReturn:
    """Raise TypeError for a value of a wrong type."""
    raise TypeError(f"not a value of this field: {value!r:.100}")


def octets(value: Any) -> bytes:
    """Bytes of anything like bytes. Raises TypeError."""
    return bytes(value) if isinstance(value, bytes | bytearray | memoryview) else wrong(value)


def sequence(value: Any) -> Sequence[Any]:
    """A list or a tuple. Raises TypeError: a str would be taken apart otherwise."""
    return value if isinstance(value, list | tuple) else wrong(value)


def mapping(value: Any) -> dict[Any, Any]:
    """A dict. Raises TypeError."""
    return value if isinstance(value, dict) else wrong(value)


def two_set(name: str) -> NoReturn:
    """Raise EncodeError for a second member of a oneof that is set; name is the second's."""
    raise EncodeError(f"{name}: another member of its oneof is set as well")


def wrong_type(name: str, tag: int, start: int) -> WireError:
    """The refusal of a known field whose wire type is that of another type."""
    return WireError(f"{name}: field {tag >> 3} at byte {start} cannot have wire type {tag & 7}")


def later(ranges: list[int] | None, start: int, end: int) -> list[int]:
    """Add one more occurrence of a message to the ranges of bytes that it has: start, end, start, end, …"""
    if ranges is None:
        return [start, end]
    ranges += (start, end)
    return ranges


def keep(ranges: list[int] | None, start: int, end: int) -> list[int]:
    """Add an unknown field to the ranges of bytes that are kept; neighbours become one range."""
    if ranges is None:
        return [start, end]
    if ranges[-1] == start:
        ranges[-1] = end
    else:
        ranges += (start, end)
    return ranges


def kept(data: bytes, ranges: list[int]) -> bytes:
    """The bytes of all ranges."""
    return b"".join([data[start:end] for start, end in zip(ranges[::2], ranges[1::2], strict=True)])


def invalid(name: str, position: int, error: ValueError) -> WireError:
    """A message that has no Python value: a time out of range."""
    return WireError(f"{name} that ends at byte {position}: {error}")
