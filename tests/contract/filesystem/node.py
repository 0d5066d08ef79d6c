"""The filesystem component's process alone, on a scratch root in a mount namespace that outlives it."""

import asyncio
import ctypes
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.contracts.process import ComponentProcess
from libtalos.gen.talos.filesystem.v1 import FilesystemServiceStub, ListFilesRequest, ReadFileRequest
from tests.contract.watching import Watching

T = TypeVar("T")
REPOSITORY: Final = Path(__file__).parents[3]
CLONE_FS: Final = 0x00000200
CLONE_NEWNS: Final = 0x00020000
# A tmpfs as the node's root, its disks outside. cat holds the namespace until its input ends.
HOLD: Final = """\
set -e
mount -t tmpfs -o mode=0755 scratch "$1/root"
mkdir -p "$1/root/system/disks" "$1/disks"
mount --bind "$1/disks" "$1/root/system/disks"
echo held
exec cat
"""


@dataclass(frozen=True)
class Node(Watching):
    """The component and the tree it works on."""

    process: ComponentProcess
    channel: Channel
    root: Path
    disks: Path
    holder: int

    @property
    def service(self) -> FilesystemServiceStub:
        """The component's contract."""
        return self.channel.stub(FilesystemServiceStub)

    async def read(self, path: str) -> bytes:
        """A file, over the bus."""
        return b"".join([part.data async for part in self.service.read_file(ReadFileRequest(path=path))])

    async def listing(self, request: ListFilesRequest) -> list[str]:
        """The relative paths of a listing."""
        entries = [part.entry async for part in self.service.list_files(request)]
        return [entry.relative_path for entry in entries if entry is not None]

    async def in_namespace(self, function: Callable[[], T]) -> T:
        """Run a function in a thread that has entered the component's mount namespace."""

        def enter() -> None:
            libc = ctypes.CDLL(None, use_errno=True)
            fd = os.open(f"/proc/{self.holder}/ns/mnt", os.O_RDONLY | os.O_CLOEXEC)
            if libc.unshare(CLONE_FS) or libc.setns(fd, CLONE_NEWNS):
                raise OSError(ctypes.get_errno(), "setns")
            os.close(fd)

        with ThreadPoolExecutor(max_workers=1, initializer=enter) as pool:
            return await asyncio.get_running_loop().run_in_executor(pool, function)

    async def targets(self) -> list[str]:
        """Every mount below the root, by its path on the node."""
        text = await asyncio.to_thread(Path(f"/proc/{self.holder}/mountinfo").read_text)
        found = [line.split(" ")[4] for line in text.splitlines()]
        return sorted(target.removeprefix(str(self.root)) for target in found if target.startswith(f"{self.root}/"))


@asynccontextmanager
async def prepared(env: Mapping[str, str] | None = None) -> AsyncIterator[Node]:
    """A node whose component is not started yet."""
    base = Path(tempfile.mkdtemp(prefix="fs-", dir="/tmp")).resolve()
    (base / "root").mkdir()
    environment = {
        "TALOS_ROOT": str(base / "root"),
        "TALOS_MOUNT_TABLE": str(REPOSITORY / "rootfs/mounts.toml"),
        "TALOS_EPHEMERAL_SIZE": "300MiB",
        **(env or {}),
    }
    channel = Channel(UnixAddress(base / "bus/filesystem.sock"))
    try:
        async with held_namespace(base) as holder:
            wrapper = ("nsenter", f"--mount=/proc/{holder}/ns/mnt", f"--wd={REPOSITORY}")
            process = ComponentProcess("filesystem", bus_dir=base / "bus", wrapper=wrapper, env=environment)
            yield Node(process, channel, base / "root", base / "disks", holder)
    finally:
        channel.close()
        shutil.rmtree(base)


@asynccontextmanager
async def running(env: Mapping[str, str] | None = None) -> AsyncIterator[Node]:
    """A node whose component is ready."""
    async with prepared(env) as node, node.process:
        yield node


@asynccontextmanager
async def held_namespace(base: Path) -> AsyncIterator[int]:
    """A mount namespace with a root; the pid of the process that holds it."""
    command = ("unshare", "--mount", "--propagation", "private", "sh", "-c", HOLD, "sh", str(base))
    pipe = asyncio.subprocess.PIPE
    holder = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe)
    try:
        if holder.stdout is None or await holder.stdout.readline() != b"held\n":
            raise RuntimeError("cannot make a mount namespace")
        yield holder.pid
    finally:
        if holder.returncode is None:
            holder.kill()
        await holder.wait()
