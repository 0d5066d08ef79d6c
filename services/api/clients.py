"""The components as the domain wants them: its Protocols on the contracts of the bus.

Streams that may last get a connection of their own: one connection carries at most 100 streams, and the next call on it
would wait without a word.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import aclosing, closing
from typing import TypeVar

import msgspec

from libtalos.bus.channel import Channel
from libtalos.bus.streams import as_generator
from libtalos.gen.grpc.health.v1 import HealthCheckRequest, HealthCheckResponseServingStatus, HealthStub
from libtalos.gen.talos.component import v1 as component_v1
from libtalos.gen.talos.filesystem import v1 as filesystem_v1
from libtalos.gen.talos.init import v1 as init_v1
from libtalos.gen.talos.network import v1 as network_v1
from libtalos.gen.talos.resource import v1 as resource_v1
from libtalos.gen.talos.supervisor import v1 as supervisor_v1
from libtalos.resources.backoff import BackoffPolicy
from libtalos.resources.raw import RawResourceClient
from libtalos.resources.spec import Resource
from libtalos.resources.view import Change
from services.api.backends import Description
from services.api.events import Tail
from services.api.federation import Place

T = TypeVar("T")
SERVING = HealthCheckResponseServingStatus.SERVING


class Link(msgspec.Struct, frozen=True):
    """The way to one component: a shared channel for short calls, connect for a channel of one's own."""

    channel: Channel
    connect: Callable[[], Channel]
    policy: BackoffPolicy

    async def stream(self, call: Callable[[Channel], AsyncIterator[T]]) -> AsyncIterator[T]:
        """Yield the messages of a stream on a connection of its own."""
        with closing(self.connect()) as channel:
            async with aclosing(as_generator(call(channel))) as messages:
                async for message in messages:
                    yield message


class ComponentClient:
    """talos.component.v1 and grpc.health.v1 of one component."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._stub = link.channel.stub(component_v1.ComponentServiceStub)
        self._health = link.channel.stub(HealthStub)

    async def describe(self) -> Description:
        """Return what the component says of itself."""
        response = await self._stub.describe()
        health = await self._health.check(HealthCheckRequest())
        return Description(
            serving=health.status == SERVING, version=response.version, uptime=response.uptime or dt.timedelta(0)
        )

    async def serving(self) -> AsyncIterator[bool]:
        """Yield whether the component serves, now and at every change."""
        with closing(self._link.connect()) as channel:
            stub = channel.stub(HealthStub)
            async with aclosing(as_generator(stub.watch(HealthCheckRequest()))) as responses:
                async for response in responses:
                    yield response.status == SERVING

    async def events(self, tail: Tail, *, actor_id: str, follow: bool) -> AsyncIterator[component_v1.Event]:
        """Yield the tail of the component's events and, with follow, what happens."""
        request = component_v1.WatchEventsRequest(
            tail_events=tail.count,
            tail_id=tail.after_id,
            tail_since=tail.since,
            with_actor_id=actor_id,
            follow=follow,
        )

        def call(channel: Channel) -> AsyncIterator[component_v1.WatchEventsResponse]:
            stub = channel.stub(component_v1.ComponentServiceStub)
            return stub.watch_events(request)

        async with aclosing(as_generator(self._link.stream(call))) as responses:
            async for response in responses:
                if response.event is not None:
                    yield response.event


class ResourcesClient:
    """talos.resource.v1 of one component."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._shared = RawResourceClient(link.channel, backoff=link.policy)

    async def definitions(self) -> Sequence[resource_v1.Definition]:
        """Return the types that the component publishes."""
        return await self._shared.definitions()

    async def get(self, place: Place, resource_id: str) -> Resource[bytes]:
        """Return one resource."""
        return await self._shared.get(place.type, resource_id, namespace=place.namespace)

    async def list(self, place: Place) -> Sequence[Resource[bytes]]:
        """Return all resources of a type."""
        return await self._shared.list(place.type, namespace=place.namespace)

    async def watch(self, place: Place, resource_id: str, bookmark: str) -> AsyncIterator[Change[bytes]]:
        """Follow a type or a resource."""
        with closing(self._link.connect()) as channel:
            client = RawResourceClient(channel, backoff=self._link.policy)
            found = client.watch(place.type, resource_id, bookmark, namespace=place.namespace)
            async with aclosing(as_generator(found)) as changes:
                async for change in changes:
                    yield change


class PublisherClient:
    """What the catalog needs of one component."""

    def __init__(self, *, component: ComponentClient, resources: ResourcesClient) -> None:
        self.serving = component.serving
        self.definitions = resources.definitions


class SupervisorClient:
    """talos.supervisor.v1 of one component."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._stub = link.channel.stub(supervisor_v1.SupervisorServiceStub)

    async def services(self) -> Sequence[supervisor_v1.Service]:
        """Return the component's services."""
        return (await self._stub.list_services()).services

    async def start(self, service_id: str) -> supervisor_v1.Service:
        """Start a service."""
        response = await self._stub.start_service(supervisor_v1.StartServiceRequest(id=service_id))
        return _present(response.service, service_id)

    async def stop(self, service_id: str) -> supervisor_v1.Service:
        """Stop a service."""
        response = await self._stub.stop_service(supervisor_v1.StopServiceRequest(id=service_id))
        return _present(response.service, service_id)

    async def restart(self, service_id: str) -> supervisor_v1.Service:
        """Restart a service."""
        response = await self._stub.restart_service(supervisor_v1.RestartServiceRequest(id=service_id))
        return _present(response.service, service_id)

    async def logs(self) -> Sequence[str]:
        """Return the names of the component's logs."""
        return (await self._stub.list_logs()).ids

    async def stream_log(self, log_id: str, *, follow: bool, tail_lines: int) -> AsyncIterator[bytes]:
        """Yield a log in whole lines."""
        request = supervisor_v1.StreamLogsRequest(id=log_id, follow=follow, tail_lines=tail_lines)

        def call(channel: Channel) -> AsyncIterator[supervisor_v1.StreamLogsResponse]:
            stub = channel.stub(supervisor_v1.SupervisorServiceStub)
            return stub.stream_logs(request)

        async with aclosing(as_generator(self._link.stream(call))) as responses:
            async for response in responses:
                yield response.lines


class InitClient:
    """talos.init.v1."""

    def __init__(self, link: Link) -> None:
        self._stub = link.channel.stub(init_v1.InitServiceStub)

    async def reset(self, request: init_v1.ResetRequest) -> str:
        """Begin to reset the node; return the actor id of the run."""
        return (await self._stub.reset(request)).actor_id


class NetworkClient:
    """talos.network.v1."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._stub = link.channel.stub(network_v1.NetworkServiceStub)

    async def sockets(self, request: network_v1.ListSocketsRequest) -> Sequence[network_v1.Socket]:
        """Return sockets of the node."""
        return (await self._stub.list_sockets(request)).sockets

    async def devices(self) -> Sequence[network_v1.DeviceCounters]:
        """Return the counters of every network device."""
        return (await self._stub.list_device_counters()).devices

    async def measure_time(self, server: str) -> network_v1.MeasureTimeResponse:
        """Ask a time server; empty is the node's own."""
        return await self._stub.measure_time(network_v1.MeasureTimeRequest(server=server))

    async def capture(self, request: network_v1.CapturePacketsRequest) -> AsyncIterator[bytes]:
        """Yield a pcap file of what passes on a link."""

        def call(channel: Channel) -> AsyncIterator[network_v1.CapturePacketsResponse]:
            return channel.stub(network_v1.NetworkServiceStub).capture_packets(request)

        async with aclosing(as_generator(self._link.stream(call))) as responses:
            async for response in responses:
                yield response.data


class FilesystemClient:
    """talos.filesystem.v1."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._stub = link.channel.stub(filesystem_v1.FilesystemServiceStub)

    async def mounts(self) -> Sequence[filesystem_v1.MountStat]:
        """Return the mounts of the node."""
        return (await self._stub.stat_mounts()).mounts

    async def write_meta(self, key: int, value: bytes) -> None:
        """Set a value of META."""
        await self._stub.write_meta(filesystem_v1.WriteMetaRequest(key=key, value=value))

    async def delete_meta(self, key: int) -> None:
        """Remove a value of META."""
        await self._stub.delete_meta(filesystem_v1.DeleteMetaRequest(key=key))

    async def wipe(self, request: filesystem_v1.WipeDevicesRequest) -> None:
        """Wipe devices; return when it is done."""

        def call(channel: Channel) -> AsyncIterator[filesystem_v1.WipeDevicesResponse]:
            return channel.stub(filesystem_v1.FilesystemServiceStub).wipe_devices(request)

        async with aclosing(as_generator(self._link.stream(call))) as responses:
            async for _ in responses:
                pass  # upstream's answer has no place for how far it is

    async def list(self, request: filesystem_v1.ListFilesRequest) -> AsyncIterator[filesystem_v1.FileEntry]:
        """Yield what is in a directory."""

        def call(channel: Channel) -> AsyncIterator[filesystem_v1.ListFilesResponse]:
            stub = channel.stub(filesystem_v1.FilesystemServiceStub)
            return stub.list_files(request)

        async with aclosing(as_generator(self._link.stream(call))) as responses:
            async for response in responses:
                # who does not know that a request can be batched answers with one entry at a time
                for entry in response.entries if response.entry is None else (response.entry,):
                    yield entry

    async def read(self, path: str) -> AsyncIterator[bytes]:
        """Yield the contents of a file."""

        def call(channel: Channel) -> AsyncIterator[filesystem_v1.ReadFileResponse]:
            stub = channel.stub(filesystem_v1.FilesystemServiceStub)
            return stub.read_file(filesystem_v1.ReadFileRequest(path=path))

        async with aclosing(as_generator(self._link.stream(call))) as responses:
            async for response in responses:
                yield response.data

    async def copy(self, path: str) -> AsyncIterator[filesystem_v1.CopyFilesResponse]:
        """Yield an archive, and what is not in it as it was."""

        def call(channel: Channel) -> AsyncIterator[filesystem_v1.CopyFilesResponse]:
            stub = channel.stub(filesystem_v1.FilesystemServiceStub)
            return stub.copy_files(filesystem_v1.CopyFilesRequest(path=path))

        async with aclosing(as_generator(self._link.stream(call))) as responses:
            async for response in responses:
                yield response

    async def usage(self, request: filesystem_v1.DiskUsageRequest) -> AsyncIterator[filesystem_v1.DiskUsageEntry]:
        """Yield what files take."""

        def call(channel: Channel) -> AsyncIterator[filesystem_v1.DiskUsageResponse]:
            stub = channel.stub(filesystem_v1.FilesystemServiceStub)
            return stub.disk_usage(request)

        async with aclosing(as_generator(self._link.stream(call))) as responses:
            async for response in responses:
                for entry in response.entries:
                    yield entry


def _present(service: supervisor_v1.Service | None, service_id: str) -> supervisor_v1.Service:
    return service if service is not None else supervisor_v1.Service(id=service_id)
