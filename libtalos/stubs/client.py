"""The base of generated stubs."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Callable, Collection, Iterable, Mapping
from typing import Any, Protocol, TypeVar, cast

T = TypeVar("T")
C = TypeVar("C", bound=Callable[..., Any])

Value = str | bytes
MetadataLike = Mapping[str, Value] | Collection[tuple[str, Value]]
Messages = Iterable[Any] | AsyncIterable[Any]


class Caller(Protocol):
    """Makes calls for stubs.

    timeout is in seconds; deadline is a time of the event loop's clock, in seconds; the shortest counts.
    """

    async def unary_unary(
        self,
        route: str,
        request: Any,
        reply_type: type[T],
        *,
        timeout: float | None = None,  # noqa: ASYNC109 - it travels to the server
        deadline: float | None = None,
        metadata: MetadataLike | None = None,
    ) -> T:
        """One request, one reply."""
        ...

    def unary_stream(
        self,
        route: str,
        request: Any,
        reply_type: type[T],
        *,
        timeout: float | None = None,
        deadline: float | None = None,
        metadata: MetadataLike | None = None,
    ) -> AsyncIterator[T]:
        """One request, a stream of replies."""
        ...

    async def stream_unary(
        self,
        route: str,
        requests: Messages,
        request_type: type[Any],
        reply_type: type[T],
        *,
        timeout: float | None = None,  # noqa: ASYNC109 - it travels to the server
        deadline: float | None = None,
        metadata: MetadataLike | None = None,
    ) -> T:
        """A stream of requests, one reply."""
        ...

    def stream_stream(
        self,
        route: str,
        requests: Messages,
        request_type: type[Any],
        reply_type: type[T],
        *,
        timeout: float | None = None,
        deadline: float | None = None,
        metadata: MetadataLike | None = None,
    ) -> AsyncIterator[T]:
        """A stream of requests, a stream of replies."""
        ...


class ServiceStub:
    """A stub of one service. The defaults given here hold for calls that name nothing else."""

    def __init__(
        self,
        channel: Caller,
        *,
        timeout: float | None = None,
        deadline: float | None = None,
        metadata: MetadataLike | None = None,
    ) -> None:
        self.channel = channel
        given = {"timeout": timeout, "deadline": deadline, "metadata": metadata}
        defaults = {name: value for name, value in given.items() if value is not None}
        # what the methods of generated stubs call
        self._unary_unary = _with(defaults, channel.unary_unary)
        self._unary_stream = _with(defaults, channel.unary_stream)
        self._stream_unary = _with(defaults, channel.stream_unary)
        self._stream_stream = _with(defaults, channel.stream_stream)


def _with(defaults: Mapping[str, Any], call: C) -> C:
    """The call with other defaults; itself if there are none, since every call of a stub goes through here."""
    if not defaults:
        return call

    def call_with_defaults(*arguments: Any, **options: Any) -> Any:
        named = {name: value for name, value in options.items() if value is not None}
        return call(*arguments, **{**options, **defaults, **named})

    return cast("C", call_with_defaults)
