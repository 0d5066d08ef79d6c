"""A node of fakes in a thread of its own, for commands that run in this one."""

from __future__ import annotations

import asyncio
import datetime as dt
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import betterproto2
import pytest
from structlog.testing import capture_logs
from typer.testing import CliRunner, Result

from libtalos.bus.errors import (
    FailedPreconditionError,
    InvalidArgumentError,
    NotFoundError,
    PermissionDeniedError,
    ResourceExhaustedError,
    UnavailableError,
)
from libtalos.bus.health import Health, HealthRpc
from libtalos.bus.server import Server, Service, listen
from libtalos.cli.app import make_app
from libtalos.component.declaration import Declaration
from libtalos.component.events import EventLog
from libtalos.component.metrics import Metrics
from libtalos.component.rpc import ComponentRpc
from libtalos.gen import common, machine
from libtalos.gen import time as time_api
from libtalos.gen.google.protobuf import Empty
from libtalos.gen.talos.filesystem import v1 as filesystem_v1
from libtalos.gen.talos.init import v1 as init_v1
from libtalos.gen.talos.network import v1 as network_v1
from libtalos.gen.talos.supervisor import v1 as sv
from libtalos.resources.definitions.block import Disk
from libtalos.resources.definitions.network import LinkStatus
from libtalos.resources.definitions.runtime import MachineStatus, MetaKey, Readiness
from libtalos.resources.rpc import ResourceRpc
from libtalos.resources.store import ResourceStore
from tests.unit.cli.faketrials import FakeTrials

COMPONENTS = ("api", "init", "network")
CHANGED = dt.datetime(2026, 1, 31, 8, 15, 0, 250000, tzinfo=dt.UTC)
MIB = 2**20
# whoever runs the tests in the background has Ctrl-C ignored, and children inherit that
PROGRAM = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from libtalos.cli import events, main
events.PATIENCE = 0.5
main()
"""


class FakeSupervisor(sv.SupervisorServiceBase):
    """Two services, of which one cannot be touched; remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    async def list_services(self, message: sv.ListServicesRequest) -> sv.ListServicesResponse:
        return sv.ListServicesResponse(services=[_etcd(), sv.Service(id="kubelet", state=sv.ServiceState.SKIPPED)])

    async def start_service(self, message: sv.StartServiceRequest) -> sv.StartServiceResponse:
        return sv.StartServiceResponse(service=self._tell("start", message.id))

    async def stop_service(self, message: sv.StopServiceRequest) -> sv.StopServiceResponse:
        return sv.StopServiceResponse(service=self._tell("stop", message.id))

    async def restart_service(self, message: sv.RestartServiceRequest) -> sv.RestartServiceResponse:
        return sv.RestartServiceResponse(service=self._tell("restart", message.id))

    async def list_logs(self, message: sv.ListLogsRequest) -> sv.ListLogsResponse:
        return sv.ListLogsResponse(ids=["etcd", "kubelet"])

    async def stream_logs(self, message: sv.StreamLogsRequest) -> AsyncIterator[sv.StreamLogsResponse]:
        if message.id != "etcd":
            raise NotFoundError(f'log "{message.id}" was not registered')
        lines = [b"one\n", b"two\n", b"\xff three\n"]
        for line in lines if message.tail_lines < 0 else lines[len(lines) - message.tail_lines :]:
            yield sv.StreamLogsResponse(lines=line)
        if message.follow:
            await asyncio.Event().wait()

    def _tell(self, verb: str, service_id: str) -> sv.Service:
        match service_id:
            case "etcd":
                self.told.append(f"{verb} {service_id}")
                return _etcd()
            case "kubelet":
                raise FailedPreconditionError("the service is skipped: the image has no kubelet")
            case "api":
                raise PermissionDeniedError(f'service "api" doesn\'t support {verb} operation via API')
        raise NotFoundError(f'service "{service_id}" not defined')


class FakeMachine(machine.MachineServiceBase):
    """A machine with two files, two mounts and a little META."""

    def __init__(self) -> None:
        self.meta: dict[int, bytes] = {}
        self.archive = b""
        self.left_out: list[str] = []
        self.counted = machine.DiskUsageRequest()
        self.resets: list[machine.ResetRequest] = []
        self.asked: list[machine.NetstatRequest] = []

    async def meta_write(self, message: machine.MetaWriteRequest) -> machine.MetaWriteResponse:
        if len(message.value) > 1000:
            raise ResourceExhaustedError(f"META: {len(message.value)} bytes do not fit, 1000 are left for its value")
        self.meta[message.key] = message.value
        return machine.MetaWriteResponse(messages=[machine.MetaWrite()])

    async def meta_delete(self, message: machine.MetaDeleteRequest) -> machine.MetaDeleteResponse:
        if message.key not in self.meta:
            raise NotFoundError(f"META: key {message.key:#04x} has no value")
        del self.meta[message.key]
        return machine.MetaDeleteResponse(messages=[machine.MetaDelete()])

    async def reset(self, message: machine.ResetRequest) -> machine.ResetResponse:
        if message.user_disks_to_wipe:
            raise FailedPreconditionError("user disks cannot be wiped: a container has no disks of its own")
        self.resets.append(message)
        return machine.ResetResponse(messages=[machine.Reset(actor_id="run-2")])

    async def version(self, message: Empty) -> machine.VersionResponse:
        tag = machine.VersionInfo(tag="v1.2.3", os="linux", arch="amd64")
        return machine.VersionResponse(messages=[machine.Version(version=tag)])

    async def memory(self, message: Empty) -> machine.MemoryResponse:
        info = machine.MemInfo(memtotal=4 * MIB, memfree=MIB, memavailable=3 * MIB, cached=512)
        return machine.MemoryResponse(messages=[machine.Memory(meminfo=info)])

    async def netstat(self, message: machine.NetstatRequest) -> machine.NetstatResponse:
        self.asked.append(message)
        process = machine.ConnectRecordProcess(pid=7, name="etcd")
        records = [
            machine.ConnectRecord(
                l4proto="tcp",
                localip="10.5.0.2",
                localport=443,
                remoteip="10.5.0.1",
                remoteport=999,
                state=machine.ConnectRecordState.ESTABLISHED,
                rxqueue=8,
                tr=machine.ConnectRecordTimerActive.KEEPALIVE,
                timerwhen=250,
                process=process,
                inode=13,
            ),
            machine.ConnectRecord(
                l4proto="udp6",
                localip="::",
                localport=53,
                remoteip="::",
                state=machine.ConnectRecordState.CLOSE,
                netns="cni-1",
            ),
        ]
        return machine.NetstatResponse(messages=[machine.Netstat(connectrecord=records)])

    async def mounts(self, message: Empty) -> machine.MountsResponse:
        stats = [
            machine.MountStat(filesystem="proc", mounted_on="/proc"),
            machine.MountStat(filesystem="/dev/loop1", size=4 * MIB, available=3 * MIB, mounted_on="/var"),
        ]
        return machine.MountsResponse(messages=[machine.Mounts(stats=stats)])

    async def list(self, message: machine.ListRequest) -> AsyncIterator[machine.FileInfo]:
        if message.root not in ("/etc", "/etc/"):
            raise NotFoundError(f"{message.root}: no such directory")
        seconds = int(CHANGED.timestamp())
        if not message.types or machine.ListRequestType.REGULAR in message.types:
            yield machine.FileInfo(name="/etc/hosts", relative_name="hosts", mode=0o644, size=1536, modified=seconds)
        if not message.types or machine.ListRequestType.SYMLINK in message.types:
            yield machine.FileInfo(
                name="/etc/mtab", relative_name="mtab", mode=1 << 27 | 0o777, link="/proc/mounts", modified=seconds
            )

    async def copy(self, message: machine.CopyRequest) -> AsyncIterator[common.Data]:
        if message.root_path != "/etc":
            raise NotFoundError(f"{message.root_path}: no such file or directory")
        for start in range(0, len(self.archive), 1000):
            yield common.Data(bytes=self.archive[start : start + 1000])
        for error in self.left_out:
            yield common.Data(metadata=common.Metadata(error=error))

    async def disk_usage(self, message: machine.DiskUsageRequest) -> AsyncIterator[machine.DiskUsageInfo]:
        self.counted = message
        for path in message.paths:
            if path == "/absent":
                yield machine.DiskUsageInfo(name=path, relative_name=".", error="No such file or directory")
            else:
                yield machine.DiskUsageInfo(name=f"{path}/cni", relative_name="cni", size=1536)
                yield machine.DiskUsageInfo(name=path, relative_name=".", size=5632)

    async def read(self, message: machine.ReadRequest) -> AsyncIterator[common.Data]:
        if message.path != "/etc/hosts":
            raise NotFoundError(f"{message.path}: no such file")
        for data in (b"127.0.0.1 ", b"localhost\n"):
            yield common.Data(bytes=data)


class FakeTime(time_api.TimeServiceBase):
    """A node whose clock is a quarter of a second late."""

    async def time(self, message: Empty) -> time_api.TimeResponse:
        """Ask the node's own server."""
        assert message == Empty()
        return await self.time_check(time_api.TimeRequest(server="time.cloudflare.com"))

    async def time_check(self, message: time_api.TimeRequest) -> time_api.TimeResponse:
        """Ask a server."""
        if message.server == "silent":
            raise UnavailableError("time server silent: no answer within 1 s")
        late = dt.timedelta(milliseconds=250)
        answer = time_api.Time(server=message.server, localtime=CHANGED - late, remotetime=CHANGED)
        return time_api.TimeResponse(messages=[answer])


class FakeInit(init_v1.InitServiceBase):
    """An init that takes itself down when it is told to."""

    def __init__(self, component: FakeComponent) -> None:
        self._component = component

    async def shutdown(self, message: init_v1.ShutdownRequest) -> init_v1.ShutdownResponse:
        event = machine.PhaseEvent(phase="stopAll", action=machine.PhaseEventAction.START)
        self._component.events.publish(event, actor_id="run-1")
        self._component.ending = asyncio.create_task(self._component.die(after=0.3))
        return init_v1.ShutdownResponse(actor_id="run-1")


class FakeFilesystem(filesystem_v1.FilesystemServiceBase):
    """A mount table of two rows, and a disk that is blank until it is provisioned.

    Provisioning fails at the second step if it is told to.
    """

    def __init__(self) -> None:
        self.steps = ["write a GPT", "make xfs"]
        self.asked: list[tuple[str, bool]] = []
        self.failing = False
        self.wiped: list[filesystem_v1.WipeDevice] = []

    async def plan_disk(self, message: filesystem_v1.PlanDiskRequest) -> filesystem_v1.PlanDiskResponse:
        if message.disk == "/dev/sdx" and not message.force:
            raise FailedPreconditionError("disk: /dev/sdx is not empty, it has xfs: erase it by force")
        meta = filesystem_v1.PlannedPartition(
            number=4, label="META", type_guid="0FC6", offset=1 * MIB, size=1 * MIB, filesystem=""
        )
        boot = filesystem_v1.PlannedPartition(
            number=3, label="BOOT", type_guid="0FC6", offset=2 * MIB, size=2000 * MIB, filesystem="xfs"
        )
        return filesystem_v1.PlanDiskResponse(
            disk=message.disk or "/dev/sda", partitions=[boot, meta], operations=self.steps
        )

    async def plan_volumes(self, message: filesystem_v1.PlanVolumesRequest) -> filesystem_v1.PlanVolumesResponse:
        if "nonsense" in message.config:
            raise InvalidArgumentError("user volumes: unknown keys found during decoding")
        data = filesystem_v1.PlannedVolume(
            id="u-data", type="partition", target="/var/mnt/data", operations=["add a partition", "mount XFS"]
        )
        lost = filesystem_v1.PlannedVolume(id="u-lost", type="disk", target="/var/mnt/lost", error="no disk is free")
        there = filesystem_v1.PlannedVolume(
            id="u-there", type="partition", location="/dev/sdb1", target="/var/mnt/there"
        )
        return filesystem_v1.PlanVolumesResponse(volumes=[data, lost] if message.config else [there])

    async def provision_disk(
        self, message: filesystem_v1.ProvisionDiskRequest
    ) -> AsyncIterator[filesystem_v1.ProvisionDiskResponse]:
        self.asked.append((message.disk, message.force))
        while self.steps:
            if self.failing and len(self.steps) == 1:
                raise FailedPreconditionError("disk: Input/output error")
            yield filesystem_v1.ProvisionDiskResponse(operation=self.steps.pop(0))

    async def plan(self, message: filesystem_v1.PlanRequest) -> filesystem_v1.PlanResponse:
        run = filesystem_v1.PlanRow(
            kind="mount", source="tmpfs", target="/run", type="tmpfs", options=["nosuid", "nodev"], mode=0o755
        )
        link = filesystem_v1.PlanRow(kind="link", source="../run", target="/var/run", steps=["link /var/run to ../run"])
        run.component, link.component = "init", "filesystem"
        return filesystem_v1.PlanResponse(operations=list(link.steps), rows=[run, link])

    async def wipe_devices(
        self, message: filesystem_v1.WipeDevicesRequest
    ) -> AsyncIterator[filesystem_v1.WipeDevicesResponse]:
        for device in message.devices:
            if device.device == "sda":
                raise FailedPreconditionError('blockdevice "sda" is in use: it is mounted at /var')
        for device in message.devices:
            self.wiped.append(device)
            yield filesystem_v1.WipeDevicesResponse(device=device.device, size=100 * MIB, step="erased the signatures")
            for done in range(0, 101, 2) if device.method == filesystem_v1.WipeMethod.ZEROES else (100,):
                yield filesystem_v1.WipeDevicesResponse(device=device.device, done=done * MIB, size=100 * MIB)


class FakeNetwork(FakeTrials):
    """Three pieces of a capture, and no fourth; a config to try."""

    def __init__(self) -> None:
        super().__init__()
        self.captures: list[network_v1.CapturePacketsRequest] = []
        self.asked = threading.Event()
        self.ended = threading.Event()

    async def capture_packets(
        self, message: network_v1.CapturePacketsRequest
    ) -> AsyncIterator[network_v1.CapturePacketsResponse]:
        self.captures.append(message)
        if message.interface == "eth7":
            raise NotFoundError('there is no link "eth7"')
        try:
            for number, data in enumerate((b"file", b"one", b"two")):
                yield network_v1.CapturePacketsResponse(data=data, dropped=2 * number)
            self.asked.set()
            if message.interface == "down0":
                raise FailedPreconditionError('link "down0" is down or gone')
            await asyncio.Event().wait()
        finally:
            self.ended.set()


class FakeComponent:
    """One component. Its socket stays open while it is stopped, as init keeps it."""

    def __init__(self, name: str, directory: Path) -> None:
        self.name = name
        self.socket = listen(directory / f"{name}.sock")
        self.supervisor = FakeSupervisor()
        self.machine = FakeMachine()
        self.filesystem = FakeFilesystem()
        self.network = FakeNetwork()
        self.ending: asyncio.Task[None] | None = None
        self.health = Health()

    async def start(self) -> None:
        """Serve, with nothing remembered of an earlier life."""
        published = (Disk, LinkStatus, MachineStatus, MetaKey)
        self.store = ResourceStore(self.name, time.time, publishes=published)
        self.events = EventLog(component=self.name, clock=time.time_ns)
        self.health.set(True)
        self.server = Server(self._handlers())
        await self.server.start(self.socket.dup())

    async def stop(self) -> None:
        """Stop serving; callers queue."""
        await self.server.drain(0.1)

    async def die(self, after: float = 0.0) -> None:
        """Go for good: nobody listens any more."""
        await asyncio.sleep(after)
        self.socket.close()
        await self.server.drain(0.1)

    def _handlers(self) -> Sequence[Service]:
        component = ComponentRpc(
            declaration=Declaration(name=self.name, summary="a fake", serves=()),
            contracts=["talos.component.v1"],
            events=self.events,
            metrics=Metrics(),
            clock=time.monotonic,
            now=lambda: dt.datetime.now(dt.UTC),
        )
        own: dict[str, Sequence[Service]] = {
            "api": [self.supervisor, self.machine, FakeTime()],
            "init": [FakeInit(self)],
            "filesystem": [self.filesystem],
            "network": [self.network],
        }
        shared: list[Service] = [component, ResourceRpc(self.store), HealthRpc(health=self.health, services=[])]
        return [*shared, *own.get(self.name, ())]


class Node:
    """The components in a loop of their own, and the command line on them."""

    def __init__(self, directory: Path) -> None:
        self.bus = directory / "bus"
        self.bus.mkdir(parents=True)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()
        self.components = {name: FakeComponent(name, self.bus) for name in COMPONENTS}
        for component in self.components.values():
            self.do(component.start)

    def add(self, name: str) -> FakeComponent:
        """Start one more component."""
        self.components[name] = FakeComponent(name, self.bus)
        self.do(self.components[name].start)
        return self.components[name]

    def do(self, work: Callable[[], Awaitable[Any]]) -> None:
        """Run work in the node's loop, and wait for it."""

        async def run() -> None:
            await work()

        asyncio.run_coroutine_threadsafe(run(), self._loop).result(10)

    def happen(self, component: str, message: betterproto2.Message, actor_id: str = "") -> None:
        """Let a component publish an event."""

        async def publish() -> None:
            self.components[component].events.publish(message, actor_id=actor_id)

        self.do(publish)

    def put(self, component: str, resource_id: str, spec: Any) -> None:
        """Let a component publish a resource."""

        async def put() -> None:
            self.components[component].store.put(resource_id, spec)

        self.do(put)

    def close(self) -> None:
        """Take the node down."""
        for component in self.components.values():
            self.do(component.die)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def talos(self, *arguments: str) -> Result:
        """Run a command on the node."""
        return CliRunner().invoke(make_app(), [*arguments, "--bus", str(self.bus)])

    def begin(self, *arguments: str) -> subprocess.Popen[str]:
        """Begin a command on the node in a process of its own."""
        return subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *arguments, "--bus", str(self.bus)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        )


def _etcd() -> sv.Service:
    return sv.Service(
        id="etcd",
        component="etcd",
        state=sv.ServiceState.RUNNING,
        health=sv.ServiceHealth(healthy=True, last_message="fine", last_change=CHANGED),
        events=[sv.ServiceEvent(message="Started", state=sv.ServiceState.RUNNING, time=CHANGED)],
        pid=7,
        restarts=2,
        depends_on=["network"],
    )


@pytest.fixture
def node(tmp_path: Path) -> Iterator[Node]:
    node = Node(tmp_path / "a")
    node.put("init", "machine", MachineStatus(stage="running", status=Readiness(ready=True)))
    # the components' logs are no output of the command
    with capture_logs():
        yield node
    node.close()
