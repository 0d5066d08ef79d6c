"""grpclib's channel as a transport of the bus."""

from __future__ import annotations

import asyncio
import contextlib
import ssl as ssl_module
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any, cast

import grpclib.client
from grpclib import const
from grpclib.exceptions import GRPCError, ProtocolError, StreamTerminatedError
from grpclib.metadata import Deadline
from grpclib.protocol import Stream
from multidict import MultiDict

from libtalos.bus.address import Address, UnixAddress
from libtalos.bus.errors import (
    BusError,
    CallCancelledError,
    ConnectionLostError,
    DeadlineExceededError,
    error_from_status,
)
from libtalos.bus.grpclib.codec import BusCodec, bound_receive
from libtalos.bus.grpclib.details import DetailsCodec
from libtalos.bus.grpclib.outgoing import OutgoingStream
from libtalos.bus.metadata import Value, decode_binary
from libtalos.bus.settings import BusSettings
from libtalos.bus.transport import Outgoing

TRANSPORT_ERRORS = (GRPCError, StreamTerminatedError, ProtocolError, ConnectionError, TimeoutError)


class GrpclibTransport:
    """One grpclib channel."""

    def __init__(self, address: Address, *, settings: BusSettings, tls: ssl_module.SSLContext | None) -> None:
        self.address = address
        self.settings = settings
        self.codec = BusCodec(settings.max_message_size)
        if isinstance(address, UnixAddress):
            self.inner = grpclib.client.Channel(path=str(address.path), codec=self.codec)
        else:
            self.inner = grpclib.client.Channel(address.host, address.port, codec=self.codec, ssl=tls)

    async def connect(self) -> None:
        """Connect if there is no connection. Raises OSError."""
        await self.inner.__connect__()

    async def unary(self, call: Outgoing, request: Any) -> Any:
        """One request, one reply."""
        exchange = await self.open(call)
        async with exchange.translated(), exchange.stream as stream:
            try:
                await stream.send_message(request, end=True)
                bound_wire(stream._stream, self.settings.max_message_size)  # noqa: SLF001
                reply = await stream.recv_message()
                await exchange.finish()
            finally:
                exchange.note()
        return reply

    async def open(self, call: Outgoing) -> GrpclibExchange:
        """A call that has not sent anything yet. Raises ConnectionLostError: grpclib connects when it sends."""
        try:
            async with asyncio.timeout_at(call.deadline):
                await self.connect()
        except TRANSPORT_ERRORS as error:
            raise _translated(error, call, self.address) from error
        except OSError as error:
            raise ConnectionLostError(f"connection to {self.address} was lost: {error}") from error
        return GrpclibExchange(self, call)

    def close(self) -> None:
        """Close the connection."""
        self.inner.close()

    async def wait_closed(self) -> None:
        """Return at once: grpclib does not tell when it is done."""


class GrpclibExchange:
    """One call on the wire."""

    def __init__(self, transport: GrpclibTransport, call: Outgoing) -> None:
        self._call = call
        self._transport = transport
        self._stack = AsyncExitStack()
        self._entered = False
        self._over = False
        metadata = [(name.decode(), _value(name, value)) for name, value in call.fields]
        self.stream = OutgoingStream(
            transport.inner,
            call.route,
            cast("Any", MultiDict(metadata)),
            const.Cardinality[call.cardinality.name],
            call.request_type,
            call.reply_type,
            codec=transport.codec,
            status_details_codec=DetailsCodec(),
            dispatch=transport.inner.__dispatch__,
            deadline=Deadline.from_timeout(max(0.0, call.deadline - asyncio.get_running_loop().time())),
        )

    async def send(self, message: Any, *, last: bool = False) -> None:
        """Send one message."""
        async with self.translated():
            await self._begin()
            await self.stream.send_message(message, end=last)
            bound_wire(self.stream._stream, self._transport.settings.max_message_size)  # noqa: SLF001

    async def end(self) -> None:
        """Say that no more messages will be sent."""
        async with self.translated():
            await self._begin()
            await self.stream.end()

    async def receive(self) -> Any:
        """The next message, or None at the end."""
        if self._over:
            raise CallCancelledError(f"{self._call.route} was given up")
        async with self.translated():
            await self._begin()
            bound_wire(self.stream._stream, self._transport.settings.max_message_size)  # noqa: SLF001
            try:
                message = await self.stream.recv_message()
                if message is None:
                    self._over = True
                    await self.finish()
            finally:
                self.note()
            return message

    def cancel(self) -> None:
        """Reset the stream, unless the call has ended."""
        if self._entered and not self._over:
            self._over = True
            wire = self.stream._stream  # noqa: SLF001 - grpclib's own way waits
            if wire.closable:
                wire.reset_nowait()
            self.stream._wrapper.cancel(StreamTerminatedError("given up"))  # noqa: SLF001

    async def finish(self) -> None:
        """Read the status. Raises GRPCError."""
        await self.stream._maybe_finish()  # noqa: SLF001 - else only leaving the stream does it

    def note(self) -> None:
        """Tell the caller what metadata there is by now."""
        if self._call.received is not None:
            self._call.received.initial = dict(self.stream.initial_metadata or {})
            self._call.received.trailing = dict(self.stream.trailing_metadata or {})

    @contextlib.asynccontextmanager
    async def translated(self) -> AsyncIterator[None]:
        """Raise what grpclib raises as errors of the bus."""
        try:
            yield
        except TRANSPORT_ERRORS as error:
            over, self._over = self._over, True
            if over and isinstance(error, StreamTerminatedError):
                raise CallCancelledError(f"{self._call.route} was given up") from error
            raise _translated(error, self._call, self._transport.address, self.stream.trailing_metadata) from error

    async def _begin(self) -> None:
        if not self._entered:
            self._entered = True
            await self.stream.__aenter__()
            await self.stream.send_request()


def bound_wire(wire: Stream, maximum: int) -> None:
    """Apply the size limit to what a stream receives; grpclib has none of its own."""
    if not hasattr(wire.recv_data, "talos_bound"):
        wire.recv_data = bound_receive(wire.recv_data, maximum)  # type: ignore[method-assign, assignment]


def _value(name: bytes, value: bytes) -> Value:
    return decode_binary(value) if name.endswith(b"-bin") else value.decode("latin-1")


def _translated(error: Exception, call: Outgoing, address: Address, trailing: Any = None) -> BusError:
    if isinstance(error, BusError):
        return error
    if isinstance(error, GRPCError):
        text = error.message or error.status.name
        return error_from_status(error.status.value, text, details=error.details or (), trailing=dict(trailing or {}))
    if isinstance(error, TimeoutError):
        return DeadlineExceededError(f"{call.route} of {address} did not answer before its deadline")
    return ConnectionLostError(f"connection to {address} was lost during {call.route}: {error}")
