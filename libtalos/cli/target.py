"""Which node a command talks to: a bus directory given, or a node of a local cluster."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from libtalos.bus.directory import Bus, BusDirectory
from libtalos.bus.settings import BusSettings
from libtalos.cli.failures import run
from libtalos.provision.errors import ProvisionError
from libtalos.provision.paths import NodeName, cluster_name, talos_home
from libtalos.provision.state import StateStore

T = TypeVar("T")

DEFAULT_CLUSTER = "talos-default"

BusOption = Annotated[
    Path | None,
    typer.Option("--bus", envvar="TALOS_BUS_DIR", help="Bus directory of the node.", rich_help_panel="Node"),
]
ClusterOption = Annotated[str, typer.Option("--cluster", help="Local cluster.", rich_help_panel="Node")]
NodeOption = Annotated[
    str | None, typer.Option("--node", "-n", help="Node of the cluster; default: its first.", rich_help_panel="Node")
]


@dataclass(frozen=True)
class Target:
    """A node: what it is called and where its sockets are."""

    name: str
    directory: BusDirectory

    @contextlib.contextmanager
    def bus(self) -> Iterator[Bus]:
        """Channels to the node's components, closed at the end. Use it inside a running event loop."""
        bus = Bus(self.directory, BusSettings())
        try:
            yield bus
        finally:
            bus.close()

    def components(self) -> list[str]:
        """The components that have a socket, sorted."""
        return sorted(path.stem for path in self.directory.path.glob("*.sock"))


def find_target(bus: Path | None, cluster: str, node: str | None) -> Target:
    """The node that the options name. Raises ProvisionError that says how to get one."""
    if bus is not None:
        return Target(name=bus.parent.name or str(bus), directory=BusDirectory(bus))
    store = StateStore(talos_home(os.environ))
    name = cluster_name(cluster)
    state = store.load(name)
    if state is None:
        raise ProvisionError(f'there is no cluster "{cluster}": make one with `talos cluster create`, or give --bus')
    names = [known.name for known in state.nodes]
    wanted = node or names[0]
    if wanted not in names:
        raise ProvisionError(f'cluster "{cluster}" has no node "{wanted}", only {", ".join(names)}')
    return Target(name=wanted, directory=BusDirectory(store.paths(name).node(NodeName(wanted)).bus))


def on_node(bus: Path | None, cluster: str, node: str | None, work: Callable[[Target], Coroutine[Any, Any, T]]) -> T:
    """Run a command's work on the node that the options name; errors become messages and exit codes."""

    async def found() -> T:
        return await work(find_target(bus, cluster, node))

    return run(found())
