"""Mounting with the API of Linux 5.2, and with mount(2) where a kernel or a seccomp filter does not have that.

Flags are mount(2)'s MS_ flags in any case.
"""

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from libtalos.linux import fsmount, mount
from libtalos.linux.fsmount import Descriptor
from libtalos.linux.mounterror import MountError

# A filter that is older than the calls answers EPERM; whoever really may not mount hears it from mount(2) once more.
_WITHOUT: Final = frozenset({errno.ENOSYS, errno.EPERM})
_ATTRIBUTES: Final = {
    mount.MS_RDONLY: fsmount.MOUNT_ATTR_RDONLY,
    mount.MS_NOSUID: fsmount.MOUNT_ATTR_NOSUID,
    mount.MS_NODEV: fsmount.MOUNT_ATTR_NODEV,
    mount.MS_NOEXEC: fsmount.MOUNT_ATTR_NOEXEC,
    mount.MS_NOATIME: fsmount.MOUNT_ATTR_NOATIME,
    mount.MS_STRICTATIME: fsmount.MOUNT_ATTR_STRICTATIME,
    mount.MS_NODIRATIME: fsmount.MOUNT_ATTR_NODIRATIME,
    mount.MS_NOSYMFOLLOW: fsmount.MOUNT_ATTR_NOSYMFOLLOW,
}
# statvfs(3) tells a mount's flags by the numbers of mount(2), but for relatime, which is the default
_KEPT: Final = mount.MS_NOSUID | mount.MS_NODEV | mount.MS_NOEXEC | mount.MS_NOATIME | mount.MS_NODIRATIME
# of the file system and not of the mount alone, as mount(2) has it
_FOR_THE_FILE_SYSTEM: Final = {
    mount.MS_RDONLY: "ro",
    mount.MS_SYNCHRONOUS: "sync",
    mount.MS_DIRSYNC: "dirsync",
    mount.MS_LAZYTIME: "lazytime",
}
# a comma after a backslash is part of a path (overlayfs)
_OPTION: Final = re.compile(r"(?:\\.|[^,\\])+")


def attach(source: str, target: Path, fstype: str, flags: int = 0, data: str = "") -> None:
    """Mount a file system. Raises MountError."""
    try:
        context = fsmount.fsopen(fstype)
    except MountError as error:
        if error.errno not in _WITHOUT:
            raise
        mount.mount(source, target, fstype, flags, data or None)
        return
    with context, _created(context, source, target, flags, data) as detached:
        fsmount.move_mount(detached, target)


@contextmanager
def detached(device: Path, fstype: str) -> Iterator[int]:
    """Mount a device nowhere: yield a descriptor of its root directory, with which it ends, however the process ends.

    Only the API of Linux 5.2 can do that. Raises MountError.
    """
    with fsmount.fsopen(fstype) as context, _created(context, str(device), device, 0, "") as mounted:
        # the mount's own descriptor is good for paths alone (O_PATH)
        root = os.open(".", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC, dir_fd=mounted.fd)
        try:
            yield root
        finally:
            os.close(root)


def bind(source: Path, target: Path, flags: int = 0) -> None:
    """Mount a file or directory at a second place; with the new API it never shows without its flags.

    Raises MountError.
    """
    try:
        detached = _clone(source, flags)
    except MountError as error:
        if error.errno not in _WITHOUT:
            raise
        _bind_in_two(source, target, flags)
        return
    with detached:
        fsmount.move_mount(detached, target)


def rebind(source: Path, target: Path, flags: int = 0) -> None:
    """Put a bind in the place of what is mounted at target: who looks there sees the one or the other.

    Before Linux 6.5 nothing goes below a mount, so that for a moment neither is there. Raises MountError.
    """
    try:
        detached = _clone(source, flags)
    except MountError as error:
        if error.errno not in _WITHOUT:
            raise
        mount.umount2(target, mount.MNT_DETACH)
        _bind_in_two(source, target, flags)
        return
    with detached:
        try:
            fsmount.move_mount(detached, target, fsmount.MOVE_MOUNT_BENEATH)
        except MountError:
            mount.umount2(target, mount.MNT_DETACH)
            fsmount.move_mount(detached, target)
        else:
            mount.umount2(target, mount.MNT_DETACH)


def set_flags(target: Path, flags: int, clear: int) -> None:
    """Give a mount these flags and take those of clear from it; the file system behind stays. Raises MountError."""
    try:
        fsmount.mount_setattr(target, set_=_attributes(flags), clear=_attributes(clear))
    except MountError as error:
        if error.errno not in _WITHOUT:
            raise
        mount.mount(None, target, flags=mount.MS_REMOUNT | mount.MS_BIND | flags)


def make_writable(target: Path) -> None:
    """Let the file system at target be written to again. Raises MountError."""
    try:
        context = fsmount.fspick(target)
    except MountError as error:
        if error.errno not in _WITHOUT:
            raise
        # mount(2) gives the mount new flags, too: those that it has already
        mount.mount(None, target, flags=mount.MS_REMOUNT | os.statvfs(target).f_flag & _KEPT)
        return
    with context:
        fsmount.fsconfig(context, fsmount.FSCONFIG_SET_FLAG, "rw", path=str(target))
        fsmount.fsconfig(context, fsmount.FSCONFIG_CMD_RECONFIGURE, path=str(target))


def propagate(target: Path, kind: int) -> None:
    """Make a mount MS_SHARED or MS_PRIVATE. Raises MountError."""
    try:
        fsmount.mount_setattr(target, propagation=kind)
    except MountError as error:
        if error.errno not in _WITHOUT:
            raise
        mount.mount(None, target, flags=kind)


def options(data: str) -> Iterator[tuple[str, str | None]]:
    """Return the options of a file system, each with its value."""
    for text in _OPTION.findall(data):
        key, equals, value = text.partition("=")
        yield key, value if equals else None


def _created(context: fsmount.Context, source: str, target: Path, flags: int, data: str) -> Descriptor:
    path = str(target)
    fsmount.fsconfig(context, fsmount.FSCONFIG_SET_STRING, "source", source, path=path)
    for flag, name in _FOR_THE_FILE_SYSTEM.items():
        if flags & flag:
            fsmount.fsconfig(context, fsmount.FSCONFIG_SET_FLAG, name, path=path)
    for key, value in options(data):
        command = fsmount.FSCONFIG_SET_FLAG if value is None else fsmount.FSCONFIG_SET_STRING
        fsmount.fsconfig(context, command, key, value, path=path)
    fsmount.fsconfig(context, fsmount.FSCONFIG_CMD_CREATE, path=path)
    return fsmount.fsmount(context, _attributes(flags), path=path)


def _clone(source: Path, flags: int) -> Descriptor:
    detached = fsmount.open_tree(source)
    try:
        # A clone of a shared mount is its peer: what is mounted on the bind later would appear on the source as well.
        fsmount.mount_setattr(detached, set_=_attributes(flags), propagation=mount.MS_PRIVATE, path=str(source))
    except MountError:
        with detached:
            raise
    return detached


def _bind_in_two(source: Path, target: Path, flags: int) -> None:
    mount.mount(source, target, flags=mount.MS_BIND)
    try:
        mount.mount(None, target, flags=mount.MS_PRIVATE)
        if flags:
            mount.mount(None, target, flags=mount.MS_REMOUNT | mount.MS_BIND | flags)
    except MountError:
        mount.umount2(target, mount.MNT_DETACH)  # a bind that can be written through is worse than none
        raise


def _attributes(flags: int) -> int:
    return sum(attribute for flag, attribute in _ATTRIBUTES.items() if flags & flag)
