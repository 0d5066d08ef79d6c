"""grpclib's server as a transport of the bus: it makes connections, and never listens itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any, cast

import grpclib.server
from grpclib import const
from grpclib.const import Status
from grpclib.exceptions import GRPCError, StreamTerminatedError
from grpclib.metadata import encode_metadata
from grpclib.protocol import H2Protocol, Stream
from h2.exceptions import StreamClosedError
from multidict import MultiDict

from libtalos.bus.connections import Lost
from libtalos.bus.context import CURRENT, CallContext
from libtalos.bus.dispatch import Dispatcher, Served
from libtalos.bus.errors import BusError, CallCancelledError, DeadlineExceededError
from libtalos.bus.grpclib.client import bound_wire
from libtalos.bus.grpclib.codec import BusCodec
from libtalos.bus.grpclib.details import DetailsCodec
from libtalos.bus.identity import Peer, peer_of
from libtalos.bus.metadata import Field, decode_metadata
from libtalos.bus.settings import BusSettings
from libtalos.bus.timeouts import decode_timeout
from libtalos.stubs import MetadataLike

# grpc-timeout on its way to the call; metadata named grpc-* is not passed on by grpclib
_TIMEOUT = "talos-grpc-timeout"
# what a handler meets that goes on to use a stream which its caller has reset, or whose connection is lost
GONE = (StreamTerminatedError, StreamClosedError)

WireStream = grpclib.server.Stream[Any, Any]


class GrpclibConnection(H2Protocol):
    """grpclib's connection, with its peer, and with a way to close it for good."""

    transport: asyncio.Transport

    def made(self, lost: Lost) -> GrpclibConnection:
        """Set who hears of the end of the connection."""
        self._lost = lost
        return self

    @property
    def protocol(self) -> asyncio.BaseProtocol:
        """The protocol for the event loop."""
        return self

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Look the peer up at once: a pid may be reused after its process has gone."""
        super().connection_made(transport)
        self.transport = transport  # type: ignore[assignment]
        self.connection.talos_peer = peer_of(transport)  # type: ignore[attr-defined]

    def connection_lost(self, exc: BaseException | None) -> None:
        """End the calls of the connection."""
        super().connection_lost(exc)
        self._lost(self)

    def go_away(self) -> None:
        """grpclib has no GOAWAY; calls that come are refused by the dispatcher."""


class _Calls(grpclib.server.Handler):
    """grpclib's calls of one connection, without its clock: the call has one that says what has happened."""

    def accept(self, stream: Stream, headers: list[tuple[str, str]], release_stream: Callable[[], Any]) -> None:
        renamed = [(_TIMEOUT if name == "grpc-timeout" else name, value) for name, value in headers]
        super().accept(stream, renamed, release_stream)


class GrpclibServer(grpclib.server.Server):
    """Makes connections that serve these methods."""

    def __init__(self, served: Mapping[str, Served], *, dispatcher: Dispatcher, settings: BusSettings) -> None:
        handlers = {path: _handler(method, dispatcher, settings) for path, method in served.items()}
        super().__init__(
            [_Mapped(handlers)], codec=BusCodec(settings.max_message_size), status_details_codec=DetailsCodec()
        )

    def make(self, lost: Lost) -> GrpclibConnection:
        """A connection that waits for its transport."""
        self.__gc_step__()
        calls = _Calls(self._mapping, self._codec, self._status_details_codec, self.__dispatch__)
        self._handlers.add(calls)
        return GrpclibConnection(calls, self._config, self._h2_config).made(lost)


class _Mapped:
    """Handlers in the shape that grpclib wants."""

    def __init__(self, mapping: Mapping[str, const.Handler]) -> None:
        self._mapping = dict(mapping)

    def __mapping__(self) -> dict[str, const.Handler]:
        return self._mapping


def _handler(served: Served, dispatcher: Dispatcher, settings: BusSettings) -> const.Handler:
    async def serve(stream: WireStream) -> None:
        await _Serving(served, stream, dispatcher=dispatcher, settings=settings).run()

    cardinality = const.Cardinality[served.cardinality.name]
    return const.Handler(serve, cardinality, served.request_type, served.reply_type)


class _Serving:
    """One call under way."""

    call: CallContext

    def __init__(self, served: Served, stream: WireStream, *, dispatcher: Dispatcher, settings: BusSettings) -> None:
        self.served = served
        self._stream = stream
        self._dispatcher = dispatcher
        self._settings = settings
        self._reason: BusError | None = None

    async def run(self) -> None:
        """Serve it. Raises GRPCError."""
        path = self.served.path
        try:
            self.call = self._context()
            self._dispatcher.admit(self.call.peer, path)
            bound_wire(self._stream._stream, self._settings.max_message_size)  # noqa: SLF001 - grpclib has no limit
            await self._in_time()
        except Exception as error:
            await self._fail(error)

    def stop(self, error: BusError) -> None:
        """End it with this error."""
        if self._reason is None and not self._scope.expired():
            self._reason = error
            self._scope.reschedule(asyncio.get_running_loop().time())

    async def _in_time(self) -> None:
        self._scope = asyncio.timeout_at(self.call.deadline)
        token = CURRENT.set(self.call)
        self._dispatcher.begin(self)
        try:
            async with self._scope:
                await self._handle()
        except TimeoutError as error:
            if not self._scope.expired():
                raise  # not our clock: a fault of the handler
            path = self.served.path
            raise self._reason or DeadlineExceededError(f"{path} did not finish before its deadline") from error
        finally:
            self._dispatcher.finish(self)
            CURRENT.reset(token)

    async def _handle(self) -> None:
        kind, func = self.served.cardinality, self.served.func
        argument = self._requests() if kind.client_streaming else await self._only()
        if kind.server_streaming:
            async for reply in func(argument):
                await self._reply(reply)
        else:
            await self._reply(await func(argument))
        if self.call.trailing:
            await self._stream.send_trailing_metadata(metadata=_multi(decode_metadata(self.call.trailing)))

    async def _only(self) -> Any:
        request = await self._stream.recv_message()
        if request is None:
            raise CallCancelledError(f"{self.served.path} was called without a request")
        return request

    async def _requests(self) -> AsyncIterator[Any]:
        async for request in self._stream:
            yield request

    async def _reply(self, message: Any) -> None:
        if self.call.initial and not self._stream._send_initial_metadata_done:  # noqa: SLF001 - grpclib does not tell
            await self._stream.send_initial_metadata(metadata=_multi(decode_metadata(self.call.initial)))
        await self._stream.send_message(message)

    async def _fail(self, error: Exception) -> None:
        if isinstance(error, GONE):
            error = CallCancelledError("the caller gave the call up")
        call = getattr(self, "call", None)
        known = self._dispatcher.error(error, self.served.path, call)
        trailing = {**known.trailing, **(decode_metadata(call.trailing) if call else {})}
        if not trailing:
            raise GRPCError(Status(int(known.code)), known.message, known.details or None) from error
        await self._stream.send_trailing_metadata(
            status=Status(int(known.code)),
            status_message=known.message,
            status_details=known.details or None,
            metadata=_multi(trailing),
        )

    def _context(self) -> CallContext:
        metadata = MultiDict(self._stream.metadata or ())
        timeout = metadata.popall(_TIMEOUT, [None])[0]
        seconds = self.served.timeout if timeout is None else decode_timeout(str(timeout))
        fields: list[Field] = [
            (name.encode(), value.encode()) for name, value in encode_metadata(cast("Any", metadata))
        ]
        return CallContext(self.served.path, self._peer(), asyncio.get_running_loop().time() + seconds, fields)

    def _peer(self) -> Peer:
        peer: Peer = self._stream._stream.connection.talos_peer  # type: ignore[attr-defined]  # noqa: SLF001
        return peer


def _multi(metadata: MetadataLike) -> Any:
    return MultiDict(metadata)
