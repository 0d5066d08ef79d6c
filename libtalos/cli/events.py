"""`talos events`: what happened on a node, and what happens."""

from __future__ import annotations

import datetime as dt
import time
from typing import Annotated

import typer

from libtalos.bus.errors import InvalidArgumentError
from libtalos.cli import eventtext
from libtalos.cli.eventstream import Events, Wanted
from libtalos.cli.failures import parsed
from libtalos.cli.output import Output, OutputOption, StreamTable, print_item, say
from libtalos.cli.people import timestamp
from libtalos.cli.target import Target, node_command
from libtalos.gen.talos.component.v1 import Event
from libtalos.provision.units import parse_duration

# seconds that a component gets to tell its past
PATIENCE = 5.0
# widths in characters; those of names are of the longest that there are
WIDTHS = {"TIME": 24, "COMPONENT": 10, "ID": 20, "EVENT": 18}
HEADER = (*WIDTHS, "MESSAGE")


@node_command
async def events(
    target: Target,
    *,
    follow: Annotated[bool, typer.Option("--follow", "-f", help="Go on with what is new.")] = False,
    tail: Annotated[
        int | None, typer.Option(metavar="COUNT", help="Only so many past events; default: all that are kept.")
    ] = None,
    since: Annotated[str, typer.Option(metavar="ID", help="Only events after the one with this id.")] = "",
    duration: Annotated[
        str | None, typer.Option(metavar="TIME", help="Only events of this last span of time, as in 90s or 5m.")
    ] = None,
    actor: Annotated[str, typer.Option(metavar="ID", help="Only events of this sequence run.")] = "",
    output: OutputOption = Output.TABLE,
) -> None:
    """Print the events of all components, in order of time.

    Example: talos events -f --tail 5
    """
    wanted = _wanted(tail=tail, since=since, duration=duration, actor=actor)
    with target.bus() as bus:
        source = Events(bus=bus, components=target.components(), warn=say, clock=time.monotonic, patience=PATIENCE)
        printer = Printer(target=target, output=output)
        if follow:
            await source.follow(wanted, printer.print)
        else:
            for event in await source.past(wanted):
                printer.print(event)


def _wanted(*, tail: int | None, since: str, duration: str | None, actor: str) -> Wanted:
    if sum((tail is not None, bool(since), duration is not None)) > 1:
        raise InvalidArgumentError("--tail, --since and --duration exclude each other: give one")
    span = dt.timedelta(seconds=parsed("--duration", parse_duration, duration)) if duration is not None else None
    return Wanted(tail=-1 if tail is None else tail, after=since, since=span, actor=actor)


class Printer:
    """Prints events as they come."""

    def __init__(self, *, target: Target, output: Output) -> None:
        self._target = target
        self._output = output
        self._table = StreamTable(HEADER, WIDTHS) if output is Output.TABLE else None

    def print(self, event: Event) -> None:
        """Print an event."""
        if self._table is not None:
            cells = (timestamp(event.time), event.component, event.id, eventtext.kind(event), eventtext.as_text(event))
            self._table.add(cells)
        else:
            print_item(self._document(event), self._output)

    def _document(self, event: Event) -> dict[str, object]:
        return {
            "node": self._target.name,
            "component": event.component,
            "id": event.id,
            "time": timestamp(event.time),
            "actorId": event.actor_id,
            "type": eventtext.kind(event),
            "data": eventtext.as_data(event),
        }
