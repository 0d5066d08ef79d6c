"""What happened to one service: its state, its health and its last events, told to whoever listens."""

from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

from libtalos.supervise.spec import ServiceSpec
from libtalos.supervise.status import HISTORY, HealthStatus, ServiceEvent, ServiceState, ServiceStatus

Listener = Callable[[ServiceStatus, ServiceEvent], None]
NOT_RUNNING = "service not running"


def utc_now() -> datetime:
    """The time for events that people read; nothing is measured with it."""
    return datetime.now(UTC)


class Facts(NamedTuple):
    """What only the runner knows: the process and how often it was started again."""

    pid: int | None = None
    restarts: int = 0


class Journal:
    """Keeps state, health and the last 64 events of a service."""

    def __init__(self, spec: ServiceSpec, *, now: Callable[[], datetime], listener: Listener) -> None:
        self.spec = spec
        self.facts = Facts()
        self.state = ServiceState.INITIALIZED
        self.health = HealthStatus()
        self._events: deque[ServiceEvent] = deque(maxlen=HISTORY)
        self._now = now
        self._listener = listener

    def record(self, state: ServiceState, message: str) -> None:
        """Enter a state, with the reason; tells the listener."""
        left_running = self.state is ServiceState.RUNNING and state is not ServiceState.RUNNING
        self.state = state
        if left_running and self.spec.checked:
            self.health = HealthStatus(False, NOT_RUNNING, self._now())
        event = ServiceEvent(state, message, self._now())
        self._events.append(event)
        self._listener(self.status(), event)

    def running(self, pid: int, message: str, *, restarts: int) -> None:
        """Enter Running with a new process, whose health is not known yet."""
        self.facts = Facts(pid, restarts)
        self.health = HealthStatus()
        self.record(ServiceState.RUNNING, message)

    def ended(self) -> None:
        """The process is gone."""
        self.facts = self.facts._replace(pid=None)

    def judge(self, problem: str) -> None:
        """Take a health check's answer ("" is well); an event is made of a change only, as upstream does."""
        healthy = not problem
        if self.health.healthy is healthy:
            self.health = self.health._replace(message=problem)
            return
        self.health = HealthStatus(healthy, problem, self._now())
        self.record(self.state, "Health check successful" if healthy else f"Health check failed: {problem}")

    def status(self) -> ServiceStatus:
        """A snapshot."""
        return ServiceStatus(
            id=self.spec.id,
            state=self.state,
            health=self.health,
            events=tuple(self._events),
            pid=self.facts.pid,
            restarts=self.facts.restarts,
            depends_on=self.spec.depends_on,
            checked=self.spec.checked,
        )
