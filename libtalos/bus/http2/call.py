"""One call as the server sees it."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextvars import copy_context
from typing import TYPE_CHECKING, Any, Protocol

from libtalos.bus.context import CURRENT, CallContext
from libtalos.bus.errors import BusError, CallCancelledError, DeadlineExceededError, InvalidArgumentError
from libtalos.bus.http2 import eager
from libtalos.bus.http2.frames import ErrorCode, StreamFaultError, message_head, pack_uint32
from libtalos.bus.http2.heads import RequestHead
from libtalos.bus.http2.queue import MessageQueue
from libtalos.bus.http2.stream import CountedInbox, Inbox, Stream
from libtalos.bus.http2.targets import Target

if TYPE_CHECKING:
    from libtalos.bus.http2.server import ServerConnection


# requests of so many bytes are not worth counting while their end is still to come: the number of calls bounds them
_SMALL = 4096


class IncomingStream(Stream, Protocol):
    """A stream that the peer has begun."""

    def watch(self) -> None:
        """The request is not whole yet: hold the call to its deadline."""
        ...


class IncomingCall:
    """What all kinds of call have in common: a deadline, an end that is told once, and the task that serves it."""

    __slots__ = (
        "_head_sent",
        "_task",
        "_tick",
        "call",
        "connection",
        "ended",
        "id",
        "inbox",
        "receive_window",
        "remote_ended",
        "send_window",
        "served",
        "target",
    )

    def __init__(self, connection: ServerConnection, stream: int, head: RequestHead, target: Target) -> None:
        self.id = stream
        self.connection = connection
        self.target = target
        served = self.served = target.served
        self.send_window = connection.peer_settings.initial_window
        self.receive_window = connection.stream_window
        self.remote_ended = False
        self.ended = False
        timeout = served.timeout if head.timeout is None else head.timeout
        self.call = CallContext(served.path, connection.peer, connection.heard + timeout, head.fields)
        self.inbox: Inbox | None = None
        if head.content_length is not None:
            most = connection.settings.max_message_size
            self.inbox = CountedInbox(connection, self, most, expected=head.content_length)
        if head.encoding is not None:
            self.open_inbox().encoding = head.encoding
        self._head_sent = False
        self._tick: float | None = None
        self._task: asyncio.Task[None] | None = None

    # -- what the connection tells

    def open_inbox(self) -> Inbox:
        """Where messages come together that take several frames."""
        if self.inbox is None:
            self.inbox = Inbox(self.connection, self, self.connection.settings.max_message_size)
        return self.inbox

    def on_message(self, data: bytes, size: int) -> None:
        """A request has come. Raises BusError."""
        raise NotImplementedError

    def on_end(self) -> None:
        """No more requests will come."""
        raise NotImplementedError

    def on_reset(self, code: int) -> None:  # noqa: ARG002 - whatever the reason is
        """The caller gave the call up."""
        self._give_up(CallCancelledError("the caller gave the call up"))

    def on_refused(self, error: BusError) -> None:
        """What the caller sends cannot be taken."""
        self.stop(error)

    def on_fault(self, fault: StreamFaultError) -> None:
        """The caller broke the protocol; the stream was reset."""
        self._give_up(CallCancelledError(f"the caller broke the protocol: {fault.message}"))

    def on_lost(self, error: BusError) -> None:
        """The connection has gone."""
        self._give_up(error)

    def ensure_open(self) -> None:
        """Raise CallCancelledError if nobody waits for replies any more."""
        if self.ended:
            raise CallCancelledError("the caller gave the call up")

    # -- its time

    def watch(self) -> None:
        """Hold it to its deadline from now on."""
        if not self.ended and self._tick is None:
            connection = self.connection
            self._tick = connection.deadlines.add(self, self.call.deadline, connection.loop.time())

    def expire(self) -> None:
        """The deadline has passed."""
        self._tick = None
        self.stop(DeadlineExceededError(f"{self.call.method} did not finish before its deadline"))

    def stop(self, error: BusError) -> None:
        """Tell the caller of the end at once, and cancel the handler; again and again has no effect."""
        if not self.ended:
            self._tell(error)
            self._cancel()

    # -- serving

    def run(self, coroutine: Coroutine[Any, Any, Any]) -> None:
        """Serve in a task."""
        context = copy_context()
        context.run(CURRENT.set, self.call)
        self._attend(self.connection.loop.create_task(coroutine, name=self.call.method, context=context))

    def _attend(self, task: asyncio.Task[Any]) -> None:
        self._task = task
        self.watch()
        self.connection.dispatcher.begin(self)
        task.add_done_callback(self._over)

    async def _serve(self, coroutine: Coroutine[Any, Any, None]) -> None:
        """Await what sends the replies, and tell how it ended."""
        try:
            await coroutine
        except asyncio.CancelledError:
            if not self.ended:
                raise
        except BaseException as error:
            self._fail(error)
            if not isinstance(error, Exception):
                raise

    def _over(self, task: asyncio.Task[Any]) -> None:
        self.connection.dispatcher.finish(self)
        if task.cancelled():
            self._tell_cancelled()

    async def send(self, reply: Any) -> None:
        """Send one reply, after the headers. Raises CallCancelledError if nobody waits for it."""
        self.ensure_open()
        data = self.target.encode(reply)
        self._send_head()
        if not self.connection.put_message(self, data, last=False):
            await self.connection.send_message(self, data, last=False)

    def finish(self) -> None:
        """End well."""
        if not self.ended:
            self._send_head()
            connection = self.connection
            largest = connection.peer_settings.max_frame_size
            connection.out.append(connection.blocks.good_end(self.id, self.call.trailing, largest))
            self._close()

    def _send_head(self) -> None:
        if not self._head_sent:
            connection = self.connection
            largest = connection.peer_settings.max_frame_size
            connection.out.append(connection.blocks.headers(self.id, self.call.initial, largest))
            self._head_sent = True

    # -- its end

    def _tell_cancelled(self) -> None:
        if not self.ended:
            self._tell(CallCancelledError(f"{self.call.method} was cancelled"))

    def _fail(self, error: BaseException) -> None:
        """The handler, or something on its way, raised this."""
        if not self.ended:
            self._tell(self.connection.dispatcher.error(error, self.call.method, self.call))

    def _tell(self, error: BusError) -> None:
        try:
            end = self._status(error)
        except Exception as fault:
            # metadata or details that cannot travel: a handler's fault like any other
            end = self._status(self.connection.dispatcher.error(fault, self.call.method, self.call))
        self._head_sent = True
        self.connection.out.append(end)
        self._close()

    def _status(self, error: BusError) -> bytes:
        connection = self.connection
        largest = connection.peer_settings.max_frame_size
        trailing = self.call.trailing
        return connection.blocks.status(self.id, error, first=not self._head_sent, largest=largest, trailing=trailing)

    def _close(self) -> None:
        """Everything is said."""
        connection = self.connection
        connection.streams.pop(self.id, None)
        if not self.remote_ended:
            connection.reset_stream(self.id, ErrorCode.NO_ERROR)
        connection.kick()
        self._release(None)

    def _give_up(self, error: BusError) -> None:
        self._release(error)
        self._cancel()

    def _release(self, error: BusError | None) -> None:  # noqa: ARG002 - for those who wait for requests
        self.ended = True
        if self.inbox is not None:
            self.inbox.drop()
            self.inbox = None  # it knows this call as well: nothing else would free the two of them soon
        if self._tick is not None:
            self.connection.deadlines.discard(self, self._tick)
            self._tick = None
        self.connection.wake_sender(self)

    def _cancel(self) -> None:
        if self._task is not None and not self._task.done():
            # not before its first step: a task never takes that once it is cancelled, and a handler that has taken its
            # own already would be dropped where it waits
            self.connection.loop.call_soon(self._task.cancel)


class OneRequest(IncomingCall):
    """A call with one request."""

    __slots__ = ("_request",)

    def __init__(self, connection: ServerConnection, stream: int, head: RequestHead, target: Target) -> None:
        super().__init__(connection, stream, head, target)
        self._request: bytes | None = None

    def on_message(self, data: bytes, size: int) -> None:  # noqa: ARG002 - the request is taken at once
        """Keep the request."""
        if self._request is not None:
            raise InvalidArgumentError(f"{self.call.method} takes one request, and not two")
        self._request = data
        if len(data) > _SMALL:
            self.connection.hold(len(data))

    def on_end(self) -> None:
        """Serve it."""
        self.remote_ended = True
        try:
            if self.inbox is not None:
                self.inbox.complete()
            self.connection.admit(self.call.method)
            if self._request is None:
                raise InvalidArgumentError(f"{self.call.method} was called without a request")
            request = self.target.decode(self._request)
        except BusError as error:
            self._fail(error)
            return
        self._forget_request()
        self.serve(request)

    def serve(self, request: Any) -> None:
        """Begin to serve."""
        raise NotImplementedError

    def _release(self, error: BusError | None) -> None:
        super()._release(error)
        self._forget_request()

    def _forget_request(self) -> None:
        request, self._request = self._request, None
        if request is not None and len(request) > _SMALL:
            self.connection.let_go(len(request))


class UnaryCall(OneRequest):
    """One request, one reply: most handlers have it at their first step."""

    __slots__ = ()

    def serve(self, request: Any) -> None:
        """Take the handler's first step; what is left is a task's."""
        context = copy_context()
        try:
            waits = context.run(self._first_step, request)
        except StopIteration as done:
            self._reply(done.value)
        except asyncio.CancelledError:
            # not ours: the handler awaited something that somebody else had cancelled
            self._tell_cancelled()
        except Exception as error:
            self._fail(error)
        else:
            serving = self._serve(self._later(eager.rest(*waits)))
            task = self.connection.loop.create_task(serving, name=self.call.method, context=context)
            self._attend(task)

    def _first_step(self, request: Any) -> Any:
        CURRENT.set(self.call)
        coroutine = self.served.func(request)
        standin = eager.Standin()
        return coroutine, eager.first_step(coroutine, standin, self.connection.loop), standin

    def _reply(self, reply: Any) -> None:
        """Send the reply with its headers and trailers in one piece, if that may be."""
        try:
            data = self.target.encode(reply)
        except Exception as error:
            self._fail(error)
            return
        connection, call = self.connection, self.call
        usual = None if call.initial or call.trailing else connection.blocks.usual()
        if usual is None or not connection.fits(self, len(data)):
            self.run(self._serve(self._send_slowly(data)))
            return
        stream = pack_uint32(self.id)
        begin_head, begin, end_head, end = usual
        message = message_head(self.id, 0, len(data))
        connection.out.append(b"%b%b%b%b%b%b%b%b" % (begin_head, stream, begin, message, data, end_head, stream, end))
        self._close()

    async def _later(self, coroutine: Any) -> None:
        data = self.target.encode(await coroutine)
        await self._send_slowly(data)

    async def _send_slowly(self, data: bytes) -> None:
        self.ensure_open()
        self._send_head()
        await self.connection.send_message(self, data, last=False)
        self.finish()


class RepliesCall(OneRequest):
    """One request, a stream of replies."""

    __slots__ = ()

    def serve(self, request: Any) -> None:
        """Send what the handler yields."""
        self.run(self._serve(send_all(self, request)))


class RequestsCall(IncomingCall):
    """A stream of requests, with one reply or many."""

    __slots__ = ("_requests",)

    def __init__(self, connection: ServerConnection, stream: int, head: RequestHead, target: Target) -> None:
        super().__init__(connection, stream, head, target)
        self._requests = MessageQueue(connection, self.open_inbox(), target)
        self.run(self._serve(self._handle()))

    def on_message(self, data: bytes, size: int) -> None:
        """Queue a request."""
        self._requests.put(data, size)

    def on_end(self) -> None:
        """There are no more requests."""
        self.remote_ended = True
        try:
            self.open_inbox().complete()
        except BusError as error:
            self.stop(error)
        else:
            self._requests.end()

    async def _handle(self) -> None:
        self.connection.admit(self.call.method)
        if self.served.cardinality.server_streaming:
            await send_all(self, self._requests)
        else:
            await self.send(await self.served.func(self._requests))
            self.finish()

    def _release(self, error: BusError | None) -> None:
        super()._release(error)
        self._requests.fail(error or CallCancelledError(f"{self.call.method} has ended"))


async def send_all(call: IncomingCall, argument: Any) -> None:
    """Send every reply, then the good end. The handler's iterator is closed whatever happens."""
    replies = call.served.func(argument)
    if not hasattr(replies, "__aiter__"):
        await replies  # a handler without a yield: all it can do is to raise
        call.finish()
        return
    try:
        async for reply in replies:
            await call.send(reply)
    finally:
        if hasattr(replies, "aclose"):
            await replies.aclose()
    call.finish()


def begin_call(connection: ServerConnection, stream: int, head: RequestHead, target: Target) -> IncomingCall:
    """The call of a request's headers."""
    served = target.served
    if served.unary:
        return UnaryCall(connection, stream, head, target)
    if served.cardinality.client_streaming:
        return RequestsCall(connection, stream, head, target)
    return RepliesCall(connection, stream, head, target)
