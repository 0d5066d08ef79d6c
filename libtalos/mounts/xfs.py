"""XFS in a file: what its superblock says, and mkfs.xfs (layout: struct xfs_dsb in the kernel's fs/xfs)."""

import errno
import os
import struct
import subprocess
from pathlib import Path
from typing import Final

import msgspec

MINIMUM_SIZE: Final = 100 << 20  # upstream's STATE; smaller ones were never tried
LABEL_MAX: Final = 12  # bytes
_SUPPORTED_SIZE: Final = 300 << 20  # mkfs.xfs refuses less, unless the environment says that it is being tested
_TESTED: Final = {"TEST_DIR": "true", "TEST_DEV": "true", "QA_CHECK_FS": "true"}
_MAGIC: Final = b"XFSB"
_SUPERBLOCK: Final = struct.Struct(">4s I Q 92x 12s 6x B")  # magic, block size, blocks, label, in progress
_MKFS_TIMEOUT_SECONDS: Final = 300


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
    environment = {**os.environ, **(_TESTED if small else {})}
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_MKFS_TIMEOUT_SECONDS, check=False, env=environment
        )
    except FileNotFoundError as error:
        raise FileNotFoundError(errno.ENOENT, "mkfs.xfs is not in PATH: the image needs xfsprogs") from error
    except subprocess.TimeoutExpired as error:
        raise TimeoutError(errno.ETIMEDOUT, f"{' '.join(command)}: not done in {_MKFS_TIMEOUT_SECONDS} s") from error
    if done.returncode:
        said = " / ".join((done.stderr or done.stdout).strip().splitlines()[:3])
        raise OSError(errno.EIO, f"{' '.join(command)}: exit status {done.returncode}: {said}")
    sync(path)


def sync(path: Path) -> None:
    """fsync a file or directory. Raises OSError."""
    fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
