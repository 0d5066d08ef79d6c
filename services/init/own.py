"""init among the services: listed as any other, and not to be stopped as one (upstream's machined)."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable

from libtalos.bus.errors import FailedPreconditionError
from libtalos.gen.talos.supervisor import v1 as pb
from libtalos.supervise.errors import RefusedOperationError
from libtalos.supervise.journal import Journal, Listener, utc_now
from libtalos.supervise.rpc import SupervisorRpc, encode
from libtalos.supervise.spec import Operation, ServiceSpec
from libtalos.supervise.status import ServiceId, ServiceStatus

OWN_ID = ServiceId("init")


class OwnService:
    """The service that this process is; the listener hears of its events."""

    def __init__(self, listener: Listener) -> None:
        spec = ServiceSpec(id=OWN_ID, command=("/sbin/init",), notify=True, operations=frozenset())
        self._journal = Journal(spec, now=utc_now, listener=listener)

    def started(self) -> None:
        """Say that init runs, and is well."""
        pid = os.getpid()
        self._journal.running(pid, f"Service started as process {pid}", restarts=0)
        self._journal.judge("")

    def status(self) -> ServiceStatus:
        """A snapshot."""
        return self._journal.status()


class InitSupervisorRpc(SupervisorRpc):
    """The supervisor's contract with init in it."""

    def with_own(self, own: OwnService) -> InitSupervisorRpc:
        """Set what init tells of itself."""
        self._own = own
        return self

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
