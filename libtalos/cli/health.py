"""`talos health`: every component is asked itself, so that the answer does not hang on one of them."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import typer

from libtalos.bus.directory import Bus
from libtalos.bus.errors import BusError, DeadlineExceededError
from libtalos.cli.failures import EXIT_FAILED
from libtalos.cli.output import Output, OutputOption, emit
from libtalos.cli.people import duration
from libtalos.cli.target import Target, node_command
from libtalos.gen.grpc.health.v1 import HealthCheckRequest, HealthCheckResponseServingStatus, HealthStub
from libtalos.gen.talos.component.v1 import ComponentServiceStub, DescribeRequest
from libtalos.resources.client import ResourceClient
from libtalos.resources.definitions.runtime import MachineStatus

# seconds that a component gets for its answer
PATIENCE = 5.0
HEADER = ("COMPONENT", "STATE", "VERSION", "UPTIME", "REASON")


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A component as it answers now; failure tells why there is no answer."""

    component: str
    serving: bool = False
    version: str = ""
    uptime: dt.timedelta | None = None
    failure: BusError | None = None

    @property
    def reason(self) -> str:
        """Why it does not serve; nothing if it does."""
        if self.failure is not None:
            return self.failure.message
        return "" if self.serving else "it answers, and says that it does not serve"


@node_command
async def health(target: Target, *, output: OutputOption = Output.TABLE) -> None:
    """Print whether every component serves and the machine is ready.

    Exit code 1 if not. Example: talos health && echo ready
    """
    with target.bus() as bus:
        machine = asyncio.create_task(_machine(bus))
        answers = await asyncio.gather(*(_ask(bus, component) for component in target.components()))
        status = await machine
    failures = [answer.failure for answer in answers if answer.failure is not None]
    if len(failures) == len(answers):
        raise failures[0]
    rows = [*map(_row, answers), *_machine_rows(status)]
    emit(_data(target, answers, status), output, header=HEADER, rows=rows)
    if not (_ready(status) and all(answer.serving for answer in answers)):
        raise typer.Exit(EXIT_FAILED)


async def _ask(bus: Bus, component: str) -> Answer:
    channel = bus.channel(component)
    try:
        async with asyncio.timeout(PATIENCE):
            described = await channel.stub(ComponentServiceStub).describe(DescribeRequest())
            health = await channel.stub(HealthStub).check(HealthCheckRequest())
    except TimeoutError:
        return Answer(component=component, failure=DeadlineExceededError(f"no answer within {PATIENCE:g} s"))
    except BusError as error:
        return Answer(component=component, failure=error)
    serving = health.status is HealthCheckResponseServingStatus.SERVING
    return Answer(component=component, serving=serving, version=described.version, uptime=described.uptime)


async def _machine(bus: Bus) -> MachineStatus | None:
    """What init says of the machine; None if it does not answer, which its own row tells of."""
    try:
        async with asyncio.timeout(PATIENCE):
            return (await ResourceClient(bus.channel("init")).get(MachineStatus, "machine")).spec
    except (BusError, TimeoutError):
        return None


def _ready(status: MachineStatus | None) -> bool:
    return status is not None and status.status.ready


def _row(answer: Answer) -> tuple[str, ...]:
    uptime = duration(answer.uptime) if answer.uptime is not None else ""
    return (answer.component, "serving" if answer.serving else "down", answer.version, uptime, answer.reason)


def _machine_rows(status: MachineStatus | None) -> list[tuple[str, ...]]:
    if status is None:
        return [("machine", "unknown", "", "", "init does not tell")]
    state = "ready" if status.status.ready else status.stage
    reasons = [condition.reason for condition in status.status.unmet_conditions] or [""]
    return [("machine", state, "", "", reason) for reason in reasons]


def _data(target: Target, answers: Sequence[Answer], status: MachineStatus | None) -> dict[str, object]:
    return {
        "node": target.name,
        "components": [
            {
                "name": answer.component,
                "serving": answer.serving,
                "version": answer.version,
                "uptimeSeconds": answer.uptime.total_seconds() if answer.uptime is not None else None,
                "error": answer.reason,
            }
            for answer in answers
        ],
        "stage": status.stage if status else "unknown",
        "ready": _ready(status),
        "unmetConditions": [condition.reason for condition in status.status.unmet_conditions] if status else [],
    }
