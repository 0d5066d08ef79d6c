"""Headers of tar archives in the GNU format: names and numbers of any size, and names of any bytes.

The format: "Basic Tar Format" and "GNU tar extensions" in GNU tar's manual, and tar(5) of libarchive. GNU tar, bsdtar,
Go's and Python's readers know it.
"""

import os
import stat
from typing import Final
from zlib import adler32

RECORD: Final = 512  # bytes: headers have this size, contents are filled up to it
END: Final = bytes(2 * RECORD)

_TYPES: Final = {
    stat.S_IFREG: b"0",
    stat.S_IFLNK: b"2",
    stat.S_IFCHR: b"3",
    stat.S_IFBLK: b"4",
    stat.S_IFDIR: b"5",
    stat.S_IFIFO: b"6",
}
_NAME: Final = 100  # bytes of the fields for the name and for what a link points to
_LONG_NAME: Final = b"L"
_LONG_LINK: Final = b"K"
_MAGIC: Final = b"ustar  \0"
# uid, gid and the device numbers have 7 octal digits, sizes and times 11; what does not fit is a number to base 256
_SHORT: Final = 8
_LONG: Final = 12
_FIELDS: Final = b"%07o\0%07o\0%07o\0%011o\0%011o\0"
_NOBODY: Final = bytes(64)  # names of user and group: the node's are nobody else's
_REST: Final = bytes(167)


def has_header(mode: int) -> bool:
    """Return whether a file with this st_mode can be in an archive: all but sockets can."""
    return stat.S_IFMT(mode) in _TYPES


def header(name: bytes, status: os.stat_result, *, size: int = 0, link: bytes = b"") -> bytes:
    """Return the header of a file, with those before it that a long name or link needs.

    size: how many bytes of contents follow, to be filled up with `padding`. Owners are numbers, times whole seconds.
    Raises KeyError for a socket.
    """
    before = _long(_LONG_NAME, name) + _long(_LONG_LINK, link)
    kind = stat.S_IFMT(status.st_mode)
    return before + _record(name, _numbers(status, size), _TYPES[kind], link, _device(kind, status.st_rdev))


def padding(size: int) -> bytes:
    """Return what fills contents of that size up."""
    return bytes(-size % RECORD)


def _numbers(status: os.stat_result, size: int) -> bytes:
    mode, uid, gid = stat.S_IMODE(status.st_mode), status.st_uid, status.st_gid
    seconds = status.st_mtime_ns // 1_000_000_000
    fields = _FIELDS % (mode, uid, gid, size, abs(seconds))
    if len(fields) == 3 * _SHORT + 2 * _LONG and seconds >= 0:
        return fields
    return (
        b"%07o\0" % mode + _number(uid, _SHORT) + _number(gid, _SHORT) + _number(size, _LONG) + _number(seconds, _LONG)
    )


def _number(value: int, width: int) -> bytes:
    octal = b"%0*o\0" % (width - 1, abs(value))
    if value >= 0 and len(octal) == width:
        return octal
    # the first bit says so; then it is two's complement, big end first
    whole = value.to_bytes(width, "big", signed=True)
    return bytes([whole[0] | 0x80]) + whole[1:]


def _device(kind: int, device: int) -> bytes:
    if kind in (stat.S_IFCHR, stat.S_IFBLK):
        return _number(os.major(device), _SHORT) + _number(os.minor(device), _SHORT)
    return bytes(2 * _SHORT)


def _record(name: bytes, numbers: bytes, kind: bytes, link: bytes, device: bytes) -> bytes:
    first = name[:_NAME].ljust(_NAME, b"\0") + numbers
    then = kind + link[:_NAME].ljust(_NAME, b"\0") + _MAGIC + _NOBODY + device
    return b"%b%06o\0 %b%b" % (first, _sum(first) + _sum(then) + 8 * ord(" "), then, _REST)


def _sum(part: bytes) -> int:
    """Return the sum of the bytes, fast: the lower half of Adler-32 is that, below 65,521 (RFC 1950, 8.2)."""
    return adler32(part, 0) & 0xFFFF


def _long(kind: bytes, name: bytes) -> bytes:
    """Return the entry that gives the next one a name that its own field has no place for, or nothing."""
    if len(name) <= _NAME:
        return b""
    size = len(name) + 1
    numbers = _FIELDS % (0, 0, 0, size, 0)
    return _record(b"././@LongLink", numbers, kind, b"", bytes(2 * _SHORT)) + name + b"\0" + padding(size)
