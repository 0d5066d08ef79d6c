"""What a node tells of its own start: its console, its sockets, its events. Times are in seconds since 1970."""

import asyncio
import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# the event messages are found by their type URL in the pool that this import fills
import libtalos.gen.machine  # noqa: F401
from libtalos.bus.directory import Bus, BusDirectory
from libtalos.bus.settings import BusSettings
from libtalos.gen.machine import MachineStatusEvent, MachineStatusEventMachineStage, ServiceStateEvent
from libtalos.gen.talos.component.v1 import ComponentServiceStub, Event, WatchEventsRequest
from libtalos.provision.paths import NodePaths

UP = "machine status running, ready"
# by component that runs services: what its events are followed to; the status may be there before etcd's health is
AWAITED = {"init": UP, "etcd": "etcd healthy"}
PATIENCE = 30.0
# init's own lines, in its words
FIRST = "booting Talos"
GROUPS = "control groups"
CONFIG = "machine config loaded successfully"
MOUNTED = "task mountEphemeralPartition (1/1): done"

_FROM_THE_START = WatchEventsRequest(tail_events=-1, follow=True)

Moments = dict[str, float]


def moments(paths: NodePaths) -> Moments:
    """Every moment of the start of a node that is healthy now, in order of time."""
    found = console_moments(paths.console.read_text()) | {"bus bound": _bound(paths.bus)}
    for event in asyncio.run(_events(paths.bus)):
        # a service that stays healthy says so again with every later event
        found = dict(event_moments(event)) | found
    return dict(sorted(found.items(), key=lambda item: item[1]))


def console_moments(text: str) -> Moments:
    """What the console tells. Raises KeyError with the line that is missing from it."""
    seen: Moments = {}
    for line in text.splitlines():
        if line.startswith("{"):
            entry = json.loads(line)
            seen.setdefault(_without_duration(entry["msg"]), dt.datetime.fromisoformat(entry["time"]).timestamp())
    return {
        "PID 1 begins": seen[FIRST],
        "early mounts made": seen[GROUPS],
        "machine config loaded": seen[CONFIG],
        "/var and all mounts made": seen[MOUNTED],
    }


def event_moments(event: Event) -> Iterator[tuple[str, float]]:
    """What one event tells, if it is one of those that matter here."""
    message: Any = event.data.unpack() if event.data is not None else None
    at = event.time.timestamp() if event.time is not None else 0.0
    if isinstance(message, ServiceStateEvent) and message.health is not None and message.health.healthy:
        yield f"{message.service} healthy", at
    if isinstance(message, MachineStatusEvent) and _running_and_ready(message):
        yield UP, at


def _running_and_ready(message: MachineStatusEvent) -> bool:
    ready = message.status is not None and message.status.ready
    return ready and message.stage is MachineStatusEventMachineStage.RUNNING


def _without_duration(message: str) -> str:
    return message.rpartition(", ")[0] if message.endswith("ms") else message


def _bound(bus: Path) -> float:
    return max(socket.stat().st_mtime for socket in bus.glob("*.sock"))


async def _events(path: Path) -> list[Event]:
    bus = Bus(BusDirectory(path), BusSettings())
    try:
        return [event for component in AWAITED for event in await _kept(bus, component)]
    finally:
        bus.close()


async def _kept(bus: Bus, component: str) -> list[Event]:
    """What a component tells, up to what it is waited for."""
    until, events = AWAITED[component], list[Event]()
    stub = bus.channel(component).stub(ComponentServiceStub)
    async with asyncio.timeout(PATIENCE):
        async for reply in stub.watch_events(_FROM_THE_START):
            if reply.event is not None:
                events.append(reply.event)
                if until in dict(event_moments(reply.event)):
                    break
    return events
