"""Streams of replies, as the callers of generated stubs hold them."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterable, AsyncIterator, Awaitable
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
        # when the event loop is closed already, there is nothing to give up
        with contextlib.suppress(RuntimeError):
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

    _sender: Sender | None = None
    _sending: asyncio.Task[None] | None = None

    def __init__(self, *, channel: Channel, call: Outgoing, requests: Messages) -> None:
        super().__init__(channel=channel, call=call)
        self._requests = requests

    async def __anext__(self) -> T:
        """The next reply. Raises BusError, and what the iterator of requests raised."""
        try:
            return await super().__anext__()
        except BusError as error:
            if self._sender is not None and self._sender.fault is not None:
                raise self._sender.fault from error
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
        self._sender = Sender(exchange, self._requests)
        self._sending = asyncio.create_task(self._sender.run(), name=f"requests of {self._call.route}")
        first: T | None = await exchange.receive()
        return first

    def _end(self) -> None:
        super()._end()
        if self._sending is not None and not self._sending.done():
            self._sending.cancel()


class Sender:
    """Sends the requests of a conversation. It does not hold the conversation, which may be dropped meanwhile."""

    def __init__(self, exchange: Exchange, requests: Messages) -> None:
        # what the iterator of requests raised
        self.fault: Exception | None = None
        self._exchange = exchange
        self._requests = requests

    async def run(self) -> None:
        """Send every request, then the end."""
        try:
            async for message in _each(self._requests):
                if not await self._taken(self._exchange.send(message)):
                    return
            await self._taken(self._exchange.end())
        except Exception as error:
            self.fault = error
            self._exchange.cancel()
        except BaseException:
            # cancelled with the conversation, or by the requests: then nobody else would end the call
            self._exchange.cancel()
            raise

    async def _taken(self, step: Awaitable[None]) -> bool:
        """False if the call has failed meanwhile, which its reader is told."""
        try:
            await step
        except BusError:
            return False
        return True


async def _each(messages: Messages) -> AsyncIterator[Any]:
    if isinstance(messages, AsyncIterable):
        async for message in messages:
            yield message
    else:
        for message in messages:
            yield message
