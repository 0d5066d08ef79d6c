"""The api component's process in front of five components made of libtalos' own pieces."""

from __future__ import annotations

import asyncio
import datetime as dt
import socket
import stat
import time
from collections.abc import AsyncIterator, Iterable, Sequence
from pathlib import Path

import pytest

from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.errors import FailedPreconditionError, InvalidArgumentError, NotFoundError, ResourceExhaustedError
from libtalos.bus.health import Health, HealthRpc
from libtalos.bus.server import Server, Service, listen
from libtalos.component.declaration import Declaration
from libtalos.component.events import EventLog
from libtalos.component.metrics import Metrics
from libtalos.component.rpc import ComponentRpc
from libtalos.contracts.process import ComponentProcess
from libtalos.gen.talos.filesystem import v1 as fs
from libtalos.gen.talos.init import v1 as init_v1
from libtalos.gen.talos.network import v1 as net
from libtalos.gen.talos.supervisor import v1 as sv
from libtalos.resources.definitions.etcd import EtcdMember
from libtalos.resources.definitions.k8s import Nodename
from libtalos.resources.definitions.network import HostnameStatus, LinkStatus, NodeAddress
from libtalos.resources.definitions.runtime import MachineConfigSpec, MachineStatus, MountStatus
from libtalos.resources.definitions.runtime import Service as ServiceSpec
from libtalos.resources.rpc import ResourceRpc
from libtalos.resources.spec import ResourceSpec
from libtalos.resources.store import ResourceStore

PUBLISHES: dict[str, tuple[type[ResourceSpec], ...]] = {
    "init": (ServiceSpec, MachineStatus, MachineConfigSpec),
    "filesystem": (MountStatus,),
    "network": (LinkStatus, HostnameStatus, NodeAddress),
    "etcd": (ServiceSpec, EtcdMember),
    "kubelet": (Nodename,),
}
SERVICES = {"init": ("network", "api"), "etcd": ("etcd",), "kubelet": ("kubelet", "ext-hello")}
CHANGED = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


class FakeSupervisor(sv.SupervisorServiceBase):
    """Runs nothing, remembers what it was told, keeps logs that tests write."""

    def __init__(self, component: str, services: Iterable[str]) -> None:
        self.component = component
        self.told: list[str] = []
        self.logs: dict[str, list[bytes]] = {name: [] for name in services}
        self._written = asyncio.Event()

    def write(self, log_id: str, line: bytes) -> None:
        """Add a line to a log."""
        self.logs[log_id].append(line)
        self._written.set()
        self._written = asyncio.Event()

    async def list_services(self, message: sv.ListServicesRequest) -> sv.ListServicesResponse:
        return sv.ListServicesResponse(services=[self._service(name) for name in sorted(self.logs)])

    async def start_service(self, message: sv.StartServiceRequest) -> sv.StartServiceResponse:
        return sv.StartServiceResponse(service=self._verb("start", message.id))

    async def stop_service(self, message: sv.StopServiceRequest) -> sv.StopServiceResponse:
        return sv.StopServiceResponse(service=self._verb("stop", message.id))

    async def restart_service(self, message: sv.RestartServiceRequest) -> sv.RestartServiceResponse:
        return sv.RestartServiceResponse(service=self._verb("restart", message.id))

    async def list_logs(self, message: sv.ListLogsRequest) -> sv.ListLogsResponse:
        return sv.ListLogsResponse(ids=sorted(self.logs))

    async def stream_logs(self, message: sv.StreamLogsRequest) -> AsyncIterator[sv.StreamLogsResponse]:
        lines = self.logs[message.id]
        first = 0 if message.tail_lines < 0 else max(0, len(lines) - message.tail_lines)
        sent = len(lines)
        for line in lines[first:sent]:
            yield sv.StreamLogsResponse(lines=line)
        while message.follow:
            await self._written.wait()
            for line in lines[sent:]:
                sent += 1
                yield sv.StreamLogsResponse(lines=line)

    def _verb(self, verb: str, service_id: str) -> sv.Service:
        if service_id not in self.logs:
            raise NotFoundError(f'service "{service_id}" not defined')
        self.told.append(f"{verb} {service_id}")
        return self._service(service_id)

    def _service(self, service_id: str) -> sv.Service:
        health = sv.ServiceHealth(healthy=True, last_message="ok", last_change=CHANGED)
        event = sv.ServiceEvent(message="Started", state=sv.ServiceState.RUNNING, time=CHANGED)
        return sv.Service(
            id=service_id, component=self.component, state=sv.ServiceState.RUNNING, health=health, events=[event]
        )


class FakeFilesystem(fs.FilesystemServiceBase):
    """A machine with two files and one mount. `batched` is whether it knows that listings can be."""

    def __init__(self) -> None:
        self.listed: list[fs.ListFilesRequest] = []
        self.counted: list[fs.DiskUsageRequest] = []
        self.batched = True
        self.meta: dict[int, bytes] = {}
        self.wiped: list[fs.WipeDevice] = []

    async def write_meta(self, message: fs.WriteMetaRequest) -> fs.WriteMetaResponse:
        if len(message.value) > 10:
            raise ResourceExhaustedError(f"META: {len(message.value)} bytes do not fit, 10 are left")
        self.meta[message.key] = message.value
        return fs.WriteMetaResponse()

    async def delete_meta(self, message: fs.DeleteMetaRequest) -> fs.DeleteMetaResponse:
        if message.key not in self.meta:
            raise NotFoundError(f"META: key {message.key:#04x} has no value")
        del self.meta[message.key]
        return fs.DeleteMetaResponse()

    async def wipe_devices(self, message: fs.WipeDevicesRequest) -> AsyncIterator[fs.WipeDevicesResponse]:
        for device in message.devices:
            if device.device == "sda":
                raise FailedPreconditionError('blockdevice "sda" is the system disk')
            yield fs.WipeDevicesResponse(device=device.device, done=0, size=10)
            self.wiped.append(device)

    async def stat_mounts(self, message: fs.StatMountsRequest) -> fs.StatMountsResponse:
        mount = fs.MountStat(source="/dev/loop1", target="/var", filesystem="xfs", size=1000, available=400)
        return fs.StatMountsResponse(mounts=[mount])

    async def list_files(self, message: fs.ListFilesRequest) -> AsyncIterator[fs.ListFilesResponse]:
        self.listed.append(message)
        directory = fs.FileEntry(path="/etc", relative_path=".", mode=stat.S_IFDIR | 0o755, modified=CHANGED)
        link = fs.FileEntry(path="/etc/mtab", relative_path="mtab", mode=stat.S_IFLNK | 0o777, link="/proc/mounts")
        if self.batched and message.batched:
            yield fs.ListFilesResponse(entries=[directory, link])
            return
        for entry in (directory, link):
            yield fs.ListFilesResponse(entry=entry)

    async def copy_files(self, message: fs.CopyFilesRequest) -> AsyncIterator[fs.CopyFilesResponse]:
        if message.path != "/etc":
            raise NotFoundError(f"{message.path}: no such file")
        yield fs.CopyFilesResponse(data=b"first")
        yield fs.CopyFilesResponse(relative_path="socket", error="cannot be archived")
        yield fs.CopyFilesResponse(data=b"second")

    async def disk_usage(self, message: fs.DiskUsageRequest) -> AsyncIterator[fs.DiskUsageResponse]:
        self.counted.append(message)
        below = fs.DiskUsageEntry(path="/etc/cni", relative_path="cni", size=4096)
        absent = fs.DiskUsageEntry(path="/absent", relative_path=".", error="no such file")
        yield fs.DiskUsageResponse(entries=[below])
        yield fs.DiskUsageResponse(entries=[absent])

    async def read_file(self, message: fs.ReadFileRequest) -> AsyncIterator[fs.ReadFileResponse]:
        if message.path != "/etc/hosts":
            raise NotFoundError(f"{message.path}: no such file")
        for data in (b"127.0.0.1 ", b"localhost\n"):
            yield fs.ReadFileResponse(data=data)


class FakeInit(init_v1.InitServiceBase):
    """Remembers how it was to reset; knows of one volume."""

    def __init__(self) -> None:
        self.resets: list[init_v1.ResetRequest] = []

    async def reset(self, message: init_v1.ResetRequest) -> init_v1.ResetResponse:
        if set(message.labels) - {"EPHEMERAL"}:
            raise NotFoundError("there is no volume of that label")
        self.resets.append(message)
        return init_v1.ResetResponse(actor_id="run-1")


class FakeNetwork(net.NetworkServiceBase):
    """A node with two sockets and two devices."""

    def __init__(self) -> None:
        self.asked: list[net.ListSocketsRequest] = []
        self.captures: list[net.CapturePacketsRequest] = []
        self.captured = asyncio.Event()

    async def list_sockets(self, message: net.ListSocketsRequest) -> net.ListSocketsResponse:
        self.asked.append(message)
        if "nowhere" in message.namespaces:
            raise InvalidArgumentError('there is no network namespace "nowhere"')
        listening = net.Socket(
            protocol="tcp6", local_address="::", local_port=50000, remote_address="::", state=10, pid=7
        )
        connected = net.Socket(
            protocol="tcp",
            local_address="10.5.0.2",
            local_port=443,
            remote_address="10.5.0.1",
            remote_port=999,
            state=1,
            transmit_queue=11,
            receive_queue=12,
            timer=2,
            timer_ticks=250,
            retransmits=1,
            uid=5,
            timeout=3,
            inode=13,
            references=4,
            pointer=9,
            pid=8,
            process_name="etcd",
            namespace="cni-1",
        )
        return net.ListSocketsResponse(sockets=[listening, connected])

    async def list_device_counters(self, message: net.ListDeviceCountersRequest) -> net.ListDeviceCountersResponse:
        lo = net.DeviceCounters(name="lo", rx_bytes=1, tx_packets=2)
        eth0 = net.DeviceCounters(name="eth0", rx_bytes=10, tx_carrier=3)
        return net.ListDeviceCountersResponse(devices=[lo, eth0])

    async def capture_packets(self, message: net.CapturePacketsRequest) -> AsyncIterator[net.CapturePacketsResponse]:
        self.captures.append(message)
        if message.interface == "eth7":
            raise NotFoundError('there is no link "eth7"')
        try:
            yield net.CapturePacketsResponse(data=b"file")
            yield net.CapturePacketsResponse(data=b"packet", dropped=7)
            await asyncio.Event().wait()
        finally:
            self.captured.set()


class FakeComponent:
    """One component behind the edge. Its socket stays open while it is stopped, as init keeps it."""

    def __init__(self, name: str, directory: Path) -> None:
        self.name = name
        self._socket = listen(directory / f"{name}.sock")
        self.supervisor = FakeSupervisor(name, SERVICES.get(name, ()))
        self.filesystem = FakeFilesystem()
        self.init = FakeInit()
        self.network = FakeNetwork()

    async def start(self) -> None:
        """Serve, with nothing remembered of an earlier life."""
        self.store = ResourceStore(self.name, time.time, publishes=PUBLISHES[self.name])
        self.events = EventLog(component=self.name, clock=time.time_ns)
        self._server = Server(self._handlers())
        await self._server.start(self._socket.dup())

    async def stop(self) -> None:
        """Stop serving; callers queue."""
        await self._server.drain(1)

    def close(self) -> None:
        """Give the socket back."""
        self._socket.close()

    def _handlers(self) -> Sequence[Service]:
        health = Health()
        health.set(True)
        component = ComponentRpc(
            declaration=Declaration(name=self.name, summary="a fake", serves=()),
            contracts=["talos.component.v1"],
            events=self.events,
            metrics=Metrics(),
            clock=time.monotonic,
            now=lambda: dt.datetime.now(dt.UTC),
        )
        common: list[Service] = [component, ResourceRpc(self.store), HealthRpc(health=health, services=[])]
        if self.name == "filesystem":
            common.append(self.filesystem)
        if self.name == "init":
            common.append(self.init)
        if self.name == "network":
            common.append(self.network)
        return [*common, self.supervisor] if self.name in SERVICES else common


class Node:
    """The components and the api process; `channel` is to api.sock, `port` is the public API's on 127.0.0.1."""

    def __init__(self, directory: Path) -> None:
        self.components = {name: FakeComponent(name, directory) for name in PUBLISHES}
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]
        address = {"TALOS_API_ADDRESS": f"127.0.0.1:{self.port}"}
        self.process = ComponentProcess("api", bus_dir=directory, env=address)
        self.channel = Channel(UnixAddress(self.process.socket))

    def __getitem__(self, name: str) -> FakeComponent:
        return self.components[name]

    async def restart(self, name: str) -> FakeComponent:
        """Stop a component and start it anew."""
        await self[name].stop()
        await self[name].start()
        return self[name]


@pytest.fixture
async def node(tmp_path: Path) -> AsyncIterator[Node]:
    node = Node(tmp_path)
    for component in node.components.values():
        await component.start()
    async with node.process:
        yield node
        node.channel.close()
    for component in node.components.values():
        await component.stop()
        component.close()
