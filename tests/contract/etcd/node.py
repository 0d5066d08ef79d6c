"""The etcd component's process alone on a root of its own, with neighbours made for the test and a real etcd.

The root is a tmpfs with the host's programs bound into it: /system and /var are the test's. Network, mounts and control
groups are private, so nothing is left behind when the processes are gone but one empty cgroup, which is removed.
"""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import socket
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.server import Server
from libtalos.component.declaration import ALL_CAPABILITIES
from libtalos.component.registry import load_registry
from libtalos.config import encode, generate
from libtalos.contracts.process import ComponentProcess
from libtalos.gen.grpc.health.v1 import HealthCheckRequest, HealthCheckResponseServingStatus, HealthStub
from libtalos.gen.talos.component.v1 import ComponentServiceStub, WatchEventsRequest
from libtalos.gen.talos.etcd.v1 import EtcdServiceStub
from libtalos.gen.talos.filesystem.v1 import (
    FilesystemServiceBase,
    MountVolumeRequest,
    MountVolumeResponse,
    UnmountVolumeRequest,
    UnmountVolumeResponse,
)
from libtalos.gen.talos.supervisor.v1 import ListServicesRequest, Service, SupervisorServiceStub
from libtalos.linux.cgroup import Cgroups
from libtalos.pki import SecretsBundle, bundle
from libtalos.resources.definitions.network import AddressStatus, HostnameStatus
from libtalos.resources.definitions.runtime import MachineConfigSpec, MountStatus
from libtalos.resources.definitions.time import TimeStatus
from libtalos.resources.rpc import ResourceRpc
from libtalos.resources.store import ResourceStore
from libtalos.supervise import groups
from libtalos.supervise.rpc import SERVICE_NAME
from tests.contract.watching import Watching

REPOSITORY = Path(__file__).parents[3]
ADDRESS = "10.5.0.2/24"
# $1: an empty directory for the root, $2: the bus, $3...: files to join a cgroup by. cat holds it all, until killed.
HOLD = f"""set -e
root=$1 bus=$2; shift 2
for file; do echo 0 > "$file"; done
exec unshare --cgroup --net --mount --uts sh -ec '
root=$1 bus=$2
ip link set lo up
ip address add {ADDRESS} dev lo
mount -t tmpfs -o mode=0755 tmpfs "$root"
for path in usr bin sbin lib lib64 dev proc tmp {str(REPOSITORY)[1:]}; do
  test -e "/$path" || continue
  if test -L "/$path"; then cp -P "/$path" "$root/"; continue; fi
  mkdir -p "$root/$path"; mount --rbind "/$path" "$root/$path"
done
mount -t tmpfs tmpfs "$root/usr/local/bin"
mkdir -p "$root/etc" "$root/system" "$root/var/lib" "$root/run" "$root/sys/fs/cgroup"
cp /etc/ld.so.cache /etc/passwd /etc/group "$root/etc/"
if test -e /sys/fs/cgroup/cgroup.controllers || test -d /sys/fs/cgroup/unified; then
  mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
else
  mount -t cgroup -o freezer freezer "$root/sys/fs/cgroup"
fi
cd "$root"; mkdir old; pivot_root . old; umount -l /old
echo held
exec cat' hold "$root" "$bus"
"""


class Volumes(FilesystemServiceBase):
    """A filesystem component whose volumes are all mounted: who holds which."""

    def __init__(self) -> None:
        super().__init__()
        self.held: set[tuple[str, str]] = set()

    async def mount_volume(self, message: MountVolumeRequest) -> MountVolumeResponse:
        self.held.add((message.requester, message.volume_id))
        return MountVolumeResponse(target="/somewhere")

    async def unmount_volume(self, message: UnmountVolumeRequest) -> UnmountVolumeResponse:
        self.held.remove((message.requester, message.volume_id))
        return UnmountVolumeResponse()


@dataclass
class Node(Watching):
    """The component with its neighbours."""

    process: ComponentProcess
    init: ResourceStore
    filesystem: ResourceStore
    network: ResourceStore
    volumes: Volumes
    channel: Channel
    secrets: SecretsBundle
    etcd: EtcdServiceStub = field(init=False)
    supervisor: SupervisorServiceStub = field(init=False)

    def __post_init__(self) -> None:
        self.etcd = self.channel.stub(EtcdServiceStub)
        self.supervisor = self.channel.stub(SupervisorServiceStub)

    @property
    def root(self) -> Path:
        """The component's root directory, as seen from here."""
        return Path(f"/proc/{self.process.pid}/root")

    def configure(self, *, edit: Callable[[str], str] = str, hostname: str = "node-1") -> None:
        """Give the node the machine config of a control plane; edit changes its text."""
        config = generate.control_plane(
            self.secrets,
            generate.Choices(cluster_name="test", hostname=hostname, addresses=(ADDRESS,), interface="lo"),
        )
        text = edit(encode(config).decode())
        self.init.put("v1alpha1", MachineConfigSpec(yaml=text))

    def mount(self, target: str = "/var") -> None:
        """Say that something is mounted."""
        self.filesystem.put(target.strip("/"), MountStatus(source="/dev/loop0", target=target, filesystem_type="xfs"))

    def assign(self, address: str = ADDRESS) -> None:
        """Say that the node has its address."""
        status = AddressStatus(address=address, link_index=1, link_name="lo", family="inet4")
        self.network.put(f"lo/{address}", status)

    def name(self, hostname: str) -> None:
        """Say that the node has a hostname."""
        self.network.put("hostname", HostnameStatus(hostname=hostname))

    def sync(self, *, synced: bool) -> None:
        """Say whether the clock is in sync; it is, until a test says otherwise."""
        self.network.put("node", TimeStatus(synced=synced))

    async def service(self, name: str = "etcd") -> Service | None:
        """A service, if there is one of that name."""
        reply = await self.supervisor.list_services(ListServicesRequest())
        return next((service for service in reply.services if service.id == name), None)

    async def decided(self) -> None:
        """Wait until the component says that its list of services is whole."""
        answers = self.channel.stub(HealthStub).watch(HealthCheckRequest(service=SERVICE_NAME))
        async with asyncio.timeout(20), aclosing(cast("Any", answers)) as news:
            async for answer in news:
                if answer.status is HealthCheckResponseServingStatus.SERVING:
                    return
        raise AssertionError("the health has ended")

    async def until_service(
        self, holds: Callable[[Service | None], bool], *, name: str = "etcd", within: float = 20.0
    ) -> Service | None:
        """Wait until something holds for a service; it is looked at with each event of the component."""
        events = self.channel.stub(ComponentServiceStub).watch_events(WatchEventsRequest(tail_events=-1, follow=True))
        async with asyncio.timeout(within), aclosing(cast("Any", events)) as news:
            if holds(service := await self.service(name)):
                return service
            async for _ in news:
                if holds(service := await self.service(name)):
                    return service
        raise AssertionError("the events have ended")


def healthy(service: Service | None) -> bool:
    """Whether the service runs and its check has succeeded."""
    return service is not None and service.health is not None and service.health.healthy


@asynccontextmanager
async def running(
    component: str = "etcd", *, programs: Mapping[str, str] | None = None, exit_codes: Sequence[int] = (0,)
) -> AsyncIterator[Node]:
    """Start a component with an init, a filesystem and a network that know nothing yet.

    programs are scripts by name, put into /usr/local/bin of the component's root; exit_codes are those of a good stop.
    """
    directory = Path(tempfile.mkdtemp(prefix=f"{component}-", dir="/tmp"))
    bus_dir = directory / "bus"
    bus_dir.mkdir()
    stores = {
        "init": ResourceStore("init", time.time, publishes=(MachineConfigSpec,)),
        "filesystem": ResourceStore("filesystem", time.time, publishes=(MountStatus,)),
        "network": ResourceStore("network", time.time, publishes=(AddressStatus, HostnameStatus, TimeStatus)),
    }
    stores["network"].put("node", TimeStatus(synced=True))
    channel = Channel(UnixAddress(bus_dir / f"{component}.sock"))
    async with contextlib.AsyncExitStack() as stack:
        stack.callback(shutil.rmtree, directory)
        stack.callback(channel.close)
        volumes = Volumes()
        for name, store in stores.items():
            handlers = (volumes,) if name == "filesystem" else ()
            await stack.enter_async_context(_served(store, bus_dir / f"{name}.sock", *handlers))
        pid = await stack.enter_async_context(held(directory))
        for name, text in (programs or {}).items():
            program = Path(f"/proc/{pid}/root/usr/local/bin/{name}")
            program.write_text(text)
            program.chmod(0o755)
        wrapper = (
            "nsenter",
            f"--target={pid}",
            "--cgroup",
            "--net",
            "--mount",
            "--uts",
            "--root",
            "--wd=/",
            *privileges(component),
        )
        process = await stack.enter_async_context(
            ComponentProcess(component, bus_dir=bus_dir, wrapper=wrapper, exit_codes=exit_codes)
        )
        yield Node(
            process=process, channel=channel, secrets=bundle.generate(now=datetime.now(UTC)), volumes=volumes, **stores
        )


def privileges(component: str) -> tuple[str, ...]:
    """A command that leaves what it runs the capabilities that the component declares, as init does."""
    declared = load_registry().components[component].capabilities
    if ALL_CAPABILITIES in declared:
        return ()
    kept = ",".join(f"+{name.removeprefix('CAP_').lower()}" for name in declared)
    return ("setpriv", f"--bounding-set=-all,{kept}")


@asynccontextmanager
async def _served(store: ResourceStore, path: Path, *handlers: FilesystemServiceBase) -> AsyncIterator[None]:
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_NONBLOCK)
    listener.bind(str(path))
    listener.listen(16)
    server = Server([ResourceRpc(store), *handlers])
    await server.start(listener)
    try:
        yield
    finally:
        await server.drain(1.0)
        listener.close()


@asynccontextmanager
async def held(directory: Path) -> AsyncIterator[int]:
    """Namespaces, a root and a control group that outlive a restart of the component; the pid that holds them."""
    root = directory / "root"
    root.mkdir()
    group = Cgroups.find().group(directory.name)
    group.create()
    arguments: Sequence[str] = (str(root), str(directory / "bus"), *map(str, group.join_files))
    pipe = asyncio.subprocess.PIPE
    holder = await asyncio.create_subprocess_exec("sh", "-c", HOLD, "hold", *arguments, stdin=pipe, stdout=pipe)
    try:
        if holder.stdout is None or await holder.stdout.readline() != b"held\n":
            raise RuntimeError("cannot make namespaces")
        yield holder.pid
    finally:
        await groups.empty(group)
        await holder.wait()
        if not group.remove():
            raise RuntimeError(f"{group.path} is left behind")
