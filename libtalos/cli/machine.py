"""`talos version`, `health`, `shutdown`, `list`, `read`, `mounts`, `memory`."""

from __future__ import annotations

import stat
import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer

import libtalos
from libtalos.bus.directory import Bus
from libtalos.bus.errors import UnavailableError
from libtalos.cli.events import unpack
from libtalos.cli.failures import EXIT_FAILED
from libtalos.cli.output import Output, OutputOption, emit, say
from libtalos.cli.target import DEFAULT_CLUSTER, BusOption, ClusterOption, NodeOption, Target, on_node
from libtalos.gen.google.protobuf import Empty
from libtalos.gen.machine import FileInfo, ListRequest, MachineServiceStub, ReadRequest
from libtalos.gen.talos.api.v1 import ApiServiceStub, ListBackendsRequest
from libtalos.gen.talos.component.v1 import ComponentServiceStub, WatchEventsRequest
from libtalos.gen.talos.init.v1 import InitServiceStub, ShutdownRequest
from libtalos.resources.client import ResourceClient
from libtalos.resources.definitions.runtime import MachineStatus

MIB = 2**20


def version(
    *,
    client: Annotated[bool, typer.Option("--client", help="Only this program's version.")] = False,
    output: OutputOption = Output.TABLE,
    bus: BusOption = None,
    cluster: ClusterOption = DEFAULT_CLUSTER,
    node: NodeOption = None,
) -> None:
    """Print the versions of this program and of the node."""
    if client:
        _print_versions([("client", libtalos.__version__, "")], output)
    else:
        on_node(bus, cluster, node, lambda target: _version(target, output))


def health(
    *,
    output: OutputOption = Output.TABLE,
    bus: BusOption = None,
    cluster: ClusterOption = DEFAULT_CLUSTER,
    node: NodeOption = None,
) -> None:
    """Print whether every component serves and the machine is ready; exit code 1 if not."""
    if not on_node(bus, cluster, node, lambda target: _health(target, output)):
        raise typer.Exit(EXIT_FAILED)


def shutdown(
    *,
    force: Annotated[bool, typer.Option("--force", help="Stop services without waiting long.")] = False,
    wait: Annotated[bool, typer.Option(help="Tell the progress until the node is gone.")] = True,
    bus: BusOption = None,
    cluster: ClusterOption = DEFAULT_CLUSTER,
    node: NodeOption = None,
) -> None:
    """Shut a node down."""
    on_node(bus, cluster, node, lambda target: _shutdown(target, force=force, wait=wait))


def list_files(
    path: Annotated[str, typer.Argument(help="Directory on the node.")] = "/",
    *,
    recurse: Annotated[bool, typer.Option("--recurse", "-r", help="Also what is below.")] = False,
    depth: Annotated[int, typer.Option("--depth", "-d", help="Levels below, with --recurse; 0 is no limit.")] = 0,
    output: OutputOption = Output.TABLE,
    bus: BusOption = None,
    cluster: ClusterOption = DEFAULT_CLUSTER,
    node: NodeOption = None,
) -> None:
    """List a directory of the node."""
    request = ListRequest(root=path, recurse=recurse, recursion_depth=depth)
    on_node(bus, cluster, node, lambda target: _list(target, request, output))


def read(
    path: Annotated[str, typer.Argument(help="File on the node.")],
    *,
    bus: BusOption = None,
    cluster: ClusterOption = DEFAULT_CLUSTER,
    node: NodeOption = None,
) -> None:
    """Print a file of the node."""
    on_node(bus, cluster, node, lambda target: _read(target, path))


def mounts(
    *,
    output: OutputOption = Output.TABLE,
    bus: BusOption = None,
    cluster: ClusterOption = DEFAULT_CLUSTER,
    node: NodeOption = None,
) -> None:
    """List the mounts of the node with their sizes."""
    on_node(bus, cluster, node, lambda target: _mounts(target, output))


def memory(
    *,
    output: OutputOption = Output.TABLE,
    bus: BusOption = None,
    cluster: ClusterOption = DEFAULT_CLUSTER,
    node: NodeOption = None,
) -> None:
    """Print the memory of the node, in MiB."""
    on_node(bus, cluster, node, lambda target: _memory(target, output))


async def _version(target: Target, output: Output) -> None:
    with target.bus() as channels:
        reply = await channels.channel("api").stub(MachineServiceStub).version(Empty())
    tags = [message.version for message in reply.messages if message.version is not None]
    node = [(target.name, tag.tag, f"{tag.os}/{tag.arch}") for tag in tags]
    _print_versions([("client", libtalos.__version__, ""), *node], output)


def _print_versions(found: Sequence[tuple[str, str, str]], output: Output) -> None:
    data = [{"name": name, "tag": tag, "platform": platform} for name, tag, platform in found]
    emit(data, output, header=("NAME", "TAG", "OS/ARCH"), rows=found)


async def _health(target: Target, output: Output) -> bool:
    with target.bus() as channels:
        reply = await channels.channel("api").stub(ApiServiceStub).list_backends(ListBackendsRequest())
        status = (await ResourceClient(channels.channel("api")).get(MachineStatus, "machine")).spec
    rows = [
        (backend.component, "serving" if backend.serving else "down", backend.version, backend.error)
        for backend in reply.backends
    ]
    rows += [
        ("machine", "ready" if status.status.ready else status.stage, "", condition.reason)
        for condition in status.status.unmet_conditions
    ] or [("machine", "ready" if status.status.ready else status.stage, "", "")]
    data = {
        "components": [
            {"name": entry.component, "serving": entry.serving, "version": entry.version, "error": entry.error}
            for entry in reply.backends
        ],
        "stage": status.stage,
        "ready": status.status.ready,
        "unmetConditions": [condition.reason for condition in status.status.unmet_conditions],
    }
    emit(data, output, header=("COMPONENT", "STATE", "VERSION", "REASON"), rows=rows)
    return status.status.ready and all(backend.serving for backend in reply.backends)


async def _shutdown(target: Target, *, force: bool, wait: bool) -> None:
    with target.bus() as channels:
        reply = await channels.channel("init").stub(InitServiceStub).shutdown(ShutdownRequest(force=force))
        say(f"{target.name}: shutdown sequence {reply.actor_id}")
        if wait:
            await _tell_progress(channels, target.name, reply.actor_id)


async def _tell_progress(bus: Bus, name: str, actor_id: str) -> None:
    stub = bus.channel("init").stub(ComponentServiceStub)
    request = WatchEventsRequest(tail_events=-1, with_actor_id=actor_id, follow=True)
    try:
        async for reply in stub.watch_events(request):
            if reply.event is not None:
                kind, fields = unpack(reply.event)
                say(f"{name}: {kind} {' '.join(str(value) for value in fields.values())}")
    except UnavailableError:
        # the end of init is the end of the node
        say(f"{name}: shut down")


async def _list(target: Target, request: ListRequest, output: Output) -> None:
    with target.bus() as channels:
        stub = channels.channel("api").stub(MachineServiceStub)
        found = [entry async for entry in stub.list(request)]
    rows = [
        (file_mode(entry), str(entry.uid), str(entry.gid), str(entry.size), _name(entry), entry.error)
        for entry in found
    ]
    data = [
        {"mode": row[0], "uid": entry.uid, "gid": entry.gid, "size": entry.size, "name": entry.name, "link": entry.link}
        for row, entry in zip(rows, found, strict=True)
    ]
    emit(data, output, header=("MODE", "UID", "GID", "SIZE(B)", "NAME", "ERROR"), rows=rows)


async def _read(target: Target, path: str) -> None:
    with target.bus() as channels:
        stub = channels.channel("api").stub(MachineServiceStub)
        async for reply in stub.read(ReadRequest(path=path)):
            sys.stdout.buffer.write(reply.bytes)
        sys.stdout.buffer.flush()


async def _mounts(target: Target, output: Output) -> None:
    with target.bus() as channels:
        reply = await channels.channel("api").stub(MachineServiceStub).mounts(Empty())
    stats = [entry for message in reply.messages for entry in message.stats]
    rows = [
        (entry.filesystem, f"{entry.size / MIB:.1f}", f"{entry.available / MIB:.1f}", entry.mounted_on)
        for entry in stats
    ]
    data = [
        {"filesystem": e.filesystem, "size": e.size, "available": e.available, "mountedOn": e.mounted_on} for e in stats
    ]
    emit(data, output, header=("FILESYSTEM", "SIZE(MiB)", "AVAILABLE(MiB)", "MOUNTED ON"), rows=rows)


async def _memory(target: Target, output: Output) -> None:
    with target.bus() as channels:
        reply = await channels.channel("api").stub(MachineServiceStub).memory(Empty())
    info = next(message.meminfo for message in reply.messages if message.meminfo is not None)
    fields: dict[str, Any] = {
        "total": info.memtotal,
        "used": info.memtotal - info.memavailable,
        "free": info.memfree,
        "shared": info.shmem,
        "buffers": info.buffers,
        "cache": info.cached,
        "available": info.memavailable,
    }
    row = (target.name, *(str(value // 1024) for value in fields.values()))
    header = ("NODE", *(name.upper() for name in fields))
    emit({"node": target.name, "kibibytes": fields}, output, header=header, rows=[row])


# Go's os.FileMode bits, which upstream sends instead of st_mode
_GO_TYPES = {1 << 31: stat.S_IFDIR, 1 << 27: stat.S_IFLNK, 1 << 24: stat.S_IFSOCK, 1 << 25: stat.S_IFIFO}
_GO_TYPES |= {1 << 26 | 1 << 21: stat.S_IFCHR, 1 << 26: stat.S_IFBLK}


def file_mode(entry: FileInfo) -> str:
    """The mode as ls(1) prints it."""
    kind = next((kind for bits, kind in _GO_TYPES.items() if entry.mode & bits == bits), stat.S_IFREG)
    return stat.filemode(kind | entry.mode & 0o777)


def _name(entry: FileInfo) -> str:
    return f"{entry.relative_name} -> {entry.link}" if entry.link else entry.relative_name
