"""Waiting for a file to appear, by inotify(7)."""

import asyncio
from pathlib import Path

from libtalos.linux.inotify import IN_CREATE, IN_MOVED_TO, Inotify


async def appeared(path: Path) -> None:
    """Return once there is something at path. Its directory must exist. Raises OSError if it does not."""
    inotify = Inotify()
    try:
        inotify.add(path.parent, IN_CREATE | IN_MOVED_TO)
        # Looked at after the watch began: what is made in between is not missed.
        while not path.exists():  # noqa: ASYNC240 - a stat of a local file
            await readable(inotify.fileno())
            inotify.read()
    finally:
        inotify.close()


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
