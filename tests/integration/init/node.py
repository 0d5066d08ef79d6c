"""init for real: PID 1 of namespaces and a control group of its own, on a bare tmpfs with the host's programs bound in.

Nothing but what the tests mount before is there: /proc, /sys, /dev and the rest are init's to make.
"""

from __future__ import annotations

import asyncio
import base64
import os
import shutil
import sys
import sysconfig
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.streams import as_generator
from libtalos.config import encode, generate
from libtalos.gen.talos.component.v1 import ComponentServiceStub, Event, WatchEventsRequest
from libtalos.gen.talos.supervisor.v1 import Service, StreamLogsRequest, SupervisorServiceStub
from libtalos.linux.cgroup import Cgroups, Group
from libtalos.linux.mountinfo import MountInfo, read
from libtalos.pki import bundle
from libtalos.supervise import groups

T = TypeVar("T")
REPOSITORY = Path(__file__).parents[3]
# the suite and what it needs lie where the image has them: a checkout below /tmp would vanish under the node's own /tmp
SITE = sysconfig.get_path("purelib")
PYTHON = "/usr/bin/python3.11"
MOUNTS = REPOSITORY / "rootfs/mounts.toml"
# what the image does not have: what its libraries would import where it is, and what every interpreter would run
HIDDEN = " ".join(("rich", "pydantic", "pydantic_core", *(path.name for path in Path(SITE).glob("*.pth"))))
COMPONENTS = {
    "api": "api",
    "etcd-supervisor": "etcd",
    "filesystem": "filesystem",
    "kubelet-supervisor": "kubelet",
    "network": "network",
}
# where programs are that take the place of components (TALOS_COMPONENTS), in the node
REPLACEMENTS = "/home/components"
# a file in the node's root that is made just before init is executed
STARTED = "started"
# $1: an empty directory for the root, with $1.components and $1.mounts beside it; $2: mounts made before,
# $3: the interpreter, $4...: files to join a cgroup by
BOOT = f"""set -e
root=$1 before=$2 python=$3; shift 3
for file; do echo 0 > "$file"; done
exec unshare --cgroup --net --mount --uts --ipc --pid --fork --kill-child sh -ec '
root=$1 before=$2 python=$3
mount -t tmpfs -o mode=0755 tmpfs "$root"
for path in usr bin sbin lib lib64; do
  test -e "/$path" || continue
  if test -L "/$path"; then cp -P "/$path" "$root/"; continue; fi
  mkdir -p "$root/$path"; mount --rbind "/$path" "$root/$path"
done
site="$root/usr/lib/python3/dist-packages"
mkdir -p "$root/suite/libtalos" "$root/suite/services" "$root/hidden"
for package in {HIDDEN}; do mknod "$root/hidden/$package" c 0 0; done
cp -r {REPOSITORY}/rootfs/skeleton/usr/lib/python3/dist-packages/. "$root/hidden"
mount -t overlay overlay -o lowerdir="$root/hidden:{SITE}:$root/suite" "$site"
for path in libtalos services; do mount --bind {REPOSITORY}/$path "$site/$path"; done
mount -t tmpfs tmpfs "$root/usr/share"
mkdir -p "$root/usr/share/talos"
cp "$root.mounts" "$root/usr/share/talos/mounts.toml"
for path in proc sys dev run tmp system var opt home old etc/cni etc/kubernetes usr/libexec/kubernetes; do
  mkdir -p "$root/$path" || true
done
cp -r "$root.components" "$root{REPLACEMENTS}"
cp -r {REPOSITORY}/rootfs/skeleton/etc "$root/" 2>/dev/null || true
cp /etc/ld.so.cache /etc/passwd /etc/group "$root/etc/"
for path in $before; do mount -t tmpfs before "$root/$path"; touch "$root/$path/before"; done
: > "$root/{STARTED}"
cd "$root"; pivot_root . old; cd /; busybox umount -l /old
exec "$python" -I $PROGRAM' boot "$root" "$before" "$python"
"""


def machine_config() -> str:
    """A control plane's machine config."""
    config = generate.control_plane(
        bundle.generate(now=datetime.now(UTC)),
        generate.Choices(cluster_name="test", hostname="node-1", addresses=("10.5.0.2/24",), interface="lo"),
    )
    return encode(config).decode()


@dataclass
class Node:
    """A booted init. pid is its pid on the host."""

    process: asyncio.subprocess.Process
    pid: int
    group: Group
    console: Path
    channels: dict[str, Channel] = field(default_factory=dict)

    @property
    def root(self) -> Path:
        """The node's root directory as seen from here."""
        return Path(f"/proc/{self.pid}/root")

    def socket(self, component: str) -> Path:
        """The socket of a component as seen from here."""
        return self.root / f"system/run/bus/{component}.sock"

    def channel(self, component: str = "init") -> Channel:
        """A channel to a component."""
        if component not in self.channels:
            self.channels[component] = Channel(UnixAddress(self.socket(component)))
        return self.channels[component]

    def mounts(self) -> list[MountInfo]:
        """The mounts of the node."""
        return list(read(Path(f"/proc/{self.pid}/mountinfo")))

    def pids(self, component: str) -> list[int]:
        """Pids on the host of a component's processes."""
        return Group(self.group.path / "system" / component, self.group.control).pids()

    async def services(self) -> dict[str, Service]:
        """init's services by id."""
        reply = await self.channel().stub(SupervisorServiceStub).list_services()
        return {service.id: service for service in reply.services}

    async def until(self, holds: Callable[[dict[str, Service]], bool], within: float = 30.0) -> dict[str, Service]:
        """Wait until something holds for the services; they are looked at with each event."""
        async with asyncio.timeout(within), aclosing(as_generator(self.events())) as events:
            while not holds(services := await self.services()):
                await anext(events)
        return services

    async def events(self) -> AsyncIterator[Event]:
        """All events of init, past and to come."""
        stub = self.channel().stub(ComponentServiceStub)
        watch = stub.watch_events(WatchEventsRequest(tail_events=-1, follow=True))
        async with aclosing(as_generator(watch)) as replies:
            async for reply in replies:
                assert reply.event is not None
                yield reply.event

    async def until_said(self, log: str, text: str, within: float = 20.0) -> str:
        """Wait for a line with a text in one of init's logs, and return the line."""
        request = StreamLogsRequest(id=log, follow=True, tail_lines=-1)
        stream = self.channel().stub(SupervisorServiceStub).stream_logs(request)
        async with asyncio.timeout(within), aclosing(as_generator(stream)) as replies:
            async for reply in replies:
                for line in reply.lines.decode().splitlines():
                    if text in line:
                        return line
        raise AssertionError(f"the log of {log} ended without {text!r}")

    async def ended(self, within: float) -> int:
        """Wait for the end of PID 1 and return its exit code."""
        return await asyncio.wait_for(self.process.wait(), within)

    async def inside(self, *command: str, group: str = "") -> tuple[int, str]:
        """Run a program in the node's namespaces, in one of its control groups; exit code and output."""
        join = [] if not group else [str(self.group.path / group / "cgroup.procs")]
        program = await asyncio.create_subprocess_exec(
            *("sh", "-ec", 'join=$1; shift; test -z "$join" || echo 0 > "$join"; exec "$@"', "inside"),
            *(join or [""]),
            *("nsenter", f"--target={self.pid}", "--pid", "--mount", "--net", "--root", "--wd=/", "--", *command),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        output, _ = await asyncio.wait_for(program.communicate(), 20)
        return program.returncode or 0, output.decode()


def running(services: dict[str, Service]) -> bool:
    """Whether every component runs and says that it serves."""
    return all(_well(services.get(service)) for service in COMPONENTS)


def _well(service: Service | None) -> bool:
    return (
        service is not None
        and service.state.name == "RUNNING"
        and service.health is not None
        and service.health.healthy
    )


@asynccontextmanager
async def booted(
    *,
    userdata: str | None = None,
    before: str = "",
    replaced: Mapping[str, str] | None = None,
    program: str = "-m services.init",
    env: Mapping[str, str] | None = None,
    table: str = MOUNTS.read_text(),
) -> AsyncIterator[Node]:
    """Boot init with a machine config. before are directories that have a mount already.

    replaced are scripts by component that take its place, program is what the interpreter is given as PID 1, env is
    added to its environment, table is the text of the mount table.
    """
    directory = Path(tempfile.mkdtemp(prefix="init-", dir="/tmp"))
    (directory / "root").mkdir()
    (directory / "root.components").mkdir()
    (directory / "root.mounts").write_text(table)
    for component, script in (replaced or {}).items():
        path = directory / "root.components" / component
        path.write_text(script)
        path.chmod(0o755)
    group = Cgroups.find().group(directory.name)
    group.create()
    text = machine_config() if userdata is None else userdata
    environment = {
        "PATH": os.environ["PATH"],
        "PLATFORM": "container",
        "PROGRAM": program,
        "USERDATA": base64.b64encode(text.encode()).decode(),
        "TALOS_COMPONENTS": REPLACEMENTS,
        "TALOS_EPHEMERAL_SIZE": "320MiB",
        **(env or {}),
    }
    console = directory / "console.log"
    with console.open("wb") as output:
        process = await asyncio.create_subprocess_exec(
            *("sh", "-c", BOOT, "boot", str(directory / "root"), before, PYTHON),
            *map(str, group.join_files),
            env=environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
    node = None
    try:
        node = await asyncio.wait_for(_found(process, group, console), 20)
        yield node
    except BaseException:
        sys.stderr.write(console.read_text()[-20000:])
        raise
    finally:
        for channel in node.channels.values() if node else ():
            channel.close()
        await groups.empty(group)
        await process.wait()
        await _gone(group)
        shutil.rmtree(directory)


async def _found(process: asyncio.subprocess.Process, group: Group, console: Path) -> Node:
    """Wait until init listens."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while True:
        found = children.read_text().split() if process.returncode is None else []
        if process.returncode is not None:
            raise AssertionError(f"init ended with {process.returncode}:\n{console.read_text()}")
        if found and (node := Node(process, int(found[0]), group, console)).socket("init").exists():
            return node
        await asyncio.sleep(0.02)


async def _gone(group: Group) -> None:
    """The kernel gives a group back a moment after its last process has ended."""
    await eventually(group.remove)


async def eventually(holds: Callable[[], bool] | Callable[[], Awaitable[bool]], within: float = 5.0) -> None:
    """Wait for something in /proc, which tells nobody of its changes."""
    async with asyncio.timeout(within):
        while True:
            answer = holds()
            if (await answer) if isinstance(answer, Awaitable) else answer:
                return
            await asyncio.sleep(0.02)
