"""Device nodes (mknod(2)), for a /dev that no devtmpfs or udev fills."""

import errno
import os
import stat
from pathlib import Path


def make_node(path: Path, kind: int, numbers: tuple[int, int], mode: int = 0o600) -> bool:
    """Make a device node (kind: stat.S_IFBLK or S_IFCHR) if path is missing; return whether it was made.

    Raises OSError with path and numbers if it cannot be made, FileExistsError if something else lies there.
    """
    made = _mknod(path, kind | mode, numbers)
    if not is_node(path, kind, numbers):
        message = f"{path}: something else than the device {numbers[0]}:{numbers[1]} lies there; remove it"
        raise FileExistsError(errno.EEXIST, message)
    return made


def is_node(path: Path, kind: int, numbers: tuple[int, int]) -> bool:
    """Return whether path is that device (kind: stat.S_IFBLK or S_IFCHR). Raises OSError if it cannot be looked at."""
    status = path.stat()
    return stat.S_IFMT(status.st_mode) == kind and status.st_rdev == os.makedev(*numbers)


def _mknod(path: Path, mode: int, numbers: tuple[int, int]) -> bool:
    try:
        os.mknod(path, mode, os.makedev(*numbers))
    except FileExistsError:
        return False
    except OSError as error:
        number = error.errno or errno.EIO
        hint = " (CAP_MKNOD and the device cgroup have to allow it)" if number == errno.EPERM else ""
        call = f"mknod(path={path}, device={numbers[0]}:{numbers[1]})"
        raise OSError(number, f"{call}: {os.strerror(number)}{hint}") from error
    return True
