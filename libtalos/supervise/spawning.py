"""Starts through a spawner that do not wait for each other: one is prepared while the one before is being forked."""

import asyncio
import os
import signal
from collections import deque

from libtalos.linux.launch import Launch
from libtalos.linux.spawner import PATIENCE, Spawner, SpawnerGoneError
from libtalos.supervise.children import Born, Child, Children

# requests on their way at a time: enough that the spawner never waits for the next one
_WINDOW = 32


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
        self._progress = 0.0
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
                return Born(await born, report)
            except BaseException as error:
                os.close(report)
                if isinstance(error, asyncio.CancelledError):
                    await self._unwanted(born)
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
        self._children.expect()
        if not self._asked:
            self._progress = self._loop.time()
        self._asked.append(born)
        if self._late is None:
            self._late = self._loop.call_later(PATIENCE, self._check_progress)
        return report, born

    async def _unwanted(self, born: "asyncio.Future[Child]") -> None:
        """Have the child killed; wait until it is known if it is not."""
        if not born.cancelled():
            _end(born)
        elif born in self._asked:
            late: asyncio.Future[Child] = self._loop.create_future()
            late.add_done_callback(_end)
            self._asked[self._asked.index(born)] = late
            await asyncio.wait([late])

    def _answered(self) -> None:
        """Take what answers there are; a helper that has ended is noticed here too, also while it has nothing to do."""
        while self._open:
            try:
                pid = self._spawner.answer()
                if pid is None:
                    return
                self._settle(self._children.watch(pid, os.pidfd_open(pid)))
                self.served += 1
            except SpawnerGoneError as error:
                self._fail(error)
            except OSError as error:
                self._settle(error)

    def _settle(self, outcome: Child | Exception) -> None:
        """Tell the one that asked first; a child that nobody waits for any more is killed."""
        born = self._asked.popleft()
        if isinstance(outcome, Child):
            if born.cancelled():
                outcome.signal(signal.SIGKILL)
            else:
                born.set_result(outcome)
        elif not born.cancelled():
            born.set_exception(outcome)
        self._progress = self._loop.time()
        self._children.expected()

    def _check_progress(self) -> None:
        """One timer for all requests: it runs on for as long as any is open."""
        self._late = None
        if not self._asked:
            return
        left = self._progress + PATIENCE - self._loop.time()
        if left <= 0:
            self._fail(SpawnerGoneError(f"the spawner does not answer within {PATIENCE:g} s"))
        else:
            self._late = self._loop.call_later(left, self._check_progress)

    def _fail(self, problem: SpawnerGoneError) -> None:
        self._open = False
        self._loop.remove_reader(self._spawner.fileno())
        self._spawner.close()
        self._helper.collect_killed()
        while self._asked:
            self._settle(problem)
        if self._late is not None:
            self._late.cancel()


def _end(born: "asyncio.Future[Child]") -> None:
    if born.exception() is None:
        born.result().signal(signal.SIGKILL)
