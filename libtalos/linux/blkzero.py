"""Zeros on a block device: BLKZEROOUT lets the device do it where it can (linux/fs.h)."""

import errno
import fcntl
import os
import struct
from typing import Final

BLKZEROOUT: Final = 0x127F

_RANGE: Final = struct.Struct("=QQ")
_BUFFER: Final = bytes(1 << 20)
# there is no such call, for this device or for this range of it: writing works nevertheless
_NOT_THERE: Final = frozenset({errno.ENOTTY, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS})


def zero(fd: int, start: int, length: int) -> None:
    """Make a range of an open device zeros, start and length in bytes; by writing where the kernel does it not.

    Blocks until it is done, not until it is on the disk (fsync). Raises OSError with the range.
    """
    if length <= 0:
        return
    try:
        fcntl.ioctl(fd, BLKZEROOUT, _RANGE.pack(start, length))
    except OSError as error:
        if error.errno not in _NOT_THERE:
            raise _failure(error, f"ioctl(BLKZEROOUT, start={start}, length={length})") from error
        write(fd, start, length)


def write(fd: int, start: int, length: int) -> None:
    """Write zeros to a range of a device or file; start and length in bytes. Raises OSError with the place."""
    offset, end = start, start + length
    while offset < end:
        try:
            written = os.pwrite(fd, memoryview(_BUFFER)[: end - offset], offset)
        except OSError as error:
            raise _failure(error, f"write of zeros at byte {offset}") from error
        if not written:
            raise OSError(errno.ENOSPC, f"write of zeros at byte {offset}: the device ends there")
        offset += written


def _failure(error: OSError, call: str) -> OSError:
    number = error.errno or errno.EIO
    return OSError(number, f"{call}: {os.strerror(number)}")
