"""One watcher of a store: a bounded queue between whoever changes resources and whoever follows them."""

import asyncio
from collections import deque
from collections.abc import Iterable
from typing import Self

from libtalos.bus.errors import ResourceExhaustedError
from libtalos.resources.history import WatchEvent


class Watcher:
    """An asynchronous iterator of events; it is subscribed from the moment it is made until `close`.

    The events that were there at the start do not count against `limit`. A watcher that falls more than `limit` changes
    behind is cut: it gets a ResourceExhaustedError, and may resume after its last bookmark.
    """

    def __init__(
        self,
        *,
        resource_type: str,
        namespace: str = "",
        resource_id: str | None,
        initial: Iterable[WatchEvent],
        limit: int,
    ) -> None:
        self.resource_type = resource_type
        self.namespace = namespace
        self._id = resource_id
        self._initial = deque(initial)
        self._live: deque[WatchEvent] = deque()
        self._limit = limit
        self._cut = False
        self._closed = False
        self._wake = asyncio.Event()

    def offer(self, event: WatchEvent) -> None:
        """Queue a change, if it concerns this watcher."""
        if self._closed or self._cut or not self._concerns(event):
            return
        self._cut = len(self._live) >= self._limit
        if not self._cut:
            self._live.append(event)
        self._wake.set()

    def close(self) -> None:
        """End the watch; whoever waits for the next event is told that there is none."""
        self._closed = True
        self._live.clear()
        self._wake.set()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> WatchEvent:
        while not self._closed:
            if self._initial:
                return self._initial.popleft()
            if self._live:
                return self._live.popleft()
            if self._cut:
                raise ResourceExhaustedError(
                    f"watch of {self.resource_type} fell more than {self._limit} changes behind: "
                    "read faster and resume after the last bookmark"
                )
            self._wake.clear()
            await self._wake.wait()
        raise StopAsyncIteration

    def _concerns(self, event: WatchEvent) -> bool:
        return self._id is None or (event.resource is not None and event.resource.id == self._id)
