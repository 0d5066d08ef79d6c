"""The events of all components as one stream in the order of time."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import aclosing
from typing import Generic, Protocol, TypeVar

import msgspec
import structlog

from libtalos.bus.errors import BusError, InvalidArgumentError
from libtalos.resources.backoff import Backoff, BackoffPolicy
from services.api.asking import ComponentName, ask_all
from services.api.merging import merge


class Tail(msgspec.Struct, frozen=True):
    """Which past events come first: the last `count` (negative: all), those after an id, or those of a time span.

    Raises InvalidArgumentError if more than one is asked for.
    """

    count: int = 0
    after_id: str = ""
    since: dt.timedelta | None = None

    def __post_init__(self) -> None:
        if sum((self.count != 0, bool(self.after_id), self.since is not None)) > 1:
            raise InvalidArgumentError("tail_events, tail_id and tail_seconds exclude each other: set one")
        if self.since is not None and self.since < dt.timedelta(0):
            raise InvalidArgumentError("tail_seconds is negative: it says how far back to begin")


class Happening(Protocol):
    """An event: ids sort by time and are unique on the node."""

    @property
    def id(self) -> str:
        """The id."""
        ...


E = TypeVar("E", bound=Happening)
E_co = TypeVar("E_co", bound=Happening, covariant=True)


class EventSource(Protocol[E_co]):
    """The events of one component."""

    def events(self, tail: Tail, *, actor_id: str, follow: bool) -> AsyncIterator[E_co]:
        """The asked-for tail, then, with follow, everything new. Raises BusError."""
        ...


class EventStream(Generic[E]):
    """Merges the events of components. clock is monotonic, in seconds; patience is how long the past may take."""

    def __init__(
        self,
        *,
        sources: Mapping[ComponentName, EventSource[E]],
        clock: Callable[[], float],
        patience: float,
        backoff: BackoffPolicy,
        log: structlog.stdlib.BoundLogger,
    ) -> None:
        self._sources = sources
        self._clock = clock
        self._patience = patience
        self._backoff = backoff
        self._log = log

    async def stream(self, tail: Tail, *, actor_id: str = "") -> AsyncIterator[E]:
        """Yield the tail in the order of time, then what happens, until the caller stops.

        The restart of a component is a pause in its events.
        """
        started = self._clock()
        past = await self._past(tail, actor_id)
        for event in _selected(past, tail):
            yield event
        followers = {
            name: self._follow(name, last_id=_last_id(past.get(name, ())), started=started, actor_id=actor_id)
            for name in self._sources
        }
        async with aclosing(merge(followers)) as batches:
            async for batch in batches:
                for _, event in sorted(batch, key=lambda item: item[1].id):
                    yield event

    async def _past(self, tail: Tail, actor_id: str) -> Mapping[ComponentName, Sequence[E]]:
        async def collect(source: EventSource[E]) -> Sequence[E]:
            return [event async for event in source.events(tail, actor_id=actor_id, follow=False)]

        if tail == Tail():
            return {}
        answers = await ask_all(self._sources, collect, patience=self._patience)
        for name, error in answers.failed.items():
            self._log.warning("component does not tell its past events", peer=name, error=error.message)
        return answers.given

    async def _follow(self, name: ComponentName, *, last_id: str, started: float, actor_id: str) -> AsyncIterator[E]:
        backoff = Backoff(self._backoff)
        while True:
            since = dt.timedelta(seconds=self._clock() - started)
            tail = Tail(after_id=last_id) if last_id else Tail(since=since)
            try:
                async for event in self._sources[name].events(tail, actor_id=actor_id, follow=True):
                    backoff.succeeded()
                    last_id = event.id
                    yield event
            except BusError as error:
                self._log.debug("events of a component pause", peer=name, error=error.message)
            await backoff.wait()


def _selected(past: Mapping[ComponentName, Sequence[E]], tail: Tail) -> Sequence[E]:
    events = sorted((event for events in past.values() for event in events), key=lambda event: event.id)
    return events[-tail.count :] if tail.count > 0 else events


def _last_id(events: Sequence[Happening]) -> str:
    return events[-1].id if events else ""
