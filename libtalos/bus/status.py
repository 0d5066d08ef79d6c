"""From what the transport raises to the errors of the bus."""

from __future__ import annotations

from grpclib.exceptions import GRPCError, ProtocolError, StreamTerminatedError

from libtalos.bus.address import Address
from libtalos.bus.errors import BusError, DeadlineExceededError, UnavailableError, error_from_status

# what a stopping server answers to a call that it did not begin; such a call may always be tried again
REFUSED = "the component is stopping and did not begin this call"

# what it answers to a call that it began and had to end
STOPPING = "the component is stopping"

TRANSPORT_ERRORS = (GRPCError, StreamTerminatedError, ProtocolError, ConnectionError, TimeoutError)


def was_refused(error: Exception) -> bool:
    """Whether the server said that it did not begin the call."""
    return isinstance(error, GRPCError) and error.message == REFUSED


def connection_lost(error: Exception) -> bool:
    """Whether the server, or the connection to it, went away under the call: it may have been done, or not."""
    ended = isinstance(error, GRPCError) and error.message == STOPPING
    return ended or isinstance(error, StreamTerminatedError | ConnectionError)


def translate(error: Exception, *, method: str, address: Address) -> BusError:
    """The bus error of a transport error."""
    if isinstance(error, BusError):
        return error
    if isinstance(error, GRPCError):
        return error_from_status(error.status.value, error.message or error.status.name)
    if isinstance(error, TimeoutError):
        return DeadlineExceededError(f"{method} of {address} did not answer before its deadline")
    return UnavailableError(f"connection to {address} was lost during {method}: {error}")
