"""`talos cluster`: local clusters, nodes as privileged containers on this host."""

import asyncio
import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from libtalos.cli.failures import EXIT_FAILED, EXIT_INTERRUPTED
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

app = typer.Typer(no_args_is_help=True, help="Local clusters: nodes as privileged containers on this host.")


EXIT_UNKNOWN = 4
HEADER = ("CLUSTER", "NODE", "STATE", "ADDRESS", "PID", "IMAGE", "BUS")

Name = Annotated[str, typer.Option("--name", help="Name of the cluster.")]


@app.command()
def create(
    *,
    name: Name = DEFAULT_NAME,
    image_path: Annotated[
        Path | None, typer.Option("--image", help="Image to boot; the one built last below _out/ if not given.")
    ] = None,
    cidr: Annotated[str | None, typer.Option(help=f"Network of the nodes; {DEFAULT_CIDR} if not given.")] = None,
    disk_size: Annotated[
        str | None,
        typer.Option(help=f"Size of the EPHEMERAL disk, sparse; {format_size(DEFAULT_DISK_SIZE)} if not given."),
    ] = None,
    wait: Annotated[bool, typer.Option(help="Wait until the cluster is healthy.")] = True,
    timeout: Annotated[str, typer.Option(help="How long to wait for that, as in 90s or 5m.")] = "2m",
    output: OutputOption = Output.TABLE,
) -> None:
    """Create a cluster of one node, or start again one that is not running; one that runs is left as it is."""
    with reported():
        require_root()
        provisioner = compose(os.environ)
        request = CreateRequest(
            name=cluster_name(name),
            image=image_path,
            cidr=cidr,
            disk_size=parse_size(disk_size) if disk_size else None,
        )
        seconds = parse_duration(timeout)
        outcome = provisioner.create(request)
        if wait:
            wait_or_explain(provisioner, request, seconds)
        say(f"cluster {name}: {outcome.value}" + (", healthy" if wait else ""))
        print_nodes(asyncio.run(provisioner.show(request.name)), output)


@app.command()
def show(
    *,
    name: Annotated[str | None, typer.Option("--name", help="Name of the cluster; all if not given.")] = None,
    output: OutputOption = Output.TABLE,
) -> None:
    """Show the nodes of the local clusters as they are now."""
    with reported():
        provisioner = compose(os.environ)
        print_nodes(asyncio.run(provisioner.show(cluster_name(name) if name else None)), output)


@app.command()
def destroy(
    *,
    name: Name = DEFAULT_NAME,
    timeout: Annotated[
        str, typer.Option(help="How long a node gets to shut down before it is killed; 0 kills at once.")
    ] = f"{STOP_TIMEOUT:g}s",
    if_exists: Annotated[bool, typer.Option("--if-exists", help="No error if there is no such cluster.")] = False,
) -> None:
    """Stop a cluster and remove everything of it: processes, groups, links, mounts, disks, secrets."""
    with reported():
        require_root()
        provisioner = compose(os.environ)
        try:
            provisioner.destroy(cluster_name(name), stop_timeout=parse_duration(timeout))
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


@contextmanager
def reported() -> Iterator[None]:
    """Turn what a user can do something about into a message on stderr and an exit code (see libtalos.cli.failures).

    SIGTERM and SIGHUP interrupt as Ctrl-C does, so that steps are undone.
    """
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)
    try:
        yield
    except UnknownClusterError as error:
        fail(str(error), error, code=EXIT_UNKNOWN)
    except (ProvisionError, OSError) as error:
        fail(str(error), error, code=EXIT_FAILED)
    except KeyboardInterrupt as error:
        fail("interrupted", error, code=EXIT_INTERRUPTED)


def fail(message: str, error: BaseException, *, code: int) -> None:
    """Say what went wrong, with the notes on error, and leave."""
    say("\n".join([f"error: {message}", *getattr(error, "__notes__", ())]))
    raise typer.Exit(code)


def print_nodes(nodes: Sequence[NodeView], output: Output) -> None:
    """Print nodes on stdout."""
    rows = [(n.cluster, n.node, n.state, n.address, str(n.pid or "-"), n.image, n.bus) for n in nodes]
    emit(msgspec.to_builtins(nodes), output, header=HEADER, rows=rows)
