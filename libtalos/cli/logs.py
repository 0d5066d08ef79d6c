"""`talos logs`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from libtalos.bus.errors import InvalidArgumentError, NotFoundError
from libtalos.cli import completion
from libtalos.cli.output import put
from libtalos.cli.target import Target, node_command
from libtalos.gen.talos.supervisor.v1 import ListLogsRequest, StreamLogsRequest, SupervisorServiceStub

if TYPE_CHECKING:
    from libtalos.bus.channel import Channel


@node_command
async def logs(
    target: Target,
    log_id: Annotated[
        str | None, typer.Argument(help="Name of the service.", metavar="ID", autocompletion=completion.logs)
    ] = None,
    *,
    follow: Annotated[bool, typer.Option("--follow", "-f", help="Go on with what is new.")] = False,
    tail: Annotated[int, typer.Option(metavar="LINES", help="Lines from the end first; -1 is all.")] = -1,
) -> None:
    """Print the log of a service.

    Example: talos logs etcd -f --tail 20
    """
    with target.bus() as bus:
        channel = bus.channel("api")
        if log_id is None:
            raise InvalidArgumentError(f"which log? There are {', '.join(await list_logs(channel))}")
        try:
            await _print(channel, StreamLogsRequest(id=log_id, follow=follow, tail_lines=tail))
        except NotFoundError as error:
            error.add_note(f"There are {', '.join(await list_logs(channel))}.")
            raise


async def list_logs(channel: Channel) -> Sequence[str]:
    """The names of the logs that a node keeps, from its api."""
    return (await channel.stub(SupervisorServiceStub).list_logs(ListLogsRequest())).ids


async def _print(channel: Channel, request: StreamLogsRequest) -> None:
    async for reply in channel.stub(SupervisorServiceStub).stream_logs(request):
        put(reply.lines)
