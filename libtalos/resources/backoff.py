"""Pauses between tries: growing, jittered, bounded."""

import asyncio
import random
from collections.abc import Awaitable, Callable

import msgspec

Sleep = Callable[[float], Awaitable[None]]


class BackoffPolicy(msgspec.Struct, frozen=True, kw_only=True):
    """How long to wait between tries, in seconds. The first wait is short: a component restarts in well under a second.

    sleep and jitter (a number from 0 to 1) are replaced in tests.
    """

    first: float = 0.05
    factor: float = 2.0
    limit: float = 5.0
    sleep: Sleep = asyncio.sleep
    jitter: Callable[[], float] = random.random

    def pause(self, failures: int) -> float:
        """Return the wait after so many failures in a row: between half and all of the grown pause."""
        # the exponent is bounded because a float overflows long before anybody has waited for it
        grown = min(self.limit, self.first * self.factor ** min(failures, 64))
        return grown * (0.5 + self.jitter() / 2)


class Backoff:
    """Counts the failures of one thing that is tried again and again."""

    def __init__(self, policy: BackoffPolicy) -> None:
        self._policy = policy
        self._failures = 0

    def succeeded(self) -> None:
        """Begin again with the shortest pause."""
        self._failures = 0

    async def wait(self) -> None:
        """Wait before the next try."""
        pause = self._policy.pause(self._failures)
        self._failures += 1
        await self._policy.sleep(pause)
