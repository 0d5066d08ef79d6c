"""What happens around every handler: identity, permission, deadline, call id, limits, log and the error map."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any

import grpclib.server
import structlog
from grpclib.const import Cardinality, Handler, Status
from grpclib.exceptions import GRPCError

from libtalos.bus.access import Access
from libtalos.bus.codec import bound_receive
from libtalos.bus.context import CALL_ID_HEADER, CallContext, accept_call_id, serving
from libtalos.bus.errors import BusError, Code, DeadlineExceededError, InternalError, UnavailableError
from libtalos.bus.identity import Peer, peer_of
from libtalos.bus.settings import BusSettings
from libtalos.bus.status import REFUSED

Serve = Callable[["grpclib.server.Stream[Any, Any]"], Awaitable[None]]


class Dispatcher:
    """Wraps handlers, and knows which calls are under way."""

    def __init__(self, *, access: Access, settings: BusSettings, log: structlog.stdlib.BoundLogger) -> None:
        self._access = access
        self._settings = settings
        self._log = log
        self._unary: set[asyncio.Timeout] = set()
        self._streams: set[asyncio.Timeout] = set()
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
        self._expire(self._streams)
        try:
            await asyncio.wait_for(self._idle.wait(), within)
        except TimeoutError:
            self._expire(self._unary)

    async def _serve(
        self, method: str, stream: grpclib.server.Stream[Any, Any], handler: Serve, *, unary: bool
    ) -> None:
        if self._draining:
            raise GRPCError(Status.UNAVAILABLE, REFUSED)
        call = self._context(method, stream, unary=unary)
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
        async with AsyncExitStack() as stack:
            scope = await stack.enter_async_context(asyncio.timeout_at(call.deadline))
            running.add(scope)
            self._idle.clear()
            stack.callback(self._finish, running, scope)
            await handler(stream)

    def _finish(self, running: set[asyncio.Timeout], scope: asyncio.Timeout) -> None:
        running.discard(scope)
        if not self._unary and not self._streams:
            self._idle.set()

    def _context(self, method: str, stream: grpclib.server.Stream[Any, Any], *, unary: bool) -> CallContext:
        default = self._settings.call_deadline if unary else self._settings.stream_deadline
        remaining = stream.deadline.time_remaining() if stream.deadline is not None else default
        offered = stream.metadata.get(CALL_ID_HEADER) if stream.metadata is not None else None
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
        if isinstance(error, TimeoutError):
            if self._draining:
                return UnavailableError("the component is stopping")
            return DeadlineExceededError(f"{method} did not finish before its deadline")
        return InternalError(f"{method} failed by a fault of the component; its log has the details")

    @staticmethod
    def _expire(scopes: set[asyncio.Timeout]) -> None:
        now = asyncio.get_running_loop().time()
        for scope in list(scopes):
            scope.reschedule(now)


def connection_peer(stream: grpclib.server.Stream[Any, Any]) -> Peer:
    """The peer of a stream, looked up once per connection: a pid may be reused after its process has gone."""
    connection = stream._stream.connection  # noqa: SLF001 - grpclib keeps the connection to itself
    known: Peer | None = getattr(connection, "talos_peer", None)
    if known is None:
        known = peer_of(connection._transport)  # noqa: SLF001 - and its transport
        connection.talos_peer = known  # type: ignore[attr-defined]
    return known
