"""`talos services`, `talos service`."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from libtalos.bus.errors import NotFoundError
from libtalos.cli import completion
from libtalos.cli.output import Output, OutputOption, emit, say
from libtalos.cli.people import ago, timestamp
from libtalos.cli.target import Target, node_command
from libtalos.gen.talos.supervisor.v1 import (
    ListServicesRequest,
    RestartServiceRequest,
    Service,
    StartServiceRequest,
    StopServiceRequest,
    SupervisorServiceStub,
)

if TYPE_CHECKING:
    from libtalos.bus.channel import Channel

HEADER = ("NODE", "SERVICE", "STATE", "HEALTH", "LAST CHANGE", "LAST EVENT")
EVENTS_SHOWN = 10
# stopping may wait for the service's grace period before it kills
STOP_DEADLINE = 60.0


class Action(enum.StrEnum):
    """What can be done with a service."""

    START = "start"
    STOP = "stop"
    RESTART = "restart"


_DONE = {Action.START: "started", Action.STOP: "stopped", Action.RESTART: "restarted"}


@node_command
async def services(target: Target, *, output: OutputOption = Output.TABLE) -> None:
    """List the services of a node with state and health.

    Example: talos services -o json
    """
    with target.bus() as bus:
        found = await list_services(bus.channel("api"))
    now = dt.datetime.now(dt.UTC)
    data = [as_data(target, entry) for entry in found]
    emit(data, output, header=HEADER, rows=[_row(target, entry, now) for entry in found])


@node_command
async def service(
    target: Target,
    service_id: Annotated[
        str, typer.Argument(help="Name of the service.", metavar="ID", autocompletion=completion.services)
    ],
    action: Annotated[Action | None, typer.Argument(help="What to do with it; nothing: show it.")] = None,
    *,
    output: OutputOption = Output.TABLE,
) -> None:
    """Show one service, or start, stop or restart it.

    Example: talos service containerd restart
    """
    with target.bus() as bus:
        channel = bus.channel("api")
        if action is not None:
            await _act(channel.stub(SupervisorServiceStub), service_id, action)
            say(f'service "{service_id}" {_DONE[action]}')
            return
        found = await list_services(channel)
    entry = _find(found, service_id)
    emit(as_data(target, entry), output, header=("FIELD", "VALUE"), rows=_details(target, entry))


async def list_services(channel: Channel) -> Sequence[Service]:
    """The services of a node, from its api."""
    return (await channel.stub(SupervisorServiceStub).list_services(ListServicesRequest())).services


def _find(services: Sequence[Service], service_id: str) -> Service:
    for entry in services:
        if entry.id == service_id:
            return entry
    known = ", ".join(entry.id for entry in services)
    raise NotFoundError(f'service "{service_id}" not defined; there are {known}')


async def _act(stub: SupervisorServiceStub, service_id: str, action: Action) -> None:
    try:
        match action:
            case Action.START:
                await stub.start_service(StartServiceRequest(id=service_id))
            case Action.STOP:
                await stub.stop_service(StopServiceRequest(id=service_id), timeout=STOP_DEADLINE)
            case Action.RESTART:
                await stub.restart_service(RestartServiceRequest(id=service_id), timeout=STOP_DEADLINE)
    except NotFoundError as error:
        error.add_note("List them with `talos services`.")
        raise


def as_data(target: Target, service: Service) -> dict[str, object]:
    """A service as plain data."""
    health = service.health
    return {
        "node": target.name,
        "id": service.id,
        "component": service.component,
        "state": state_word(service),
        "health": health_word(service),
        "healthMessage": health.last_message if health else "",
        "pid": service.pid,
        "restarts": service.restarts,
        "dependsOn": list(service.depends_on),
        "events": [
            {"time": timestamp(event.time), "state": (event.state.name or "").title(), "message": event.message}
            for event in service.events
        ],
    }


def state_word(service: Service) -> str:
    """The state as upstream prints it: Running."""
    return (service.state.name or "").title()


def health_word(service: Service) -> str:
    """The health as upstream prints it: OK, Fail or ?."""
    if service.health is None or service.health.unknown:
        return "?"
    return "OK" if service.health.healthy else "Fail"


def _row(target: Target, service: Service, now: dt.datetime) -> tuple[str, ...]:
    last = service.events[-1] if service.events else None
    changed, message = (ago(last.time, now), last.message) if last else ("", "")
    return (target.name, service.id, state_word(service), health_word(service), changed, message)


def _details(target: Target, service: Service) -> list[tuple[str, str]]:
    data = as_data(target, service)
    rows = [(key.upper(), str(data[key])) for key in ("node", "id", "component", "state", "health", "pid", "restarts")]
    rows += [("HEALTH MESSAGE", str(data["healthMessage"]))] if data["healthMessage"] else []
    rows += [("DEPENDS ON", ", ".join(service.depends_on))] if service.depends_on else []
    for event in service.events[-EVENTS_SHOWN:]:
        rows.append(("EVENT", f"{timestamp(event.time)} {(event.state.name or '').title()}: {event.message}"))
    return rows
