"""One call as the client sees it."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from libtalos.bus.errors import (
    BusError,
    CallCancelledError,
    Code,
    DeadlineExceededError,
    InternalError,
    NotBegunError,
    ResourceExhaustedError,
    error_from_status,
)
from libtalos.bus.http2.frames import DATA, END_STREAM, ErrorCode, StreamFaultError, code_name, frame, message_head
from libtalos.bus.http2.heads import ReplyHead
from libtalos.bus.http2.queue import MessageQueue
from libtalos.bus.http2.stream import Inbox
from libtalos.bus.metadata import decode_metadata
from libtalos.bus.transport import Outgoing

if TYPE_CHECKING:
    from libtalos.bus.http2.client import ClientConnection, Route

# what the codes of RST_STREAM mean to a call (PROTOCOL-HTTP2.md of gRPC, "Errors")
_RESETS: dict[int, Code] = {
    ErrorCode.CANCEL: Code.CANCELLED,
    ErrorCode.ENHANCE_YOUR_CALM: Code.RESOURCE_EXHAUSTED,
    ErrorCode.INADEQUATE_SECURITY: Code.PERMISSION_DENIED,
}


class OutgoingCall:
    """What all kinds of call have in common: headers, status, deadline, and an end that counts once."""

    __slots__ = (
        "_error",
        "_tick",
        "call",
        "connection",
        "ended",
        "head_seen",
        "id",
        "inbox",
        "local_ended",
        "receive_window",
        "remote_ended",
        "route",
        "send_window",
    )

    def __init__(self, connection: ClientConnection, call: Outgoing, route: Route) -> None:
        self.connection = connection
        self.call = call
        self.route = route
        self.id = 0
        self.send_window = connection.peer_settings.initial_window
        self.receive_window = connection.stream_window
        self.remote_ended = False
        self.local_ended = False
        self.ended = False
        self._error: BusError | None = None
        self.inbox: Inbox | None = None
        self.head_seen = False
        self._tick: float | None = None

    def open_inbox(self) -> Inbox:
        """Where messages come together that take several frames."""
        if self.inbox is None:
            self.inbox = Inbox(self.connection, self, self.connection.settings.max_message_size)
        return self.inbox

    # -- for subclasses

    def on_message(self, data: bytes, size: int) -> None:
        """A reply has come. Raises BusError."""
        raise NotImplementedError

    def on_status(self, error: BusError | None) -> None:
        """The call is over, well or with an error."""
        raise NotImplementedError

    # -- what the connection tells

    def on_head(self, head: ReplyHead, *, ended: bool) -> None:
        """Headers or trailers have come. Raises StreamFaultError."""
        if head.is_usual and ended is self.head_seen and self.call.received is None:
            if ended:
                self._good_end()
            self.head_seen = True
        else:
            self._on_unusual(head, ended=ended)

    def _on_unusual(self, head: ReplyHead, *, ended: bool) -> None:
        """Headers or trailers with metadata, with an error, or where they should not be."""
        if head.informational and not self.head_seen:
            if ended:
                raise StreamFaultError(ErrorCode.PROTOCOL_ERROR, "the reply ended with an informational status")
            return
        received = self.call.received
        if not self.head_seen and not ended:
            self.head_seen = True
            if head.encoding is not None:
                self.open_inbox().encoding = head.encoding
            if received is not None:
                received.initial = decode_metadata(head.fields)
            error = head.not_grpc()
            if error is not None:
                self.fail(error, tell=True)
        elif ended:
            if received is not None:
                received.trailing = decode_metadata(head.fields)
            error = (None if self.head_seen else head.not_grpc()) or head.error()
            if error is None:
                self._good_end()
            else:
                self.remote_ended = True
                self.fail(error, tell=not self.local_ended)
        else:
            raise StreamFaultError(ErrorCode.PROTOCOL_ERROR, "a second header block that does not end the stream")

    def on_end(self) -> None:
        """The server sends no more, and has not said how the call went."""
        self.remote_ended = True
        self.fail(BusError("the stream ended without a status"), tell=not self.local_ended)

    def on_reset(self, code: int) -> None:
        """The server has reset the stream."""
        self.remote_ended = True
        if code == ErrorCode.REFUSED_STREAM:
            error: BusError = NotBegunError(f"{self.call.route} was not begun: the server takes no more calls for now")
        else:
            text = f"the server reset the stream of {self.call.route}: {code_name(code)}"
            error = error_from_status(_RESETS.get(code, Code.INTERNAL), text)
        self.fail(error)

    def on_refused(self, error: BusError) -> None:
        """What the server sends cannot be taken."""
        self.fail(error, tell=True)

    def on_fault(self, fault: StreamFaultError) -> None:
        """The server broke the protocol; the stream was reset."""
        self.remote_ended = True
        self.fail(InternalError(f"the server broke the protocol in {self.call.route}: {fault.message}"))

    def on_lost(self, error: BusError) -> None:
        """The connection has gone."""
        self.remote_ended = True
        self.fail(error)

    def ensure_open(self) -> None:
        """Raise the error of a call that has ended."""
        if self.ended:
            # senders that go on after a good end would send into the void
            raise self._error or CallCancelledError(f"{self.call.route} has ended")

    # -- its time and its end

    def watch(self) -> None:
        """Hold it to its deadline from now on."""
        connection = self.connection
        self._tick = connection.deadlines.add(self, self.call.deadline, connection.loop.time())

    def expire(self) -> None:
        """The deadline has passed."""
        self._tick = None
        text = f"{self.call.route} of {self.connection.address} did not answer before its deadline"
        self.fail(DeadlineExceededError(text), tell=True)

    def cancel(self) -> None:
        """Give the call up; has no effect on one that has ended."""
        if not self.ended:
            self.fail(CallCancelledError(f"{self.call.route} was given up"), tell=True)

    def fail(self, error: BusError, *, tell: bool = False) -> None:
        """End it with an error; with tell the server has to hear of it."""
        if not self.ended:
            self._close(error, tell=tell)
            self.on_status(error)

    def _good_end(self) -> None:
        self.remote_ended = True
        if self.inbox is not None:
            try:
                self.inbox.complete()
            except BusError as error:
                self.fail(error, tell=not self.local_ended)
        if not self.ended:
            self._close(None, tell=not self.local_ended)
            self.on_status(None)

    def _close(self, error: BusError | None, *, tell: bool) -> None:
        self.ended = True
        self._error = error
        # whatever may still come is not wanted: no credit is given for it
        self.remote_ended = True
        connection = self.connection
        if self._tick is not None:
            connection.deadlines.discard(self, self._tick)
            self._tick = None
        if self.inbox is not None:
            self.inbox.drop()
            self.inbox = None  # it knows this call as well: nothing else would free the two of them soon
        known = connection.streams.pop(self.id, None)
        if tell and known is not None and not connection.closed:
            connection.reset_stream(self.id, ErrorCode.CANCEL)
        connection.wake_sender(self)
        connection.on_call_ended()


class UnaryCall(OutgoingCall):
    """One request, one reply."""

    __slots__ = ("reply", "result")

    def __init__(self, connection: ClientConnection, call: Outgoing, route: Route) -> None:
        super().__init__(connection, call, route)
        self.reply: bytes | None = None
        self.result: asyncio.Future[bytes] = connection.loop.create_future()

    def on_message(self, data: bytes, size: int) -> None:  # noqa: ARG002 - the reply is taken at once
        """Keep the reply."""
        if self.reply is not None:
            raise InternalError(f"{self.call.route} answered with more than one message")
        self.reply = data

    def on_status(self, error: BusError | None) -> None:
        """Tell whoever waits."""
        if self.result.done():
            return
        if error is not None:
            self.result.set_exception(error)
        elif self.reply is None:
            self.result.set_exception(InternalError(f"{self.call.route} ended well without an answer"))
        else:
            self.result.set_result(self.reply)


class StreamingCall(OutgoingCall):
    """A call with streams of messages."""

    __slots__ = ("_replies",)

    def __init__(self, connection: ClientConnection, call: Outgoing, route: Route) -> None:
        super().__init__(connection, call, route)
        self._replies = MessageQueue(connection, self.open_inbox(), route)

    def on_message(self, data: bytes, size: int) -> None:
        """Queue a reply."""
        self._replies.put(data, size)

    def on_status(self, error: BusError | None) -> None:
        """What has come can still be taken, unless nobody wants it."""
        if isinstance(error, CallCancelledError | DeadlineExceededError | ResourceExhaustedError):
            self._replies.fail(error)
        else:
            self._replies.end(error)

    def cancel(self) -> None:
        """Give the call up, and drop what nobody will take, also of one that has ended."""
        super().cancel()
        self._replies.fail(CallCancelledError(f"{self.call.route} was given up"))

    async def send(self, message: Any, *, last: bool = False) -> None:
        """Send one message; returns when there is room for the next."""
        self.ensure_open()
        try:
            data = self.route.encode(message)
        except BusError as error:
            self.fail(error, tell=True)
            raise
        await self.connection.send_message(self, data, last=last)
        self.local_ended = self.local_ended or last

    async def end(self) -> None:
        """Say that no more messages will be sent."""
        if not self.ended and not self.local_ended:
            self.local_ended = True
            self.connection.out.append(frame(DATA, END_STREAM, self.id))
            self.connection.kick()

    def receive(self) -> Coroutine[Any, Any, Any]:
        """The next message, or None at an end that the server called good."""
        return self._replies.take()


def whole_request(stream: int, head: bytes, block: bytes, data: bytes) -> bytes:
    """The frames of a unary request; head and block of its headers are without the stream's id."""
    return b"%b%b%b%b%b" % (head, stream.to_bytes(4, "big"), block, message_head(stream, END_STREAM, len(data)), data)
