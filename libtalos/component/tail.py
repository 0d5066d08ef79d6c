"""Which part of the kept events a watcher asks for first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from libtalos.bus.errors import InvalidArgumentError
from libtalos.gen.talos.component.v1 import Event, WatchEventsRequest

Select = Callable[[tuple[Event, ...]], Iterable[Event]]


def selector(request: WatchEventsRequest, now: dt.datetime) -> Select:
    """The tail of a request as a function. Raises InvalidArgumentError if it asks for two tails at once."""
    asked = [request.tail_events != 0, bool(request.tail_id), request.tail_since is not None]
    if sum(asked) > 1:
        raise InvalidArgumentError("tail_events, tail_id and tail_since exclude each other: set one")
    if request.tail_id:
        return lambda events: [event for event in events if event.id > request.tail_id]
    if request.tail_since is not None:
        since = now - request.tail_since
        return lambda events: [event for event in events if event.time is not None and event.time >= since]
    return lambda events: _last(events, request.tail_events)


def _last(events: tuple[Event, ...], count: int) -> Iterable[Event]:
    if count < 0:
        return events
    return events[len(events) - count :] if 0 < count < len(events) else (events if count else ())
