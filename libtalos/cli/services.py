"""`talos services`, `talos service`, `talos logs`."""

from __future__ import annotations

import datetime as dt
import enum
import sys
from typing import Annotated

import typer

from libtalos.cli.output import Output, OutputOption, emit, say
from libtalos.cli.target import DEFAULT_CLUSTER, BusOption, ClusterOption, NodeOption, Target, on_node
from libtalos.gen.talos.supervisor.v1 import (
    ListServicesRequest,
    RestartServiceRequest,
    Service,
    StartServiceRequest,
    StopServiceRequest,
    StreamLogsRequest,
    SupervisorServiceStub,
)

HEADER = ("NODE", "SERVICE", "STATE", "HEALTH", "LAST CHANGE", "LAST EVENT")
EVENTS_SHOWN = 10
# stopping may wait for the service's grace period before it kills
STOP_DEADLINE = 60.0


class Action(enum.StrEnum):
    """What can be done with a service."""

    START = "start"
    STOP = "stop"
    RESTART = "restart"


ServiceId = Annotated[str, typer.Argument(help="Name of the service.", metavar="ID")]


def services(
    *,
    output: OutputOption = Output.TABLE,
    bus: BusOption = None,
    cluster: ClusterOption = DEFAULT_CLUSTER,
    node: NodeOption = None,
) -> None:
    """List the services of a node with state and health.

    Example: talos services -o json
    """
    on_node(bus, cluster, node, lambda target: _services(target, output))


def service(
    service_id: ServiceId,
    action: Annotated[Action | None, typer.Argument(help="Nothing: show it.")] = None,
    *,
    output: OutputOption = Output.TABLE,
    bus: BusOption = None,
    cluster: ClusterOption = DEFAULT_CLUSTER,
    node: NodeOption = None,
) -> None:
    """Show one service with its last events, or start, stop or restart it.

    Example: talos service etcd restart
    """
    on_node(bus, cluster, node, lambda target: _service(target, service_id, action, output))


def logs(
    service_id: ServiceId,
    *,
    follow: Annotated[bool, typer.Option("--follow", "-f", help="Go on with what is new.")] = False,
    tail: Annotated[int, typer.Option(help="Lines from the end first; -1 is all.")] = -1,
    bus: BusOption = None,
    cluster: ClusterOption = DEFAULT_CLUSTER,
    node: NodeOption = None,
) -> None:
    """Print the log of a service.

    Example: talos logs etcd -f --tail 20
    """
    on_node(
        bus,
        cluster,
        node,
        lambda target: _logs(target, StreamLogsRequest(id=service_id, follow=follow, tail_lines=tail)),
    )


async def _services(target: Target, output: Output) -> None:
    with target.bus() as channels:
        reply = await channels.channel("api").stub(SupervisorServiceStub).list_services(ListServicesRequest())
    data = [as_data(target, entry) for entry in reply.services]
    now = dt.datetime.now(dt.UTC)
    emit(data, output, header=HEADER, rows=[_row(target, entry, now) for entry in reply.services])


async def _service(target: Target, service_id: str, action: Action | None, output: Output) -> None:
    with target.bus() as channels:
        stub = channels.channel("api").stub(SupervisorServiceStub)
        if action is not None:
            await _act(stub, service_id, action)
            say(f'service "{service_id}" {_DONE[action]}')
            return
        reply = await stub.list_services(ListServicesRequest())
    found = next((entry for entry in reply.services if entry.id == service_id), None)
    if found is None:
        from libtalos.bus.errors import NotFoundError  # noqa: PLC0415 - the error path

        known = ", ".join(entry.id for entry in reply.services)
        raise NotFoundError(f'service "{service_id}" not defined; there are {known}')
    data = as_data(target, found)
    emit(data, output, header=("FIELD", "VALUE"), rows=_details(target, found))


_DONE = {Action.START: "started", Action.STOP: "stopped", Action.RESTART: "restarted"}


async def _act(stub: SupervisorServiceStub, service_id: str, action: Action) -> None:
    match action:
        case Action.START:
            await stub.start_service(StartServiceRequest(id=service_id))
        case Action.STOP:
            await stub.stop_service(StopServiceRequest(id=service_id), timeout=STOP_DEADLINE)
        case Action.RESTART:
            await stub.restart_service(RestartServiceRequest(id=service_id), timeout=STOP_DEADLINE)


async def _logs(target: Target, request: StreamLogsRequest) -> None:
    with target.bus() as channels:
        stub = channels.channel("api").stub(SupervisorServiceStub)
        async for reply in stub.stream_logs(request):
            sys.stdout.buffer.write(reply.lines)
            sys.stdout.buffer.flush()


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
            {"time": _time(event.time), "state": (event.state.name or "").title(), "message": event.message}
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
    ago = f"{_ago(last.time, now)} ago" if last and last.time else ""
    return (target.name, service.id, state_word(service), health_word(service), ago, last.message if last else "")


def _details(target: Target, service: Service) -> list[tuple[str, str]]:
    data = as_data(target, service)
    rows = [(key.upper(), str(data[key])) for key in ("node", "id", "component", "state", "health", "pid", "restarts")]
    rows += [("HEALTH MESSAGE", str(data["healthMessage"]))] if data["healthMessage"] else []
    rows += [("DEPENDS ON", ", ".join(service.depends_on))] if service.depends_on else []
    for event in service.events[-EVENTS_SHOWN:]:
        rows.append(("EVENT", f"{_time(event.time)} {(event.state.name or '').title()}: {event.message}"))
    return rows


def _time(moment: dt.datetime | None) -> str:
    return moment.isoformat(timespec="milliseconds") if moment else ""


def _ago(moment: dt.datetime, now: dt.datetime) -> str:
    seconds = max(0, int((now - moment).total_seconds()))
    minutes, hours, days = seconds // 60, seconds // 3600, seconds // 86400
    if days:
        return f"{days}d{hours % 24}h"
    if hours:
        return f"{hours}h{minutes % 60}m"
    return f"{minutes}m{seconds % 60}s" if minutes else f"{seconds}s"
