"""Waiting for the end of a control group's members, by events of the kernel."""

import asyncio
import os
import select
from pathlib import Path

from libtalos.linux.cgroup import Group


async def empty(group: Group) -> None:
    """Kill every member of the group and return once all are gone. Returns at once if there is none."""
    while group.populated():
        group.kill()
        if group.events_file is not None:
            await _until_changed(group)
        else:
            await _until_gone(group)


async def clear(group: Group) -> None:
    """Kill what is in the group, and remove it.

    A group in which cgroup.kill was used must not be used again: Linux 6.18 kills whatever is later born into it
    (clone3 with CLONE_INTO_CGROUP compares the kill count of the new group with that of the parent's group).
    """
    await empty(group)
    group.remove()


async def _until_changed(group: Group) -> None:
    """Wait for cgroup.events to change, unless the group has emptied since the watch began.

    The file signals EPOLLPRI, which event loops cannot ask for; an epoll descriptor of its own can, and is itself
    readable for any loop. Opening the file, then reading it, arms the watch.
    """
    try:
        fd = os.open(Path(str(group.events_file)), os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    watch = select.epoll()
    try:
        watch.register(fd, select.EPOLLPRI)
        if b"populated 1" in os.pread(fd, 4096, 0):
            await _readable(watch.fileno())
    finally:
        watch.close()
        os.close(fd)


async def _until_gone(group: Group) -> None:
    """Version 1 has no event for a group; its members have one each."""
    fds = group.members()
    try:
        for fd in fds:
            await _readable(fd)
    finally:
        for fd in fds:
            os.close(fd)


async def _readable(fd: int) -> None:
    loop = asyncio.get_running_loop()
    ready: asyncio.Future[None] = loop.create_future()

    def set_ready() -> None:
        if not ready.done():
            ready.set_result(None)

    loop.add_reader(fd, set_ready)
    try:
        await ready
    finally:
        loop.remove_reader(fd)
