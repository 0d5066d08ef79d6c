"""The parts of the host DNS put together; importing this imports dnspython."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from services.network.dns.cache import Cache
from services.network.dns.codec import MessageError
from services.network.dns.exchange import Exchange
from services.network.dns.limits import PROBES
from services.network.dns.listener import Listener
from services.network.dns.resolver import Resolver
from services.network.dns.responder import Responder
from services.network.dns.upstreams import Upstreams

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from structlog.stdlib import BoundLogger

    from services.network.dns.endpoint import Endpoint, Health
    from services.network.dns.hosts import Hosts
    from services.network.dns.limits import Limits
    from services.network.dns.question import Question


class Engine:
    """Answers from hosts, cache and upstreams, on listeners that it opens."""

    def __init__(
        self, *, limits: Limits, clock: Callable[[], float], changed: Callable[[], None], log: BoundLogger
    ) -> None:
        """Build it; changed is called when the health of an upstream has changed."""
        self._limits = limits
        self._exchange = Exchange(limits)
        self._upstreams = Upstreams(ask=self._probe, clock=clock, pause=PROBES, changed=changed)
        self._resolver = Resolver(
            exchange=self._exchange,
            servers=self._upstreams,
            cache=Cache(clock=clock, entries=limits.entries, size=limits.cache_size),
            limits=limits,
        )
        self._responder = Responder(resolver=self._resolver, limits=limits, log=log)
        self._servers: tuple[Endpoint, ...] = ()

    def use(self, *, upstreams: Sequence[Endpoint], hosts: Hosts) -> None:
        """Ask these upstreams and know these names from now on."""
        self._resolver.use(hosts)
        if tuple(upstreams) != self._servers:
            self._servers = tuple(upstreams)
            self._upstreams.use(self._servers)
            self._resolver.forget()

    def health(self) -> tuple[Health, ...]:
        """Return how each upstream is."""
        return self._upstreams.health()

    async def run(self) -> None:
        """Probe upstreams that failed, for ever."""
        await self._upstreams.run()

    async def listen(self, endpoint: Endpoint) -> Listener:
        """Serve an address; raises OSError."""
        listener = Listener(responder=self._responder, limits=self._limits)
        await listener.open(endpoint)
        return listener

    async def close(self) -> None:
        """Give up what is under way."""
        await self._resolver.close()

    async def _probe(self, server: Endpoint, question: Question) -> str:
        try:
            async with asyncio.timeout(self._limits.try_timeout):
                await self._exchange.ask(server, question)
        except (OSError, MessageError) as error:
            return str(error) or f"no answer within {self._limits.try_timeout:g} s"
        return ""
