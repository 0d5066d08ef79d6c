"""The deadlines of many calls with few timers."""

from __future__ import annotations

import asyncio
from typing import Protocol

# deadlines within so many seconds are kept to FINE, those further away to COARSE (both in seconds)
NEAR = 2.0
FINE = 0.001
COARSE = 0.05
# ticks after which those that are empty are dropped
MANY = 1024


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
        self._ticks: dict[float, tuple[set[Expiring], asyncio.TimerHandle]] = {}
        self._sweep_at = MANY

    def add(self, item: Expiring, deadline: float, now: float) -> float:
        """Watch an item; returns the tick that `discard` needs."""
        size = FINE if deadline - now < NEAR else COARSE
        tick = (deadline // size + 1) * size
        known = self._ticks.get(tick)
        if known is None:
            known = self._begin(tick)
        known[0].add(item)
        return tick

    def discard(self, item: Expiring, tick: float) -> None:
        """Do not watch the item any more."""
        known = self._ticks.get(tick)
        if known is not None:
            known[0].discard(item)

    def close(self) -> None:
        """Watch nothing any more: a timer would keep what it belongs to until its time."""
        ticks, self._ticks = self._ticks, {}
        for _items, timer in ticks.values():
            timer.cancel()

    def _begin(self, tick: float) -> tuple[set[Expiring], asyncio.TimerHandle]:
        if len(self._ticks) >= self._sweep_at:
            self._sweep()
        timer = self._loop.call_at(tick, self._expire, tick)
        self._ticks[tick] = set(), timer
        return self._ticks[tick]

    def _sweep(self) -> None:
        """Drop the ticks of which nothing is left: a peer may name a far deadline of its own for each call."""
        for tick, (items, timer) in list(self._ticks.items()):
            if not items:
                timer.cancel()
                del self._ticks[tick]
        self._sweep_at = max(MANY, 2 * len(self._ticks))

    def _expire(self, tick: float) -> None:
        for item in self._ticks.pop(tick)[0]:
            item.expire()
