"""The rich status of a call in grpclib's form."""

from __future__ import annotations

from typing import Any

from grpclib.const import Status
from grpclib.encoding.base import StatusDetailsCodecBase

from libtalos.bus.details import decode_details, encode_details


class DetailsCodec(StatusDetailsCodecBase):
    """google.rpc.Status in grpc-status-details-bin."""

    def encode(self, status: Status, message: str | None, details: Any) -> bytes:
        """Serialize."""
        return encode_details(status.value, message or "", details)

    def decode(self, status: Status, message: str | None, data: bytes) -> Any:  # noqa: ARG002 - grpclib's signature
        """Parse; details that cannot be read are none."""
        return decode_details(data)
