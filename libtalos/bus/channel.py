"""The client side of the bus: one connection to one server, for generated stubs."""

from __future__ import annotations

import asyncio
import errno
import secrets
import ssl as ssl_module
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

import grpclib.client
from grpclib.const import Cardinality
from grpclib.metadata import Deadline
from multidict import MultiDict

from libtalos.bus.address import Address, UnixAddress
from libtalos.bus.calls import RepliesCall, StreamCall, UnaryCall
from libtalos.bus.codec import BusCodec, bound_receive
from libtalos.bus.context import CALL_ID_HEADER, current_call, new_call_id
from libtalos.bus.errors import UnavailableError
from libtalos.bus.outgoing import OutgoingStream
from libtalos.bus.settings import BusSettings

StubT = TypeVar("StubT")

CALLS: Mapping[Cardinality, type[UnaryCall | RepliesCall]] = {
    Cardinality.UNARY_UNARY: UnaryCall,
    Cardinality.UNARY_STREAM: RepliesCall,
}


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
        self._codec = BusCodec(self.settings.max_message_size)
        if isinstance(address, UnixAddress):
            self._inner = grpclib.client.Channel(path=str(address.path), codec=self._codec)
        else:
            self._inner = grpclib.client.Channel(address.host, address.port, codec=self._codec, ssl=tls)

    def stub(self, make: Callable[[Any], StubT]) -> StubT:
        """A generated stub on this channel: `channel.stub(NetworkServiceStub)`."""
        return make(self)

    def request(
        self,
        name: str,
        cardinality: Cardinality,
        request_type: type[Any],
        reply_type: type[Any],
        *,
        timeout: float | None = None,
        deadline: Deadline | None = None,
        metadata: Mapping[str, str | bytes] | None = None,
    ) -> UnaryCall | RepliesCall | StreamCall:
        """One call, for the generated stubs. timeout is in seconds; the shortest of all deadlines counts."""
        call: type[UnaryCall | RepliesCall | StreamCall] = CALLS.get(cardinality, StreamCall)
        default = self.settings.call_deadline if call is UnaryCall else self.settings.stream_deadline
        until = self._effective_deadline(timeout, deadline, default)
        served = current_call()
        call_id = served.call_id if served else new_call_id()
        headers = {**(metadata or {}), CALL_ID_HEADER: call_id}

        def open_stream() -> OutgoingStream:
            return OutgoingStream(
                self._inner,
                name,
                cast("Any", MultiDict(headers)),
                cardinality,
                request_type,
                reply_type,
                codec=self._codec,
                status_details_codec=None,
                dispatch=self._inner.__dispatch__,
                deadline=Deadline.from_timeout(max(0.0, until - asyncio.get_running_loop().time())),
            )

        return call(channel=self, method=name, deadline=until, open_stream=open_stream)

    async def connect(self) -> None:
        """Connect if there is no connection. Raises UnavailableError if nobody listens there."""
        pause = self.settings.retry_initial
        while True:
            try:
                await self._inner.__connect__()
            except OSError as error:
                if error.errno != errno.EAGAIN:
                    raise UnavailableError(f"cannot connect to {self.address}: {_reason(error)}") from error
            else:
                return
            pause = await self.back_off(pause)

    async def back_off(self, pause: float) -> float:
        """Wait a jittered pause (seconds) before the next try and return the pause after it."""
        jitter = 0.5 + secrets.randbelow(1000) / 1000
        await asyncio.sleep(pause * jitter)
        return min(pause * 2, self.settings.retry_maximum)

    def bound(self, stream: OutgoingStream) -> None:
        """Apply the size limit to what an opened stream receives."""
        wire = stream._stream  # noqa: SLF001 - grpclib has no limit of its own
        wire.recv_data = bound_receive(wire.recv_data, self.settings.max_message_size)  # type: ignore[method-assign, assignment]

    def close(self) -> None:
        """Close the connection; calls under way end with UnavailableError."""
        self._inner.close()

    def _effective_deadline(self, timeout: float | None, deadline: Deadline | None, default: float) -> float:
        now = asyncio.get_running_loop().time()
        bounds = [now + timeout] if timeout is not None else []
        if deadline is not None:
            bounds.append(now + deadline.time_remaining())
        served = current_call()
        if served is not None:
            bounds.append(served.deadline)
        return min(bounds, default=now + default)


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such socket (is the node running?)"
    if isinstance(error, ConnectionRefusedError):
        return "nobody listens there (is the node running?)"
    return error.strerror or str(error)
