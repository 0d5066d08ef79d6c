"""The children of this process: each one's exit is collected once, here, and told to whoever waits for it."""

import asyncio
import os
from collections.abc import Callable
from typing import NamedTuple

from libtalos.linux import pidfd
from libtalos.linux.exits import Exit


class Child:
    """A child process that is watched through its pidfd. `exited` gets its exit."""

    def __init__(self, pid: int, fd: int, loop: asyncio.AbstractEventLoop) -> None:
        self.pid = pid
        self.exited: asyncio.Future[Exit] = loop.create_future()
        self._fd = fd
        self._loop = loop
        loop.add_reader(fd, self.collect)

    async def wait(self) -> Exit:
        """Wait for its end. Cancelling the caller does not disturb others that wait."""
        return await asyncio.shield(self.exited)

    def signal(self, number: int) -> bool:
        """Send a signal; False if the process has ended. Raises PermissionError."""
        return not self.exited.done() and pidfd.send(self._fd, number)

    def collect(self) -> None:
        """Take the exit from the kernel if there is one."""
        if self.exited.done():
            return
        result = pidfd.reap(self._fd)
        if result is not None:
            self._loop.remove_reader(self._fd)
            os.close(self._fd)
            self.exited.set_result(result)

    def collect_killed(self) -> None:
        """Take the exit of a child that was just killed; waits the moment that its end takes."""
        if not self.exited.done():
            os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOWAIT)
            self.collect()


class Born(NamedTuple):
    """A child that was just forked and is watched. `report` is as in libtalos.linux.launch.Started."""

    child: Child
    report: int


class Children:
    """All watched children. In PID 1, `reap` is to be called on SIGCHLD: it collects adopted orphans too."""

    def __init__(self) -> None:
        self._watched: dict[int, Child] = {}
        self._expected = 0
        self._held: Callable[[], object] | None = None

    def expect(self) -> None:
        """A child is being forked whose pid is not known yet: reaping lets unknown exits be until `expected`."""
        self._expected += 1

    def expected(self) -> None:
        """The child is watched now, or there is none."""
        self._expected -= 1
        if self._expected == 0 and self._held is not None:
            held, self._held = self._held, None
            held()

    def watch(self, pid: int, fd: int) -> Child:
        """Watch a child that was just forked, before control returns to the loop. Takes over the pidfd."""
        child = Child(pid, fd, asyncio.get_running_loop())
        self._watched[pid] = child
        child.exited.add_done_callback(lambda _: self._watched.pop(pid, None))
        return child

    def reap(self, stranger: Callable[[Exit], None] = lambda _: None) -> int:
        """Collect every child that has ended, without blocking; returns how many of them nobody watched.

        The kernel is asked who has ended before it is asked to forget: the exit of a watched child goes to whoever
        waits for it, never to the strangers. While a child is expected, an unknown exit may be its own: it stays with
        the kernel, with all behind it, and is looked at again once no child is expected.
        """
        strangers = 0
        while (seen := _peek()) is not None:
            watched = self._watched.pop(seen, None)
            if watched is not None:
                watched.collect()
                continue
            if self._expected:
                self._held = lambda: self.reap(stranger)
                break
            result = os.waitid(os.P_PID, seen, os.WEXITED | os.WNOHANG)
            if result is not None:
                strangers += 1
                stranger(Exit.of(result))
        return strangers


def _peek() -> int | None:
    try:
        result = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return None
    return None if result is None else result.si_pid
