"""Listeners come and go as wanted."""

from __future__ import annotations

import asyncio
import errno
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from ipaddress import ip_address

import structlog
from structlog.testing import capture_logs

from libtalos.resources.backoff import BackoffPolicy
from services.network.dns.endpoint import Endpoint, Health
from services.network.dns.hostdns import HostDns, Wanted
from services.network.dns.hosts import Hosts
from services.network.dns.settings import FOR_NODE, FOR_PODS

UPSTREAM = Endpoint(ip_address("192.0.2.1"))


class FakeListener:
    """An address that is served until it is closed."""

    def __init__(self, endpoint: Endpoint, open_: set[Endpoint]) -> None:
        self.endpoint, self.open = endpoint, open_
        open_.add(endpoint)

    async def close(self) -> None:
        """Free it."""
        self.open.remove(self.endpoint)


class FakeEngine:
    """Remembers what it is to do."""

    def __init__(self, lab: Lab) -> None:
        self.lab = lab
        self.failure = ""

    def use(self, *, upstreams: Sequence[Endpoint], hosts: Hosts) -> None:
        """Remember."""
        self.lab.upstreams = tuple(upstreams)

    def health(self) -> tuple[Health, ...]:
        """All the same."""
        return tuple(Health(endpoint=each, failure=self.failure) for each in self.lab.upstreams)

    async def run(self) -> None:
        """Nothing to probe."""
        await asyncio.Event().wait()

    async def listen(self, endpoint: Endpoint) -> FakeListener:
        """Serve, unless the address is taken."""
        if endpoint in self.lab.taken:
            raise OSError(errno.EADDRINUSE, "Address already in use")
        return FakeListener(endpoint, self.lab.open)

    async def close(self) -> None:
        """Remember."""
        self.lab.closed = True


class Lab:
    """The manager with an engine that is made up."""

    def __init__(self) -> None:
        self.engines: list[FakeEngine] = []
        self.open: set[Endpoint] = set()
        self.taken: set[Endpoint] = set()
        self.upstreams: tuple[Endpoint, ...] = ()
        self.closed = False
        self.changes = asyncio.Event()
        self.tell: Callable[[], None] = self.changes.set
        self.dns = HostDns(
            make_engine=self.make,
            retry=BackoffPolicy(first=0.001, limit=0.001),
            changed=self.changes.set,
            log=structlog.stdlib.get_logger(),
        )

    def make(self, changed: Callable[[], None]) -> FakeEngine:
        """Make the engine."""
        self.tell = changed
        self.engines.append(FakeEngine(self))
        return self.engines[-1]

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Run."""
        task = asyncio.create_task(self.dns.run())
        try:
            async with asyncio.timeout(5):
                yield
        finally:
            task.cancel()
            await asyncio.wait([task])

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for a change after which a condition holds."""
        while not condition():
            self.changes.clear()
            await self.changes.wait()


async def test_off_costs_nothing_and_on_listens() -> None:
    lab = Lab()
    async with lab.running():
        lab.dns.want(Wanted(upstreams=(UPSTREAM,)))
        await asyncio.sleep(0.01)
        assert lab.engines == []
        lab.dns.want(Wanted(listen=(FOR_NODE, FOR_PODS), upstreams=(UPSTREAM,)))
        await lab.until(lambda: len(lab.dns.status().listening) == 2)
        assert lab.dns.status().upstreams == (Health(endpoint=UPSTREAM),)
        lab.dns.want(Wanted(listen=(FOR_NODE,), upstreams=(UPSTREAM,)))
        await lab.until(lambda: lab.dns.status().listening == (FOR_NODE,))
        lab.dns.want(Wanted())
        await lab.until(lambda: lab.dns.status().listening == ())
        assert lab.dns.status().upstreams == ()
    assert len(lab.engines) == 1
    assert lab.open == set()
    assert lab.closed


async def test_an_address_that_is_taken_is_told_once_and_tried_again() -> None:
    lab = Lab()
    lab.taken = {FOR_NODE}
    with capture_logs() as logs:
        async with lab.running():
            lab.dns.want(Wanted(listen=(FOR_NODE, FOR_PODS)))
            await lab.until(lambda: bool(lab.dns.status().failures))
            assert lab.dns.status().failures == {FOR_NODE: "Address already in use"}
            assert lab.dns.status().listening == (FOR_PODS,)
            await asyncio.sleep(0.02)
            lab.taken.clear()
            await lab.until(lambda: len(lab.dns.status().listening) == 2)
            assert lab.dns.status().failures == {}
    assert [each["event"] for each in logs].count("host DNS cannot listen") == 1


async def test_the_node_never_asks_itself() -> None:
    lab = Lab()
    async with lab.running():
        lab.dns.want(Wanted(listen=(FOR_NODE,), upstreams=(FOR_NODE, UPSTREAM)))
        await lab.until(lambda: bool(lab.dns.status().listening))
    assert lab.upstreams == (UPSTREAM,)


async def test_the_health_of_upstreams_is_told() -> None:
    lab = Lab()
    with capture_logs() as logs:
        async with lab.running():
            lab.dns.want(Wanted(listen=(FOR_NODE,), upstreams=(UPSTREAM,)))
            await lab.until(lambda: bool(lab.dns.status().listening))
            for failure in ("no answer", ""):
                lab.engines[0].failure = failure
                lab.changes.clear()
                lab.tell()
                assert lab.changes.is_set()
    events = [each["event"] for each in logs]
    assert events[-2:] == ["name server does not answer", "name server answers again"]
