"""`talos wipe`: erase disks and partitions that nothing uses."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from libtalos.cli.confirming import YesOption, confirm
from libtalos.cli.output import Output, OutputOption, emit, say
from libtalos.cli.people import size
from libtalos.cli.target import Target, node_command
from libtalos.gen.talos.filesystem.v1 import (
    FilesystemServiceStub,
    WipeDevice,
    WipeDevicesRequest,
    WipeDevicesResponse,
    WipeMethod,
)

app = typer.Typer(help="Erase disks and partitions.", no_args_is_help=True, add_completion=False)

HEADER = ("NODE", "DEVICE", "METHOD", "SIZE")
# how often progress is told: each time that so many hundredths more are done
STEP = 5


@app.callback()
def wipe() -> None:
    """Erase disks and partitions."""


class Method(StrEnum):
    """How a device is wiped, by upstream's names."""

    FAST = "FAST"
    ZEROES = "ZEROES"


_METHODS = {Method.FAST: WipeMethod.FAST, Method.ZEROES: WipeMethod.ZEROES}


@app.command("disk")
@node_command
async def disk(
    target: Target,
    devices: Annotated[
        list[str], typer.Argument(metavar="DEVICE...", help="Names of disks or partitions, such as sda or sda1.")
    ],
    *,
    method: Annotated[
        Method, typer.Option("--method", case_sensitive=False, help="Signatures alone, or zeros over everything.")
    ] = Method.FAST,
    drop_partition: Annotated[
        bool, typer.Option("--drop-partition", help="Take the partition out of its disk's table, too.")
    ] = False,
    skip_volume_check: Annotated[
        bool, typer.Option("--skip-volume-check", help="Also if it is of the node's own disk.")
    ] = False,
    skip_secondary_check: Annotated[
        bool, typer.Option("--skip-secondary-check", help="Also if another device is made of it.")
    ] = False,
    yes: YesOption = False,
    output: OutputOption = Output.TABLE,
) -> None:
    """Erase disks or partitions that nothing uses; all are looked at before the first is touched.

    Example: talos wipe disk sdb sdc1 --method ZEROES
    """
    confirm(f"Erase {', '.join(devices)} of {target.name}?", yes=yes)
    orders = [
        WipeDevice(
            device=device,
            method=_METHODS[method],
            skip_volume_check=skip_volume_check,
            skip_secondary_check=skip_secondary_check,
            drop_partition=drop_partition,
        )
        for device in devices
    ]
    sizes = await _wipe(target, orders)
    rows = [(target.name, name, method.value, size(count)) for name, count in sizes.items()]
    data = [
        {"node": target.name, "device": name, "method": method.value, "size": count} for name, count in sizes.items()
    ]
    emit(data, output, header=HEADER, rows=rows, right={"SIZE"})


async def _wipe(target: Target, orders: Sequence[WipeDevice]) -> dict[str, int]:
    """Wipe, tell the progress, and return the sizes of what was wiped in bytes."""
    sizes: dict[str, int] = {}
    told = 0
    with target.bus() as bus:
        stub = bus.channel("filesystem").stub(FilesystemServiceStub)
        async for reply in stub.wipe_devices(WipeDevicesRequest(devices=list(orders))):
            told = 0 if reply.device not in sizes else told
            sizes[reply.device] = reply.size
            told = _tell(reply, told)
    return sizes


def _tell(reply: WipeDevicesResponse, told: int) -> int:
    """Say what was done; return how many hundredths have been told."""
    if reply.step:
        say(f"{reply.device}: {reply.step}")
        return told
    done = 100 * reply.done // max(1, reply.size)
    if done < told + STEP:
        return told
    say(f"{reply.device}: {done} % of {size(reply.size)}")
    return done
