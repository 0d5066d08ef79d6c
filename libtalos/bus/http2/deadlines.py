"""The deadlines of many calls with few timers."""

from __future__ import annotations

import asyncio
from typing import Protocol

# deadlines within so many seconds are kept to FINE, those further away to COARSE (both in seconds)
NEAR = 2.0
FINE = 0.001
COARSE = 0.05


class Expiring(Protocol):
    """Something with a deadline."""

    def expire(self) -> None:
        """The deadline has passed."""
        ...


class Deadlines:
    """Calls `expire` of what is not discarded before its time on the loop's clock.

    Calls mostly end long before their deadlines: to add and to discard one is a set's work, and only ticks have timers.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._ticks: dict[float, set[Expiring]] = {}

    def add(self, item: Expiring, deadline: float, now: float) -> float:
        """Watch an item; returns the tick that `discard` needs."""
        size = FINE if deadline - now < NEAR else COARSE
        tick = (deadline // size + 1) * size
        items = self._ticks.get(tick)
        if items is None:
            items = self._ticks[tick] = set()
            self._loop.call_at(tick, self._expire, tick)
        items.add(item)
        return tick

    def discard(self, item: Expiring, tick: float) -> None:
        """Do not watch the item any more."""
        items = self._ticks.get(tick)
        if items is not None:
            items.discard(item)

    def _expire(self, tick: float) -> None:
        for item in self._ticks.pop(tick):
            item.expire()
