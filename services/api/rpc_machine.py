"""Upstream's machine.MachineService on the domain: every unary answer is a list of one message, this node's."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import TypeVar

from libtalos.bus.streams import as_generator
from libtalos.gen import common
from libtalos.gen import machine as m
from libtalos.gen.google.protobuf import Empty
from libtalos.gen.talos.component.v1 import Event
from libtalos.gen.talos.supervisor.v1 import Service
from services.api import machine, network, wiping
from services.api.clients import FilesystemClient, InitClient, NetworkClient
from services.api.events import EventStream
from services.api.logs import Logs, check_namespace
from services.api.node import Node
from services.api.services import Services, check_permission

T = TypeVar("T")


class MachineRpc(m.MachineServiceBase):
    """The part of upstream's machine API that this node serves."""

    def __init__(
        self,
        *,
        node: Node,
        services: Services[Service],
        logs: Logs,
        events: EventStream[Event],
        filesystem: FilesystemClient,
        init: InitClient,
        network: NetworkClient,
    ) -> None:
        self._node = node
        self._services = services
        self._logs = logs
        self._events = events
        self._filesystem = filesystem
        self._init = init
        self._network = network

    async def version(self, message: Empty) -> m.VersionResponse:  # noqa: ARG002 - no fields
        """Return the version of the node."""
        return m.VersionResponse(messages=[machine.version(self._node.version)])

    async def hostname(self, message: Empty) -> m.HostnameResponse:  # noqa: ARG002 - no fields
        """Return the host name."""
        return m.HostnameResponse(messages=[m.Hostname(hostname=self._node.hostname())])

    async def memory(self, message: Empty) -> m.MemoryResponse:  # noqa: ARG002 - no fields
        """Return /proc/meminfo, in kB."""
        return m.MemoryResponse(messages=[m.Memory(meminfo=machine.memory_info(self._node.memory()))])

    async def service_list(self, message: Empty) -> m.ServiceListResponse:  # noqa: ARG002 - no fields
        """Return all services, sorted by id."""
        services = [machine.service_info(service) for service in await self._services.list()]
        return m.ServiceListResponse(messages=[m.ServiceList(services=services)])

    async def service_start(self, message: m.ServiceStartRequest) -> m.ServiceStartResponse:
        """Start a service, if upstream allows that one."""
        await self._permitted(message.id, "start")
        await self._services.start(message.id)
        return m.ServiceStartResponse(messages=[m.ServiceStart(resp=f'Service "{message.id}" started')])

    async def service_stop(self, message: m.ServiceStopRequest) -> m.ServiceStopResponse:
        """Stop a service, if upstream allows that one."""
        await self._permitted(message.id, "stop")
        await self._services.stop(message.id)
        return m.ServiceStopResponse(messages=[m.ServiceStop(resp=f'Service "{message.id}" stopped')])

    async def service_restart(self, message: m.ServiceRestartRequest) -> m.ServiceRestartResponse:
        """Restart a service, if upstream allows that one."""
        await self._permitted(message.id, "restart")
        await self._services.restart(message.id)
        return m.ServiceRestartResponse(messages=[m.ServiceRestart(resp=f'Service "{message.id}" restarted')])

    async def logs(self, message: m.LogsRequest) -> AsyncIterator[common.Data]:
        """Stream the log of a service."""
        check_namespace(message.namespace, message.id)
        log = self._logs.stream(message.id, follow=message.follow, tail_lines=message.tail_lines)
        async for lines in _closed(log):
            yield common.Data(bytes=lines)

    async def logs_containers(self, message: Empty) -> m.LogsContainersResponse:  # noqa: ARG002 - no fields
        """Return the names of the logs that are kept."""
        return m.LogsContainersResponse(messages=[m.LogsContainer(ids=await self._logs.list())])

    async def events(self, message: m.EventsRequest) -> AsyncIterator[m.Event]:
        """Stream the events of all components: an empty hello, the asked-for tail, then what happens."""
        tail = machine.tail(message)
        yield m.Event()
        async for event in _closed(self._events.stream(tail, actor_id=message.with_actor_id)):
            yield machine.event(event)

    async def list(self, message: m.ListRequest) -> AsyncIterator[m.FileInfo]:
        """Stream what is in a directory."""
        async for entry in _closed(self._filesystem.list(machine.list_files_request(message))):
            yield machine.file_info(entry)

    async def read(self, message: m.ReadRequest) -> AsyncIterator[common.Data]:
        """Stream the contents of a regular file."""
        async for data in _closed(self._filesystem.read(message.path)):
            yield common.Data(bytes=data)

    async def copy(self, message: m.CopyRequest) -> AsyncIterator[common.Data]:
        """Stream a directory or a file as a tar.gz; what is not in it as it was comes as an error among the data."""
        async for part in _closed(self._filesystem.copy(message.root_path)):
            yield machine.archive_data(part)

    async def disk_usage(self, message: m.DiskUsageRequest) -> AsyncIterator[m.DiskUsageInfo]:
        """Stream what directories and files take."""
        async for entry in _closed(self._filesystem.usage(machine.disk_usage_request(message))):
            yield machine.disk_usage_info(entry)

    async def meta_write(self, message: m.MetaWriteRequest) -> m.MetaWriteResponse:
        """Set a value of META."""
        await self._filesystem.write_meta(message.key, message.value)
        return m.MetaWriteResponse(messages=[m.MetaWrite()])

    async def meta_delete(self, message: m.MetaDeleteRequest) -> m.MetaDeleteResponse:
        """Remove a value of META."""
        await self._filesystem.delete_meta(message.key)
        return m.MetaDeleteResponse(messages=[m.MetaDelete()])

    async def reset(self, message: m.ResetRequest) -> m.ResetResponse:
        """Begin to wipe the node's volumes and to end the node."""
        request = wiping.reset_request(message, container=self._node.version.platform == "container")
        return m.ResetResponse(messages=[m.Reset(actor_id=await self._init.reset(request))])

    async def mounts(self, message: Empty) -> m.MountsResponse:  # noqa: ARG002 - no fields
        """Return the mounts with their sizes."""
        stats = [machine.mount_stat(mount) for mount in await self._filesystem.mounts()]
        return m.MountsResponse(messages=[m.Mounts(stats=stats)])

    async def netstat(self, message: m.NetstatRequest) -> m.NetstatResponse:
        """Return sockets of the node."""
        sockets = await self._network.sockets(network.sockets_request(message))
        return m.NetstatResponse(messages=[m.Netstat(connectrecord=[network.connect_record(each) for each in sockets])])

    async def network_device_stats(self, message: Empty) -> m.NetworkDeviceStatsResponse:  # noqa: ARG002 - no fields
        """Return what every network device has received and sent."""
        return m.NetworkDeviceStatsResponse(messages=[network.device_stats(await self._network.devices())])

    async def packet_capture(self, message: m.PacketCaptureRequest) -> AsyncIterator[common.Data]:
        """Stream what passes on a link, as a pcap file."""
        async for data in _closed(self._network.capture(network.capture_request(message))):
            yield common.Data(bytes=data)

    async def _permitted(self, service_id: str, operation: str) -> None:
        # an unknown service is unknown, whatever may be done to it
        await self._services.owner(service_id)
        check_permission(service_id, operation)


async def _closed(stream: AsyncIterator[T]) -> AsyncIterator[T]:
    """Yield from a stream that is closed when the caller goes away."""
    async with aclosing(as_generator(stream)) as items:
        async for item in items:
            yield item
