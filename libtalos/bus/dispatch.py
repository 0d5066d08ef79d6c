"""What every call goes through whatever its transport: permission, the error map, and the end of the server."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any, Protocol

import msgspec
import structlog

from libtalos.bus.access import Access
from libtalos.bus.context import CallContext
from libtalos.bus.errors import (
    REFUSED,
    STOPPING,
    BusError,
    Code,
    ConnectionLostError,
    InternalError,
    NotBegunError,
    UnavailableError,
    UnimplementedError,
)
from libtalos.bus.identity import Peer
from libtalos.bus.metadata import Field
from libtalos.bus.settings import BusSettings
from libtalos.stubs import Cardinality, NotServedError


class Served(msgspec.Struct, frozen=True):
    """One method as a transport serves it; timeout is for calls that name none, in seconds."""

    path: str
    func: Callable[[Any], Any]
    cardinality: Cardinality
    request_type: type[Any]
    reply_type: type[Any]
    timeout: float

    @property
    def unary(self) -> bool:
        """Whether one request gets one reply."""
        return self.cardinality is Cardinality.UNARY_UNARY


class Director(Protocol):
    """Decides for each call who serves it, where it is not just its path that counts: the edge of a node."""

    def choose(self, path: str, fields: Sequence[Field], peer: Peer) -> Served:
        """What serves the call with these headers. Raises BusError to refuse it.

        What it gives is kept: the same method has to be the same object every time.
        """
        ...


class Running(Protocol):
    """A call under way."""

    call: CallContext
    served: Served

    def stop(self, error: BusError) -> None:
        """End it with this error, as soon as it can be; again and again has no effect."""
        ...


class Dispatcher:
    """Decides which calls begin, tells their errors, and knows which are under way."""

    def __init__(self, *, access: Access, settings: BusSettings, log: structlog.stdlib.BoundLogger) -> None:
        self._access = access
        self._settings = settings
        self._log = log
        self._running: set[Running] = set()
        self._idle = asyncio.Event()
        self.draining = False

    def admit(self, peer: Peer, method: str) -> None:
        """Raise NotBegunError if the server is stopping, PermissionDeniedError if the peer may not call the method."""
        if self.draining:
            raise NotBegunError(REFUSED)
        self._access.check(peer, method)

    def begin(self, running: Running) -> None:
        """Note a call that does not end at once."""
        self._running.add(running)

    def finish(self, running: Running) -> None:
        """Forget a call that has ended."""
        self._running.discard(running)
        if self.draining and not self._running:
            self._idle.set()

    async def drain(self, within: float) -> None:
        """End the streams, let unary calls finish for at most `within` seconds, then end those too."""
        self.draining = True
        self._stop([running for running in self._running if not running.served.unary])
        if await self._idle_within(within):
            return
        self._stop(list(self._running))
        if not await self._idle_within(self._settings.end_timeout):
            calls = sorted(running.call.method for running in self._running)
            self._log.error("calls do not end although they were told to", methods=calls)

    def error(self, error: BaseException, method: str, call: CallContext | None) -> BusError:
        """The error that the caller gets; a fault of the component is logged, and its text stays here.

        call is None for one that did not come so far.
        """
        known = self._known(error, method)
        if known.code is Code.INTERNAL and known is not error:
            self._log.error("call failed", method=method, exc_info=error, **_who(call))
        elif known.code in (Code.PERMISSION_DENIED, Code.UNAUTHENTICATED):
            self._log.warning("call refused", method=method, error=known.message, **_who(call))
        return known

    def _known(self, error: BaseException, method: str) -> BusError:
        if isinstance(error, NotServedError):
            return UnimplementedError(f"{method} is not served here")
        if isinstance(error, NotBegunError | ConnectionLostError) and not self.draining:
            # it is about a call that this one made, and must not read as if it were about this one
            return UnavailableError(f"a call that {method} made: {error.message}")
        if isinstance(error, BusError):
            return error
        return InternalError(f"{method} failed by a fault of the component; its log has the details")

    def _stop(self, calls: list[Running]) -> None:
        for running in calls:
            running.stop(UnavailableError(STOPPING))

    async def _idle_within(self, seconds: float) -> bool:
        self._idle.clear()
        if not self._running:
            return True
        try:
            async with asyncio.timeout(seconds):
                await self._idle.wait()
        except TimeoutError:
            return False
        return True


def _who(call: CallContext | None) -> dict[str, str]:
    """What the log says of a call; handlers have it bound, and here the handler is over, or has not begun."""
    return {} if call is None else {"call_id": call.call_id, "peer": str(call.peer)}
