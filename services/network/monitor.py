"""Hearing of changes: the kernel multicasts every change of links, addresses, routes and routing rules."""

from __future__ import annotations

import errno
import os
import select
from contextlib import ExitStack
from typing import TYPE_CHECKING, Protocol

from services.network.netlink import NETLINK_ROUTE, NetlinkListener

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Sequence
    from pathlib import Path

# linux/rtnetlink.h RTMGRP_*, and the bits of RTNLGRP_IPV4_RULE and RTNLGRP_IPV6_RULE
RTMGRP_LINK = 0x1
RTMGRP_IPV4_IFADDR = 0x10
RTMGRP_IPV4_ROUTE = 0x40
RTMGRP_IPV4_RULE = 1 << 8 - 1
RTMGRP_IPV6_IFADDR = 0x100
RTMGRP_IPV6_ROUTE = 0x400
RTMGRP_IPV6_RULE = 1 << 19 - 1
RULES = RTMGRP_IPV4_RULE | RTMGRP_IPV6_RULE
GROUPS = RULES | RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV4_ROUTE | RTMGRP_IPV6_IFADDR | RTMGRP_IPV6_ROUTE


class NetlinkMonitor(NetlinkListener):
    """Calls back after changes. What changed is not looked at: the whole state is read anew, so none can be missed.

    That is also why an overrun of the socket's buffer (ENOBUFS) is no loss: it is a change like any other.
    """

    def __init__(self, *, changed: Callable[[], None], overrun: Callable[[], None]) -> None:
        """Open the socket in the thread's network namespace; raises OSError.

        changed is called once for a burst of messages, overrun when the kernel had to drop some.
        """
        self._changed = changed
        self._overrun = overrun
        super().__init__(NETLINK_ROUTE, mask=GROUPS)
        self._buffer = bytearray(65536)

    def _readable(self) -> None:
        while self._drop():
            pass
        self._changed()

    def _drop(self) -> bool:
        try:
            self._socket.recv_into(self._buffer)
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno != errno.ENOBUFS:
                raise
            self._overrun()
        return True


class NameMonitor:
    """Calls back after the hostname or the domainname has changed: their files can be polled (proc_sys_poll in Linux).

    A change in another UTS namespace may call back, too; whoever listens looks for himself.
    """

    def __init__(self, *, changed: Callable[[], None], proc: Path) -> None:
        """Open the files below proc; raises OSError."""
        self._changed = changed
        self._files = ExitStack()
        # event loops poll for reading only; an epoll within the loop's is what can ask for "urgent"
        self._epoll = self._files.enter_context(select.epoll())
        for name in ("hostname", "domainname"):
            file = os.open(proc / "sys/kernel" / name, os.O_RDONLY | os.O_CLOEXEC)
            self._files.callback(os.close, file)
            self._epoll.register(file, select.EPOLLPRI | select.EPOLLERR)

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Listen on an event loop."""
        loop.add_reader(self._epoll.fileno(), self._readable)

    def stop(self, loop: asyncio.AbstractEventLoop) -> None:
        """Stop listening and close the files."""
        loop.remove_reader(self._epoll.fileno())
        self._files.close()

    def _readable(self) -> None:
        self._epoll.poll(0)
        self._changed()


class Monitor(Protocol):
    """Something that listens."""

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Listen on an event loop."""

    def stop(self, loop: asyncio.AbstractEventLoop) -> None:
        """Stop listening."""


class Monitors:
    """Several as one."""

    def __init__(self, monitors: Sequence[Monitor]) -> None:
        """Listen with these."""
        self._monitors = monitors

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Listen on an event loop."""
        for each in self._monitors:
            each.start(loop)

    def stop(self, loop: asyncio.AbstractEventLoop) -> None:
        """Stop listening."""
        for each in self._monitors:
            each.stop(loop)
