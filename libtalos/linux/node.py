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


def make_block_node(path: Path, numbers: tuple[int, int], *, sys: Path) -> None:
    """Make the node of a block device if path is missing; one that a device left which had this name before goes.

    sys is where sysfs is. Raises OSError as make_node does, FileNotFoundError if the device has gone.
    """
    try:
        made = make_node(path, stat.S_IFBLK, numbers)
    except FileExistsError:
        if not path.is_block_device():
            raise
        path.unlink()
        made = make_node(path, stat.S_IFBLK, numbers)
    if made and not (sys / f"dev/block/{numbers[0]}:{numbers[1]}").exists():
        # it has gone meanwhile, and devtmpfs does not take away what it has not made
        path.unlink(missing_ok=True)
        raise FileNotFoundError(errno.ENOENT, f"{path}: the device has gone")


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
