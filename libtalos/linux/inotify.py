"""inotify(7) and its flags, under the kernel's names (linux/inotify.h): news of what happens in directories."""

import ctypes
import errno
import os
import struct
from typing import Final, NamedTuple

IN_MODIFY: Final = 0x2
IN_ATTRIB: Final = 0x4
IN_CLOSE_WRITE: Final = 0x8
IN_MOVED_FROM: Final = 0x40
IN_MOVED_TO: Final = 0x80
IN_CREATE: Final = 0x100
IN_DELETE: Final = 0x200
IN_DELETE_SELF: Final = 0x400
IN_MOVE_SELF: Final = 0x800
IN_UNMOUNT: Final = 0x2000
IN_Q_OVERFLOW: Final = 0x4000
IN_IGNORED: Final = 0x8000
IN_ONLYDIR: Final = 0x1000000

_HEAD: Final = struct.Struct("=iIII")  # struct inotify_event: watch, mask, cookie, length of the name
_READ_MAX: Final = 64 * 1024
_HINTS: Final = {
    errno.ENOSPC: "raise fs.inotify.max_user_watches",
    errno.EMFILE: "raise fs.inotify.max_user_instances",
}

_libc = ctypes.CDLL(None, use_errno=True)


class Event(NamedTuple):
    """What happened: to the watched directory itself (no name), or to what is in it under that name."""

    watch: int
    mask: int
    name: str


class Inotify:
    """A descriptor that is readable when something happened in one of the directories."""

    def __init__(self) -> None:
        """inotify_init1(2). Raises OSError."""
        self._fd: int = _libc.inotify_init1(os.O_CLOEXEC | os.O_NONBLOCK)
        if self._fd < 0:
            raise _failure("inotify_init1")

    def fileno(self) -> int:
        """Return the descriptor to wait on."""
        return self._fd

    def add(self, path: str | os.PathLike[str], mask: int) -> int:
        """inotify_add_watch(2): the number of the watch, the same one for the same directory. Raises OSError."""
        watch: int = _libc.inotify_add_watch(self._fd, os.fsencode(path), ctypes.c_uint32(mask))
        if watch < 0:
            raise _failure(f"inotify_add_watch({os.fspath(path)})")
        return watch

    def read(self) -> list[Event]:
        """Return what happened since the last time, at once; nothing if nothing did."""
        events: list[Event] = []
        while True:
            try:
                data = os.read(self._fd, _READ_MAX)
            except BlockingIOError:
                return events
            events += _parse(data)

    def close(self) -> None:
        """Give the descriptor and all watches back."""
        os.close(self._fd)


def _parse(data: bytes) -> list[Event]:
    events, at = [], 0
    while at < len(data):
        watch, mask, _, length = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        events.append(Event(watch, mask, os.fsdecode(data[at : at + length].rstrip(b"\0"))))
        at += length
    return events


def _failure(call: str) -> OSError:
    number = ctypes.get_errno()
    hint = f" ({_HINTS[number]})" if number in _HINTS else ""
    return OSError(number, f"{call}: {os.strerror(number)}{hint}")
