"""One HTTP/2 connection, either end: frames in, their meaning to streams, and what the protocol itself answers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Generic, NoReturn, TypeVar

from libtalos.bus.errors import BusError, ConnectionLostError, InternalError, ResourceExhaustedError
from libtalos.bus.http2 import peersettings
from libtalos.bus.http2.budget import Budget
from libtalos.bus.http2.deadlines import Deadlines
from libtalos.bus.http2.frames import (
    ACK,
    CONTINUATION,
    DATA,
    DEFAULT_WINDOW,
    END_HEADERS,
    END_STREAM,
    GOAWAY,
    HEAD_SIZE,
    HEADERS,
    PADDED,
    PING,
    PREFIX_SIZE,
    PRIORITY,
    PUSH_PROMISE,
    RST_STREAM,
    SETTINGS,
    WINDOW_UPDATE,
    WITH_PRIORITY,
    ConnectionFaultError,
    ErrorCode,
    StreamFaultError,
    frame,
    go_away,
    read_head,
    reset,
    window_update,
)
from libtalos.bus.http2.hpack import Decoder, HeaderListTooLarge, HpackError
from libtalos.bus.http2.reading import ReadRoom
from libtalos.bus.http2.stream import Stream
from libtalos.bus.http2.writing import Writing
from libtalos.bus.settings import BusSettings

S = TypeVar("S", bound=Stream)

_STREAM_MASK = 2**31 - 1
Handler = Callable[[int, int, bytes], None]


class Connection(Writing, Generic[S]):
    """What both ends have in common. Subclasses say what headers and the end of the peer mean."""

    # the error of messages whose compression is not known here (compression.md of gRPC)
    unsupported: type[BusError] = InternalError

    def __init__(self, *, settings: BusSettings, loop: asyncio.AbstractEventLoop, room: ReadRoom | None = None) -> None:
        super().__init__(loop)
        self._reading = room or ReadRoom()
        self.settings = settings
        self.streams: dict[int, S] = {}
        # the highest stream that the peer has begun: 0 at a client, whose server begins none
        self.last_stream = 0
        self.deadlines = Deadlines(loop)
        self.stream_window = settings.stream_window
        self.decoder = Decoder(max_list_size=settings.max_header_list)
        self.heard = loop.time()
        self._largest = settings.max_frame_size
        # a message that is not larger needs no look at the limit
        self._fast = PREFIX_SIZE + settings.max_message_size
        self._pending = bytearray()
        self._needed = HEAD_SIZE
        # a header block whose CONTINUATION frames are still to come: stream, flags, bytes, frames
        self._block: tuple[int, int, bytearray, int] | None = None
        self._cut: asyncio.TimerHandle | None = None
        self._receive_window = DEFAULT_WINDOW
        self._assembling = 0
        self._queued_messages = 0
        self._reset_here: dict[int, None] = {}
        self._rare: Mapping[int, Handler] = {
            PRIORITY: self._on_priority,
            RST_STREAM: self._on_reset,
            SETTINGS: self._on_settings,
            PUSH_PROMISE: self._on_push,
            PING: self._on_ping,
            GOAWAY: self._on_go_away,
            WINDOW_UPDATE: self._on_window_update,
            CONTINUATION: self._on_continuation,
        }
        self._resets = self._budget("calls given up", settings.max_resets)
        self._pings = self._budget("PING frames", settings.max_pings)
        self._changes = self._budget("SETTINGS frames", settings.max_settings)
        self._empties = self._budget("empty frames", settings.max_empty_frames)

    # -- for subclasses

    def on_block(self, stream: int, flags: int, block: bytes) -> None:
        """A whole header block has come. Raises ConnectionFaultError, StreamFaultError."""
        raise NotImplementedError

    def on_peer_leaving(self, last_stream: int, code: int, text: str) -> None:
        """The peer begins no calls after last_stream."""
        raise NotImplementedError

    def is_idle(self, stream: int) -> bool:
        """Whether nobody has begun this stream yet."""
        raise NotImplementedError

    # -- the transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Send our settings."""
        super().connection_made(transport)
        settings = self.settings
        values = {
            peersettings.ENABLE_PUSH: 0,
            peersettings.INITIAL_WINDOW_SIZE: settings.stream_window,
            peersettings.MAX_FRAME_SIZE: settings.max_frame_size,
            peersettings.MAX_HEADER_LIST_SIZE: settings.max_header_list,
        }
        if settings.max_streams is not None:
            values[peersettings.MAX_CONCURRENT_STREAMS] = settings.max_streams
        self.out.append(peersettings.settings_frame(values))
        more = settings.connection_window - DEFAULT_WINDOW
        # a smaller one begins with the first credit: HTTP/2 has no way to say so
        if more > 0:
            self._receive_window += more
            self.out.append(window_update(0, more))
        self.flush()

    def connection_lost(self, exc: BaseException | None) -> None:
        """End every stream, and whoever waits for room."""
        self.closed = True
        if self._cut is not None:
            self._cut.cancel()
        self._lose(self.loss(str(exc or "the other side closed it")))
        self.deadlines.close()
        self.wake_senders()

    def loss(self, reason: str) -> BusError:
        """What calls end with when the connection is lost."""
        return ConnectionLostError(f"the connection was lost: {reason}")

    def _lose(self, error: BusError) -> None:
        streams, self.streams = self.streams, {}
        for stream in streams.values():
            stream.on_lost(error)

    def get_buffer(self, sizehint: int) -> memoryview:  # noqa: ARG002 - the room has its size
        """Where the next read goes."""
        return self._reading.view

    def buffer_updated(self, nbytes: int) -> None:
        """A read has come."""
        self.data_received(self._reading.taken(nbytes))

    def data_received(self, data: bytes | memoryview) -> None:
        """Read every whole frame; what is left waits for the rest. Nothing of the data is kept but copies."""
        if self.closed:
            return  # TLS still gives what came before the goodbye
        self.heard = self.loop.time()
        read = 0
        try:
            if self._pending:
                read = self._complete(data)
            if read < len(data) and not self.closed:
                read = self._read(data, read)
        except ConnectionFaultError as fault:
            self.fail(fault.code, fault.message)
            return
        if read < len(data):
            self._pending += memoryview(data)[read:]
        if self.out:
            self.flush()
        if self.paused:
            self._bound_answers()

    def _bound_answers(self) -> None:
        """Give a peer up that sends and does not read: refusals need no window, and would pile up."""
        waiting = self.transport.get_write_buffer_size()
        if waiting > self.settings.connection_buffer:
            self.fail(ErrorCode.ENHANCE_YOUR_CALM, f"{waiting} bytes of answers wait for a peer that does not read")
            self.transport.abort()  # it would not read this either

    def fail(self, code: ErrorCode, text: str) -> None:
        """End the connection for what the peer did."""
        if not self.closed:
            self.out.append(go_away(self.last_stream, code, text))
            self.flush()
            self.shut(linger=True)
            self._lose(self.loss(f"it was ended for a fault of the other side: {text}"))

    def shut(self, *, linger: bool = False) -> None:
        """Close the transport; a peer that does not read what is still to be written is not waited for.

        With linger the peer closes first, and what it sends meanwhile is dropped: to close a socket with bytes that
        nobody has read resets the connection, and the peer may never see why.
        """
        self.closed = True
        if linger and self.transport.can_write_eof():
            self.transport.write_eof()
        else:
            self.transport.close()
        self._cut = self.loop.call_later(self.settings.end_timeout, self.transport.abort)

    def abandon(self, reason: str) -> None:
        """End the connection to a peer that is not there any more."""
        self.closed = True
        self.transport.abort()
        self._lose(self.loss(reason))

    # -- reading

    def _complete(self, data: bytes | memoryview) -> int:
        """Join what it lacks to the frame that has begun, and no more: the rest, of which this is the start, stays."""
        taken = 0
        while self._pending and taken < len(data):
            pending = self._pending
            lacks = self._needed - len(pending)
            pending += memoryview(data)[taken : taken + lacks]
            taken = min(taken + lacks, len(data))
            if len(pending) == self._needed:
                # what is looked at cannot shrink: what is left of it, a head at most, becomes a new one
                self._pending = bytearray()
                self._pending += memoryview(pending)[self._read(memoryview(pending), 0) :]
        return taken

    def _read(self, data: bytes | memoryview, position: int) -> int:
        """Read whole frames from a position on; returns where the one begins that is not whole."""
        end = len(data)
        while end - position >= HEAD_SIZE:
            high, low, kind, flags, stream = read_head(data, position)
            length = high << 8 | low
            start = position + HEAD_SIZE
            stop = start + length
            if length > self._largest:
                _too_long(length, self._largest)
            if stop > end:
                self._needed = HEAD_SIZE + length
                return position
            try:
                if self._block is not None and kind != CONTINUATION:
                    raise ConnectionFaultError(ErrorCode.PROTOCOL_ERROR, "a header block was not continued")
                if kind == DATA:
                    self._on_data(stream & _STREAM_MASK, flags, data, start, stop)
                elif kind == HEADERS:
                    self._on_headers(stream & _STREAM_MASK, flags, bytes(data[start:stop]))
                elif kind in self._rare:
                    self._rare[kind](stream & _STREAM_MASK, flags, bytes(data[start:stop]))
            except StreamFaultError as fault:
                self.refuse_stream(stream & _STREAM_MASK, fault)
            position = stop
            if self.closed:
                return end
        self._needed = HEAD_SIZE
        return position

    def refuse_stream(self, stream_id: int, fault: StreamFaultError) -> None:
        """End one stream for what the peer did on it."""
        stream = self.streams.pop(stream_id, None)
        self.reset_stream(stream_id, fault.code)
        if stream is not None:
            stream.on_fault(fault)
        self._resets.spend()

    def reset_stream(self, stream_id: int, code: ErrorCode) -> None:
        """Send RST_STREAM; what is still on its way on this stream will be ignored."""
        self.out.append(reset(stream_id, code))
        self._reset_here[stream_id] = None
        if len(self._reset_here) > _REMEMBERED:
            del self._reset_here[next(iter(self._reset_here))]
        self.kick()

    # -- DATA

    def _on_data(self, stream_id: int, flags: int, data: bytes | memoryview, start: int, stop: int) -> None:
        length = stop - start
        self._receive_window -= length
        if self._receive_window < self.settings.connection_window >> 1:
            self._on_low_window()
        stream = self.streams.get(stream_id)
        if stream is None or stream.remote_ended:
            self._on_stray(stream_id)
            return
        stream.receive_window -= length
        if stream.receive_window < 0:
            raise StreamFaultError(ErrorCode.FLOW_CONTROL_ERROR, "more data than the window of the stream allows")
        if flags & PADDED:
            start, stop = self._without_padding(data, start, stop)
            stream.open_inbox().give_back(length - (stop - start))
        size = stop - start
        inbox = stream.inbox
        try:
            # the usual: a frame is exactly one message
            if (
                size >= PREFIX_SIZE
                and size <= self._fast
                and (inbox is None or inbox.empty)
                and size - PREFIX_SIZE == int.from_bytes(data[start : start + PREFIX_SIZE], "big")
            ):
                stream.on_message(bytes(data[start + PREFIX_SIZE : stop]), size)
            elif size:
                stream.open_inbox().feed(data[start:stop])
            elif not flags & END_STREAM:
                self._empties.spend()
        except BusError as error:
            stream.on_refused(error)
            return
        if flags & END_STREAM:
            stream.on_end()

    def _without_padding(self, data: bytes | memoryview, start: int, stop: int) -> tuple[int, int]:
        padding = data[start] if stop > start else 0
        if padding >= stop - start:
            raise ConnectionFaultError(ErrorCode.PROTOCOL_ERROR, "the padding is longer than its frame")
        return start + 1, stop - padding

    def _on_stray(self, stream_id: int) -> None:
        """DATA or HEADERS for no stream that the peer may send on."""
        if stream_id == 0 or self.is_idle(stream_id):
            raise ConnectionFaultError(ErrorCode.PROTOCOL_ERROR, f"a frame of stream {stream_id}, which has not begun")
        if stream_id not in self._reset_here:
            raise StreamFaultError(ErrorCode.STREAM_CLOSED, "the stream has ended")

    # -- receiving windows

    def hold(self, size: int) -> None:
        """Bytes of messages that are not whole. Raises ResourceExhaustedError when there are too many."""
        self._assembling += size
        if self._assembling > self.settings.connection_buffer:
            raise ResourceExhaustedError(
                f"too many messages at once: {self._assembling} bytes of them wait for the rest on this connection"
            )

    def let_go(self, size: int) -> None:
        """Those bytes are a whole message, or given up."""
        self._assembling -= size

    def queue(self, size: int) -> None:
        """Bytes of messages that the application has not taken yet. Raises ResourceExhaustedError for far too many.

        No more credit is given when they fill the buffer; but small messages take more room than they need credit for.
        """
        if self._queued_messages > 2 * self.settings.connection_buffer:
            raise ResourceExhaustedError("too many messages wait to be taken on this connection")
        self._queued_messages += size

    def unqueue(self, size: int) -> None:
        """The application has taken them, or never will."""
        self._queued_messages -= size
        if self._receive_window < self.settings.connection_window >> 1:
            self._give_connection_credit()
            self.kick()

    def give_credit(self, stream: Stream, size: int) -> None:
        """Let the peer send more of a stream."""
        stream.receive_window += size
        if not stream.remote_ended and not self.closed:
            self.out.append(window_update(stream.id, size))
            self.kick()

    def _on_low_window(self) -> None:
        if self._receive_window < 0:
            raise ConnectionFaultError(
                ErrorCode.FLOW_CONTROL_ERROR, "more data than the window of the connection allows"
            )
        self._give_connection_credit()

    def _give_connection_credit(self) -> None:
        if self._queued_messages <= self.settings.connection_buffer and not self.closed:
            more = self.settings.connection_window - self._receive_window
            self._receive_window += more
            self.out.append(window_update(0, more))

    # -- HEADERS

    def _on_headers(self, stream: int, flags: int, payload: bytes) -> None:
        if stream == 0:
            raise ConnectionFaultError(ErrorCode.PROTOCOL_ERROR, "HEADERS without a stream")
        if flags & (PADDED | WITH_PRIORITY):
            payload = self._header_fragment(stream, flags, payload)
        if flags & END_HEADERS:
            self.on_block(stream, flags, payload)
        else:
            self._block = (stream, flags, bytearray(payload), 0)

    def _header_fragment(self, stream: int, flags: int, payload: bytes) -> bytes:
        start, stop = 0, len(payload)
        if flags & PADDED:
            start, stop = self._without_padding(payload, start, stop)
        if flags & WITH_PRIORITY:
            if stop - start < _PRIORITY_SIZE:
                raise ConnectionFaultError(ErrorCode.FRAME_SIZE_ERROR, "HEADERS too short for their priority")
            if _depends_on_itself(stream, payload[start:]):
                # the end of one stream would not do: its header block is not read, and the table would be out of step
                raise ConnectionFaultError(ErrorCode.PROTOCOL_ERROR, "a stream depends on itself")
            start += _PRIORITY_SIZE
        return payload[start:stop]

    def _on_continuation(self, stream: int, flags: int, payload: bytes) -> None:
        if self._block is None or self._block[0] != stream:
            raise ConnectionFaultError(ErrorCode.PROTOCOL_ERROR, "CONTINUATION without a header block of its stream")
        _, first_flags, block, count = self._block
        block += payload
        most = self.settings.max_continuations
        if len(block) > self.settings.max_header_list or (most is not None and count >= most):
            text = f"a header block of {len(block)} bytes in {count + 2} frames, and no end of it"
            raise ConnectionFaultError(ErrorCode.ENHANCE_YOUR_CALM, text)
        self._block = (stream, first_flags, block, count + 1)
        if flags & END_HEADERS:
            self._block = None
            self.on_block(stream, first_flags, bytes(block))

    def decode_block(self, block: bytes) -> list[tuple[bytes, bytes]]:
        """The fields of a block. Raises ConnectionFaultError; HeaderListTooLarge, after which all goes on."""
        try:
            return self.decoder.decode(block)
        except HeaderListTooLarge:
            raise
        except HpackError as error:
            raise ConnectionFaultError(ErrorCode.COMPRESSION_ERROR, str(error)) from error

    # -- the rest

    def _on_priority(self, stream: int, _flags: int, payload: bytes) -> None:
        self._empties.spend()
        if stream == 0:
            raise ConnectionFaultError(ErrorCode.PROTOCOL_ERROR, "PRIORITY without a stream")
        if len(payload) != _PRIORITY_SIZE:
            raise StreamFaultError(ErrorCode.FRAME_SIZE_ERROR, f"PRIORITY of {len(payload)} bytes")
        if _depends_on_itself(stream, payload):
            raise StreamFaultError(ErrorCode.PROTOCOL_ERROR, "a stream depends on itself")

    def _on_reset(self, stream_id: int, _flags: int, payload: bytes) -> None:
        _sized("RST_STREAM", payload, 4)
        if stream_id == 0 or self.is_idle(stream_id):
            raise ConnectionFaultError(ErrorCode.PROTOCOL_ERROR, "RST_STREAM for a stream that has not begun")
        stream = self.streams.pop(stream_id, None)
        if stream is None:
            # it came too late to give anything up
            self._empties.spend()
        else:
            self._resets.spend()
            stream.on_reset(int.from_bytes(payload, "big"))

    def _on_settings(self, stream: int, flags: int, payload: bytes) -> None:
        if stream != 0:
            raise ConnectionFaultError(ErrorCode.PROTOCOL_ERROR, "SETTINGS of a stream")
        if flags & ACK:
            _sized("acknowledged SETTINGS", payload, 0)
            return
        self._changes.spend()
        before = self.peer_settings.initial_window
        for size in self.peer_settings.apply(payload):
            self.encoder.set_limit(size)
        self._move_windows(self.peer_settings.initial_window - before)
        self.out.append(frame(SETTINGS, ACK, 0))

    def _move_windows(self, change: int) -> None:
        """A new initial window counts for the streams that are open as well (RFC 9113, 6.9.2)."""
        for stream in self.streams.values():
            stream.send_window += change
            if stream.send_window > _STREAM_MASK:
                raise ConnectionFaultError(ErrorCode.FLOW_CONTROL_ERROR, "settings move a window over 2^31-1")
        self.wake_senders()

    def _on_push(self, _stream: int, _flags: int, _payload: bytes) -> None:
        raise ConnectionFaultError(ErrorCode.PROTOCOL_ERROR, "PUSH_PROMISE is not allowed here")

    def _on_ping(self, stream: int, flags: int, payload: bytes) -> None:
        if stream != 0:
            raise ConnectionFaultError(ErrorCode.PROTOCOL_ERROR, "PING of a stream")
        _sized("PING", payload, 8)
        if not flags & ACK:
            self._pings.spend()
            self.out.append(frame(PING, ACK, 0, payload))

    def _on_go_away(self, stream: int, _flags: int, payload: bytes) -> None:
        if stream != 0:
            raise ConnectionFaultError(ErrorCode.PROTOCOL_ERROR, "GOAWAY of a stream")
        if len(payload) < 8:
            raise ConnectionFaultError(ErrorCode.FRAME_SIZE_ERROR, f"GOAWAY of {len(payload)} bytes")
        last, code = int.from_bytes(payload[:4], "big") & _STREAM_MASK, int.from_bytes(payload[4:8], "big")
        self.on_peer_leaving(last, code, payload[8:].decode("utf-8", "replace"))

    def _on_window_update(self, stream_id: int, _flags: int, payload: bytes) -> None:
        _sized("WINDOW_UPDATE", payload, 4)
        increment = int.from_bytes(payload, "big") & _STREAM_MASK
        if increment < _SMALL_INCREMENT:
            self._empties.spend()
        if stream_id == 0:
            self.grow_window(increment)
            return
        stream = self.streams.get(stream_id)
        if stream is not None:
            self.grow_stream_window(stream, increment)
        elif self.is_idle(stream_id):
            raise ConnectionFaultError(ErrorCode.PROTOCOL_ERROR, "WINDOW_UPDATE for a stream that has not begun")

    def _budget(self, what: str, limit: int | None) -> Budget:
        return Budget(what, limit, period=self.settings.flood_period, clock=self.loop.time)


_PRIORITY_SIZE = 5
# streams that we reset: what the peer sent before it knew is ignored
_REMEMBERED = 1024
# window updates of less count as frames that carry nothing
_SMALL_INCREMENT = 256


def _sized(name: str, payload: bytes, size: int) -> None:
    if len(payload) != size:
        raise ConnectionFaultError(ErrorCode.FRAME_SIZE_ERROR, f"{name} of {len(payload)} bytes")


def _depends_on_itself(stream: int, payload: bytes) -> bool:
    return int.from_bytes(payload[:4], "big") & _STREAM_MASK == stream


def _too_long(length: int, most: int) -> NoReturn:
    raise ConnectionFaultError(ErrorCode.FRAME_SIZE_ERROR, f"a frame of {length} bytes, at most {most} are allowed")
