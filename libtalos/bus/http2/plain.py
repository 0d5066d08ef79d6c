"""What a request gets that is not gRPC: an HTTP status, and a sentence for the person who sent it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from libtalos.bus.errors import BusError
from libtalos.bus.http2.frames import END_STREAM, ErrorCode, StreamFaultError, header_block
from libtalos.bus.http2.heads import RequestHead
from libtalos.bus.http2.stream import CountedInbox, Inbox

if TYPE_CHECKING:
    from libtalos.bus.http2.server import ServerConnection

_TEXT = b"This is a gRPC server: call it with a gRPC client, by POST and with the content type application/grpc.\n"
# nothing of a body is looked at, however its bytes look
_NO_LIMIT = 2**32


class _Ignored(Inbox):
    """Takes every byte for itself."""

    __slots__ = ()

    @property
    def empty(self) -> bool:
        """Never: no message is looked for."""
        return False

    def feed(self, data: bytes | memoryview) -> None:
        """Give the bytes back as if they had been read."""
        self.give_back(len(data))

    def drop(self) -> None:
        """There is nothing to forget."""


class _CountedIgnored(CountedInbox):
    """The same, with a length to be held."""

    __slots__ = ()

    def take(self, data: bytes | memoryview) -> None:
        """Give the bytes back as if they had been read."""
        self.give_back(len(data))


class PlainAnswer:
    """One stream with such a request; the answer follows its end."""

    def __init__(self, connection: ServerConnection, stream: int, head: RequestHead) -> None:
        self.id = stream
        self.send_window = connection.peer_settings.initial_window
        self.receive_window = connection.stream_window
        self.remote_ended = False
        if head.content_length is None:
            self._body: Inbox = _Ignored(connection, self, _NO_LIMIT)
        else:
            self._body = _CountedIgnored(connection, self, _NO_LIMIT, expected=head.content_length)
        self.inbox: Inbox | None = self._body
        self._connection = connection
        self._status = head.http_status or 400
        # such a request wants the headers alone (RFC 9110, 9.3.2)
        self._bare = (b":method", b"HEAD") in head.fields
        self._deadline = connection.loop.time() + connection.settings.call_deadline
        self._tick: float | None = None
        self._sending: asyncio.Task[None] | None = None
        self._ended = False

    def open_inbox(self) -> Inbox:
        """Where its bytes go."""
        return self._body

    def watch(self) -> None:
        """The request is not whole yet."""
        if not self._ended and not self.remote_ended:
            self._tick = self._connection.deadlines.add(self, self._deadline, self._connection.loop.time())

    def expire(self) -> None:
        """It never came to its end."""
        self._connection.streams.pop(self.id, None)
        self._connection.reset_stream(self.id, ErrorCode.CANCEL)
        self._end()

    def ensure_open(self) -> None:
        """Raise if nobody waits for the answer any more."""
        if self._ended:
            raise ConnectionResetError("the request was given up")

    def on_message(self, data: bytes, size: int) -> None:
        """There are none."""

    def on_end(self) -> None:
        """Answer."""
        self.remote_ended = True
        self._body.complete()
        if self._tick is None:
            # it may be that no window is ever given for it
            self._tick = self._connection.deadlines.add(self, self._deadline, self._connection.loop.time())
        self._sending = self._connection.loop.create_task(self._answer(), name="answer to a request that is no gRPC")

    def on_reset(self, code: int) -> None:  # noqa: ARG002 - whatever the reason is
        """The request was given up."""
        self._end()

    def on_refused(self, error: BusError) -> None:
        """What comes is not looked at: there is nothing to refuse."""

    def on_fault(self, fault: StreamFaultError) -> None:  # noqa: ARG002 - nobody is told
        """The stream was reset."""
        self._end()

    def on_lost(self, error: BusError) -> None:  # noqa: ARG002 - nobody is told
        """The connection has gone."""
        self._end()

    async def _answer(self) -> None:
        connection = self._connection
        fields = [
            (b":status", b"%d" % self._status),
            (b"content-type", b"text/plain; charset=utf-8"),
            (b"allow", b"POST"),
        ]
        block = connection.encoder.encode(fields)
        flags = END_STREAM if self._bare else 0
        connection.out.append(header_block(self.id, flags, block, connection.peer_settings.max_frame_size))
        connection.kick()
        try:
            if not self._bare:
                await connection.send_pieces(self, _TEXT, last=True)
        except ConnectionResetError:
            return
        connection.streams.pop(self.id, None)
        self._end()

    def _end(self) -> None:
        self._ended = True
        if self._tick is not None:
            self._connection.deadlines.discard(self, self._tick)
        self._connection.wake_sender(self)
