"""The rich form of a status: google.rpc.Status in the trailer grpc-status-details-bin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from libtalos.bus.wire import WireError, decoder_of, encoder_of

if TYPE_CHECKING:
    from libtalos.gen.google.protobuf import Any

DETAILS_FIELD = b"grpc-status-details-bin"


def encode_details(code: int, message: str, details: Sequence[Any]) -> bytes:
    """The serialized status."""
    from libtalos.gen.google.rpc import Status  # noqa: PLC0415 - hardly any call has details

    return encoder_of(Status)(Status(code=code, message=message, details=list(details)))


def decode_details(data: bytes) -> tuple[Any, ...]:
    """The details of a serialized status; none if it cannot be read, since the status itself is told without it."""
    from libtalos.gen.google.rpc import Status  # noqa: PLC0415 - hardly any call has details

    try:
        return tuple(decoder_of(Status)(data).details)
    except WireError:
        return ()
