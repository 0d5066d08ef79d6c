"""What happened in a component: a bounded history, and followers that never cost more than a bounded queue."""

from __future__ import annotations

import asyncio
import datetime as dt
import os
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable
from typing import Protocol

import betterproto2

from libtalos.bus.errors import ResourceExhaustedError
from libtalos.bus.wire import encoder_of
from libtalos.gen.google.protobuf import Any
from libtalos.gen.message_pool import default_message_pool
from libtalos.gen.talos.component.v1 import Event

# upstream keeps 1000 events (runtime/v1alpha1/v1alpha1_events.go)
HISTORY = 1000


class EventSource(Protocol):
    """Somebody who can tell the past and the future of a component."""

    def kept(self) -> tuple[Event, ...]:
        """The history, oldest first."""
        ...

    def follow(self, *, past: Callable[[tuple[Event, ...]], Iterable[Event]]) -> AsyncIterator[Event]:
        """The selected past, then everything new."""
        ...


class EventLog:
    """The events of one component. clock gives nanoseconds since 1970."""

    def __init__(self, *, component: str, clock: Callable[[], int], history: int = HISTORY) -> None:
        self._component = component
        self._clock = clock
        self._kept: deque[Event] = deque(maxlen=history)
        self._followers: set[_Follower] = set()
        self._last = 0

    def publish(self, message: betterproto2.Message, *, actor_id: str = "") -> Event:
        """Add an event with a message such as machine.ServiceStateEvent."""
        # ids sort by time, also within one clock tick, and differ between the processes of a node
        self._last = max(self._clock(), self._last + 1)
        event = Event(
            id=f"{self._last:016x}{os.getpid() & 0xFFFF:04x}",
            time=dt.datetime.fromtimestamp(self._last / 1e9, tz=dt.UTC),
            component=self._component,
            actor_id=actor_id,
            data=_packed(message),
        )
        self._kept.append(event)
        for follower in self._followers:
            follower.offer(event)
        return event

    def kept(self) -> tuple[Event, ...]:
        """The history, oldest first."""
        return tuple(self._kept)

    async def follow(
        self, *, past: Callable[[tuple[Event, ...]], Iterable[Event]] = lambda _events: ()
    ) -> AsyncIterator[Event]:
        """The selected part of the past, then everything new; nothing falls between the two.

        Raises ResourceExhaustedError for a follower that lags more than the history behind.
        """
        follower = _Follower(limit=self._kept.maxlen or HISTORY)
        self._followers.add(follower)
        try:
            for event in past(self.kept()):
                yield event
            while True:
                yield await follower.take()
        finally:
            self._followers.discard(follower)


class _Follower:
    """The bounded queue of one reader."""

    def __init__(self, *, limit: int) -> None:
        self._queue: asyncio.Queue[Event] = asyncio.Queue(limit)
        self._lost = False

    def offer(self, event: Event) -> None:
        if self._queue.full():
            self._lost = True
        else:
            self._queue.put_nowait(event)

    async def take(self) -> Event:
        if self._lost and self._queue.empty():
            raise ResourceExhaustedError("events were lost because this reader is too slow: start again with tail_id")
        return await self._queue.get()


def _packed(message: betterproto2.Message) -> Any:
    cls = type(message)
    return Any(type_url=default_message_pool.type_to_url[cls], value=encoder_of(cls)(message))
