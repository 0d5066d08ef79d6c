"""The one error vocabulary of the bus, and its mapping to gRPC status.

A handler raises one of these; the caller catches the same class. The message says what is wrong and what to do next.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from libtalos.gen.google.protobuf import Any


class Code(enum.IntEnum):
    """gRPC status codes (grpc/doc/statuscodes.md)."""

    OK = 0
    CANCELLED = 1
    UNKNOWN = 2
    INVALID_ARGUMENT = 3
    DEADLINE_EXCEEDED = 4
    NOT_FOUND = 5
    ALREADY_EXISTS = 6
    PERMISSION_DENIED = 7
    RESOURCE_EXHAUSTED = 8
    FAILED_PRECONDITION = 9
    ABORTED = 10
    OUT_OF_RANGE = 11
    UNIMPLEMENTED = 12
    INTERNAL = 13
    UNAVAILABLE = 14
    DATA_LOSS = 15
    UNAUTHENTICATED = 16


class BusError(Exception):
    """A call that ended with a status other than OK.

    details travel beside code and message (google.rpc.Status); trailing is the metadata that came with the status.
    """

    code = Code.UNKNOWN

    def __init__(
        self,
        message: str,
        *,
        code: Code | None = None,
        details: Sequence[Any] = (),
        trailing: Mapping[str, str | bytes] | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.code = type(self).code if code is None else code
        self.details = tuple(details)
        self.trailing = trailing or {}


class CallCancelledError(BusError):
    """The caller gave the call up."""

    code = Code.CANCELLED


class InvalidArgumentError(BusError):
    """The request is wrong whatever the state of the node."""

    code = Code.INVALID_ARGUMENT


class DeadlineExceededError(BusError):
    """The deadline passed before the answer was there."""

    code = Code.DEADLINE_EXCEEDED


class NotFoundError(BusError):
    """There is nothing of that name."""

    code = Code.NOT_FOUND


class AlreadyExistsError(BusError):
    """What should be made is there already."""

    code = Code.ALREADY_EXISTS


class PermissionDeniedError(BusError):
    """The caller is known and may not do this."""

    code = Code.PERMISSION_DENIED


class ResourceExhaustedError(BusError):
    """A limit is reached: a size, a quota, a full disk."""

    code = Code.RESOURCE_EXHAUSTED


class FailedPreconditionError(BusError):
    """The node is not in a state in which this can be done."""

    code = Code.FAILED_PRECONDITION


class AbortedError(BusError):
    """Something else came in between; the caller may try again from the start."""

    code = Code.ABORTED


class OutOfRangeError(BusError):
    """Beyond the end of what is there."""

    code = Code.OUT_OF_RANGE


class UnimplementedError(BusError):
    """The method is not served here."""

    code = Code.UNIMPLEMENTED


class InternalError(BusError):
    """A fault of the component itself; its log has the details."""

    code = Code.INTERNAL


class UnavailableError(BusError):
    """The component cannot be reached or is stopping; trying again later may work."""

    code = Code.UNAVAILABLE


class DataLossError(BusError):
    """What was stored is damaged."""

    code = Code.DATA_LOSS


class UnauthenticatedError(BusError):
    """The caller is not known."""

    code = Code.UNAUTHENTICATED


BY_CODE: dict[Code, type[BusError]] = {error.code: error for error in BusError.__subclasses__()}


class NotBegunError(UnavailableError):
    """The server did not begin the call: whatever it is, it may be tried again."""


class ConnectionLostError(UnavailableError):
    """The server, or the connection to it, went away under the call: it may have been done, or not."""


# what a stopping server answers to a call that it did not begin; such a call may always be tried again
REFUSED = "the component is stopping and did not begin this call"
# what it answers to a call that it began and had to end
STOPPING = "the component is stopping"
_BY_TEXT: dict[str, type[BusError]] = {REFUSED: NotBegunError, STOPPING: ConnectionLostError}


def error_from_status(
    code: int, message: str, *, details: Sequence[Any] = (), trailing: Mapping[str, str | bytes] | None = None
) -> BusError:
    """The exception of a received status; a code outside the vocabulary stays a plain BusError (UNKNOWN)."""
    try:
        kind = BY_CODE.get(Code(code), BusError)
    except ValueError:
        kind = BusError
    if kind is UnavailableError:
        kind = _BY_TEXT.get(message, kind)
    return kind(message, details=details, trailing=trailing)


def too_large(size: int, maximum: int) -> ResourceExhaustedError:
    """The refusal of a message by its size."""
    return ResourceExhaustedError(f"message of {size} bytes is over the limit of {maximum} bytes")


def headers_too_large(size: int, maximum: int, whose: str) -> ResourceExhaustedError:
    """The refusal of headers by their size, which is in their metadata; whose limit it is: "server" or "caller"."""
    return ResourceExhaustedError(
        f"headers of {size} bytes are over the limit of {maximum} bytes of the {whose}: send less metadata"
    )
