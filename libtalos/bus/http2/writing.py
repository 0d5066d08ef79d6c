"""The sending half of a connection: one write for each turn of the loop, windows, and back-pressure."""

from __future__ import annotations

import asyncio
import socket
from typing import Protocol

from libtalos.bus.http2.frames import (
    DATA,
    DEFAULT_WINDOW,
    END_STREAM,
    LARGEST_WINDOW,
    PREFIX_SIZE,
    ConnectionFaultError,
    ErrorCode,
    StreamFaultError,
    head,
    message_head,
    pack_prefix,
)
from libtalos.bus.http2.hpack import Encoder
from libtalos.bus.http2.peersettings import PeerSettings

# so many requests or answers are written without waiting for more: both ends work at the same time, where each would
# wait for everything of the other with many calls in flight
ENOUGH = 8
# bytes of messages after which they are written without waiting for more: only the transport knows if the peer reads
FLUSH_SIZE = 64 * 1024
# bytes of messages that are not copied once more to be written in one piece
MUCH = 16 * 1024


# bytes that a unix socket holds of what the peer has not read yet. The default, 208 KiB, is full after three chunks of
# 64 KiB, and the kernel wakes the writer only when three quarters of it are free: both ends then mostly wait for each
# other. The kernel lowers this to net.core.wmem_max, and counts its own overhead into twice as much (socket(7)).
SEND_BUFFER = 512 * 1024


class Sending(Protocol):
    """A stream, as the sending half sees it."""

    id: int
    send_window: int

    def ensure_open(self) -> None:
        """Raise the error of a stream that has ended."""
        ...


class Writing(asyncio.BufferedProtocol):
    """A transport with the peer's windows."""

    transport: asyncio.Transport

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self.peer_settings = PeerSettings()
        self.encoder = Encoder()
        # what goes out with the next flush; whoever appends calls `kick`, or `flush`
        self.out: list[bytes | memoryview] = []
        self.send_window = DEFAULT_WINDOW
        # the transport's buffer is full
        self.paused = False
        self.closed = False
        self._flush_due = False
        self._queued = 0
        self._blocked: dict[Sending, asyncio.Future[None]] = {}

    # -- the transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take the transport."""
        self.transport = transport  # type: ignore[assignment]
        opened = transport.get_extra_info("socket")
        if opened is not None and opened.family == socket.AF_UNIX:
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)

    def pause_writing(self) -> None:
        """The peer does not read: senders wait."""
        self.paused = True

    def resume_writing(self) -> None:
        """The peer reads again."""
        self.paused = False
        self.wake_senders()

    def flush(self) -> None:
        """Write what there is."""
        self._flush_due = False
        # to join a few small pieces costs less than to hand them over one by one
        much, self._queued = self._queued > MUCH, 0
        out = self.out
        if out:
            self.out = []
            if self.closed:
                return
            if much:
                self.transport.writelines(out)
            else:
                self.transport.write(out[0] if len(out) == 1 else b"".join(out))

    def kick(self) -> None:
        """Flush in the next turn of the loop, with what others write until then; at once if there is enough."""
        if len(self.out) >= ENOUGH:
            self.flush()
        elif not self._flush_due:
            self._flush_due = True
            self.loop.call_soon(self.flush)

    # -- messages

    def fits(self, stream: Sending, size: int) -> bool:
        """Whether a message can go out at once, in one frame; if so it is taken off the windows."""
        whole = size + PREFIX_SIZE
        if self._queued > FLUSH_SIZE:
            self.flush()
        if (
            whole > self.send_window
            or whole > stream.send_window
            or self.paused
            or whole > self.peer_settings.max_frame_size
        ):
            return False
        self.send_window -= whole
        stream.send_window -= whole
        self._queued += whole
        return True

    def put_message(self, stream: Sending, data: bytes, *, last: bool) -> bool:
        """Send one message if it can go out at once, in one frame."""
        if not self.fits(stream, len(data)):
            return False
        self.out.append(message_head(stream.id, END_STREAM if last else 0, len(data)))
        self.out.append(data)
        if self._queued > FLUSH_SIZE:
            self.flush()
        else:
            self.kick()
        return True

    async def send_message(self, stream: Sending, data: bytes, *, last: bool) -> None:
        """Send one message, waiting for room. Raises the error of a stream that ends meanwhile."""
        while self.paused:
            await self._room(stream)
        stream.ensure_open()
        if not self.put_message(stream, data, last=last):
            await self.send_pieces(stream, pack_prefix(0, len(data)) + data, last=last)

    async def send_pieces(self, stream: Sending, data: bytes, *, last: bool) -> None:
        """Send bytes in as many frames as the windows ask for."""
        view, start, end = memoryview(data), 0, len(data)
        while True:
            while self.paused or (start < end and min(self.send_window, stream.send_window) <= 0):
                await self._room(stream)
            stream.ensure_open()
            # an empty message goes out whatever the windows are, and settings may have moved them below 0
            room = max(0, min(self.send_window, stream.send_window))
            size = min(end - start, room, self.peer_settings.max_frame_size)
            self.send_window -= size
            stream.send_window -= size
            ended = start + size == end
            self.out.append(head(DATA, END_STREAM if ended and last else 0, stream.id, size))
            self.out.append(view[start : start + size])
            start += size
            self._queued += size
            if ended and self._queued <= FLUSH_SIZE:
                self.kick()
            else:
                self.flush()
            if ended:
                return

    async def _room(self, stream: Sending) -> None:
        """Wait until something has changed."""
        stream.ensure_open()
        self.flush()
        waiting = self._blocked[stream] = self.loop.create_future()
        try:
            await waiting
        finally:
            self._blocked.pop(stream, None)

    # -- windows

    def wake_senders(self) -> None:
        """Let every sender look again."""
        for waiting in self._blocked.values():
            if not waiting.done():
                waiting.set_result(None)

    def wake_sender(self, stream: Sending) -> None:
        """Let the sender of one stream look again."""
        waiting = self._blocked.get(stream)
        if waiting is not None and not waiting.done():
            waiting.set_result(None)

    def grow_window(self, increment: int) -> None:
        """The peer takes more on the connection. Raises ConnectionFaultError."""
        if increment == 0:
            raise ConnectionFaultError(ErrorCode.PROTOCOL_ERROR, "a window update of 0")
        self.send_window += increment
        if self.send_window > LARGEST_WINDOW:
            raise ConnectionFaultError(ErrorCode.FLOW_CONTROL_ERROR, "the window of the connection is over 2^31-1")
        self.wake_senders()

    def grow_stream_window(self, stream: Sending, increment: int) -> None:
        """The peer takes more of one stream. Raises StreamFaultError."""
        if increment == 0:
            raise StreamFaultError(ErrorCode.PROTOCOL_ERROR, "a window update of 0")
        stream.send_window += increment
        if stream.send_window > LARGEST_WINDOW:
            raise StreamFaultError(ErrorCode.FLOW_CONTROL_ERROR, "the window of a stream is over 2^31-1")
        self.wake_sender(stream)
