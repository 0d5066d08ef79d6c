"""The one error vocabulary of the bus, and its mapping to gRPC status.

A handler raises one of these; the caller catches the same class. The message says what is wrong and what to do next.
"""

from __future__ import annotations

import enum


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
    """A call that ended with a status other than OK."""

    code = Code.UNKNOWN

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


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


def error_from_status(code: int, message: str) -> BusError:
    """The exception of a received status; a code outside the vocabulary stays a plain BusError (UNKNOWN)."""
    try:
        return BY_CODE.get(Code(code), BusError)(message)
    except ValueError:
        return BusError(message)
