"""The client's end of a connection: calls out, replies in."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
from collections.abc import Callable
from typing import Any

from libtalos.bus.address import Address
from libtalos.bus.errors import (
    BusError,
    ConnectionLostError,
    DeadlineExceededError,
    NotBegunError,
    UnavailableError,
    headers_too_large,
    too_large,
)
from libtalos.bus.http2.compression import ACCEPTED
from libtalos.bus.http2.connection import Connection
from libtalos.bus.http2.frames import (
    END_HEADERS,
    END_STREAM,
    HEADERS,
    LAST_STREAM,
    PREFACE,
    ConnectionFaultError,
    ErrorCode,
    StreamFaultError,
    code_name,
    go_away,
    head,
    header_block,
)
from libtalos.bus.http2.heads import ReplyHead
from libtalos.bus.http2.hpack import HeaderListTooLarge, list_size
from libtalos.bus.http2.keepalive import Keepalive
from libtalos.bus.http2.known import KNOWN, KnownHeads
from libtalos.bus.http2.outgoing import OutgoingCall, StreamingCall, UnaryCall, whole_request
from libtalos.bus.http2.reading import ReadRoom
from libtalos.bus.metadata import Field
from libtalos.bus.settings import BusSettings
from libtalos.bus.timeouts import encode_timeout
from libtalos.bus.transport import Outgoing
from libtalos.bus.wire import WireError, decoder_of, encoder_of

# while so few calls are open there is nothing to wait for that could go out with this one
_FEW = 3


class Route:
    """One method as it is called on one connection: its messages to bytes and back, and its headers."""

    __slots__ = ("_decode", "_encode", "_maximum", "fields", "list_size", "path", "reply_type")

    def __init__(self, call: Outgoing, *, authority: bytes, scheme: bytes, maximum: int) -> None:
        self.path = call.route
        self.reply_type = call.reply_type
        self.fields: tuple[Field, ...] = (
            (b":method", b"POST"),
            (b":scheme", scheme),
            (b":path", call.route.encode()),
            (b":authority", authority),
            (b"te", b"trailers"),
            (b"content-type", b"application/grpc"),
            (b"user-agent", b"libtalos"),
            ACCEPTED,
        )
        # in bytes, with a timeout of any length
        self.list_size = list_size([*self.fields, (b"grpc-timeout", b"99999999n")])
        self._maximum = maximum
        self._encode: Callable[[Any], bytes] = encoder_of(call.request_type)
        self._decode: Callable[[bytes], Any] = decoder_of(call.reply_type)

    def encode(self, message: Any) -> bytes:
        """A request. Raises ResourceExhaustedError for one that is too large."""
        data = self._encode(message)
        if len(data) > self._maximum:
            raise too_large(len(data), self._maximum)
        return data

    def decode(self, data: bytes) -> Any:
        """A reply. Raises BusError for bytes that are none."""
        try:
            return self._decode(data)
        except WireError as error:
            raise BusError(f"{self.path} answered with what is no {self.reply_type.__name__}: {error}") from error


class ClientConnection(Connection[OutgoingCall]):
    """One connection to one server."""

    def __init__(
        self,
        *,
        address: Address,
        authority: bytes,
        scheme: bytes,
        settings: BusSettings,
        room: ReadRoom | None = None,
    ) -> None:
        super().__init__(settings=settings, loop=asyncio.get_running_loop(), room=room)
        self.address = address
        # no new calls: the server said so, or the ids are used up
        self.leaving = False
        # the server has said that it speaks HTTP/2
        self._greeted = False
        self._last_begun = 0
        self._authority = authority
        self._scheme = scheme
        self._routes: dict[tuple[str, type[Any], type[Any]], Route] = {}
        self._blocks: dict[tuple[Route, float], tuple[int, bytes, bytes]] = {}
        self._heads = KnownHeads(self.decoder, lambda block: ReplyHead(self.decode_block(block), trailers=False))
        self._trailers = KnownHeads(self.decoder, lambda block: ReplyHead(self.decode_block(block), trailers=True))
        # calls that wait for a place, in their order, with what wakes them
        self._waiting: dict[Outgoing, asyncio.Future[None]] = {}
        self._sending: set[asyncio.Task[None]] = set()
        self._keepalive = Keepalive(self, settings)
        # the transport is closed: with TLS some time after it was told to
        self.gone = asyncio.Event()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Say that we speak HTTP/2."""
        self.out.append(PREFACE)
        super().connection_made(transport)
        self._keepalive.start()

    def connection_lost(self, exc: BaseException | None) -> None:
        """End the calls of the connection."""
        self.leaving = True
        self._keepalive.stop()
        super().connection_lost(exc)
        self._wake_waiting()
        self.gone.set()

    def loss(self, reason: str) -> BusError:
        """See Connection. With TLS 1.3 a server looks at a certificate after the handshake is over on this side."""
        if self._scheme == b"https" and not self._greeted:
            # another try would end in the same way
            return UnavailableError(
                f"{self.address} ended the connection before it said anything: it does not take this certificate, or "
                f"does not speak HTTP/2 ({reason})"
            )
        return super().loss(reason)

    @property
    def usable(self) -> bool:
        """Whether calls can be begun here."""
        return not (self.closed or self.leaving)

    # -- calls

    async def unary(self, call: Outgoing, request: Any) -> Any:
        """One request, one reply. Raises BusError."""
        route = self._route(call)
        data = route.encode(request)
        if self._waiting or not self.has_place:
            await self._place(call)
        stream = UnaryCall(self, call, route)
        self._begin(stream, data)
        try:
            reply = await stream.result
        except asyncio.CancelledError:
            stream.cancel()
            raise
        return route.decode(reply)

    async def open(self, call: Outgoing) -> StreamingCall:
        """A call with streams, of which the headers are sent. Raises BusError."""
        route = self._route(call)
        if self._waiting or not self.has_place:
            await self._place(call)
        stream = StreamingCall(self, call, route)
        self._begin(stream, None)
        return stream

    def close(self) -> None:
        """End every call and the connection."""
        if not self.closed:
            self.leaving = True
            self.out.append(go_away(self.last_stream, ErrorCode.NO_ERROR))
            self.flush()
            self._fail_all(ConnectionLostError(f"the channel to {self.address} was closed"))
            self._wake_waiting()
            self.shut()

    @property
    def has_place(self) -> bool:
        """Whether the server takes one more call now."""
        most = self.peer_settings.max_streams
        return most is None or len(self.streams) < most

    def on_call_ended(self) -> None:
        """There is a place for a call that waits; a connection that is being left ends with its last call."""
        if self._waiting:
            self._offer_places()
        if self.leaving and not self.streams and not self.closed:
            self.flush()
            self.shut()

    def _begin(self, stream: OutgoingCall, data: bytes | None) -> None:
        """Send the headers, and the request if it is the only one."""
        if not self.usable:
            raise NotBegunError(f"the connection to {self.address} has ended")
        begin, block = self._request_block(stream.call, stream.route)
        stream.id = self._next_id()
        few = len(self.streams) < _FEW
        self.streams[stream.id] = stream
        stream.watch()
        if data is not None and len(block) <= self.peer_settings.max_frame_size and self.fits(stream, len(data)):
            stream.local_ended = True
            self.out.append(whole_request(stream.id, begin, block, data))
        else:
            self.out.append(header_block(stream.id, 0, block, self.peer_settings.max_frame_size))
            if data is not None:
                self._send_later(stream, data)
        if few:
            self.flush()
        else:
            self.kick()

    def _send_later(self, stream: OutgoingCall, data: bytes) -> None:
        """A request that does not fit is sent by a task, which ends with the call."""

        async def send() -> None:
            try:
                await self.send_message(stream, data, last=True)
                stream.local_ended = True
            except BusError:
                pass  # the call has ended, and its caller knows why

        task = self.loop.create_task(send(), name=f"request of {stream.call.route}")
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    def _next_id(self) -> int:
        """The next odd id (RFC 9113, 5.1.1)."""
        self._last_begun = self._last_begun + 2 if self._last_begun else 1
        if self._last_begun >= LAST_STREAM:
            self.leaving = True
        return self._last_begun

    async def _place(self, call: Outgoing) -> None:
        """Wait until the server takes one more call, and this is the first that waits. Raises DeadlineExceededError."""
        begins = False
        try:
            async with asyncio.timeout_at(call.deadline):
                await self._turn(call)
                while self.usable and not self.has_place:
                    await self._turn(call)  # the server takes fewer than it did
            begins = True
        except TimeoutError:
            raise DeadlineExceededError(
                f"{call.route}: {len(self.streams)} calls are open on the connection to {self.address}, "
                "which is as many as the server takes, and none ended before the deadline"
            ) from None
        finally:
            self._waiting.pop(call, None)
            if not begins:
                self._offer_places()  # it may have been offered one already, which is another's now

    async def _turn(self, call: Outgoing) -> None:
        """Wait to be offered a place; a call that waits again keeps its turn."""
        turn = self._waiting[call] = self.loop.create_future()
        # others that are offered one have not begun yet, but there may be one more
        self._offer_places()
        await turn

    def _offer_places(self) -> None:
        """Wake as many as there are places for; those that were woken and have not begun yet are the first of them."""
        most = self.peer_settings.max_streams
        free = len(self._waiting) if most is None else max(0, most - len(self.streams))
        for turn in itertools.islice(self._waiting.values(), free):
            if not turn.done():
                turn.set_result(None)

    def _on_settings(self, stream: int, flags: int, payload: bytes) -> None:
        super()._on_settings(stream, flags, payload)
        self._greeted = True
        self._offer_places()

    # -- headers

    def _route(self, call: Outgoing) -> Route:
        key = (call.route, call.request_type, call.reply_type)
        route = self._routes.get(key)
        if route is None:
            most = self.settings.max_message_size
            route = Route(call, authority=self._authority, scheme=self._scheme, maximum=most)
            self._routes[key] = route
        return route

    def _request_block(self, call: Outgoing, route: Route) -> tuple[bytes, bytes]:
        """What stands before the stream's id in the head of the frame, and the block. Raises ResourceExhaustedError."""
        size = route.list_size + list_size(call.fields) if call.fields else route.list_size
        most = self.peer_settings.max_header_list
        if most is not None and size > most:
            self._offer_places()  # the place of this call is another's
            raise headers_too_large(size, most, "server")
        encoder = self.encoder
        version = encoder.version
        if call.fields:
            # the metadata of a call hardly ever comes again
            volatile = [(b"grpc-timeout", encode_timeout(call.timeout)), *call.fields]
            return _framed(encoder.encode(route.fields, volatile=volatile))
        known = self._blocks.get((route, call.timeout))
        if known is not None and known[0] == version:
            return known[1], known[2]
        begin, block = _framed(encoder.encode(route.fields, volatile=[(b"grpc-timeout", encode_timeout(call.timeout))]))
        if encoder.version == version:
            if len(self._blocks) >= KNOWN:
                self._blocks.clear()
            self._blocks[route, call.timeout] = (version, begin, block)
        return begin, block

    # -- what the connection has to ask

    def is_idle(self, stream: int) -> bool:
        """Whether we have not begun this stream; the server cannot begin any."""
        return stream > self._last_begun or not stream & 1

    def on_block(self, stream: int, flags: int, block: bytes) -> None:
        """Headers or trailers of a reply."""
        call = self.streams.get(stream)
        if call is None:
            if self.is_idle(stream):
                raise ConnectionFaultError(
                    ErrorCode.PROTOCOL_ERROR, f"headers for stream {stream}, which has not begun"
                )
            with contextlib.suppress(HeaderListTooLarge):
                self.decode_block(block)  # the table has to stay in step
            return
        try:
            reply = (self._trailers if call.head_seen else self._heads).get(block)
        except HeaderListTooLarge as error:
            raise StreamFaultError(ErrorCode.ENHANCE_YOUR_CALM, str(error)) from error
        call.on_head(reply, ended=bool(flags & END_STREAM))

    def on_peer_leaving(self, last_stream: int, code: int, text: str) -> None:
        """Calls that the server has not seen are begun elsewhere; the others go on here."""
        self.leaving = True
        reason = f"{self.address} is leaving ({code_name(code)}): {text}".removesuffix(": ")
        for stream in [stream for number, stream in self.streams.items() if number > last_stream]:
            stream.remote_ended = True
            stream.fail(NotBegunError(reason))
        self._wake_waiting()
        self.on_call_ended()

    def _fail_all(self, error: BusError) -> None:
        for stream in list(self.streams.values()):
            stream.fail(error)

    def _wake_waiting(self) -> None:
        for turn in self._waiting.values():
            if not turn.done():
                turn.set_result(None)
        self._waiting.clear()


def _framed(block: bytes) -> tuple[bytes, bytes]:
    return head(HEADERS, END_HEADERS, 0, min(len(block), 2**24 - 1))[:5], block
