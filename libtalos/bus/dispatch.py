"""What happens around every handler: identity, permission, deadline, call id, limits, log and the error map."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any

import grpclib.server
import structlog
from grpclib.const import Cardinality, Handler, Status
from grpclib.exceptions import GRPCError, StreamTerminatedError
from grpclib.metadata import decode_timeout
from h2.exceptions import StreamClosedError

from libtalos.bus.access import Access
from libtalos.bus.codec import bound_receive
from libtalos.bus.context import CALL_ID_HEADER, TIMEOUT_HEADER, CallContext, accept_call_id, serving
from libtalos.bus.errors import (
    BusError,
    CallCancelledError,
    Code,
    DeadlineExceededError,
    InternalError,
    UnavailableError,
)
from libtalos.bus.identity import Peer
from libtalos.bus.settings import BusSettings
from libtalos.bus.status import REFUSED, STOPPING

Running = dict[asyncio.Timeout, CallContext]
Serve = Callable[["grpclib.server.Stream[Any, Any]"], Awaitable[None]]


# what a handler meets that goes on to use a stream which its caller has reset, or whose connection is lost
GONE = (StreamTerminatedError, StreamClosedError)


class Dispatcher:
    """Wraps handlers, and knows which calls are under way."""

    def __init__(self, *, access: Access, settings: BusSettings, log: structlog.stdlib.BoundLogger) -> None:
        self._access = access
        self._settings = settings
        self._log = log
        self._unary: Running = {}
        self._streams: Running = {}
        self._idle = asyncio.Event()
        self._idle.set()
        self._draining = False

    def wrap(self, method: str, handler: Handler) -> Handler:
        """The handler with everything around it."""
        unary = handler.cardinality is Cardinality.UNARY_UNARY

        async def serve(stream: grpclib.server.Stream[Any, Any]) -> None:
            await self._serve(method, stream, handler.func, unary=unary)

        return handler._replace(func=serve)

    async def drain(self, within: float) -> None:
        """End the streams, let unary calls finish for at most `within` seconds, then end those too."""
        self._draining = True
        _expire(self._streams)
        if await self._idle_within(within):
            return
        _expire(self._unary)
        if not await self._idle_within(self._settings.end_timeout):
            calls = sorted(call.method for call in {**self._unary, **self._streams}.values())
            self._log.error("calls do not end although they were told to", methods=calls)

    async def _idle_within(self, seconds: float) -> bool:
        try:
            async with asyncio.timeout(seconds):
                await self._idle.wait()
        except TimeoutError:
            return False
        return True

    async def _serve(
        self, method: str, stream: grpclib.server.Stream[Any, Any], handler: Serve, *, unary: bool
    ) -> None:
        if self._draining:
            raise GRPCError(Status.UNAVAILABLE, REFUSED)
        try:
            call = self._context(method, stream, unary=unary)
        except ValueError as error:
            raise GRPCError(Status.INVALID_ARGUMENT, f"grpc-timeout: {error}") from error
        with serving(call), structlog.contextvars.bound_contextvars(call_id=call.call_id, peer=str(call.peer)):
            try:
                self._access.check(call.peer, method)
                self._bound(stream)
                await self._run(stream, handler, call, unary=unary)
            except GRPCError:
                raise
            except Exception as error:
                raise self._status(error, method) from error

    async def _run(
        self, stream: grpclib.server.Stream[Any, Any], handler: Serve, call: CallContext, *, unary: bool
    ) -> None:
        running = self._unary if unary else self._streams
        scope = asyncio.timeout_at(call.deadline)
        try:
            async with AsyncExitStack() as stack:
                await stack.enter_async_context(scope)
                running[scope] = call
                self._idle.clear()
                stack.callback(self._finish, running, scope)
                await handler(stream)
        except TimeoutError as error:
            if not scope.expired():
                raise  # not our clock: a fault of the handler
            raise self._out_of_time(call) from error

    def _out_of_time(self, call: CallContext) -> BusError:
        if self._draining and asyncio.get_running_loop().time() < call.deadline:
            return UnavailableError(STOPPING)
        return DeadlineExceededError(f"{call.method} did not finish before its deadline")

    def _finish(self, running: Running, scope: asyncio.Timeout) -> None:
        del running[scope]
        if not self._unary and not self._streams:
            self._idle.set()

    def _context(self, method: str, stream: grpclib.server.Stream[Any, Any], *, unary: bool) -> CallContext:
        default = self._settings.call_deadline if unary else self._settings.stream_deadline
        metadata = {} if stream.metadata is None else stream.metadata
        offered, timeout = metadata.get(CALL_ID_HEADER), metadata.get(TIMEOUT_HEADER)
        remaining = default if timeout is None else decode_timeout(str(timeout))
        return CallContext(
            call_id=accept_call_id(offered if isinstance(offered, str) else None),
            method=method,
            peer=connection_peer(stream),
            deadline=asyncio.get_running_loop().time() + remaining,
        )

    def _bound(self, stream: grpclib.server.Stream[Any, Any]) -> None:
        wire = stream._stream  # noqa: SLF001 - grpclib has no limit of its own
        wire.recv_data = bound_receive(wire.recv_data, self._settings.max_message_size)  # type: ignore[method-assign, assignment]

    def _status(self, error: Exception, method: str) -> GRPCError:
        known = self._known(error, method)
        if known.code is Code.INTERNAL and known is not error:
            self._log.error("call failed", method=method, exc_info=error)
        elif known.code in (Code.PERMISSION_DENIED, Code.UNAUTHENTICATED):
            self._log.warning("call refused", method=method, error=known.message)
        return GRPCError(Status(int(known.code)), known.message)

    def _known(self, error: Exception, method: str) -> BusError:
        if isinstance(error, BusError):
            return error
        if isinstance(error, GONE):
            return CallCancelledError("the caller gave the call up")
        return InternalError(f"{method} failed by a fault of the component; its log has the details")


def _expire(running: Running) -> None:
    """End these calls now, but for those whose time is up already."""
    now = asyncio.get_running_loop().time()
    for scope in running:
        if not scope.expired():
            scope.reschedule(now)


def connection_peer(stream: grpclib.server.Stream[Any, Any]) -> Peer:
    """The peer of a stream's connection (libtalos.bus.listener looks it up once, when the connection is made)."""
    peer: Peer = stream._stream.connection.talos_peer  # type: ignore[attr-defined]  # noqa: SLF001 - grpclib keeps it
    return peer
