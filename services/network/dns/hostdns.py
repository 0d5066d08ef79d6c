"""The node's own name server: brings listeners and upstreams to what is wanted."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

import msgspec

from libtalos.component.waiting import happened
from services.network.dns.endpoint import Endpoint, Status
from services.network.dns.hosts import Hosts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from structlog.stdlib import BoundLogger

    from services.network.dns.endpoint import Health


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Where to listen (nowhere: it is off), whom to ask, and what the node knows itself."""

    listen: tuple[Endpoint, ...] = ()
    upstreams: tuple[Endpoint, ...] = ()
    hosts: Hosts = Hosts()


class Listener(Protocol):
    """A served address."""

    async def close(self) -> None:
        """Stop serving it."""


class Engine(Protocol):
    """Who answers."""

    def use(self, *, upstreams: Sequence[Endpoint], hosts: Hosts) -> None:
        """Ask these upstreams and know these names from now on."""

    def health(self) -> tuple[Health, ...]:
        """Return how each upstream is."""

    async def run(self) -> None:
        """Probe upstreams that failed, for ever."""

    async def listen(self, endpoint: Endpoint) -> Listener:
        """Serve an address; raises OSError."""

    async def close(self) -> None:
        """Give up what is under way."""


class Pause(Protocol):
    """How long to wait before an address that could not be had is tried again."""

    def pause(self, failures: int) -> float:
        """Return seconds, after so many failures in a row."""


class HostDns:
    """Holds what is wanted and brings it about.

    make_engine is called when it is switched on for the first time: what that takes is not spent before. changed is
    called after every change of the status.
    """

    def __init__(
        self,
        *,
        make_engine: Callable[[Callable[[], None]], Engine],
        retry: Pause,
        changed: Callable[[], None],
        log: BoundLogger,
    ) -> None:
        """Build it, switched off."""
        self._make_engine = make_engine
        self._retry = retry
        self._changed = changed
        self._log = log
        self._wanted = Wanted()
        self._news = asyncio.Event()
        self._engine: Engine | None = None
        self._listeners: dict[Endpoint, Listener] = {}
        self._failures: dict[Endpoint, str] = {}
        self._told = Status()

    def want(self, wanted: Wanted) -> None:
        """Take what is wanted; run does the rest."""
        # the node could ask itself for ever
        upstreams = tuple(each for each in wanted.upstreams if each not in wanted.listen)
        wanted = Wanted(listen=wanted.listen, upstreams=upstreams, hosts=wanted.hosts)
        if wanted != self._wanted:
            self._wanted = wanted
            self._news.set()

    def status(self) -> Status:
        """Return what is now."""
        health = self._engine.health() if self._engine is not None and self._listeners else ()
        return Status(listening=tuple(self._listeners), failures=dict(self._failures), upstreams=health)

    async def run(self) -> None:
        """Bring about what is wanted, for ever; serve until cancelled."""
        async with asyncio.TaskGroup() as probes:
            try:
                await self._serve(probes)
            finally:
                await self._end()

    async def _serve(self, probes: asyncio.TaskGroup) -> None:
        failures = 0
        while True:
            await self._wait(failures)
            self._news.clear()
            engine = self._engine
            if engine is None and self._wanted.listen:
                engine = self._engine = self._make_engine(self._tell)
                probes.create_task(engine.run(), name="probes of name servers")
            if engine is not None:
                engine.use(upstreams=self._wanted.upstreams, hosts=self._wanted.hosts)
                await self._reconcile(engine)
            failures = failures + 1 if self._failures else 0
            self._tell()

    async def _reconcile(self, engine: Engine) -> None:
        for endpoint in [each for each in self._listeners if each not in self._wanted.listen]:
            await self._listeners.pop(endpoint).close()
            self._log.info("host DNS no longer listens", address=str(endpoint))
        failures = {}
        for endpoint in [each for each in self._wanted.listen if each not in self._listeners]:
            try:
                self._listeners[endpoint] = await engine.listen(endpoint)
            except OSError as error:
                failures[endpoint] = error.strerror or str(error)
                if self._failures.get(endpoint) != failures[endpoint]:
                    self._log.warning("host DNS cannot listen", address=str(endpoint), error=failures[endpoint])
            else:
                self._log.info("host DNS listens", address=str(endpoint))
        self._failures = failures

    def _tell(self) -> None:
        status = self.status()
        before = {each.endpoint: each.failure for each in self._told.upstreams}
        for each in status.upstreams:
            if bool(each.failure) != bool(before.get(each.endpoint, "")):
                self._log_health(each)
        if status != self._told:
            self._told = status
            self._changed()

    def _log_health(self, upstream: Health) -> None:
        if upstream.failure:
            self._log.warning("name server does not answer", address=str(upstream.endpoint), error=upstream.failure)
        else:
            self._log.info("name server answers again", address=str(upstream.endpoint))

    async def _wait(self, failures: int) -> None:
        await happened(self._news, self._retry.pause(failures - 1) if failures else None)

    async def _end(self) -> None:
        for listener in self._listeners.values():
            await listener.close()
        self._listeners.clear()
        if self._engine is not None:
            await self._engine.close()
