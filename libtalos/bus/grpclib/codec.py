"""The wire form of messages, with the bound on their size."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

import betterproto2
from grpclib.encoding.base import CodecBase

from libtalos.bus import wire
from libtalos.bus.errors import InvalidArgumentError, too_large


class BusCodec(CodecBase):
    """betterproto2 messages as protobuf, at most max_message_size bytes each way."""

    __content_subtype__ = "proto"

    def __init__(self, max_message_size: int) -> None:
        self._maximum = max_message_size

    def encode(self, message: Any, message_type: Any) -> bytes:  # noqa: ARG002 - grpclib's signature
        """Serialize. Raises EncodeError, and ResourceExhaustedError for a message over the bound."""
        data = wire.encoder_of(type(message))(message)
        if len(data) > self._maximum:
            raise too_large(len(data), self._maximum)
        return data

    def decode(self, data: bytes, message_type: type[betterproto2.Message]) -> Any:
        """Parse. Raises InvalidArgumentError for bytes that are not such a message."""
        try:
            return wire.decoder_of(message_type)(data)
        except wire.WireError as error:
            raise InvalidArgumentError(f"not a valid {message_type.__name__}: {error}") from error


def bound_receive(
    receive: Callable[[int], Coroutine[Any, Any, bytes]], maximum: int
) -> Callable[[int], Coroutine[Any, Any, bytes]]:
    """Refuse a message by its announced length, before a byte of it is buffered (grpclib has no such limit)."""

    async def bounded(size: int) -> bytes:
        if size > maximum:
            raise too_large(size, maximum)
        return await receive(size)

    bounded.talos_bound = True  # type: ignore[attr-defined]
    return bounded
