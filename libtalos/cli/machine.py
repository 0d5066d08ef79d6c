"""`talos version`, `talos memory`, `talos shutdown`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

import libtalos
from libtalos.cli.ending import tell_end
from libtalos.cli.output import Output, OutputOption, emit, say
from libtalos.cli.people import size
from libtalos.cli.target import DEFAULT_CLUSTER, BusOption, ClusterOption, NodeOption, Target, node_command, on_node
from libtalos.gen.google.protobuf import Empty
from libtalos.gen.machine import MachineServiceStub
from libtalos.gen.talos.init.v1 import InitServiceStub, ShutdownRequest

KIB = 1024


def version(
    *,
    client: Annotated[bool, typer.Option("--client", help="Only this program's version.")] = False,
    output: OutputOption = Output.TABLE,
    bus: BusOption = None,
    cluster: ClusterOption = DEFAULT_CLUSTER,
    node: NodeOption = None,
) -> None:
    """Print the versions of this program and of the node.

    Example: talos version --client
    """
    if client:
        _print_versions([("client", libtalos.__version__, "")], output)
    else:
        on_node(bus, cluster, node, lambda target: _version(target, output))


async def _version(target: Target, output: Output) -> None:
    with target.bus() as channels:
        reply = await channels.channel("api").stub(MachineServiceStub).version(Empty())
    tags = [message.version for message in reply.messages if message.version is not None]
    node = [(target.name, tag.tag, f"{tag.os}/{tag.arch}") for tag in tags]
    _print_versions([("client", libtalos.__version__, ""), *node], output)


def _print_versions(found: Sequence[tuple[str, str, str]], output: Output) -> None:
    data = [{"name": name, "tag": tag, "platform": platform} for name, tag, platform in found]
    emit(data, output, header=("NAME", "TAG", "OS/ARCH"), rows=found)


@node_command
async def memory(target: Target, *, output: OutputOption = Output.TABLE) -> None:
    """Print the memory of the node.

    Example: talos memory -o json
    """
    with target.bus() as channels:
        reply = await channels.channel("api").stub(MachineServiceStub).memory(Empty())
    # /proc/meminfo: KiB
    info = next(message.meminfo for message in reply.messages if message.meminfo is not None)
    fields = {
        "total": info.memtotal,
        "used": info.memtotal - info.memavailable,
        "free": info.memfree,
        "shared": info.shmem,
        "buffers": info.buffers,
        "cache": info.cached,
        "available": info.memavailable,
    }
    header = ("NODE", *(name.upper() for name in fields))
    row = (target.name, *(size(value * KIB) for value in fields.values()))
    emit({"node": target.name, "kibibytes": fields}, output, header=header, rows=[row], right=header[1:])


@node_command
async def shutdown(
    target: Target,
    *,
    force: Annotated[bool, typer.Option("--force", help="Stop services without waiting long.")] = False,
    wait: Annotated[bool, typer.Option(help="Tell the progress until the node is gone.")] = True,
) -> None:
    """Shut a node down.

    Example: talos shutdown --no-wait
    """
    with target.bus() as channels:
        reply = await channels.channel("init").stub(InitServiceStub).shutdown(ShutdownRequest(force=force))
        say(f"{target.name}: shutdown sequence {reply.actor_id}")
        if wait:
            await tell_end(channels, target.name, reply.actor_id, end="shut down")
