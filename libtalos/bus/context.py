"""What a handler may know of the call it serves: who calls, until when, with what, and the id that follows the call."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping, Sequence
from contextvars import ContextVar

from libtalos.bus.identity import Peer
from libtalos.bus.metadata import Field, Value, decode_metadata, encode_metadata
from libtalos.stubs import MetadataLike

# the metadata key that carries the call id from component to component
CALL_ID_HEADER = "talos-call-id"
_CALL_ID_FIELD = CALL_ID_HEADER.encode()
_CALL_ID = re.compile(rb"[A-Za-z0-9._-]{1,64}")


class CallContext:
    """One call being served. deadline is on the event loop's clock, in seconds; fields are the request's headers."""

    __slots__ = ("_call_id", "_fields", "_metadata", "deadline", "initial", "method", "peer", "trailing")

    def __init__(self, method: str, peer: Peer, deadline: float, fields: Sequence[Field]) -> None:
        self.method = method
        self.peer = peer
        self.deadline = deadline
        self._fields = fields
        self._call_id: str | None = None
        self._metadata: Mapping[str, Value] | None = None
        # what the handler wants to send, encoded
        self.initial: list[Field] = []
        self.trailing: list[Field] = []

    @property
    def fields(self) -> Sequence[Field]:
        """The headers of the request as they came: names that are repeated as well."""
        return self._fields

    @property
    def call_id(self) -> str:
        """The caller's id if it sent a sane one, else a fresh one: ids go into logs and must carry nothing else."""
        if self._call_id is None:
            offered = next((value for name, value in self._fields if name == _CALL_ID_FIELD), b"")
            self._call_id = offered.decode() if _CALL_ID.fullmatch(offered) else new_call_id()
        return self._call_id

    @property
    def metadata(self) -> Mapping[str, Value]:
        """The metadata of the request; values below names that end in "-bin" are bytes."""
        if self._metadata is None:
            self._metadata = decode_metadata(self._fields)
        return self._metadata

    def send_initial_metadata(self, metadata: MetadataLike) -> None:
        """Send this before the first reply. Has no effect after it. Raises ValueError for what cannot travel."""
        self.initial += encode_metadata(metadata)

    def set_trailing_metadata(self, metadata: MetadataLike) -> None:
        """Send this with the status at the end. Raises ValueError for what cannot travel."""
        self.trailing += encode_metadata(metadata)


# the call that the running task serves
CURRENT: ContextVar[CallContext | None] = ContextVar("libtalos_call", default=None)


def current_call() -> CallContext | None:
    """The call that the running task serves, or None outside of a handler."""
    return CURRENT.get()


def new_call_id() -> str:
    """A fresh call id: 16 hexadecimal digits."""
    return secrets.token_hex(8)
