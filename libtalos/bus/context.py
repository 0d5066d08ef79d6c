"""What a handler may know of the call it serves: who calls, until when, and the id that follows the call."""

from __future__ import annotations

import contextlib
import re
import secrets
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass

from libtalos.bus.identity import Peer

# the metadata key that carries the call id from component to component
CALL_ID_HEADER = "talos-call-id"
# grpc-timeout on its way from the wire to the dispatcher; metadata named grpc-* is not passed on by grpclib
TIMEOUT_HEADER = "talos-grpc-timeout"
_CALL_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


@dataclass(frozen=True)
class CallContext:
    """One call being served. deadline is on the event loop's clock, in seconds."""

    call_id: str
    method: str
    peer: Peer
    deadline: float


_current: ContextVar[CallContext | None] = ContextVar("libtalos_call", default=None)


def current_call() -> CallContext | None:
    """The call that the running task serves, or None outside of a handler."""
    return _current.get()


def new_call_id() -> str:
    """A fresh call id: 16 hexadecimal digits."""
    return secrets.token_hex(8)


def accept_call_id(offered: str | None) -> str:
    """The caller's id if it is a sane one, else a fresh one: ids go into logs and must not carry anything else."""
    return offered if offered is not None and _CALL_ID.fullmatch(offered) else new_call_id()


@contextlib.contextmanager
def serving(call: CallContext) -> Iterator[None]:
    """Make call the current one of this task."""
    token = _current.set(call)
    try:
        yield
    finally:
        _current.reset(token)
