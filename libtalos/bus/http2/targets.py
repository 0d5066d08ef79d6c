"""The methods of a server with their codecs, which are looked up when a method is called for the first time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from libtalos.bus.dispatch import Served
from libtalos.bus.errors import InvalidArgumentError, too_large
from libtalos.bus.wire import WireError, decoder_of, encoder_of


class Target:
    """One method: what serves it, and its messages to bytes and back."""

    __slots__ = ("_decode", "_encode", "_maximum", "served")

    def __init__(self, served: Served, maximum: int) -> None:
        self.served = served
        self._maximum = maximum
        self._decode: Callable[[bytes], Any] = decoder_of(served.request_type)
        self._encode: Callable[[Any], bytes] = encoder_of(served.reply_type)

    def decode(self, data: bytes) -> Any:
        """A request. Raises InvalidArgumentError."""
        try:
            return self._decode(data)
        except WireError as error:
            raise InvalidArgumentError(f"not a valid {self.served.request_type.__name__}: {error}") from error

    def encode(self, message: Any) -> bytes:
        """A reply. Raises ResourceExhaustedError for one that is too large, ValueError for one that is none."""
        data = self._encode(message)
        if len(data) > self._maximum:
            raise too_large(len(data), self._maximum)
        return data


class Targets:
    """Methods by path."""

    def __init__(self, served: Mapping[str, Served], maximum: int) -> None:
        self._served = served
        self._maximum = maximum
        self._known: dict[str, Target] = {}
        self._chosen: dict[Served, Target] = {}

    def get(self, path: str) -> Target | None:
        """The method of a path, None if it is not served."""
        target = self._known.get(path)
        if target is None and path in self._served:
            target = self._known[path] = Target(self._served[path], self._maximum)
        return target

    def of(self, served: Served) -> Target:
        """The method that a director has chosen."""
        target = self._chosen.get(served)
        if target is None:
            target = self._chosen[served] = Target(served, self._maximum)
        return target
