"""`talos cluster`: local clusters, nodes as privileged containers on this host."""

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from libtalos.cli import completion
from libtalos.cli.failures import parsed, reported
from libtalos.cli.output import Output, OutputOption, emit, say
from libtalos.provision import image
from libtalos.provision.cluster import (
    DEFAULT_CIDR,
    DEFAULT_DISK_SIZE,
    DEFAULT_NAME,
    STOP_TIMEOUT,
    CreateRequest,
    NodeView,
    Provisioner,
)
from libtalos.provision.errors import ProvisionError, UnknownClusterError
from libtalos.provision.machineconfig import GeneratedConfig
from libtalos.provision.netlink import Netlink
from libtalos.provision.paths import cluster_name, talos_home
from libtalos.provision.plan import Planner
from libtalos.provision.state import StateStore
from libtalos.provision.units import format_size, parse_duration, parse_size

app = typer.Typer(
    no_args_is_help=True, add_completion=False, help="Local clusters: nodes as privileged containers on this host."
)

INTERRUPTED = "interrupted"
HEADER = ("CLUSTER", "NODE", "STATE", "ADDRESS", "PID", "IMAGE", "BUS")

Name = Annotated[
    str,
    typer.Option("--name", metavar="NAME", help="Name of the cluster.", autocompletion=completion.clusters),
]


@app.command()
def create(
    *,
    name: Name = DEFAULT_NAME,
    image_path: Annotated[
        Path | None,
        typer.Option("--image", metavar="FILE", help="Image to boot; the one built last below _out/ if not given."),
    ] = None,
    cidr: Annotated[
        str | None, typer.Option(metavar="NETWORK", help=f"Network of the nodes; {DEFAULT_CIDR} if not given.")
    ] = None,
    disk_size: Annotated[
        str | None,
        typer.Option(
            metavar="SIZE", help=f"Size of the EPHEMERAL disk, sparse; {format_size(DEFAULT_DISK_SIZE)} if not given."
        ),
    ] = None,
    wait: Annotated[bool, typer.Option(help="Wait until the cluster is healthy.")] = True,
    timeout: Annotated[str, typer.Option(metavar="TIME", help="How long to wait for that, as in 90s or 5m.")] = "2m",
    output: OutputOption = Output.TABLE,
) -> None:
    """Create a cluster of one node, or start again one that is not running; one that runs is left as it is.

    Example: talos cluster create --name test --cidr 10.7.0.0/24
    """
    request = CreateRequest(
        name=parsed("--name", cluster_name, name),
        image=image_path,
        cidr=cidr,
        disk_size=parsed("--disk-size", parse_size, disk_size) if disk_size else None,
    )
    seconds = parsed("--timeout", parse_duration, timeout)
    with reported(interrupted=INTERRUPTED):
        require_root()
        provisioner = compose(os.environ)
        outcome = provisioner.create(request)
        if wait:
            wait_or_explain(provisioner, request, seconds)
        say(f"cluster {name}: {outcome.value}" + (", healthy" if wait else ""))
        print_nodes(asyncio.run(provisioner.show(request.name)), output)


@app.command()
def show(
    *,
    name: Annotated[
        str | None,
        typer.Option(
            "--name",
            metavar="NAME",
            help="Name of the cluster; all if not given.",
            autocompletion=completion.clusters,
        ),
    ] = None,
    output: OutputOption = Output.TABLE,
) -> None:
    """Show the nodes of the local clusters as they are now.

    Example: talos cluster show -o json
    """
    wanted = parsed("--name", cluster_name, name) if name else None
    with reported(interrupted=INTERRUPTED):
        print_nodes(asyncio.run(compose(os.environ).show(wanted)), output)


@app.command()
def destroy(
    *,
    name: Name = DEFAULT_NAME,
    timeout: Annotated[
        str,
        typer.Option(metavar="TIME", help="How long a node gets to shut down before it is killed; 0 kills at once."),
    ] = f"{STOP_TIMEOUT:g}s",
    if_exists: Annotated[bool, typer.Option("--if-exists", help="No error if there is no such cluster.")] = False,
) -> None:
    """Stop a cluster and remove everything of it: processes, groups, links, mounts, disks, secrets.

    Example: talos cluster destroy --name test --if-exists
    """
    wanted = parsed("--name", cluster_name, name)
    seconds = parsed("--timeout", parse_duration, timeout)
    with reported(interrupted=INTERRUPTED):
        require_root()
        try:
            compose(os.environ).destroy(wanted, stop_timeout=seconds)
        except UnknownClusterError:
            if not if_exists:
                raise
            say(f"cluster {name}: there is none")
        else:
            say(f"cluster {name}: destroyed")


def compose(environ: "os._Environ[str]") -> Provisioner:
    """Build a provisioner for the clusters of $TALOS_HOME on this host."""
    store = StateStore(talos_home(environ))
    return Provisioner(
        store=store,
        planner=Planner(store=store, network=Netlink(), source=GeneratedConfig()),
        find_image=lambda: image.newest((Path.cwd(), image.PROJECT)),
        progress=say,
    )


def require_root() -> None:
    """Raise ProvisionError unless this is root, before anything fails halfway."""
    if os.geteuid() != 0:
        raise ProvisionError(
            "mounts, loop devices and containers need root; run it as root, as in `sudo talos cluster`"
        )


def wait_or_explain(provisioner: Provisioner, request: CreateRequest, timeout: float) -> None:
    """Wait for health; the cluster stays as it is if that fails, for a look at it."""
    try:
        asyncio.run(provisioner.wait(request.name, timeout=timeout))
    except (ProvisionError, KeyboardInterrupt) as error:
        error.add_note(
            f"The cluster is still there: `talos cluster show`, or `talos cluster destroy --name {request.name}`."
        )
        raise


def print_nodes(nodes: Sequence[NodeView], output: Output) -> None:
    """Print nodes on stdout."""
    rows = [(n.cluster, n.node, n.state, n.address, str(n.pid or "-"), n.image, n.bus) for n in nodes]
    emit(msgspec.to_builtins(nodes), output, header=HEADER, rows=rows)
