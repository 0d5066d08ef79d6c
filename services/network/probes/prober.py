"""One probe: tries to connect, judges, waits, for ever."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from services.network.probes.settings import Probe

    Connect = Callable[[str, int], Awaitable[None]]
    Sleep = Callable[[float], Awaitable[None]]

NANOSECONDS: Final = 10**9
# Seconds between the end of a try and the next one, however short the interval is: an interval of nanoseconds is no
# reason to do nothing else, here and at the other end.
LEAST_PAUSE: Final = 0.1


class Outcome(msgspec.Struct, frozen=True):
    """What came of a probe; error is why it fails, empty if it succeeds."""

    error: str = ""

    @property
    def success(self) -> bool:
        """Whether it succeeds."""
        return not self.error


class Prober:
    """Tries a probe again and again. clock is monotonic, in seconds."""

    def __init__(
        self,
        *,
        probe: Probe,
        connect: Connect,
        sleep: Sleep,
        clock: Callable[[], float],
        told: Callable[[Outcome], None],
    ) -> None:
        """Build it; told is called after each success, and after each failure that is one too many in a row."""
        self._probe = probe
        self._connect = connect
        self._sleep = sleep
        self._clock = clock
        self._told = told

    async def run(self) -> None:
        """Probe for ever."""
        failures = 0
        while True:
            due = self._clock() + self._probe.interval / NANOSECONDS
            outcome = Outcome(await self._try())
            failures = 0 if outcome.success else failures + 1
            if outcome.success or failures > self._probe.failure_threshold:
                self._told(outcome)
            await self._sleep(max(LEAST_PAUSE, due - self._clock()))

    async def _try(self) -> str:
        """Return why it fails, empty if it does not."""
        seconds = self._probe.timeout / NANOSECONDS
        try:
            async with asyncio.timeout(seconds):
                await self._connect(*self._probe.target)
        except OSError as error:
            # TimeoutError is one, the kernel's and ours; only the kernel's has a number
            if isinstance(error, TimeoutError) and error.errno is None:
                return f"{self._probe.endpoint}: no connection within {seconds:g} s"
            return f"{self._probe.endpoint}: {error.strerror or error}"
        except ValueError as error:  # Python's resolver, of what cannot be a host's name
            return f"{self._probe.endpoint}: not a host: {error}"
        return ""


async def connect(host: str, port: int) -> None:
    """Connect to the first address of a host that takes it, and hang up; raises OSError, ValueError for no host."""
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_connection(asyncio.Protocol, host, port)
    transport.abort()
