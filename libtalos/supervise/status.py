"""The states of a service and what is known about it, with upstream's names and texts."""

import enum
from datetime import datetime
from typing import NamedTuple, NewType

ServiceId = NewType("ServiceId", str)
# how many events of a service are kept (upstream: events.MaxEventsToKeep)
HISTORY = 64


class ServiceState(enum.Enum):
    """Upstream's service states, by their names there."""

    INITIALIZED = "Initialized"
    STARTING = "Starting"
    WAITING = "Waiting"
    PREPARING = "Preparing"
    RUNNING = "Running"
    STOPPING = "Stopping"
    FINISHED = "Finished"
    FAILED = "Failed"
    SKIPPED = "Skipped"


DOWN = frozenset({ServiceState.INITIALIZED, ServiceState.FINISHED, ServiceState.FAILED, ServiceState.SKIPPED})


class ServiceEvent(NamedTuple):
    """One thing that happened to a service; `time` is wall-clock time with a zone."""

    state: ServiceState
    message: str
    time: datetime


class HealthStatus(NamedTuple):
    """What the health checks say; `healthy` None means that none has answered yet."""

    healthy: bool | None = None
    message: str = ""
    changed: datetime | None = None


class ServiceStatus(NamedTuple):
    """A snapshot of a service. `events` are the last 64, the oldest first; `pid` is None without a process."""

    id: ServiceId
    state: ServiceState
    health: HealthStatus
    events: tuple[ServiceEvent, ...]
    pid: int | None
    restarts: int
    depends_on: tuple[ServiceId, ...]
    checked: bool

    @property
    def up(self) -> bool:
        """Whether those who depend on it may start: skipped, or running and healthy as far as it says so."""
        if self.state is ServiceState.SKIPPED:
            return True
        return self.state is ServiceState.RUNNING and (not self.checked or self.health.healthy is True)

    @property
    def down(self) -> bool:
        """Whether nothing of it runs or is about to."""
        return self.state in DOWN
