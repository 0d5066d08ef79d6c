"""The contracts of this suite on the domain: talos.api.v1, and the federated resources and services."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import aclosing

from libtalos.bus.streams import as_generator
from libtalos.gen.talos.api import v1 as api_v1
from libtalos.gen.talos.resource import v1 as resource_v1
from libtalos.gen.talos.supervisor import v1 as supervisor_v1
from libtalos.resources import wire
from services.api.backends import Backends
from services.api.catalog import Catalog
from services.api.federation import Federation
from services.api.logs import Logs
from services.api.services import Services


class ApiRpc(api_v1.ApiServiceBase):
    """talos.api.v1."""

    def __init__(self, *, backends: Backends) -> None:
        self._backends = backends

    async def list_backends(self, message: api_v1.ListBackendsRequest) -> api_v1.ListBackendsResponse:  # noqa: ARG002 - no fields
        """Return every component and whether it answers."""
        return api_v1.ListBackendsResponse(
            backends=[
                api_v1.Backend(
                    component=status.component,
                    serving=status.serving,
                    version=status.version,
                    uptime=status.uptime,
                    error=status.error,
                )
                for status in await self._backends.statuses()
            ]
        )


class FederatedResourceRpc(resource_v1.ResourceServiceBase):
    """talos.resource.v1 for all components."""

    def __init__(self, *, federation: Federation, catalog: Catalog[resource_v1.Definition]) -> None:
        self._federation = federation
        self._catalog = catalog

    async def get(self, message: resource_v1.GetRequest) -> resource_v1.GetResponse:
        """Return one resource."""
        resource = await self._federation.get(message.namespace, message.type, message.id)
        return resource_v1.GetResponse(resource=wire.raw_to_message(resource))

    async def list(self, message: resource_v1.ListRequest) -> AsyncIterator[resource_v1.ListResponse]:
        """Stream the resources of a type, sorted by id."""
        for resource in await self._federation.list(message.namespace, message.type):
            yield resource_v1.ListResponse(resource=wire.raw_to_message(resource))

    async def watch(self, message: resource_v1.WatchRequest) -> AsyncIterator[resource_v1.WatchResponse]:
        """Stream changes; the restart of a component is a pause."""
        changes = self._federation.watch(message.namespace, message.type, message.id, message.bookmark)
        async with aclosing(as_generator(changes)) as told:
            async for change in told:
                yield resource_v1.WatchResponse(
                    event_type=wire.kind_to_message(change.kind),
                    resource=None if change.resource is None else wire.raw_to_message(change.resource),
                    bookmark=change.bookmark,
                )

    async def list_definitions(
        self,
        message: resource_v1.ListDefinitionsRequest,  # noqa: ARG002 - no fields
    ) -> resource_v1.ListDefinitionsResponse:
        """Return the types of all components."""
        return resource_v1.ListDefinitionsResponse(definitions=list(await self._catalog.definitions()))


class FederatedSupervisorRpc(supervisor_v1.SupervisorServiceBase):
    """talos.supervisor.v1 for all supervisors."""

    def __init__(self, *, services: Services[supervisor_v1.Service], logs: Logs) -> None:
        self._services = services
        self._logs = logs

    async def list_services(
        self,
        message: supervisor_v1.ListServicesRequest,  # noqa: ARG002 - no fields
    ) -> supervisor_v1.ListServicesResponse:
        """Return every service, sorted by id."""
        return supervisor_v1.ListServicesResponse(services=await self._services.list())

    async def start_service(self, message: supervisor_v1.StartServiceRequest) -> supervisor_v1.StartServiceResponse:
        """Start a service."""
        return supervisor_v1.StartServiceResponse(service=await self._services.start(message.id))

    async def stop_service(self, message: supervisor_v1.StopServiceRequest) -> supervisor_v1.StopServiceResponse:
        """Stop a service."""
        return supervisor_v1.StopServiceResponse(service=await self._services.stop(message.id))

    async def restart_service(
        self, message: supervisor_v1.RestartServiceRequest
    ) -> supervisor_v1.RestartServiceResponse:
        """Restart a service."""
        return supervisor_v1.RestartServiceResponse(service=await self._services.restart(message.id))

    async def list_logs(self, message: supervisor_v1.ListLogsRequest) -> supervisor_v1.ListLogsResponse:  # noqa: ARG002 - no fields
        """Return the names of all logs, sorted."""
        return supervisor_v1.ListLogsResponse(ids=await self._logs.list())

    async def stream_logs(
        self, message: supervisor_v1.StreamLogsRequest
    ) -> AsyncIterator[supervisor_v1.StreamLogsResponse]:
        """Stream a log in whole lines."""
        log = self._logs.stream(message.id, follow=message.follow, tail_lines=message.tail_lines)
        async with aclosing(as_generator(log)) as chunks:
            async for lines in chunks:
                yield supervisor_v1.StreamLogsResponse(lines=lines)
