"""Starts through a spawner that do not wait for each other: one is prepared while the one before is being forked."""

import asyncio
import os
import signal
from collections import deque

from libtalos.linux.process import Launch
from libtalos.linux.spawner import PATIENCE, Spawner, SpawnerGoneError
from libtalos.supervise.children import Born, Child, Children

# requests on their way at a time: enough that the spawner never waits for the next one
_WINDOW = 16


class Spawning:
    """Asks a spawner, and watches each child from the moment that its pid is known. Make it in a running loop."""

    def __init__(self, spawner: Spawner, *, children: Children) -> None:
        self.pid = spawner.pid
        self.served = 0
        self._spawner = spawner
        self._children = children
        self._loop = asyncio.get_running_loop()
        self._room = asyncio.Semaphore(_WINDOW)
        self._asked: deque[asyncio.Future[Child]] = deque()
        self._late: asyncio.TimerHandle | None = None
        self._helper = children.watch(spawner.pid, os.pidfd_open(spawner.pid))
        self._loop.add_reader(spawner.fileno(), self._answered)
        self._open = True

    async def start(self, launch: Launch) -> Born:
        """As libtalos.linux.process.start. Raises SpawnerGoneError, TooBigError too: then start it some other way.

        If cancelled, the child is killed as soon as it is known, and only then the cancellation goes on.
        """
        async with self._room:
            report, born = self._ask(launch)
            try:
                return Born(await asyncio.shield(born), report)
            except BaseException as error:
                os.close(report)
                if isinstance(error, asyncio.CancelledError):
                    born.add_done_callback(_end)
                    await asyncio.wait([born])
                raise

    def close(self) -> None:
        """End the helper; who still waits for an answer gets SpawnerGoneError."""
        if self._open:
            self._fail(SpawnerGoneError("the spawner was closed"))

    def _ask(self, launch: Launch) -> tuple[int, "asyncio.Future[Child]"]:
        if not self._open:
            raise SpawnerGoneError("the spawner has ended")
        try:
            report = self._spawner.ask(launch)
        except SpawnerGoneError as error:
            self._fail(error)
            raise
        born: asyncio.Future[Child] = self._loop.create_future()
        self._asked.append(born)
        self._children.expect()
        self._watch_time()
        return report, born

    def _answered(self) -> None:
        """Take one answer; the loop calls again if there are more."""
        born = self._asked[0] if self._asked else None
        try:
            pid = self._spawner.answer()
            if pid is None or born is None:
                return
            born.set_result(self._children.watch(pid, os.pidfd_open(pid)))
            self.served += 1
        except SpawnerGoneError as error:
            self._fail(error)
            return
        except OSError as error:
            if born is not None:
                born.set_exception(error)
        self._settled()
        self._watch_time()

    def _settled(self) -> None:
        self._asked.popleft()
        self._children.expected()

    def _watch_time(self) -> None:
        """Give the oldest open request its time from now."""
        if self._late is not None:
            self._late.cancel()
        problem = SpawnerGoneError(f"the spawner does not answer within {PATIENCE:g} s")
        self._late = self._loop.call_later(PATIENCE, self._fail, problem) if self._asked else None

    def _fail(self, problem: SpawnerGoneError) -> None:
        self._open = False
        self._loop.remove_reader(self._spawner.fileno())
        self._spawner.close()
        self._helper.collect_killed()
        while self._asked:
            self._asked[0].set_exception(problem)
            self._settled()
        self._watch_time()


def _end(born: "asyncio.Future[Child]") -> None:
    if born.exception() is None:
        born.result().signal(signal.SIGKILL)
