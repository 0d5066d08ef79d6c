"""Streams of replies, as the callers of generated stubs hold them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable, AsyncIterator
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from libtalos.bus.errors import BusError, ConnectionLostError, NotBegunError
from libtalos.bus.transport import Exchange, Outgoing
from libtalos.stubs.client import Messages

if TYPE_CHECKING:
    from libtalos.bus.channel import Channel

T = TypeVar("T")


class Stream(AsyncIterator[T], Generic[T]):
    """What the streams below have in common: an exchange that is given up with the stream."""

    _exchange: Exchange | None = None
    _ended = False

    def __init__(self, *, channel: Channel, call: Outgoing) -> None:
        self._channel = channel
        self._call = call

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        """The next reply. Raises BusError."""
        if self._ended:
            raise StopAsyncIteration
        try:
            message: T | None = await (self._begin() if self._exchange is None else self._exchange.receive())
        except BaseException:
            self._end()
            raise
        if message is None:
            self._end()
            raise StopAsyncIteration
        return message

    async def aclose(self) -> None:
        """Give the call up, if it has not ended."""
        self._end()

    def __del__(self) -> None:
        self._end()

    async def _begin(self) -> T | None:
        """Begin the call, and wait for its first reply or its end."""
        raise NotImplementedError

    def _end(self) -> None:
        self._ended = True
        if self._exchange is not None:
            self._exchange.cancel()


class Replies(Stream[T]):
    """One request, many replies.

    Until the first reply it is begun again where that is safe, for as long as a unary call without a deadline waits
    (BusSettings.call_deadline). From then on only the caller knows what it has seen: an end of the connection is its
    UnavailableError.
    """

    def __init__(self, *, channel: Channel, call: Outgoing, request: Any) -> None:
        super().__init__(channel=channel, call=call)
        self._request = request

    async def _begin(self) -> T | None:
        channel, call = self._channel, self._call
        until = asyncio.get_running_loop().time() + channel.settings.call_deadline
        pause = channel.settings.retry_initial
        while True:
            try:
                return await self._try_once()
            except (NotBegunError, ConnectionLostError) as error:
                if not channel.may_repeat(call, error, until=until):
                    raise
            pause = await channel.in_time(call, channel.back_off(pause))

    async def _try_once(self) -> T | None:
        transport = await self._channel.in_time(self._call, self._channel.connect())
        self._exchange = await transport.open(self._call)
        await self._exchange.send(self._request, last=True)
        first: T | None = await self._exchange.receive()
        return first


class Conversation(Stream[T]):
    """Many requests; they are sent while the replies are read. It is never repeated."""

    _sending: asyncio.Task[None] | None = None
    _fault: Exception | None = None

    def __init__(self, *, channel: Channel, call: Outgoing, requests: Messages) -> None:
        super().__init__(channel=channel, call=call)
        self._requests = requests

    async def __anext__(self) -> T:
        """The next reply. Raises BusError, and what the iterator of requests raised."""
        try:
            return await super().__anext__()
        except BusError as error:
            if self._fault is not None:
                raise self._fault from error
            raise

    async def only(self) -> T:
        """The one reply of a call that has one. Raises BusError."""
        async for reply in self:
            # the status comes after it
            async for _another in self:
                raise BusError(f"{self._call.route} answered with more than one message")
            return reply
        raise BusError(f"{self._call.route} ended well without an answer")

    async def aclose(self) -> None:
        """Give the call up, if it has not ended, and stop sending."""
        await super().aclose()
        if self._sending is not None:
            await asyncio.wait([self._sending])

    async def _begin(self) -> T | None:
        transport = await self._channel.in_time(self._call, self._channel.connect())
        exchange = self._exchange = await transport.open(self._call)
        self._sending = asyncio.create_task(self._send(exchange), name=f"requests of {self._call.route}")
        first: T | None = await exchange.receive()
        return first

    async def _send(self, exchange: Exchange) -> None:
        """Send every request, then the end. A call that fails meanwhile tells its reader."""
        try:
            async for message in _each(self._requests):
                await exchange.send(message)
            await exchange.end()
        except BusError:
            pass
        except Exception as error:
            self._fault = error
            exchange.cancel()

    def _end(self) -> None:
        super()._end()
        if self._sending is not None and not self._sending.done():
            self._sending.cancel()


async def _each(messages: Messages) -> AsyncIterator[Any]:
    if isinstance(messages, AsyncIterable):
        async for message in messages:
            yield message
    else:
        for message in messages:
            yield message
