"""syncfs(2), which Python does not have."""

import ctypes
import errno
import os
from pathlib import Path
from typing import Final

_libc: Final = ctypes.CDLL(None, use_errno=True)


def syncfs(path: Path) -> None:
    """Write the file system that a file is on back to its device, and no other one. Raises OSError."""
    fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        if _libc.syncfs(fd):
            code = ctypes.get_errno() or errno.EIO
            raise OSError(code, f"syncfs({path}): {os.strerror(code)}")
    finally:
        os.close(fd)
