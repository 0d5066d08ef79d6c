"""Short programs: run one, wait for its end, keep the last part of what it says."""

import asyncio
import contextlib
import os
import signal
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import NamedTuple

from libtalos.linux.exits import Exit
from libtalos.linux.launch import Launch, Report
from libtalos.supervise.children import Born, Child
from libtalos.supervise.errors import LaunchError

_KEEP = 64 * 1024


class Completed(NamedTuple):
    """How a program ended, and the last 64 KiB of its output (stdout and stderr as they came)."""

    exit: Exit
    output: bytes


async def report_of(report: int) -> Report:
    """Wait until a forked child has become its program, or failed to. Closes the descriptor."""
    data = bytearray()
    try:
        # often all has been said already, and then there is no need to watch
        if not _all_read(report, data):
            await _read_to_end(report, data)
    finally:
        os.close(report)
    return Report.parse(bytes(data))


async def _read_to_end(fd: int, data: bytearray) -> None:
    loop = asyncio.get_running_loop()
    done: asyncio.Future[None] = loop.create_future()

    def read() -> None:
        if _all_read(fd, data) and not done.done():
            done.set_result(None)

    loop.add_reader(fd, read)
    try:
        await done
    finally:
        loop.remove_reader(fd)


def _all_read(fd: int, data: bytearray) -> bool:
    """Take what is there; True at the end of the file."""
    with contextlib.suppress(BlockingIOError):
        while piece := os.read(fd, 4096):
            data.extend(piece)
        return True
    return False


class Programs:
    """Runs programs as children of this process. `start` is Starter.start."""

    def __init__(
        self,
        *,
        environment: Mapping[str, str],
        start: Callable[[Launch], Awaitable[Born]],
    ) -> None:
        self._start = start
        self._environment = dict(environment)

    async def run(self, command: Sequence[str]) -> Completed:
        """Run a program to its end. If cancelled, kills its session's process group first. Raises LaunchError."""
        reader, writer = os.pipe2(os.O_CLOEXEC)
        os.set_blocking(reader, False)
        try:
            try:
                launch = Launch(argv=tuple(command), env=self._environment, stdout=writer, stderr=writer)
                born = await self._start(launch)
            finally:
                os.close(writer)
            return await self._complete(born, reader)
        finally:
            os.close(reader)

    async def _complete(self, born: Born, reader: int) -> Completed:
        child = born.child
        try:
            report = await report_of(born.report)
            if report.error is not None:
                raise LaunchError(report.error)
            output = await _read_until(reader, child)
            return Completed(await child.wait(), output)
        finally:
            if not child.exited.done():
                child.signal(signal.SIGKILL)
                with contextlib.suppress(ProcessLookupError):  # it has not even started its session
                    os.killpg(child.pid, signal.SIGKILL)


async def _read_until(reader: int, child: Child) -> bytes:
    """Collect output until the program has ended; what a left-over child says later is not waited for."""
    loop = asyncio.get_running_loop()
    kept = bytearray()

    def read() -> bool:
        try:
            piece = os.read(reader, _KEEP)
        except BlockingIOError:
            return False
        kept.extend(piece)
        del kept[:-_KEEP]
        if not piece:
            loop.remove_reader(reader)
        return bool(piece)

    loop.add_reader(reader, read)
    try:
        await child.wait()
    finally:
        loop.remove_reader(reader)
    while read():
        pass
    return bytes(kept)
