"""Whether a file system that is mounted is dead: its device failed or has gone, and nothing can be used any more."""

import errno
import os
from pathlib import Path
from typing import Final

from libtalos.linux.mountinfo import MountInfo

# what ext4 shows among its options since Linux 6.12
_MARKS: Final = frozenset({"shutdown", "emergency_ro"})
# XFS answers every call so once it has shut down
_ERRORS: Final = frozenset({errno.EIO, errno.ENODEV, errno.ENXIO, errno.ESHUTDOWN})


def dead(mount: MountInfo, path: Path) -> bool:
    """Return whether the file system of a mount is dead; path is where this process has it."""
    if _MARKS.intersection(mount.super_options):
        return True
    try:
        os.stat(path)  # noqa: PTH116 - the call and its error are what is asked for
    except OSError as error:
        return error.errno in _ERRORS
    return False
