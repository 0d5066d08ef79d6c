"""XFS in a file: what its superblock says, and mkfs.xfs (layout: struct xfs_dsb in the kernel's fs/xfs)."""

import struct
from pathlib import Path
from typing import Final

import msgspec

from libtalos.mounts.making import run_mkfs

MINIMUM_SIZE: Final = 100 << 20  # upstream's STATE; smaller ones were never tried
_SUPPORTED_SIZE: Final = 300 << 20  # mkfs.xfs refuses less, unless the environment says that it is being tested
_TESTED: Final = {"TEST_DIR": "true", "TEST_DEV": "true", "QA_CHECK_FS": "true"}
_MAGIC: Final = b"XFSB"
_SUPERBLOCK: Final = struct.Struct(">4s I Q 92x 12s 6x B")  # magic, block size, blocks, label, in progress


class Superblock(msgspec.Struct, frozen=True):
    """The part of an XFS superblock that matters here."""

    size: int
    label: str
    finished: bool


def superblock(path: Path) -> Superblock | None:
    """Return the superblock of the file system in the file; None if there is no XFS. Raises OSError."""
    with path.open("rb") as file:
        head = file.read(_SUPERBLOCK.size)
    if len(head) < _SUPERBLOCK.size:
        return None
    magic, block_size, blocks, label, in_progress = _SUPERBLOCK.unpack(head)
    if magic != _MAGIC:
        return None
    # mkfs.xfs clears the mark as the last thing it does, so an interrupted one is seen.
    return Superblock(block_size * blocks, label.rstrip(b"\0").decode(errors="replace"), not in_progress)


def make(path: Path, *, label: str, force: bool = False) -> None:
    """Run mkfs.xfs on the file and fsync it. Raises OSError with what mkfs.xfs said.

    Without force it refuses to write over any file system it knows. Upstream makes STATE, which is smaller than
    mkfs.xfs supports, in the same way.
    """
    command = ["mkfs.xfs", "-q", "-n", "ftype=1", "-L", label, *(["-f"] if force else []), str(path)]
    small = path.exists() and path.stat().st_size < _SUPPORTED_SIZE
    run_mkfs(command, path, package="xfsprogs", env=_TESTED if small else None)
