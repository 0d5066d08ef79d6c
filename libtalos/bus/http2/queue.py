"""Messages that have come and wait to be taken, with the flow control that bounds them."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Any, Protocol, Self

from libtalos.bus.errors import BusError
from libtalos.bus.http2.stream import Inbox

# bytes that a message takes besides its own: an empty one is five on the wire
OVERHEAD = 128


class Decoding(Protocol):
    """What makes messages of bytes."""

    def decode(self, data: bytes) -> Any:
        """One message. Raises BusError."""
        ...


class Holder(Protocol):
    """The connection whose memory the messages take."""

    loop: asyncio.AbstractEventLoop

    def queue(self, size: int) -> None:
        """Bytes of messages that wait. Raises BusError for too many."""
        ...

    def unqueue(self, size: int) -> None:
        """They do not wait any more."""
        ...


class MessageQueue:
    """An async iterator over messages; taking one lets the peer send as much again."""

    __slots__ = ("_ended", "_error", "_holder", "_inbox", "_messages", "_target", "_waiter")

    def __init__(self, holder: Holder, inbox: Inbox, target: Decoding) -> None:
        self._holder = holder
        self._inbox = inbox
        self._target = target
        self._messages: deque[tuple[bytes, int]] = deque()
        self._ended = False
        self._error: BusError | None = None
        self._waiter: asyncio.Future[None] | None = None

    def put(self, data: bytes, size: int) -> None:
        """A message has come that took `size` bytes of the window. Raises BusError if there is no room for it."""
        self._holder.queue(len(data) + OVERHEAD)
        self._messages.append((data, size))
        self._wake()

    def end(self, error: BusError | None = None) -> None:
        """The last message has come; after it the error is raised, if there is one."""
        if not self._ended:
            self._ended = True
            self._error = error
            self._wake()

    def fail(self, error: BusError) -> None:
        """No more messages will come, and those that wait are of no use: without them even a good end is none."""
        if self._messages or not self._ended:
            self._ended = True
            self._error = error
        while self._messages:
            self._holder.unqueue(len(self._messages.popleft()[0]) + OVERHEAD)
        self._wake()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Any:
        """The next message. Raises the BusError that ended the stream."""
        message = await self.take()
        if message is None:
            raise StopAsyncIteration
        return message

    async def take(self) -> Any:
        """The next message, None at the end. Raises the BusError that ended the stream."""
        while not self._messages:
            if self._ended:
                if self._error is not None:
                    raise self._error
                return None
            self._waiter = self._holder.loop.create_future()
            try:
                await self._waiter
            finally:
                self._waiter = None
        data, size = self._messages.popleft()
        self._holder.unqueue(len(data) + OVERHEAD)
        self._inbox.give_back(size)
        return self._target.decode(data)

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)
