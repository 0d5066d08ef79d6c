"""The name servers that are asked: who comes first, and when one that failed is tried again."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

import msgspec

from libtalos.component.waiting import happened
from services.network.dns.endpoint import Endpoint, Health
from services.network.dns.question import Question

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

# what every name server can answer, and what CoreDNS asks: the servers of the root
PROBE = Question(".", 2)


class Pause(Protocol):
    """How long to wait before an upstream that failed is asked again."""

    def pause(self, failures: int) -> float:
        """Return seconds, after so many failures in a row."""


# an upstream that answered for so many seconds begins anew when it fails; before, it is trusted ever less
FORGIVEN_AFTER = 60.0


class _Trouble(msgspec.Struct, frozen=True):
    """Why an upstream is not asked first: its failures in a row, the last one in words, when it is probed."""

    failures: int
    reason: str
    due: float


class Upstreams:
    """Keeps the servers and their health.

    ask puts a question to a server and returns what went wrong, or nothing; changed is called when the health of one
    has changed. clock is monotonic, in seconds.
    """

    def __init__(
        self,
        *,
        ask: Callable[[Endpoint, Question], Awaitable[str]],
        clock: Callable[[], float],
        pause: Pause,
        changed: Callable[[], None],
    ) -> None:
        """Begin without any."""
        self._ask = ask
        self._clock = clock
        self._pause = pause
        self._changed = changed
        self._servers: tuple[Endpoint, ...] = ()
        self._troubles: dict[Endpoint, _Trouble] = {}
        self._recovered: dict[Endpoint, tuple[int, float]] = {}
        self._news = asyncio.Event()

    def use(self, servers: Sequence[Endpoint]) -> None:
        """Ask these from now on; what is known of those that stay holds."""
        self._servers = tuple(dict.fromkeys(servers))
        self._troubles = {each: found for each, found in self._troubles.items() if each in self._servers}
        self._recovered = {each: found for each, found in self._recovered.items() if each in self._servers}
        self._news.set()

    def ordered(self) -> tuple[Endpoint, ...]:
        """Return all of them: first those that answer, as they were given, then those that come back the soonest."""
        well = [each for each in self._servers if each not in self._troubles]
        ill = sorted(self._troubles, key=lambda each: self._troubles[each].due)
        return (*well, *ill)

    def health(self) -> tuple[Health, ...]:
        """Return how each is, as they were given."""
        return tuple(
            Health(endpoint=each, failure=self._troubles[each].reason if each in self._troubles else "")
            for each in self._servers
        )

    def failed(self, server: Endpoint, reason: str) -> None:
        """Note that a server has not answered a client's question.

        Nothing but a probe makes it well again: one that answers now and then does not change its health with every
        question.
        """
        if server in self._servers and server not in self._troubles:
            failures, since = self._recovered.pop(server, (0, 0.0))
            self._note(server, failures if self._clock() - since < FORGIVEN_AFTER else 0, reason)
            self._changed()

    async def run(self) -> None:
        """Probe those that failed, for ever."""
        while True:
            self._news.clear()
            now = self._clock()
            if due := [each for each, trouble in self._troubles.items() if trouble.due <= now]:
                await asyncio.gather(*(self._probe(each) for each in due))
            else:
                await self._wait(min((each.due for each in self._troubles.values()), default=None))

    async def _wait(self, until: float | None) -> None:
        await happened(self._news, None if until is None else max(0.0, until - self._clock()))

    async def _probe(self, server: Endpoint) -> None:
        reason = await self._ask(server, PROBE)
        trouble = self._troubles.get(server)
        if trouble is None:
            return
        if reason:
            self._note(server, trouble.failures + 1, reason)
        else:
            del self._troubles[server]
            self._recovered[server] = (trouble.failures + 1, self._clock())
            self._changed()

    def _note(self, server: Endpoint, failures: int, reason: str) -> None:
        self._troubles[server] = _Trouble(failures, reason, self._clock() + self._pause.pause(failures))
        self._news.set()
