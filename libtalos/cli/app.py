"""The `talos` command, put together."""

from __future__ import annotations

from typing import Annotated, ClassVar

import typer

import libtalos
from libtalos.cli.lazy import Entry, LazyGroup

EPILOG = "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 node unreachable, 4 not found, 5 not allowed, 130 interrupted."

LOOK = "Look at a node"
CHANGE = "Change a node"
MAKE = "Make nodes"
DEVELOP = "Develop components"


def _entry(place: str, summary: str, panel: str) -> Entry:
    return Entry(f"libtalos.cli.{place}", summary, panel)


class TalosGroup(LazyGroup):
    """All commands. A summary is the first line of the command's own help."""

    entries: ClassVar = {
        "gen": _entry("gen:app", "Generate secrets, machine configs, authorities, certificates and keys.", MAKE),
        "machineconfig": _entry("machineconfig:app", "Machine configs in files.", MAKE),
        "validate": _entry(
            "machineconfig:validate", "Check a machine config, as a node would before it takes it.", MAKE
        ),
        "config": _entry("talosconfig:app", "Manage the client configuration file (talosconfig).", MAKE),
        "cluster": _entry("cluster:app", "Local clusters: nodes as privileged containers on this host.", MAKE),
        "image": _entry("image:app", "Build the node's image, show what is in one.", MAKE),
        "health": _entry("health:health", "Print whether every component serves and the machine is ready.", LOOK),
        "services": _entry("services:services", "List the services of a node with state and health.", LOOK),
        "logs": _entry("logs:logs", "Print the log of a service.", LOOK),
        "events": _entry("events:events", "Print the events of all components, in order of time.", LOOK),
        "get": _entry("resources:get", "Print resources of one type.", LOOK),
        "list": _entry("files:list_files", "List a directory of the node.", LOOK),
        "read": _entry("files:read", "Print a file of the node.", LOOK),
        "copy": _entry("copying:copy", "Copy a directory or a file of the node, as files or as a tar.gz.", LOOK),
        "usage": _entry("usage:usage", "Print how much of the disk directories of the node take.", LOOK),
        "filesystem": _entry("filesystem:app", "The node's tree of mounts.", LOOK),
        "volumes": _entry("volumes:app", "User volumes of a node.", LOOK),
        "mounts": _entry("files:mounts", "List the mounts of the node with their sizes.", LOOK),
        "memory": _entry("machine:memory", "Print the memory of the node.", LOOK),
        "netstat": _entry(
            "netstat:netstat", "List network connections and sockets; TCP and UDP, unless protocols are chosen.", LOOK
        ),
        "time": _entry("timecheck:time", "Print the node's time, and what a time server says.", LOOK),
        "pcap": _entry("pcap:pcap", "Capture what passes on a link of the node, as a pcap file, until Ctrl-C.", LOOK),
        "version": _entry("machine:version", "Print the versions of this program and of the node.", LOOK),
        "service": _entry("services:service", "Show one service, or start, stop or restart it.", CHANGE),
        "meta": _entry("meta:app", "Write and delete values of META.", CHANGE),
        "disks": _entry("disks:app", "Plan and provision the node's disk.", CHANGE),
        "network": _entry("network:app", "Plan, try, confirm and revert a network config.", CHANGE),
        "wipe": _entry("wipe:app", "Erase disks and partitions.", CHANGE),
        "reset": _entry("reset:reset", "Wipe what a node keeps, and end it.", CHANGE),
        "shutdown": _entry("machine:shutdown", "Shut a node down.", CHANGE),
        "contracts": _entry("contracts:app", "Lint, check, compare and record the contracts.", DEVELOP),
    }


def make_app() -> typer.Typer:
    """The whole command with all its subcommands."""
    app = typer.Typer(
        name="talos",
        cls=TalosGroup,
        help="Build, run and drive Talos nodes made of six small processes.",
        epilog=EPILOG,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(root)
    return app


def print_version(wanted: bool) -> None:  # noqa: FBT001, RUF100 - typer calls it so
    """Print the version and end the command, if wanted."""
    if wanted:
        typer.echo(f"talos {libtalos.__version__}")
        raise typer.Exit


def root(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", help="Print the version of this program.", is_eager=True, callback=print_version),
    ] = False,
) -> None:
    """Build, run and drive Talos nodes made of six small processes."""
