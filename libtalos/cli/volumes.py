"""`talos volumes`: what the user volumes of a machine config take. `talos get volumestatus` prints how far they are."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from libtalos.cli.output import Output, OutputOption, emit, say
from libtalos.cli.target import Target, node_command
from libtalos.gen.talos.filesystem.v1 import FilesystemServiceStub, PlannedVolume, PlanVolumesRequest

app = typer.Typer(help="User volumes of a node.", no_args_is_help=True, add_completion=False)

HEADER = ("VOLUME", "TYPE", "LOCATION", "TARGET", "STATE")

FileOption = Annotated[
    Path | None,
    typer.Option(
        "--file",
        "-f",
        help="Machine config, or documents of it, that the node does not have yet; default: the node's.",
        show_default=False,
        exists=True,
        dir_okay=False,
    ),
]


@app.callback()
def volumes() -> None:
    """User volumes of a node."""


@app.command("plan")
@node_command
async def plan(target: Target, *, file: FileOption = None, output: OutputOption = Output.TABLE) -> None:
    """Print where user volumes are or would be, and the steps that are missing; nothing is done.

    Example: talos volumes plan --file volumes.yaml
    """
    text = file.read_text() if file else ""
    with target.bus() as bus:
        stub = bus.channel("filesystem").stub(FilesystemServiceStub)
        found = (await stub.plan_volumes(PlanVolumesRequest(config=text))).volumes
    emit([_data(each) for each in found], output, header=HEADER, rows=map(_cells, found))
    if output is Output.TABLE:
        for each in found:
            for line in each.operations:
                say(f"{each.id}: {line}")
            if each.error:
                say(f"{each.id}: {each.error}")


def _data(volume: PlannedVolume) -> dict[str, object]:
    return {
        "id": volume.id,
        "type": volume.type,
        "location": volume.location,
        "target": volume.target,
        "operations": list(volume.operations),
        "error": volume.error,
    }


def _cells(volume: PlannedVolume) -> tuple[str, ...]:
    return volume.id, volume.type, volume.location or "-", volume.target, _state(volume)


def _state(volume: PlannedVolume) -> str:
    if volume.error:
        return "no way"
    count = len(volume.operations)
    return f"{count} step{'s' * (count > 1)} missing" if count else "ok"
