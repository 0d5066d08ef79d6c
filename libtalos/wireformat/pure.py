"""Primitives of the generated codecs in pure Python. Everything that is short and frequent is in the generated code.

A reader takes the bytes and a position and returns a value and the position after it. It may read past the end of its
own message (never past the bytes: IndexError); the generated code finds that out when the message ends.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from itertools import repeat
from typing import TypeVar

from libtalos.wireformat.errors import (
    MAX_DEPTH,
    MAX_MESSAGES,
    EncodeError,
    WireError,
    cut_off,
    no_text,
    too_deep,
    too_many,
)
from libtalos.wireformat.faults import explain
from libtalos.wireformat.shared import ENCODE_FAULTS, octets, wrong

M = TypeVar("M")

# What the generated code raises by itself when bytes or values are wrong
DECODE_FAULTS = (IndexError, UnicodeDecodeError, struct.error, StopIteration)

_MAX_VARINT = 10
_MAX_SHORT_VARINT = 5
_MAX_TAG = (1 << 32) - 1
_MAX_LENGTH = (1 << 31) - 1
_MASK_32, _SIGN_32 = (1 << 32) - 1, 1 << 31
_MASK_64, _SIGN_64 = (1 << 64) - 1, 1 << 63
_VARINT, _I64, _LEN, _I32 = 0, 1, 2, 5
_FIXED = {_I64: 8, _I32: 4}


def varint(value: int) -> bytes:
    """A number of 64 bits without sign."""
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


# Most lengths and numbers: two bytes at most, looked up. The generated code knows the size.
SMALL = tuple(varint(value) for value in range(2048))

_FORMATS = {"fixed32": "<I", "sfixed32": "<i", "float": "<f", "fixed64": "<Q", "sfixed64": "<q", "double": "<d"}
PACK = {kind: struct.Struct(code).pack for kind, code in _FORMATS.items()}
UNPACK = {kind: struct.Struct(code).unpack_from for kind, code in _FORMATS.items()}


def encoder(write: Callable[[M], bytes]) -> Callable[[M], bytes]:
    """The function that others see: it raises EncodeError, which names the field."""

    def encode(message: M) -> bytes:
        try:
            return write(message)
        except EncodeError:
            raise
        except ENCODE_FAULTS as error:
            raise explain(message, error) from error

    return encode


def decoder(read: Callable[[bytes, int, int, Callable[[], None]], M]) -> Callable[[bytes], M]:
    """The function that others see: any bytes-like object, and a new allowance of messages for each call."""

    def decode(data: bytes) -> M:
        if data.__class__ is not bytes:
            data = octets(data)
        return read(data, 0, len(data), repeat(None, MAX_MESSAGES).__next__)

    return decode


# What the generated code calls to write


def deeper(depth: int) -> int:
    """The depth of a message inside of one at depth. Raises EncodeError, also for a message inside of itself."""
    if depth >= MAX_DEPTH:
        raise EncodeError(f"more than {MAX_DEPTH} messages in each other")
    return depth + 1


def _ranged(minimum: int, maximum: int) -> Callable[[int], bytes]:
    def put(value: int) -> bytes:
        if not minimum <= value <= maximum:
            raise OverflowError(value)
        return varint(value & _MASK_64)

    return put


put_int32 = put_enum = _ranged(-_SIGN_32, _SIGN_32 - 1)
put_int64 = _ranged(-_SIGN_64, _SIGN_64 - 1)
put_uint32 = _ranged(0, _MASK_32)
put_uint64 = _ranged(0, _MASK_64)


def put_sint32(value: int) -> bytes:
    """Zigzag. Raises OverflowError out of 32 bits."""
    if not -_SIGN_32 <= value < _SIGN_32:
        raise OverflowError(value)
    return varint(value << 1 ^ value >> 31)


def put_sint64(value: int) -> bytes:
    """Zigzag. Raises OverflowError out of 64 bits."""
    if not -_SIGN_64 <= value < _SIGN_64:
        raise OverflowError(value)
    return varint(value << 1 ^ value >> 63)


def put_bool(value: object) -> bytes:
    """One byte. Raises TypeError: 1 and 0 are numbers."""
    return b"\1" if value is True else b"\0" if value is False else wrong(value)


# What the generated code calls to read numbers of more than one byte


def read_uint64(data: bytes, position: int) -> tuple[int, int]:
    """A varint of at most ten bytes; what is above 64 bits is cut off, as protobuf does."""
    value = shift = 0
    for index in range(position, position + _MAX_VARINT):
        byte = data[index]
        value |= (byte & 127) << shift
        if byte < 128:
            return value & _MASK_64, index + 1
        shift += 7
    raise WireError(f"a number at byte {position} does not end")


def read_uint32(data: bytes, position: int) -> tuple[int, int]:
    """Cut off to 32 bits."""
    value, position = read_uint64(data, position)
    return value & _MASK_32, position


def read_int32(data: bytes, position: int) -> tuple[int, int]:
    """Cut off to 32 bits, the highest of which is the sign."""
    value, position = read_uint64(data, position)
    return ((value & _MASK_32) ^ _SIGN_32) - _SIGN_32, position


read_enum = read_int32


def read_int64(data: bytes, position: int) -> tuple[int, int]:
    """The highest of 64 bits is the sign."""
    value, position = read_uint64(data, position)
    return (value ^ _SIGN_64) - _SIGN_64, position


# the generated code takes the zigzag back
read_sint32, read_sint64, read_bool = read_uint32, read_uint64, read_uint64


def read_tag(data: bytes, position: int) -> tuple[int, int]:
    """Field number and wire type in one number of 32 bits."""
    return _short(data, position, _MAX_TAG)


def read_length(data: bytes, position: int) -> tuple[int, int]:
    """A length of 31 bits."""
    return _short(data, position, _MAX_LENGTH)


def _short(data: bytes, position: int, maximum: int) -> tuple[int, int]:
    value = shift = 0
    for index in range(position, position + _MAX_SHORT_VARINT):
        byte = data[index]
        value |= (byte & 127) << shift
        if byte < 128 and value <= maximum:
            return value, index + 1
        shift += 7
    raise WireError(f"a number at byte {position} is more than {maximum}, or does not end")


def skip(data: bytes, position: int, tag: int, start: int) -> int:
    """The position after an unknown field that starts at start and whose tag ends at position.

    Raises WireError for field number 0, and for a wire type that proto3 does not have.
    """
    wire_type = tag & 7
    if tag >> 3 == 0:
        raise WireError(f"field number 0 at byte {start}")
    if wire_type == _VARINT:
        return read_uint64(data, position)[1]
    if wire_type == _LEN:
        length, position = read_length(data, position)
        return position + length
    if wire_type in _FIXED:
        return position + _FIXED[wire_type]
    raise WireError(f"wire type {wire_type} of field {tag >> 3} at byte {start} is not one of proto3's")


def refused(name: str, position: int, error: Exception) -> WireError:
    """What a fault of generated code means; position is where the field starts or its text."""
    if isinstance(error, UnicodeDecodeError):
        return no_text(name, position)
    return too_many(position) if isinstance(error, StopIteration) else cut_off(name, position)


def inside(depth: int, position: int) -> int:
    """The depth of a message inside of one at depth. Raises WireError."""
    if depth >= MAX_DEPTH:
        raise too_deep(position)
    return depth + 1
