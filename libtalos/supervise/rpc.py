"""The supervisor's contract (talos.supervisor.v1), served by each component that runs services."""

from collections.abc import AsyncIterator, Awaitable, Callable

from libtalos.bus.errors import BusError, FailedPreconditionError, NotFoundError
from libtalos.gen.talos.supervisor import v1 as pb
from libtalos.supervise.errors import RefusedOperationError, SuperviseError, UnknownLogError, UnknownServiceError
from libtalos.supervise.logs import Logs
from libtalos.supervise.spec import Operation
from libtalos.supervise.status import HealthStatus, ServiceEvent, ServiceId, ServiceState, ServiceStatus
from libtalos.supervise.supervisor import Supervisor

# its health (grpc.health.v1) is NOT_SERVING as long as the component has not decided yet which services it runs
SERVICE_NAME = "talos.supervisor.v1.SupervisorService"


class SupervisorRpc(pb.SupervisorServiceBase):
    """Decodes, asks the supervisor, encodes. `component` names the component in what is returned."""

    def __init__(self, supervisor: Supervisor, logs: Logs, *, component: str) -> None:
        self._supervisor = supervisor
        self._logs = logs
        self._component = component

    async def list_services(self, message: pb.ListServicesRequest) -> pb.ListServicesResponse:  # noqa: ARG002 empty
        """Every service, sorted by id."""
        return pb.ListServicesResponse(services=[encode(s, self._component) for s in self._supervisor.services()])

    async def start_service(self, message: pb.StartServiceRequest) -> pb.StartServiceResponse:
        """Start one."""
        return pb.StartServiceResponse(service=await self._operate(message.id, Operation.START, self._supervisor.start))

    async def stop_service(self, message: pb.StopServiceRequest) -> pb.StopServiceResponse:
        """Stop one and wait for its end."""
        return pb.StopServiceResponse(service=await self._operate(message.id, Operation.STOP, self._supervisor.stop))

    async def restart_service(self, message: pb.RestartServiceRequest) -> pb.RestartServiceResponse:
        """Stop one, wait for its end, start it."""
        return pb.RestartServiceResponse(
            service=await self._operate(message.id, Operation.RESTART, self._supervisor.restart)
        )

    async def list_logs(self, message: pb.ListLogsRequest) -> pb.ListLogsResponse:  # noqa: ARG002 empty
        """The names of the logs, sorted."""
        return pb.ListLogsResponse(ids=self._logs.names())

    async def stream_logs(self, message: pb.StreamLogsRequest) -> AsyncIterator[pb.StreamLogsResponse]:
        """Whole lines of a log."""
        try:
            async for lines in self._logs.read(message.id, follow=message.follow, tail_lines=message.tail_lines):
                yield pb.StreamLogsResponse(lines=lines)
        except UnknownLogError as error:
            raise NotFoundError(str(error)) from error

    async def _operate(
        self, name: str, operation: Operation, run: Callable[[ServiceId], Awaitable[ServiceStatus]]
    ) -> pb.Service:
        service_id = ServiceId(name)
        try:
            if operation not in self._supervisor.spec(service_id).operations:
                raise RefusedOperationError(name, operation.value)
            return encode(await run(service_id), self._component)
        except SuperviseError as error:
            raise as_bus_error(error) from error


def as_bus_error(error: SuperviseError) -> BusError:
    """The bus's word for an error of this package."""
    if isinstance(error, UnknownServiceError | UnknownLogError):
        return NotFoundError(str(error))
    return FailedPreconditionError(str(error))


def encode(status: ServiceStatus, component: str) -> pb.Service:
    """A snapshot as a message."""
    return pb.Service(
        id=status.id,
        component=component,
        state=_state(status.state),
        health=_health(status.health),
        events=[_event(event) for event in status.events],
        pid=status.pid or 0,
        restarts=status.restarts,
        depends_on=list(status.depends_on),
    )


def _state(state: ServiceState) -> pb.ServiceState:
    return pb.ServiceState[state.name]


def _health(health: HealthStatus) -> pb.ServiceHealth:
    return pb.ServiceHealth(
        unknown=health.healthy is None,
        healthy=health.healthy is True,
        last_message=health.message,
        last_change=health.changed,
    )


def _event(event: ServiceEvent) -> pb.ServiceEvent:
    return pb.ServiceEvent(message=event.message, state=_state(event.state), time=event.time)
