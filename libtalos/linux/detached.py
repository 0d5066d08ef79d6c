"""A file system that is mounted nowhere: it has a descriptor and no path, and ends with it, however the process ends.

fsopen(2), fsconfig(2) and fsmount(2), under the kernel's names (linux/mount.h); their numbers are the same everywhere.
"""

import ctypes
import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

FSOPEN_CLOEXEC: Final = 1
FSMOUNT_CLOEXEC: Final = 1
FSCONFIG_SET_STRING: Final = 1
FSCONFIG_CMD_CREATE: Final = 6

_SYS_FSOPEN: Final = 430
_SYS_FSCONFIG: Final = 431
_SYS_FSMOUNT: Final = 432
_MESSAGE_MAX: Final = 4096  # bytes of what the kernel says about a failure

_libc = ctypes.CDLL(None, use_errno=True)


@contextmanager
def mounted(source: Path, fstype: str) -> Iterator[int]:
    """Mount a block device; yield a descriptor of its root directory. Raises OSError with the kernel's own words."""
    context = _check(_libc.syscall(_SYS_FSOPEN, fstype.encode(), FSOPEN_CLOEXEC), f"fsopen({fstype})")
    try:
        call = f"fsconfig({fstype}, source={source})"
        value = ctypes.c_char_p(os.fsencode(source))
        _check(_libc.syscall(_SYS_FSCONFIG, context, FSCONFIG_SET_STRING, b"source", value, 0), call, context)
        _check(_libc.syscall(_SYS_FSCONFIG, context, FSCONFIG_CMD_CREATE, None, None, 0), call, context)
        mount = _check(_libc.syscall(_SYS_FSMOUNT, context, FSMOUNT_CLOEXEC, 0), f"fsmount({source})", context)
    finally:
        os.close(context)
    try:
        # fsmount's own is good for paths alone (O_PATH)
        root = os.open(".", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC, dir_fd=mount)
        try:
            yield root
        finally:
            os.close(root)
    finally:
        os.close(mount)


def _check(result: int, call: str, context: int | None = None) -> int:
    if result >= 0:
        return result
    code = ctypes.get_errno() or errno.EIO
    raise OSError(code, f"{call}: {os.strerror(code)}{_said(context)}")


def _said(context: int | None) -> str:
    """Return what the kernel left in the context about a failure."""
    with suppress(OSError):
        if context is not None:
            return f" ({os.read(context, _MESSAGE_MAX).decode(errors='replace').strip()})"
    return ""
