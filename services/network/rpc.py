"""talos.network.v1 on the wire."""

from __future__ import annotations

import asyncio
import datetime as dt
import errno
from contextlib import aclosing
from typing import TYPE_CHECKING, Protocol

from libtalos.bus.errors import (
    BusError,
    FailedPreconditionError,
    InternalError,
    InvalidArgumentError,
    NotFoundError,
    ResourceExhaustedError,
    UnavailableError,
)
from libtalos.gen.talos.network.v1 import (
    ApplyRequest,
    ApplyResponse,
    CapturePacketsRequest,
    CapturePacketsResponse,
    ConfirmRequest,
    ConfirmResponse,
    ListDeviceCountersRequest,
    ListDeviceCountersResponse,
    ListSocketsRequest,
    ListSocketsResponse,
    MeasureTimeRequest,
    MeasureTimeResponse,
    NetworkServiceBase,
    PlanRequest,
    PlanResponse,
    RevertRequest,
    RevertResponse,
)
from services.network.capture.captures import TooManyError
from services.network.capture.messages import piece_message, read_wish
from services.network.sockets.listing import UnknownError
from services.network.sockets.messages import counters_message, read_query, socket_message
from services.network.timesync.packet import RefusalError
from services.network.trial.messages import apply_response, on_the_bus, plan_response, read_timeout, revert_response

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Sequence

    from services.network.capture.captures import Piece, Wish
    from services.network.sockets.devices import Counters
    from services.network.sockets.listing import Found, Query
    from services.network.timesync.sample import Sample
    from services.network.trial.trials import Draft, Result, State


class Trials(Protocol):
    """What is wanted. Its methods raise ConfigError, TrialError, KeepError, and OSError if they cannot read."""

    @property
    def state(self) -> State | None:
        """What was applied beside the machine config, if anything."""

    async def plan(self, text: str) -> Draft:
        """Return what apply would do."""

    async def apply(self, text: str, plan: str, confirm_in: float | None) -> Result:
        """Bring about a config, or what is wanted; with a time in seconds, on trial."""

    async def confirm(self, plan: str) -> str:
        """Keep what is on trial."""

    async def revert(self, plan: str) -> Result:
        """Take it back."""


class Time(Protocol):
    """The time servers."""

    async def measure(self, server: str) -> Sample:
        """Ask one, empty is the node's first; raises OSError, RefusalError, LookupError, ValueError for no name."""


class Sockets(Protocol):
    """The sockets and devices of the node. Both block, and raise OSError, or ValueError for what cannot be read."""

    def find(self, query: Query, /) -> Sequence[Found]:
        """Return sockets; raises UnknownError for a protocol or a namespace that is not there."""

    def devices(self) -> Sequence[Counters]:
        """Return the counters of every device."""


class Captures(Protocol):
    """The captures of packets."""

    def run(self, wish: Wish) -> AsyncGenerator[Piece, None]:
        """Yield a pcap file; raises TooManyError, ValueError, OSError as it goes."""


class NetworkRpc(NetworkServiceBase):
    """What is waited for and what is wrong with the config stand among the operations, with errors."""

    def __init__(self, *, trials: Trials, sockets: Sockets, time: Time, captures: Captures) -> None:
        """Serve a domain."""
        self._trials = trials
        self._sockets = sockets
        self._time = time
        self._captures = captures

    async def plan(self, message: PlanRequest) -> PlanResponse:
        """Return the operations between the wanted state and the kernel's, without doing them."""
        with on_the_bus():
            return plan_response(await self._trials.plan(message.config), self._trials.state)

    async def apply(self, message: ApplyRequest) -> ApplyResponse:
        """Bring the kernel to the wanted state and return what was done."""
        timeout = read_timeout(message)
        with on_the_bus():
            return apply_response(await self._trials.apply(message.config, message.id, timeout), self._trials.state)

    async def confirm(self, message: ConfirmRequest) -> ConfirmResponse:
        """Keep what is on trial."""
        with on_the_bus():
            return ConfirmResponse(id=await self._trials.confirm(message.id))

    async def revert(self, message: RevertRequest) -> RevertResponse:
        """Take it back."""
        with on_the_bus():
            return revert_response(await self._trials.revert(message.id))

    async def list_sockets(self, message: ListSocketsRequest) -> ListSocketsResponse:
        """Return the node's sockets."""
        try:
            found = await asyncio.to_thread(self._sockets.find, read_query(message))
        except UnknownError as error:
            raise InvalidArgumentError(str(error)) from error
        except (OSError, ValueError) as error:
            raise InternalError(f"cannot read the kernel's sockets: {error}") from error
        return ListSocketsResponse(sockets=[socket_message(each) for each in found])

    async def list_device_counters(
        self,
        message: ListDeviceCountersRequest,  # noqa: ARG002 - the contract's signature
    ) -> ListDeviceCountersResponse:
        """Return the counters of the node's devices."""
        try:
            devices = await asyncio.to_thread(self._sockets.devices)
        except (OSError, ValueError) as error:
            raise InternalError(f"cannot read the kernel's counters: {error}") from error
        return ListDeviceCountersResponse(devices=[counters_message(each) for each in devices])

    async def measure_time(self, message: MeasureTimeRequest) -> MeasureTimeResponse:
        """Ask a time server."""
        try:
            sample = await self._time.measure(message.server)
        except LookupError as error:
            raise FailedPreconditionError(str(error)) from error
        except ValueError as error:
            raise InvalidArgumentError(f"time server {message.server!r} is no name: {error}") from error
        except (OSError, RefusalError) as error:
            reason = str(error) or "no answer in time"
            raise UnavailableError(f"time server {message.server or 'of the node'}: {reason}") from error
        return MeasureTimeResponse(
            server=sample.server, local_time=_moment(sample.local), remote_time=_moment(sample.remote)
        )

    async def capture_packets(self, message: CapturePacketsRequest) -> AsyncIterator[CapturePacketsResponse]:
        """Stream what passes on a link."""
        try:
            async with aclosing(self._captures.run(read_wish(message))) as pieces:
                async for piece in pieces:
                    yield piece_message(piece)
        except TooManyError as error:
            raise ResourceExhaustedError(str(error)) from error
        except ValueError as error:
            raise InvalidArgumentError(str(error)) from error
        except OSError as error:
            raise _capture_error(message.interface, error) from error


def _capture_error(link: str, error: OSError) -> BusError:
    if error.errno == errno.ENODEV:
        return NotFoundError(f'there is no link "{link}": `talos get links` has their names')
    if error.errno == errno.ENETDOWN:
        return FailedPreconditionError(f'link "{link}" is down or gone, which ends its captures')
    return InternalError(f'cannot capture on link "{link}": {error}')


def _moment(nanoseconds: int) -> dt.datetime:
    # exact: a float of seconds since 1970 has half a microsecond
    return dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(microseconds=nanoseconds // 1000)
