"""Finding the answer to a question: known here, still known from before, or asked of an upstream."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

import dns.rcode

from services.network.dns import codec
from services.network.dns.codec import TRUSTED, Answer, MessageError
from services.network.dns.hosts import Hosts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from services.network.dns.cache import Cache
    from services.network.dns.endpoint import Endpoint
    from services.network.dns.limits import Limits
    from services.network.dns.question import Question

# rounds over the upstreams: with one of them, three tries until the query's time is over; where all fail at once, an
# end without waiting
_ROUNDS = 3
# seconds that what the node knows itself holds: it changes with the machine config
_OWN_TTL = 10
_FAILED = Answer(rcode=dns.rcode.SERVFAIL)


class Asking(Protocol):
    """Who puts a question to an upstream."""

    async def ask(self, upstream: Endpoint, question: Question) -> Answer:
        """Return its answer; raises OSError, MessageError."""


class Servers(Protocol):
    """The upstreams by health."""

    def ordered(self) -> Sequence[Endpoint]:
        """Return them, the best first."""

    def failed(self, server: Endpoint, reason: str) -> None:
        """Note that one has not answered."""


class Resolver:
    """Answers questions; the same question that many ask at a time is asked once."""

    def __init__(self, *, exchange: Asking, servers: Servers, cache: Cache, limits: Limits) -> None:
        """Build it; without hosts yet."""
        self._exchange = exchange
        self._servers = servers
        self._cache = cache
        self._limits = limits
        self._hosts = Hosts()
        self._flights: dict[Question, asyncio.Task[Answer]] = {}
        self._generation = 0

    def use(self, hosts: Hosts) -> None:
        """Know these names from now on."""
        self._hosts = hosts

    def forget(self) -> None:
        """Keep nothing of what others said: other servers may have other answers, as inside and outside of a firm."""
        self._generation += 1
        self._cache.clear()
        self._flights.clear()  # who waits there still gets that answer

    def known(self, question: Question) -> tuple[Answer, int] | None:
        """Return an answer that needs nobody else, and by how many seconds its records have aged."""
        own = self._hosts.find(question)
        if own is not None:
            return Answer(answer=codec.records(question.name, own.kind, own.values, ttl=_OWN_TTL)), 0
        kept = self._cache.get(question)
        return None if kept is None else (codec.decode(kept.wire), kept.age)

    async def resolve(self, question: Question) -> Answer:
        """Ask the upstreams; what none of them answers is SERVFAIL."""
        flight = self._flights.get(question)
        if flight is None:
            if len(self._flights) >= self._limits.concurrent:
                return _FAILED
            flight = asyncio.create_task(self._forward(question, self._generation))
            self._flights[question] = flight
            flight.add_done_callback(lambda done: self._landed(question, done))
        # one client that goes away leaves the others their answer
        return await asyncio.shield(flight)

    async def close(self) -> None:
        """Give up what is under way."""
        flights = list(self._flights.values())
        for each in flights:
            each.cancel()
        if flights:
            await asyncio.wait(flights)

    def _landed(self, question: Question, flight: asyncio.Task[Answer]) -> None:
        if self._flights.get(question) is flight:
            del self._flights[question]

    async def _forward(self, question: Question, generation: int) -> Answer:
        answer = await self._ask_all(question)
        if answer.rcode in TRUSTED and generation == self._generation:
            longest = self._limits.max_negative_ttl if answer.negative else self._limits.max_ttl
            self._cache.put(question, codec.encode(answer, question), min(answer.ttl, longest))
        return answer

    async def _ask_all(self, question: Question) -> Answer:
        unable: dict[Endpoint, Answer] = {}
        try:
            async with asyncio.timeout(self._limits.query_timeout):
                for _ in range(_ROUNDS):
                    for server in [each for each in self._servers.ordered() if each not in unable]:
                        answer = await self._ask_one(server, question)
                        if answer is not None and answer.rcode in TRUSTED:
                            return answer
                        if answer is not None:
                            unable[server] = answer
        except TimeoutError:
            pass
        return next(iter(unable.values()), _FAILED)

    async def _ask_one(self, server: Endpoint, question: Question) -> Answer | None:
        try:
            async with asyncio.timeout(self._limits.try_timeout):
                return await self._exchange.ask(server, question)
        except (OSError, MessageError) as error:
            self._servers.failed(server, str(error) or f"no answer within {self._limits.try_timeout:g} s")
            return None
