"""What a generated stub sees of a call: the stream protocol of grpclib, with retries and the errors of the bus."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from libtalos.bus.errors import BusError
from libtalos.bus.status import TRANSPORT_ERRORS, connection_lost, translate, was_refused
from libtalos.gen.index import SAFE_METHODS

if TYPE_CHECKING:
    from libtalos.bus.channel import Channel
    from libtalos.bus.outgoing import OutgoingStream

T = TypeVar("T")
OpenStream = Callable[[], "OutgoingStream"]


class Call:
    """What all calls have in common. deadline is on the event loop's clock, in seconds."""

    def __init__(self, *, channel: Channel, method: str, deadline: float, open_stream: OpenStream) -> None:
        self._channel = channel
        self._method = method
        self._deadline = deadline
        self._open = open_stream

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing is held open between tries."""

    async def _repeat(self, attempt: Callable[[], Awaitable[T]], *, until: float) -> T:
        """Attempt, and again while that is safe and it is not `until` yet. Raises BusError."""
        pause = self._channel.settings.retry_initial
        while True:
            try:
                return await attempt()
            except TRANSPORT_ERRORS as error:
                if not self._may_repeat(error) or asyncio.get_running_loop().time() >= until:
                    raise self._translate(error) from error
            pause = await self._channel.back_off(pause)

    def _may_repeat(self, error: Exception) -> bool:
        lost = connection_lost(error) and self._method in SAFE_METHODS
        return lost or was_refused(error)

    def _translate(self, error: Exception) -> BusError:
        return translate(error, method=self._method, address=self._channel.address)

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except TRANSPORT_ERRORS as error:
            raise self._translate(error) from error

    @contextlib.asynccontextmanager
    async def _in_time(self) -> AsyncIterator[None]:
        """Raise DeadlineExceededError when the deadline passes meanwhile."""
        try:
            async with asyncio.timeout_at(self._deadline):
                yield
        except TimeoutError as error:
            raise self._translate(error) from error


class RepeatedCall(Call):
    """A call with one request, which is kept for the tries."""

    _request: Any = None

    async def send_message(self, message: Any, *, end: bool = False) -> None:  # noqa: ARG002 - grpclib's signature
        """Keep the request."""
        self._request = message


class Messages:
    """The iteration over replies."""

    async def recv_message(self) -> Any:
        """The next message, or None at the end of the stream. Raises BusError."""
        raise NotImplementedError

    def __aiter__(self) -> AsyncIterator[Any]:
        return self

    async def __anext__(self) -> Any:
        message = await self.recv_message()
        if message is None:
            raise StopAsyncIteration
        return message


class UnaryCall(RepeatedCall):
    """One request, one reply; repeated while that is safe and the deadline allows."""

    async def recv_message(self) -> Any:
        """Send the request and return the reply. Raises BusError."""
        async with self._in_time():
            return await self._repeat(self._try_once, until=self._deadline)

    async def _try_once(self) -> Any:
        await self._channel.connect()
        async with self._open() as stream:
            await stream.send_message(self._request, end=True)
            self._channel.bound(stream)
            return await stream.recv_message()


class RepliesCall(Messages, RepeatedCall):
    """One request, many replies.

    Until the first reply it is begun again where that is safe, for as long as a unary call without a deadline waits
    (BusSettings.call_deadline). From then on only the caller knows what it has seen: an end of the connection is its
    UnavailableError.
    """

    _inner: OutgoingStream | None = None
    _ended = False

    async def recv_message(self) -> Any:
        """The next message, or None at the end of the stream. Raises BusError."""
        if self._ended:
            return None
        if self._inner is None:
            now = asyncio.get_running_loop().time()
            return await self._repeat(self._begin, until=now + self._channel.settings.call_deadline)
        with self._translated():
            return await self._inner.recv_message()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._inner is not None:
            with self._translated():
                await self._inner.__aexit__(kind, error, trace)

    async def _begin(self) -> Any:
        """Open the stream and wait for its first message, or its end."""
        async with self._in_time():
            await self._channel.connect()
        async with contextlib.AsyncExitStack() as stack:
            stream = await stack.enter_async_context(self._open())
            await stream.send_message(self._request, end=True)
            self._channel.bound(stream)
            first = await stream.recv_message()
            if first is not None:
                stack.pop_all()
                self._inner = stream
                return first
        # leaving the stream has read the trailers, and raised what they tell
        self._ended = True
        return None


class StreamCall(Messages, Call):
    """A call with a stream of requests; the stub drives it message by message, and it is never repeated."""

    async def __aenter__(self) -> Self:
        async with self._in_time():
            await self._channel.connect()
        self._inner = self._open()
        with self._translated():
            await self._inner.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._translated():
            await self._inner.__aexit__(kind, error, trace)

    async def send_request(self) -> None:
        """Send the headers."""
        with self._translated():
            await self._inner.send_request()
        self._channel.bound(self._inner)

    async def send_message(self, message: Any, *, end: bool = False) -> None:
        """Send one message; with end it is the last."""
        with self._translated():
            await self._inner.send_message(message, end=end)

    async def end(self) -> None:
        """Say that no more messages will be sent."""
        with self._translated():
            await self._inner.end()

    async def recv_message(self) -> Any:
        """The next message, or None at the end of the stream."""
        with self._translated():
            return await self._inner.recv_message()
