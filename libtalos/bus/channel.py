"""The client side of the bus: one connection to one server, for generated stubs."""

from __future__ import annotations

import asyncio
import errno
import secrets
import ssl as ssl_module
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, TypeVar

from libtalos.bus.address import Address
from libtalos.bus.context import CALL_ID_HEADER, CURRENT
from libtalos.bus.errors import ConnectionLostError, DeadlineExceededError, NotBegunError, UnavailableError
from libtalos.bus.metadata import Field, ReplyMetadata, encode_metadata
from libtalos.bus.replies import Conversation, Replies
from libtalos.bus.settings import BusSettings
from libtalos.bus.transport import ClientTransport, Outgoing
from libtalos.gen.index import SAFE_METHODS
from libtalos.stubs import Cardinality, MetadataLike
from libtalos.stubs.client import Messages

StubT = TypeVar("StubT")
T = TypeVar("T")

_CALL_ID = CALL_ID_HEADER.encode()
_NO_FIELDS: tuple[Field, ...] = ()


class Channel:
    """Calls to one server. Generated stubs are made on it: `Channel(UnixAddress(path)).stub(NetworkServiceStub)`.

    Errors of calls are those of libtalos.bus.errors. The connection is made by the first call and made again when it
    was lost. A call that the server did not begin, or one without side effects, is repeated within its deadline when
    the connection is lost, so that the restart of a component is a pause and not an error.
    """

    def __init__(
        self, address: Address, *, settings: BusSettings | None = None, tls: ssl_module.SSLContext | None = None
    ) -> None:
        self.address = address
        self.settings = settings or BusSettings()
        self._transport = _make_transport(address, self.settings, tls)

    def stub(self, make: Callable[[Any], StubT]) -> StubT:
        """A generated stub on this channel: `channel.stub(NetworkServiceStub)`."""
        return make(self)

    async def unary_unary(
        self,
        route: str,
        request: Any,
        reply_type: type[T],
        *,
        timeout: float | None = None,  # noqa: ASYNC109 - it travels to the server
        deadline: float | None = None,
        metadata: MetadataLike | None = None,
        received: ReplyMetadata | None = None,
    ) -> T:
        """One request, one reply; repeated while that is safe and the deadline allows. Raises BusError."""
        call = self._outgoing(
            route, Cardinality.UNARY_UNARY, type(request), reply_type, timeout, deadline, metadata, received
        )
        try:
            reply: T = await self._transport.unary(call, request)
        except (NotBegunError, ConnectionLostError) as error:
            if not self.may_repeat(call, error, until=call.deadline):
                raise
        else:
            return reply
        return await self.in_time(call, self._repeat_unary(call, request))

    def unary_stream(
        self,
        route: str,
        request: Any,
        reply_type: type[T],
        *,
        timeout: float | None = None,
        deadline: float | None = None,
        metadata: MetadataLike | None = None,
        received: ReplyMetadata | None = None,
    ) -> AsyncIterator[T]:
        """One request, a stream of replies."""
        call = self._outgoing(
            route, Cardinality.UNARY_STREAM, type(request), reply_type, timeout, deadline, metadata, received
        )
        return Replies(channel=self, call=call, request=request)

    async def stream_unary(
        self,
        route: str,
        requests: Messages,
        request_type: type[Any],
        reply_type: type[T],
        *,
        timeout: float | None = None,  # noqa: ASYNC109 - it travels to the server
        deadline: float | None = None,
        metadata: MetadataLike | None = None,
        received: ReplyMetadata | None = None,
    ) -> T:
        """A stream of requests, one reply; never repeated. Raises BusError."""
        call = self._outgoing(
            route, Cardinality.STREAM_UNARY, request_type, reply_type, timeout, deadline, metadata, received
        )
        conversation: Conversation[T] = Conversation(channel=self, call=call, requests=requests)
        try:
            return await conversation.only()
        finally:
            await conversation.aclose()

    def stream_stream(
        self,
        route: str,
        requests: Messages,
        request_type: type[Any],
        reply_type: type[T],
        *,
        timeout: float | None = None,
        deadline: float | None = None,
        metadata: MetadataLike | None = None,
        received: ReplyMetadata | None = None,
    ) -> AsyncIterator[T]:
        """A stream of requests, a stream of replies; never repeated."""
        call = self._outgoing(
            route, Cardinality.STREAM_STREAM, request_type, reply_type, timeout, deadline, metadata, received
        )
        return Conversation(channel=self, call=call, requests=requests)

    async def connect(self) -> ClientTransport:
        """The transport, with a connection. Raises UnavailableError if nobody listens there."""
        pause = self.settings.retry_initial
        while True:
            try:
                await self._transport.connect()
            except OSError as error:
                if error.errno != errno.EAGAIN:  # what a full backlog says: somebody will take us
                    raise UnavailableError(f"cannot connect to {self.address}: {_reason(error)}") from error
            else:
                return self._transport
            pause = await self.back_off(pause)

    async def in_time(self, call: Outgoing, work: Awaitable[T]) -> T:
        """Await with the call's deadline. Raises DeadlineExceededError when it passes meanwhile."""
        try:
            async with asyncio.timeout_at(call.deadline):
                return await work
        except TimeoutError as error:
            raise out_of_time(call.route, self.address) from error

    def may_repeat(self, call: Outgoing, error: NotBegunError | ConnectionLostError, *, until: float) -> bool:
        """Whether the call may be made again after this error, and there is time for it."""
        now = asyncio.get_running_loop().time()
        call.timeout = call.deadline - now
        return (isinstance(error, NotBegunError) or call.route in SAFE_METHODS) and now < until

    async def back_off(self, pause: float) -> float:
        """Wait a jittered pause (seconds) before the next try and return the pause after it."""
        jitter = 0.5 + secrets.randbelow(1000) / 1000
        await asyncio.sleep(pause * jitter)
        return min(pause * 2, self.settings.retry_maximum)

    def close(self) -> None:
        """Close the connection; calls under way end with UnavailableError."""
        self._transport.close()

    async def wait_closed(self) -> None:
        """Return when the connection that `close` closes is gone: with TLS the ends say goodbye to each other first."""
        await self._transport.wait_closed()

    async def _repeat_unary(self, call: Outgoing, request: Any) -> Any:
        """The second and later tries; the first of them at once when there was only no connection yet."""
        pause = self.settings.retry_initial
        while True:
            transport = await self.connect()
            try:
                return await transport.unary(call, request)
            except (NotBegunError, ConnectionLostError) as error:
                if not self.may_repeat(call, error, until=call.deadline):
                    raise
            pause = await self.back_off(pause)

    def _outgoing(  # noqa: PLR0917 - what the four kinds of call pass on
        self,
        route: str,
        cardinality: Cardinality,
        request_type: type[Any],
        reply_type: type[Any],
        timeout: float | None,
        deadline: float | None,
        metadata: MetadataLike | None,
        received: ReplyMetadata | None,
    ) -> Outgoing:
        """The call with its deadline, the shortest of all that count, and with the id of the call that it is part of.

        The defaults are for callers that have no deadline at all: a call that is being served has one.
        """
        now = asyncio.get_running_loop().time()
        if deadline is not None:
            timeout = deadline - now if timeout is None else min(timeout, deadline - now)
        elif timeout is None:
            unary = cardinality is Cardinality.UNARY_UNARY
            timeout = self.settings.call_deadline if unary else self.settings.stream_deadline
        fields = _NO_FIELDS if metadata is None else tuple(encode_metadata(metadata))
        served = CURRENT.get()
        if served is not None:
            timeout = min(timeout, served.deadline - now)
            fields = (*(field for field in fields if field[0] != _CALL_ID), (_CALL_ID, served.call_id.encode()))
        return Outgoing(
            route,
            cardinality,
            request_type,
            reply_type,
            timeout=timeout,
            deadline=now + timeout,
            fields=fields,
            received=received,
        )


def out_of_time(route: str, address: Address) -> DeadlineExceededError:
    """The error of a call whose deadline passed on this side."""
    return DeadlineExceededError(f"{route} of {address} did not answer before its deadline")


def _make_transport(address: Address, settings: BusSettings, tls: ssl_module.SSLContext | None) -> ClientTransport:
    if settings.transport == "grpclib":
        from libtalos.bus.grpclib.client import GrpclibTransport  # noqa: PLC0415 - only where it is chosen

        return GrpclibTransport(address, settings=settings, tls=tls)
    from libtalos.bus.http2.transport import Http2Transport  # noqa: PLC0415 - only where it is chosen

    return Http2Transport(address, settings=settings, tls=tls)


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such socket (is the node running?)"
    if isinstance(error, ConnectionRefusedError):
        return "nobody listens there (is the node running?)"
    return error.strerror or str(error)
