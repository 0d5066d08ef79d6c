"""The supervisors of other components as their contracts show them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing

from libtalos.bus.channel import Channel
from libtalos.bus.errors import UnavailableError
from libtalos.bus.streams import as_generator
from libtalos.gen.grpc.health.v1 import HealthCheckRequest, HealthCheckResponseServingStatus, HealthStub
from libtalos.gen.machine import ServiceStateEvent
from libtalos.gen.talos.component.v1 import ComponentServiceStub, WatchEventsRequest
from libtalos.gen.talos.supervisor.v1 import Service, ServiceState, SupervisorServiceStub
from libtalos.supervise.rpc import SERVICE_NAME
from services.init.status import ServiceSummary


class RemoteSupervisor:
    """One component's supervisor over the bus."""

    def __init__(self, *, channel: Channel) -> None:
        self._supervisor = channel.stub(SupervisorServiceStub)
        self._component = channel.stub(ComponentServiceStub)
        self._health = channel.stub(HealthStub)

    async def services(self) -> Mapping[str, ServiceSummary]:
        """The component's services now. Raises BusError."""
        reply = await self._supervisor.list_services()
        return {service.id: summary(service) for service in reply.services}

    async def changes(self) -> AsyncIterator[None]:
        """One item once the component has decided which services it runs, and one for every state event after that.

        Raises BusError.
        """
        await self._decided()
        yield None
        events = self._component.watch_events(WatchEventsRequest(follow=True, tail_events=1))
        async with aclosing(as_generator(events)) as replies:
            async for reply in replies:
                if reply.event is not None and is_state_event(reply.event.data):
                    yield None

    async def _decided(self) -> None:
        """Return once the list of services is whole: none may be right, as for etcd on a worker."""
        answers = self._health.watch(HealthCheckRequest(service=SERVICE_NAME))
        async with aclosing(as_generator(answers)) as replies:
            async for reply in replies:
                # one that knows nothing of the health of single services has decided, too
                if reply.status is not HealthCheckResponseServingStatus.NOT_SERVING:
                    return
        raise UnavailableError("the component does not tell its health any more")


def is_state_event(data: object) -> bool:
    """Whether an event's data is a machine.ServiceStateEvent."""
    return str(getattr(data, "type_url", "")).endswith(f"machine.{ServiceStateEvent.__name__}")


def summary(service: Service) -> ServiceSummary:
    """What readiness needs to know of a service."""
    unchecked = service.health is None or service.health.unknown
    return ServiceSummary(
        id=service.id,
        running=service.state is ServiceState.RUNNING,
        healthy=service.health is not None and service.health.healthy and not unchecked,
        skipped=service.state is ServiceState.SKIPPED,
    )
