"""`talos events`: what happened on a node, and what happens."""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated, Any

import betterproto2
import typer

# the event messages are found by their type URL in the pool that this import fills
import libtalos.gen.machine  # noqa: F401
from libtalos.bus.directory import Bus
from libtalos.bus.errors import BusError
from libtalos.cli.output import PADDING, Output, OutputOption, print_document, say
from libtalos.cli.target import DEFAULT_CLUSTER, BusOption, ClusterOption, NodeOption, Target, on_node
from libtalos.gen.talos.component.v1 import ComponentServiceStub, Event, WatchEventsRequest

WIDTHS = (12, 20, 22)


def events(
    *,
    follow: Annotated[bool, typer.Option("--follow", "-f", help="Go on with what is new.")] = False,
    tail: Annotated[int, typer.Option(help="Past events of each component first; -1 is all that are kept.")] = -1,
    since: Annotated[str, typer.Option(help="Only events after the one with this id.")] = "",
    actor: Annotated[str, typer.Option(help="Only events of this sequence run.")] = "",
    output: OutputOption = Output.TABLE,
    bus: BusOption = None,
    cluster: ClusterOption = DEFAULT_CLUSTER,
    node: NodeOption = None,
) -> None:
    """Print the events of all components, in order of time.

    Example: talos events -f --tail 5
    """
    request = WatchEventsRequest(follow=follow, tail_events=0 if since else tail, tail_id=since, with_actor_id=actor)
    on_node(bus, cluster, node, lambda target: _events(target, request, output))


async def _events(target: Target, request: WatchEventsRequest, output: Output) -> None:
    if output is Output.TABLE:
        print(
            PADDING.join(title.ljust(width) for title, width in zip(("COMPONENT", "ID", "EVENT"), WIDTHS, strict=True))
        )
    with target.bus() as channels:
        stream = merged(channels, target, request) if request.follow else past(channels, target, request)
        async with aclosing(stream) as found:
            async for event in found:
                _print(target, event, output)


async def past(bus: Bus, target: Target, request: WatchEventsRequest) -> AsyncGenerator[Event, None]:
    """What all components kept, in order of time."""
    kept = await asyncio.gather(*(_kept(bus, component, request) for component in target.components()))
    for event in heapq.merge(*kept, key=lambda event: event.id):
        yield event


async def merged(bus: Bus, target: Target, request: WatchEventsRequest) -> AsyncGenerator[Event, None]:
    """The past of all components in order of time, then everything new as it comes."""
    last: dict[str, str] = {}
    async for event in past(
        bus,
        target,
        WatchEventsRequest(
            tail_events=request.tail_events, tail_id=request.tail_id, with_actor_id=request.with_actor_id
        ),
    ):
        last[event.component] = event.id
        yield event
    queue: asyncio.Queue[Event] = asyncio.Queue(1)
    async with asyncio.TaskGroup() as group:
        for component in target.components():
            group.create_task(_follow(bus, component, last.get(component, ""), request.with_actor_id, queue))
        while True:
            yield await queue.get()


async def _kept(bus: Bus, component: str, request: WatchEventsRequest) -> list[Event]:
    stub = bus.channel(component).stub(ComponentServiceStub)
    try:
        return [reply.event async for reply in stub.watch_events(request) if reply.event is not None]
    except BusError as error:
        say(f"warning: {component}: {error.message}")
        return []


async def _follow(bus: Bus, component: str, last: str, actor: str, queue: asyncio.Queue[Event]) -> None:
    """Follow one component for ever; its restart is a pause, after which it goes on with its new events."""
    stub = bus.channel(component).stub(ComponentServiceStub)
    while True:
        request = WatchEventsRequest(follow=True, tail_id=last, tail_events=0 if last else -1, with_actor_id=actor)
        try:
            async for reply in stub.watch_events(request):
                if reply.event is not None:
                    last = reply.event.id
                    await queue.put(reply.event)
        except BusError as error:
            say(f"warning: {component}: {error.message}")
        await bus.channel(component).back_off(bus.channel(component).settings.retry_maximum)


def _print(target: Target, event: Event, output: Output) -> None:
    name, fields = unpack(event)
    if output is not Output.TABLE:
        time = event.time.isoformat() if event.time else ""
        document = {"node": target.name, "component": event.component, "id": event.id, "time": time}
        print_document({**document, "actorId": event.actor_id, "type": name, "data": fields}, output)
        return
    text = " ".join(f"{key}={value}" for key, value in fields.items() if value not in ("", None, {}, []))
    cells = (event.component, event.id, name)
    line = PADDING.join(cell.ljust(width) for cell, width in zip(cells, WIDTHS, strict=True))
    print(f"{line}{PADDING}{text}", flush=True)


def unpack(event: Event) -> tuple[str, dict[str, Any]]:
    """The short type name and the fields of an event's data; unknown data keeps its type name only."""
    if event.data is None:
        return "", {}
    name = event.data.type_url.rpartition(".")[2]
    try:
        message = event.data.unpack()
    except (KeyError, TypeError):
        return name, {}
    return name, message.to_dict(output_format=betterproto2.OutputFormat.PYTHON) if message is not None else {}
