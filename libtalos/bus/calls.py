"""What a generated stub sees of a call: the stream protocol of grpclib, with retries and the errors of the bus."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from libtalos.bus.status import TRANSPORT_ERRORS, connection_lost, translate, was_refused
from libtalos.gen.index import SAFE_METHODS

if TYPE_CHECKING:
    import grpclib.client

    from libtalos.bus.channel import Channel

OpenStream = Callable[[], "grpclib.client.Stream[Any, Any]"]


class UnaryCall:
    """One request, one reply; repeated while that is safe and the deadline allows."""

    def __init__(self, *, channel: Channel, method: str, deadline: float, open_stream: OpenStream) -> None:
        self._channel = channel
        self._method = method
        self._deadline = deadline
        self._open = open_stream
        self._request: Any = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing is held open between tries."""

    async def send_message(self, message: Any, *, end: bool = False) -> None:  # noqa: ARG002 - grpclib's signature
        """Keep the request for the tries."""
        self._request = message

    async def recv_message(self) -> Any:
        """Send the request and return the reply. Raises BusError."""
        pause = self._channel.settings.retry_initial
        try:
            async with asyncio.timeout_at(self._deadline):
                while True:
                    try:
                        return await self._try_once()
                    except TRANSPORT_ERRORS as error:
                        if not self._may_repeat(error):
                            raise translate(error, method=self._method, address=self._channel.address) from error
                    pause = await self._channel.back_off(pause)
        except TimeoutError as error:
            raise translate(error, method=self._method, address=self._channel.address) from error

    async def _try_once(self) -> Any:
        await self._channel.connect()
        async with self._open() as stream:
            await stream.send_message(self._request, end=True)
            self._channel.bound(stream)
            return await stream.recv_message()

    def _may_repeat(self, error: Exception) -> bool:
        lost = connection_lost(error) and self._method in SAFE_METHODS
        return lost or was_refused(error)


class StreamCall:
    """A call with a stream on either side; the stub drives it message by message."""

    def __init__(self, *, channel: Channel, method: str, deadline: float, open_stream: OpenStream) -> None:
        self._channel = channel
        self._method = method
        self._deadline = deadline
        self._inner = open_stream()

    async def __aenter__(self) -> Self:
        await self._channel.connect()
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
        self._channel.bound(self._inner)

    async def end(self) -> None:
        """Say that no more messages will be sent."""
        with self._translated():
            await self._inner.end()

    async def recv_message(self) -> Any:
        """The next message, or None at the end of the stream."""
        with self._translated():
            return await self._inner.recv_message()

    def __aiter__(self) -> AsyncIterator[Any]:
        return self

    async def __anext__(self) -> Any:
        message = await self.recv_message()
        if message is None:
            raise StopAsyncIteration
        return message

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except TRANSPORT_ERRORS as error:
            raise translate(error, method=self._method, address=self._channel.address) from error
