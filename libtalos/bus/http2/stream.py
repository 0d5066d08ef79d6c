"""One stream of a connection: its windows, and gRPC's messages out of the bytes of its DATA frames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from libtalos.bus.errors import BusError, InternalError, too_large
from libtalos.bus.http2.compression import check_compressed, gunzip
from libtalos.bus.http2.frames import PREFIX_SIZE, ErrorCode, StreamFaultError, read_prefix

if TYPE_CHECKING:
    from libtalos.bus.http2.connection import Connection


class Stream(Protocol):
    """What a connection has to do with the streams on it."""

    id: int
    send_window: int
    receive_window: int
    remote_ended: bool
    # where messages come together that take several frames; most streams never need one
    inbox: Inbox | None

    def open_inbox(self) -> Inbox:
        """Its inbox, made when it is needed first."""
        ...

    def ensure_open(self) -> None:
        """Raise the error of a stream that has ended."""
        ...

    def on_message(self, data: bytes, size: int) -> None:
        """A whole message has come; `size` is what its frames took of the window."""
        ...

    def on_end(self) -> None:
        """The peer sends no more."""
        ...

    def on_reset(self, code: int) -> None:
        """The peer has reset the stream."""
        ...

    def on_refused(self, error: BusError) -> None:
        """What the peer sends cannot be taken: tell it, and end the stream."""
        ...

    def on_fault(self, fault: StreamFaultError) -> None:
        """The peer broke the protocol on this stream, which has been reset."""
        ...

    def on_lost(self, error: BusError) -> None:
        """The connection has gone."""
        ...


class Inbox:
    """Puts messages together that come in several frames, and gives credit for what was taken.

    Whole messages are given credit for when the application takes them. What has come of a message that is not whole is
    given credit for at once, since it may be larger than the window; the connection bounds it.
    """

    __slots__ = ("_ahead", "_connection", "_credit", "_maximum", "_partial", "_stream", "_wanted", "encoding")

    def __init__(self, connection: Connection[Any], stream: Stream, maximum: int) -> None:
        self._connection = connection
        self._stream = stream
        self._maximum = maximum
        # how messages are compressed that say they are, None if none may
        self.encoding: bytes | None = None
        self._partial: bytearray | None = None
        self._wanted = PREFIX_SIZE
        # bytes of the partial message for which credit was given, and bytes that wait until giving is worth a frame
        self._ahead = 0
        self._credit = 0

    @property
    def empty(self) -> bool:
        """Whether no message is half here."""
        return self._partial is None

    def feed(self, data: bytes | memoryview) -> None:
        """Take the contents of a DATA frame. Raises BusError for what cannot be taken."""
        partial = self._partial
        if partial is None:
            partial = self._partial = bytearray()
        partial += data
        self._connection.hold(len(data))
        while self._whole(partial):
            self._finish(partial)
        left = len(partial)
        if left > self._ahead:
            self.give_back(left - self._ahead)
            self._ahead = left
        if not left:
            self._partial = None

    def give_back(self, size: int) -> None:
        """The application has taken what took so many bytes: the peer may send as many again."""
        self._credit += size
        if self._credit >= self._connection.stream_window >> 1:
            credit, self._credit = self._credit, 0
            self._connection.give_credit(self._stream, credit)

    def drop(self) -> None:
        """Forget what is half here: the stream has ended."""
        if self._partial is not None:
            self._connection.let_go(len(self._partial))
            self._partial = None

    def complete(self) -> None:
        """The peer sends no more. Raises BusError if a message is half here."""
        if self._partial is not None:
            raise InternalError(f"the stream ended in the middle of a message, after {len(self._partial)} bytes of it")

    def _whole(self, partial: bytearray) -> bool:
        """Whether the next message is here."""
        if len(partial) < self._wanted:
            return False
        if self._wanted == PREFIX_SIZE:
            compressed, length = read_prefix(partial)
            if compressed:
                check_compressed(compressed, self.encoding, self._connection.unsupported)
            if length > self._maximum:
                raise too_large(length, self._maximum)
            self._wanted = PREFIX_SIZE + length
        return len(partial) >= self._wanted

    def _finish(self, partial: bytearray) -> None:
        whole, self._wanted = self._wanted, PREFIX_SIZE
        ahead, self._ahead = min(self._ahead, whole), 0
        compressed, message = partial[0], bytes(memoryview(partial)[PREFIX_SIZE:whole])
        del partial[:whole]
        self._connection.let_go(whole)
        if compressed:
            message = gunzip(message, self._maximum)
        self._stream.on_message(message, whole - ahead)


class CountedInbox(Inbox):
    """The inbox of a stream whose headers say how many bytes there are (content-length)."""

    __slots__ = ("_expected",)

    def __init__(self, connection: Connection[Any], stream: Stream, maximum: int, *, expected: int) -> None:
        super().__init__(connection, stream, maximum)
        self._expected = expected

    @property
    def empty(self) -> bool:
        """Never: every byte has to come through `feed`."""
        return False

    def feed(self, data: bytes | memoryview) -> None:
        """Take and count the contents of a DATA frame."""
        self._expected -= len(data)
        if self._expected < 0:
            raise StreamFaultError(ErrorCode.PROTOCOL_ERROR, "more data than content-length says")
        self.take(data)

    def take(self, data: bytes | memoryview) -> None:
        """Take what was counted."""
        super().feed(data)

    def complete(self) -> None:
        """The peer sends no more. Raises StreamFaultError if that is less than it said."""
        if self._expected:
            raise StreamFaultError(ErrorCode.PROTOCOL_ERROR, f"{self._expected} bytes less than content-length says")
        super().complete()
