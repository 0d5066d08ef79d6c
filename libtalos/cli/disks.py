"""`talos disks`: make a disk the node's. `talos get disks` and `talos get discoveredvolumes` print what there is."""

from __future__ import annotations

from typing import Annotated

import typer

from libtalos.cli import completion
from libtalos.cli.confirming import YesOption, confirm
from libtalos.cli.output import Output, OutputOption, emit, say
from libtalos.cli.people import size
from libtalos.cli.target import Target, node_command
from libtalos.gen.talos.filesystem.v1 import (
    FilesystemServiceStub,
    PlanDiskRequest,
    PlanDiskResponse,
    ProvisionDiskRequest,
)

app = typer.Typer(help="Plan and provision the node's disk.", no_args_is_help=True, add_completion=False)

HEADER = ("PARTITION", "LABEL", "TYPE", "OFFSET", "SIZE", "FILESYSTEM")

DiskArgument = Annotated[
    str,
    typer.Argument(
        metavar="[DISK]",
        help="Disk, such as /dev/sda; default: machine.install.disk of the machine config.",
        show_default=False,
        autocompletion=completion.disks,
    ),
]
ForceOption = Annotated[bool, typer.Option("--force", "-f", help="Erase whatever is on the disk.")]


@app.command("plan")
@node_command
async def plan(
    target: Target, disk: DiskArgument = "", *, force: ForceOption = False, output: OutputOption = Output.TABLE
) -> None:
    """Print the partitions that a disk will have, and the steps that are missing.

    Example: talos disks plan /dev/sda
    """
    with target.bus() as bus:
        stub = bus.channel("filesystem").stub(FilesystemServiceStub)
        found = await stub.plan_disk(PlanDiskRequest(disk=disk, force=force))
    emit(_document(found), output, header=HEADER, rows=_rows(found), right={"OFFSET", "SIZE"})
    if output is Output.TABLE:
        _tell(found)


@app.command("provision")
@node_command
async def provision(
    target: Target,
    disk: DiskArgument = "",
    *,
    force: ForceOption = False,
    yes: YesOption = False,
) -> None:
    """Partition a disk and make its file systems, after showing the plan; what was interrupted is finished.

    Example: talos disks provision /dev/sda --yes
    """
    with target.bus() as bus:
        stub = bus.channel("filesystem").stub(FilesystemServiceStub)
        found = await stub.plan_disk(PlanDiskRequest(disk=disk, force=force))
        _tell(found)
        if not found.operations:
            return
        confirm(f"Do this to {found.disk}?", yes=yes)
        async for reply in stub.provision_disk(ProvisionDiskRequest(disk=disk, force=force)):
            say(f"done: {reply.operation}")
    say(f"{found.disk} is the node's")


def _tell(found: PlanDiskResponse) -> None:
    if not found.operations:
        say(f"{found.disk} is as wanted: nothing to do")
        return
    say(f"{found.disk}, step by step:")
    for operation in found.operations:
        say(f"  {operation}")


def _rows(found: PlanDiskResponse) -> list[tuple[str, ...]]:
    return [
        (str(part.number), part.label, part.type_guid, size(part.offset), size(part.size), part.filesystem)
        for part in found.partitions
    ]


def _document(found: PlanDiskResponse) -> dict[str, object]:
    partitions = [
        {
            "number": part.number,
            "label": part.label,
            "type": part.type_guid,
            "offset": part.offset,
            "size": part.size,
            "filesystem": part.filesystem,
        }
        for part in found.partitions
    ]
    return {"disk": found.disk, "partitions": partitions, "operations": list(found.operations)}
