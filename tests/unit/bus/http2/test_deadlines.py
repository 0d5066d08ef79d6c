"""Deadlines on few timers."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from libtalos.bus.http2.deadlines import COARSE, FINE, MANY, Deadlines

NOW = 1000.0


@dataclass(eq=False)
class Item:
    """Counts how often its deadline has passed."""

    expired: int = 0

    def expire(self) -> None:
        self.expired += 1


class Timers(asyncio.SelectorEventLoop):
    """A loop whose clock is set by hand."""

    _scheduled: list[asyncio.TimerHandle]
    now = NOW

    def time(self) -> float:
        return self.now

    def pass_to(self, now: float) -> None:
        self.now = now
        for _ in range(2):
            self.call_soon(self.stop)
            self.run_forever()

    @property
    def timers(self) -> int:
        return sum(not handle.cancelled() for handle in self._scheduled)


@pytest.fixture
def timers() -> Iterator[Timers]:
    loop = Timers()
    yield loop
    loop.close()


@pytest.mark.parametrize(("after", "exact"), [(0.5, FINE), (20.0, COARSE)])
def test_an_item_expires_once_its_deadline_has_passed(timers: Timers, after: float, exact: float) -> None:
    deadlines, item = Deadlines(timers), Item()
    deadlines.add(item, NOW + after, NOW)
    timers.pass_to(NOW + after - exact)
    assert item.expired == 0
    timers.pass_to(NOW + after + exact)
    assert item.expired == 1
    timers.pass_to(NOW + 100)
    assert item.expired == 1


def test_one_that_is_discarded_does_not_expire(timers: Timers) -> None:
    deadlines, item, other = Deadlines(timers), Item(), Item()
    tick = deadlines.add(item, NOW + 20, NOW)
    assert deadlines.add(other, NOW + 20, NOW) == tick
    assert timers.timers == 1
    deadlines.discard(item, tick)
    timers.pass_to(NOW + 21)
    assert (item.expired, other.expired) == (0, 1)
    deadlines.discard(other, tick)  # too late is no fault


def test_an_item_may_add_and_discard_while_it_expires(timers: Timers) -> None:
    deadlines, late = Deadlines(timers), Item()

    class Adding(Item):
        def expire(self) -> None:
            super().expire()
            deadlines.discard(self, tick)
            deadlines.add(late, NOW + 20, NOW)

    item = Adding()
    tick = deadlines.add(item, NOW + 20, NOW)
    timers.pass_to(NOW + 21)
    timers.pass_to(NOW + 21)
    assert (item.expired, late.expired) == (1, 1)


def test_far_deadlines_of_calls_that_ended_leave_nothing(timers: Timers) -> None:
    deadlines, kept = Deadlines(timers), Item()
    deadlines.add(kept, NOW + 50, NOW)
    for number in range(10 * MANY):
        item = Item()
        deadlines.discard(item, deadlines.add(item, NOW + 100 + number, NOW))
    assert timers.timers <= MANY
    assert len(deadlines._ticks) <= MANY
    timers.pass_to(NOW + 60)
    assert kept.expired == 1


def test_many_deadlines_at_once_are_all_kept(timers: Timers) -> None:
    deadlines, items = Deadlines(timers), [Item() for _ in range(5 * MANY)]
    for number, item in enumerate(items):
        deadlines.add(item, NOW + 100 + number, NOW)
    timers.pass_to(NOW + 101 + len(items))
    assert {item.expired for item in items} == {1}


def test_what_is_closed_has_no_timer_and_keeps_nothing(timers: Timers) -> None:
    deadlines, item = Deadlines(timers), Item()
    tick = deadlines.add(item, NOW + 20, NOW)
    deadlines.close()
    assert timers.timers == 0
    deadlines.discard(item, tick)
    timers.pass_to(NOW + 30)
    assert item.expired == 0
