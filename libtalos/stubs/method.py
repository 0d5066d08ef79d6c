"""One method of a service, as a generated service base declares it."""

from __future__ import annotations

import enum
from collections.abc import Callable
from typing import Any, NamedTuple


class Cardinality(enum.Enum):
    """How many messages go each way: (the caller streams, the server streams)."""

    UNARY_UNARY = (False, False)
    UNARY_STREAM = (False, True)
    STREAM_UNARY = (True, False)
    STREAM_STREAM = (True, True)

    @property
    def client_streaming(self) -> bool:
        """Whether the caller sends a stream of messages."""
        return self.value[0]

    @property
    def server_streaming(self) -> bool:
        """Whether the server sends a stream of messages."""
        return self.value[1]


class Method(NamedTuple):
    """A method that is served.

    func takes the request, or an async iterator of requests, and gives an awaitable reply, or an async iterator of
    replies, as its cardinality says.
    """

    func: Callable[[Any], Any]
    cardinality: Cardinality
    request_type: type[Any]
    reply_type: type[Any]


class NotServedError(Exception):
    """The answer of a generated service base to a method that its subclass does not define."""
