"""`talos time`, with upstream's flag and columns."""

from __future__ import annotations

from typing import Annotated

import typer

from libtalos.cli.output import Output, OutputOption, emit
from libtalos.cli.people import timestamp
from libtalos.cli.target import Target, node_command
from libtalos.gen.google.protobuf import Empty
from libtalos.gen.time import TimeRequest, TimeServiceStub

_COLUMNS = ("NODE", "NTP-SERVER", "NODE-TIME", "NTP-SERVER-TIME")


@node_command
async def time(
    target: Target,
    *,
    check: Annotated[
        str, typer.Option("--check", "-c", metavar="SERVER", help="Ask this time server, not the node's own.")
    ] = "",
    output: OutputOption = Output.TABLE,
) -> None:
    """Print the node's time, and what a time server says.

    Example: talos time --check pool.ntp.org
    """
    with target.bus() as bus:
        service = bus.channel("api").stub(TimeServiceStub)
        reply = await (service.time_check(TimeRequest(server=check)) if check else service.time(Empty()))
    # two clocks are compared: as finely as the messages have them
    moments = [
        (each.server, *(timestamp(moment, precision="microseconds") for moment in (each.localtime, each.remotetime)))
        for each in reply.messages
    ]
    data = [
        {"node": target.name, "server": server, "nodeTime": local, "serverTime": remote}
        for server, local, remote in moments
    ]
    emit(data, output, header=_COLUMNS, rows=[(target.name, *each) for each in moments])
