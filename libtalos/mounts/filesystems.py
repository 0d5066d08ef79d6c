"""The file systems that a volume may have: whether one is there, and how it is made."""

from pathlib import Path
from typing import Final

from libtalos.mounts import ext4, xfs

XFS: Final = "xfs"
EXT4: Final = "ext4"


def whole(path: Path, fstype: str) -> bool | None:
    """Return whether a device or file has that file system, whole; False if its making was cut short, None if none.

    Raises OSError.
    """
    if fstype == EXT4:
        return None if ext4.size(path) is None else True
    found = xfs.superblock(path)
    return None if found is None else found.finished


def size(path: Path, fstype: str) -> int:
    """Return the size in bytes of that file system, 0 if there is none. Raises OSError."""
    if fstype == EXT4:
        return ext4.size(path) or 0
    found = xfs.superblock(path)
    return found.size if found else 0


def make(path: Path, fstype: str, *, label: str, force: bool = False) -> None:
    """Make one. force: also over one that was cut short. Raises OSError with what mkfs said."""
    if fstype == EXT4:
        ext4.make(path, label=label)
    else:
        xfs.make(path, label=label, force=force)


def named(fstype: str) -> str:
    """Return its name as people write it."""
    return fstype.upper() if fstype == XFS else fstype
