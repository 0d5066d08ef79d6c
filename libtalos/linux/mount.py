"""mount(2), umount2(2), pivot_root(2) and their flags, under the kernel's names (linux/mount.h)."""

import ctypes
import errno
import os
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from libtalos.linux.mounterror import ANY_HINTS, MountError

MS_RDONLY: Final = 1
MS_NOSUID: Final = 2
MS_NODEV: Final = 4
MS_NOEXEC: Final = 8
MS_SYNCHRONOUS: Final = 16
MS_REMOUNT: Final = 32
MS_DIRSYNC: Final = 128
MS_NOSYMFOLLOW: Final = 256
MS_NOATIME: Final = 1024
MS_NODIRATIME: Final = 2048
MS_BIND: Final = 4096
MS_MOVE: Final = 8192
MS_REC: Final = 16384
MS_SILENT: Final = 32768
MS_UNBINDABLE: Final = 1 << 17
MS_PRIVATE: Final = 1 << 18
MS_SLAVE: Final = 1 << 19
MS_SHARED: Final = 1 << 20
MS_RELATIME: Final = 1 << 21
MS_STRICTATIME: Final = 1 << 24
MS_LAZYTIME: Final = 1 << 25

MNT_FORCE: Final = 1
MNT_DETACH: Final = 2
MNT_EXPIRE: Final = 4
UMOUNT_NOFOLLOW: Final = 8

# The kernel copies one page of options and cuts the rest off without a word.
DATA_MAX: Final = 4095

_SYS_PIVOT_ROOT: Final = {"x86_64": 155, "aarch64": 41, "riscv64": 41}

_MOUNT_HINTS: Final[Mapping[int, str]] = MappingProxyType(
    {
        **ANY_HINTS,
        errno.ENODEV: "this kernel does not know that file system type (see /proc/filesystems)",
        errno.EACCES: "a read-only source needs MS_RDONLY",
        errno.EBUSY: "the source is in use, or already mounted here",
        errno.EINVAL: "an option is unknown to the file system, its superblock is not valid, "
        "or the target is no mount point (see dmesg)",
        errno.ENOTBLK: "the source has to be a block device",
        errno.ENOTDIR: "source and target have to be both directories or both files",
        errno.ENXIO: "the block device has no media behind it",
        errno.ELOOP: "too many symbolic links, or overlays stacked too deep",
        errno.EUCLEAN: "the file system is damaged: check it (for XFS: xfs_repair)",
    }
)
_UMOUNT_HINTS: Final[Mapping[int, str]] = MappingProxyType(
    {
        **ANY_HINTS,
        errno.EBUSY: "a process still uses it: stop it, or detach with MNT_DETACH",
        errno.EINVAL: "it is not a mount point",
        errno.ENOENT: "the target does not exist",
    }
)

StrPath = str | os.PathLike[str]

_libc = ctypes.CDLL(None, use_errno=True)
_libc.mount.argtypes = (ctypes.c_char_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_ulong, ctypes.c_char_p)
_libc.umount2.argtypes = (ctypes.c_char_p, ctypes.c_int)
_libc.syscall.argtypes = (ctypes.c_long, ctypes.c_char_p, ctypes.c_char_p)


def mount(
    source: StrPath | None, target: StrPath, fstype: str | None = None, flags: int = 0, data: str | None = None
) -> None:
    """mount(2): attach a file system, or bind, move, remount or change propagation, as flags say.

    Raises MountError with the call, source, target and type in its message, and a hint where a reason is typical.
    """
    call = f"mount(source={_name(source)}, target={_name(target)}, type={fstype or 'none'}"
    call += f", flags={flags:#x}, data={data!r})" if data else f", flags={flags:#x})"
    encoded = _encode(data)
    if encoded is not None and len(encoded) > DATA_MAX:
        hint = f"options longer than {DATA_MAX} bytes"
        raise MountError(errno.E2BIG, call=call, path=_name(target), hint=hint)
    result = _libc.mount(_encode(source), _encode(target), _encode(fstype), flags, encoded)
    _check(result, call, _name(target), _MOUNT_HINTS)


def umount2(target: StrPath, flags: int = 0) -> None:
    """umount2(2): take the topmost mount off target. Raises MountError."""
    call = f"umount2(target={_name(target)}, flags={flags:#x})"
    _check(_libc.umount2(_encode(target), flags), call, _name(target), _UMOUNT_HINTS)


def pivot_root(new_root: StrPath, put_old: StrPath) -> None:
    """pivot_root(2): make new_root the root of this mount namespace and put the old one at put_old.

    Raises MountError with both paths in its message; NotImplementedError on an architecture whose number is not known.
    """
    machine = os.uname().machine
    if machine not in _SYS_PIVOT_ROOT:
        raise NotImplementedError(f"pivot_root: the system call's number on {machine} is not known")
    call = f"pivot_root(new_root={_name(new_root)}, put_old={_name(put_old)})"
    result = _libc.syscall(_SYS_PIVOT_ROOT[machine], _encode(new_root), _encode(put_old))
    hints = {errno.EINVAL: "new_root has to be a mount point, and its parent mount not shared"}
    _check(result, call, _name(new_root), hints)


def _encode(value: StrPath | None) -> bytes | None:
    if value is None:
        return None
    encoded = os.fsencode(value)
    if b"\0" in encoded:
        raise ValueError(f"null byte in {os.fspath(value)!r}")
    return encoded


def _name(value: StrPath | None) -> str:
    return "none" if value is None else os.fspath(value)


def _check(result: int, call: str, path: str, hints: Mapping[int, str]) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise MountError(number, call=call, path=path, hint=hints.get(number, ""))
