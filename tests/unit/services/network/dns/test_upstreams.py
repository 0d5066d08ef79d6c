"""Which name server is asked first, and when one that failed is tried again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from ipaddress import ip_address

from services.network.dns.endpoint import Endpoint
from services.network.dns.question import Question
from services.network.dns.upstreams import PROBE, Upstreams

ONE, TWO, THREE = (Endpoint(ip_address(f"192.0.2.{number}")) for number in (1, 2, 3))


class Lab:
    """Servers whose health is set by hand."""

    def __init__(self) -> None:
        self.broken: set[Endpoint] = set()
        self.probes: asyncio.Queue[Endpoint] = asyncio.Queue()
        self.pauses: list[int] = []
        self.changes = asyncio.Event()
        self.upstreams = Upstreams(
            ask=self.ask, clock=asyncio.get_running_loop().time, pause=self, changed=self.changes.set
        )
        self.upstreams.use((ONE, TWO, THREE))

    async def ask(self, server: Endpoint, question: Question) -> str:
        """Answer a probe."""
        assert question == PROBE
        self.probes.put_nowait(server)
        return "no answer" if server in self.broken else ""

    def pause(self, failures: int) -> float:
        """Hardly any, and no less than what lets others run."""
        self.pauses.append(failures)
        return 0.001

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Probe."""
        task = asyncio.create_task(self.upstreams.run())
        try:
            async with asyncio.timeout(5):
                yield
        finally:
            task.cancel()
            await asyncio.wait([task])


async def test_those_that_answer_come_first_in_their_order() -> None:
    lab = Lab()
    lab.upstreams.failed(ONE, "no answer")
    assert lab.upstreams.ordered() == (TWO, THREE, ONE)
    lab.upstreams.failed(TWO, "no answer")
    assert lab.upstreams.ordered() == (THREE, ONE, TWO)
    assert [each.failure for each in lab.upstreams.health()] == ["no answer", "no answer", ""]


async def test_one_that_failed_is_probed_ever_later_until_it_answers() -> None:
    lab = Lab()
    lab.broken = {TWO}
    async with lab.running():
        lab.upstreams.failed(TWO, "no answer")
        for _ in range(3):
            assert await lab.probes.get() == TWO
        lab.upstreams.failed(TWO, "again")  # clients do not hasten the probes
        lab.broken.clear()
        lab.changes.clear()
        await lab.changes.wait()
    assert lab.upstreams.ordered() == (ONE, TWO, THREE)
    assert lab.pauses[:3] == [0, 1, 2]


async def test_one_that_fails_again_soon_is_trusted_less() -> None:
    lab = Lab()
    async with lab.running():
        for _ in range(3):
            lab.upstreams.failed(ONE, "no answer")
            lab.changes.clear()
            await lab.changes.wait()
            assert lab.upstreams.ordered() == (ONE, TWO, THREE)
    assert lab.pauses == [0, 1, 2]


async def test_those_that_are_wanted_no_longer_are_not_probed() -> None:
    lab = Lab()
    async with lab.running():
        lab.upstreams.failed(ONE, "no answer")
        lab.upstreams.use((TWO,))
        lab.upstreams.failed(ONE, "an answer that was under way")
        lab.upstreams.failed(TWO, "no answer")
        assert await lab.probes.get() == TWO
    assert lab.probes.empty()
    assert lab.upstreams.ordered() == (TWO,)
