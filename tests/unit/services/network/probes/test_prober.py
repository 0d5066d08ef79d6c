"""One probe: what fails, when that is told, and when it is tried again."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import os
import socket
from collections.abc import Callable

import pytest

from services.network.probes.prober import Outcome, Prober, connect
from services.network.probes.settings import Probe

SECOND = 10**9
PROBE = Probe(endpoint="[::1]:443", interval=5 * SECOND, timeout=2 * SECOND)


class Ended(BaseException):
    """The time of a test is over."""


class Lab:
    """A probe whose tries come out as planned, on a clock of its own; each try takes a second."""

    def __init__(self, *plan: Exception | None, probe: Probe = PROBE, takes: float = 1.0) -> None:
        self.plan = list(plan)
        self.now = 0.0
        self.takes = takes
        self.told: list[tuple[float, str]] = []
        self.targets: list[tuple[str, int]] = []
        self.slept: list[float] = []
        self.prober = Prober(
            probe=probe, connect=self.connect, sleep=self.sleep, clock=lambda: self.now, told=self.tell
        )

    def tell(self, outcome: Outcome) -> None:
        """Keep."""
        assert outcome.success is not bool(outcome.error)
        self.told.append((self.now, outcome.error))

    async def connect(self, host: str, port: int) -> None:
        """Do as planned."""
        self.targets.append((host, port))
        self.now += self.takes
        error = self.plan.pop(0)
        if error is not None:
            raise error

    async def sleep(self, seconds: float) -> None:
        """Let time pass, or end when nothing is planned any more."""
        self.slept.append(seconds)
        self.now += seconds
        if not self.plan:
            raise Ended

    async def run(self) -> list[tuple[float, str]]:
        """Run the plan; what was told at which time."""
        with pytest.raises(Ended):
            await self.prober.run()
        return self.told


REFUSED = ConnectionRefusedError(errno.ECONNREFUSED, os.strerror(errno.ECONNREFUSED))
SAID = "[::1]:443: Connection refused"


async def test_it_is_tried_at_each_interval_and_told() -> None:
    lab = Lab(None, REFUSED, None)
    assert await lab.run() == [(1.0, ""), (6.0, SAID), (11.0, "")]
    assert lab.targets == [("::1", 443)] * 3


async def test_a_threshold_is_how_often_it_may_fail_in_a_row() -> None:
    probe = Probe(endpoint="[::1]:443", interval=5 * SECOND, timeout=SECOND, failure_threshold=2)
    lab = Lab(REFUSED, REFUSED, None, REFUSED, REFUSED, REFUSED, REFUSED, None, probe=probe)
    assert await lab.run() == [(11.0, ""), (26.0, SAID), (31.0, SAID), (36.0, "")]


async def test_there_is_a_pause_after_a_try_that_was_longer_than_the_interval() -> None:
    lab = Lab(None, None, takes=7.0)
    await lab.run()
    assert lab.slept == [0.1, 0.1]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (TimeoutError(errno.ETIMEDOUT, "Connection timed out"), "[::1]:443: Connection timed out"),
        (TimeoutError(), "[::1]:443: no connection within 2 s"),
        (socket.gaierror(-2, "Name or service not known"), "[::1]:443: Name or service not known"),
        (OSError("several ways failed"), "[::1]:443: several ways failed"),
        (UnicodeError("label too long"), "[::1]:443: not a host: label too long"),
    ],
)
async def test_failures_in_words(error: Exception, said: str) -> None:
    assert await Lab(error).run() == [(1.0, said)]


async def test_a_try_that_hangs_is_given_up() -> None:
    told: asyncio.Queue[Outcome] = asyncio.Queue()

    async def hang(host: str, port: int) -> None:
        await asyncio.Event().wait()

    probe = Probe(endpoint="a:1", interval=3600 * SECOND, timeout=SECOND // 100)
    clock: Callable[[], float] = asyncio.get_running_loop().time
    prober = Prober(probe=probe, connect=hang, sleep=asyncio.sleep, clock=clock, told=told.put_nowait)
    task = asyncio.create_task(prober.run())
    assert await told.get() == Outcome("a:1: no connection within 0.01 s")
    task.cancel()
    await asyncio.wait([task])


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_a_connection_is_made_and_ended(host: str) -> None:
    ended = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionResetError):
            assert await reader.read() == b""
        writer.close()
        ended.set()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    await connect(host, port)
    await ended.wait()
    server.close()
    await server.wait_closed()
    with pytest.raises(OSError, match=r"(?i)refused|connect call failed"):
        await connect(host, port)


@pytest.mark.parametrize("host", ["a" * 64, "a\0b"])
async def test_what_is_no_host_is_an_error_like_any_other(host: str) -> None:
    loop = asyncio.get_running_loop()
    told: asyncio.Queue[Outcome] = asyncio.Queue()
    probe = Probe(endpoint=f"{host}:1", interval=3600 * SECOND, timeout=SECOND * 60)
    prober = Prober(probe=probe, connect=connect, sleep=asyncio.sleep, clock=loop.time, told=told.put_nowait)
    task = asyncio.create_task(prober.run())
    assert not (await told.get()).success
    task.cancel()
    await asyncio.wait([task])
