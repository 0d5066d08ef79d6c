"""The mount API with a file descriptor for each step, under the kernel's names (linux/mount.h, Linux 5.2 and later).

fsopen(2), fsconfig(2), fsmount(2), fspick(2), open_tree(2), move_mount(2), mount_setattr(2). A file system context has
a log of its own, in which a file system says what it does not like; a MountError has it.
"""

import ctypes
import errno
import os
from collections.abc import Mapping
from types import MappingProxyType, TracebackType
from typing import Final, Self

from libtalos.linux.mounterror import ANY_HINTS, MountError

AT_FDCWD: Final = -100
AT_EMPTY_PATH: Final = 0x1000
AT_RECURSIVE: Final = 0x8000

FSOPEN_CLOEXEC: Final = 1
FSPICK_CLOEXEC: Final = 1
FSMOUNT_CLOEXEC: Final = 1
OPEN_TREE_CLONE: Final = 1
OPEN_TREE_CLOEXEC: Final = os.O_CLOEXEC

FSCONFIG_SET_FLAG: Final = 0
FSCONFIG_SET_STRING: Final = 1
FSCONFIG_CMD_CREATE: Final = 6
FSCONFIG_CMD_RECONFIGURE: Final = 7

MOVE_MOUNT_F_EMPTY_PATH: Final = 0x4
MOVE_MOUNT_BENEATH: Final = 0x200  # Linux 6.5

MOUNT_ATTR_RDONLY: Final = 0x1
MOUNT_ATTR_NOSUID: Final = 0x2
MOUNT_ATTR_NODEV: Final = 0x4
MOUNT_ATTR_NOEXEC: Final = 0x8
MOUNT_ATTR_NOATIME: Final = 0x10
MOUNT_ATTR_STRICTATIME: Final = 0x20
MOUNT_ATTR_NODIRATIME: Final = 0x80
MOUNT_ATTR_NOSYMFOLLOW: Final = 0x200000
_MOUNT_ATTR__ATIME: Final = 0x70

# the same numbers on every architecture (asm-generic/unistd.h)
_SYS_OPEN_TREE: Final = 428
_SYS_MOVE_MOUNT: Final = 429
_SYS_FSOPEN: Final = 430
_SYS_FSCONFIG: Final = 431
_SYS_FSMOUNT: Final = 432
_SYS_FSPICK: Final = 433
_SYS_MOUNT_SETATTR: Final = 442

_LOG_LINE_MAX: Final = 4096  # bytes; a message is cut off by read(2), never split
_HINTS: Final[Mapping[int, str]] = MappingProxyType(
    {
        **ANY_HINTS,
        errno.ENODEV: "this kernel does not know that file system type (see /proc/filesystems)",
        errno.EACCES: "a read-only source needs the option ro",
        errno.EBUSY: "the source is in use, or already mounted here",
        errno.EINVAL: "an option is unknown to the file system, its superblock is not valid, or the target is no mount "
        "point (see dmesg)",
        errno.ENOTBLK: "the source has to be a block device",
        errno.ENOTDIR: "source and target have to be both directories or both files",
        errno.ENXIO: "the block device has no media behind it",
        errno.ELOOP: "too many symbolic links, or overlays stacked too deep",
        errno.EUCLEAN: "the file system is damaged: check it (for XFS: xfs_repair)",
        errno.ENOSYS: "this kernel, or a seccomp filter, does not have the call",
    }
)

StrPath = str | os.PathLike[str]
Argument = ctypes.c_int | ctypes.c_uint | ctypes.c_char_p | ctypes.c_size_t | object


class _MountAttr(ctypes.Structure):
    """struct mount_attr of linux/mount.h."""

    _fields_ = (
        ("attr_set", ctypes.c_uint64),
        ("attr_clr", ctypes.c_uint64),
        ("propagation", ctypes.c_uint64),
        ("userns_fd", ctypes.c_uint64),
    )


_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long


class Descriptor:
    """A context or a detached mount, closed at the end of a with statement; a detached mount is gone by that."""

    __slots__ = ("fd",)

    def __init__(self, fd: int) -> None:
        """Take the descriptor."""
        self.fd = fd

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self.fd)


class Context(Descriptor):
    """A file system context: its parameters are set one by one."""

    __slots__ = ()

    def log(self) -> tuple[str, ...]:
        """Take what the kernel has said since the last time: errors, and warnings marked as such."""
        lines = []
        while True:
            try:
                lines.append(os.read(self.fd, _LOG_LINE_MAX).decode(errors="replace").rstrip("\n"))
            except OSError:  # ENODATA: that was all
                return tuple(_words(line) for line in lines)


def fsopen(fstype: str) -> Context:
    """fsopen(2): begin a new file system. Raises MountError."""
    call = f"fsopen({fstype})"
    return Context(_call(_SYS_FSOPEN, _text(fstype), ctypes.c_uint(FSOPEN_CLOEXEC), call=call, path=fstype))


def fspick(target: StrPath) -> Context:
    """fspick(2): take up a mounted file system, for reconfiguring it. Raises MountError."""
    path = os.fspath(target)
    arguments = (ctypes.c_int(AT_FDCWD), _text(path), ctypes.c_uint(FSPICK_CLOEXEC))
    return Context(_call(_SYS_FSPICK, *arguments, call=f"fspick({path})", path=path))


def fsconfig(context: Context, command: int, key: str | None = None, value: str | None = None, *, path: str) -> None:
    """fsconfig(2): set a parameter, or act on the context; path is what it is for. Raises MountError with the log."""
    named = {FSCONFIG_CMD_CREATE: "create", FSCONFIG_CMD_RECONFIGURE: "reconfigure"}.get(command, "set")
    call = " ".join(filter(None, (f"fsconfig({named}", key and (key if value is None else f"{key}={value}"))))
    arguments = (ctypes.c_int(context.fd), ctypes.c_uint(command), _text(key), _text(value), ctypes.c_int(0))
    _call(_SYS_FSCONFIG, *arguments, call=f"{call}) for {path}", path=path, context=context)


def fsmount(context: Context, attributes: int, *, path: str) -> Descriptor:
    """fsmount(2): a detached mount of a created context, with MOUNT_ATTR_ flags. Raises MountError with the log."""
    call = f"fsmount(attributes={attributes:#x}) for {path}"
    arguments = (ctypes.c_int(context.fd), ctypes.c_uint(FSMOUNT_CLOEXEC), ctypes.c_uint(attributes))
    return Descriptor(_call(_SYS_FSMOUNT, *arguments, call=call, path=path, context=context))


def open_tree(path: StrPath) -> Descriptor:
    """open_tree(2) with OPEN_TREE_CLONE: a detached bind of a file or directory. Raises MountError."""
    name = os.fspath(path)
    flags = ctypes.c_uint(OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC)
    call = f"open_tree({name})"
    return Descriptor(_call(_SYS_OPEN_TREE, ctypes.c_int(AT_FDCWD), _text(name), flags, call=call, path=name))


def move_mount(mount: Descriptor, target: StrPath, flags: int = 0) -> None:
    """move_mount(2): put a detached mount on target, or with MOVE_MOUNT_BENEATH below what is there.

    Raises MountError.
    """
    path = os.fspath(target)
    call = f"move_mount(target={path}, flags={flags:#x})"
    source = (ctypes.c_int(mount.fd), _text(""))
    place = (ctypes.c_int(AT_FDCWD), _text(path), ctypes.c_uint(flags | MOVE_MOUNT_F_EMPTY_PATH))
    _call(_SYS_MOVE_MOUNT, *source, *place, call=call, path=path)


def mount_setattr(
    target: StrPath | Descriptor, *, set_: int = 0, clear: int = 0, propagation: int = 0, path: str = ""
) -> None:
    """mount_setattr(2) of a mount, attached (by its path) or detached. propagation: MS_SHARED and the like.

    Raises MountError; path names a detached mount in it.
    """
    name = path if isinstance(target, Descriptor) else os.fspath(target)
    atime = _MOUNT_ATTR__ATIME if set_ & _MOUNT_ATTR__ATIME else 0  # a choice of one: the old one has to be cleared
    attributes = _MountAttr(set_, clear | atime, propagation, 0)
    call = f"mount_setattr({name}, set={set_:#x}, clear={clear:#x}, propagation={propagation:#x})"
    detached = isinstance(target, Descriptor)
    place = (
        ctypes.c_int(target.fd if isinstance(target, Descriptor) else AT_FDCWD),
        _text("" if detached else name),
        ctypes.c_uint(AT_EMPTY_PATH if detached else 0),
    )
    size = ctypes.c_size_t(ctypes.sizeof(attributes))
    _call(_SYS_MOUNT_SETATTR, *place, ctypes.byref(attributes), size, call=call, path=name)


def _words(line: str) -> str:
    """Take the severity off a line of the log: "e tmpfs: ...", of which only that of a warning is told."""
    severity, _, text = line.partition(" ")
    return f"warning: {text}" if severity == "w" else text


def _text(value: str | None) -> ctypes.c_char_p:
    if value is None:
        return ctypes.c_char_p(None)
    encoded = os.fsencode(value)
    if b"\0" in encoded:
        raise ValueError(f"null byte in {value!r}")
    return ctypes.c_char_p(encoded)


def _call(number: int, *arguments: Argument, call: str, path: str, context: Context | None = None) -> int:
    result: int = _libc.syscall(ctypes.c_long(number), *arguments)
    if result >= 0:
        return result
    error = ctypes.get_errno()
    kernel = context.log() if context is not None else ()
    raise MountError(error, call=call, path=path, kernel=kernel, hint=_HINTS.get(error, ""))
