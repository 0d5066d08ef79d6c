"""ext4 on a device or in a file: how large it is, and mkfs.ext4 (layout: struct ext4_super_block in the kernel)."""

import os
import struct
from pathlib import Path
from typing import Final

from libtalos.mounts.making import run_mkfs

_OFFSET: Final = 1024  # of the superblock
_MAGIC: Final = 0xEF53
# blocks, the block size as a power of two from 1024 on, magic
_SUPERBLOCK: Final = struct.Struct("<4x I 16x I 28x H")


def size(path: Path) -> int | None:
    """Return the size in bytes of the ext4 that is there, None if there is none. Raises OSError.

    mkfs.ext4 writes the superblock last, so that one that is there is whole. Above 16 TiB it is that much less.
    """
    fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        head = os.pread(fd, _SUPERBLOCK.size, _OFFSET)
    finally:
        os.close(fd)
    if len(head) < _SUPERBLOCK.size:
        return None
    blocks, exponent, magic = _SUPERBLOCK.unpack(head)
    return blocks << (10 + exponent) if magic == _MAGIC else None


def make(path: Path, *, label: str) -> None:
    """Run mkfs.ext4 and fsync. Raises OSError with what mkfs.ext4 said."""
    run_mkfs(["mkfs.ext4", "-q", "-F", "-L", label, str(path)], path, package="e2fsprogs")
