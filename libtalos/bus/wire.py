"""The outer form of a protobuf message, checked before it is parsed.

betterproto2 takes a message that ends in the middle of a field for a shorter one; half a file would be written as if it
were whole. Format: protobuf.dev/programming-guides/encoding.
"""

from __future__ import annotations

_VARINT, _I64, _LEN, _I32 = 0, 1, 2, 5
_FIXED = {_I64: 8, _I32: 4}
_MAX_VARINT = 10


class WireError(ValueError):
    """The bytes are not a sequence of whole fields; the message names the byte."""


def check(data: bytes) -> None:
    """Raise WireError unless data is a sequence of whole fields."""
    position, end = 0, len(data)
    while position < end:
        start = position
        tag, position = _varint(data, position)
        if tag >> 3 == 0:
            raise WireError(f"field number 0 at byte {start}")
        position = _skip(data, position, tag & 7)
        if position > end:
            raise WireError(f"field {tag >> 3} at byte {start} ends {position - end} bytes after the message")


def _skip(data: bytes, position: int, wire_type: int) -> int:
    if wire_type == _VARINT:
        return _varint(data, position)[1]
    if wire_type == _LEN:
        length, position = _varint(data, position)
        return position + length
    if wire_type in _FIXED:
        return position + _FIXED[wire_type]
    raise WireError(f"wire type {wire_type} at byte {position - 1} is not one of proto3's")


def _varint(data: bytes, position: int) -> tuple[int, int]:
    value = 0
    for count, byte in enumerate(data[position : position + _MAX_VARINT]):
        value |= (byte & 0x7F) << (7 * count)
        if byte < 0x80:
            return value, position + count + 1
    raise WireError(f"a number at byte {position} does not end")
