"""The merged event stream, with sources that a test scripts."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from dataclasses import dataclass, field

import pytest
import structlog

from libtalos.bus.errors import InvalidArgumentError, UnavailableError
from libtalos.bus.streams import as_generator
from libtalos.resources.backoff import BackoffPolicy
from services.api.asking import ComponentName
from services.api.events import EventStream, Tail


@dataclass(frozen=True)
class Event:
    """An event with nothing but its id."""

    id: str


@dataclass
class Source:
    """A component's events: a past, and one script for each connection that follows."""

    past: list[str] = field(default_factory=list)
    connections: list[list[str]] = field(default_factory=list)
    asked: list[tuple[Tail, bool]] = field(default_factory=list)
    hangs: bool = False

    async def events(self, tail: Tail, *, actor_id: str, follow: bool) -> AsyncIterator[Event]:
        self.asked.append((tail, follow))
        if self.hangs and not follow:
            await asyncio.get_running_loop().create_future()
        for event_id in self.past if not follow else self._script():
            yield Event(event_id)
        if follow and self.connections:
            raise UnavailableError("the component stopped")
        if follow:
            await asyncio.get_running_loop().create_future()

    def _script(self) -> list[str]:
        return self.connections.pop(0) if self.connections else []


def clock_of(*readings: float) -> Callable[[], float]:
    remaining = list(readings)
    return lambda: remaining.pop(0) if len(remaining) > 1 else remaining[0]


async def read(count: int, tail: Tail, *, clock: Callable[[], float] = lambda: 0.0, **sources: Source) -> list[str]:
    stream = EventStream(
        sources={ComponentName(name): source for name, source in sources.items()},
        clock=clock,
        patience=0.05,
        backoff=BackoffPolicy(first=0.0001),
        log=structlog.stdlib.get_logger(),
    )
    async with aclosing(as_generator(stream.stream(tail, actor_id="x"))) as events:
        return [(await asyncio.wait_for(anext(events), 2)).id for _ in range(count)]


async def test_pasts_are_sorted_by_id_and_cut_to_the_last() -> None:
    init, etcd = Source(past=["1", "4"]), Source(past=["2", "3"])
    assert await read(4, Tail(count=-1), init=init, etcd=etcd) == ["1", "2", "3", "4"]
    assert await read(3, Tail(count=3), init=init, etcd=etcd) == ["2", "3", "4"]


async def test_following_resumes_after_the_last_known_event() -> None:
    source = Source(past=["1"], connections=[["2"], ["3"], []])
    assert await read(3, Tail(count=-1), init=source) == ["1", "2", "3"]
    assert source.asked[:3] == [
        (Tail(count=-1), False),
        (Tail(after_id="1"), True),
        (Tail(after_id="2"), True),
    ]


async def test_a_source_without_events_is_followed_from_when_the_caller_came() -> None:
    source = Source(connections=[[], ["1"], []])
    assert await read(1, Tail(), clock=clock_of(10.0, 10.5, 12.0), init=source) == ["1"]
    # a third connection may have been begun by the time that the reader hears of the event
    assert source.asked[:2] == [
        (Tail(since=dt.timedelta(seconds=0.5)), True),
        (Tail(since=dt.timedelta(seconds=2)), True),
    ]


async def test_a_source_that_hangs_does_not_hold_up_the_others() -> None:
    assert await read(1, Tail(count=-1), init=Source(past=["1"]), etcd=Source(hangs=True)) == ["1"]


@pytest.mark.parametrize(
    "arguments",
    [{"count": 1, "after_id": "x"}, {"count": -1, "since": dt.timedelta(1)}, {"since": dt.timedelta(seconds=-1)}],
)
def test_a_contradictory_tail_is_refused(arguments: dict[str, int | str | dt.timedelta]) -> None:
    with pytest.raises(InvalidArgumentError, match="tail_"):
        Tail(**arguments)  # type: ignore[arg-type] # the parameters are a mix
