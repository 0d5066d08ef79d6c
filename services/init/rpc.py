"""talos.init.v1: the machine as a whole; talos.supervisor.v1: the services of init, init among them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from libtalos.bus.errors import FailedPreconditionError
from libtalos.gen.talos.init.v1 import (
    InitServiceBase,
    ResetRequest,
    ResetResponse,
    ShutdownRequest,
    ShutdownResponse,
)
from libtalos.gen.talos.supervisor import v1 as pb
from libtalos.supervise.errors import RefusedOperationError
from libtalos.supervise.logs import Logs
from libtalos.supervise.rpc import SupervisorRpc, encode
from libtalos.supervise.spec import Operation
from libtalos.supervise.status import ServiceId, ServiceStatus
from libtalos.supervise.supervisor import Supervisor
from services.init.own import OWN_ID, OwnService
from services.init.sequence import SequenceLockedError


class Power(Protocol):
    """What ends the node."""

    def shutdown(self, *, force: bool) -> str:
        """Begin to shut down; returns the actor id."""
        ...

    async def reset(self, labels: Sequence[str], *, graceful: bool) -> str:
        """Begin to wipe volumes and to end the node; returns the actor id."""
        ...


class InitRpc(InitServiceBase):
    """The gRPC side of the node's life."""

    def __init__(self, *, power: Power) -> None:
        self._power = power

    async def shutdown(self, message: ShutdownRequest) -> ShutdownResponse:
        """Start the shutdown sequence and return at once."""
        return ShutdownResponse(actor_id=self._power.shutdown(force=message.force))

    async def reset(self, message: ResetRequest) -> ResetResponse:
        """Start the reset sequence and return at once."""
        try:
            return ResetResponse(actor_id=await self._power.reset(message.labels, graceful=message.graceful))
        except SequenceLockedError as error:
            raise FailedPreconditionError(str(error)) from error


class InitSupervisorRpc(SupervisorRpc):
    """The supervisor's contract with init in it."""

    def __init__(self, supervisor: Supervisor, logs: Logs, *, component: str, own: OwnService) -> None:
        super().__init__(supervisor, logs, component=component)
        self._own = own

    async def list_services(self, message: pb.ListServicesRequest) -> pb.ListServicesResponse:
        """Every service, sorted by id."""
        others = (await super().list_services(message)).services
        own = encode(self._own.status(), self._component)
        return pb.ListServicesResponse(services=sorted([*others, own], key=lambda service: service.id))

    async def _operate(
        self, name: str, operation: Operation, run: Callable[[ServiceId], Awaitable[ServiceStatus]]
    ) -> pb.Service:
        if name == OWN_ID:
            raise FailedPreconditionError(str(RefusedOperationError(name, operation.value)))
        return await super()._operate(name, operation, run)
