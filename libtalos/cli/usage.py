"""`talos usage`."""

from __future__ import annotations

from typing import Annotated

import typer

from libtalos.cli import completion
from libtalos.cli.failures import EXIT_FAILED
from libtalos.cli.output import Output, OutputOption, emit, say
from libtalos.cli.people import size
from libtalos.cli.target import Target, node_command
from libtalos.gen.machine import DiskUsageInfo, DiskUsageRequest, MachineServiceStub


@node_command
async def usage(
    target: Target,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...", help="Directories or files on the node; default: /.", autocompletion=completion.paths
        ),
    ] = None,
    *,
    everything: Annotated[bool, typer.Option("--all", "-a", help="Files, too, and not directories alone.")] = False,
    depth: Annotated[
        int, typer.Option("--depth", "-d", min=0, metavar="LEVELS", help="Levels to print; 0: no limit.")
    ] = 0,
    threshold: Annotated[
        int,
        typer.Option(
            "--threshold", "-t", metavar="BYTES", help="Leave out what takes less; if negative, what takes more."
        ),
    ] = 0,
    output: OutputOption = Output.TABLE,
) -> None:
    """Print how much of the disk directories of the node take.

    What could not be counted is named on stderr, and the exit code is 1.

    Example: talos usage /var -d 2 -t 1048576
    """
    request = DiskUsageRequest(paths=paths or ["/"], all=everything, recursion_depth=depth, threshold=threshold)
    with target.bus() as bus:
        found = [entry async for entry in bus.channel("api").stub(MachineServiceStub).disk_usage(request)]
    counted = [entry for entry in found if not entry.error]
    rows = [(size(entry.size), entry.name) for entry in counted]
    emit([_usage(entry) for entry in found], output, header=("SIZE", "NAME"), rows=rows, right={"SIZE"})
    for entry in found:
        if entry.error:
            say(f"warning: {entry.name}: {entry.error}")
    if len(counted) < len(found):
        raise typer.Exit(EXIT_FAILED)


def _usage(entry: DiskUsageInfo) -> dict[str, object]:
    return {"name": entry.name, "size": entry.size, "error": entry.error}
