"""openat2(2) and its flags, under the kernel's names (linux/openat2.h): open a path that cannot leave a directory."""

import ctypes
import errno
import os
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

RESOLVE_NO_XDEV: Final = 0x01
RESOLVE_NO_MAGICLINKS: Final = 0x02
RESOLVE_NO_SYMLINKS: Final = 0x04
RESOLVE_BENEATH: Final = 0x08
RESOLVE_IN_ROOT: Final = 0x10
RESOLVE_CACHED: Final = 0x20

# the same number on every architecture that had system calls added since Linux 5.1 (asm-generic/unistd.h)
_SYS_OPENAT2: Final = 437
# "..", while something is renamed, cannot be vouched for: openat2(2) asks to try again
_ATTEMPTS: Final = 1000

_HINTS: Final[Mapping[int, str]] = MappingProxyType(
    {
        errno.ENOSYS: "openat2 needs Linux 5.6 or later, and a seccomp filter that lets it through",
        errno.EXDEV: "the path leads out of the directory",
        errno.ELOOP: "a symbolic link where none is followed, or too many of them",
        errno.E2BIG: "this kernel does not know a field of struct open_how",
    }
)

StrPath = str | os.PathLike[str]


class _OpenHow(ctypes.Structure):
    """struct open_how of linux/openat2.h."""

    _fields_ = (("flags", ctypes.c_uint64), ("mode", ctypes.c_uint64), ("resolve", ctypes.c_uint64))


_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.argtypes = (ctypes.c_long, ctypes.c_int, ctypes.c_char_p, ctypes.POINTER(_OpenHow), ctypes.c_size_t)
_libc.syscall.restype = ctypes.c_long


def openat2(directory: int, path: StrPath, flags: int, *, mode: int = 0, resolve: int = 0) -> int:
    """openat2(2): open path relative to a directory's descriptor; O_CLOEXEC is added. The caller closes the result.

    Raises OSError with the path as its filename, and a hint in its message where a reason is typical (ENOSYS before
    Linux 5.6); ValueError for a path with a null byte. Tries again what EINTR interrupted, and what a rename at the
    same time made uncertain (EAGAIN).
    """
    encoded = os.fsencode(path)
    if b"\0" in encoded:
        raise ValueError(f"null byte in {os.fspath(path)!r}")
    how = _OpenHow(flags | os.O_CLOEXEC, mode, resolve)
    number = 0
    for _ in range(_ATTEMPTS):
        fd: int = _libc.syscall(_SYS_OPENAT2, directory, encoded, ctypes.byref(how), ctypes.sizeof(how))
        if fd >= 0:
            return fd
        number = ctypes.get_errno()
        if number not in (errno.EAGAIN, errno.EINTR):
            break
    raise _error(number, path)


def _error(number: int, path: StrPath) -> OSError:
    hint = f" ({_HINTS[number]})" if number in _HINTS else ""
    return OSError(number, f"{os.strerror(number)}{hint}", os.fspath(path))
