"""What events say: to people in a line, to machines in full."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import betterproto2

# the event messages are found by their type URL in the pool that these imports fill
from libtalos.gen import machine
from libtalos.gen.talos.component.v1 import Event
from libtalos.gen.talos.filesystem.v1 import TreeRepairEvent

M = TypeVar("M", bound=betterproto2.Message)


def kind(event: Event) -> str:
    """The short name of what happened: ServiceStateEvent."""
    return event.data.type_url.rpartition(".")[2] if event.data else ""


def as_text(event: Event) -> str:
    """What happened, in a line; of an unknown event as much as it tells."""
    message = unpack(event)
    if message is None:
        return ""
    return _TEXTS.get(type(message), _fields)(message)


def as_data(event: Event) -> dict[str, Any]:
    """All fields of what happened, in protobuf's JSON form; nothing of an unknown event."""
    message = unpack(event)
    return {} if message is None else message.to_dict(include_default_values=True)


def unpack(event: Event) -> betterproto2.Message | None:
    """The message of an event; None if this program does not know it."""
    try:
        return event.data.unpack() if event.data else None
    except (KeyError, TypeError):
        return None


def _service(event: machine.ServiceStateEvent) -> str:
    return f"{event.service} {_word(event.action)}: {event.message}"


def _status(event: machine.MachineStatusEvent) -> str:
    status = event.status
    if status is None or status.ready:
        return f"{_word(event.stage)}, {'ready' if status else 'not ready'}"
    reasons = [condition.reason for condition in status.unmet_conditions]
    return f"{_word(event.stage)}, not ready{': ' * bool(reasons)}{'; '.join(reasons)}"


def _sequence(event: machine.SequenceEvent) -> str:
    error = event.error.message if event.error else ""
    return f"{event.sequence} {_word(event.action)}{': ' * bool(error)}{error}"


def _phase(event: machine.PhaseEvent) -> str:
    return f"{event.phase} {_word(event.action)}"


def _task(event: machine.TaskEvent) -> str:
    return f"{event.task} {_word(event.action)}"


def _repair(event: TreeRepairEvent) -> str:
    if event.error:
        return f"{event.target} ({event.kind}) not repaired: {event.error}"
    return f"{event.target} ({event.kind}) repaired: {'; '.join(event.steps)}"


def _fields(message: betterproto2.Message) -> str:
    return " ".join(f"{key}={value}" for key, value in message.to_dict().items())


def _word(value: betterproto2.Enum) -> str:
    return (value.name or str(value.value)).lower()


_TEXTS: Mapping[type[betterproto2.Message], Callable[[Any], str]] = {
    machine.ServiceStateEvent: _service,
    machine.MachineStatusEvent: _status,
    machine.SequenceEvent: _sequence,
    machine.PhaseEvent: _phase,
    machine.TaskEvent: _task,
    TreeRepairEvent: _repair,
}
