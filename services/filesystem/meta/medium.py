"""A file or a block device that holds META."""

import errno
import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import msgspec

from services.filesystem.meta.store import SIZE_MIN

_BLKROGET: Final = 0x125E  # linux/fs.h


class UnfitMediumError(Exception):
    """What is there cannot hold META."""


class FileMedium(msgspec.Struct, frozen=True):
    """An open file descriptor; size in bytes. Its methods block and raise OSError."""

    fd: int
    size: int

    def read(self, offset: int, size: int) -> bytes:
        """Return exactly so many bytes."""
        parts = bytearray()
        while len(parts) < size:
            part = os.pread(self.fd, size - len(parts), offset + len(parts))
            if not part:
                raise OSError(errno.EIO, f"ends at byte {offset + len(parts)}")
            parts += part
        return bytes(parts)

    def write(self, offset: int, data: bytes) -> None:
        """Write all of the data."""
        written = 0
        while written < len(data):
            written += os.pwrite(self.fd, data[written:], offset + written)

    def sync(self) -> None:
        """Return when what was written is on the disk. What is read next comes from there, not from the cache.

        For after a write that failed the kernel calls pages clean that never reached the disk.
        """
        os.fsync(self.fd)
        os.posix_fadvise(self.fd, 0, 0, os.POSIX_FADV_DONTNEED)


@contextmanager
def opened(path: Path, *, writable: bool) -> Iterator[FileMedium]:
    """Open a medium and lock it against others (flock: shared, or exclusive to write), as upstream's programs do.

    Raises OSError, UnfitMediumError.
    """
    fd = _open(path, writable=writable)
    try:
        fcntl.flock(fd, fcntl.LOCK_EX if writable else fcntl.LOCK_SH)
        size = os.lseek(fd, 0, os.SEEK_END)
        if size < SIZE_MIN:
            raise UnfitMediumError(f"{path} has {size} bytes, META needs {SIZE_MIN}")
        yield FileMedium(fd, size)
    finally:
        os.close(fd)


def _open(path: Path, *, writable: bool) -> int:
    fd = os.open(path, os.O_CLOEXEC | os.O_NOFOLLOW | (os.O_RDWR if writable else os.O_RDONLY))
    if writable and _is_read_only(fd):
        os.close(fd)
        raise OSError(errno.EROFS, f"{path} is read-only")
    return fd


def _is_read_only(fd: int) -> bool:
    """Return whether this is such a block device: it may let itself be opened to write, and refuse to be written to."""
    if not stat.S_ISBLK(os.fstat(fd).st_mode):
        return False
    return any(fcntl.ioctl(fd, _BLKROGET, bytes(4)))
