"""The event log: order, history, tails, followers."""

import asyncio
import datetime as dt
import itertools

import pytest

from libtalos.bus.errors import InvalidArgumentError, ResourceExhaustedError
from libtalos.component.events import EventLog
from libtalos.component.tail import selector
from libtalos.gen.machine import TaskEvent
from libtalos.gen.talos.component.v1 import Event, WatchEventsRequest

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def make(history: int = 10) -> EventLog:
    seconds = itertools.count(int(NOW.timestamp()) * 10**9, 10**9)
    return EventLog(component="init", clock=lambda: next(seconds), history=history)


def names(events: object) -> list[str]:
    assert isinstance(events, list | tuple)
    return [event.data.unpack().task for event in events]


def filled(count: int, history: int = 10) -> EventLog:
    log = make(history)
    for number in range(count):
        log.publish(TaskEvent(task=str(number)), actor_id="even" if number % 2 == 0 else "odd")
    return log


def test_ids_are_unique_and_sort_by_time_even_if_the_clock_stands_still() -> None:
    log = EventLog(component="init", clock=lambda: 5)
    ids = [log.publish(TaskEvent()).id for _ in range(20)]
    assert ids == sorted(set(ids))


def test_the_history_is_bounded() -> None:
    assert names(filled(12).kept()) == [str(number) for number in range(2, 12)]


def test_an_event_says_who_when_and_what() -> None:
    event = make().publish(TaskEvent(task="t"), actor_id="a")
    assert (event.component, event.actor_id, event.time) == ("init", "a", NOW)
    assert event.data is not None
    assert event.data.type_url == "type.googleapis.com/machine.TaskEvent"


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (WatchEventsRequest(), []),
        (WatchEventsRequest(tail_events=2), ["2", "3"]),
        (WatchEventsRequest(tail_events=99), ["0", "1", "2", "3"]),
        (WatchEventsRequest(tail_events=-1), ["0", "1", "2", "3"]),
        (WatchEventsRequest(tail_since=dt.timedelta(seconds=2)), ["1", "2", "3"]),
    ],
)
def test_tails(request_: WatchEventsRequest, expected: list[str]) -> None:
    log = filled(4)
    assert names(list(selector(request_, NOW + dt.timedelta(seconds=3))(log.kept()))) == expected


def test_a_tail_by_id_begins_after_it() -> None:
    log = filled(4)
    request = WatchEventsRequest(tail_id=log.kept()[1].id)
    assert names(list(selector(request, NOW)(log.kept()))) == ["2", "3"]


def test_two_tails_at_once_are_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="exclude each other"):
        selector(WatchEventsRequest(tail_events=1, tail_id="x"), NOW)


async def test_a_follower_gets_the_past_and_everything_new() -> None:
    log = filled(2)
    seen: list[Event] = []

    async def follow() -> None:
        async for event in log.follow(past=lambda kept: kept):
            seen.append(event)
            if len(seen) == 3:
                return

    task = asyncio.create_task(follow())
    await asyncio.sleep(0)
    log.publish(TaskEvent(task="new"))
    await asyncio.wait_for(task, 1)
    assert names(seen) == ["0", "1", "new"]


async def test_a_follower_that_lags_is_cut_and_not_fed_for_ever() -> None:
    log = make(history=3)
    stream = log.follow()
    first = asyncio.ensure_future(anext(stream))
    await asyncio.sleep(0)
    for number in range(10):
        log.publish(TaskEvent(task=str(number)))
    await first
    with pytest.raises(ResourceExhaustedError, match="too slow"):
        async for _ in stream:
            pass
