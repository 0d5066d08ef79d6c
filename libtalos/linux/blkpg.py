"""BLKPG: partitions that a kernel is told of, whether or not it can read the disk's table (linux/blkpg.h)."""

import ctypes
import errno
import fcntl
import os
import struct
from typing import Final

BLKPG: Final = 0x1269
BLKPG_ADD_PARTITION: Final = 1
BLKPG_DEL_PARTITION: Final = 2
BLKPG_RESIZE_PARTITION: Final = 3

# struct blkpg_partition: start and length in bytes, number, device name, volume name (both unused)
_PARTITION: Final = struct.Struct("@qqi64s64s4x")
# struct blkpg_ioctl_arg: operation, flags (unused), size and address of the data
_ARGUMENT: Final = struct.Struct("@iii4xP")

_NAMES: Final = {
    BLKPG_ADD_PARTITION: "BLKPG_ADD_PARTITION",
    BLKPG_DEL_PARTITION: "BLKPG_DEL_PARTITION",
    BLKPG_RESIZE_PARTITION: "BLKPG_RESIZE_PARTITION",
}
_HINTS: Final = {
    errno.EBUSY: "it is in use, or overlaps another one",
    errno.EINVAL: "it is not within the disk, or not whole blocks",
    errno.ENXIO: "there is none of that number",
}


def add(disk: int, number: int, start: int, length: int) -> None:
    """Add a partition to an open disk; start and length in bytes. Raises OSError."""
    _call(disk, BLKPG_ADD_PARTITION, number, start, length)


def delete(disk: int, number: int) -> None:
    """Take a partition away from an open disk. Raises OSError (EBUSY: it is in use)."""
    _call(disk, BLKPG_DEL_PARTITION, number, 0, 0)


def resize(disk: int, number: int, start: int, length: int) -> None:
    """Give a partition another length, also while it is mounted; start as it is. Raises OSError."""
    _call(disk, BLKPG_RESIZE_PARTITION, number, start, length)


def _call(disk: int, operation: int, number: int, start: int, length: int) -> None:
    data = ctypes.create_string_buffer(_PARTITION.pack(start, length, number, b"", b""), _PARTITION.size)
    argument = _ARGUMENT.pack(operation, 0, _PARTITION.size, ctypes.addressof(data))
    try:
        fcntl.ioctl(disk, BLKPG, argument)
    except OSError as error:
        code = error.errno or errno.EIO
        hint = f": {_HINTS[code]}" if code in _HINTS else ""
        call = f"ioctl({_NAMES[operation]}, number={number}, start={start}, length={length})"
        raise OSError(code, f"{call}: {os.strerror(code)}{hint}") from error
