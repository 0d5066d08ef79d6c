"""Which node a command talks to: a bus directory given, or a node of a local cluster."""

from __future__ import annotations

import contextlib
import inspect
import os
from collections.abc import Callable, Coroutine, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Concatenate, ParamSpec, get_type_hints

import typer

from libtalos.bus.directory import Bus, BusDirectory
from libtalos.bus.errors import UnavailableError
from libtalos.bus.settings import BusSettings
from libtalos.cli import completion
from libtalos.cli.failures import run
from libtalos.provision.errors import UnknownClusterError
from libtalos.provision.paths import NodeName, cluster_name, talos_home
from libtalos.provision.state import StateStore

P = ParamSpec("P")

DEFAULT_CLUSTER = "talos-default"
PANEL = "Node"

BusOption = Annotated[
    Path | None,
    typer.Option(
        "--bus",
        envvar="TALOS_BUS_DIR",
        metavar="DIR",
        help="Bus directory of the node; counts before --cluster.",
        rich_help_panel=PANEL,
    ),
]
ClusterOption = Annotated[
    str,
    typer.Option(
        "--cluster",
        envvar="TALOS_CLUSTER",
        metavar="NAME",
        help="Local cluster.",
        rich_help_panel=PANEL,
        autocompletion=completion.clusters,
    ),
]
NodeOption = Annotated[
    str | None,
    typer.Option(
        "--node",
        "-n",
        metavar="NAME",
        help="Node of the cluster; default: its first.",
        rich_help_panel=PANEL,
        autocompletion=completion.nodes,
    ),
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
        """The components that have a socket, sorted. Raises UnavailableError if there is none."""
        found = sorted(path.stem for path in self.directory.path.glob("*.sock"))
        if not found:
            raise UnavailableError(f"there is no component's socket in {self.directory.path} (is the node running?)")
        return found


def find_target(bus: Path | None, cluster: str, node: str | None) -> Target:
    """The node that the options name. Raises UnknownClusterError or ProvisionError that say how to get one."""
    if bus is not None:
        return Target(name=bus.absolute().parent.name, directory=BusDirectory(bus))
    store = StateStore(talos_home(os.environ))
    name = cluster_name(cluster)
    state = store.load(name)
    if state is None:
        raise UnknownClusterError(_no_cluster(cluster, store.names()))
    names = [known.name for known in state.nodes]
    wanted = node or names[0]
    if wanted not in names:
        raise UnknownClusterError(f'cluster "{cluster}" has no node "{wanted}", only {", ".join(names)}')
    return Target(name=wanted, directory=BusDirectory(store.paths(name).node(NodeName(wanted)).bus))


def _no_cluster(wanted: str, known: Sequence[str]) -> str:
    if known:
        return f'there is no cluster "{wanted}", only {", ".join(known)}: choose with --cluster, or give --bus'
    return f'there is no cluster "{wanted}": make one with `talos cluster create`, or give --bus'


def on_node(
    bus: Path | None, cluster: str, node: str | None, work: Callable[[Target], Coroutine[Any, Any, None]]
) -> None:
    """Run a command's work on the node that the options name; errors become messages and exit codes."""

    async def found() -> None:
        await work(find_target(bus, cluster, node))

    run(found())


def node_command(work: Callable[Concatenate[Target, P], Coroutine[Any, Any, None]]) -> Callable[..., None]:
    """Make a command of work on a node: with the options that choose the node, after those of the work itself."""

    def command(
        *, bus: BusOption = None, cluster: ClusterOption = DEFAULT_CLUSTER, node: NodeOption = None, **own: Any
    ) -> None:
        on_node(bus, cluster, node, lambda target: work(target, **own))  # type: ignore[call-arg]  # typer checks them

    choice = [parameter for parameter in _parameters(command) if parameter.kind is inspect.Parameter.KEYWORD_ONLY]
    parameters = [*_parameters(work)[1:], *choice]
    command.__name__, command.__doc__ = work.__name__, work.__doc__
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # inspect reads it
    return command


def _parameters(function: Callable[..., Any]) -> list[inspect.Parameter]:
    hints = get_type_hints(function, include_extras=True)
    parameters = inspect.signature(function).parameters.values()
    return [parameter.replace(annotation=hints[parameter.name]) for parameter in parameters]
