"""What a transport is to the channel: one try of one call, with errors by which the channel decides about the next."""

from __future__ import annotations

from collections.abc import Awaitable, Sequence
from typing import Any, Protocol

from libtalos.bus.metadata import Field, ReplyMetadata
from libtalos.stubs import Cardinality


class Outgoing:
    """One call to be made. timeout is in seconds, deadline the same on the event loop's clock; fields are metadata."""

    __slots__ = ("cardinality", "deadline", "fields", "received", "reply_type", "request_type", "route", "timeout")

    def __init__(
        self,
        route: str,
        cardinality: Cardinality,
        request_type: type[Any],
        reply_type: type[Any],
        *,
        timeout: float,
        deadline: float,
        fields: Sequence[Field],
        received: ReplyMetadata | None,
    ) -> None:
        self.route = route
        self.cardinality = cardinality
        self.request_type = request_type
        self.reply_type = reply_type
        self.timeout = timeout
        self.deadline = deadline
        self.fields = fields
        self.received = received


class Exchange(Protocol):
    """A call with streams of messages, begun. Everything raises BusError when the call has failed."""

    async def send(self, message: Any, *, last: bool = False) -> None:
        """Send one message, with last the end as well; returns when there is room for the next."""
        ...

    async def end(self) -> None:
        """Say that no more messages will be sent."""
        ...

    async def receive(self) -> Any:
        """The next message, or None at an end that the server called good."""
        ...

    def cancel(self) -> None:
        """Give the call up; has no effect on one that has ended."""
        ...


class ClientTransport(Protocol):
    """Calls to one address over one connection, which is made when needed and made again when it was lost.

    A call fails with NotBegunError if the server certainly did not begin it, with ConnectionLostError if that cannot be
    known, with DeadlineExceededError when its time is up, and with the error of its status.
    """

    async def connect(self) -> None:
        """Connect if there is no connection. Raises OSError."""
        ...

    def unary(self, call: Outgoing, request: Any) -> Awaitable[Any]:
        """One request, one reply, on the connection that is there. Raises BusError."""
        ...

    async def open(self, call: Outgoing) -> Exchange:
        """Begin a call with streams. Raises BusError."""
        ...

    def close(self) -> None:
        """Close the connection; calls under way end with ConnectionLostError."""
        ...

    async def wait_closed(self) -> None:
        """Return when a connection that was told to close has done so."""
        ...
