"""What a shared object needs at run time, read from its dynamic section (format: elf(5), System V gABI)."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import NamedTuple

import msgspec

_PT_LOAD, _PT_DYNAMIC, _PT_INTERP = 1, 2, 3
_DT_NULL, _DT_NEEDED, _DT_STRTAB = 0, 1, 5


class Elf(msgspec.Struct, frozen=True):
    """The loader that an executable names, if any, and the sonames it needs."""

    interpreter: str | None
    needed: tuple[str, ...]


class _Segment(NamedTuple):
    type: int
    offset: int
    address: int
    size: int


def read(path: Path) -> Elf | None:
    """Parse a file; None if it is not a 64-bit little-endian ELF file (the only kind on amd64 and arm64)."""
    with path.open("rb") as file:
        if file.read(6) != b"\x7fELF\x02\x01":
            return None
        file.seek(0)
        return _parse(file.read())


def _parse(data: bytes) -> Elf:
    segments = _segments(data)
    interpreter = next((_cstring(data, part.offset) for part in segments if part.type == _PT_INTERP), None)
    return Elf(interpreter, _needed(data, segments))


def _segments(data: bytes) -> list[_Segment]:
    (table,) = struct.unpack_from("<Q", data, 32)
    size, count = struct.unpack_from("<HH", data, 54)
    return [_segment(data, table + index * size) for index in range(count)]


def _segment(data: bytes, at: int) -> _Segment:
    kind, _flags, offset, address, _physical, size = struct.unpack_from("<IIQQQQ", data, at)
    return _Segment(kind, offset, address, size)


def _needed(data: bytes, segments: list[_Segment]) -> tuple[str, ...]:
    dynamic = next((part for part in segments if part.type == _PT_DYNAMIC), None)
    if dynamic is None:
        return ()
    entries = _entries(data, dynamic)
    strings = next((value for tag, value in entries if tag == _DT_STRTAB), None)
    if strings is None:
        return ()
    start = _file_offset(strings, segments)
    return tuple(_cstring(data, start + value) for tag, value in entries if tag == _DT_NEEDED)


def _entries(data: bytes, dynamic: _Segment) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    for tag, value in struct.iter_unpack("<qQ", data[dynamic.offset : dynamic.offset + dynamic.size // 16 * 16]):
        if tag == _DT_NULL:
            break
        pairs.append((tag, value))
    return pairs


def _file_offset(address: int, segments: list[_Segment]) -> int:
    for part in segments:
        if part.type == _PT_LOAD and part.address <= address < part.address + part.size:
            return address - part.address + part.offset
    raise ValueError(f"address {address:#x} is in no loaded segment")


def _cstring(data: bytes, at: int) -> str:
    return data[at : data.index(b"\0", at)].decode()
