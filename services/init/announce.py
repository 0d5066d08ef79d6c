"""What happens to the machine, told as upstream's events."""

from __future__ import annotations

from typing import Protocol

import betterproto2

from libtalos.gen.common import Code, Error
from libtalos.gen.machine import (
    MachineStatusEvent,
    MachineStatusEventMachineStage,
    MachineStatusEventMachineStatus,
    MachineStatusEventMachineStatusUnmetCondition,
    PhaseEvent,
    PhaseEventAction,
    SequenceEvent,
    SequenceEventAction,
    TaskEvent,
    TaskEventAction,
)
from libtalos.resources.definitions.runtime import MachineStatus


class Publisher(Protocol):
    """Where events go."""

    def publish(self, message: betterproto2.Message, *, actor_id: str = "") -> object:
        """Add an event."""
        ...


class Announcer:
    """Hears of sequences and of the machine status, and publishes both."""

    def __init__(self, *, events: Publisher) -> None:
        self._events = events

    def sequence_started(self, name: str, actor_id: str) -> None:
        """A sequence run begins."""
        self._events.publish(SequenceEvent(sequence=name, action=SequenceEventAction.START), actor_id=actor_id)

    def sequence_stopped(self, name: str, actor_id: str, error: str) -> None:
        """A sequence run ended; error is empty if it went well."""
        event = SequenceEvent(sequence=name, action=SequenceEventAction.STOP)
        if error:
            event.error = Error(code=Code.CANCELED if error == "cancelled" else Code.FATAL, message=error)
        self._events.publish(event, actor_id=actor_id)

    def sequence_refused(self, name: str, actor_id: str, error: str) -> None:
        """A sequence was asked for while another one ran."""
        refused = SequenceEvent(
            sequence=name, action=SequenceEventAction.NOOP, error=Error(code=Code.LOCKED, message=error)
        )
        self._events.publish(refused, actor_id=actor_id)

    def phase_started(self, name: str, actor_id: str) -> None:
        """A phase begins."""
        self._events.publish(PhaseEvent(phase=name, action=PhaseEventAction.START), actor_id=actor_id)

    def phase_stopped(self, name: str, actor_id: str) -> None:
        """A phase ended."""
        self._events.publish(PhaseEvent(phase=name, action=PhaseEventAction.STOP), actor_id=actor_id)

    def task_started(self, name: str, actor_id: str) -> None:
        """A task begins."""
        self._events.publish(TaskEvent(task=name, action=TaskEventAction.START), actor_id=actor_id)

    def task_stopped(self, name: str, actor_id: str) -> None:
        """A task ended."""
        self._events.publish(TaskEvent(task=name, action=TaskEventAction.STOP), actor_id=actor_id)

    def machine_status(self, status: MachineStatus) -> None:
        """The machine status changed."""
        unmet = [
            MachineStatusEventMachineStatusUnmetCondition(name=condition.name, reason=condition.reason)
            for condition in status.status.unmet_conditions
        ]
        self._events.publish(
            MachineStatusEvent(
                stage=MachineStatusEventMachineStage[status.stage.upper().replace(" ", "_")],
                status=MachineStatusEventMachineStatus(ready=status.status.ready, unmet_conditions=unmet),
            )
        )
