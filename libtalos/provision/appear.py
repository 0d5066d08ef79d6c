"""Waiting for a file to appear, by inotify(7)."""

import asyncio
import ctypes
import os
from pathlib import Path
from typing import Final

IN_CREATE: Final = 0x100
IN_MOVED_TO: Final = 0x80
_EVENTS_MAX: Final = 64 * 1024

_libc = ctypes.CDLL(None, use_errno=True)


async def appeared(path: Path) -> None:
    """Return once there is something at path. Its directory must exist. Raises OSError if it does not."""
    fd = _watch(path.parent)
    try:
        # Looked at after the watch began: what is made in between is not missed.
        while not path.exists():  # noqa: ASYNC240 - a stat of a local file
            await readable(fd)
            os.read(fd, _EVENTS_MAX)
    finally:
        os.close(fd)


async def readable(fd: int) -> None:
    """Return once fd is readable (a pidfd is when its process has exited)."""
    loop = asyncio.get_running_loop()
    ready: asyncio.Future[None] = loop.create_future()
    # Level-triggered: it would fire again before this coroutine has run.
    loop.add_reader(fd, lambda: None if ready.done() else ready.set_result(None))
    try:
        await ready
    finally:
        loop.remove_reader(fd)


def _watch(directory: Path) -> int:
    fd: int = _libc.inotify_init1(os.O_CLOEXEC | os.O_NONBLOCK)
    if fd < 0:
        raise _failure("inotify_init1")
    if _libc.inotify_add_watch(fd, os.fsencode(directory), IN_CREATE | IN_MOVED_TO) < 0:
        error = _failure(f"inotify_add_watch({directory})")
        os.close(fd)
        raise error
    return fd


def _failure(call: str) -> OSError:
    number = ctypes.get_errno()
    return OSError(number, f"{call}: {os.strerror(number)}")
