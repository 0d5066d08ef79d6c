"""The `talos` command, put together."""

from __future__ import annotations

import typer

from libtalos.cli import cluster, contracts, events, image, machine, resources, services

EPILOG = "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 node unreachable, 4 not found, 5 not allowed, 130 interrupted."


def make_app() -> typer.Typer:
    """The whole command with all its subcommands."""
    app = typer.Typer(
        name="talos",
        help="Build, run and drive Talos nodes made of six small processes.",
        epilog=EPILOG,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.add_typer(cluster.app, name="cluster")
    app.add_typer(image.app, name="image")
    app.add_typer(contracts.app, name="contracts")
    for name, command in (
        ("services", services.services),
        ("service", services.service),
        ("logs", services.logs),
        ("events", events.events),
        ("get", resources.get),
        ("version", machine.version),
        ("health", machine.health),
        ("list", machine.list_files),
        ("read", machine.read),
        ("mounts", machine.mounts),
        ("memory", machine.memory),
        ("shutdown", machine.shutdown),
    ):
        app.command(name)(command)
    return app
