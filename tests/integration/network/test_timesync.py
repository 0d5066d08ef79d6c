"""Measuring against a real time server (chrony), and the kernel's own account of the clock, which is only read."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import structlog
from pyroute2 import IPRoute

from libtalos.linux import adjtime
from services.network.timesync.clock import KernelClock
from services.network.timesync.limits import Limits
from services.network.timesync.packet import Leap
from services.network.timesync.query import Questioner
from services.network.timesync.syncer import Syncer
from tests.unit.services.network.timesync.fakes import FakeClock

pytestmark = pytest.mark.root
Run = Callable[[Callable[[], None]], None]
SERVER = "127.0.0.1"
LIMITS = Limits(query_timeout=1.0)


@asynccontextmanager
async def chrony(directory: Path, *lines: str) -> AsyncIterator[None]:
    """Run a server that tells this machine's time and sets no clock (-x)."""
    config = directory / "chrony.conf"
    fixed = (f"pidfile {directory}/pid", f"driftfile {directory}/drift", "cmdport 0", "bindcmdaddress /")
    config.write_text("\n".join((*fixed, "allow all", "local stratum 3", *lines, "")))
    process = await asyncio.create_subprocess_exec(
        "chronyd", "-x", "-d", "-u", "root", "-f", str(config), stdout=asyncio.subprocess.PIPE, stderr=subprocess.STDOUT
    )
    try:
        assert process.stdout is not None
        async with asyncio.timeout(10):
            # it has bound its sockets by then
            while b"Running with" not in (line := await process.stdout.readline()):
                assert line, "chronyd has ended"
        yield
    finally:
        process.kill()
        await process.communicate()


def run(inside: Run, body: Callable[[], Awaitable[None]]) -> None:
    """Run a test in a namespace of its own."""

    async def bounded() -> None:
        async with asyncio.timeout(20):
            await body()

    def alone() -> None:
        with IPRoute() as ip:
            ip.link("set", index=1, state="up")
        asyncio.run(bounded())

    inside(alone)


@pytest.mark.parametrize("ahead", [-3.0, 0.1, 100_000.0])
def test_a_clock_is_set_by_chrony(inside: Run, tmp_path: Path, ahead: float) -> None:
    async def body() -> None:
        clock = FakeClock(ahead)
        jumps: list[None] = []
        syncer = Syncer(
            questioner=Questioner(clock=clock, monotonic=time.monotonic_ns, limits=LIMITS),
            clock=clock,
            limits=LIMITS,
            jumped=lambda: jumps.append(None),
            log=structlog.stdlib.get_logger(),
        )
        syncer.use(["127.0.0.9", SERVER])
        async with chrony(tmp_path):
            assert await syncer.poll() >= LIMITS.min_poll
        assert syncer.synced
        assert clock.error == pytest.approx(0.0, abs=0.05)
        assert [kind for kind, _ in clock.moves] == ["slew" if abs(ahead) < LIMITS.step else "step"]
        assert len(jumps) == (abs(ahead) > LIMITS.epoch)

    run(inside, body)


def test_a_sample_has_the_server_s_own_words(inside: Run, tmp_path: Path) -> None:
    async def body() -> None:
        async with chrony(tmp_path):
            questioner = Questioner(clock=FakeClock(), monotonic=time.monotonic_ns, limits=LIMITS)
            sample = await questioner.measure("localhost")
        assert (sample.stratum, sample.leap) == (3, Leap.NONE)
        assert abs(sample.offset) <= sample.delay / 2 + 1e-4
        assert 0 < sample.delay < 1

    run(inside, body)


def test_nobody_there_is_told(inside: Run) -> None:
    async def body() -> None:
        questioner = Questioner(clock=FakeClock(0.0), monotonic=time.monotonic_ns, limits=LIMITS)
        with pytest.raises(OSError, match="refused"):
            await questioner.measure(SERVER)
        with pytest.raises(socket.gaierror):
            await questioner.measure("nowhere.invalid")

    run(inside, body)


def test_the_kernel_s_clock_is_read() -> None:
    before, seen, after = time.time_ns(), KernelClock().now(), time.time_ns()
    assert before <= seen <= after
    adjustment = KernelClock().read()
    assert adjustment.state in adjtime.STATES
    assert set(adjustment.status) <= set(adjtime.STATUS_BITS.values())
    assert ("STA_UNSYNC" in adjustment.status) is not adjustment.synchronized
    assert adjustment.frequency_ratio == pytest.approx(1.0, abs=0.001)
