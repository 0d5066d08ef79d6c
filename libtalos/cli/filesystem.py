"""`talos filesystem`: the node's tree of mounts, as its table declares it."""

from __future__ import annotations

from typing import Any

import typer

from libtalos.cli.output import Output, OutputOption, emit, print_table, put
from libtalos.cli.target import Target, node_command
from libtalos.gen.talos.filesystem.v1 import FilesystemServiceStub, PlanRequest, PlanRow

app = typer.Typer(help="The node's tree of mounts.", no_args_is_help=True, add_completion=False)

HEADER = ("TARGET", "KIND", "SOURCE", "TYPE", "OPTIONS", "MODE", "OWNER", "COMPONENT", "STATE")


@app.callback()
def filesystem() -> None:
    """The node's tree of mounts."""


@app.command("plan")
@node_command
async def plan(target: Target, *, output: OutputOption = Output.TABLE) -> None:
    """Print the mount table, row by row, and what would be done now; nothing is done.

    Example: talos filesystem plan -o yaml
    """
    with target.bus() as bus:
        reply = await bus.channel("filesystem").stub(FilesystemServiceStub).plan(PlanRequest())
    emit([_data(row) for row in reply.rows], output, header=HEADER, rows=map(_cells, reply.rows))
    steps = [(row.target, step) for row in reply.rows for step in row.steps]
    if steps and output is Output.TABLE:
        put("\n")
        print_table(("TARGET", "STEP"), steps)


def _data(row: PlanRow) -> dict[str, Any]:
    return {
        "target": row.target,
        "kind": row.kind,
        "source": row.source,
        "type": row.type,
        "options": list(row.options),
        "mode": _mode(row),
        "owner": _owner(row),
        "component": row.component,
        "steps": list(row.steps),
    }


def _cells(row: PlanRow) -> tuple[str, ...]:
    places = (row.target, row.kind, row.source or "-", row.type or "-", ",".join(row.options) or "-")
    return (*places, _mode(row) or "-", _owner(row) or "-", row.component, _state(row))


def _mode(row: PlanRow) -> str:
    return f"{row.mode:04o}" if row.mode else ""


def _owner(row: PlanRow) -> str:
    return f"{row.uid}:{row.gid}" if row.mode else ""


def _state(row: PlanRow) -> str:
    if not row.steps:
        return "ok"
    return f"{len(row.steps)} step{'s' * (len(row.steps) > 1)} missing"
