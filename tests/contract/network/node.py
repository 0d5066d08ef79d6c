"""The network component's process alone in namespaces of its own, with an init and a filesystem made for the test."""

from __future__ import annotations

import asyncio
import ctypes
import os
import shutil
import socket
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.errors import UnavailableError
from libtalos.bus.server import Server
from libtalos.contracts.process import ComponentProcess
from libtalos.gen.talos.filesystem.v1 import (
    FilesystemServiceBase,
    WriteEtcFileRequest,
    WriteEtcFileResponse,
)
from libtalos.gen.talos.network.v1 import NetworkServiceStub
from libtalos.resources.definitions.runtime import MachineConfigSpec
from libtalos.resources.rpc import ResourceRpc
from libtalos.resources.store import ResourceStore
from services.network.component import DECLARATION
from tests.contract.watching import PATIENCE, Watching

T = TypeVar("T")
CLONE_NEWNET = 0x40000000
# /run is where the component keeps its memory: a tmpfs, as on a node. cat holds the namespaces until its input ends.
HOLD = "mount -t tmpfs tmpfs /run && hostname somebody-elses && echo held && exec cat"
NAMESPACES = ("--net", "--mount", "--uts")
# no more than what the component declares
CAPABILITIES = ",".join(["-all", *(f"+{each.removeprefix('CAP_').lower()}" for each in DECLARATION.capabilities)])
PRIVILEGES = ("setpriv", f"--bounding-set={CAPABILITIES}")


class FakeFilesystem(FilesystemServiceBase):
    """Records what is written; refuses the first so many calls."""

    def __init__(self, refusals: int = 0) -> None:
        self.files: dict[str, str] = {}
        self.refusals = refusals
        self.written = asyncio.Event()

    async def write_etc_file(self, message: WriteEtcFileRequest) -> WriteEtcFileResponse:
        """Record the file."""
        if self.refusals > 0:
            self.refusals -= 1
            raise UnavailableError("not mounted yet")
        changed = self.files.get(message.name) != message.contents.decode()
        self.files[message.name] = message.contents.decode()
        self.written.set()
        return WriteEtcFileResponse(changed=changed)


@dataclass
class Node(Watching):
    """The component with its neighbours."""

    process: ComponentProcess
    store: ResourceStore
    filesystem: FakeFilesystem
    channel: Channel
    network: NetworkServiceStub = field(init=False)

    def __post_init__(self) -> None:
        self.network = self.channel.stub(NetworkServiceStub)

    def configure(self, yaml: str) -> None:
        """Give the node a machine config."""
        self.store.put("v1alpha1", MachineConfigSpec(yaml=yaml))

    async def until_file(self, name: str, text: str) -> None:
        """Wait until a file under /etc has a text."""
        async with asyncio.timeout(PATIENCE):
            while self.filesystem.files.get(name) != text:
                self.filesystem.written.clear()
                await self.filesystem.written.wait()

    async def in_namespace(self, function: Callable[[], T]) -> T:
        """Run a function in a thread that has entered the component's network namespace."""
        path = f"/proc/{self.process.pid}/ns/net"

        def enter() -> None:
            fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
            libc = ctypes.CDLL(None, use_errno=True)
            if libc.setns(fd, CLONE_NEWNET):
                raise OSError(ctypes.get_errno(), "setns")
            os.close(fd)

        with ThreadPoolExecutor(max_workers=1, initializer=enter) as pool:
            return await asyncio.get_running_loop().run_in_executor(pool, function)


@asynccontextmanager
async def running(
    *, config: str | None = None, filesystem: FakeFilesystem | None = None, init: bool = True
) -> AsyncIterator[Node]:
    """Start the component. Without init nobody answers on init's socket, which exists as on a node."""
    bus_dir = Path(tempfile.mkdtemp(prefix="net-", dir="/tmp"))
    store = ResourceStore("init", time.time, publishes=(MachineConfigSpec,))
    if config is not None:
        store.put("v1alpha1", MachineConfigSpec(yaml=config))
    filesystem = filesystem or FakeFilesystem()
    listeners = {name: listen(bus_dir / f"{name}.sock") for name in ("init", "filesystem")}
    servers = {"filesystem": Server([filesystem])} | ({"init": Server([ResourceRpc(store)])} if init else {})
    channel = Channel(UnixAddress(bus_dir / "network.sock"))
    try:
        for name, server in servers.items():
            await server.start(listeners[name])
        async with held_namespaces() as pid:
            wrapper = ("nsenter", f"--target={pid}", *NAMESPACES, *PRIVILEGES)
            async with ComponentProcess("network", bus_dir=bus_dir, wrapper=wrapper) as process:
                yield Node(process=process, store=store, filesystem=filesystem, channel=channel)
    finally:
        channel.close()
        for server in servers.values():
            await server.drain(1.0)
        for listener in listeners.values():
            listener.close()
        shutil.rmtree(bus_dir)


@asynccontextmanager
async def held_namespaces() -> AsyncIterator[int]:
    """Namespaces that outlive a restart of the component; the pid of the process that holds them."""
    command = ("unshare", *NAMESPACES, "sh", "-c", HOLD)
    pipe = asyncio.subprocess.PIPE
    holder = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe)
    try:
        if holder.stdout is None or await holder.stdout.readline() != b"held\n":
            raise RuntimeError("cannot make namespaces")
        yield holder.pid
    finally:
        holder.kill()
        await holder.wait()


def listen(path: Path) -> socket.socket:
    """A listening socket, as init binds it."""
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_NONBLOCK)
    listener.bind(str(path))
    listener.listen(16)
    return listener
